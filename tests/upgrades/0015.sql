--
-- PostgreSQL database dump
--


-- Dumped from database version 18.4
-- Dumped by pg_dump version 18.4

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Data for Name: budgets; Type: TABLE DATA; Schema: public; Owner: postgres
--

SET SESSION AUTHORIZATION DEFAULT;

ALTER TABLE public.budgets DISABLE TRIGGER ALL;

COPY public.budgets (key, tokens, at, waits) FROM stdin;
conversation:498898cd7d9a6a3fd449fe3b82c537b8	3	2026-11-29 21:37:55.667928+00	{}
hour:498898cd7d9a6a3fd449fe3b82c537b8	548.2611379623413	2026-11-29 21:37:55.667928+00	{}
conversation:6173d1107db1c2c06b78ff2e7beb874a	3	2026-11-29 21:37:29.443383+00	{}
hour:6173d1107db1c2c06b78ff2e7beb874a	549	2026-11-29 21:37:29.443383+00	{}
conversation:407f57ad25bfa531fe216bdfc0c6b4cc	3	2026-11-29 21:37:29.869346+00	{}
hour:407f57ad25bfa531fe216bdfc0c6b4cc	549	2026-11-29 21:37:29.869346+00	{}
roster:4e837d2240d3373bfb357eb246537e91	8	2026-11-29 21:38:01.493594+00	{}
roster_hour:4e837d2240d3373bfb357eb246537e91	1399	2026-11-29 21:38:01.493594+00	{}
roster:498898cd7d9a6a3fd449fe3b82c537b8	8	2026-11-29 21:38:02.063946+00	{}
roster_hour:498898cd7d9a6a3fd449fe3b82c537b8	1399	2026-11-29 21:38:02.063946+00	{}
conversation:4e837d2240d3373bfb357eb246537e91	3	2026-11-29 21:38:02.099876+00	{}
hour:4e837d2240d3373bfb357eb246537e91	548.3116223017374	2026-11-29 21:38:02.099876+00	{}
conversation:3d66456f772da949e4ef213680b8ba11	3	2026-11-29 21:38:02.26172+00	{}
hour:3d66456f772da949e4ef213680b8ba11	537.9911719957986	2026-11-29 21:38:02.26172+00	{}
conversation:f1ac859a188647fb27e17985dab4c8c9	3	2026-11-29 21:38:04.167294+00	{}
hour:f1ac859a188647fb27e17985dab4c8c9	549	2026-11-29 21:38:04.167294+00	{}
conversation:b7281631774fd529eca88ed7b2f33c89	3	2026-11-29 21:38:04.539346+00	{}
conversation:fb344bce06e6b258afa856e69ef0db35	3	2026-11-29 21:37:53.04511+00	{}
hour:fb344bce06e6b258afa856e69ef0db35	549	2026-11-29 21:37:53.04511+00	{}
hour:b7281631774fd529eca88ed7b2f33c89	549	2026-11-29 21:38:04.539346+00	{}
tenant	1	2026-11-29 21:38:04.539346+00	{}
\.


ALTER TABLE public.budgets ENABLE TRIGGER ALL;

--
-- Data for Name: meetings; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.meetings DISABLE TRIGGER ALL;

COPY public.meetings (id, kind, chat_id, teams_meeting_id, graph_id, service_url, teams_type, organizer_oid, organizer_mri, organizer_tenant, starts_at, ends_at, state, app_installed, dial_in, phone_possible, block_state, block_reason, block_read_at, watched_until, version, created_at, block_asked_at, held_at, put_back_at, put_back, cameras) FROM stdin;
f963a85a-99c2-440d-bc10-7cb50b62f297	virtual	19:meeting_670947853b5f4ffdacc1756d8fd23a85@thread.v2	MCMxOTptZWV0aW5nXzY3MDk0Nzg1M2I1ZjRmZmRhY2MxNzU2ZDhmZDIzYTg1QHRocmVhZC52MiMw	MSpmMGIzNGM1MS03YjVlLTVkOWItOTc1Mi0xYmU5Y2JhOTRkNjIqMCoqMTk6bWVldGluZ182NzA5NDc4NTNiNWY0ZmZkYWNjMTc1NmQ4ZmQyM2E4NUB0aHJlYWQudjI=	https://localhost:18602/connector	Scheduled	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	29:1G8v6RYlng0BkDpHS2ytAklWGqwix_a050ApVColmDF8by_pFiWeDQGQOkdLbK0CSVYar	3e038f54-43f1-5502-b277-93f446341c33	2026-11-29 22:07:28.446+00	2026-11-29 23:07:28.446+00	coming	t	t	t	held		2026-11-29 21:37:36.005558+00	2026-11-29 21:38:02.973836+00	26	2026-11-29 21:37:28.505617+00	2026-11-29 21:37:36.005558+00	2026-11-29 21:37:36.005558+00	\N	0	untouched
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	virtual	19:meeting_0df611356a664a88bee4cd20cca1e268@thread.v2	MCMxOTptZWV0aW5nXzBkZjYxMTM1NmE2NjRhODhiZWU0Y2QyMGNjYTFlMjY4QHRocmVhZC52MiMw	MSpmMGIzNGM1MS03YjVlLTVkOWItOTc1Mi0xYmU5Y2JhOTRkNjIqMCoqMTk6bWVldGluZ18wZGY2MTEzNTZhNjY0YTg4YmVlNGNkMjBjY2ExZTI2OEB0aHJlYWQudjI=	https://localhost:18602/connector	Scheduled	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	29:1G8v6RYlng0BkDpHS2ytAklWGqwix_a050ApVColmDF8by_pFiWeDQGQOkdLbK0CSVYar	3e038f54-43f1-5502-b277-93f446341c33	2026-11-29 22:07:55.695+00	2026-11-29 23:07:55.695+00	coming	t	t	\N	held		2026-11-29 21:38:01.208462+00	2026-11-29 21:38:04.241853+00	12	2026-11-29 21:37:55.727001+00	2026-11-29 21:38:01.208462+00	2026-11-29 21:38:01.208462+00	2026-11-29 21:38:01.208462+00	1	untouched
3a120940-9eb4-4c72-87b3-27339a3701ba	virtual	19:meeting_ce33806f0f9b4e1d99b6858382a67799@thread.v2	MCMxOTptZWV0aW5nX2NlMzM4MDZmMGY5YjRlMWQ5OWI2ODU4MzgyYTY3Nzk5QHRocmVhZC52MiMw	MSpmMGIzNGM1MS03YjVlLTVkOWItOTc1Mi0xYmU5Y2JhOTRkNjIqMCoqMTk6bWVldGluZ19jZTMzODA2ZjBmOWI0ZTFkOTliNjg1ODM4MmE2Nzc5OUB0aHJlYWQudjI=	https://localhost:18602/connector	Scheduled	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	29:1G8v6RYlng0BkDpHS2ytAklWGqwix_a050ApVColmDF8by_pFiWeDQGQOkdLbK0CSVYar	3e038f54-43f1-5502-b277-93f446341c33	2026-11-29 22:07:51.886+00	2026-11-29 23:07:51.886+00	coming	t	t	\N	held		2026-11-29 21:37:54.888141+00	\N	5	2026-11-29 21:37:51.915496+00	2026-11-29 21:37:54.888141+00	2026-11-29 21:37:54.888141+00	\N	0	untouched
\.


ALTER TABLE public.meetings ENABLE TRIGGER ALL;

--
-- Data for Name: occurrences; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.occurrences DISABLE TRIGGER ALL;

COPY public.occurrences (id, meeting_id, started_at, noticed_by, ended_at, announced_at, announced_for, tellings) FROM stdin;
fd9e837d-954d-45e4-b705-94b73b32cb31	f963a85a-99c2-440d-bc10-7cb50b62f297	2026-11-29 21:37:34.72+00	event	\N	2026-11-29 21:37:36.971818+00	["bb54c2bb-344a-4b13-959b-2ee5a0faf09b"]	1
5253b1f2-7d4b-4ab8-bbd3-18e91857968e	6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	2026-11-29 21:39:58.26+00	event	\N	\N	\N	0
\.


ALTER TABLE public.occurrences ENABLE TRIGGER ALL;

--
-- Data for Name: calls; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.calls DISABLE TRIGGER ALL;

COPY public.calls (id, occurrence_id, attempt, callback_key, graph_id, my_participant_id, state, why, asked_at, established_at, reconciled_at, speak_at, ended_at, hung_up_at, created_at) FROM stdin;
03839de1-e61b-484d-a6ed-16aaabc487f7	fd9e837d-954d-45e4-b705-94b73b32cb31	1	9UXAhnPPNwb2l17CA5tksb6hpT6N4meC5mPQnoWeYqY	a9c6591e-a767-4eab-95fe-0e5f6cb89100	63ac8a99-160a-4b7a-8fa3-c7b9110514af	spoken		2026-11-29 21:37:38.969003+00	2026-11-29 21:37:41.503098+00	2026-11-29 21:38:02.465108+00	\N	\N	\N	2026-11-29 21:37:38.969003+00
\.


ALTER TABLE public.calls ENABLE TRIGGER ALL;

--
-- Data for Name: informed; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.informed DISABLE TRIGGER ALL;

COPY public.informed (id, occurrence_id, person_key, mri, oid, kind, grade, channel, evidence, informed_at, created_at) FROM stdin;
50f50e5d-3ea1-449e-b268-087b1367cf2d	fd9e837d-954d-45e4-b705-94b73b32cb31	2a51a80e36321474cdfa3edc16a394dd940b85a46c3482ca836bf040702c05c3	29:107nMMeXuhJJRJezAwwwePgMnDxnc1GGcxgByiFTL3PvTucwx5e6EklEl7MDDDB4-AycP	\N	anonymous	prompt_completed	spoken	prompt:35ed38c2-37c1-407c-a530-a634775c8f55	2026-11-29 21:37:44.212927+00	2026-11-29 21:37:37.550093+00
62318f8d-69de-4ec3-a098-77e7ad029ba3	fd9e837d-954d-45e4-b705-94b73b32cb31	d8d30bcc687906b85becfe19498d93a4ae2a801417d7650907a46d301ecfd9a3	29:1G8v6RYlng0BkDpHS2ytAklWGqwix_a050ApVColmDF8by_pFiWeDQGQOkdLbK0CSVYar	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	member	prompt_completed	spoken	prompt:35ed38c2-37c1-407c-a530-a634775c8f55	2026-11-29 21:37:44.212927+00	2026-11-29 21:37:37.550093+00
e506b339-7bfb-4438-8c77-4a5a896d1ef8	fd9e837d-954d-45e4-b705-94b73b32cb31	1449da47fa2835ac9fa2ba08a3597f82189751525b95ef41527c944ffe8d8c04	29:1PpO4SKNthlLjDk92ksxh9FmPa_WlklIf9kiZNF4TyOY-k7hIo22GUuMOT3aSzGH0WY9r	6f9e0554-8baa-5bb5-997a-e1223fca3ab5	guest	prompt_completed	spoken	prompt:35ed38c2-37c1-407c-a530-a634775c8f55	2026-11-29 21:37:44.212927+00	2026-11-29 21:37:37.550093+00
eba191ff-c499-4500-9045-2739e861bfc8	fd9e837d-954d-45e4-b705-94b73b32cb31	fe273661d67903982d9ae619b796eb5521161cd50e89db9e28848a6dc877257f	\N	\N	caller	prompt_completed	spoken	prompt:35ed38c2-37c1-407c-a530-a634775c8f55	2026-11-29 21:37:44.212927+00	2026-11-29 21:37:42.209232+00
df0e5818-badf-4bd1-89e2-95f3fc8f0a01	fd9e837d-954d-45e4-b705-94b73b32cb31	edfa7d3f07b6f9d33c1206c96be82ef9e343396fbf65ea759b2caf14c09989dd	\N	\N	phone	prompt_completed	spoken	prompt:35ed38c2-37c1-407c-a530-a634775c8f55	2026-11-29 21:37:44.212927+00	2026-11-29 21:37:37.550093+00
5a0b8026-0b22-4046-88a8-81db6dd1f29b	fd9e837d-954d-45e4-b705-94b73b32cb31	d21671350f6d85f9f20d38c8f549bca016ced2171f516474ce9724d285b9e4bb	29:10DwchsbG6VpuYgaZFL5SwiycNPx-xWz0YgFWNAHxBP3QPByGxsbpWm5iBpkUvlLCLJw0	fb34bcf8-546c-5b2c-8778-7c5f97048717	member	prompt_completed	spoken	prompt:5118dc12-d519-4f96-aec4-2ba3fb85e88b	2026-11-29 21:37:49.457888+00	2026-11-29 21:37:45.366655+00
75b7c9ba-fa79-4092-8267-46cd9a6f5012	fd9e837d-954d-45e4-b705-94b73b32cb31	bfc1f2063c75a90d252031cc59f72cd1c3343d22e12bc6d2e27dc1dd57a4136b	\N	\N	device	prompt_completed	spoken	prompt:5118dc12-d519-4f96-aec4-2ba3fb85e88b	2026-11-29 21:37:49.457888+00	2026-11-29 21:37:46.572347+00
\.


ALTER TABLE public.informed ENABLE TRIGGER ALL;

--
-- Data for Name: call_seats; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.call_seats DISABLE TRIGGER ALL;

COPY public.call_seats (id, call_id, participant_id, kind, mark, here_since, left_at, informed_id) FROM stdin;
834b411c-7725-4116-8cd2-5f3692378a07	03839de1-e61b-484d-a6ed-16aaabc487f7	d92401e9-636f-4692-b7eb-d5e65aa2ab36	user	d8d30bcc687906b85becfe19498d93a4ae2a801417d7650907a46d301ecfd9a3	2026-11-29 21:37:42.209232+00	\N	62318f8d-69de-4ec3-a098-77e7ad029ba3
c0619e6a-e147-42b0-adeb-c421739b2bb8	03839de1-e61b-484d-a6ed-16aaabc487f7	78d0b91d-36ee-4649-b6b8-f0a9db699cf2	user	1449da47fa2835ac9fa2ba08a3597f82189751525b95ef41527c944ffe8d8c04	2026-11-29 21:37:42.209232+00	\N	e506b339-7bfb-4438-8c77-4a5a896d1ef8
779080d1-cb38-4a37-9fa1-218df2cfff80	03839de1-e61b-484d-a6ed-16aaabc487f7	e1d425e7-582b-44b6-bba7-ac5ac1c6ef0a	phone	fe273661d67903982d9ae619b796eb5521161cd50e89db9e28848a6dc877257f	2026-11-29 21:37:42.209232+00	\N	eba191ff-c499-4500-9045-2739e861bfc8
721dc6a9-8251-4c8e-9b90-a85170980c5f	03839de1-e61b-484d-a6ed-16aaabc487f7	743eb7e8-3f21-4a6c-a91b-86c995a876a5	guest	3c1849b56610881d537991f4662c980d65482e1adf4b4a35520c81c3afadf7d9	2026-11-29 21:37:42.209232+00	\N	50f50e5d-3ea1-449e-b268-087b1367cf2d
46de524f-90b7-47a8-8ba6-0297106e922b	03839de1-e61b-484d-a6ed-16aaabc487f7	4d54e500-d399-44e7-85c8-6259843a1519	user	d21671350f6d85f9f20d38c8f549bca016ced2171f516474ce9724d285b9e4bb	2026-11-29 21:37:45.652597+00	\N	5a0b8026-0b22-4046-88a8-81db6dd1f29b
c4a10f02-0dc0-41c4-acd7-5bb538b3a60f	03839de1-e61b-484d-a6ed-16aaabc487f7	825f4aff-9b73-4b55-bbf2-232af405da99	device	bfc1f2063c75a90d252031cc59f72cd1c3343d22e12bc6d2e27dc1dd57a4136b	2026-11-29 21:37:46.572347+00	\N	75b7c9ba-fa79-4092-8267-46cd9a6f5012
\.


ALTER TABLE public.call_seats ENABLE TRIGGER ALL;

--
-- Data for Name: cards; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.cards DISABLE TRIGGER ALL;

COPY public.cards (purpose, service_url, conversation_id, activity_id, posted_at, claimed_at, uncertain, operation) FROM stdin;
status:f963a85a-99c2-440d-bc10-7cb50b62f297	https://localhost:18602/connector	19:meeting_670947853b5f4ffdacc1756d8fd23a85@thread.v2	1795988232471	2026-11-29 21:37:30.519533+00	2026-11-29 21:37:30.380068+00	0	a34d39e97a28428a
case:bb54c2bb-344a-4b13-959b-2ee5a0faf09b:f0b34c51-7b5e-5d9b-9752-1be9cba94d62	https://localhost:18602/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1795988232474	2026-11-29 21:37:31.735642+00	2026-11-29 21:37:31.616774+00	0	46cf9a8c81201f42
decide:bb54c2bb-344a-4b13-959b-2ee5a0faf09b:13621ec0-b2c8-5e30-9416-b1af275d6bab	https://localhost:18602/connector	a:1YV9ZU0FOS29ldUItdTZCWVYtbE9Wd1BrUmI2X3gxc1pRR2dFRGlacGNNcHI5aElB	1795988232475	2026-11-29 21:37:31.802552+00	2026-11-29 21:37:31.709567+00	0	2fa7dc306d25879c
prepare:f963a85a-99c2-440d-bc10-7cb50b62f297:20261129T2207:soon:f0b34c51-7b5e-5d9b-9752-1be9cba94d62	https://localhost:18602/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1795988232480	2026-11-29 21:37:35.011101+00	2026-11-29 21:37:34.910361+00	0	62bd4dc4b4017c88
announce:fd9e837d-954d-45e4-b705-94b73b32cb31:1:869b04c2f4cf	https://localhost:18602/connector	19:meeting_670947853b5f4ffdacc1756d8fd23a85@thread.v2	1795988232484	2026-11-29 21:37:36.914874+00	2026-11-29 21:37:36.579914+00	0	2d354bfa8442f206
ledger:fd9e837d-954d-45e4-b705-94b73b32cb31:f0b34c51-7b5e-5d9b-9752-1be9cba94d62	https://localhost:18602/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1795988232485	2026-11-29 21:37:38.996877+00	2026-11-29 21:37:38.753916+00	0	3bf69da1423f5bb1
task:f018f8f7-c27e-4a14-a6ea-e19ac056a108	https://localhost:18602/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1795988232486	2026-11-29 21:37:41.071869+00	2026-11-29 21:37:40.822298+00	0	acfe80ab81dc91de
status:3a120940-9eb4-4c72-87b3-27339a3701ba	https://localhost:18602/connector	19:meeting_ce33806f0f9b4e1d99b6858382a67799@thread.v2	1795988232491	2026-11-29 21:37:53.071923+00	2026-11-29 21:37:53.010942+00	0	c7a615ed0cd5e508
case:805d798c-6452-4f28-a1a1-caaf38120515:f0b34c51-7b5e-5d9b-9752-1be9cba94d62	https://localhost:18602/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1795988232494	2026-11-29 21:37:54.999656+00	2026-11-29 21:37:54.763271+00	0	a6bc450d92296c4a
decide:805d798c-6452-4f28-a1a1-caaf38120515:13621ec0-b2c8-5e30-9416-b1af275d6bab	https://localhost:18602/connector	a:1YV9ZU0FOS29ldUItdTZCWVYtbE9Wd1BrUmI2X3gxc1pRR2dFRGlacGNNcHI5aElB	1795988232495	2026-11-29 21:37:55.076664+00	2026-11-29 21:37:54.891109+00	0	b50f5c2a4d8172f2
status:6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	https://localhost:18602/connector	19:meeting_0df611356a664a88bee4cd20cca1e268@thread.v2	1795988232498	2026-11-29 21:37:58.208584+00	2026-11-29 21:37:58.125534+00	0	99e483cc6f2b1407
note-taker:e9c01466-c961-4107-9ce5-0ff28b2ca750	https://localhost:18602/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1795988232504	2026-11-29 21:38:00.092012+00	2026-11-29 21:37:59.978307+00	0	cf2531f70e7b8c31
warn:192151bd-3d35-4913-b35f-50ac61a5fd09:f0b34c51-7b5e-5d9b-9752-1be9cba94d62	https://localhost:18602/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1795988232507	2026-11-29 21:38:02.479729+00	2026-11-29 21:38:02.017779+00	0	7ef9bf3c8340fe36
warn:192151bd-3d35-4913-b35f-50ac61a5fd09:13621ec0-b2c8-5e30-9416-b1af275d6bab	https://localhost:18602/connector	a:1YV9ZU0FOS29ldUItdTZCWVYtbE9Wd1BrUmI2X3gxc1pRR2dFRGlacGNNcHI5aElB	1795988232508	2026-11-29 21:38:04.190007+00	2026-11-29 21:38:04.137498+00	0	4c56b38239e4a6c4
warn:192151bd-3d35-4913-b35f-50ac61a5fd09:8d3e0d45-f5c7-5baf-b351-60177530448b	https://localhost:18602/connector	a:1V3JnenBIMmJ1c3ppQnVaLXZ0VlBvbEhkOS1DT2UzaEQwb1otUkVmUG5XMWF1RE9r	1795988232509	2026-11-29 21:38:04.552368+00	2026-11-29 21:38:04.502959+00	0	25b1ef4e7868391f
\.


ALTER TABLE public.cards ENABLE TRIGGER ALL;

--
-- Data for Name: chats; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.chats DISABLE TRIGGER ALL;

COPY public.chats (oid, mri, name, conversation_id, service_url, installed, seen_at) FROM stdin;
f0b34c51-7b5e-5d9b-9752-1be9cba94d62	29:1G8v6RYlng0BkDpHS2ytAklWGqwix_a050ApVColmDF8by_pFiWeDQGQOkdLbK0CSVYar		a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	https://localhost:18602/connector	t	2026-11-29 21:37:28.522097+00
fb34bcf8-546c-5b2c-8778-7c5f97048717	29:10DwchsbG6VpuYgaZFL5SwiycNPx-xWz0YgFWNAHxBP3QPByGxsbpWm5iBpkUvlLCLJw0		a:1d2Noc2JHNlZwdVlnYVpGTDVTd2l5Y05QeC14V3owWWdGV05BSHhCUDNRUEJ5R3hz	https://localhost:18602/connector	t	2026-11-29 21:37:28.762338+00
13621ec0-b2c8-5e30-9416-b1af275d6bab	29:1DKa_YSANKoeuB-u6BYV-lOVwPkRb6_x1sZQGgEDiZpcMpr9hIA0qh64H67oFhX6U5XA-		a:1YV9ZU0FOS29ldUItdTZCWVYtbE9Wd1BrUmI2X3gxc1pRR2dFRGlacGNNcHI5aElB	https://localhost:18602/connector	t	2026-11-29 21:37:29.048111+00
4126ed5a-dda1-5cc8-b383-b4629e0fb17f	29:1fbmcbhWx2ogD6nu2e4b0m4WTcVm_dhV0KckRW4JE_MB9uZxuFbHaiAPqe7Z7hvSbhZNx		a:1bWNiaFd4Mm9nRDZudTJlNGIwbTRXVGNWbV9kaFYwS2NrUlc0SkVfTUI5dVp4dUZi	https://localhost:18602/connector	t	2026-11-29 21:37:29.27908+00
8d3e0d45-f5c7-5baf-b351-60177530448b	29:11tWrgzpH2busziBuZ-vtVPolHd9-COe3hD0oZ-REfPnW1auDOkfZu6zOIG5n6-1U-iUd		a:1V3JnenBIMmJ1c3ppQnVaLXZ0VlBvbEhkOS1DT2UzaEQwb1otUkVmUG5XMWF1RE9r	https://localhost:18602/connector	t	2026-11-29 21:37:29.610442+00
\.


ALTER TABLE public.chats ENABLE TRIGGER ALL;

--
-- Data for Name: colleagues; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.colleagues DISABLE TRIGGER ALL;

COPY public.colleagues (oid, name) FROM stdin;
f0b34c51-7b5e-5d9b-9752-1be9cba94d62	Mette Holm
fb34bcf8-546c-5b2c-8778-7c5f97048717	Nadia Friis
13621ec0-b2c8-5e30-9416-b1af275d6bab	Jens Brandt
4126ed5a-dda1-5cc8-b383-b4629e0fb17f	Lene Krogh
8d3e0d45-f5c7-5baf-b351-60177530448b	Birgit Toft
\.


ALTER TABLE public.colleagues ENABLE TRIGGER ALL;

--
-- Data for Name: precedents; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.precedents DISABLE TRIGGER ALL;

COPY public.precedents (id, quarter, department, relation, meeting_kind, employee_type, ground, refusal_ground, outcome, against) FROM stdin;
75580634-2912-4cfa-b64d-7f372fc1a6ce	2026-4	familie	citizen	virtual	\N	remember	\N	granted	[]
\.


ALTER TABLE public.precedents ENABLE TRIGGER ALL;

--
-- Data for Name: requests; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.requests DISABLE TRIGGER ALL;

COPY public.requests (id, number, meeting_id, department, registered_by, caseworker_oid, relation, role, requester_oid, employee_type, notice, others_affairs, scope, state, late, answer_by, profile_id, profile_version, approver_oid, deputy_oid, decided_by, decided_at, refusal_ground, devices_out, proposed_by, proposed_at, confirmer_oid, confirmed_by, precedent_id, verdicts, answer_state, answer_at, answer_how, announced_at, used_at, note_copied_at, created_at, inbound_key, version) FROM stdin;
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	L-TV2WJUV	f963a85a-99c2-440d-bc10-7cb50b62f297	familie	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	citizen	citizen	\N	\N	f	\N	whole	granted	f	email	frederiksberg	1	13621ec0-b2c8-5e30-9416-b1af275d6bab	\N	13621ec0-b2c8-5e30-9416-b1af275d6bab	2026-11-29 21:37:32.604786+00	\N	f	\N	\N	\N	\N	75580634-2912-4cfa-b64d-7f372fc1a6ce	{"purpose": "for", "remember": "for", "companion": "for", "cooperation": "for", "communication": "for"}	sent	2026-11-29 21:37:34.048375+00	\N	2026-11-29 21:37:36.971818+00	2026-11-29 21:37:34.72+00	\N	2026-11-29 21:37:30.758137+00	2fdd08ce740253b581b70e160492b72360b84db33092bb537f0cab2ed3afc2dc	8
805d798c-6452-4f28-a1a1-caaf38120515	L-LR7F3JA	f963a85a-99c2-440d-bc10-7cb50b62f297	familie	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	citizen	citizen	\N	\N	f	\N	whole	awaiting_leader	f	email	frederiksberg	1	13621ec0-b2c8-5e30-9416-b1af275d6bab	\N	\N	\N	\N	f	\N	\N	\N	\N	\N	{}	none	\N	\N	\N	\N	\N	2026-11-29 21:37:53.327251+00	8f198010f7c803712ac5272cf119b434bb54ffb3675c4f119f8fb3937cd532c7	2
\.


ALTER TABLE public.requests ENABLE TRIGGER ALL;

--
-- Data for Name: contact_wishes; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.contact_wishes DISABLE TRIGGER ALL;

COPY public.contact_wishes (id, meeting_id, person_key, anonymous, request_id, created_at) FROM stdin;
\.


ALTER TABLE public.contact_wishes ENABLE TRIGGER ALL;

--
-- Data for Name: deletions; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.deletions DISABLE TRIGGER ALL;

COPY public.deletions (purpose, day, days, cases, kinds, at) FROM stdin;
\.


ALTER TABLE public.deletions ENABLE TRIGGER ALL;

--
-- Data for Name: effects; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.effects DISABLE TRIGGER ALL;

COPY public.effects (id, kind, key, args, due_at, generation, claimed_at, claims, done_at, outcome) FROM stdin;
1	tidy	daily	{}	2026-11-29 22:37:27.909245+00	1	\N	0	\N	\N
2	root	hourly	{}	2026-11-29 22:37:27.909245+00	1	\N	0	\N	\N
3	retain	daily	{}	2026-11-30 21:37:27.909245+00	1	\N	0	\N	\N
4	guideline	daily	{}	2026-11-29 22:37:27.909245+00	1	\N	0	\N	\N
5	subscriptions	all	{}	2026-11-29 21:52:28.192453+00	1	\N	0	\N	\N
6	sweep	tenant	{}	2026-11-29 21:38:28.21655+00	1	\N	0	\N	\N
29	escalate	bb54c2bb-344a-4b13-959b-2ee5a0faf09b	{"request_id": "bb54c2bb-344a-4b13-959b-2ee5a0faf09b"}	2026-11-29 21:52:30.135647+00	2	\N	0	2026-11-29 21:37:32.604786+00	cancelled
7	menu	hello:f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62"}	2026-11-29 21:37:28.428853+00	1	\N	1	2026-11-29 21:37:29.414152+00	shown
9	menu	hello:fb34bcf8-546c-5b2c-8778-7c5f97048717	{"oid": "fb34bcf8-546c-5b2c-8778-7c5f97048717"}	2026-11-29 21:37:28.647239+00	1	\N	1	2026-11-29 21:37:29.547837+00	shown
11	menu	hello:13621ec0-b2c8-5e30-9416-b1af275d6bab	{"oid": "13621ec0-b2c8-5e30-9416-b1af275d6bab"}	2026-11-29 21:37:28.891631+00	1	\N	1	2026-11-29 21:37:29.705617+00	shown
8	take_in	f963a85a-99c2-440d-bc10-7cb50b62f297	{"meeting_id": "f963a85a-99c2-440d-bc10-7cb50b62f297"}	2026-11-29 21:37:28.787342+00	2	\N	1	2026-11-29 21:37:29.730242+00	taken_in
25	receipt_mail	bb54c2bb-344a-4b13-959b-2ee5a0faf09b	{"request_id": "bb54c2bb-344a-4b13-959b-2ee5a0faf09b"}	2026-11-29 21:37:30.758137+00	1	\N	1	2026-11-29 21:37:31.467902+00	receipt_sent
12	menu	hello:4126ed5a-dda1-5cc8-b383-b4629e0fb17f	{"oid": "4126ed5a-dda1-5cc8-b383-b4629e0fb17f"}	2026-11-29 21:37:29.171717+00	1	\N	1	2026-11-29 21:37:29.947093+00	shown
14	menu	hello:8d3e0d45-f5c7-5baf-b351-60177530448b	{"oid": "8d3e0d45-f5c7-5baf-b351-60177530448b"}	2026-11-29 21:37:29.450418+00	1	\N	1	2026-11-29 21:37:30.064228+00	shown
18	hold_block	f963a85a-99c2-440d-bc10-7cb50b62f297:taken_in	{"meeting_id": "f963a85a-99c2-440d-bc10-7cb50b62f297"}	2026-11-29 21:37:29.363289+00	1	\N	1	2026-11-29 21:37:30.219699+00	held
112	finish	3a120940-9eb4-4c72-87b3-27339a3701ba	{"meeting_id": "3a120940-9eb4-4c72-87b3-27339a3701ba"}	2026-11-29 23:37:51.886+00	2	\N	0	\N	\N
26	ask	bb54c2bb-344a-4b13-959b-2ee5a0faf09b	{"request_id": "bb54c2bb-344a-4b13-959b-2ee5a0faf09b"}	2026-11-29 21:37:30.758137+00	1	\N	1	2026-11-29 21:37:31.952528+00	asked
35	hold_block	f963a85a-99c2-440d-bc10-7cb50b62f297:decision	{"meeting_id": "f963a85a-99c2-440d-bc10-7cb50b62f297"}	2026-11-29 21:37:32.604786+00	1	\N	1	2026-11-29 21:37:34.417885+00	held
34	answer	bb54c2bb-344a-4b13-959b-2ee5a0faf09b	{"request_id": "bb54c2bb-344a-4b13-959b-2ee5a0faf09b"}	2026-11-29 21:37:32.604786+00	1	\N	1	2026-11-29 21:37:34.452031+00	answer_sent
36	own_card	bb54c2bb-344a-4b13-959b-2ee5a0faf09b	{"request_id": "bb54c2bb-344a-4b13-959b-2ee5a0faf09b"}	2026-11-29 21:37:32.604786+00	1	\N	1	2026-11-29 21:37:34.228234+00	not_here
32	decider_cards	bb54c2bb-344a-4b13-959b-2ee5a0faf09b	{"request_id": "bb54c2bb-344a-4b13-959b-2ee5a0faf09b"}	2026-11-29 21:37:32.604786+00	2	\N	1	2026-11-29 21:37:34.335733+00	shown
43	hold_block	f963a85a-99c2-440d-bc10-7cb50b62f297:start	{"meeting_id": "f963a85a-99c2-440d-bc10-7cb50b62f297"}	2026-11-29 21:37:34.750042+00	1	\N	1	2026-11-29 21:37:36.742846+00	held
113	hold_block	3a120940-9eb4-4c72-87b3-27339a3701ba:before	{"meeting_id": "3a120940-9eb4-4c72-87b3-27339a3701ba"}	2026-11-29 21:57:51.886+00	2	\N	0	\N	\N
56	call_join	fd9e837d-954d-45e4-b705-94b73b32cb31	{"occurrence_id": "fd9e837d-954d-45e4-b705-94b73b32cb31"}	2026-11-29 21:37:38.426679+00	1	\N	1	2026-11-29 21:37:39.417611+00	asked
48	guide_card	fd9e837d-954d-45e4-b705-94b73b32cb31	{"occurrence_id": "fd9e837d-954d-45e4-b705-94b73b32cb31"}	2026-11-29 21:37:34.750042+00	1	\N	1	2026-11-29 21:37:36.745662+00	nothing_to_guide
27	case_card	bb54c2bb-344a-4b13-959b-2ee5a0faf09b	{"notice": "answer_sent", "request_id": "bb54c2bb-344a-4b13-959b-2ee5a0faf09b"}	2026-11-29 21:37:34.048375+00	4	\N	1	2026-11-29 21:37:36.906014+00	shown
47	announce	fd9e837d-954d-45e4-b705-94b73b32cb31	{"occurrence_id": "fd9e837d-954d-45e4-b705-94b73b32cb31"}	2026-11-29 21:37:34.750042+00	1	\N	1	2026-11-29 21:37:38.744421+00	announced
57	call_alive	03839de1-e61b-484d-a6ed-16aaabc487f7	{"call_id": "03839de1-e61b-484d-a6ed-16aaabc487f7"}	2026-11-29 21:52:39.311172+00	1	\N	0	\N	\N
63	task_card	f018f8f7-c27e-4a14-a6ea-e19ac056a108	{"task_id": "f018f8f7-c27e-4a14-a6ea-e19ac056a108"}	2026-11-29 21:37:44.212927+00	2	\N	1	2026-11-29 21:37:44.934955+00	shown
79	call_count	35ed38c2-37c1-407c-a530-a634775c8f55	{"call_id": "03839de1-e61b-484d-a6ed-16aaabc487f7", "spoken_id": "35ed38c2-37c1-407c-a530-a634775c8f55"}	2026-11-29 21:37:43.600468+00	1	\N	1	2026-11-29 21:37:44.642347+00	counted
85	tell_late	fd9e837d-954d-45e4-b705-94b73b32cb31	{"occurrence_id": "fd9e837d-954d-45e4-b705-94b73b32cb31"}	2026-11-29 21:37:45.366655+00	1	\N	1	2026-11-29 21:37:46.503406+00	told
101	call_count	5118dc12-d519-4f96-aec4-2ba3fb85e88b	{"call_id": "03839de1-e61b-484d-a6ed-16aaabc487f7", "spoken_id": "5118dc12-d519-4f96-aec4-2ba3fb85e88b"}	2026-11-29 21:37:48.869696+00	1	\N	1	2026-11-29 21:37:50.341562+00	counted
74	call_speak	03839de1-e61b-484d-a6ed-16aaabc487f7	{"call_id": "03839de1-e61b-484d-a6ed-16aaabc487f7"}	2026-11-29 21:37:47.652597+00	2	\N	1	2026-11-29 21:37:48.910283+00	playing
13	subscribe	f963a85a-99c2-440d-bc10-7cb50b62f297	{"meeting_id": "f963a85a-99c2-440d-bc10-7cb50b62f297"}	2026-11-29 21:37:53.327251+00	4	\N	1	2026-11-29 21:37:53.929345+00	not_wanted
118	status_card	3a120940-9eb4-4c72-87b3-27339a3701ba	{"meeting_id": "3a120940-9eb4-4c72-87b3-27339a3701ba"}	2026-11-29 21:37:52.739289+00	2	\N	1	2026-11-29 21:37:53.099563+00	shown
15	finish	f963a85a-99c2-440d-bc10-7cb50b62f297	{"meeting_id": "f963a85a-99c2-440d-bc10-7cb50b62f297"}	2026-11-29 23:37:28.446+00	3	\N	0	\N	\N
111	subscribe	3a120940-9eb4-4c72-87b3-27339a3701ba	{"meeting_id": "3a120940-9eb4-4c72-87b3-27339a3701ba"}	2026-11-29 21:37:53.711246+00	2	\N	1	2026-11-29 21:37:54.750997+00	not_wanted
137	escalate	805d798c-6452-4f28-a1a1-caaf38120515	{"request_id": "805d798c-6452-4f28-a1a1-caaf38120515"}	2026-11-29 21:52:41.782581+00	1	\N	0	\N	\N
140	decider_cards	805d798c-6452-4f28-a1a1-caaf38120515	{"request_id": "805d798c-6452-4f28-a1a1-caaf38120515"}	2026-11-29 21:37:55.119162+00	1	\N	1	2026-11-29 21:37:55.85228+00	shown
171	warn	192151bd-3d35-4913-b35f-50ac61a5fd09	{"meeting_id": "6fcb9df3-31d8-403b-a52e-d7c4dd9adc59", "incident_id": "192151bd-3d35-4913-b35f-50ac61a5fd09"}	2026-11-29 21:38:01.920242+00	3	2026-11-29 21:38:01.32017+00	0	\N	\N
53	ledger_card	fd9e837d-954d-45e4-b705-94b73b32cb31	{"occurrence_id": "fd9e837d-954d-45e4-b705-94b73b32cb31"}	2026-11-29 21:37:49.457888+00	17	\N	1	2026-11-29 21:37:51.821191+00	shown
108	take_in	3a120940-9eb4-4c72-87b3-27339a3701ba	{"meeting_id": "3a120940-9eb4-4c72-87b3-27339a3701ba"}	2026-11-29 21:37:52.074093+00	2	\N	1	2026-11-29 21:37:53.97988+00	taken_in
114	start_check	3a120940-9eb4-4c72-87b3-27339a3701ba	{"meeting_id": "3a120940-9eb4-4c72-87b3-27339a3701ba"}	2026-11-29 21:52:51.886+00	2	\N	0	\N	\N
115	hold_block	3a120940-9eb4-4c72-87b3-27339a3701ba:taken_in	{"meeting_id": "3a120940-9eb4-4c72-87b3-27339a3701ba"}	2026-11-29 21:37:53.711246+00	2	\N	1	2026-11-29 21:37:55.023228+00	held
163	note_taker_card	e9c01466-c961-4107-9ce5-0ff28b2ca750	{"meeting_id": "6fcb9df3-31d8-403b-a52e-d7c4dd9adc59", "note_taker_id": "e9c01466-c961-4107-9ce5-0ff28b2ca750"}	2026-11-29 21:38:00.202794+00	2	\N	1	2026-11-29 21:38:00.851464+00	asked
146	finish	6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	{"meeting_id": "6fcb9df3-31d8-403b-a52e-d7c4dd9adc59"}	2026-11-29 23:37:55.695+00	1	\N	0	\N	\N
147	hold_block	6fcb9df3-31d8-403b-a52e-d7c4dd9adc59:before	{"meeting_id": "6fcb9df3-31d8-403b-a52e-d7c4dd9adc59"}	2026-11-29 21:57:55.695+00	1	\N	0	\N	\N
148	start_check	6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	{"meeting_id": "6fcb9df3-31d8-403b-a52e-d7c4dd9adc59"}	2026-11-29 21:52:55.695+00	1	\N	0	\N	\N
141	take_in	6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	{"meeting_id": "6fcb9df3-31d8-403b-a52e-d7c4dd9adc59"}	2026-11-29 21:37:55.960126+00	2	\N	1	2026-11-29 21:37:56.380984+00	taken_in
173	put_back_card	6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	{"what": "recording", "meeting_id": "6fcb9df3-31d8-403b-a52e-d7c4dd9adc59"}	2026-11-29 21:38:01.208462+00	1	\N	1	2026-11-29 21:38:02.249124+00	told_by_the_warning
149	hold_block	6fcb9df3-31d8-403b-a52e-d7c4dd9adc59:taken_in	{"meeting_id": "6fcb9df3-31d8-403b-a52e-d7c4dd9adc59"}	2026-11-29 21:37:56.191862+00	1	\N	1	2026-11-29 21:37:56.814302+00	held
58	call_look	03839de1-e61b-484d-a6ed-16aaabc487f7	{"call_id": "03839de1-e61b-484d-a6ed-16aaabc487f7"}	2026-11-29 21:38:03.465108+00	22	\N	0	\N	\N
145	subscribe	6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	{"meeting_id": "6fcb9df3-31d8-403b-a52e-d7c4dd9adc59"}	2026-11-29 21:37:58.277186+00	2	\N	1	2026-11-29 21:37:59.236849+00	not_wanted
45	watch	f963a85a-99c2-440d-bc10-7cb50b62f297	{"meeting_id": "f963a85a-99c2-440d-bc10-7cb50b62f297"}	2026-11-29 21:38:03.517689+00	19	\N	0	\N	\N
158	watch	6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	{"meeting_id": "6fcb9df3-31d8-403b-a52e-d7c4dd9adc59"}	2026-11-29 21:38:05.180195+00	5	\N	0	\N	\N
159	look_around	5253b1f2-7d4b-4ab8-bbd3-18e91857968e	{"occurrence_id": "5253b1f2-7d4b-4ab8-bbd3-18e91857968e"}	2026-11-29 21:38:18.277186+00	1	\N	0	\N	\N
156	hold_block	6fcb9df3-31d8-403b-a52e-d7c4dd9adc59:start	{"meeting_id": "6fcb9df3-31d8-403b-a52e-d7c4dd9adc59"}	2026-11-29 21:37:58.277186+00	1	\N	1	2026-11-29 21:37:59.614484+00	held
151	status_card	6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	{"meeting_id": "6fcb9df3-31d8-403b-a52e-d7c4dd9adc59"}	2026-11-29 21:38:00.933568+00	4	\N	1	2026-11-29 21:38:02.262031+00	shown
16	hold_block	f963a85a-99c2-440d-bc10-7cb50b62f297:before	{"meeting_id": "f963a85a-99c2-440d-bc10-7cb50b62f297"}	2026-11-29 21:57:28.446+00	3	\N	0	\N	\N
17	start_check	f963a85a-99c2-440d-bc10-7cb50b62f297	{"meeting_id": "f963a85a-99c2-440d-bc10-7cb50b62f297"}	2026-11-29 21:52:28.446+00	3	\N	0	\N	\N
39	prepare	f963a85a-99c2-440d-bc10-7cb50b62f297	{"meeting_id": "f963a85a-99c2-440d-bc10-7cb50b62f297"}	2026-11-29 21:37:53.327251+00	4	\N	1	2026-11-29 21:37:53.927227+00	begun
125	receipt_mail	805d798c-6452-4f28-a1a1-caaf38120515	{"request_id": "805d798c-6452-4f28-a1a1-caaf38120515"}	2026-11-29 21:37:53.327251+00	1	\N	1	2026-11-29 21:37:54.508461+00	receipt_sent
126	ask	805d798c-6452-4f28-a1a1-caaf38120515	{"request_id": "805d798c-6452-4f28-a1a1-caaf38120515"}	2026-11-29 21:37:53.327251+00	1	\N	1	2026-11-29 21:37:55.285305+00	asked
127	case_card	805d798c-6452-4f28-a1a1-caaf38120515	{"notice": "asked_leader", "request_id": "805d798c-6452-4f28-a1a1-caaf38120515"}	2026-11-29 21:37:55.119162+00	2	\N	1	2026-11-29 21:37:55.705448+00	shown
19	status_card	f963a85a-99c2-440d-bc10-7cb50b62f297	{"meeting_id": "f963a85a-99c2-440d-bc10-7cb50b62f297"}	2026-11-29 21:37:55.119162+00	10	\N	1	2026-11-29 21:37:55.811493+00	shown
170	recorded	192151bd-3d35-4913-b35f-50ac61a5fd09	{"meeting_id": "6fcb9df3-31d8-403b-a52e-d7c4dd9adc59", "incident_id": "192151bd-3d35-4913-b35f-50ac61a5fd09"}	2026-11-29 21:39:01.920242+00	2	\N	0	\N	\N
46	look_around	fd9e837d-954d-45e4-b705-94b73b32cb31	{"occurrence_id": "fd9e837d-954d-45e4-b705-94b73b32cb31"}	2026-11-29 21:38:04.508045+00	11	\N	0	\N	\N
\.


ALTER TABLE public.effects ENABLE TRIGGER ALL;

--
-- Data for Name: errands; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.errands DISABLE TRIGGER ALL;

COPY public.errands (id, number, kind, state, department, meeting_id, request_id, created_by, owner_oid, created_at, closed_at, closed_by, facts, inbound_key, version) FROM stdin;
\.


ALTER TABLE public.errands ENABLE TRIGGER ALL;

--
-- Data for Name: evidence; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.evidence DISABLE TRIGGER ALL;

COPY public.evidence (id, occurrence_id, informed_id, kind, grade, channel, evidence, at) FROM stdin;
a996e1ff-f826-483d-b749-1328843aab48	fd9e837d-954d-45e4-b705-94b73b32cb31	50f50e5d-3ea1-449e-b268-087b1367cf2d	anonymous	posted	chat	post:1795988232484	2026-11-29 21:37:37.550093+00
ece0c4fe-f645-4db6-83c9-39c562d9a657	fd9e837d-954d-45e4-b705-94b73b32cb31	62318f8d-69de-4ec3-a098-77e7ad029ba3	member	posted	chat	post:1795988232484	2026-11-29 21:37:37.550093+00
0d3ee434-d529-43fb-a5f9-fdfb6cc339f5	fd9e837d-954d-45e4-b705-94b73b32cb31	e506b339-7bfb-4438-8c77-4a5a896d1ef8	guest	posted	chat	post:1795988232484	2026-11-29 21:37:37.550093+00
abd1a654-bedc-459c-9cb1-fe7a390e24a9	fd9e837d-954d-45e4-b705-94b73b32cb31	62318f8d-69de-4ec3-a098-77e7ad029ba3	member	accepted	in_meeting	202	2026-11-29 21:37:38.08851+00
bed6ae73-0665-4c7d-9d32-4d82e49a4a58	fd9e837d-954d-45e4-b705-94b73b32cb31	e506b339-7bfb-4438-8c77-4a5a896d1ef8	guest	accepted	in_meeting	202	2026-11-29 21:37:38.08851+00
f26a4781-963e-496a-ac3a-9cf5dbd835f5	fd9e837d-954d-45e4-b705-94b73b32cb31	50f50e5d-3ea1-449e-b268-087b1367cf2d	anonymous	prompt_completed	spoken	prompt:35ed38c2-37c1-407c-a530-a634775c8f55	2026-11-29 21:37:44.212927+00
5bdeee7a-4c61-4faf-9a22-8d83811eff24	fd9e837d-954d-45e4-b705-94b73b32cb31	62318f8d-69de-4ec3-a098-77e7ad029ba3	member	prompt_completed	spoken	prompt:35ed38c2-37c1-407c-a530-a634775c8f55	2026-11-29 21:37:44.212927+00
f5efbafb-7b40-46df-8161-6fac3973ea88	fd9e837d-954d-45e4-b705-94b73b32cb31	e506b339-7bfb-4438-8c77-4a5a896d1ef8	guest	prompt_completed	spoken	prompt:35ed38c2-37c1-407c-a530-a634775c8f55	2026-11-29 21:37:44.212927+00
84f69c46-d384-4e96-99a2-23e0267ec323	fd9e837d-954d-45e4-b705-94b73b32cb31	eba191ff-c499-4500-9045-2739e861bfc8	caller	prompt_completed	spoken	prompt:35ed38c2-37c1-407c-a530-a634775c8f55	2026-11-29 21:37:44.212927+00
6999efa9-71d6-4bd3-9cc1-3ae72cdc6ec0	fd9e837d-954d-45e4-b705-94b73b32cb31	df0e5818-badf-4bd1-89e2-95f3fc8f0a01	phone	prompt_completed	spoken	prompt:35ed38c2-37c1-407c-a530-a634775c8f55	2026-11-29 21:37:44.212927+00
0e961f47-5b9d-4636-bbac-fda4f24aa7f8	fd9e837d-954d-45e4-b705-94b73b32cb31	5a0b8026-0b22-4046-88a8-81db6dd1f29b	member	accepted	in_meeting	202	2026-11-29 21:37:46.359257+00
2dc2707d-888c-4635-80cf-377eeecf60d0	fd9e837d-954d-45e4-b705-94b73b32cb31	5a0b8026-0b22-4046-88a8-81db6dd1f29b	member	prompt_completed	spoken	prompt:5118dc12-d519-4f96-aec4-2ba3fb85e88b	2026-11-29 21:37:49.457888+00
b31bddbb-1aa4-4c34-bc75-ba026be0a97b	fd9e837d-954d-45e4-b705-94b73b32cb31	75b7c9ba-fa79-4092-8267-46cd9a6f5012	device	prompt_completed	spoken	prompt:5118dc12-d519-4f96-aec4-2ba3fb85e88b	2026-11-29 21:37:49.457888+00
\.


ALTER TABLE public.evidence ENABLE TRIGGER ALL;

--
-- Data for Name: ground_looks; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.ground_looks DISABLE TRIGGER ALL;

COPY public.ground_looks (id, request_id, oid, at) FROM stdin;
e4298966-e16b-4a22-9cdf-046016ad1575	bb54c2bb-344a-4b13-959b-2ee5a0faf09b	13621ec0-b2c8-5e30-9416-b1af275d6bab	2026-11-29 21:37:31.825293+00
16d6999f-65af-4b57-8c26-6fa3e9b88e62	805d798c-6452-4f28-a1a1-caaf38120515	13621ec0-b2c8-5e30-9416-b1af275d6bab	2026-11-29 21:37:55.119162+00
\.


ALTER TABLE public.ground_looks ENABLE TRIGGER ALL;

--
-- Data for Name: inbound; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.inbound DISABLE TRIGGER ALL;

COPY public.inbound (key, at, answer) FROM stdin;
623f82226d13f38bbcbb093388668ff34e61bfc0aee43d00161857e83f55e9e4	2026-11-29 21:37:28.428853+00	\N
c94780a08f92baffe72db02aef489665207f2554e3e82d87bc6958e59eeae6a7	2026-11-29 21:37:28.505617+00	\N
c264cfb5103b62cda42030e1723311a631004d5fdcde547c405c12d78e178212	2026-11-29 21:37:28.522097+00	\N
885afd005da4e4e4bd6d7bcfa61067a59fdfd727fc87b429b731c38f33baab9e	2026-11-29 21:37:28.647239+00	\N
9d4b1128035107b66fcd8dfcdcec30d22f7edba1496d1ebcbc8963f5ac9e91c6	2026-11-29 21:37:28.762338+00	\N
f810dc0fb406c23c3555c180851c66996d29f16046fe800de784537fdcca7163	2026-11-29 21:37:28.787342+00	\N
2022a91f150e2b691270c7cfd470f22bd99f1d1fad7709e31f7f39b780925e28	2026-11-29 21:37:28.891631+00	\N
2a551327f2425423b46fef2b1455d23ab7e887f8428b2e6fd5a1fca51bc187d8	2026-11-29 21:37:29.048111+00	\N
e3e00fea72d20a6251e1584979a503464972c370beba685f75d09bb57ff3016f	2026-11-29 21:37:29.171717+00	\N
f7da71338a85e3a3416d971084d57d45d3bc21fb9fddbd99034ccea6541b9098	2026-11-29 21:37:29.27908+00	\N
3d9c71aab3d0d366c30fcd37d4cd05436403287a5576486ea708316f405e0abb	2026-11-29 21:37:29.450418+00	\N
810111a74c5722d0fa75d5f68c14cf927e148aa2c4d86fb1676fb53cc2faba10	2026-11-29 21:37:29.610442+00	\N
80075a94f939d9269e5eae367e8c0ff1d9e34707fd9746a5df11b582d6bd66e5	2026-11-29 21:37:30.611181+00	\\x01036f6c642b32b890c87f98212d1d93b97b72926917d7ed7f4023256805f4c4298933977fc08246df32891fffc8896fd956b50ddd93979cfbdfdac01b1686258c248ab44549fd0cd3d323cf0ef4b6e6f8b6b63e1d4f8d3552ad5ea74dcd414ca8dc96cbf255a6a62dd30ef3db85016fad6d59f32a748ba2898411bb4c0bed52a4bf6cd98cd138da3a1af874c07648f28b82bfc3c67271b815707424b8f1e5842a2cbf72d084c587e4c575af12865339077b2baa1001ef59c43ab0ed8583f4e2856dd48af6a754440de8e7ab5fe58735b09b67091715548dcc462f8eb875c9e422f09a6d519279cd306ef9f5edb9ed2a71b5c29cad4b7f9c66188d5548b56e62272d9a7cbfd5c71124228e3a8cbf2bd587e0a4657305b3a2626a60cb4becec4f6e1f41784dc168683ecbf9662484f6508012ab967a3b1fe4ee477426195719b9b865ecf3aa3a9066ab760cf4c85277a2832d5579e2b5789d8d2dd9574eda318e3fdf6c28f1874fe6a8a55a19d46ad54473171ba3b1214ddc690d24273c2455e161dbc22ec9e9d33258f74dc9eadaec790918ac751a9c363fdaaf8fc72fc8d3d7a7826edbb4bb3d4b66542df09853ed226d5948a290724a17a609e972818a981923a20a6343539c6c9c9e1e9aa79cc2a6e70e54e899c51864898a18d467d98f49ed02e0d80d290e30947376e1f6427dfe9b13450b2544ccfb7d307192f2386586e0026d612eee2456cfa8b1ec079847a3f682a6d52401aeb7fc12c9c8e7b70900b77d7195db630db801b20409587327a497ec3e554229dceb596af455fe0a2952bd6c2f720f4da08299299462b0197615df5424542950bcbb05655361124d078f25b25ba7bf0c7d81b406d67e4253e1d3dd5153c05bc41a5ca8c005820b613e68c89e852af78b169848ce37b9ca40585d7ec7299bcf1126140b749914344e37d9000b6b35850355ed90321af3fa09e6e3231f5c637c0ba355a9f0b8bace970266d9d96b1c57f63128584223e142b41628597a3227263149577df2a351ba5dbd5ed2912a02230509286aae371f1937f1cf1de88efdbfe49b24588feec768a33f027d5092bb013bbc05a8937e864c24312ac51754807aed2358308d62ba26157c2ac8fabdf3ba91e4d349da51cbb7b5f6c0d71dea7f6e212c63adcefaafe384e998cc9995dde37197164363ac142dc342114f0a3ac66442e8c81422f2a51a0b474df30e48f66c9616de3bbcb82177a985b20bf39f955a8f37f6054f70e2fc0319250dc13d889b11558df601ff813a3f3ec8de725e05187566293ed8c9d4a0e0edec2905444f52747ecaf713330f0e56e6136189232d15e74b6e85ae13a1d74dae96550b9c45dfddfdfdc1a13f238c000df8e8afb4cebe8bb873bb7ca0d8a4c3b3396268f6dcceb7606bd23832a3387338fd8eaa1a7a4bdc0e0a6fef8bcd0e823ae280931031b8df58ad593f74bcd7acaa37b6fbce2c1852466f78c25a0e338470343ce51e69060d3860e841403aa12c8595c3dbe0ee209868f9db32c60743c732d46e7f0a66f160936af0f82a848d44bc10d204729e4794c957361ab4bcc14af0638f4234cde5841e5e37b476206ae69a3c3559827f3211b8004a13977fa269a225c12fd53b23f8ea87636db06c7a2d603445f8b7f2a22143411279ffec5bc0816d759f433d0141458f856a63b81059f6a0e4e73ba5dc9fad06a5724f63b3b0bd4b67c34be4a65bf16aded6ffe5808cf242b3e6b3d8092fdcc94ebcfd90f9718513fe4fc8a144d4f08915978560099e8b947637a9d7ecc9a00d96db9f9b3a713f09e4c8c5723884d35522c63c70f65c128c863fb2e497af93445460fbb6b5f608231902829e65a13ad3baff4ecb1820ca
2fdd08ce740253b581b70e160492b72360b84db33092bb537f0cab2ed3afc2dc	2026-11-29 21:37:30.758137+00	\\x01036f6c64303b07624dee2f10d1f3a9eee80ba2ede736b6c23f7e576b730365b8034c9e788ffedd85fefbb1b7e6e59dd8c72ca91e4c170e7f86a01ae8c8bf45883b7e8ccdfa01fd3805a2ff09a7f12c9fe7586a43f678526673aca4c142fd765ca3775ec11e5b28191b6ab3e963a66cb96a3c6825c4ce82ecde1e1db40e7aa28c09287aa8f3a0d87815207dd2686dad49e86d970c84f21fef81c68ea55e54f6acd572b473a03d43c34e012ec106323a896b9cd89f021fd337b94b740de310d26a0da0e8ba7110e38e6d2502f369e409e2b56f41e14bd04fe1d71bcf4eb49c3146f0520fee7da04e794e7d4fc37cbce43f602ff220f25315a43ae3098ea958082e35f72a9dcd567a0fc74c3d3480dbd908be3734ffeb83be164197190d84c13f1fd532e77d1e1fae83a944c4e6cde820b90d16329e935b98a3e616554dad0e0d59c194a1b1ad11001eab668d511d0879710775de275cd5eca657d1370c19133c3de2accd26e6b18be120967654a43b7aa3a4f6308fa309795283aaeee096f9398714570b4519367781aa767c8a5ab3f68bc4a77f0c8d0ec88095bf4cb2cb5f131c60516fdf572d49a2c2403ff7854a2b6875b15ba8a37d522f29f25d4f677e2a58faf9320a7e1be8c8d14992bf5a4af4683395602eee992f3709820533c5199f4dbcd03f4372933c83ac2496b5d6b3ffba7fd5cb0ce629ce42b153838b067f7b6ab46a2332da1950ba8dd09f00ad0a483e9f5ba72294762d98c4236a1a922feb404df552da083e431349443acebbc51a5d2f4bfe2e2edeeb26940d31eccc659f36ac5fb81a34e5cf85e706f476521a7cdae3e7d5f79fd9cf22aaed781b2cb9a26cc1d4e7ad1916b2382614c54bf4a5d2c4693033c7dc37
a776e41a62bb300746febff4e8622626680309315cb05e54ba92267c35e92089	2026-11-29 21:37:32.391548+00	\\x01036f6c642ab55394251a03ca6884ddfa115ab0872beeb142ab851d8e2c374cbcd9fb8dc387fab81ef7fa42876764524efb950925d679d2f23d92a916805dd158a78df530262dbe5f044473740c4175392bad3250fbbd8e0db54e5ad02da3cc2691624f885ccb5c8ca70a97e9a8159bc66f7693ba5ce3e3c8189d1a8fb9dcaaf2c70402c44f7152c016699d42cfd1d87d98cbd5f4a4316282cc83b3bd9145945fed338c6c0fed744348aace3ca145c13b88fc864aa9e76cd7c8b0eef9f1e091a310b90976b5f5e64dbf6c46ac56d372746dca2da7bc524d82efe33a1a8ec76f8f25faac1f50259f170a21ab14bcf8d153fad77491e261bf68294a04c39697af1e680e57438e7b74da6dc0df4acb9e4fb4f68de03b4dca398021e69e4df50e38b911f36a102902a2cd17a72ea2a5e23fdaddaf4450cd33af0ebfda791ee7fb3278433d857cd55748f74941928e2561ac9c1d77e8c1db81053cc89c6f7a6992b4987c77f3ccab96fc3a32ae2e3e3e7774d7d15b3e4413099a587e1c2f93cff830ff325ffb1301ba5307b8d8d3fe30d4023d2e0d90ede1307b06f045f2b908e5bf243f9709aed20d55bc6efe35f6eeba073451e52ece12d6ee81ba3b8cd90e450cc449c723a0af47a56b964fb7e1b6b66eac4035c9c27e91823dd9bf9ac83ef10bc366cde9a9cf935409833e5ba3916e465719cba10980c05e8f8ad7d04961a5a97df426de7698c2adafa939b627dab182818e957454f265112d9efba2426a15097b1423d4831fffd0af58be2fa3351cf04a9019ded512a1dfcd54bb44a105a2f4ef718ef33670a89a6da51e05e2aa3bc74d74ce16cd06f7411e23d6394a5c538c3c99ffe3c8677a3866ab4d5dee21b25f38f9ecf9c48935beccfa2a25e025a638e69859b882588f95c4cc382db04bf9d85511c291047fc359f1a9aacea24e836303a4d66ca0eace653d465d69c6c4cab700afe7572d7c2dfce220c869899c32efc401cefeccbfac697104885239467852731ce7519dbc6f980c43db1a6ad6eb0bb1884f44bab659407c193dc4a00f9ab058246f64ea85dd95fbb45c0c3d2769e13d9e2755b8afde62790561d96151b05f81ba2c6eee2522a65f042aaffce8cb02c87d18de9043e3e29978e9a07fd3c09ab73bc6dd6fdc18c588a1cbdc956bc8fa0d9aaba3e09b7676600b0443c20ab1921ef8d310f4a81945eb9d6afc40230b23618bb3bb18a4d4b5178ee8ddb6142af4e3bdd5a19c3ba1cef9ed97888b9e7536ff48c4a82018c3d8cd613b00fef3f4b8c20254b8ad17a312539c98ff2ec4674b28b41b3e2e5ffd95e3227d47fa97dd0eb4b7e0e817034dfc9b87baff0fcb22da3ee4abde6871ead4e8d29bf1d1731732b6fd5f1ac08138c3f8a63d1f255f9377c06c111cc99e4b81ad7e3db55fd5e06eaabfe11b6afd2264e8efd2ccb7764bf676ed8c01585b1630da947758050d5de9292ab69352d2f058b359ae42cfa709f52ad0b27402445af77cfe289d36c83047b9fb361c4d58d37f251709296e840a9f99fdf47f913aa3252237caf6ee542b16d77c51702b69937b9f7378f9aa53fea16fd20142f4fc286b7306359495545b7fcb1d710b659ac9ca3b09b221b0035d1c1e7a877aa1a2c029008311610bc36e3bfc42b7cfc9bc507b7afd977ccbbc935a1b1344591d899949cb752412952115a7b580ef3cb569f674428e9c2acff42c6747b885b8176a46023d200846418b8828c93fb0e5dca8f28a4c4b2a78cfed80a8328f1ae0767781b7fbcb5735230735d064275ed2dc697b7c4ebe042de6e7b7c52812e3c1b60b8ff687093e15f539ee3fd33a11d3a519f90b9c287d995b1edabcf4c1fbfdc126471d5f334397ffc647406356dc67e5c73da0299977dea9c64449fb2c840fd95ca46c0d4b39b6c3b164b073780c482fae4e273ba023fdc4342d82c05f36b3666cff73cf4c70ef85439ce5167a1008cd21ea136a2d3501e582c2e17929d423de7a22528d5129ba4f622621f7b33a25e5c4e196b79ce19c81d731379e673a6aa5435cc55610e08599ac6f30b4529522162d96497c4133043d47ada162b3887f34f2fae56729afb1a65d3540286edd52c289badfcdd45dcb83e4181e5462b261c9f080844b2b8d1505343114d8f2cf201e05d65336e7e6ba1bc6303323b85dde003b1cf8b464c18d2f08c8185e88d9dfbc606c3fd7ce92efd158cdbbc09e715bad8b1824896b5843f2d824d4c642458b99f05808a641e047b299c87464dfd60e87dced08c8cf064fc033dc85852a2b60adf27acf6944c62b16a1b05f37f4aa117d36e205ba3dda13de19f9dbc40444bdc75aef5ed9b690d9e90def1c03fee084db2d2d7c0ec1cdeb7b642f3c36bf3ecf8ed0f99d6916535e0a3071b29f3af83ab833e3166615c8f1af51ec9719386ec45d3b0a81e371f47894bff7b9c3ccac36038dd9aa80daf356df58220ec2c511dc94245a7db5b884fbc9559d95340159caac53b72126c20dddea021ee29c42a5b5f3c86785a0428bc56b7f52ab19aa74ac607330838296ebb0c07ef9840e6ce1e62317f4e73ec0a8aae521abb86a2b0ecd773a77643602592a34cf7d0541ef74e5f731118950bfae00f2d5202c7524f60e707c6261b10e32bd68c38e787c835313d47a1b246fe0cc8ef1e23ee6dbec40bf89a3fe155a620203e32b7815369ef45c759f260d4f8614429eff9ba4c29df2d02b8d5fb64282ab59cb1bb94c452d48c1d8a0147c5ed2c8d4ad7a98a0aea1f5e652aa58980a24fc05fd031ede89008449efba3dec12c113c5eb867e578ee33c34cac30ebbeb8dc01d855da1626d288abf
ce9bd5f28d6c3a6fdf9549fd0625f96da8087effeaba7d1e0be4783bcb0ceff3	2026-11-29 21:37:32.604786+00	\\x01036f6c64b5a3f33367ae2c0a35a9e0b1ee01a80a0e60fc41eb1f6c4e682c5eee830c8feb9f0496ea7b1f16b2a35da906eb286b94ac76367a42647008511befab81b931216df3f2f171ee9f8b4c90140411592a8f80fbd2bda76d645768e68356d59b3cd5d3800215ac41f851db2dd0118d7880c23971151f1deaed5ac62916761d8f008e82d93e27a24bfdcea6bafddcda1baa61012837c3db41c656b698af972a8633d1f41a9e3011472631d91dc2420472056702c73e1bdf28f961915cf5a1408fba2dc17f9f9515bb0c801c534ea848e02c18969ff237b79c969232f917ba4ca04f975be346b1d48d84a42942a0f07a39dc43acf98e907a426326d4e51b3b9dea24ae31bb25d59971a834d1e82f8cb782f39d136cf14c218bad82f120a9602bf7435747cd9db35f830ae8a1bbb5338fc31d3bc7cd760592f00d07cec10e30d791b3e7e56fa90231a9475f93ab061b7b6b4ebdedd2804aa9e3379049ffb939294f1df0b1369ef93f5b1d1f06a72fedeead77d330900401f07c2ddd643cbd1b5a2a2fd3710bb906f715169e664e4a6935a46808d2d252d6d69756d71746a4aa9afe13ae922824bd33ba7327674118a6b7c128ed3fec0f03263a5b1f672c1e02ee24e379f3783645261bb300d2853629510328d29a21ea6e744b2153fe39be14a301b08cbdb8f0fd828cc6b039b26525eb52f9215305
526bd7cba8086adc0fb2ffcc58ae07b0665fcd93aa203a21637b7e0f7d17aa35	2026-11-29 21:37:34.750042+00	\N
51151d34d513737a93dbac3d83d70770af407aaed15b8c5d12ad7d7c31bd3e0a	2026-11-29 21:37:35.05149+00	\N
212137345296e92471c926fdb6c7e841e1bb9624af2e97d2306f951954b6b60c	2026-11-29 21:37:35.633775+00	\N
b81dcdd30b4b5b201bffd10395dcedad1680d2f1e7b84b9937aa019d6640438b	2026-11-29 21:37:35.873308+00	\N
437c29f572a4bcfd3525f728f8b79091faeb13dba5f587ceb4dbd9bc5e750f98	2026-11-29 21:37:45.234521+00	\N
665c35730f5d104c6c62a14745df242f15597f9c42b63d8050b3a3f4b6598a1e	2026-11-29 21:37:45.366655+00	\N
c4509a54cd82ba0165cd1e1e82069fb38fba31f90d410da54e11636fc5287c2c	2026-11-29 21:37:51.915496+00	\N
92f253ccd6738b78247c939834844c0b383fcf8fc44da5f1a03b420d7b00e079	2026-11-29 21:37:52.074093+00	\N
10950bc24550e2267b682750ed5ba347d9182acbe011e8af407eacc1151e2a65	2026-11-29 21:37:53.203132+00	\\x01036f6c64b1f75e7ee68d76b56262738d24afeb3247f62431cd5b79f07b5817c2f45dc521e6235d156e249bbc721d56cf1baf9f2880d2c37a7a52ef4da57c2b0f90f71404f5c57b5bc6264cb01e8959dfdac6f880180f02c28d917af4ef892ab4e0e78460d82188afe9e34d933064e56e42902e3ae83b4213c1630fd91d15dc005fd81ecd6619b859ff273c7168ab13cf343fa6eba0f372e53aa57d2885f71f13bebd92e4c72b797acf5090febdd69f665959269f5690e5afa73dab2650d7d8cf0d283104984d9963ccb608477295facaa89ff5e5b484bd0c517edba0f1b88080074ac30be2cd2d334514de28e7c74a5ab545b3a20edf6b99bb05a08051b0cb207b21895cfeeda1e801e16f4d276068e971f8e1727b71881da775f92c085e8601f1db339fb8d9f9f6d778d277c4019ad90e83d42360d28eb8133e0829e344fd150fb362ba75294779ce8a6eaef6f97bf7ef588a15787e674d4af1fc01eef138fd14a275f5cf5dee82f7c5028c40757752031d1095266e9fae269f782e0efdf54cdcd1085c859f5bccff21941790c0f8709a70b38714a8c125c85949789d67ca0a84d9b4800e911c11861a7050ca1824e7989f08365fc16d0afc02297eb4534ae9554c376407e776fba3e148e0e5d794791c36e21409c51c88e10f5d6440e855daf90188a03f2c4de9471fa1b10e83481ec638de35d7fe50ae5cdd30d3978e660fbed8180ce9efbc55af4e91c582b722ab9db5f91234f027432f58c1c5661e9f3ae1d88fa5ff1551849a5fe6223288b4ced61b3f49f2960826348b6d324f84261442be810d4f0668ad397e54f4760a441fcfb6901110d919e057b5ea2533aa99a2087a56a611a11edc096e73485d8dcfd9b680187578d700f9a0f75c160f7e50d875cdbaaaf3f80d1aae421f1989a51ea01d664fe9c775405742a19ed0e46485abdca24b1ec6ce75073612d243c37b62c35ebb6dc71c5cd5a723eb06a1f191c7ea21023e3992690bfec27993ad3d3db0580f2a588303f48a6d937728ec4cb3288fa2fd8acca7c37dacedceb63eddfa22675f4d31690869f2bed2603fe49a6c802eb705e812ad21428db7ac1fdbfa28c261f5008235d04323c450a77fe187263a63b7cdb6e903f187a9c9b6a6e0d79408e74df57e13a7dce8605245e771274846478300ebd9e169fc12203f1be5e8d9e817e2110d6ebb245d8dce23be76b23cf49768ec1d0ae4bbd327e08d374c996e56914ddf4fe3b5ed91cb60859bc6e89302f89566b144777ea0f54acff3243c697d8a335680c409e017cdd9829db85a9dd18ddb9d1e836df987d6821760309b04589c0741b05d17d70236ed1d8cab63c08e3d5dec3582b953af6c743c71fe08b66a554d9430b913cd778c183c8abb11acf1bb5eba78771f41949e74be95ae3526b62bf25845ad67c8dc5dfeb9cca1a532e656518ebc5e187cefa334a44c9232b8efcd5efa69817553b0b242d37f76840806d53901ad027fd23209e691afa9abac88eb1a1e3b80c174bb1f3dff96f8830c39e74abd115d64bb036cc483afdcd6d828dcce7a6f553b719671dee119d387416aefa2e171e4d6892f288b958ad10c64f4bd0b749ebacc3081f7eb154750aaec9b82e6ebbb6fa270a42107f94d8a234fba14a2634190420bdfc9dfaef05224911a8e98385a24f372498ca737c8f5cd3885d9727ec1d8609a44686ee5495d4b3484136c7ec33608e0b622fe04c62bb98728d2b48083fb11acfb2af6ee9c75274563ef8b2fb710ec0753d6a32ffe299cfa7c6d489803034dae3e8a6a8d765f3f3804518b9aaaf1903dcdbdf24a2b4df44ac0108667c63e1fc160a8677cdde17c3011c97a17e732ba99fc4481fae969653ffdfb393905ad948892023291010e8ea6a48dcf5060a35d5d44898267c875c2b325f1809f378228ae9a7a17188cde80b1982dc05afe4f45c6a02921e08595c04ef66da68f789b2561196d876ccbb2aae10f0479a87252cfb52d40cca0017c7a6a89ef8ddba9c86d410276736d7a818dd6d8b2daf5bb9543a979459a6ba06c7c6439385c4f2da9e293f48723f21ff559b94d84b0a1346927b2d044c71c78774d70bf87445c59
8f198010f7c803712ac5272cf119b434bb54ffb3675c4f119f8fb3937cd532c7	2026-11-29 21:37:53.327251+00	\\x01036f6c6458585911a1641111ff09a6e162290120baadc80c03c6b5adfdec0733e757334ac26dbe2b58e8eb03c991a0308a43a6b053a33d3f82eeddabd7ce82bef2e1afb7ebe84f6c442ecbdbd63bab3ca6d79dac15390ba50ff67581f23fa90629aac49c61552f3bdf77972dec068c7721af94e51e1111f759d04abd47e7bc11f1c71737c391e424af4e3c898b1474cb84b31f362827aafc4cb3bd3a90efc02bfd725cccd7e36e91905da918f5a26a9458b63575f8b76b1a1f2ae6320c59b1513bcafb9849f7d16873e41709146700b87c200f689570adf2da9e82d5b8e50f1a28c0b89179c8f3003324c9a75cac071c91cc2914c02afdfee2fe40c32b1c3e79c7f53f99589a7d67792c82d7675b1bb01f1f78bc39536351b94d541527fb3c1afb76123b8ec10c61505152a68c614b845d18f79f35ddc252c4695fe1743385b6b97c2ab0d9a3d0fe24729b9fbbf9b9d9f76bb587e914742b36088d5e57b92a1ae9c24ee6f01cf5c95a2be6a8b647829a043f9fae2a47b19b04870953b8c3832fd6664ac10ed991ccc37e428c76dd79770ffad83c708f64be5d1dce072e6d91268d991ce6d8c5905505f3c19bf808d0026956eb0061458bbc1c6afa1922039b13f574932585176a42a523bb814c82ca1f0753c2c001bcc5f2a6d58d7483fe09090fe4ef4650da83e491692253fd2dcdea7f780b71ef9a4f7e321ac2d8c85b2dee3b07a208c614ee9ea6e9d421393d2a2dad2c0efa42a8d2b05b18b6f4a8c01aff677e2aaf1a7f7da33c1da98666d86ffd05df833d77b5248ed26c81fc47d9e12b5c0d602c957deb99b5366fe211e3a568f9482fc135a6a99565668dff6ee9e93e8e3e10ec55a486afe98cfcf2977dac3538a68a73f7a1
005b2ff79e4117e36a4fae37a448de2701105886570b6650ef150131d4e0ce8d	2026-11-29 21:37:55.727001+00	\N
c6ea6aa30f56b2120fa21df14179c097c338a89cf7621bcd7ac53958ba0b824f	2026-11-29 21:37:55.960126+00	\N
470253910a7e6312289245b56eed9480aef7a4349edab275533cc0260252b128	2026-11-29 21:37:58.277186+00	\N
ada3d293939eebcf11a86c85ffef6f6a10d012f5bec2e2d60b708e1705a5c925	2026-11-29 21:37:58.617998+00	\N
4de1fafebabee9db54287afc63c6ae2751177ca3f50abc126e0bc4b09c22c3a9	2026-11-29 21:37:58.775853+00	\N
71a272f1b67021283d43bbf5b4e9a8f1c3f7882689c30bf921148be23fa89e12	2026-11-29 21:37:59.055181+00	\N
a9efa0220a23c04d58ec89b3519d9092cb0df5111af3c09af2ced827c02583a0	2026-11-29 21:38:00.202794+00	\\x01036f6c644302191f2b05d294acf3eb7d5e904931161afd5afcb877ed6bccec0198e5199ddbc2a90eaa6c9f1fb4b7443f3b7e2a3ccbd4fcefe0e6881ba66c50e672a38a3fe47f677d6c5117cc3516b44f50ad23aca1b6c9e26c48853978305187ab78575b6b786ae76aeb5c9e0b18abe35c479e9d22c37b1f76ea96d847d95edd597324cc9370da0f0a43ae74f3eac60898af4a7c35ea8ba9bba00aa84cfdf9b27fa1d445495f762aac5b63c2ae9e84c4b07007b347ee3b06760090fb3569776a0436373474f7342da2db721efefa8c7c470155a5cdd3a31cbfe6110c3998cd273126450b901f2c848a61f61b630e5af0d021cfabcc4ed251cf8fe4d14203ceb948c475b4e0631919ec81dd1b87597916111ac953dec4fcc0b6f3e4bc64708a8e433d0ecf6932046d614b41c68026dbf473eaf385667c6c8e5a9f6d836b5c2c726a6a298b58af35b7b651f00702e441db94206c198802b036176fc7535ab02c0b951ebf424715c9cbc19680283de478be3be718d15b8c506c35cb9401c68b669b59f0640577e20bc062391b6f454e9b3b3486655db4e6cd1dd71465b82a083ce397f04c3eb583b45ac9ecd26cb0e0014e041f3167c063f97327492c64f83b70b3f2498aa19f4ba0b756af20a28742ca5381ac6d1f2b89d67b169db799f0edc146c3187ef06d89724ae751a2adf36ef9a8b71e5f9d89f07cb312ffeb9212186a4f5c3ce13458eb7a
\.


ALTER TABLE public.inbound ENABLE TRIGGER ALL;

--
-- Data for Name: incidents; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.incidents DISABLE TRIGGER ALL;

COPY public.incidents (id, meeting_id, noticed_at, noticed_by, started_at, mark_id, end_mark_id, initiator_oid, ended_at, ended_by, watch_ended_at, switch, file_at, decider_oid, file_state, file_id, file_outcome, file_outcome_at, file_outcome_by) FROM stdin;
192151bd-3d35-4913-b35f-50ac61a5fd09	6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	2026-11-29 21:38:00.933568+00	chat_message	2026-11-29 21:40:00.507+00	1795988232506	\N	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	\N	\N	\N	off_again	\N	13621ec0-b2c8-5e30-9416-b1af275d6bab		\N	\N	\N	\N
\.


ALTER TABLE public.incidents ENABLE TRIGGER ALL;

--
-- Data for Name: incident_steps; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.incident_steps DISABLE TRIGGER ALL;

COPY public.incident_steps (id, incident_id, kind, who, at, last_at, times) FROM stdin;
2f32bcba-6d2e-46d4-9d03-abe59097b048	192151bd-3d35-4913-b35f-50ac61a5fd09	signal		2026-11-29 21:38:00.933568+00	2026-11-29 21:38:00.933568+00	1
3b7670d7-2de8-4ab9-a21a-2099425bb6e3	192151bd-3d35-4913-b35f-50ac61a5fd09	put_back		2026-11-29 21:38:01.208462+00	2026-11-29 21:38:01.208462+00	1
22cb82bc-83ef-42cc-b662-fe3a8c650bf7	192151bd-3d35-4913-b35f-50ac61a5fd09	warned	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	2026-11-29 21:38:02.5379+00	2026-11-29 21:38:02.5379+00	1
4303201b-2d8c-4576-a42f-68e9a651f9a0	192151bd-3d35-4913-b35f-50ac61a5fd09	asked_to_stop	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	2026-11-29 21:38:02.5379+00	2026-11-29 21:38:02.5379+00	1
c21c89e7-af19-4244-a8eb-523e1cc2fa0d	192151bd-3d35-4913-b35f-50ac61a5fd09	decides	13621ec0-b2c8-5e30-9416-b1af275d6bab	2026-11-29 21:38:03.443488+00	2026-11-29 21:38:03.443488+00	1
cfe9de58-847a-4460-80d3-f60eee824ccf	192151bd-3d35-4913-b35f-50ac61a5fd09	warned	13621ec0-b2c8-5e30-9416-b1af275d6bab	2026-11-29 21:38:04.211684+00	2026-11-29 21:38:04.211684+00	1
05c4585e-f3d1-4fb0-bf62-0ade6d1d705b	192151bd-3d35-4913-b35f-50ac61a5fd09	warned	8d3e0d45-f5c7-5baf-b351-60177530448b	2026-11-29 21:38:04.572161+00	2026-11-29 21:38:04.572161+00	1
\.


ALTER TABLE public.incident_steps ENABLE TRIGGER ALL;

--
-- Data for Name: journal; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.journal DISABLE TRIGGER ALL;

COPY public.journal (case_id, seq, at, kind, actor, facts, commitments, previous, hash) FROM stdin;
f963a85a-99c2-440d-bc10-7cb50b62f297	1	2026-11-29 21:37:28.505617+00	app_added	teams	{}	{}	\\x49cddaddb0fce7c14eff6553d75b15c4a52ba388c346676c8cdae29576a91b31	\\xb4e5db8052db66d5f19bcb8e66e4fcaf0250e631301150198c1c226f526bda87
f963a85a-99c2-440d-bc10-7cb50b62f297	2	2026-11-29 21:37:28.505617+00	course	teams	{"rows": [{"id": "f963a85a-99c2-440d-bc10-7cb50b62f297", "set": {"id": "f963a85a-99c2-440d-bc10-7cb50b62f297", "kind": "virtual", "state": "coming", "cameras": "untouched", "dial_in": null, "ends_at": null, "put_back": 0, "starts_at": null, "created_at": "2026-11-29T21:37:28.505617+00:00", "teams_type": null, "block_state": "checking", "put_back_at": null, "block_reason": "", "app_installed": true, "organizer_oid": null, "phone_possible": null, "organizer_tenant": null}, "table": "meetings"}]}	{}	\\xb4e5db8052db66d5f19bcb8e66e4fcaf0250e631301150198c1c226f526bda87	\\xb1383a0bcb75d51d733e8d7c75d6159ea49b921537164318763ae0e6f6b6d104
f963a85a-99c2-440d-bc10-7cb50b62f297	3	2026-11-29 21:37:28.787342+00	app_added	teams	{}	{}	\\xb1383a0bcb75d51d733e8d7c75d6159ea49b921537164318763ae0e6f6b6d104	\\xeb41e5ad1d142e7d9b88f09b37007ac1f53c307a936d4939de0dd66ee06a8211
f963a85a-99c2-440d-bc10-7cb50b62f297	4	2026-11-29 21:37:29.363289+00	meeting_taken_in	system	{"type": "Scheduled", "known": true}	{}	\\xeb41e5ad1d142e7d9b88f09b37007ac1f53c307a936d4939de0dd66ee06a8211	\\xdd93f3f56b59f61baa1576b38fdcb49fa350a2f736f2de0104f2ec7d848903be
f963a85a-99c2-440d-bc10-7cb50b62f297	5	2026-11-29 21:37:29.363289+00	course	system	{"rows": [{"id": "f963a85a-99c2-440d-bc10-7cb50b62f297", "set": {"ends_at": "2026-11-29T23:07:28.446000+00:00", "starts_at": "2026-11-29T22:07:28.446000+00:00", "teams_type": "Scheduled", "organizer_oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "organizer_tenant": "3e038f54-43f1-5502-b277-93f446341c33"}, "table": "meetings"}]}	{}	\\xdd93f3f56b59f61baa1576b38fdcb49fa350a2f736f2de0104f2ec7d848903be	\\x631cbbdfef9c925714b23ee409bf028e5e3d98ffe5fb67e971309d70e83573ac
f963a85a-99c2-440d-bc10-7cb50b62f297	6	2026-11-29 21:37:30.07977+00	block_read	system	{"state": "held", "reason": ""}	{}	\\x631cbbdfef9c925714b23ee409bf028e5e3d98ffe5fb67e971309d70e83573ac	\\x99aaa72bc7e2b3aed548c40a4de9f8cc4f74fb6dfd0c606d6bb8948129974419
f963a85a-99c2-440d-bc10-7cb50b62f297	7	2026-11-29 21:37:30.07977+00	course	system	{"rows": [{"id": "f963a85a-99c2-440d-bc10-7cb50b62f297", "set": {"dial_in": true, "block_state": "held"}, "table": "meetings"}]}	{}	\\x99aaa72bc7e2b3aed548c40a4de9f8cc4f74fb6dfd0c606d6bb8948129974419	\\x6286b410f677b5b726a1a72e1338cdff9a0b4e0b02c6da7f690c291c5a4eeb12
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	1	2026-11-29 21:37:30.758137+00	request_registered	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"late": false, "role": "citizen", "queue": false, "video": "", "notice": false, "number": "L-TV2WJUV", "meeting": "f963a85a-99c2-440d-bc10-7cb50b62f297", "profile": "frederiksberg/1", "relation": "citizen", "department": "familie", "others_affairs": null}	{"bb54c2bb-344a-4b13-959b-2ee5a0faf09b/ground": "c329477bd328f3888041ab887786183e12a6fd3f641c916e146374250ef5ad91", "bb54c2bb-344a-4b13-959b-2ee5a0faf09b/contact": "41fd63db0b3985a08e057c08d6db6d45b7473582419d436ebddc8951e6754000", "bb54c2bb-344a-4b13-959b-2ee5a0faf09b/companion": "595c66fc235f3b7cb34a227992ad2ea610502614e0a3a6d57a636d03727e7737", "bb54c2bb-344a-4b13-959b-2ee5a0faf09b/own_words": "08bcba4b978b100bf04c65be180ae297f6d7b047d03cf1d72890f09e2a11cd68", "bb54c2bb-344a-4b13-959b-2ee5a0faf09b/citizen_name": "51507b7e16a13f713ca9a2d7dddb1b373277e2098bf2315c47a0fc2cc5f4dc5e"}	\\x8095f695702430da6cfb526ec54ec4065e9ad138e67409bdbfb97495b156d6bd	\\x853f25aaf474f6a24528756c50a4eeb5918453434f363efcd42fb54bef8d044f
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	2	2026-11-29 21:37:30.758137+00	course	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"rows": [{"id": "bb54c2bb-344a-4b13-959b-2ee5a0faf09b", "set": {"id": "bb54c2bb-344a-4b13-959b-2ee5a0faf09b", "late": false, "role": "citizen", "scope": "whole", "state": "received", "notice": false, "number": "L-TV2WJUV", "used_at": null, "relation": "citizen", "verdicts": {}, "answer_at": null, "answer_by": "email", "answer_how": null, "created_at": "2026-11-29T21:37:30.758137+00:00", "decided_at": null, "decided_by": null, "department": "familie", "deputy_oid": null, "meeting_id": "f963a85a-99c2-440d-bc10-7cb50b62f297", "profile_id": "frederiksberg", "devices_out": false, "proposed_at": null, "proposed_by": null, "announced_at": null, "answer_state": "none", "approver_oid": null, "confirmed_by": null, "precedent_id": null, "confirmer_oid": null, "employee_type": null, "registered_by": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "requester_oid": null, "caseworker_oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "note_copied_at": null, "others_affairs": null, "refusal_ground": null, "profile_version": 1}, "table": "requests"}]}	{}	\\x853f25aaf474f6a24528756c50a4eeb5918453434f363efcd42fb54bef8d044f	\\x4bb83486e568a9f5228a17cc0c1ef1e2bb87f9f5704071120f34b11ea8d5435f
f963a85a-99c2-440d-bc10-7cb50b62f297	8	2026-11-29 21:37:30.758137+00	course	system	{"rows": [{"id": "f963a85a-99c2-440d-bc10-7cb50b62f297", "set": {"phone_possible": true}, "table": "meetings"}]}	{}	\\x6286b410f677b5b726a1a72e1338cdff9a0b4e0b02c6da7f690c291c5a4eeb12	\\x407729f87d3d29d7509a4fdc9ade1a61531efe2b2ff653847cee30233e241f5f
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	3	2026-11-29 21:37:31.307113+00	receipt_sent	system	{"by": "email"}	{}	\\x4bb83486e568a9f5228a17cc0c1ef1e2bb87f9f5704071120f34b11ea8d5435f	\\x333759f6d56b284399b87e114fbdb74ca25a61ba18c656c6911d4649ee0d70e8
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	4	2026-11-29 21:37:31.825293+00	asked	system	{"approver": "13621ec0-b2c8-5e30-9416-b1af275d6bab"}	{}	\\x333759f6d56b284399b87e114fbdb74ca25a61ba18c656c6911d4649ee0d70e8	\\x939e65600817f2499fb028297b90368cbc3694acd340aa3f5896244cb9c6037f
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	5	2026-11-29 21:37:31.825293+00	ground_read	13621ec0-b2c8-5e30-9416-b1af275d6bab	{}	{}	\\x939e65600817f2499fb028297b90368cbc3694acd340aa3f5896244cb9c6037f	\\x2cf18ae217c1f3d24c5fac6bea537460a7d2572d15964c418c530adb9647983f
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	6	2026-11-29 21:37:31.825293+00	course	13621ec0-b2c8-5e30-9416-b1af275d6bab	{"rows": [{"id": "bb54c2bb-344a-4b13-959b-2ee5a0faf09b", "set": {"state": "awaiting_leader", "approver_oid": "13621ec0-b2c8-5e30-9416-b1af275d6bab"}, "table": "requests"}]}	{}	\\x2cf18ae217c1f3d24c5fac6bea537460a7d2572d15964c418c530adb9647983f	\\x2a836cf7ca7418964360889b5727466da4b55d56b80c9bda0e08456e2b7a3afb
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	7	2026-11-29 21:37:32.391548+00	course	system	{"rows": [{"id": "bb54c2bb-344a-4b13-959b-2ee5a0faf09b", "set": {"verdicts": {"13621ec0-b2c8-5e30-9416-b1af275d6bab": {"purpose": "", "remember": "for", "companion": "", "cooperation": "", "communication": ""}}}, "table": "requests"}]}	{}	\\x2a836cf7ca7418964360889b5727466da4b55d56b80c9bda0e08456e2b7a3afb	\\x2b0196c296c9faf5979a89527bb15120b2faeb0606bffd7b75258a61beb445c0
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	8	2026-11-29 21:37:32.604786+00	decided	13621ec0-b2c8-5e30-9416-b1af275d6bab	{"outcome": "granted", "verdicts": {"purpose": "for", "remember": "for", "companion": "for", "cooperation": "for", "communication": "for"}, "as_deputy": false}	{"bb54c2bb-344a-4b13-959b-2ee5a0faf09b/letter": "10ab4f3117ef28d4f28f4102cfc85a0dd59b4209f068a7aa1073e62f607a21ee"}	\\x2b0196c296c9faf5979a89527bb15120b2faeb0606bffd7b75258a61beb445c0	\\xf49593605d35432c13245a8401ccc746c706534ee79d3052ded267c4109af1f6
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	9	2026-11-29 21:37:32.604786+00	course	13621ec0-b2c8-5e30-9416-b1af275d6bab	{"rows": [{"id": "bb54c2bb-344a-4b13-959b-2ee5a0faf09b", "set": {"state": "granted", "verdicts": {"purpose": "for", "remember": "for", "companion": "for", "cooperation": "for", "communication": "for"}, "answer_at": "2026-11-29T21:37:32.604786+00:00", "decided_at": "2026-11-29T21:37:32.604786+00:00", "decided_by": "13621ec0-b2c8-5e30-9416-b1af275d6bab", "answer_state": "ready", "precedent_id": "75580634-2912-4cfa-b64d-7f372fc1a6ce"}, "table": "requests"}]}	{}	\\xf49593605d35432c13245a8401ccc746c706534ee79d3052ded267c4109af1f6	\\xc19c62cf5c040a548dabb15467f02e03f103ebfc7deac52f5906fe44f4366b9d
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	10	2026-11-29 21:37:34.048375+00	answer_sent	system	{"by": "email"}	{}	\\xc19c62cf5c040a548dabb15467f02e03f103ebfc7deac52f5906fe44f4366b9d	\\x97dd453f3c03f5b4686e20d210f3ded83f67627d1e2e7ac7eb40ebe7e53feaf7
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	11	2026-11-29 21:37:34.048375+00	course	system	{"rows": [{"id": "bb54c2bb-344a-4b13-959b-2ee5a0faf09b", "set": {"answer_at": "2026-11-29T21:37:34.048375+00:00", "answer_state": "sent"}, "table": "requests"}]}	{}	\\x97dd453f3c03f5b4686e20d210f3ded83f67627d1e2e7ac7eb40ebe7e53feaf7	\\x0710a587d3a86f7710233161aa15c2ed475409224d3f10586d21bf9b99161815
f963a85a-99c2-440d-bc10-7cb50b62f297	9	2026-11-29 21:37:34.750042+00	meeting_started	teams	{"at": "2026-11-29T21:37:34.720000+00:00", "noticed_by": "event"}	{}	\\x407729f87d3d29d7509a4fdc9ade1a61531efe2b2ff653847cee30233e241f5f	\\x37f93429f051eb06f5fab0fac001a3beeed791a79350fa21c140bbea41f0c314
3a120940-9eb4-4c72-87b3-27339a3701ba	3	2026-11-29 21:37:52.074093+00	app_added	teams	{}	{}	\\x4697164604faa0a02f18be02bf96b578dd2abf0f8a7d3f8085ecd3cc8b6ba884	\\xad9ebd64d29efbf8edce6dfe3df9956a2c4c901fbe406e4f0faf113e3522fb41
f963a85a-99c2-440d-bc10-7cb50b62f297	10	2026-11-29 21:37:34.750042+00	course	teams	{"rows": [{"id": "fd9e837d-954d-45e4-b705-94b73b32cb31", "set": {"id": "fd9e837d-954d-45e4-b705-94b73b32cb31", "ended_at": null, "tellings": 0, "meeting_id": "f963a85a-99c2-440d-bc10-7cb50b62f297", "noticed_by": "event", "started_at": "2026-11-29T21:37:34.720000+00:00", "announced_at": null, "announced_for": null}, "table": "occurrences"}]}	{}	\\x37f93429f051eb06f5fab0fac001a3beeed791a79350fa21c140bbea41f0c314	\\x92fa388199108bedf460858b8152f5e0718205b40b2b8554ddb22ec0a505a008
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	12	2026-11-29 21:37:36.971818+00	announced	system	{"telling": 1, "occurrence": "fd9e837d-954d-45e4-b705-94b73b32cb31"}	{}	\\x0710a587d3a86f7710233161aa15c2ed475409224d3f10586d21bf9b99161815	\\xd170a9c82890ea5dbb03d27c28d95b6967cbf39b9c4b6222901a0485f00d1738
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	13	2026-11-29 21:37:36.971818+00	course	system	{"rows": [{"id": "bb54c2bb-344a-4b13-959b-2ee5a0faf09b", "set": {"used_at": "2026-11-29T21:37:34.720000+00:00", "announced_at": "2026-11-29T21:37:36.971818+00:00"}, "table": "requests"}]}	{}	\\xd170a9c82890ea5dbb03d27c28d95b6967cbf39b9c4b6222901a0485f00d1738	\\x2731544c6c22c0c94e36a3b4384c6d98f19537dbe0ac417c9f92e263f62a4a85
f963a85a-99c2-440d-bc10-7cb50b62f297	11	2026-11-29 21:37:36.971818+00	course	system	{"rows": [{"id": "fd9e837d-954d-45e4-b705-94b73b32cb31", "set": {"tellings": 1, "announced_at": "2026-11-29T21:37:36.971818+00:00", "announced_for": ["bb54c2bb-344a-4b13-959b-2ee5a0faf09b"]}, "table": "occurrences"}]}	{}	\\x92fa388199108bedf460858b8152f5e0718205b40b2b8554ddb22ec0a505a008	\\x83edc4bca31d2f4a5678be42de9a028a0bc6864edbfac99a9913c9a526ed37b0
3a120940-9eb4-4c72-87b3-27339a3701ba	4	2026-11-29 21:37:52.211121+00	meeting_taken_in	system	{"type": "Scheduled", "known": true}	{}	\\xad9ebd64d29efbf8edce6dfe3df9956a2c4c901fbe406e4f0faf113e3522fb41	\\xee6c2350b1a57a8adaff06740cf2846a2fd4137a07fa0553b012211bf56ac7ec
3a120940-9eb4-4c72-87b3-27339a3701ba	5	2026-11-29 21:37:52.211121+00	course	system	{"rows": [{"id": "3a120940-9eb4-4c72-87b3-27339a3701ba", "set": {"ends_at": "2026-11-29T23:07:51.886000+00:00", "starts_at": "2026-11-29T22:07:51.886000+00:00", "teams_type": "Scheduled", "organizer_oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "organizer_tenant": "3e038f54-43f1-5502-b277-93f446341c33"}, "table": "meetings"}]}	{}	\\xee6c2350b1a57a8adaff06740cf2846a2fd4137a07fa0553b012211bf56ac7ec	\\xaadffec66c80f1dd70f0e882011a12c0fe098a759f64770d712dbcb4665ecb62
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	1	2026-11-29 21:37:55.727001+00	app_added	teams	{}	{}	\\xb626dad9ce559414cd351cc0f4f2e3d0098492dc01e456f9439630ba5ac0b67d	\\x3b439add5227a1f9aa8b1341009afbf6c93a621e21fdcfb1b57668b5d09092e3
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	2	2026-11-29 21:37:55.727001+00	course	teams	{"rows": [{"id": "6fcb9df3-31d8-403b-a52e-d7c4dd9adc59", "set": {"id": "6fcb9df3-31d8-403b-a52e-d7c4dd9adc59", "kind": "virtual", "state": "coming", "cameras": "untouched", "dial_in": null, "ends_at": null, "put_back": 0, "starts_at": null, "created_at": "2026-11-29T21:37:55.727001+00:00", "teams_type": null, "block_state": "checking", "put_back_at": null, "block_reason": "", "app_installed": true, "organizer_oid": null, "phone_possible": null, "organizer_tenant": null}, "table": "meetings"}]}	{}	\\x3b439add5227a1f9aa8b1341009afbf6c93a621e21fdcfb1b57668b5d09092e3	\\x57482605bbd6e676f2678b76db2ba68b7b95138edd0209d7337aeddd73f5b021
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	4	2026-11-29 21:37:56.191862+00	meeting_taken_in	system	{"type": "Scheduled", "known": true}	{}	\\x1b3cce1be6449af62b8956e59799660a1623659b10801141f3ad05e75ae59f5a	\\x94da96ea777d38c47548c545e865e369d96eea870851e2982be207eb21baa7e3
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	5	2026-11-29 21:37:56.191862+00	course	system	{"rows": [{"id": "6fcb9df3-31d8-403b-a52e-d7c4dd9adc59", "set": {"ends_at": "2026-11-29T23:07:55.695000+00:00", "starts_at": "2026-11-29T22:07:55.695000+00:00", "teams_type": "Scheduled", "organizer_oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "organizer_tenant": "3e038f54-43f1-5502-b277-93f446341c33"}, "table": "meetings"}]}	{}	\\x94da96ea777d38c47548c545e865e369d96eea870851e2982be207eb21baa7e3	\\x8efe0694f55b3ebc2678067273170dc4443279281c216dedaa807c6bb5615623
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	10	2026-11-29 21:37:59.055181+00	note_taker_seen	system	{"sign": "name", "note_taker": "e9c01466-c961-4107-9ce5-0ff28b2ca750"}	{}	\\xd5801a3eebf2d51cea4d2a25918b8b667cc14b9f1f3693b8a104d0de2313807e	\\xcb227be2ffc9e0aac645eb2f784594136b2a581320cac6f25dd5c66ce96eebef
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	14	2026-11-29 21:38:01.208462+00	switch_put_back	system	{"outcome": "held"}	{}	\\x1074cac482b3304d63870ebfdcd5a13e6fa646139075c6c51e624a52dbbb70c7	\\x9f774f522ea03708c8d5ac1d0895edefa418c0a3d900a8a62c40afe3775da601
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	15	2026-11-29 21:38:01.208462+00	incident_step	system	{"step": "put_back", "incident": "192151bd-3d35-4913-b35f-50ac61a5fd09"}	{}	\\x9f774f522ea03708c8d5ac1d0895edefa418c0a3d900a8a62c40afe3775da601	\\x63c02a51a9e4434394dbafbbde391ed6a47d5efbd6b78b041e5ffd3e4e18fa00
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	16	2026-11-29 21:38:01.208462+00	course	system	{"rows": [{"id": "192151bd-3d35-4913-b35f-50ac61a5fd09", "set": {"switch": "off_again"}, "table": "incidents"}, {"id": "6fcb9df3-31d8-403b-a52e-d7c4dd9adc59", "set": {"put_back": 1, "put_back_at": "2026-11-29T21:38:01.208462+00:00"}, "table": "meetings"}]}	{}	\\x63c02a51a9e4434394dbafbbde391ed6a47d5efbd6b78b041e5ffd3e4e18fa00	\\x1f068580493344a6361b00708265389f59873db828b32a13259fa7f0d3235740
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	17	2026-11-29 21:38:02.5379+00	incident_step	system	{"who": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "step": "warned", "incident": "192151bd-3d35-4913-b35f-50ac61a5fd09"}	{}	\\x1f068580493344a6361b00708265389f59873db828b32a13259fa7f0d3235740	\\x6e28f194ed16500a15f03781188cca51812576478015e5ea9a584cb080e3e545
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	18	2026-11-29 21:38:02.5379+00	incident_step	system	{"who": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "step": "asked_to_stop", "incident": "192151bd-3d35-4913-b35f-50ac61a5fd09"}	{}	\\x6e28f194ed16500a15f03781188cca51812576478015e5ea9a584cb080e3e545	\\x8e4a45eaafb6aa652fdb28b667ee6de7ccc8c50dc723a2fb25b2a4e39ff09ccc
f963a85a-99c2-440d-bc10-7cb50b62f297	12	2026-11-29 21:37:38.08851+00	told	system	{"asked": 3, "accepted": 2, "occurrence": "fd9e837d-954d-45e4-b705-94b73b32cb31"}	{}	\\x83edc4bca31d2f4a5678be42de9a028a0bc6864edbfac99a9913c9a526ed37b0	\\xaa191a56d212a518ff1e16fe43bd862050ff72597b969882b1f8b0b5407d65bc
f963a85a-99c2-440d-bc10-7cb50b62f297	13	2026-11-29 21:37:39.311172+00	call_asked	system	{"attempt": 1, "occurrence": "fd9e837d-954d-45e4-b705-94b73b32cb31"}	{}	\\xaa191a56d212a518ff1e16fe43bd862050ff72597b969882b1f8b0b5407d65bc	\\x6d748ac5b7204fd60b3775aa1585c1be9717ae89dd5c726b28a7dd21fb90e110
f963a85a-99c2-440d-bc10-7cb50b62f297	14	2026-11-29 21:37:40.227475+00	call_lobby	system	{"attempt": 1, "occurrence": "fd9e837d-954d-45e4-b705-94b73b32cb31"}	{}	\\x6d748ac5b7204fd60b3775aa1585c1be9717ae89dd5c726b28a7dd21fb90e110	\\xf4d356823285db25f1c8d9a7bc7495d77e6686774663beae732615936715bc14
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	14	2026-11-29 21:37:40.227475+00	task_given	system	{"kind": "read_aloud"}	{}	\\x2731544c6c22c0c94e36a3b4384c6d98f19537dbe0ac417c9f92e263f62a4a85	\\xdbe7b303902bffbc0a50cee7cbb6b3dc6db4a00ce8e2c65fc056192ea76de2dd
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	15	2026-11-29 21:37:40.227475+00	course	system	{"rows": [{"id": "f018f8f7-c27e-4a14-a6ea-e19ac056a108", "set": {"id": "f018f8f7-c27e-4a14-a6ea-e19ac056a108", "kind": "read_aloud", "done_at": null, "done_by": null, "done_on": null, "owner_oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "created_at": "2026-11-29T21:37:40.227475+00:00", "meeting_id": null, "request_id": "bb54c2bb-344a-4b13-959b-2ee5a0faf09b"}, "table": "tasks"}]}	{}	\\xdbe7b303902bffbc0a50cee7cbb6b3dc6db4a00ce8e2c65fc056192ea76de2dd	\\xf99a6443716f060071ea4636c5173a9c89b23f9e9c3cfedfd9653913b55d38c7
f963a85a-99c2-440d-bc10-7cb50b62f297	15	2026-11-29 21:37:44.212927+00	prompt_heard	system	{"heard": 4, "attempt": 1, "telling": 1, "occurrence": "fd9e837d-954d-45e4-b705-94b73b32cb31"}	{}	\\xf4d356823285db25f1c8d9a7bc7495d77e6686774663beae732615936715bc14	\\x0c6d118bede93f5becc8bcee45b43a3f0b165a96c9408f491d0e2b233885748f
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	16	2026-11-29 21:37:44.212927+00	task_done	system	{"kind": "read_aloud"}	{}	\\xf99a6443716f060071ea4636c5173a9c89b23f9e9c3cfedfd9653913b55d38c7	\\x7b5d59a8021cf26e0cc21c4be6d1d2999faa80e4073dcf4bd162c35440704d57
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	17	2026-11-29 21:37:44.212927+00	course	system	{"rows": [{"id": "f018f8f7-c27e-4a14-a6ea-e19ac056a108", "set": {"done_at": "2026-11-29T21:37:44.212927+00:00", "done_by": "system"}, "table": "tasks"}]}	{}	\\x7b5d59a8021cf26e0cc21c4be6d1d2999faa80e4073dcf4bd162c35440704d57	\\x92ff4411c2be98e734c8cd4545b760c1bb1c5aee95f78d6ea56607a3c606fd5d
f963a85a-99c2-440d-bc10-7cb50b62f297	16	2026-11-29 21:37:46.359257+00	told	system	{"asked": 1, "accepted": 1, "occurrence": "fd9e837d-954d-45e4-b705-94b73b32cb31"}	{}	\\x0c6d118bede93f5becc8bcee45b43a3f0b165a96c9408f491d0e2b233885748f	\\x5a1d46a3a88bafbb3c24322cb67ed68d69cfa4534f45e8ca6f6d149b1ea0a034
f963a85a-99c2-440d-bc10-7cb50b62f297	17	2026-11-29 21:37:49.457888+00	prompt_heard	system	{"heard": 6, "attempt": 1, "telling": 1, "occurrence": "fd9e837d-954d-45e4-b705-94b73b32cb31"}	{}	\\x5a1d46a3a88bafbb3c24322cb67ed68d69cfa4534f45e8ca6f6d149b1ea0a034	\\xed53434c2a4ee4b97e019ed65733687d7326d73733b04095c6e6f2cd41af7047
3a120940-9eb4-4c72-87b3-27339a3701ba	1	2026-11-29 21:37:51.915496+00	app_added	teams	{}	{}	\\x084e3f1c1f3900bcab904af51b5b84439ae63a7dce107c8dd414bf9638b07cbe	\\x6a6602936932742bfe085a54d22a9ca75e25601d144b09d4ab4ccea78a6cd48d
3a120940-9eb4-4c72-87b3-27339a3701ba	2	2026-11-29 21:37:51.915496+00	course	teams	{"rows": [{"id": "3a120940-9eb4-4c72-87b3-27339a3701ba", "set": {"id": "3a120940-9eb4-4c72-87b3-27339a3701ba", "kind": "virtual", "state": "coming", "cameras": "untouched", "dial_in": null, "ends_at": null, "put_back": 0, "starts_at": null, "created_at": "2026-11-29T21:37:51.915496+00:00", "teams_type": null, "block_state": "checking", "put_back_at": null, "block_reason": "", "app_installed": true, "organizer_oid": null, "phone_possible": null, "organizer_tenant": null}, "table": "meetings"}]}	{}	\\x6a6602936932742bfe085a54d22a9ca75e25601d144b09d4ab4ccea78a6cd48d	\\x4697164604faa0a02f18be02bf96b578dd2abf0f8a7d3f8085ecd3cc8b6ba884
805d798c-6452-4f28-a1a1-caaf38120515	4	2026-11-29 21:37:55.119162+00	asked	system	{"approver": "13621ec0-b2c8-5e30-9416-b1af275d6bab"}	{}	\\xc58a79bd48094ed8eb758de9eb283d040d2cbc95842dece432afaed4685f815c	\\x94eabbee6185c9bc4da78fac6829634aa7b2c9f8734cfeda79c8ea8a6080b0a5
805d798c-6452-4f28-a1a1-caaf38120515	5	2026-11-29 21:37:55.119162+00	ground_read	13621ec0-b2c8-5e30-9416-b1af275d6bab	{}	{}	\\x94eabbee6185c9bc4da78fac6829634aa7b2c9f8734cfeda79c8ea8a6080b0a5	\\x944bbc7ca85b92041d71a76561d0d37533e093b99f565fad3374d2897f23041a
805d798c-6452-4f28-a1a1-caaf38120515	6	2026-11-29 21:37:55.119162+00	course	13621ec0-b2c8-5e30-9416-b1af275d6bab	{"rows": [{"id": "805d798c-6452-4f28-a1a1-caaf38120515", "set": {"state": "awaiting_leader", "approver_oid": "13621ec0-b2c8-5e30-9416-b1af275d6bab"}, "table": "requests"}]}	{}	\\x944bbc7ca85b92041d71a76561d0d37533e093b99f565fad3374d2897f23041a	\\x6c8d5648d1d0d8636f9bde160e86f8132f9f17739c98c307ec7a28d2ade44ba2
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	6	2026-11-29 21:37:56.722154+00	block_read	system	{"state": "held", "reason": ""}	{}	\\x8efe0694f55b3ebc2678067273170dc4443279281c216dedaa807c6bb5615623	\\xb6aded6c67d64391ad4093253b42c27d5af01450dfd55a12c33184e8e9abf80f
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	7	2026-11-29 21:37:56.722154+00	course	system	{"rows": [{"id": "6fcb9df3-31d8-403b-a52e-d7c4dd9adc59", "set": {"dial_in": true, "block_state": "held"}, "table": "meetings"}]}	{}	\\xb6aded6c67d64391ad4093253b42c27d5af01450dfd55a12c33184e8e9abf80f	\\x8545ea14626bb4c9007c6c8007522fc2c613df0d60be145b2749e3e065cf76e4
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	8	2026-11-29 21:37:58.277186+00	meeting_started	teams	{"at": "2026-11-29T21:39:58.260000+00:00", "noticed_by": "event"}	{}	\\x8545ea14626bb4c9007c6c8007522fc2c613df0d60be145b2749e3e065cf76e4	\\x93f04806d1190f9d66a3be14d2067af6dc7fb84768c96f29799e7ecfe927c59c
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	9	2026-11-29 21:37:58.277186+00	course	teams	{"rows": [{"id": "5253b1f2-7d4b-4ab8-bbd3-18e91857968e", "set": {"id": "5253b1f2-7d4b-4ab8-bbd3-18e91857968e", "ended_at": null, "tellings": 0, "meeting_id": "6fcb9df3-31d8-403b-a52e-d7c4dd9adc59", "noticed_by": "event", "started_at": "2026-11-29T21:39:58.260000+00:00", "announced_at": null, "announced_for": null}, "table": "occurrences"}]}	{}	\\x93f04806d1190f9d66a3be14d2067af6dc7fb84768c96f29799e7ecfe927c59c	\\xd5801a3eebf2d51cea4d2a25918b8b667cc14b9f1f3693b8a104d0de2313807e
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	11	2026-11-29 21:38:00.202794+00	marked	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"mark": "note_taker", "answer": "asked_out", "note_taker": "e9c01466-c961-4107-9ce5-0ff28b2ca750"}	{}	\\xcb227be2ffc9e0aac645eb2f784594136b2a581320cac6f25dd5c66ce96eebef	\\x978553e1ac67042199ac838034d804ce979a2ee58c874bfafaf3f3f2f44fb1ae
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	22	2026-11-29 21:38:04.572161+00	incident_step	system	{"who": "8d3e0d45-f5c7-5baf-b351-60177530448b", "step": "warned", "incident": "192151bd-3d35-4913-b35f-50ac61a5fd09"}	{}	\\xcc52feedae9ea64aa1dcba619a26811fd236f2e95642e9b2b061a08776839816	\\x8fbf14c8f770acfd8a8b86d405144eedf381610c9030e0c72b79b9417ac9f266
3a120940-9eb4-4c72-87b3-27339a3701ba	6	2026-11-29 21:37:52.739289+00	block_read	system	{"state": "held", "reason": ""}	{}	\\xaadffec66c80f1dd70f0e882011a12c0fe098a759f64770d712dbcb4665ecb62	\\xc0596813f0d8a2206fb84d7a3f897c6a515366ea4c7d8b8674e213defa55d232
3a120940-9eb4-4c72-87b3-27339a3701ba	7	2026-11-29 21:37:52.739289+00	course	system	{"rows": [{"id": "3a120940-9eb4-4c72-87b3-27339a3701ba", "set": {"dial_in": true, "block_state": "held"}, "table": "meetings"}]}	{}	\\xc0596813f0d8a2206fb84d7a3f897c6a515366ea4c7d8b8674e213defa55d232	\\x60faca78036ec48e362d01c0c23be6b67174cb50b2ddefeb1ea584c4818bd47c
3a120940-9eb4-4c72-87b3-27339a3701ba	8	2026-11-29 21:37:53.711246+00	meeting_taken_in	system	{"type": "Scheduled", "known": true}	{}	\\x60faca78036ec48e362d01c0c23be6b67174cb50b2ddefeb1ea584c4818bd47c	\\x9d3c99ecb626cf06d3b54efd0a0e64d40f08c2c74e47f834af9085c1ed15fce4
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	3	2026-11-29 21:37:55.960126+00	app_added	teams	{}	{}	\\x57482605bbd6e676f2678b76db2ba68b7b95138edd0209d7337aeddd73f5b021	\\x1b3cce1be6449af62b8956e59799660a1623659b10801141f3ad05e75ae59f5a
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	12	2026-11-29 21:38:00.933568+00	recording_seen	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"at": "2026-11-29T21:40:00.507000+00:00", "seen_by": "chat_message", "incident": "192151bd-3d35-4913-b35f-50ac61a5fd09"}	{}	\\x978553e1ac67042199ac838034d804ce979a2ee58c874bfafaf3f3f2f44fb1ae	\\x5a79bf7acb969983a835462f5a86328495fd865f2d15640700566b7b3b50b8c3
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	13	2026-11-29 21:38:00.933568+00	course	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"rows": [{"id": "192151bd-3d35-4913-b35f-50ac61a5fd09", "set": {"id": "192151bd-3d35-4913-b35f-50ac61a5fd09", "switch": "unverifiable", "file_at": null, "file_id": null, "mark_id": "1795988232506", "ended_at": null, "ended_by": null, "file_state": "", "meeting_id": "6fcb9df3-31d8-403b-a52e-d7c4dd9adc59", "noticed_at": "2026-11-29T21:38:00.933568+00:00", "noticed_by": "chat_message", "started_at": "2026-11-29T21:40:00.507000+00:00", "decider_oid": null, "end_mark_id": null, "file_outcome": null, "initiator_oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "watch_ended_at": null, "file_outcome_at": null, "file_outcome_by": null}, "table": "incidents"}]}	{}	\\x5a79bf7acb969983a835462f5a86328495fd865f2d15640700566b7b3b50b8c3	\\x1074cac482b3304d63870ebfdcd5a13e6fa646139075c6c51e624a52dbbb70c7
805d798c-6452-4f28-a1a1-caaf38120515	1	2026-11-29 21:37:53.327251+00	request_registered	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"late": false, "role": "citizen", "queue": false, "video": "", "notice": false, "number": "L-LR7F3JA", "meeting": "f963a85a-99c2-440d-bc10-7cb50b62f297", "profile": "frederiksberg/1", "relation": "citizen", "department": "familie", "others_affairs": null}	{"805d798c-6452-4f28-a1a1-caaf38120515/ground": "63e0e4fb165626c90facb7e7fe991c88015d49afe3de03451928d9ed254c0dfa", "805d798c-6452-4f28-a1a1-caaf38120515/contact": "e62f35aa8356e2bc8bf369d5d6ba503f8ae4816676d45fad3341b97c12add019", "805d798c-6452-4f28-a1a1-caaf38120515/companion": "dcee93c94d4b5c570c31768c5d5cbb773ff03b739403b9196ca7e2db1b03d36e", "805d798c-6452-4f28-a1a1-caaf38120515/own_words": "c4a24d89b2ea101c39c1285915391a827781424e9bb45bfae7504f850e52bbae", "805d798c-6452-4f28-a1a1-caaf38120515/citizen_name": "1272ce89fa0fcace928e53f9c820e05b0d556a896ed998b587540f904fdfa167"}	\\x767cc0ee599c10a07007a071583d1cec8d3c990859f9396a5e6d02afc6eb3007	\\x52387ba6ebe5fc654b5766a6c64c0b2af4344a822477bb1b4f0f336d9ce0ba7b
805d798c-6452-4f28-a1a1-caaf38120515	2	2026-11-29 21:37:53.327251+00	course	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"rows": [{"id": "805d798c-6452-4f28-a1a1-caaf38120515", "set": {"id": "805d798c-6452-4f28-a1a1-caaf38120515", "late": false, "role": "citizen", "scope": "whole", "state": "received", "notice": false, "number": "L-LR7F3JA", "used_at": null, "relation": "citizen", "verdicts": {}, "answer_at": null, "answer_by": "email", "answer_how": null, "created_at": "2026-11-29T21:37:53.327251+00:00", "decided_at": null, "decided_by": null, "department": "familie", "deputy_oid": null, "meeting_id": "f963a85a-99c2-440d-bc10-7cb50b62f297", "profile_id": "frederiksberg", "devices_out": false, "proposed_at": null, "proposed_by": null, "announced_at": null, "answer_state": "none", "approver_oid": null, "confirmed_by": null, "precedent_id": null, "confirmer_oid": null, "employee_type": null, "registered_by": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "requester_oid": null, "caseworker_oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "note_copied_at": null, "others_affairs": null, "refusal_ground": null, "profile_version": 1}, "table": "requests"}]}	{}	\\x52387ba6ebe5fc654b5766a6c64c0b2af4344a822477bb1b4f0f336d9ce0ba7b	\\x32815e9d2eb5d84cef351fe7db250e3cbd29c74cabcca11b9051bd0ff8d98a4c
805d798c-6452-4f28-a1a1-caaf38120515	3	2026-11-29 21:37:54.318965+00	receipt_sent	system	{"by": "email"}	{}	\\x32815e9d2eb5d84cef351fe7db250e3cbd29c74cabcca11b9051bd0ff8d98a4c	\\xc58a79bd48094ed8eb758de9eb283d040d2cbc95842dece432afaed4685f815c
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	19	2026-11-29 21:38:03.443488+00	incident_step	system	{"who": "13621ec0-b2c8-5e30-9416-b1af275d6bab", "step": "decides", "incident": "192151bd-3d35-4913-b35f-50ac61a5fd09"}	{}	\\x8e4a45eaafb6aa652fdb28b667ee6de7ccc8c50dc723a2fb25b2a4e39ff09ccc	\\x3b371cafdc18ef82f995f215c0eb4485c8a63209aef4098c7635bb1aa36a12f5
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	20	2026-11-29 21:38:03.443488+00	course	system	{"rows": [{"id": "192151bd-3d35-4913-b35f-50ac61a5fd09", "set": {"decider_oid": "13621ec0-b2c8-5e30-9416-b1af275d6bab"}, "table": "incidents"}]}	{}	\\x3b371cafdc18ef82f995f215c0eb4485c8a63209aef4098c7635bb1aa36a12f5	\\xb35523cb87b87444aa6b84b87af2e7c2ed6221b0b78f4e9befe016ff199e18bd
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	21	2026-11-29 21:38:04.211684+00	incident_step	system	{"who": "13621ec0-b2c8-5e30-9416-b1af275d6bab", "step": "warned", "incident": "192151bd-3d35-4913-b35f-50ac61a5fd09"}	{}	\\xb35523cb87b87444aa6b84b87af2e7c2ed6221b0b78f4e9befe016ff199e18bd	\\xcc52feedae9ea64aa1dcba619a26811fd236f2e95642e9b2b061a08776839816
\.


ALTER TABLE public.journal ENABLE TRIGGER ALL;

--
-- Data for Name: journal_heads; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.journal_heads DISABLE TRIGGER ALL;

COPY public.journal_heads (case_id, seq, hash) FROM stdin;
805d798c-6452-4f28-a1a1-caaf38120515	6	\\x6c8d5648d1d0d8636f9bde160e86f8132f9f17739c98c307ec7a28d2ade44ba2
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	22	\\x8fbf14c8f770acfd8a8b86d405144eedf381610c9030e0c72b79b9417ac9f266
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	17	\\x92ff4411c2be98e734c8cd4545b760c1bb1c5aee95f78d6ea56607a3c606fd5d
f963a85a-99c2-440d-bc10-7cb50b62f297	17	\\xed53434c2a4ee4b97e019ed65733687d7326d73733b04095c6e6f2cd41af7047
3a120940-9eb4-4c72-87b3-27339a3701ba	8	\\x9d3c99ecb626cf06d3b54efd0a0e64d40f08c2c74e47f834af9085c1ed15fce4
\.


ALTER TABLE public.journal_heads ENABLE TRIGGER ALL;

--
-- Data for Name: journal_rooted; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.journal_rooted DISABLE TRIGGER ALL;

COPY public.journal_rooted (case_id, seq, hash) FROM stdin;
\.


ALTER TABLE public.journal_rooted ENABLE TRIGGER ALL;

--
-- Data for Name: journal_roots; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.journal_roots DISABLE TRIGGER ALL;

COPY public.journal_roots (number, at, cases, previous, hash, heads, exported_at) FROM stdin;
\.


ALTER TABLE public.journal_roots ENABLE TRIGGER ALL;

--
-- Data for Name: legal_holds; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.legal_holds DISABLE TRIGGER ALL;

COPY public.legal_holds (id, case_id, set_by, set_at, lifted_by, lifted_at) FROM stdin;
\.


ALTER TABLE public.legal_holds ENABLE TRIGGER ALL;

--
-- Data for Name: marks; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.marks DISABLE TRIGGER ALL;

COPY public.marks (id, meeting_id, request_id, kind, by_oid, at, facts) FROM stdin;
be1ebf86-16e7-48b4-a853-ddb861518f64	6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	\N	note_taker	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	2026-11-29 21:38:00.202794+00	{"answer": "asked_out", "note_taker": "e9c01466-c961-4107-9ce5-0ff28b2ca750"}
\.


ALTER TABLE public.marks ENABLE TRIGGER ALL;

--
-- Data for Name: note_takers; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.note_takers DISABLE TRIGGER ALL;

COPY public.note_takers (id, meeting_id, occurrence_id, person_key, sign, seen_at, asked_oid, answer, answered_at, answered_by) FROM stdin;
e9c01466-c961-4107-9ce5-0ff28b2ca750	6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	5253b1f2-7d4b-4ab8-bbd3-18e91857968e	05c0c4cec04cbda3f806c6500e40f63b8c27010794b43e3d2d06615c4dde089c	name	2026-11-29 21:37:59.055181+00	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	asked_out	2026-11-29 21:38:00.202794+00	f0b34c51-7b5e-5d9b-9752-1be9cba94d62
\.


ALTER TABLE public.note_takers ENABLE TRIGGER ALL;

--
-- Data for Name: notification_keys; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.notification_keys DISABLE TRIGGER ALL;

COPY public.notification_keys (id, certificate, sealed, created_at) FROM stdin;
\.


ALTER TABLE public.notification_keys ENABLE TRIGGER ALL;

--
-- Data for Name: own_recordings; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.own_recordings DISABLE TRIGGER ALL;

COPY public.own_recordings (id, request_id, owner_oid, started_at, stopped_at, not_made, delete_on, deleted_at, created_at) FROM stdin;
\.


ALTER TABLE public.own_recordings ENABLE TRIGGER ALL;

--
-- Data for Name: person_exports; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.person_exports DISABLE TRIGGER ALL;

COPY public.person_exports (id, token_hash, oid, created_at, expires_at, read_at, fetched_at) FROM stdin;
\.


ALTER TABLE public.person_exports ENABLE TRIGGER ALL;

--
-- Data for Name: personal; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.personal DISABLE TRIGGER ALL;

COPY public.personal (owner_id, field, case_id, sealed, salt, at) FROM stdin;
f963a85a-99c2-440d-bc10-7cb50b62f297	title	f963a85a-99c2-440d-bc10-7cb50b62f297	\\x01036f6c64f729c2864c7c79667379f7886ccc0e5920c092b8181c7c291319fe408f0de85d13d9179921a5188e9f86936105fa915a	\\x512ef2e35be5feed4cb370fdc71637031c69d4105623fef76a32b5f7e4fa0503	2026-11-29 21:37:29.363289+00
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	citizen_name	bb54c2bb-344a-4b13-959b-2ee5a0faf09b	\\x01036f6c64947d29c9b6f916adb3c61fac2438ed4d67d7a92d523c3dcbdb0f683567072dcb0c7cf444ac7c	\\xda3324627834eb4f08dd6c2b4121bbbd46dd346bd7531acddbed729a8e0ada8e	2026-11-29 21:37:30.758137+00
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	companion	bb54c2bb-344a-4b13-959b-2ee5a0faf09b	\\x01036f6c64ea5c0cc55374a9727efe82e02c2a4fb7bfa6a5e4374235606f6f87c7d5a0	\\x52a165931504ab8e5d4c724ab363b06f600831ddda73783176657f336161242a	2026-11-29 21:37:30.758137+00
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	contact	bb54c2bb-344a-4b13-959b-2ee5a0faf09b	\\x01036f6c646bcdb311f32bd7bbdd3c4972c9297b7b7950275b05cfbb9da0e4ab5871adf1c76523bac68e10f545388ad76913db	\\xa1f578ee881be1fed9bdfd0373645de2b1bbbe82273eee4329d15a6a10cfe3b4	2026-11-29 21:37:30.758137+00
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	ground	bb54c2bb-344a-4b13-959b-2ee5a0faf09b	\\x01036f6c64a9938ad6562bdc0a818bc51b1234a37e1ed1ba391eb363e56646cc5cc180449cb9eee7d9	\\x9a0dd68de45dc0a481686aa2f51d638fe14acb3c9111894c2e29c0f2c4ce20b7	2026-11-29 21:37:30.758137+00
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	own_words	bb54c2bb-344a-4b13-959b-2ee5a0faf09b	\\x01036f6c642639e8bd1316658bbec42e5855870576fff9d262ba4a5df02451ae48ec440affd3ef834436e2b926045864e77176f7269094efc65874adc7bb648fcbba	\\x3e44baa1b4fdd4d5d4fefea7b7b7f9170a6808391ef40bdf4bfe01b7ed7993c0	2026-11-29 21:37:30.758137+00
3a120940-9eb4-4c72-87b3-27339a3701ba	title	3a120940-9eb4-4c72-87b3-27339a3701ba	\\x01036f6c640c497bf06b4c664f1a3055fba0e6e95ad10d16287b82e74860a9460fc88773c7566b7d66a4eb6b3966f25c42aa7bf60f	\\x087885fa7288aed6a2d1b72d14a7d3ec8ef3b8e6118a026da81dcedbd82c7f83	2026-11-29 21:37:53.711246+00
6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	title	6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	\\x01036f6c64ad2e70057656522a616a5673908153311ea96d4b0b9fb4df1ef22bca767f80cfa994b4e0516c42f331ceee621f7d2ea0	\\x2bf820e2ff7d14643b3f76e02a22272066c23e1d9f5c6d69edd251259e29743e	2026-11-29 21:37:56.191862+00
e9c01466-c961-4107-9ce5-0ff28b2ca750	name	6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	\\x01036f6c645f129144c3d220f98c4045a8456cabcc3d486bbf6a7fc7a379f24baf53b03050b841cb25e25ee3e0b7f2	\\x8d06d148ccdf15f75aa93feda65841456bf78e8ed21b9b9377ad490d5e785996	2026-11-29 21:37:59.055181+00
9c9ea81a-e3ad-46a0-b233-c486cb882020	name	6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	\\x01036f6c64c820ed1af9cfe87b9e6ae2faf1a636f11cfaa93fdbc8922e47701145168577df0e2c3e873af6	\\xd8539a297ee1a5bac1c854d747fe4d4acb37030b0377ec4935781c2c6a645dc6	2026-11-29 21:38:01.920242+00
56577a31-d143-4414-8428-f917d7173614	name	6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	\\x01036f6c64730825e4e10d72fb7d4b3269724e0256eda9dac64385692e74c8cc250f908de99ea77df0e3df	\\xf8d92d43b7e32761a6161a38fdbffe7e6b32742d467844530455e1f69c40c324	2026-11-29 21:38:01.920242+00
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	note.communication	bb54c2bb-344a-4b13-959b-2ee5a0faf09b	\\x01036f6c64ffe387f274c88fdae82820eadfd16dd97e4db09fcd58792b47475255	\\x88334672408384ff12ba6ae02d420afc92eb9c3f8d8c95b49adf6f99dfd110f4	2026-11-29 21:37:32.604786+00
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	note.companion	bb54c2bb-344a-4b13-959b-2ee5a0faf09b	\\x01036f6c64328545c7b0a450273298b58537fb08affdc346921d37482adf8cfa6f	\\x4c150a84f67135bb444c4d6c210357fa4dde0d1bf7a3b94a22717cc66707d325	2026-11-29 21:37:32.604786+00
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	note.cooperation	bb54c2bb-344a-4b13-959b-2ee5a0faf09b	\\x01036f6c64caf781b0281eb6265ca9a2150d688af3cf34dd117d7b192766d59a65	\\xf0aef0fdbe6e7e9d7f06c9fce8c3768efc91e65a07d7841eb378a0143b0487ff	2026-11-29 21:37:32.604786+00
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	note.purpose	bb54c2bb-344a-4b13-959b-2ee5a0faf09b	\\x01036f6c64cf57c841013821f73fd3b650e515b5d5f0b466eefd004668539153de	\\x5bbf7e024d752960c447c6c70d71a37e97982211f2be066df54934701884c83c	2026-11-29 21:37:32.604786+00
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	note.remember	bb54c2bb-344a-4b13-959b-2ee5a0faf09b	\\x01036f6c64d67b1be29da23ccf2304424c9a38b3d59da851492683e5f5a7657fa4	\\xe3ec5b224030d249729abbbe9523ee5929c6f416bac893035608cb988fbcd5ce	2026-11-29 21:37:32.604786+00
bb54c2bb-344a-4b13-959b-2ee5a0faf09b	letter	bb54c2bb-344a-4b13-959b-2ee5a0faf09b	\\x01036f6c64edc53d0a569fc151a69950796770d91d2ff984c69bbf2d1ad30cde71c55f2d1af588fa3d4cf562d44ee5e14458e7ace9a29072ebafa5828989a985c4e5b492cd2992f91e4a0001c9d36ffaae59054753fb228d3c523421ddbc33bd8ebe3bc21bc04b3eea50d891245ffd809dae78a4011328a8b3fae41462bfdd506bd3e0ca9c8a6d0a6ece4bb67516033ab2c9feb6664c0f70a651c71fab80cc59e8c86d934deeff9dd7f66209dcf9a9fb233339747d758216349815f923b6d40d024d1cbde436079ac59f0fe80206f4392c7eafe1a6537502a532895dd84f99ab3b8941a173fa90829771977e7f9bba21c704904902952a54d09864d3fb2f59810995a9b85df5c206e515d73f9386b1d1cc91bc086a17ed6387b7c8b79123d7fe830ba61232a59be5ce8545cf083ade6f0aa1b1e9907f331edbc65a6f07c331fab521240c713eb7cd625e673eba5e656d2e067d62fd6862208af0480794f41c837474160f23af41a68537190f840b429e8b93562626dcea2d6ef2dc4ca3498c047014bd1bda0ba8711beed0055a183997b804a564f173a4a3ddadfa5155294a343fc969451610ffc4f2d2b155164571b05b2d655cbad81c20eb82012970d8316b1b9a6f567598caffcb61845bdd5d7c5078e8ce62fe9d6d92c25453cca8dda2396dacdc2870bf89de4263df8210a1c09d07d2ec9bec51d2ec59b790dc2633b1533db91ce63aca6347eb1689b1b37295b5353483fe387af673891028e7c488162418e0d38dbd93727a59d12b89cb13b2227fb5095e8d476e142239106e044dc82e3496bf4fc3bbe03e566487089213870ec4c72c06e8330d2ef871084f163b9efcd9dbf911362206439a58f184c0afd67df6596d1bcb34923afb19ce6eb1a552c4bccf00aeee94d921c37717fe1ccac2c6403a1432d1a0dfb6cfa62be1b8d55e7f0ec9617fa6cb2b129de736a148fd2e1cec069c9a57ca11818b98ad06023c07266afa4f116527226e5073ffe6e0189e52540fadc86b0e9f63f249da637044ef9d75065fa4064e2cebfea7a9ad5624f0835ea7292bf6922befc2e1fb304548bc2683981d3aebaaa8536b7f899cb0e1bf1b24399d5c84e138a275662c1c306e5564e781125eafda8164c93b084fd23bb8ddc7020900534df1a6dd8bf90cbc899eae39f27051e4547923b919aa28e2809b27f41409d3c8011b9e2ea9fe84481b42b80e2210d41fc3f6407e311043a790d29a9dc1895a2c7d61c75085d30092b8a8c192518be4e464c3e5267c33d7045db565d0c65fd3245ff4104bb41defb29ac9610d9b1fb49c486394f5c96c3d027c524c4ba83740177b78f5aa56e89199793133b8719a0cb725bba547068cf48f41a54e17b2b07eeab11216f45923c5ea2187e997a0281f0adecdc589cc771b06aaf3bc0c98b67822afa260db3274f748e0c6e2aca3ec70e074c7f63921ba900fa7f5a4448161e826288e6d766d6ba8e454b7f9878725510cad0829ba0b82da83798206c94ae3a8a1e4a92db51ad775233aec67a629a47abeef5b864daeca21abf409824299d445a77864d6ffa1cba912d480ef77398f83ed31f04c8cc825613319b6483504695ffdf6fe6383881661f4c25bfe1406ae0fb34cad824d42ca001904c6d1df02bb68735b89ee20326a4f770a8b27722e453af86b9299979424bd0db869a94d32c76a9b974bf3e62d60dd133c7f0e2068e6ec69877d5df06e9d962ce4c1c0986bcba4f063ea9d8fd6efd3de155dc954e36895367742de17da3b9c7437be4640b63e004c71d21010c9db94a46d82caf8519544c8001a46873d107b42a10aa8aab8a6a87c218c38196540ddcba50d552416426370d875a3c2e670b3a39df91b2f6ab57ad37abab9b718a5afcd75c2a77e380e1075f6bd60e52e66929b77cf7387473fa2d4aa78c8af6950d5ff877bd3765b40d062f1e0e2c2a9c9ae6c33434bfbf0bf06f2123c65159107d5ea1c33ce699cd013059926969a7c0e8b4da99076342af51528a0fb99e599d9d441216768c4110a69b22f6da7536ac9a80dc3eb15833adb5d01e956cf	\\x01e2b515bb6b898116062e560e4fc29088c31da0bf55e6c1e72fcee69ece3360	2026-11-29 21:37:32.604786+00
d2348574-9cfd-41e9-aef9-897756639819	words_da	f963a85a-99c2-440d-bc10-7cb50b62f297	\\x01036f6c64182b78fffa20362c7452db3fcbf0129db69c80d98049d6fee71b902cbc9d54a84f08029f7276613534797f7ae31f30fb72e4717293628838ec211f393bd696fcb002c4390861b54beeca53e8da06dd00c9d34429ab84537987e8c02804265489b3c39516283942833edf7e81222705cdd4baf32b9ec92f887d5d7b6106992938d02767c9d098a15ca8d19c54980dae661a569fd1bb55aece23a91c634da1c001e59533f6cd8c0b9eee8a292596f18640bee5ea8499042e946d3eeb26534bede6117002eab974089e087eb3df3577ce79f5d089f4be802cf033f0b3c33cee6d4cbda39d819b691c808990a2caf10fb381cb667d5099179e8bb20a1b7fd926c43ad9f197a3a441295778eaab8a47fbce745a8c	\\x63952bbc83c422094a28caf701d937055aa9276965f9ed1e4f00aea517d556c1	2026-11-29 21:37:36.971818+00
d2348574-9cfd-41e9-aef9-897756639819	words_en	f963a85a-99c2-440d-bc10-7cb50b62f297	\\x01036f6c64d6d85150b4ed2fb3bd2681ff98157916376dcb4318bd8a9789b0b9d4327104dbedb6b0bfca8da28d2162911dece36aa1414fd917d55ef103a4463977e626e034e70c93dcb7036b9465ccaebbfe39852171d802986c8036332d992e49092543eb02e2bc0f28cc50d10d777e56873c2417d04181b024847c75e3f10decac13b61c3b0b7ec172a2ff81cc3d319610c3ba742556e8fe1fccd6188983bb2c992198fbc318dcd193e1ecdc64551d50b859b64599607c1d12eb3d11aa9e0692787b0b5ea805e159da307b945bab2eb8c23511ba6b43d6032c40c633b8d6a225ea5597266c5784dd738f4ce31f0a099e781b2a039a78743a9147f4060b247ee35d9a022ddfc20663b3004159975d32e7c6901cdd0dc3e2bb3aea45e754d3db1a2aad1da916179556f1b804	\\x9700b29c05931c4d3576fbbcbe40d03d4360189a0da61b171551945bc9bf1d74	2026-11-29 21:37:36.971818+00
62318f8d-69de-4ec3-a098-77e7ad029ba3	name	f963a85a-99c2-440d-bc10-7cb50b62f297	\\x01036f6c64718db12e32443db6575f7aad0f1c535da7bf3cb6b665f5bfb380535eaba78a84bbdd2f978234	\\x2b10dc540685cda480fe9671a4ffc9fe24a8e04019fac2e6a332c8bee20b82c3	2026-11-29 21:37:37.550093+00
e506b339-7bfb-4438-8c77-4a5a896d1ef8	name	f963a85a-99c2-440d-bc10-7cb50b62f297	\\x01036f6c649c94bae658e3b450abaac12191ecc6217ccc76006e1b16835093545751e4c010c888c955b84f	\\x823a44c9628554dba300c7255d04c20e87487ea5b14aa6c34142b331bc79080a	2026-11-29 21:37:37.550093+00
50f50e5d-3ea1-449e-b268-087b1367cf2d	name	f963a85a-99c2-440d-bc10-7cb50b62f297	\\x01036f6c6492de2eb7143b7e6df87e8080b8fa41c7fa57391031d7e2355fe4d85c82323d63	\\xf3ab9e54a27b0365ff5d4f85621af5f027b0d7fb242abfc009ebba8fed9e2d20	2026-11-29 21:37:37.550093+00
eba191ff-c499-4500-9045-2739e861bfc8	name	f963a85a-99c2-440d-bc10-7cb50b62f297	\\x01036f6c64f3055f1e811ce235bfcf3a4daae42fcd744160bea9c5c84d910cc30ed015be7741610e3092	\\x1076161d6d013c75a1299ce87193398c0e6e99847d790ad32dfde12e2c0686d4	2026-11-29 21:37:42.209232+00
5a0b8026-0b22-4046-88a8-81db6dd1f29b	name	f963a85a-99c2-440d-bc10-7cb50b62f297	\\x01036f6c6435b4ea4119a507d9e0094b1c86eddbb8b8122e5b8dbc0c6afb4d9e65749864fecac419ca9613be	\\x174a1239ab32e90b1eb153c0adbdc322e8b2b6896787b27bcf4b25b3d5ce3d28	2026-11-29 21:37:45.366655+00
75b7c9ba-fa79-4092-8267-46cd9a6f5012	name	f963a85a-99c2-440d-bc10-7cb50b62f297	\\x01036f6c64c9988a9d255d5cbb64eb29aeaf7f8631ed0eba3a1c7d183049437f439933cbfa74a4238349419be292	\\xf0662c5e5df42696154033f2602f3a636f5cfde42ec6f7dcfdd41984b8d02b17	2026-11-29 21:37:46.572347+00
805d798c-6452-4f28-a1a1-caaf38120515	citizen_name	805d798c-6452-4f28-a1a1-caaf38120515	\\x01036f6c64f4b165f3941b5829e16a03fa603875184eb92af32cd9e2c256b6fff5f1dc125812bcf36811fa	\\xd2968371ed9d14097e4003d67c3ca71545aa4a212e3666c63e5c2bbfc9520df5	2026-11-29 21:37:53.327251+00
805d798c-6452-4f28-a1a1-caaf38120515	companion	805d798c-6452-4f28-a1a1-caaf38120515	\\x01036f6c6443d4da505d0b4cdf4d9107bc1b7770ebdc04dd5c3fed362f3a2d81d7472917	\\x9a556e5d68be42b3bc2c498e1f31818971e569ff7e6167f167fbcdbe29800d2e	2026-11-29 21:37:53.327251+00
805d798c-6452-4f28-a1a1-caaf38120515	contact	805d798c-6452-4f28-a1a1-caaf38120515	\\x01036f6c643ce5120534698a2f0e651fcafd16bf96a48f74f4f314ada810ec14ca1fdaa505eae667b0699de88c470e8d3e29c4	\\x5a7016ce0f79c96c81bf1ae197190f67b71801e45b83c936af5b8d70a03439d3	2026-11-29 21:37:53.327251+00
805d798c-6452-4f28-a1a1-caaf38120515	ground	805d798c-6452-4f28-a1a1-caaf38120515	\\x01036f6c6403cfb8b1eb6fce9655bdee8a86dbb6d0fab5909226307fdf5e27fab0751610bd99a1e1b7	\\xac338f6190fd941efbd9efa5a2234ff5a13d32eecb33673c64bdce297aaf44c2	2026-11-29 21:37:53.327251+00
805d798c-6452-4f28-a1a1-caaf38120515	own_words	805d798c-6452-4f28-a1a1-caaf38120515	\\x01036f6c64360c8f31e06621e47dfc29cc2de2f8675861ac7915fbce19e7d97d7dc715130312c63faf6d0da735fe9b199952906d8654e572a1fef5cfb7a5b6924e23	\\x3e853b682a5279c435634653bf6a0a675e7c1ba85511a62d7f4b8785936d26ed	2026-11-29 21:37:53.327251+00
524400a9-8259-41c7-a161-8d16b2ead18d	name	6fcb9df3-31d8-403b-a52e-d7c4dd9adc59	\\x01036f6c64bcf71f26f2c7dc1f4587637b539f3398674d3d51bbb1d3222940cc781f4c5c9feb7da0b066960c794623	\\x3c470f006fb4396c8d44dd356b0335cba7f8b956457e9d3197bbaf0b77ac0480	2026-11-29 21:38:01.920242+00
\.


ALTER TABLE public.personal ENABLE TRIGGER ALL;

--
-- Data for Name: print_links; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.print_links DISABLE TRIGGER ALL;

COPY public.print_links (id, token_hash, kind, meeting_id, occurrence_id, oid, created_at, expires_at, opened_at, incident_id) FROM stdin;
\.


ALTER TABLE public.print_links ENABLE TRIGGER ALL;

--
-- Data for Name: procrastinate_workers; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.procrastinate_workers DISABLE TRIGGER ALL;

COPY public.procrastinate_workers (id, last_heartbeat) FROM stdin;
1	2026-11-29 21:38:03.398915+00
\.


ALTER TABLE public.procrastinate_workers ENABLE TRIGGER ALL;

--
-- Data for Name: procrastinate_jobs; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.procrastinate_jobs DISABLE TRIGGER ALL;

COPY public.procrastinate_jobs (id, queue_name, task_name, priority, lock, queueing_lock, args, status, scheduled_at, attempts, abort_requested, worker_id) FROM stdin;
1	effects	lydhoer.wake	-3	\N	\N	{"effect": 1, "generation": 1}	todo	2026-11-29 22:37:28.115124+00	0	f	\N
2	effects	lydhoer.wake	-3	\N	\N	{"effect": 2, "generation": 1}	todo	2026-11-29 22:37:28.151408+00	0	f	\N
3	effects	lydhoer.wake	-3	\N	\N	{"effect": 3, "generation": 1}	todo	2026-11-30 21:37:28.15951+00	0	f	\N
4	effects	lydhoer.wake	-3	\N	\N	{"effect": 4, "generation": 1}	todo	2026-11-29 22:37:28.175638+00	0	f	\N
5	effects	lydhoer.wake	-3	\N	\N	{"effect": 5, "generation": 1}	todo	2026-11-29 21:52:28.195989+00	0	f	\N
6	effects	lydhoer.wake	-4	\N	\N	{"effect": 6, "generation": 1}	todo	2026-11-29 21:38:28.2262+00	0	f	\N
15	effects	lydhoer.wake	-3	\N	\N	{"effect": 15, "generation": 1}	todo	2026-11-29 23:37:28.623539+00	0	f	\N
16	effects	lydhoer.wake	-3	\N	\N	{"effect": 16, "generation": 1}	todo	2026-11-29 21:57:28.675867+00	0	f	\N
17	effects	lydhoer.wake	-4	\N	\N	{"effect": 17, "generation": 1}	todo	2026-11-29 21:52:28.700762+00	0	f	\N
22	effects	lydhoer.wake	-3	\N	\N	{"effect": 15, "generation": 2}	todo	2026-11-29 23:37:28.603421+00	0	f	\N
23	effects	lydhoer.wake	-3	\N	\N	{"effect": 16, "generation": 2}	todo	2026-11-29 21:57:28.61748+00	0	f	\N
24	effects	lydhoer.wake	-4	\N	\N	{"effect": 17, "generation": 2}	todo	2026-11-29 21:52:28.631554+00	0	f	\N
29	effects	lydhoer.wake	-3	\N	\N	{"effect": 29, "generation": 1}	todo	2026-11-29 21:52:30.205901+00	0	f	\N
50	effects	lydhoer.wake	-3	\N	\N	{"effect": 39, "generation": 3}	todo	2026-11-29 21:57:29.938251+00	0	f	\N
57	effects	lydhoer.wake	-3	\N	\N	{"effect": 57, "generation": 1}	todo	2026-11-29 21:52:39.336692+00	0	f	\N
112	effects	lydhoer.wake	-3	\N	\N	{"effect": 112, "generation": 1}	todo	2026-11-29 23:37:51.938016+00	0	f	\N
113	effects	lydhoer.wake	-3	\N	\N	{"effect": 113, "generation": 1}	todo	2026-11-29 21:57:51.949423+00	0	f	\N
114	effects	lydhoer.wake	-4	\N	\N	{"effect": 114, "generation": 1}	todo	2026-11-29 21:52:51.956892+00	0	f	\N
121	effects	lydhoer.wake	-3	\N	\N	{"effect": 15, "generation": 3}	todo	2026-11-29 23:37:28.568893+00	0	f	\N
123	effects	lydhoer.wake	-3	\N	\N	{"effect": 16, "generation": 3}	todo	2026-11-29 21:57:28.589898+00	0	f	\N
124	effects	lydhoer.wake	-4	\N	\N	{"effect": 17, "generation": 3}	todo	2026-11-29 21:52:28.59792+00	0	f	\N
130	effects	lydhoer.wake	-3	\N	\N	{"effect": 112, "generation": 2}	todo	2026-11-29 23:37:52.002589+00	0	f	\N
131	effects	lydhoer.wake	-3	\N	\N	{"effect": 113, "generation": 2}	todo	2026-11-29 21:57:52.039702+00	0	f	\N
132	effects	lydhoer.wake	-4	\N	\N	{"effect": 114, "generation": 2}	todo	2026-11-29 21:52:52.074745+00	0	f	\N
137	effects	lydhoer.wake	-3	\N	\N	{"effect": 137, "generation": 1}	todo	2026-11-29 21:52:41.886625+00	0	f	\N
146	effects	lydhoer.wake	-3	\N	\N	{"effect": 146, "generation": 1}	todo	2026-11-29 23:37:55.780673+00	0	f	\N
147	effects	lydhoer.wake	-3	\N	\N	{"effect": 147, "generation": 1}	todo	2026-11-29 21:57:55.800153+00	0	f	\N
148	effects	lydhoer.wake	-4	\N	\N	{"effect": 148, "generation": 1}	todo	2026-11-29 21:52:55.811831+00	0	f	\N
180	effects	lydhoer.wake	-4	\N	\N	{"effect": 46, "generation": 11}	todo	2026-11-29 21:38:04.97889+00	0	f	\N
174	effects	lydhoer.wake	-1	\N	\N	{"effect": 171, "generation": 2}	todo	2026-11-29 21:38:05.115109+00	3	f	1
159	effects	lydhoer.wake	-4	\N	\N	{"effect": 159, "generation": 1}	todo	2026-11-29 21:38:18.458066+00	0	f	\N
179	effects	lydhoer.wake	-2	\N	\N	{"effect": 58, "generation": 22}	todo	2026-11-29 21:38:04.293847+00	0	f	\N
171	effects	lydhoer.wake	-1	\N	\N	{"effect": 171, "generation": 1}	doing	\N	0	f	1
176	effects	lydhoer.wake	-1	\N	\N	{"effect": 170, "generation": 2}	todo	2026-11-29 21:39:02.448188+00	0	f	\N
177	effects	lydhoer.wake	-4	\N	\N	{"effect": 45, "generation": 19}	todo	2026-11-29 21:38:04.910295+00	1	f	1
175	effects	lydhoer.wake	-1	\N	\N	{"effect": 171, "generation": 3}	todo	2026-11-29 21:38:05.048743+00	2	f	1
181	effects	lydhoer.wake	-4	\N	\N	{"effect": 158, "generation": 5}	todo	2026-11-29 21:38:05.199425+00	0	f	\N
\.


ALTER TABLE public.procrastinate_jobs ENABLE TRIGGER ALL;

--
-- Data for Name: procrastinate_events; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.procrastinate_events DISABLE TRIGGER ALL;

COPY public.procrastinate_events (id, job_id, type, at) FROM stdin;
1	1	scheduled	2026-11-29 22:37:28.115124+00
2	1	deferred	2026-11-29 21:37:28.106661+00
3	2	scheduled	2026-11-29 22:37:28.151408+00
4	2	deferred	2026-11-29 21:37:28.106661+00
5	3	scheduled	2026-11-30 21:37:28.15951+00
6	3	deferred	2026-11-29 21:37:28.106661+00
7	4	scheduled	2026-11-29 22:37:28.175638+00
8	4	deferred	2026-11-29 21:37:28.106661+00
9	5	scheduled	2026-11-29 21:52:28.195989+00
10	5	deferred	2026-11-29 21:37:28.192946+00
11	6	scheduled	2026-11-29 21:38:28.2262+00
12	6	deferred	2026-11-29 21:37:28.217104+00
27	15	scheduled	2026-11-29 23:37:28.623539+00
28	15	deferred	2026-11-29 21:37:29.368333+00
29	16	scheduled	2026-11-29 21:57:28.675867+00
30	16	deferred	2026-11-29 21:37:29.368333+00
31	17	scheduled	2026-11-29 21:52:28.700762+00
32	17	deferred	2026-11-29 21:37:29.368333+00
42	22	scheduled	2026-11-29 23:37:28.603421+00
43	22	deferred	2026-11-29 21:37:30.759437+00
44	23	scheduled	2026-11-29 21:57:28.61748+00
45	23	deferred	2026-11-29 21:37:30.759437+00
46	24	scheduled	2026-11-29 21:52:28.631554+00
47	24	deferred	2026-11-29 21:37:30.759437+00
57	29	scheduled	2026-11-29 21:52:30.205901+00
58	29	deferred	2026-11-29 21:37:31.826255+00
96	50	scheduled	2026-11-29 21:57:29.938251+00
97	50	deferred	2026-11-29 21:37:35.541865+00
119	57	scheduled	2026-11-29 21:52:39.336692+00
120	57	deferred	2026-11-29 21:37:39.312797+00
281	112	scheduled	2026-11-29 23:37:51.938016+00
282	112	deferred	2026-11-29 21:37:52.211803+00
283	113	scheduled	2026-11-29 21:57:51.949423+00
284	113	deferred	2026-11-29 21:37:52.211803+00
285	114	scheduled	2026-11-29 21:52:51.956892+00
286	114	deferred	2026-11-29 21:37:52.211803+00
424	171	started	2026-11-29 21:38:01.210347+00
444	174	started	2026-11-29 21:38:02.883902+00
451	177	started	2026-11-29 21:38:03.68523+00
456	175	started	2026-11-29 21:38:03.988509+00
301	121	scheduled	2026-11-29 23:37:28.568893+00
302	121	deferred	2026-11-29 21:37:53.328217+00
304	123	scheduled	2026-11-29 21:57:28.589898+00
305	123	deferred	2026-11-29 21:37:53.328217+00
307	124	scheduled	2026-11-29 21:52:28.59792+00
308	124	deferred	2026-11-29 21:37:53.328217+00
463	181	scheduled	2026-11-29 21:38:05.199425+00
464	181	deferred	2026-11-29 21:38:04.18134+00
431	174	scheduled	2026-11-29 21:38:02.874456+00
432	174	deferred_for_retry	2026-11-29 21:38:01.914296+00
454	177	scheduled	2026-11-29 21:38:04.910295+00
455	177	deferred_for_retry	2026-11-29 21:38:03.959819+00
459	174	started	2026-11-29 21:38:04.061813+00
442	175	scheduled	2026-11-29 21:38:03.74991+00
443	175	deferred_for_retry	2026-11-29 21:38:02.848892+00
318	130	scheduled	2026-11-29 23:37:52.002589+00
319	130	deferred	2026-11-29 21:37:53.711927+00
320	131	scheduled	2026-11-29 21:57:52.039702+00
321	131	deferred	2026-11-29 21:37:53.711927+00
322	132	scheduled	2026-11-29 21:52:52.074745+00
323	132	deferred	2026-11-29 21:37:53.711927+00
421	171	deferred	2026-11-29 21:38:00.934375+00
430	174	started	2026-11-29 21:38:01.745393+00
439	175	started	2026-11-29 21:38:02.564761+00
447	174	scheduled	2026-11-29 21:38:04.020312+00
448	174	deferred_for_retry	2026-11-29 21:38:03.136003+00
457	175	scheduled	2026-11-29 21:38:05.048743+00
458	175	deferred_for_retry	2026-11-29 21:38:04.050567+00
460	174	scheduled	2026-11-29 21:38:05.115109+00
461	174	deferred_for_retry	2026-11-29 21:38:04.118899+00
339	137	scheduled	2026-11-29 21:52:41.886625+00
340	137	deferred	2026-11-29 21:37:55.120262+00
359	146	scheduled	2026-11-29 23:37:55.780673+00
360	146	deferred	2026-11-29 21:37:56.192557+00
361	147	scheduled	2026-11-29 21:57:55.800153+00
362	147	deferred	2026-11-29 21:37:56.192557+00
363	148	scheduled	2026-11-29 21:52:55.811831+00
364	148	deferred	2026-11-29 21:37:56.192557+00
428	174	deferred	2026-11-29 21:38:01.209024+00
452	180	scheduled	2026-11-29 21:38:04.97889+00
453	180	deferred	2026-11-29 21:38:03.508847+00
389	159	scheduled	2026-11-29 21:38:18.458066+00
390	159	deferred	2026-11-29 21:37:58.28128+00
449	179	scheduled	2026-11-29 21:38:04.293847+00
450	179	deferred	2026-11-29 21:38:02.467372+00
436	175	deferred	2026-11-29 21:38:01.920822+00
437	176	scheduled	2026-11-29 21:39:02.448188+00
438	176	deferred	2026-11-29 21:38:01.920822+00
440	177	scheduled	2026-11-29 21:38:03.677793+00
441	177	deferred	2026-11-29 21:38:02.521549+00
\.


ALTER TABLE public.procrastinate_events ENABLE TRIGGER ALL;

--
-- Data for Name: procrastinate_periodic_defers; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.procrastinate_periodic_defers DISABLE TRIGGER ALL;

COPY public.procrastinate_periodic_defers (id, task_name, defer_timestamp, job_id, periodic_id) FROM stdin;
\.


ALTER TABLE public.procrastinate_periodic_defers ENABLE TRIGGER ALL;

--
-- Data for Name: recorded_people; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.recorded_people DISABLE TRIGGER ALL;

COPY public.recorded_people (id, incident_id, person_key, kind, seen, first_at, last_at) FROM stdin;
9c9ea81a-e3ad-46a0-b233-c486cb882020	192151bd-3d35-4913-b35f-50ac61a5fd09	402ba922b32da82ad465633b79cb1c533dc7bdb8511d75bcf1cc043d6612c373	member	in_call	2026-11-29 21:38:01.920242+00	2026-11-29 21:38:01.920242+00
56577a31-d143-4414-8428-f917d7173614	192151bd-3d35-4913-b35f-50ac61a5fd09	bc83e73f82b4718661e99971a27100c8f54da65357a41837686f3c9c3f0d9659	guest	in_call	2026-11-29 21:38:01.920242+00	2026-11-29 21:38:01.920242+00
524400a9-8259-41c7-a161-8d16b2ead18d	192151bd-3d35-4913-b35f-50ac61a5fd09	392ae0f3f1f100ccac5c2fbb61cca174674c0c799f185fe62fd4e7773f57b809	anonymous	roster	2026-11-29 21:38:01.920242+00	2026-11-29 21:38:01.920242+00
\.


ALTER TABLE public.recorded_people ENABLE TRIGGER ALL;

--
-- Data for Name: said_lines; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.said_lines DISABLE TRIGGER ALL;

COPY public.said_lines (id, occurrence_id, round, line, by_oid, at) FROM stdin;
\.


ALTER TABLE public.said_lines ENABLE TRIGGER ALL;

--
-- Data for Name: spoken; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.spoken DISABLE TRIGGER ALL;

COPY public.spoken (id, call_id, telling, outcome, sounds, seconds, operation_id, state, silent, why, asked_at, ended_at, counted_at) FROM stdin;
35ed38c2-37c1-407c-a530-a634775c8f55	03839de1-e61b-484d-a6ed-16aaabc487f7	1	one	["70d9b66ac0186487e76c4308ec01bf8ecea77990", "25b2d19f9fe833490909091e6d9128c9df55d824"]	43	f34560b5-3525-4240-9192-5f3db5380df6	completed	f		2026-11-29 21:37:42.822034+00	2026-11-29 21:37:43.600468+00	2026-11-29 21:37:44.212927+00
5118dc12-d519-4f96-aec4-2ba3fb85e88b	03839de1-e61b-484d-a6ed-16aaabc487f7	1	one	["70d9b66ac0186487e76c4308ec01bf8ecea77990", "25b2d19f9fe833490909091e6d9128c9df55d824"]	43	f3103c89-3fc9-4dc4-93d4-9f8e1f3f0c56	completed	f		2026-11-29 21:37:48.304148+00	2026-11-29 21:37:48.869696+00	2026-11-29 21:37:49.457888+00
\.


ALTER TABLE public.spoken ENABLE TRIGGER ALL;

--
-- Data for Name: subscriptions; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.subscriptions DISABLE TRIGGER ALL;

COPY public.subscriptions (id, meeting_id, kind, state, reason, graph_id, secret_hash, certificate_id, expires_at, asked_at, active_since, notified_at, failures) FROM stdin;
\.


ALTER TABLE public.subscriptions ENABLE TRIGGER ALL;

--
-- Data for Name: tasks; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.tasks DISABLE TRIGGER ALL;

COPY public.tasks (id, request_id, meeting_id, kind, owner_oid, created_at, done_at, done_by, done_on) FROM stdin;
f018f8f7-c27e-4a14-a6ea-e19ac056a108	bb54c2bb-344a-4b13-959b-2ee5a0faf09b	\N	read_aloud	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	2026-11-29 21:37:40.227475+00	2026-11-29 21:37:44.212927+00	system	\N
\.


ALTER TABLE public.tasks ENABLE TRIGGER ALL;

--
-- Data for Name: tellings; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.tellings DISABLE TRIGGER ALL;

COPY public.tellings (id, occurrence_id, number, what, how, content, profile_id, profile_version, at) FROM stdin;
d2348574-9cfd-41e9-aef9-897756639819	fd9e837d-954d-45e4-b705-94b73b32cb31	1	recorded	chat	["bb54c2bb-344a-4b13-959b-2ee5a0faf09b"]	frederiksberg	1	2026-11-29 21:37:36.971818+00
\.


ALTER TABLE public.tellings ENABLE TRIGGER ALL;

--
-- Data for Name: unsure_posts; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.unsure_posts DISABLE TRIGGER ALL;

COPY public.unsure_posts (id, operation, purpose, kind, about, conversation_id, outcome, at) FROM stdin;
\.


ALTER TABLE public.unsure_posts ENABLE TRIGGER ALL;

--
-- Name: effects_id_seq; Type: SEQUENCE SET; Schema: public; Owner: postgres
--

SELECT pg_catalog.setval('public.effects_id_seq', 181, true);


--
-- Name: procrastinate_events_id_seq; Type: SEQUENCE SET; Schema: public; Owner: postgres
--

SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 465, true);


--
-- Name: procrastinate_jobs_id_seq; Type: SEQUENCE SET; Schema: public; Owner: postgres
--

SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 181, true);


--
-- Name: procrastinate_periodic_defers_id_seq; Type: SEQUENCE SET; Schema: public; Owner: postgres
--

SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);


--
-- Name: procrastinate_workers_id_seq; Type: SEQUENCE SET; Schema: public; Owner: postgres
--

SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, true);


--
-- PostgreSQL database dump complete
--
