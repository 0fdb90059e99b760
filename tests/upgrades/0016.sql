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
conversation:6173d1107db1c2c06b78ff2e7beb874a	3	2026-11-30 22:51:43.959977+00	{}
hour:6173d1107db1c2c06b78ff2e7beb874a	549	2026-11-30 22:51:43.959977+00	{}
conversation:f2667eb1d6528684c1d7265320d7d9e1	3	2026-11-30 22:51:55.829292+00	{}
hour:f2667eb1d6528684c1d7265320d7d9e1	549	2026-11-30 22:51:55.829292+00	{}
roster:f2667eb1d6528684c1d7265320d7d9e1	8	2026-11-30 22:51:57.625188+00	{}
conversation:407f57ad25bfa531fe216bdfc0c6b4cc	3	2026-11-30 22:51:44.088942+00	{}
hour:407f57ad25bfa531fe216bdfc0c6b4cc	549	2026-11-30 22:51:44.088942+00	{}
roster_hour:f2667eb1d6528684c1d7265320d7d9e1	1398.473397731781	2026-11-30 22:51:57.625188+00	{}
roster:d1308d07551bc062bf47e2705adaa5fb	8	2026-11-30 22:51:57.942438+00	{}
roster_hour:d1308d07551bc062bf47e2705adaa5fb	1398.9048277378083	2026-11-30 22:51:57.942438+00	{}
conversation:d1308d07551bc062bf47e2705adaa5fb	2.4492743015289307	2026-11-30 22:51:56.448639+00	{}
hour:d1308d07551bc062bf47e2705adaa5fb	544.6255076726277	2026-11-30 22:51:56.448639+00	{}
roster:10defa77ca19c94e925c7a7ecd116692	8	2026-11-30 22:51:58.275258+00	{}
roster_hour:10defa77ca19c94e925c7a7ecd116692	1398.9189763069153	2026-11-30 22:51:58.275258+00	{}
conversation:3d66456f772da949e4ef213680b8ba11	2.939723110198975	2026-11-30 22:51:58.396356+00	{}
hour:3d66456f772da949e4ef213680b8ba11	530.8193186918896	2026-11-30 22:51:58.396356+00	{}
conversation:10defa77ca19c94e925c7a7ecd116692	3	2026-11-30 22:51:58.437851+00	{}
hour:10defa77ca19c94e925c7a7ecd116692	547.5573666890463	2026-11-30 22:51:58.437851+00	{}
conversation:f1ac859a188647fb27e17985dab4c8c9	3	2026-11-30 22:51:58.487341+00	{}
hour:f1ac859a188647fb27e17985dab4c8c9	547.7532246112823	2026-11-30 22:51:58.487341+00	{}
conversation:b7281631774fd529eca88ed7b2f33c89	3	2026-11-30 22:51:58.555945+00	{}
hour:b7281631774fd529eca88ed7b2f33c89	549	2026-11-30 22:51:58.555945+00	{}
tenant	1	2026-11-30 22:51:58.555945+00	{"3": 1796079118.6630752}
\.


ALTER TABLE public.budgets ENABLE TRIGGER ALL;

--
-- Data for Name: meetings; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.meetings DISABLE TRIGGER ALL;

COPY public.meetings (id, kind, chat_id, teams_meeting_id, graph_id, service_url, teams_type, organizer_oid, organizer_mri, organizer_tenant, starts_at, ends_at, state, app_installed, dial_in, phone_possible, block_state, block_reason, block_read_at, watched_until, version, created_at, block_asked_at, held_at, put_back_at, put_back, cameras) FROM stdin;
e71882e4-f960-4031-b882-86d826e5b312	virtual	19:meeting_e85dafaddfe14983a920bb5c789a2b34@thread.v2	MCMxOTptZWV0aW5nX2U4NWRhZmFkZGZlMTQ5ODNhOTIwYmI1Yzc4OWEyYjM0QHRocmVhZC52MiMw	MSpmMGIzNGM1MS03YjVlLTVkOWItOTc1Mi0xYmU5Y2JhOTRkNjIqMCoqMTk6bWVldGluZ19lODVkYWZhZGRmZTE0OTgzYTkyMGJiNWM3ODlhMmIzNEB0aHJlYWQudjI=	https://localhost:27362/connector	Scheduled	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	29:1G8v6RYlng0BkDpHS2ytAklWGqwix_a050ApVColmDF8by_pFiWeDQGQOkdLbK0CSVYar	3e038f54-43f1-5502-b277-93f446341c33	2026-11-30 22:58:00+00	2026-11-30 23:58:00+00	coming	t	t	t	held		2026-11-30 22:51:46.429005+00	2026-11-30 22:51:57.970581+00	18	2026-11-30 22:51:43.72563+00	2026-11-30 22:51:46.429005+00	2026-11-30 22:51:46.429005+00	\N	0	untouched
38c11ecc-441c-4e56-83ed-76f87083ceb6	virtual	19:meeting_a48d0cbc77944372993183d656f450a9@thread.v2	MCMxOTptZWV0aW5nX2E0OGQwY2JjNzc5NDQzNzI5OTMxODNkNjU2ZjQ1MGE5QHRocmVhZC52MiMw	MSpmMGIzNGM1MS03YjVlLTVkOWItOTc1Mi0xYmU5Y2JhOTRkNjIqMCoqMTk6bWVldGluZ19hNDhkMGNiYzc3OTQ0MzcyOTkzMTgzZDY1NmY0NTBhOUB0aHJlYWQudjI=	https://localhost:27362/connector	Scheduled	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	29:1G8v6RYlng0BkDpHS2ytAklWGqwix_a050ApVColmDF8by_pFiWeDQGQOkdLbK0CSVYar	3e038f54-43f1-5502-b277-93f446341c33	2026-11-30 22:58:00+00	2026-11-30 23:58:00+00	coming	t	t	\N	held		2026-11-30 22:51:58.251847+00	2026-11-30 22:51:58.150387+00	11	2026-11-30 22:51:56.483154+00	2026-11-30 22:51:58.251847+00	2026-11-30 22:51:58.251847+00	2026-11-30 22:51:58.160375+00	1	untouched
7a53d49d-15e4-409b-8256-85fef8186908	virtual	19:meeting_44ebbace75e141fe8f1e59bd498f906c@thread.v2	MCMxOTptZWV0aW5nXzQ0ZWJiYWNlNzVlMTQxZmU4ZjFlNTliZDQ5OGY5MDZjQHRocmVhZC52MiMw	MSpmMGIzNGM1MS03YjVlLTVkOWItOTc1Mi0xYmU5Y2JhOTRkNjIqMCoqMTk6bWVldGluZ180NGViYmFjZTc1ZTE0MWZlOGYxZTU5YmQ0OThmOTA2Y0B0aHJlYWQudjI=	https://localhost:27362/connector	Scheduled	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	29:1G8v6RYlng0BkDpHS2ytAklWGqwix_a050ApVColmDF8by_pFiWeDQGQOkdLbK0CSVYar	3e038f54-43f1-5502-b277-93f446341c33	2026-11-30 22:58:00+00	2026-11-30 23:58:00+00	coming	t	t	\N	held		2026-11-30 22:51:56.838395+00	\N	5	2026-11-30 22:51:55.526356+00	2026-11-30 22:51:56.838395+00	2026-11-30 22:51:56.838395+00	\N	0	untouched
\.


ALTER TABLE public.meetings ENABLE TRIGGER ALL;

--
-- Data for Name: occurrences; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.occurrences DISABLE TRIGGER ALL;

COPY public.occurrences (id, meeting_id, started_at, noticed_by, ended_at, announced_at, announced_for, tellings) FROM stdin;
45543d55-befb-4e38-961d-14f354994617	e71882e4-f960-4031-b882-86d826e5b312	2026-11-30 22:51:46.317+00	event	\N	2026-11-30 22:51:46.480072+00	["eccf0bc6-924f-43d6-a365-1ea0f3339503"]	1
9980e2c5-d04f-40b4-95e6-53acb34785c1	38c11ecc-441c-4e56-83ed-76f87083ceb6	2026-11-30 22:53:56.784+00	event	\N	\N	\N	0
\.


ALTER TABLE public.occurrences ENABLE TRIGGER ALL;

--
-- Data for Name: calls; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.calls DISABLE TRIGGER ALL;

COPY public.calls (id, occurrence_id, attempt, callback_key, graph_id, my_participant_id, state, why, asked_at, established_at, reconciled_at, speak_at, ended_at, hung_up_at, created_at) FROM stdin;
aa3f78e5-2fcb-4d44-9cf8-7bc3374827e7	45543d55-befb-4e38-961d-14f354994617	1	3T_Pxo1We2MRFHSMBXqcjC-yAX-jRAZL5ZNd_SI4CC0	8950daaa-3202-497b-935c-ab0ba39886ea	f0db9d8b-fb45-404a-a3fc-9f5b64e152f6	spoken		2026-11-30 22:51:46.70479+00	2026-11-30 22:51:48.085803+00	2026-11-30 22:51:57.921156+00	\N	\N	\N	2026-11-30 22:51:46.70479+00
\.


ALTER TABLE public.calls ENABLE TRIGGER ALL;

--
-- Data for Name: informed; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.informed DISABLE TRIGGER ALL;

COPY public.informed (id, occurrence_id, person_key, mri, oid, kind, grade, channel, evidence, informed_at, created_at, left_at) FROM stdin;
19f4df2e-e3d1-4694-97df-44c7a3dfe1e4	45543d55-befb-4e38-961d-14f354994617	c37b3fab6e406a56b6cf2b5eb8673248ff9e8b369199d0e0bd11aa0808aca1b8	29:1G8v6RYlng0BkDpHS2ytAklWGqwix_a050ApVColmDF8by_pFiWeDQGQOkdLbK0CSVYar	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	member	prompt_completed	spoken	prompt:cb2e00f2-fd96-4973-9a47-ec11c88ae42b	2026-11-30 22:51:49.830915+00	2026-11-30 22:51:46.604198+00	\N
1df1bb0d-56ce-4378-9a1a-1c029ff8f461	45543d55-befb-4e38-961d-14f354994617	bc4524cbe2316801b46548fb1c226db57a40b27b53776850cab3198c4d1a246f	\N	\N	caller	prompt_completed	spoken	prompt:cb2e00f2-fd96-4973-9a47-ec11c88ae42b	2026-11-30 22:51:49.830915+00	2026-11-30 22:51:48.278945+00	\N
2057e6f5-2a4d-4662-96fd-7e913a6eed04	45543d55-befb-4e38-961d-14f354994617	ff914a3f0254904ceb822333da37538eee2a1b7c6bb464ef35a7c8665e0c71b3	29:1PpO4SKNthlLjDk92ksxh9FmPa_WlklIf9kiZNF4TyOY-k7hIo22GUuMOT3aSzGH0WY9r	6f9e0554-8baa-5bb5-997a-e1223fca3ab5	guest	prompt_completed	spoken	prompt:cb2e00f2-fd96-4973-9a47-ec11c88ae42b	2026-11-30 22:51:49.830915+00	2026-11-30 22:51:46.604198+00	\N
24d59ad3-6126-4c0b-a53c-ab6e3859e3ca	45543d55-befb-4e38-961d-14f354994617	a3cd118670a66a4ca2bf7c9bc8a19c8b372d4e44a1410dcdeeef9d8c33c40c6e	29:107nMMeXuhJJRJezAwwwePgMnDxnc1GGcxgByiFTL3PvTucwx5e6EklEl7MDDDB4-AycP	\N	anonymous	prompt_completed	spoken	prompt:cb2e00f2-fd96-4973-9a47-ec11c88ae42b	2026-11-30 22:51:49.830915+00	2026-11-30 22:51:46.604198+00	\N
573b3d8c-6438-4acf-bb2a-e8ed29065023	45543d55-befb-4e38-961d-14f354994617	9d09429b5adec172fec480aaba0a1465f4e1a3ba95d948c624344f1178e72726	\N	\N	phone	prompt_completed	spoken	prompt:cb2e00f2-fd96-4973-9a47-ec11c88ae42b	2026-11-30 22:51:49.830915+00	2026-11-30 22:51:46.604198+00	\N
1a84d3bd-fa56-474e-b5b2-16e7cb80f520	45543d55-befb-4e38-961d-14f354994617	a3d7ae988e01f73446e530f46680d6b4824bd664236dd3cd8f55b9278d210606	\N	\N	device	prompt_completed	spoken	prompt:4fe0388f-5ad4-44fb-8928-d17db0017d20	2026-11-30 22:51:55.156271+00	2026-11-30 22:51:51.664989+00	\N
b4049a2f-7e9c-4d3b-996c-fadfb627b805	45543d55-befb-4e38-961d-14f354994617	3f8bc52db4a90e676d3fbf331a8530dfe561993d06efe94265551f482820d7e5	29:10DwchsbG6VpuYgaZFL5SwiycNPx-xWz0YgFWNAHxBP3QPByGxsbpWm5iBpkUvlLCLJw0	fb34bcf8-546c-5b2c-8778-7c5f97048717	member	prompt_completed	spoken	prompt:4fe0388f-5ad4-44fb-8928-d17db0017d20	2026-11-30 22:51:55.156271+00	2026-11-30 22:51:51.454955+00	\N
\.


ALTER TABLE public.informed ENABLE TRIGGER ALL;

--
-- Data for Name: call_seats; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.call_seats DISABLE TRIGGER ALL;

COPY public.call_seats (id, call_id, participant_id, kind, mark, here_since, left_at, informed_id) FROM stdin;
6374f4b0-229e-4899-a987-d3630dc6ab91	aa3f78e5-2fcb-4d44-9cf8-7bc3374827e7	07a45989-f429-4113-84a7-48ef2bc182f9	user	c37b3fab6e406a56b6cf2b5eb8673248ff9e8b369199d0e0bd11aa0808aca1b8	2026-11-30 22:51:48.278945+00	\N	19f4df2e-e3d1-4694-97df-44c7a3dfe1e4
251be232-7075-4166-96b5-522d228992dc	aa3f78e5-2fcb-4d44-9cf8-7bc3374827e7	509f1c78-0a57-47eb-832c-eff388a3b778	user	ff914a3f0254904ceb822333da37538eee2a1b7c6bb464ef35a7c8665e0c71b3	2026-11-30 22:51:48.278945+00	\N	2057e6f5-2a4d-4662-96fd-7e913a6eed04
8e2732b3-aa04-4bd2-bd57-0dd00314abc4	aa3f78e5-2fcb-4d44-9cf8-7bc3374827e7	43d0a7c8-5350-4a3e-9b42-3e3a02b51052	phone	bc4524cbe2316801b46548fb1c226db57a40b27b53776850cab3198c4d1a246f	2026-11-30 22:51:48.278945+00	\N	1df1bb0d-56ce-4378-9a1a-1c029ff8f461
409448b7-e16c-4eee-8e5c-27acbbbd3cfd	aa3f78e5-2fcb-4d44-9cf8-7bc3374827e7	2e3df864-d2a6-49cf-bba8-cc7ea8c7bd6e	guest	3607672e714e9d58eea4f7178ae1ae4501a6b833f5f1c9145773893169d10a7b	2026-11-30 22:51:48.278945+00	\N	24d59ad3-6126-4c0b-a53c-ab6e3859e3ca
2ac70741-7188-4304-83d9-d671a9abd572	aa3f78e5-2fcb-4d44-9cf8-7bc3374827e7	939dc859-332b-48ee-844a-923428612014	user	3f8bc52db4a90e676d3fbf331a8530dfe561993d06efe94265551f482820d7e5	2026-11-30 22:51:51.664989+00	\N	b4049a2f-7e9c-4d3b-996c-fadfb627b805
d93903de-d2f6-4ff1-a62d-63da9277630f	aa3f78e5-2fcb-4d44-9cf8-7bc3374827e7	d53d6b11-99f6-4c39-898d-378a3f84cb60	device	a3d7ae988e01f73446e530f46680d6b4824bd664236dd3cd8f55b9278d210606	2026-11-30 22:51:51.664989+00	\N	1a84d3bd-fa56-474e-b5b2-16e7cb80f520
\.


ALTER TABLE public.call_seats ENABLE TRIGGER ALL;

--
-- Data for Name: cards; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.cards DISABLE TRIGGER ALL;

COPY public.cards (purpose, service_url, conversation_id, activity_id, posted_at, claimed_at, uncertain, operation) FROM stdin;
status:e71882e4-f960-4031-b882-86d826e5b312	https://localhost:27362/connector	19:meeting_e85dafaddfe14983a920bb5c789a2b34@thread.v2	1796079096876	2026-11-30 22:51:45.574733+00	2026-11-30 22:51:45.533298+00	0	7f903a1d88e714ae
case:eccf0bc6-924f-43d6-a365-1ea0f3339503:f0b34c51-7b5e-5d9b-9752-1be9cba94d62	https://localhost:27362/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1796079096879	2026-11-30 22:51:45.828373+00	2026-11-30 22:51:45.817744+00	0	dc01d1aa3a62f9ee
decide:eccf0bc6-924f-43d6-a365-1ea0f3339503:13621ec0-b2c8-5e30-9416-b1af275d6bab	https://localhost:27362/connector	a:1YV9ZU0FOS29ldUItdTZCWVYtbE9Wd1BrUmI2X3gxc1pRR2dFRGlacGNNcHI5aElB	1796079096880	2026-11-30 22:51:45.869779+00	2026-11-30 22:51:45.823288+00	0	f8cbf989368cc492
prepare:e71882e4-f960-4031-b882-86d826e5b312:20261130T2258:soon:f0b34c51-7b5e-5d9b-9752-1be9cba94d62:297f55a850ef	https://localhost:27362/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1796079096883	2026-11-30 22:51:46.187441+00	2026-11-30 22:51:46.179423+00	0	421602fe6da70fa0
announce:45543d55-befb-4e38-961d-14f354994617:1:297f55a850ef	https://localhost:27362/connector	19:meeting_e85dafaddfe14983a920bb5c789a2b34@thread.v2	1796079096888	2026-11-30 22:51:46.476121+00	2026-11-30 22:51:46.430358+00	0	f289129f9c143d35
ledger:45543d55-befb-4e38-961d-14f354994617:f0b34c51-7b5e-5d9b-9752-1be9cba94d62	https://localhost:27362/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1796079096890	2026-11-30 22:51:46.696434+00	2026-11-30 22:51:46.680876+00	0	80a24ce182ac7cd0
task:42fd8a72-f28b-424f-b91d-32e63d31499f	https://localhost:27362/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1796079096891	2026-11-30 22:51:47.523406+00	2026-11-30 22:51:47.182451+00	0	772505c82cfa5e5a
status:7a53d49d-15e4-409b-8256-85fef8186908	https://localhost:27362/connector	19:meeting_44ebbace75e141fe8f1e59bd498f906c@thread.v2	1796079096896	2026-11-30 22:51:55.840698+00	2026-11-30 22:51:55.811295+00	0	735e635242684702
case:60b6ca41-4ba9-40ea-bdf4-27952b82dac3:f0b34c51-7b5e-5d9b-9752-1be9cba94d62	https://localhost:27362/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1796079096899	2026-11-30 22:51:56.204131+00	2026-11-30 22:51:56.156839+00	0	0eedd04d087b35dc
decide:60b6ca41-4ba9-40ea-bdf4-27952b82dac3:13621ec0-b2c8-5e30-9416-b1af275d6bab	https://localhost:27362/connector	a:1YV9ZU0FOS29ldUItdTZCWVYtbE9Wd1BrUmI2X3gxc1pRR2dFRGlacGNNcHI5aElB	1796079096900	2026-11-30 22:51:56.242335+00	2026-11-30 22:51:56.206589+00	0	9562d95772aa9f44
status:38c11ecc-441c-4e56-83ed-76f87083ceb6	https://localhost:27362/connector	19:meeting_a48d0cbc77944372993183d656f450a9@thread.v2	1796079096903	2026-11-30 22:51:56.775925+00	2026-11-30 22:51:56.73875+00	0	cba894dafe01ae1f
note-taker:f2ddcd42-acae-4e86-a396-4d843b7ed341	https://localhost:27362/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1796079096909	2026-11-30 22:51:57.145458+00	2026-11-30 22:51:57.124269+00	0	72c89d6d355a3129
warn:141a99fb-a654-4b53-b1d3-a58bf2170897:f0b34c51-7b5e-5d9b-9752-1be9cba94d62	https://localhost:27362/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1796079096912	2026-11-30 22:51:58.405509+00	2026-11-30 22:51:58.38658+00	0	2caec19fb205a5a1
warn:141a99fb-a654-4b53-b1d3-a58bf2170897:13621ec0-b2c8-5e30-9416-b1af275d6bab	https://localhost:27362/connector	a:1YV9ZU0FOS29ldUItdTZCWVYtbE9Wd1BrUmI2X3gxc1pRR2dFRGlacGNNcHI5aElB	1796079096913	2026-11-30 22:51:58.49349+00	2026-11-30 22:51:58.469574+00	0	11620be2684c4393
warn:141a99fb-a654-4b53-b1d3-a58bf2170897:8d3e0d45-f5c7-5baf-b351-60177530448b	https://localhost:27362/connector	a:1V3JnenBIMmJ1c3ppQnVaLXZ0VlBvbEhkOS1DT2UzaEQwb1otUkVmUG5XMWF1RE9r	1796079096914	2026-11-30 22:51:58.562492+00	2026-11-30 22:51:58.539129+00	0	ad8b9d02d2f9eb71
\.


ALTER TABLE public.cards ENABLE TRIGGER ALL;

--
-- Data for Name: chats; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.chats DISABLE TRIGGER ALL;

COPY public.chats (oid, mri, name, conversation_id, service_url, installed, seen_at) FROM stdin;
f0b34c51-7b5e-5d9b-9752-1be9cba94d62	29:1G8v6RYlng0BkDpHS2ytAklWGqwix_a050ApVColmDF8by_pFiWeDQGQOkdLbK0CSVYar		a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	https://localhost:27362/connector	t	2026-11-30 22:51:43.654875+00
fb34bcf8-546c-5b2c-8778-7c5f97048717	29:10DwchsbG6VpuYgaZFL5SwiycNPx-xWz0YgFWNAHxBP3QPByGxsbpWm5iBpkUvlLCLJw0		a:1d2Noc2JHNlZwdVlnYVpGTDVTd2l5Y05QeC14V3owWWdGV05BSHhCUDNRUEJ5R3hz	https://localhost:27362/connector	t	2026-11-30 22:51:43.794053+00
13621ec0-b2c8-5e30-9416-b1af275d6bab	29:1DKa_YSANKoeuB-u6BYV-lOVwPkRb6_x1sZQGgEDiZpcMpr9hIA0qh64H67oFhX6U5XA-		a:1YV9ZU0FOS29ldUItdTZCWVYtbE9Wd1BrUmI2X3gxc1pRR2dFRGlacGNNcHI5aElB	https://localhost:27362/connector	t	2026-11-30 22:51:43.884346+00
4126ed5a-dda1-5cc8-b383-b4629e0fb17f	29:1fbmcbhWx2ogD6nu2e4b0m4WTcVm_dhV0KckRW4JE_MB9uZxuFbHaiAPqe7Z7hvSbhZNx		a:1bWNiaFd4Mm9nRDZudTJlNGIwbTRXVGNWbV9kaFYwS2NrUlc0SkVfTUI5dVp4dUZi	https://localhost:27362/connector	t	2026-11-30 22:51:43.973138+00
8d3e0d45-f5c7-5baf-b351-60177530448b	29:11tWrgzpH2busziBuZ-vtVPolHd9-COe3hD0oZ-REfPnW1auDOkfZu6zOIG5n6-1U-iUd		a:1V3JnenBIMmJ1c3ppQnVaLXZ0VlBvbEhkOS1DT2UzaEQwb1otUkVmUG5XMWF1RE9r	https://localhost:27362/connector	t	2026-11-30 22:51:44.070886+00
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
3ed00180-5c25-43eb-bdc8-1527390da4a6	2026-4	familie	citizen	virtual	\N	remember	\N	granted	[]
\.


ALTER TABLE public.precedents ENABLE TRIGGER ALL;

--
-- Data for Name: requests; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.requests DISABLE TRIGGER ALL;

COPY public.requests (id, number, meeting_id, department, registered_by, caseworker_oid, relation, role, requester_oid, employee_type, notice, others_affairs, scope, state, late, answer_by, profile_id, profile_version, approver_oid, deputy_oid, decided_by, decided_at, refusal_ground, devices_out, proposed_by, proposed_at, confirmer_oid, confirmed_by, precedent_id, verdicts, answer_state, answer_at, answer_how, announced_at, used_at, note_copied_at, created_at, inbound_key, version) FROM stdin;
eccf0bc6-924f-43d6-a365-1ea0f3339503	L-6TTG747	e71882e4-f960-4031-b882-86d826e5b312	familie	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	citizen	citizen	\N	\N	f	\N	whole	granted	f	email	frederiksberg	1	13621ec0-b2c8-5e30-9416-b1af275d6bab	\N	13621ec0-b2c8-5e30-9416-b1af275d6bab	2026-11-30 22:51:46.063724+00	\N	f	\N	\N	\N	\N	\N	{"purpose": "for", "remember": "for", "companion": "for", "cooperation": "for", "communication": "for"}	sent	2026-11-30 22:51:46.115031+00	\N	2026-11-30 22:51:46.480072+00	2026-11-30 22:51:46.317+00	\N	2026-11-30 22:51:45.689699+00	7f290e07f8c2015643ae078b38f372ba22cb8b20bb34f40204491628843e7760	7
60b6ca41-4ba9-40ea-bdf4-27952b82dac3	L-UC43KF9	e71882e4-f960-4031-b882-86d826e5b312	familie	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	citizen	citizen	\N	\N	f	\N	whole	awaiting_leader	f	email	frederiksberg	1	13621ec0-b2c8-5e30-9416-b1af275d6bab	\N	\N	\N	\N	f	\N	\N	\N	\N	\N	{}	none	\N	\N	\N	\N	\N	2026-11-30 22:51:55.98466+00	1c442950de748bc506de11248881645d2fbc6094f9e72711f1a4b17bf5688b0c	2
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
1	guideline	daily	{}	2026-11-30 23:51:43.312437+00	1	\N	0	\N	\N
2	retain	daily	{}	2026-12-01 22:51:43.312437+00	1	\N	0	\N	\N
3	root	hourly	{}	2026-11-30 23:51:43.312437+00	1	\N	0	\N	\N
4	tidy	daily	{}	2026-11-30 23:51:43.312437+00	1	\N	0	\N	\N
5	subscriptions	all	{}	2026-11-30 23:06:43.347536+00	1	\N	0	\N	\N
6	sweep	tenant	{}	2026-11-30 22:52:43.352739+00	1	\N	0	\N	\N
7	menu	hello:f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62"}	2026-11-30 22:51:43.626878+00	1	\N	1	2026-11-30 22:51:43.961339+00	shown
8	menu	hello:fb34bcf8-546c-5b2c-8778-7c5f97048717	{"oid": "fb34bcf8-546c-5b2c-8778-7c5f97048717"}	2026-11-30 22:51:43.697727+00	1	\N	1	2026-11-30 22:51:43.973978+00	shown
10	menu	hello:13621ec0-b2c8-5e30-9416-b1af275d6bab	{"oid": "13621ec0-b2c8-5e30-9416-b1af275d6bab"}	2026-11-30 22:51:43.846236+00	1	\N	1	2026-11-30 22:51:44.076752+00	shown
41	guide_card	45543d55-befb-4e38-961d-14f354994617	{"occurrence_id": "45543d55-befb-4e38-961d-14f354994617"}	2026-11-30 22:51:46.322236+00	1	\N	1	2026-11-30 22:51:46.455256+00	nothing_to_guide
12	menu	hello:4126ed5a-dda1-5cc8-b383-b4629e0fb17f	{"oid": "4126ed5a-dda1-5cc8-b383-b4629e0fb17f"}	2026-11-30 22:51:43.943204+00	1	\N	1	2026-11-30 22:51:44.099918+00	shown
13	menu	hello:8d3e0d45-f5c7-5baf-b351-60177530448b	{"oid": "8d3e0d45-f5c7-5baf-b351-60177530448b"}	2026-11-30 22:51:44.026912+00	1	\N	1	2026-11-30 22:51:44.154867+00	shown
22	receipt_mail	eccf0bc6-924f-43d6-a365-1ea0f3339503	{"request_id": "eccf0bc6-924f-43d6-a365-1ea0f3339503"}	2026-11-30 22:51:45.689699+00	1	\N	1	2026-11-30 22:51:45.798363+00	receipt_sent
9	take_in	e71882e4-f960-4031-b882-86d826e5b312	{"meeting_id": "e71882e4-f960-4031-b882-86d826e5b312"}	2026-11-30 22:51:43.847336+00	2	\N	1	2026-11-30 22:51:45.354795+00	taken_in
15	hold_block	e71882e4-f960-4031-b882-86d826e5b312:taken_in	{"meeting_id": "e71882e4-f960-4031-b882-86d826e5b312"}	2026-11-30 22:51:45.314949+00	1	\N	1	2026-11-30 22:51:45.456694+00	held
112	decider_cards	60b6ca41-4ba9-40ea-bdf4-27952b82dac3	{"request_id": "60b6ca41-4ba9-40ea-bdf4-27952b82dac3"}	2026-11-30 22:51:56.246209+00	1	\N	1	2026-11-30 22:51:56.506563+00	shown
19	ask	eccf0bc6-924f-43d6-a365-1ea0f3339503	{"request_id": "eccf0bc6-924f-43d6-a365-1ea0f3339503"}	2026-11-30 22:51:45.689699+00	1	\N	1	2026-11-30 22:51:45.88333+00	asked
34	own_card	eccf0bc6-924f-43d6-a365-1ea0f3339503	{"request_id": "eccf0bc6-924f-43d6-a365-1ea0f3339503"}	2026-11-30 22:51:46.063724+00	1	\N	1	2026-11-30 22:51:46.124632+00	not_here
28	escalate	eccf0bc6-924f-43d6-a365-1ea0f3339503	{"request_id": "eccf0bc6-924f-43d6-a365-1ea0f3339503"}	2026-11-30 22:54:52.935589+00	2	\N	0	2026-11-30 22:51:46.063724+00	cancelled
30	answer	eccf0bc6-924f-43d6-a365-1ea0f3339503	{"request_id": "eccf0bc6-924f-43d6-a365-1ea0f3339503"}	2026-11-30 22:51:46.063724+00	1	\N	1	2026-11-30 22:51:46.138638+00	answer_sent
33	hold_block	e71882e4-f960-4031-b882-86d826e5b312:decision	{"meeting_id": "e71882e4-f960-4031-b882-86d826e5b312"}	2026-11-30 22:51:46.063724+00	1	\N	1	2026-11-30 22:51:46.157442+00	held
27	decider_cards	eccf0bc6-924f-43d6-a365-1ea0f3339503	{"request_id": "eccf0bc6-924f-43d6-a365-1ea0f3339503"}	2026-11-30 22:51:46.063724+00	2	\N	1	2026-11-30 22:51:46.161027+00	shown
42	hold_block	e71882e4-f960-4031-b882-86d826e5b312:start	{"meeting_id": "e71882e4-f960-4031-b882-86d826e5b312"}	2026-11-30 22:51:46.322236+00	1	\N	1	2026-11-30 22:51:46.469326+00	held
40	announce	45543d55-befb-4e38-961d-14f354994617	{"occurrence_id": "45543d55-befb-4e38-961d-14f354994617"}	2026-11-30 22:51:46.322236+00	1	\N	1	2026-11-30 22:51:46.516027+00	announced
52	call_join	45543d55-befb-4e38-961d-14f354994617	{"occurrence_id": "45543d55-befb-4e38-961d-14f354994617"}	2026-11-30 22:51:46.677544+00	1	\N	1	2026-11-30 22:51:46.771858+00	asked
48	roll_call	45543d55-befb-4e38-961d-14f354994617	{"card": "1796079096888", "seen_by": "2026-11-30T22:51:46.389603+00:00", "telling": 1, "occurrence_id": "45543d55-befb-4e38-961d-14f354994617"}	2026-11-30 22:51:46.480072+00	1	\N	1	2026-11-30 22:51:46.698948+00	called
53	call_alive	aa3f78e5-2fcb-4d44-9cf8-7bc3374827e7	{"call_id": "aa3f78e5-2fcb-4d44-9cf8-7bc3374827e7"}	2026-11-30 23:06:46.755635+00	1	\N	0	\N	\N
20	case_card	eccf0bc6-924f-43d6-a365-1ea0f3339503	{"notice": "answer_sent", "request_id": "eccf0bc6-924f-43d6-a365-1ea0f3339503"}	2026-11-30 22:51:46.115031+00	4	\N	1	2026-11-30 22:51:49.17751+00	shown
79	tell_late	45543d55-befb-4e38-961d-14f354994617	{"occurrence_id": "45543d55-befb-4e38-961d-14f354994617"}	2026-11-30 22:51:51.454955+00	1	\N	1	2026-11-30 22:51:52.801893+00	told
72	call_count	cb2e00f2-fd96-4973-9a47-ec11c88ae42b	{"call_id": "aa3f78e5-2fcb-4d44-9cf8-7bc3374827e7", "spoken_id": "cb2e00f2-fd96-4973-9a47-ec11c88ae42b"}	2026-11-30 22:51:49.800427+00	1	\N	1	2026-11-30 22:51:49.895681+00	counted
60	task_card	42fd8a72-f28b-424f-b91d-32e63d31499f	{"task_id": "42fd8a72-f28b-424f-b91d-32e63d31499f"}	2026-11-30 22:51:49.830915+00	2	\N	1	2026-11-30 22:51:50.30552+00	shown
102	status_card	7a53d49d-15e4-409b-8256-85fef8186908	{"meeting_id": "7a53d49d-15e4-409b-8256-85fef8186908"}	2026-11-30 22:51:55.730482+00	1	\N	1	2026-11-30 22:51:55.845766+00	shown
14	finish	e71882e4-f960-4031-b882-86d826e5b312	{"meeting_id": "e71882e4-f960-4031-b882-86d826e5b312"}	2026-12-01 00:28:00+00	3	\N	0	\N	\N
17	subscribe	e71882e4-f960-4031-b882-86d826e5b312	{"meeting_id": "e71882e4-f960-4031-b882-86d826e5b312"}	2026-11-30 22:51:55.98466+00	4	\N	1	2026-11-30 22:51:56.085736+00	not_wanted
35	prepare	e71882e4-f960-4031-b882-86d826e5b312	{"meeting_id": "e71882e4-f960-4031-b882-86d826e5b312"}	2026-11-30 22:51:55.98466+00	3	\N	1	2026-11-30 22:51:56.085981+00	begun
113	escalate	60b6ca41-4ba9-40ea-bdf4-27952b82dac3	{"request_id": "60b6ca41-4ba9-40ea-bdf4-27952b82dac3"}	2026-11-30 22:54:58.123105+00	1	\N	0	\N	\N
120	finish	38c11ecc-441c-4e56-83ed-76f87083ceb6	{"meeting_id": "38c11ecc-441c-4e56-83ed-76f87083ceb6"}	2026-12-01 00:28:00+00	2	\N	0	\N	\N
18	status_card	e71882e4-f960-4031-b882-86d826e5b312	{"meeting_id": "e71882e4-f960-4031-b882-86d826e5b312"}	2026-11-30 22:51:56.246209+00	9	\N	1	2026-11-30 22:51:56.462715+00	shown
16	start_check	e71882e4-f960-4031-b882-86d826e5b312	{"round": 1, "meeting_id": "e71882e4-f960-4031-b882-86d826e5b312"}	2026-11-30 22:51:57.608612+00	3	\N	0	2026-11-30 22:51:56.95107+00	runs_already
43	look_around	45543d55-befb-4e38-961d-14f354994617	{"occurrence_id": "45543d55-befb-4e38-961d-14f354994617"}	2026-11-30 22:51:59.09228+00	5	\N	0	\N	\N
99	hold_block	7a53d49d-15e4-409b-8256-85fef8186908:taken_in	{"meeting_id": "7a53d49d-15e4-409b-8256-85fef8186908"}	2026-11-30 22:51:56.711224+00	2	\N	1	2026-11-30 22:51:56.874158+00	held
129	hold_block	38c11ecc-441c-4e56-83ed-76f87083ceb6:start	{"meeting_id": "38c11ecc-441c-4e56-83ed-76f87083ceb6"}	2026-11-30 22:51:56.800019+00	1	\N	1	2026-11-30 22:51:56.999953+00	held
100	start_check	7a53d49d-15e4-409b-8256-85fef8186908	{"round": 1, "meeting_id": "7a53d49d-15e4-409b-8256-85fef8186908"}	2026-11-30 22:51:58.609248+00	2	\N	0	\N	\N
46	watch	e71882e4-f960-4031-b882-86d826e5b312	{"meeting_id": "e71882e4-f960-4031-b882-86d826e5b312"}	2026-11-30 22:51:58.92564+00	11	\N	0	\N	\N
107	receipt_mail	60b6ca41-4ba9-40ea-bdf4-27952b82dac3	{"request_id": "60b6ca41-4ba9-40ea-bdf4-27952b82dac3"}	2026-11-30 22:51:55.98466+00	1	\N	1	2026-11-30 22:51:56.130169+00	receipt_sent
103	ask	60b6ca41-4ba9-40ea-bdf4-27952b82dac3	{"request_id": "60b6ca41-4ba9-40ea-bdf4-27952b82dac3"}	2026-11-30 22:51:55.98466+00	1	\N	1	2026-11-30 22:51:56.276571+00	asked
104	case_card	60b6ca41-4ba9-40ea-bdf4-27952b82dac3	{"notice": "asked_leader", "request_id": "60b6ca41-4ba9-40ea-bdf4-27952b82dac3"}	2026-11-30 22:51:56.246209+00	2	\N	1	2026-11-30 22:51:56.468899+00	shown
98	finish	7a53d49d-15e4-409b-8256-85fef8186908	{"meeting_id": "7a53d49d-15e4-409b-8256-85fef8186908"}	2026-12-01 00:28:00+00	2	\N	0	\N	\N
101	subscribe	7a53d49d-15e4-409b-8256-85fef8186908	{"meeting_id": "7a53d49d-15e4-409b-8256-85fef8186908"}	2026-11-30 22:51:56.711224+00	2	\N	1	2026-11-30 22:51:56.7837+00	not_wanted
130	look_around	9980e2c5-d04f-40b4-95e6-53acb34785c1	{"occurrence_id": "9980e2c5-d04f-40b4-95e6-53acb34785c1"}	2026-11-30 22:52:16.800019+00	1	\N	0	\N	\N
133	watch	38c11ecc-441c-4e56-83ed-76f87083ceb6	{"meeting_id": "38c11ecc-441c-4e56-83ed-76f87083ceb6"}	2026-11-30 22:51:59.086144+00	3	\N	0	\N	\N
147	warn	141a99fb-a654-4b53-b1d3-a58bf2170897	{"meeting_id": "38c11ecc-441c-4e56-83ed-76f87083ceb6", "incident_id": "141a99fb-a654-4b53-b1d3-a58bf2170897"}	2026-11-30 22:51:58.380493+00	3	2026-11-30 22:51:58.259936+00	0	\N	\N
145	recorded	141a99fb-a654-4b53-b1d3-a58bf2170897	{"meeting_id": "38c11ecc-441c-4e56-83ed-76f87083ceb6", "incident_id": "141a99fb-a654-4b53-b1d3-a58bf2170897"}	2026-11-30 22:52:58.380493+00	2	\N	0	\N	\N
135	note_taker_card	f2ddcd42-acae-4e86-a396-4d843b7ed341	{"meeting_id": "38c11ecc-441c-4e56-83ed-76f87083ceb6", "note_taker_id": "f2ddcd42-acae-4e86-a396-4d843b7ed341"}	2026-11-30 22:51:57.201238+00	2	\N	1	2026-11-30 22:51:57.317041+00	asked
122	start_check	38c11ecc-441c-4e56-83ed-76f87083ceb6	{"meeting_id": "38c11ecc-441c-4e56-83ed-76f87083ceb6"}	2026-11-30 22:51:57.937668+00	2	\N	0	\N	\N
67	call_speak	aa3f78e5-2fcb-4d44-9cf8-7bc3374827e7	{"call_id": "aa3f78e5-2fcb-4d44-9cf8-7bc3374827e7"}	2026-11-30 22:51:53.664989+00	2	\N	1	2026-11-30 22:51:55.034206+00	playing
118	take_in	38c11ecc-441c-4e56-83ed-76f87083ceb6	{"meeting_id": "38c11ecc-441c-4e56-83ed-76f87083ceb6"}	2026-11-30 22:51:56.541384+00	2	\N	1	2026-11-30 22:51:58.00492+00	taken_in
91	call_count	4fe0388f-5ad4-44fb-8928-d17db0017d20	{"call_id": "aa3f78e5-2fcb-4d44-9cf8-7bc3374827e7", "spoken_id": "4fe0388f-5ad4-44fb-8928-d17db0017d20"}	2026-11-30 22:51:55.050032+00	1	\N	1	2026-11-30 22:51:55.326261+00	counted
54	call_look	aa3f78e5-2fcb-4d44-9cf8-7bc3374827e7	{"call_id": "aa3f78e5-2fcb-4d44-9cf8-7bc3374827e7"}	2026-11-30 22:51:58.921156+00	15	\N	0	\N	\N
50	ledger_card	45543d55-befb-4e38-961d-14f354994617	{"occurrence_id": "45543d55-befb-4e38-961d-14f354994617"}	2026-11-30 22:51:55.156271+00	15	\N	1	2026-11-30 22:51:55.42442+00	shown
123	subscribe	38c11ecc-441c-4e56-83ed-76f87083ceb6	{"meeting_id": "38c11ecc-441c-4e56-83ed-76f87083ceb6"}	2026-11-30 22:51:57.937668+00	3	\N	1	2026-11-30 22:51:58.094174+00	not_wanted
96	take_in	7a53d49d-15e4-409b-8256-85fef8186908	{"meeting_id": "7a53d49d-15e4-409b-8256-85fef8186908"}	2026-11-30 22:51:55.56622+00	2	\N	1	2026-11-30 22:51:56.737798+00	taken_in
121	hold_block	38c11ecc-441c-4e56-83ed-76f87083ceb6:taken_in	{"meeting_id": "38c11ecc-441c-4e56-83ed-76f87083ceb6"}	2026-11-30 22:51:57.937668+00	2	\N	1	2026-11-30 22:51:58.277089+00	held
148	put_back_card	38c11ecc-441c-4e56-83ed-76f87083ceb6	{"what": "recording", "meeting_id": "38c11ecc-441c-4e56-83ed-76f87083ceb6"}	2026-11-30 22:51:58.160375+00	1	\N	1	2026-11-30 22:51:58.373201+00	told_by_the_warning
124	status_card	38c11ecc-441c-4e56-83ed-76f87083ceb6	{"meeting_id": "38c11ecc-441c-4e56-83ed-76f87083ceb6"}	2026-11-30 22:51:58.150387+00	3	\N	1	2026-11-30 22:51:58.448878+00	shown
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
4ff54d5a-9e92-49d4-ab2e-98bd703b513d	45543d55-befb-4e38-961d-14f354994617	19f4df2e-e3d1-4694-97df-44c7a3dfe1e4	member	posted	chat	post:1796079096888	2026-11-30 22:51:46.604198+00
d8dc1b52-de73-46c8-ae1f-cb96b67a3901	45543d55-befb-4e38-961d-14f354994617	2057e6f5-2a4d-4662-96fd-7e913a6eed04	guest	posted	chat	post:1796079096888	2026-11-30 22:51:46.604198+00
76e7155b-2539-4f90-954c-2c26ec69b259	45543d55-befb-4e38-961d-14f354994617	24d59ad3-6126-4c0b-a53c-ab6e3859e3ca	anonymous	posted	chat	post:1796079096888	2026-11-30 22:51:46.604198+00
7d8a90e7-e930-40f5-825d-27d9cf0aab94	45543d55-befb-4e38-961d-14f354994617	19f4df2e-e3d1-4694-97df-44c7a3dfe1e4	member	accepted	in_meeting	202	2026-11-30 22:51:46.655787+00
99c94310-2619-47af-b361-e1612e298c60	45543d55-befb-4e38-961d-14f354994617	2057e6f5-2a4d-4662-96fd-7e913a6eed04	guest	accepted	in_meeting	202	2026-11-30 22:51:46.655787+00
83d22505-f373-458b-b453-89ba913c5568	45543d55-befb-4e38-961d-14f354994617	19f4df2e-e3d1-4694-97df-44c7a3dfe1e4	member	prompt_completed	spoken	prompt:cb2e00f2-fd96-4973-9a47-ec11c88ae42b	2026-11-30 22:51:49.830915+00
6ddc6dd4-8f54-497d-bc35-2a4c06c83fb2	45543d55-befb-4e38-961d-14f354994617	2057e6f5-2a4d-4662-96fd-7e913a6eed04	guest	prompt_completed	spoken	prompt:cb2e00f2-fd96-4973-9a47-ec11c88ae42b	2026-11-30 22:51:49.830915+00
3d5b970f-168c-426c-8577-89be382978ea	45543d55-befb-4e38-961d-14f354994617	24d59ad3-6126-4c0b-a53c-ab6e3859e3ca	anonymous	prompt_completed	spoken	prompt:cb2e00f2-fd96-4973-9a47-ec11c88ae42b	2026-11-30 22:51:49.830915+00
917bb468-6ed5-4b51-a84e-f9359be198e6	45543d55-befb-4e38-961d-14f354994617	1df1bb0d-56ce-4378-9a1a-1c029ff8f461	caller	prompt_completed	spoken	prompt:cb2e00f2-fd96-4973-9a47-ec11c88ae42b	2026-11-30 22:51:49.830915+00
d254d520-00b3-480c-9676-27e0c4734fb3	45543d55-befb-4e38-961d-14f354994617	573b3d8c-6438-4acf-bb2a-e8ed29065023	phone	prompt_completed	spoken	prompt:cb2e00f2-fd96-4973-9a47-ec11c88ae42b	2026-11-30 22:51:49.830915+00
7ecb600e-0b45-4879-ac95-e492f3b31cdc	45543d55-befb-4e38-961d-14f354994617	b4049a2f-7e9c-4d3b-996c-fadfb627b805	member	accepted	in_meeting	202	2026-11-30 22:51:51.697779+00
720c3e2a-c4cd-44fe-8c66-0fb4e18e849c	45543d55-befb-4e38-961d-14f354994617	b4049a2f-7e9c-4d3b-996c-fadfb627b805	member	prompt_completed	spoken	prompt:4fe0388f-5ad4-44fb-8928-d17db0017d20	2026-11-30 22:51:55.156271+00
1bc56d7b-5b87-47da-bbf9-19f753793da5	45543d55-befb-4e38-961d-14f354994617	1a84d3bd-fa56-474e-b5b2-16e7cb80f520	device	prompt_completed	spoken	prompt:4fe0388f-5ad4-44fb-8928-d17db0017d20	2026-11-30 22:51:55.156271+00
\.


ALTER TABLE public.evidence ENABLE TRIGGER ALL;

--
-- Data for Name: ground_looks; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.ground_looks DISABLE TRIGGER ALL;

COPY public.ground_looks (id, request_id, oid, at) FROM stdin;
6b9b8928-b903-45a1-8405-5200a7dbca0f	eccf0bc6-924f-43d6-a365-1ea0f3339503	13621ec0-b2c8-5e30-9416-b1af275d6bab	2026-11-30 22:51:45.871177+00
f6b7aa22-f45b-4ad0-b972-e27b01e95709	60b6ca41-4ba9-40ea-bdf4-27952b82dac3	13621ec0-b2c8-5e30-9416-b1af275d6bab	2026-11-30 22:51:56.246209+00
\.


ALTER TABLE public.ground_looks ENABLE TRIGGER ALL;

--
-- Data for Name: inbound; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.inbound DISABLE TRIGGER ALL;

COPY public.inbound (key, at, answer) FROM stdin;
6d2541284a0548ac91497f7f0e1e4d33a053b670cd872e58d928da50377893c8	2026-11-30 22:51:43.626878+00	\N
96dae880dc53f2692ac98ca7c4383c107e02a9c3946cbba244ccae9030798f32	2026-11-30 22:51:43.654875+00	\N
f840a375e2eb8b8207c8b8aa1b6af1f70e3879b1ab24be118a59cfaa51236510	2026-11-30 22:51:43.697727+00	\N
e8bda14451147530b2060d196f7a52a4d0b2738b856179b2aa2fc6bc80e09249	2026-11-30 22:51:43.72563+00	\N
d43a8a2aa777bead3bb13fe21b94c316d723a2b835a219e4ed75e8ecc86500b3	2026-11-30 22:51:43.794053+00	\N
9e98c7e77bc2f85b008bf2c4b75d20d842319766bac9a667df0561c27bf0f50e	2026-11-30 22:51:43.846236+00	\N
4aa77bae6bd7be0384b8d006496d12a0c3a8d370c5e1b2a2e79a4afa7ee332af	2026-11-30 22:51:43.847336+00	\N
532146eae8d7667436dae044502e745a65dd77b9d3418756ebc108b5f2596852	2026-11-30 22:51:43.884346+00	\N
aa11867a72bea3bf8602a52a360aa0541a0bc265d7e9058dc40895473e44fb1e	2026-11-30 22:51:43.943204+00	\N
200f85b38f74c0450e1b91e5b22cdeec8921d02563fdf36f3b0c54248f439b2a	2026-11-30 22:51:43.973138+00	\N
e245eedfd16b305bc02c30de7d21836008bd7329227a39fbd5aa2252a0a154e8	2026-11-30 22:51:44.026912+00	\N
873ff0d9a88e49b8031c69cb859dcc7c1eb7da5179fa05cae4df62f8baf4c43c	2026-11-30 22:51:44.070886+00	\N
a71d46fc88944ee63d5e4935cd7fb65ef7f01b56e47600bfb648169d0c9e2bcc	2026-11-30 22:51:45.662831+00	\\x02036f6c6430f015c747be64e1ab68ca0ac3bfd7ad3947f75fd05c0b4068dc71cba0decbca5845585c50462eec21b483ff89a09f541c7e07996b95310c9ecc355bcc20b1b9f31c6f5a54d3b1cb0eeecdbaa80659121ed47ade8c118133e86a84199174f58c6389c9fd7dd79cdb5c71fa0586334e50738cd165d1e713bf590bf0dc0a52eb07b12e8f4a83075bded7f4920a92ef79a0563a130bb4ea2d67168383337b5bba4c0b5c51a09ffe4d9aa173fd1f3cdb357b6ab56c5ae700da931b4f5867d2dfd576333fadab2aab4b7ceafe1335e71bceba012d7bcd77af1b37cd16fe908025944398e66d68bee3230cac3fc5d3a89f71f8b0a555e8ffb62299b0908b6b2ed5893101031ee236284e06711179684e363f0ad8cfde0d0d95e110ca671091f2519cee5b553f6ae6c60c2d440bd4fa4bad904922b7987031ecacacac5344be715ef05528dde5eb2016794ed3731b253e85c617ce6cee7aae34b4bbf3c66ea573dfa9abb9814c96b7439716fa71f264ee76c7644fc5a3e2d956f161dd9f6cf4a9e8f193ada17d6f24e239c4a84733620cd66d9e2fd851c7bac1636bdd7c425a32f9000e2f1f2b1d878a6545fd5acf45eb9e3e6b5c55d0596c92603b72673df594b72241b9b0d2245d71d6f7868bacc70729cbabc42b18e9ca1f5b5868da1c7900eeed3a0af2af55afe52441ec02204d52bfbe3f7c48a183c81aa69aeb7536d95145e1f2afdd91324979a7507336c6c302f6f19da6cbccf7ed6a229f248801773bbfd75698507db7844398a19c8b6436255b421dcc44cc284223a66ccf1bc7dde1fa329eb6b9e99bd7f0ebdd98546e9239da19ba0a63742fcb31d1c4f7bfa80326937f8daf5ac78f28089f95db6a22700d9c0fa5c619843f4a075fbb795d78c47a95b786bb76d2aca1ed4c22923acbbfe3f29d98205092439bfbb9bfc8e1a5d3af9db0009b808f589a649855fdba665595b8fb0691a7779fcc650b82c9072dcf54884f512ec2ad64ef1601f1534dc5369c56471d7c0ee1eaa0a46446dda2c0b9f74fed5014bd78eff9d3e0f446bec4cf0f75488cd30b55f2a1fbe07a98adc46baecae777e5c251e5190cea632c1abc1b58f99cfc7f5a9a02b2accd760068b1fa79d2487116998a81c6f33a4a61878b87df1ee584c69cfcaf2e3a1ccf92ca3aaef3409f0582dae85a97e4f8224cd7aba0a48a9966509d3c7974f654ccc36a2acba84fcf6723ff2dbb5b680cc7f6cbb8412f49d99c275b028be9501decb6fff63a23b6f6dd77e534325b35975929ba2e24770f4df20bdfd7dc28599c6c102b35bf981c1cb4f33e28009d1e9296d98c85222a0446364601fa58953f592776768d40484a398e33034db2f89b0a6e62792fb3cfe1f0268c8c011d82d5811c204bd431ff20f8cfe209b6213acc734fa53b720217e33f90db46697296a566e8b9a85fa6dbf5362f1994fa9aab661b84b3703ef31304ea19a8dce97e1fc98c3ce2c47b4e3d00398dae36bb4b104e71b06488b9ace320070b418fc6fc5d5a109bb77c8ee00b2ba0bef091906716fa1f2c823e2cc8b7472958b3be22b4ce171b55e73fa837c18e02548fb4bcb2ffce526e69f55f4cffd8ee422eed44c6b88fc4de7300c26b5323c43b11858589b2e37bb625998cb01703c2a512699c7db5da32e7199e6ddbabfde0a61c55750f28fa3ba221cfc89d58cebf28b794c71453e1de24341ca89e36e13dd18a28ac97f03727159fe7ab4108e7ef0dd4adbb9a7fc677cf659a0bdb27fa4f6c0274943223f61a856dae2fb2389d3b1b24287746f68afebca8af606028acd114a4d28547ad124210a17d05627bb545f8cbf40492503ec659871158afc0e615260940211c5bc122b73dc1408ba19111bc4a9b986888f7af73a008bf332c959f773b968467d2d6a969e00295177af533f6974dd365e39ad67f976547c0d4f0db61ed5eaa4dec68bbef487aa8db8df41a751db2bd6440248e70c8bafb82c76e5d8c1aa62174d7e055401bcdaa242b4083369374a7710a6af73b384576a7
7f290e07f8c2015643ae078b38f372ba22cb8b20bb34f40204491628843e7760	2026-11-30 22:51:45.689699+00	\\x02036f6c64bd60bbed783f019d656c9b09d3a97aa534cd80d675159554a2fecd96e6398e3f3afcbf564a44d62d80223cc3d62e7ac8847ee7e58f0a059c9e9178b03194b3794b6fe3627fed8988699591517b8359fcf5ffda8379f304bd624387c3f7e6a6ff2f97914483f821c612efbd542a1b9064a520f5fe9bbe604c4d5a57653922c43351d8f86928c8ebe50c1bf30feeaf7485c9ac6ae8a99572ce72ec3db955c0315b36b35ec078b79cfb74d6c9dbcdec20b8c383b73333bfd4a454235cf8fe22b8a18fb0dfed015a909f77a281cf3581ddfc4532fc030644518eb9493fea2bb8db32336b82851635dc65b6f68b1b39c9ec023be4b61e021b0bfd0fe5e4c5191ec6efdc63cb1128a7969d59e5b4a303e068df9e6ab564bdce8404df40288e3ad2ddc7b83d612c2e8df4aed4fdd0fd40fbb7cd624dd7f0d728f5171491e1da1bf001cb14128c9564d69c8c91c5923231a5dee376d74139c80dfa65a1b48e749461f38e984b113f9be3712f475636f24f546505801f1bcbbaca84770940959d578d0d8870d512badc9d6f80d7c002f57786817006cbbe5028cf125ad941b76b61cac21dbad281bc6be15478afe1d0817cf965c7355658ee7a806803bce7210d2929441d6f81064a3c6ce7b8c37073099b47a9fcf4dc2fbe22e895abaeabf54976709f038094fe064744687238b8a4b4eefff591a9c714c7a1ce3f75948876200c7d834a0a600774e47fc27eaacb8cfce109309a76578ee2b6c592ca213ce29c36a243082ff004ff978174613e7f141f484ae60732e5a8938c47a2d6f87b7c5324e47534d3277e790567ca9b279274f9c4564c7feb85ca615ce127221b59dbafb8d7500b287df85895a2a198c63753f154bd27681d3d87c97a157ca665344b0307aa8fcf80981178bcba0fbef03d441f8da3ade0df2db480147e6db9d4aa5563
0d01fd81ac944a9cc007605c0b0911f533348bde00caa3902f05a45ad8eeb1f2	2026-11-30 22:51:46.03888+00	\\x02036f6c64341b43c371960a093f1e9717ec95b6e8478a921feb4c6fbfbea3ad8fc20a578958015911360fbc576be25b06d5c92af6f7a960f3cd929779e89e203c62ee7435fa0f9e4d394079c2a50f58aa6c78ea2270649a558463d1243cb9b6a991d081c8e25a88d31bde0333702d6d286d57ca4916a146bb5e61c648fa763ca292f2f434e2971ddf9eccda2fcccd08e6169b13b33165f7ec9207d496bfb34e6e3f9541b97e7bd0360f685c7ba93025f27b5fd0a8fdc70d8250720f03966a855b2692e454d1acf0dca4a59ba7ec7cdb7b93321233554cee20f6d84db115f7482ed99e1ade1264cc77da12dc4783b65716f305f4e1d8f0ce5c2e1e762f918daf9894c3d3dd291dfb98b50a8c93497f7ac4e03deba4c4506a98e6a52636f150dcf87bbfa0af7c3401cfd05f3913ab4e2de0dc8e10f40c487e804fc56aae055ebd514ee8c24aae65ec7f65a8e66df17a71e2992b39ef447081f3d3851c565fcf7d2aafb2228260d78f86986349ecd825fe49f06d0a18f85534800202ff8d1d3bed40789bfa29c8f0d1818722594e21bbf213a6296ebd75f92a44b45970c858b2aa19a11e6e1a11e62db1b9050f7b802ec36b20175d65b882d6eef5a9bad050c1af35b35e995a62ea409aa2ae7f1b202b7441d9acedb61c7c436ef2667f89c94e8d0cf8ba786e3781baf92508669fa45515b60e2650f38c2b01e0dc93e63efa204a0b1420a15f9da8530976f8c7c47610d22139f0906c8cc418548ae741e7946a3224996e71bed0e273f034c8ca768bf9f82030c6dde8851c7a6edabe24c899f8746cf65c037595b9054a1969dbc003e995b2860b129cc96c7a4ec5ce56dd70b3f20b7280b3fb9b8962362379d4d644ad0fbbcafd2722457f851fe9dcdee14e8a358a79b185d5cfc2779d67e0009cfc2a546c30dc1226463ed3704ddf19515cda680e857e8fe17eeba56d9ac5f892cf3dfa51a047c1d8fb71e3b8704b46dfedfc5fe0bb80faaf4ca4f50b90940e892a4b72c3011896156e6c555728daf70fc74cb06d77a7949e9752a4a7f8f3270a45cc2dd1ab31abbf5f466d67752a8c52733b26ec8f1b758fd84ad6fbea4a1a73330990ca61107472edc3d1d1d2ef6bbb2e7a33d54ed2d513e483ec9f33dae06dae5fb997c0223f5a94c1b4614e5bf29483f605c6cd9a8e6b15925a481b71dea165218c160e218c8f89d1dfed1b8db529e07b5efa84f2b5b3284eaf80298dd2cb103038a808e9aa3def664b3fc1bd32b30c5ac319f51841921d4c60e04782a06d7506f7569f68cb6ab8976f70e007ee8befbead72bccab2e9f7fbf119c24d163f4d077bf0c8b9a4c582de63adb1e1f67463cc9d6b248657f7a71d21ba327631f216a7aa02289324476a842e48d5656bd154316e4fd7fb3359a571de04dd4401a36692e17800b87af340c90ea665abebebd3fa5c75eed928e5ff7935ca1e7366417aea03354e15490a88b586ffb2cdaa776e9e61d02bfdd412fe6d1a8bc807a528367b1858c8a4fe878c798de66a4d014324c0311d0efa7d7e6bf47dfa60eb236aa16b3e334c11e7ee24514662a504e09d2c4d6fd6b2ef51f3720a2e742df739a32123173267bacdc90fc5295e6897e02fcaa484ba93ed390cbd703f5dcdd52d4612a7234a27d13d4ba913b8d07d6e8414003c9746a01d96b47140f7fde7f03c07a3422fca3151384903b898ec27e2c8566e04750a814883519145c1e86343a6ad6a51916fd7999f7cf4b2be044fb735f54c30c3be99ee9dc1548e6b2a0bffbd11732cf30ff50aa6e8722e83cf47198681f60d817756d9149bda0b185cfa6aca1a3bf76f787937f5ebfce6db321e711cc5910327adafa2c9e64f313da548abe41702ea12881bf10fcee999a909c375cd15f7297f0bc288bbafa4fd41d4cad309667de6e9319f54bcefc6af5a30e1e6a3e6ff9e8523415bf4a19adfa85f2e7946e15eec6c6410032921112df37c2639ecdc408fc88525cfec4c9759c8e540a8b599732d39a091b122d638947757e25dd11fe26344656f4fe51397acfb9d748a44e897337bbc9a1fde4619baad2d75b15f602a9c972d11048cff4ac4b3f3df34c7f59f0ec35c6bc46855dad099d88f0dd4b04d25156431bf45a38b94e977ebe0064fcd6164ad2ef931b995e6b42998721f4a7e87e0f93055a6b3e4a968918bd5280f9e90ceeac2704647dc83db5a77c53c470641aa2aed597ff5e076812c1d92c93980b3dae5f83473d199de34a725140caf150592991b9e277a9394178436833ab4c0ee2fea064fe919f3850ad46c0ee97b0f517224317621032f0c433634d662ac8508c5a0b9d98b5f472c5275f07199701822a2f750e1da2f867883c4c398ec801e377ad26ef6da485143a5595e01142667908cf77a7b384ba89cb89f5aea58d46f916fc6cdb5d20fe05cb482146bcc26ce2667d79066930ae10bb0788d32a83ce70a37a96b22d32ec8acc2eaecc5aac175ca58b7d5f9d1904bd563342d26f110fc6d17aa91f5e84ec408ed883d745e0b5c3b1462eddaf5003cc4e372e6b89477a394003e70d8492b39637372e155665683db73642c4e4704e78ff7336d087415a63f45550bc6d41e746089f698df76a7ee1e3770b0652b22ae9cb0e2984f593f6d1e1d4aaf4cd1fa5608aa5c8c95a7ffbf7dd892d6821d140fba7091d075f55d192b20151196d8c13a3f91e0735f379371217697aec411e3a87f8c9dfa8b71d52533bcc8d88098b05607465addbce75eb6b6df2d96ee4a6e9ab283b514301435d123a0b36911b7944669380d02ae575e23d23691b934dc38b0fe471cf7fc8d74fb99e73b1671f2317237f784d2baf11c25647db63e9b635aa7191c02b938db3bfe706ac41673086c9297a33e03f1e20afd7f1df8864bd9f9ef9e95143751af16ff670b8cd74a04c37f00ecf6041a35c8a88be268
aedc99ae5c46375a069fd2705054f04792f86fc1a593c471b90b21f30acab18f	2026-11-30 22:51:46.063724+00	\\x02036f6c644df03160f37164db5f9bb9e3c4858b69e01e8fe00cce849894ec472b1dd20cbf6e2e6381387ccd92dc45d1504a976ebe0489a1202d5e42964a8dc1e4a863a7b0438902c102389d5b1d0cc046f709f0c4f347efd98d1e94f89a27c6bb6738b3536ce214fc5b2b4a00357f1432522dc7184f19ce07b905e088777833b4b9214c0f08f1f3b7d76adbea763b11f990baf1935483f350c96f16d923766de555dbcbdadeeb1c90991345edb4685038b7cbb84756d0b7eca47d5b879e63f1329a054c3ac8972364bc683ce6ed5ecc3b6a9d8593d51ac87123e0f4b2756fc6a5fdece9a3de5c58a04b5e2462fe9f9d02ade3e8fb8338d62376d8b861516ce3d0ca0837fb4375b874f698f39be733af3dabfd27578301bde5f6d789d42675c85628c02b4631838e02373f7fbe26df971e0dead63f9adb3a6df651570aaeed37678a0abcccab7ebaca95bfd04ef5e469f1a8d7d5c07c98f5bff5cf0dd13e1b0f4f419a871a353e91dc18460de82f28e166f0333de69966d78945163bf7e4d4beb9d535b17c7edfa3de7efebcd5a55c814f8e1548ea22d6309f93cd35e70bad6f0bb749e1fc0cc4bc46abf68fcfaf95c636a051e96ea3bfe54aa9f3624d516cbe0312732026a6c1bd50da0b36a3ac31fb5799e5d19ee26e8c0fcf22bae9ae2e1fd8e618f8b8f73e36d3fbde2e6ef749d3eff58970ab4912016a31004d5b57a6dfb103d0d21397232303d258e9c2cc01e237b72af768e2c8c3612deb00aa3ce4e3fa
867b68e8f24485e54ef0a94e4328f442628d10393d3c14c978707ea9f5930ce5	2026-11-30 22:51:46.322236+00	\N
87cdda25c5bcc86110a30557c01a546b1f10a1a5c21cdd7384f00b2d63166d02	2026-11-30 22:51:46.367258+00	\N
8c80812c747b76a4993491b5b5dededa058614cba630b5b723995cdd8be473b5	2026-11-30 22:51:46.422658+00	\N
1e6559cd311e648c09a9c488231a5fd9f6f83de60a746ce355dd381d20c4720a	2026-11-30 22:51:46.499782+00	\N
48b32a0ac24cf09229758a8260917d655bea64104750a83fcc891cf28c59046c	2026-11-30 22:51:51.409112+00	\N
0ed855eefe84ad6a55cb057aaec367320d61601a7bc3681bd777497d096130ca	2026-11-30 22:51:51.454955+00	\N
fbc779852b2ed5d5e794635c3f31d5ddf0070559db98a5037f0be93dd64a7a43	2026-11-30 22:51:55.526356+00	\N
ae2e90fb6f7e22c5e737bc2d12c7c2d5b2fa8ed9b18981089d85028a9039b975	2026-11-30 22:51:55.56622+00	\N
6ee7037080091fcd3ee173c7056e6b9abe434d2fc0cc88cb391e088ce1643e28	2026-11-30 22:51:55.93986+00	\\x02036f6c646deb01b0c697a94466cdc7a983d030e5ae4f2009d82c84d5356e4d9378d30c189028043eab8665a8b8f1a07db3e966078f8adbd77b9213cc47749b3c1a7145292d36b52fcc6d2a5cf32c3a86ba989dcd6b2cb488f53064432f97400202a15119e49c1b422ec432d7d676cc4c0ea39816a17f156d45c763f26b7e14c8e553ce3215bb589147afe0363fe1823229f5d9ae507c72601eca93200b682b2c7c1f51f5eaeb52be0a7d4a3159d5c06fbcbb29fcc2837a2f1c9ccf7d40d9abf30811446ff1d6a09d12cd291bbcdda4de5ac8fe8e23977ab64a87da891a9dbf5dbb51bf1d224d00426a784726808d03fedb1f2ea11e99efea145599a0ca884a62cb9549fb729fabc32150dcc5f9dc597900d075d1e584efa5bc33d54cea0e014ee1dac1e5144d567606f4cba01135d49faeec528201e8d9f6d61eae36a265c6a29b07e8662e3f875a5693b0f89f9a6b23cd37cc24af78665291f29df7a25fc0fb516f5055f7699d16e4ae4b9bfe375e04e42add2396ef1bd7c0ddb2f11f01f449a155862492306181af21ef724f91f3aa9529edcfb05c2cb9106c2909f2b87e439e6dde1c914b3283139300500ea157c4f8f18998fa86331200ac70db307673bb41ea4b89cf11c240b7ba3b8ca580a02fce8d234eb84e6596222e653abee642bc80371415728121b3076827b094adda5e7ea24ed22dc6f60dae4e1a9a41d0223316b1413c4b4810a61ee1d334c178afe152ba6e52f5da1cce66b8e948f6daf94fa1c656c5bfca0e9ddabe709395062ddcfc1b42b9eaa1d5c670948de22976deeaada7bac312d7c97b11e51a624dbc3ce682a75d8e7a2f7224531672596486cd2bd74cf6a3ecf0987f68263160a143bc714296574b69da0aee1a8bf8e859933e0c2fdbb2b92a6bf64aca8f0610e271c602876f19ac5862d30dbc39e1f67f9a0c03b90ee7bac5d1ea00d8f98a56a4ca198f1112cf6c2769fdae163d0009457ccf4fb6c165b54ce6357cfbe8e1b64893c67eb9efa80c1687e1b53f68ebea546ddf607f3b896c2dc7e16a1a7398c90fce6dc16e779946e39f647ac0e5484501463ee70119d79e8758dd927edd6c6c7eb76de578b52637f7a260dd94fbcef6134979c5ebfe948304793299312b77a943a4f0dfb74f18d173394c878868acff6d47dfb803b267c987b66c83c40c184674e0f406af5e197b7b11813e14d2cecfebaa1ea64aab4d90fa949eb0a1ec88b13757e2ccc560cdaf3617698850e90e7d67d5ddf0a168f77e71a047ee933e5886c30635671c3d7439f89c38d0cb607dad91150cc32645beaa5c5dbc9570f5f186d62aaebfee11a50df44a3dd7ea2941faf57ab5675d53bb022583536a4e6e47217091098bfb70621b1375ce937b66254c91f6cc21c13c99b960f414faf3b00bec0ee9076a673a00df815dcf1a4ffdc905c64d838a121a31d8dbdff16a56f76e3632c37987450a599aa3edad762be4ebfbad3a3448f4dfc1e24aafeed5a02d5fcb5bbee2e4812956237c60f4108014785fddb696099733fc79acc63d5adf56fb9432beee5a7793a21f5a7055c10fc9d6153f776636c3501bf6384af026f16d19cb148632f4a5f6bcc31b1faa29dc681c41dc2149c08d0f7e9b5761e60d317d43a15583a12b0f4432aca219bc19114ff9b152dce385d09035b990d822d5bb3c96617cdc9566124ab6a05534678f4f746715ff5a063625c5f0a6933b74e618d1b388951ce4b94801fb827a875221852ecefd873a9b2ed9df011308f3f999d0fd6947e761e3aa46b6e0586515ab6c328904de0b1a5f2cc314bc233d47e1b9ceb5f34e671210118bad74dae497144da7d3738afb62312e2e0079f81aac688565d474adac2a6751cb7cbc09181154a4dcab1655f026210fce6e44841e4e38ff9243f0b8e1157fb7a3fd6c759b8d8260ac9ac9cfd49d2a026471895bf97db3b5532e3254d0d6d07f531d710152d5fccd951100170658e6318dbc4d90b3fb2c9f25ae04237e7a907a39bbac455c268b5a8254c7e7ac2ea1fa7b0a58d665664dd9fb2832f536a5de23c594f7b11bae695005d9f89be76ba4e4e888a95da5784186857bf26af8bf7aedec52c4e154bed3db0e8d6865a228b6df03fd25a8f96c7f63e172c17ce8f8226219ce0c96bade7cbb416b29052b78fd099037f64a900e5e599ab3db665f9c9e580e59aa8b9365678879291ebb8ab58671
1c442950de748bc506de11248881645d2fbc6094f9e72711f1a4b17bf5688b0c	2026-11-30 22:51:55.98466+00	\\x02036f6c64340ee5be893076c50765adca934c124be19340b3fd9079c17576fddbc75b343ae41d0974b6843a9644978e22813580bdade2226b41de60373f0fcbec282d5f86bb619f0ffc938b34fcbf806f2bd55f08387903f2ddc2e1a46d4c3038b1511a4a43726c90b8ef8d39544f66df1748f2a277013e461f3eb756dab5399f7264680c6705f0d255eb89617d47f260d9ab35bbee4c88a997a9dadb20cb38cfd0abf8088e5ed51d842b4ef56562793409faf7a8fbb603dab3bac9a25e5772a02c284eaee309e21109f71184768c9f89eeba764377aa290ce0d3f5ee9e720be03fd100a65ef29a7e1e1b34c06d1c9f08a53515ff19f1e4b994bcc8b6841871f7f650034d77fb2f0fc55338e71e1eb15991431d2ab5262f06dd1b576f4a102dcc88baa039f156b140a914cfa2ac9fcb21a78155d65133e625d712dbe842fa3576c76e6c520e2edcae2b7348f015d30ef58fb147689f5060135bec6a2dd0eb6ba433b6181b342d063236a92a46a1b7e2264d0297569cfa0c1502ab0a0ab4912832ff54eb0a0e7e1b6e995e4271b2ad27a5c0ae13b38324dd44fb52a564565c59c56476f9fbff9e3946851816cd41e56a779d922614cbf2aec4ee3abea133bb3e007558d54679c2353b412998fa9e30b8d5a56f949d530a3dc8abd04bf39c27ecda0748d753baaaf2f4b96a033f8303c27d3612cd597cc97e81f9caadc3fe10d08ea3a2ff754ca62aef506df92af67764f638eae0a02e682e41d1f3212c5a5dd08ba95de474865a549591d0e7d0da3a356581a0ebe4815700cb27fdf2b1c255c4cfb36f6e2173c21661ac808e68b81b1b6b8b1c921d91239764003532f37f0482d0eb9802dd41dca02cbf5b69d7d0d64c4ab8e14b280674adfe0bf21d316c2d40b72b30bdd7efce7509f630fb4e5a8fde1316f7c2d241b7476c7f3a64fd09296a80
a8c12b5c8c4d85acca3ffeab9bb05717578fce3929c29fe9f82b1b25443ef646	2026-11-30 22:51:56.483154+00	\N
cd775d9a3d48a6658a3afb6bc9d4162f7778bf09659ff81b797db6a9fa0a4c15	2026-11-30 22:51:56.541384+00	\N
645a2714be0ef30fb9ce8810355fe085ad6e307498a227aab5a0d5bb04ca5e17	2026-11-30 22:51:56.800019+00	\N
d8ead198992e7f3ddeee9c48820d86c11ec97171d861db36afe3e28e948424b2	2026-11-30 22:51:56.873105+00	\N
ab475f05a301c7a5b36cddedbca6646216b16366412e0cc7bde2e52759990679	2026-11-30 22:51:56.941458+00	\N
1ca1ca46cbf038d52a9e0398b12eb846bbc8bc50cde70b984bdb891bb632cd0f	2026-11-30 22:51:56.998974+00	\N
d7a9caabfc967b874ebdc3aea84dd8ebe506c7a94e21d1ccf963139f58a180c0	2026-11-30 22:51:57.201238+00	\\x02036f6c64995716189b8d1dd91a71f483b4f50eada0eaa7dea6660cc70533407e138a027b0accb15babb35dd6095fea2e379fee0ba0b498bcff0fd17066c53b0aa5e1d3cd3cb37cb49a890e66dae6daf63f2e17a227481dbb709fe9e1d59980d5c569116f8abf7110e53cf4b92d5414253045d1b726b0636665c501ed864a9fb3bbbe3ac5f717aa7e2adef6c33bb3fd3e33ec315741e9ebb0ed5fe42983b5e99f36e29ae6dca1d019547e43cad57db1d1406aad43b1e6a10a7aa35defdfe40b6f3a97544fa2f6db17004a2a5a36f28ae9f939a0147a70f0aaf2dea1b29a7a67263bf87444d1907354ae758ab3172ab72741455eaec66541e6580cce7fe8ee0cadd4ed0e93788648f6305b20fae50c44485e8bbb60c0894064f8c06cc00f1685b264581a381543f8f4e5428d3b5bd8a76f56e5c5a132edea1c30d4b2a0aed893962ab0210e06d6e0e12372e8cb36dcea152884ad7bcc562b1ab0afe3bfffb6c227bd776c54853eaddee238965a005f935cd52a20c3c3e4a9e83a63c918daa98327b9b7eb1762a53e7d1f4d37b2483b7a9a915c0fad4f39f5a6667102fd49805ebf44e8d4316b7d58b96f6a47416fea426c9265b07045550f10b1338084a299a956b2095b53054947c9794656f64bba90777daf7b009f945c4bec08f6d15fbe6587e318b3d59b51ac3364898366bd018b697ee12ad767f6f8a2d90040666efd488cfe69cf461ffe929ec82a74ebeaa057867b2554bded0d7d4fd714710fb859f313
\.


ALTER TABLE public.inbound ENABLE TRIGGER ALL;

--
-- Data for Name: incidents; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.incidents DISABLE TRIGGER ALL;

COPY public.incidents (id, meeting_id, noticed_at, noticed_by, started_at, mark_id, end_mark_id, initiator_oid, ended_at, ended_by, watch_ended_at, switch, file_at, decider_oid, file_state, file_id, file_outcome, file_outcome_at, file_outcome_by) FROM stdin;
141a99fb-a654-4b53-b1d3-a58bf2170897	38c11ecc-441c-4e56-83ed-76f87083ceb6	2026-11-30 22:51:58.150387+00	chat_message	2026-11-30 22:53:57.271+00	1796079096911	\N	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	\N	\N	\N	off_again	\N	13621ec0-b2c8-5e30-9416-b1af275d6bab		\N	\N	\N	\N
\.


ALTER TABLE public.incidents ENABLE TRIGGER ALL;

--
-- Data for Name: incident_steps; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.incident_steps DISABLE TRIGGER ALL;

COPY public.incident_steps (id, incident_id, kind, who, at, last_at, times) FROM stdin;
7db8f112-b185-49ce-9a8e-6f49755d15fc	141a99fb-a654-4b53-b1d3-a58bf2170897	signal		2026-11-30 22:51:58.150387+00	2026-11-30 22:51:58.150387+00	1
01c68589-fadb-496c-8e57-0d617d4fc2d5	141a99fb-a654-4b53-b1d3-a58bf2170897	put_back		2026-11-30 22:51:58.160375+00	2026-11-30 22:51:58.160375+00	1
fe318592-a9d8-4f5d-bb7c-88098bcfef54	141a99fb-a654-4b53-b1d3-a58bf2170897	warned	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	2026-11-30 22:51:58.409343+00	2026-11-30 22:51:58.409343+00	1
ef75753f-5454-42b4-8614-00b3f931483d	141a99fb-a654-4b53-b1d3-a58bf2170897	asked_to_stop	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	2026-11-30 22:51:58.409343+00	2026-11-30 22:51:58.409343+00	1
813b8b78-4854-474d-bdb7-c37ed481fadf	141a99fb-a654-4b53-b1d3-a58bf2170897	decides	13621ec0-b2c8-5e30-9416-b1af275d6bab	2026-11-30 22:51:58.434334+00	2026-11-30 22:51:58.434334+00	1
cbe45eda-4643-46d6-8549-d77533f4974b	141a99fb-a654-4b53-b1d3-a58bf2170897	warned	13621ec0-b2c8-5e30-9416-b1af275d6bab	2026-11-30 22:51:58.497192+00	2026-11-30 22:51:58.497192+00	1
fcfe0bf5-ea73-48be-ae11-0227cd2462ab	141a99fb-a654-4b53-b1d3-a58bf2170897	warned	8d3e0d45-f5c7-5baf-b351-60177530448b	2026-11-30 22:51:58.568949+00	2026-11-30 22:51:58.568949+00	1
\.


ALTER TABLE public.incident_steps ENABLE TRIGGER ALL;

--
-- Data for Name: journal; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.journal DISABLE TRIGGER ALL;

COPY public.journal (case_id, seq, at, kind, actor, facts, commitments, previous, hash) FROM stdin;
e71882e4-f960-4031-b882-86d826e5b312	1	2026-11-30 22:51:43.72563+00	app_added	teams	{}	{}	\\x0f26675ca297e8eafeb2d0de572390f17d87685807216095798584d29e80901a	\\x4a6bc94029d5790034e2be5d445c70c5bcc84564d84d8cf9fb52305c04c6113a
e71882e4-f960-4031-b882-86d826e5b312	2	2026-11-30 22:51:43.72563+00	course	teams	{"rows": [{"id": "e71882e4-f960-4031-b882-86d826e5b312", "set": {"id": "e71882e4-f960-4031-b882-86d826e5b312", "kind": "virtual", "state": "coming", "cameras": "untouched", "dial_in": null, "ends_at": null, "put_back": 0, "starts_at": null, "created_at": "2026-11-30T22:51:43.725630+00:00", "teams_type": null, "block_state": "checking", "put_back_at": null, "block_reason": "", "app_installed": true, "organizer_oid": null, "phone_possible": null, "organizer_tenant": null}, "table": "meetings"}]}	{}	\\x4a6bc94029d5790034e2be5d445c70c5bcc84564d84d8cf9fb52305c04c6113a	\\x4316a3f6995edc1e0ba84c72a24ea350721eeb1b7ce1409c904aab11fd40a00a
e71882e4-f960-4031-b882-86d826e5b312	3	2026-11-30 22:51:43.847336+00	app_added	teams	{}	{}	\\x4316a3f6995edc1e0ba84c72a24ea350721eeb1b7ce1409c904aab11fd40a00a	\\x958a6b24dabcfe591961a8b150208140a08e45fcaa3ef9942b6442319fc8bf63
e71882e4-f960-4031-b882-86d826e5b312	4	2026-11-30 22:51:45.314949+00	meeting_taken_in	system	{"type": "Scheduled", "known": true}	{}	\\x958a6b24dabcfe591961a8b150208140a08e45fcaa3ef9942b6442319fc8bf63	\\x60c0007931d50e1bb82dfe303bf0e966de7fa31767556eb1cdf2298c16b0fd8c
e71882e4-f960-4031-b882-86d826e5b312	5	2026-11-30 22:51:45.314949+00	course	system	{"rows": [{"id": "e71882e4-f960-4031-b882-86d826e5b312", "set": {"ends_at": "2026-11-30T23:58:00+00:00", "starts_at": "2026-11-30T22:58:00+00:00", "teams_type": "Scheduled", "organizer_oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "organizer_tenant": "3e038f54-43f1-5502-b277-93f446341c33"}, "table": "meetings"}]}	{}	\\x60c0007931d50e1bb82dfe303bf0e966de7fa31767556eb1cdf2298c16b0fd8c	\\x6af8b1f27a3bfda7b706836296b4f8c36f5c81e2f79589ed0f546033dcf51e38
e71882e4-f960-4031-b882-86d826e5b312	6	2026-11-30 22:51:45.426032+00	block_read	system	{"state": "held", "reason": ""}	{}	\\x6af8b1f27a3bfda7b706836296b4f8c36f5c81e2f79589ed0f546033dcf51e38	\\x21aa83b8b034c764465aa0d252be96a658fa9ca364f7729a7c10c79b2a618df3
e71882e4-f960-4031-b882-86d826e5b312	7	2026-11-30 22:51:45.426032+00	course	system	{"rows": [{"id": "e71882e4-f960-4031-b882-86d826e5b312", "set": {"dial_in": true, "block_state": "held"}, "table": "meetings"}]}	{}	\\x21aa83b8b034c764465aa0d252be96a658fa9ca364f7729a7c10c79b2a618df3	\\x214ca5bfc09ff8ccbfc66ca4c26b85099e82ae42c00fac30a88a24be72b09419
eccf0bc6-924f-43d6-a365-1ea0f3339503	1	2026-11-30 22:51:45.689699+00	request_registered	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"late": false, "role": "citizen", "queue": false, "video": "", "notice": false, "number": "L-6TTG747", "meeting": "e71882e4-f960-4031-b882-86d826e5b312", "profile": "frederiksberg/1", "relation": "citizen", "department": "familie", "others_affairs": null}	{"eccf0bc6-924f-43d6-a365-1ea0f3339503/ground": "8f2f784ef163da11ef306792faba20afacaae1c1297e79422ecc2ebcce700586", "eccf0bc6-924f-43d6-a365-1ea0f3339503/contact": "498bf3dcb31b0d50f2206321e7e90f17c7f1bb6ef6647260ad5212084d5e16c5", "eccf0bc6-924f-43d6-a365-1ea0f3339503/companion": "a59a2252bc903cd2a7b6a1f56a6ce61fbc2a3f21ffc12bc35625b1c8526d4bcd", "eccf0bc6-924f-43d6-a365-1ea0f3339503/own_words": "5de48fae1631e4da307479026852bd5d97b39a351c2ab7f4ebca55f3312e5f33", "eccf0bc6-924f-43d6-a365-1ea0f3339503/citizen_name": "500e8784536e2c5d2dd980e61b3d046040f65873e0b2937bf78afedd6d96dbc8"}	\\x0b056b36657d748c3e52d6eb12c36c33367b4f2177ebcdf5381a0fe7aedd8ae2	\\x888f2281926dc576f17004060012a5448b459d12c1c336c849c5b9fa6f3577b4
e71882e4-f960-4031-b882-86d826e5b312	8	2026-11-30 22:51:45.689699+00	course	system	{"rows": [{"id": "e71882e4-f960-4031-b882-86d826e5b312", "set": {"phone_possible": true}, "table": "meetings"}]}	{}	\\x214ca5bfc09ff8ccbfc66ca4c26b85099e82ae42c00fac30a88a24be72b09419	\\xcb22651fa241b1aa3c827e81abda27041ad62d36ae5df9d8f26871e9c37d0e6f
eccf0bc6-924f-43d6-a365-1ea0f3339503	2	2026-11-30 22:51:45.689699+00	course	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"rows": [{"id": "eccf0bc6-924f-43d6-a365-1ea0f3339503", "set": {"id": "eccf0bc6-924f-43d6-a365-1ea0f3339503", "late": false, "role": "citizen", "scope": "whole", "state": "received", "notice": false, "number": "L-6TTG747", "used_at": null, "relation": "citizen", "verdicts": {}, "answer_at": null, "answer_by": "email", "answer_how": null, "created_at": "2026-11-30T22:51:45.689699+00:00", "decided_at": null, "decided_by": null, "department": "familie", "deputy_oid": null, "meeting_id": "e71882e4-f960-4031-b882-86d826e5b312", "profile_id": "frederiksberg", "devices_out": false, "proposed_at": null, "proposed_by": null, "announced_at": null, "answer_state": "none", "approver_oid": null, "confirmed_by": null, "confirmer_oid": null, "employee_type": null, "registered_by": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "requester_oid": null, "caseworker_oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "note_copied_at": null, "others_affairs": null, "refusal_ground": null, "profile_version": 1}, "table": "requests"}]}	{}	\\x888f2281926dc576f17004060012a5448b459d12c1c336c849c5b9fa6f3577b4	\\x0e229797565975cb815e0adc1b37f58749d80c3e89ee65eb1765040302a56199
eccf0bc6-924f-43d6-a365-1ea0f3339503	3	2026-11-30 22:51:45.783162+00	receipt_sent	system	{"by": "email"}	{}	\\x0e229797565975cb815e0adc1b37f58749d80c3e89ee65eb1765040302a56199	\\x86f80fd1032209893928d43a18f9a83f5566c7820574d5c3f8c6ce66d2f2f780
eccf0bc6-924f-43d6-a365-1ea0f3339503	4	2026-11-30 22:51:45.871177+00	asked	system	{"approver": "13621ec0-b2c8-5e30-9416-b1af275d6bab"}	{}	\\x86f80fd1032209893928d43a18f9a83f5566c7820574d5c3f8c6ce66d2f2f780	\\x7d1e4fc50694540ec14eda0b81e37b9c9148ed586c32565bf0bab4f048f58046
eccf0bc6-924f-43d6-a365-1ea0f3339503	5	2026-11-30 22:51:45.871177+00	ground_read	13621ec0-b2c8-5e30-9416-b1af275d6bab	{}	{}	\\x7d1e4fc50694540ec14eda0b81e37b9c9148ed586c32565bf0bab4f048f58046	\\x2fdb03baa56cce4e2a39ca68fc6c1075a6487167261773034b7c9265029778b0
eccf0bc6-924f-43d6-a365-1ea0f3339503	6	2026-11-30 22:51:45.871177+00	course	13621ec0-b2c8-5e30-9416-b1af275d6bab	{"rows": [{"id": "eccf0bc6-924f-43d6-a365-1ea0f3339503", "set": {"state": "awaiting_leader", "approver_oid": "13621ec0-b2c8-5e30-9416-b1af275d6bab"}, "table": "requests"}]}	{}	\\x2fdb03baa56cce4e2a39ca68fc6c1075a6487167261773034b7c9265029778b0	\\xafd0170aba8d35b7e23ae681a269af2c78d45dfd3a53a66f77dc1fbc5b907124
eccf0bc6-924f-43d6-a365-1ea0f3339503	7	2026-11-30 22:51:46.03888+00	course	system	{"rows": [{"id": "eccf0bc6-924f-43d6-a365-1ea0f3339503", "set": {"verdicts": {"13621ec0-b2c8-5e30-9416-b1af275d6bab": {"purpose": "", "remember": "for", "companion": "", "cooperation": "", "communication": ""}}}, "table": "requests"}]}	{}	\\xafd0170aba8d35b7e23ae681a269af2c78d45dfd3a53a66f77dc1fbc5b907124	\\xbc040df92b30997fc293a66ed909af4354a0d3bc7da21c417c4c9ca001b59a09
eccf0bc6-924f-43d6-a365-1ea0f3339503	8	2026-11-30 22:51:46.063724+00	decided	13621ec0-b2c8-5e30-9416-b1af275d6bab	{"outcome": "granted", "verdicts": {"purpose": "for", "remember": "for", "companion": "for", "cooperation": "for", "communication": "for"}, "as_deputy": false}	{"eccf0bc6-924f-43d6-a365-1ea0f3339503/letter": "6c0ad438e22354e9251a1fa50a828653bc4ae4081b092202ca833184b2144ac6"}	\\xbc040df92b30997fc293a66ed909af4354a0d3bc7da21c417c4c9ca001b59a09	\\xfaec6d16cd8001f2673c44fa1ce1d65704f32407941a04e9e3bae44e4293f021
eccf0bc6-924f-43d6-a365-1ea0f3339503	9	2026-11-30 22:51:46.063724+00	course	13621ec0-b2c8-5e30-9416-b1af275d6bab	{"rows": [{"id": "eccf0bc6-924f-43d6-a365-1ea0f3339503", "set": {"state": "granted", "verdicts": {"purpose": "for", "remember": "for", "companion": "for", "cooperation": "for", "communication": "for"}, "answer_at": "2026-11-30T22:51:46.063724+00:00", "decided_at": "2026-11-30T22:51:46.063724+00:00", "decided_by": "13621ec0-b2c8-5e30-9416-b1af275d6bab", "answer_state": "ready"}, "table": "requests"}]}	{}	\\xfaec6d16cd8001f2673c44fa1ce1d65704f32407941a04e9e3bae44e4293f021	\\xf86393bc6c84167a58933bd382c604e9b0bd2a9de305392f7bb97cc47e5599ba
eccf0bc6-924f-43d6-a365-1ea0f3339503	10	2026-11-30 22:51:46.115031+00	answer_sent	system	{"by": "email"}	{}	\\xf86393bc6c84167a58933bd382c604e9b0bd2a9de305392f7bb97cc47e5599ba	\\x682419431421d022307ce29c7c7529120dc4cad87699eadb7569e09724755489
eccf0bc6-924f-43d6-a365-1ea0f3339503	11	2026-11-30 22:51:46.115031+00	course	system	{"rows": [{"id": "eccf0bc6-924f-43d6-a365-1ea0f3339503", "set": {"answer_at": "2026-11-30T22:51:46.115031+00:00", "answer_state": "sent"}, "table": "requests"}]}	{}	\\x682419431421d022307ce29c7c7529120dc4cad87699eadb7569e09724755489	\\xe48b0597884a36470fcae98ae5e8de153bf31053086e9ed6f0fa79b7f92a843e
e71882e4-f960-4031-b882-86d826e5b312	9	2026-11-30 22:51:46.322236+00	meeting_started	teams	{"at": "2026-11-30T22:51:46.317000+00:00", "noticed_by": "event"}	{}	\\xcb22651fa241b1aa3c827e81abda27041ad62d36ae5df9d8f26871e9c37d0e6f	\\xde65b1055bf72413ebffdd238c5e3b703e78ded247896bf428aee661fd0d3103
e71882e4-f960-4031-b882-86d826e5b312	13	2026-11-30 22:51:46.755635+00	call_asked	system	{"attempt": 1, "occurrence": "45543d55-befb-4e38-961d-14f354994617"}	{}	\\x08644b0c2561d6a5dfc41bd4122007ba41a5fc9d4af95630eaad9837ae54a3da	\\x7cc9326ff1bd77823748ad230c04542890f4f8bb557edc61c72f7782869ab27b
e71882e4-f960-4031-b882-86d826e5b312	10	2026-11-30 22:51:46.322236+00	course	teams	{"rows": [{"id": "45543d55-befb-4e38-961d-14f354994617", "set": {"id": "45543d55-befb-4e38-961d-14f354994617", "ended_at": null, "tellings": 0, "meeting_id": "e71882e4-f960-4031-b882-86d826e5b312", "noticed_by": "event", "started_at": "2026-11-30T22:51:46.317000+00:00", "announced_at": null, "announced_for": null}, "table": "occurrences"}]}	{}	\\xde65b1055bf72413ebffdd238c5e3b703e78ded247896bf428aee661fd0d3103	\\xa2360a20652b7712c6eae624735ad34305097a4ee4c8bdbb41c9dac12d6b364b
eccf0bc6-924f-43d6-a365-1ea0f3339503	12	2026-11-30 22:51:46.480072+00	announced	system	{"telling": 1, "occurrence": "45543d55-befb-4e38-961d-14f354994617"}	{}	\\xe48b0597884a36470fcae98ae5e8de153bf31053086e9ed6f0fa79b7f92a843e	\\x44a86c7a38a8b88bd875297f885e59de34c7113eae645ea80b0fb84eea6fdf42
e71882e4-f960-4031-b882-86d826e5b312	11	2026-11-30 22:51:46.480072+00	course	system	{"rows": [{"id": "45543d55-befb-4e38-961d-14f354994617", "set": {"tellings": 1, "announced_at": "2026-11-30T22:51:46.480072+00:00", "announced_for": ["eccf0bc6-924f-43d6-a365-1ea0f3339503"]}, "table": "occurrences"}]}	{}	\\xa2360a20652b7712c6eae624735ad34305097a4ee4c8bdbb41c9dac12d6b364b	\\xe7233d5c390bff3f7cc56e0115f59e3a671de71bf1de5d1fc21071341309a4c5
eccf0bc6-924f-43d6-a365-1ea0f3339503	13	2026-11-30 22:51:46.480072+00	course	system	{"rows": [{"id": "eccf0bc6-924f-43d6-a365-1ea0f3339503", "set": {"used_at": "2026-11-30T22:51:46.317000+00:00", "announced_at": "2026-11-30T22:51:46.480072+00:00"}, "table": "requests"}]}	{}	\\x44a86c7a38a8b88bd875297f885e59de34c7113eae645ea80b0fb84eea6fdf42	\\xfc65ca3f900aece06057d40eb1503305de1631eb6796046c95bf43705818d669
38c11ecc-441c-4e56-83ed-76f87083ceb6	4	2026-11-30 22:51:56.567029+00	meeting_taken_in	system	{"type": "Scheduled", "known": true}	{}	\\x5d62011fe1b0391175aacb46e1e22dab6a2da39f24489291ed1b17c38ddce152	\\x0df0f090622cb8886f7819df75a406e5aefb62972a843dafcffa57778ddf8958
38c11ecc-441c-4e56-83ed-76f87083ceb6	5	2026-11-30 22:51:56.567029+00	course	system	{"rows": [{"id": "38c11ecc-441c-4e56-83ed-76f87083ceb6", "set": {"ends_at": "2026-11-30T23:58:00+00:00", "starts_at": "2026-11-30T22:58:00+00:00", "teams_type": "Scheduled", "organizer_oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "organizer_tenant": "3e038f54-43f1-5502-b277-93f446341c33"}, "table": "meetings"}]}	{}	\\x0df0f090622cb8886f7819df75a406e5aefb62972a843dafcffa57778ddf8958	\\xac768e6ae0d0e841153a1dff3ff220f18ecaed54894d9cc98659b4aac7c583a6
38c11ecc-441c-4e56-83ed-76f87083ceb6	11	2026-11-30 22:51:57.201238+00	marked	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"mark": "note_taker", "answer": "asked_out", "note_taker": "f2ddcd42-acae-4e86-a396-4d843b7ed341"}	{}	\\x47a5deddfc30422c60bdb046f3d217e90412bbafe975af658309c3e7b73ed6a3	\\xf3233619ad75afb810ef4e1cb4e1ab5e8aabe5911cf1d20cb11a0f857a5b389b
38c11ecc-441c-4e56-83ed-76f87083ceb6	20	2026-11-30 22:51:58.434334+00	incident_step	system	{"who": "13621ec0-b2c8-5e30-9416-b1af275d6bab", "step": "decides", "incident": "141a99fb-a654-4b53-b1d3-a58bf2170897"}	{}	\\xead7d5f898f4d47005491539f5ff75d843fa83406c07d183a0e03d811185ed81	\\xbc6b032f3ae9653dca5245093bfad801169c352fbca0c26897fc7a366a622364
38c11ecc-441c-4e56-83ed-76f87083ceb6	21	2026-11-30 22:51:58.434334+00	course	system	{"rows": [{"id": "141a99fb-a654-4b53-b1d3-a58bf2170897", "set": {"decider_oid": "13621ec0-b2c8-5e30-9416-b1af275d6bab"}, "table": "incidents"}]}	{}	\\xbc6b032f3ae9653dca5245093bfad801169c352fbca0c26897fc7a366a622364	\\x440b4355c6dd3d1d1b903189adb9cc20e2a0337e40b0c997b754ef5e5c0d0093
e71882e4-f960-4031-b882-86d826e5b312	12	2026-11-30 22:51:46.655787+00	told	system	{"asked": 3, "failed": {"MemberNotFound": 1}, "accepted": 2, "occurrence": "45543d55-befb-4e38-961d-14f354994617"}	{}	\\xe7233d5c390bff3f7cc56e0115f59e3a671de71bf1de5d1fc21071341309a4c5	\\x08644b0c2561d6a5dfc41bd4122007ba41a5fc9d4af95630eaad9837ae54a3da
e71882e4-f960-4031-b882-86d826e5b312	14	2026-11-30 22:51:47.133151+00	call_lobby	system	{"attempt": 1, "occurrence": "45543d55-befb-4e38-961d-14f354994617"}	{}	\\x7cc9326ff1bd77823748ad230c04542890f4f8bb557edc61c72f7782869ab27b	\\x853c845257a650686d2b8a39ed6bd947698e81e560738eaec547812cd37bb068
eccf0bc6-924f-43d6-a365-1ea0f3339503	14	2026-11-30 22:51:47.133151+00	task_given	system	{"kind": "read_aloud"}	{}	\\xfc65ca3f900aece06057d40eb1503305de1631eb6796046c95bf43705818d669	\\x9903391a9710498d37790afb43a1ea6b2cf875de663b32a4b8baa975026a0910
eccf0bc6-924f-43d6-a365-1ea0f3339503	15	2026-11-30 22:51:47.133151+00	course	system	{"rows": [{"id": "42fd8a72-f28b-424f-b91d-32e63d31499f", "set": {"id": "42fd8a72-f28b-424f-b91d-32e63d31499f", "kind": "read_aloud", "done_at": null, "done_by": null, "done_on": null, "owner_oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "created_at": "2026-11-30T22:51:47.133151+00:00", "meeting_id": null, "request_id": "eccf0bc6-924f-43d6-a365-1ea0f3339503"}, "table": "tasks"}]}	{}	\\x9903391a9710498d37790afb43a1ea6b2cf875de663b32a4b8baa975026a0910	\\x8c5f7287a6d1fbb1f65e59b2f7ecb6a98ec45e8be2293b9f4bc9fe880f456d17
e71882e4-f960-4031-b882-86d826e5b312	15	2026-11-30 22:51:49.830915+00	prompt_heard	system	{"heard": 4, "attempt": 1, "telling": 1, "occurrence": "45543d55-befb-4e38-961d-14f354994617"}	{}	\\x853c845257a650686d2b8a39ed6bd947698e81e560738eaec547812cd37bb068	\\x68e9fda46735c18a3f1172818f4f878c97e1ef84756ffca22d9eba8b9dc9e4d8
eccf0bc6-924f-43d6-a365-1ea0f3339503	16	2026-11-30 22:51:49.830915+00	task_done	system	{"kind": "read_aloud"}	{}	\\x8c5f7287a6d1fbb1f65e59b2f7ecb6a98ec45e8be2293b9f4bc9fe880f456d17	\\xc9004fb72eafebc6967aabdda3b8e6e80a3dba32b6c583543c08c2d97985979c
eccf0bc6-924f-43d6-a365-1ea0f3339503	17	2026-11-30 22:51:49.830915+00	course	system	{"rows": [{"id": "42fd8a72-f28b-424f-b91d-32e63d31499f", "set": {"done_at": "2026-11-30T22:51:49.830915+00:00", "done_by": "system"}, "table": "tasks"}]}	{}	\\xc9004fb72eafebc6967aabdda3b8e6e80a3dba32b6c583543c08c2d97985979c	\\x62202c60731d7d53c406d49e4f0b675bc89b3acd07e85eeac699b1ada3ec46b0
e71882e4-f960-4031-b882-86d826e5b312	16	2026-11-30 22:51:51.697779+00	told	system	{"asked": 1, "failed": {}, "accepted": 1, "occurrence": "45543d55-befb-4e38-961d-14f354994617"}	{}	\\x68e9fda46735c18a3f1172818f4f878c97e1ef84756ffca22d9eba8b9dc9e4d8	\\xdcde6684379351c8512efa21fe34fee874b5a9adeea4ad848872250313efe0d0
7a53d49d-15e4-409b-8256-85fef8186908	3	2026-11-30 22:51:55.56622+00	app_added	teams	{}	{}	\\x8832227c13e369037ec12af15f8691b98ccf56ceb9bb53eab1aedd787960f0e4	\\x291e176a0637d3f81eb8df41e95944f0b68ac591abba126a33811c7b84ee0c12
7a53d49d-15e4-409b-8256-85fef8186908	6	2026-11-30 22:51:55.730482+00	block_read	system	{"state": "held", "reason": ""}	{}	\\x163671d4a3d80544323819684758932c581ac5f14242529023d5d834ab7c9bb1	\\xd31b49325fa8d47e246765da399c8b92fa9d322e941d6123296d1b34540526d5
7a53d49d-15e4-409b-8256-85fef8186908	7	2026-11-30 22:51:55.730482+00	course	system	{"rows": [{"id": "7a53d49d-15e4-409b-8256-85fef8186908", "set": {"dial_in": true, "block_state": "held"}, "table": "meetings"}]}	{}	\\xd31b49325fa8d47e246765da399c8b92fa9d322e941d6123296d1b34540526d5	\\x6a3eaebdc99fe545dc1d664bafa5218db31ff2963028d496993d5689642ddf27
60b6ca41-4ba9-40ea-bdf4-27952b82dac3	3	2026-11-30 22:51:56.096042+00	receipt_sent	system	{"by": "email"}	{}	\\x90c4d20b475825c552c5287b95b102613c63e0afba3ed340c12b1d1a4914e526	\\x770070e4a5771d297be15c43babda28f102f082c4110fd9c918ce760f2e25c7f
60b6ca41-4ba9-40ea-bdf4-27952b82dac3	4	2026-11-30 22:51:56.246209+00	asked	system	{"approver": "13621ec0-b2c8-5e30-9416-b1af275d6bab"}	{}	\\x770070e4a5771d297be15c43babda28f102f082c4110fd9c918ce760f2e25c7f	\\xfc1262fea0e1cd534a672ad7326d64da4f2d8ade5179668d11b43e4890da4873
60b6ca41-4ba9-40ea-bdf4-27952b82dac3	5	2026-11-30 22:51:56.246209+00	ground_read	13621ec0-b2c8-5e30-9416-b1af275d6bab	{}	{}	\\xfc1262fea0e1cd534a672ad7326d64da4f2d8ade5179668d11b43e4890da4873	\\x2f9dde060e544a3ecdc1750e01f4399a8e8afe3323a7dad6bda5c314506f5053
60b6ca41-4ba9-40ea-bdf4-27952b82dac3	6	2026-11-30 22:51:56.246209+00	course	13621ec0-b2c8-5e30-9416-b1af275d6bab	{"rows": [{"id": "60b6ca41-4ba9-40ea-bdf4-27952b82dac3", "set": {"state": "awaiting_leader", "approver_oid": "13621ec0-b2c8-5e30-9416-b1af275d6bab"}, "table": "requests"}]}	{}	\\x2f9dde060e544a3ecdc1750e01f4399a8e8afe3323a7dad6bda5c314506f5053	\\xe10962dbaa6fc7691bb3e9c19651818cc4a51df152faac1d2f0193087470e47e
38c11ecc-441c-4e56-83ed-76f87083ceb6	3	2026-11-30 22:51:56.541384+00	app_added	teams	{}	{}	\\x04f81f607f0f0cea9f9741d0cad6185866dfd0b07b79e64a776eaa5d5361d058	\\x5d62011fe1b0391175aacb46e1e22dab6a2da39f24489291ed1b17c38ddce152
38c11ecc-441c-4e56-83ed-76f87083ceb6	12	2026-11-30 22:51:57.937668+00	meeting_taken_in	system	{"type": "Scheduled", "known": true}	{}	\\xf3233619ad75afb810ef4e1cb4e1ab5e8aabe5911cf1d20cb11a0f857a5b389b	\\xb04a827e6ce3bf8275819abbbd40882ec77085bfe39fc5695776fda2abcb29f5
38c11ecc-441c-4e56-83ed-76f87083ceb6	15	2026-11-30 22:51:58.160375+00	switch_put_back	system	{"outcome": "held"}	{}	\\xcd33bfef610f88f024028b1a58a1e4b87199f3064e515c286e5d1df74631c5f1	\\xcb3ab5dc238f541a6886bdf4096e13c89376ae115a03f4f243846ee88aca2769
38c11ecc-441c-4e56-83ed-76f87083ceb6	16	2026-11-30 22:51:58.160375+00	incident_step	system	{"step": "put_back", "incident": "141a99fb-a654-4b53-b1d3-a58bf2170897"}	{}	\\xcb3ab5dc238f541a6886bdf4096e13c89376ae115a03f4f243846ee88aca2769	\\x55cf7d2302297c9ee684692db56bf93d895525367a52c2a6d76dc4e65126cbd6
38c11ecc-441c-4e56-83ed-76f87083ceb6	17	2026-11-30 22:51:58.160375+00	course	system	{"rows": [{"id": "141a99fb-a654-4b53-b1d3-a58bf2170897", "set": {"switch": "off_again"}, "table": "incidents"}, {"id": "38c11ecc-441c-4e56-83ed-76f87083ceb6", "set": {"put_back": 1, "put_back_at": "2026-11-30T22:51:58.160375+00:00"}, "table": "meetings"}]}	{}	\\x55cf7d2302297c9ee684692db56bf93d895525367a52c2a6d76dc4e65126cbd6	\\x77c5fa48c977c40d04f802298156955952aaa933093fcd080bc55de47381f242
e71882e4-f960-4031-b882-86d826e5b312	17	2026-11-30 22:51:55.156271+00	prompt_heard	system	{"heard": 6, "attempt": 1, "telling": 1, "occurrence": "45543d55-befb-4e38-961d-14f354994617"}	{}	\\xdcde6684379351c8512efa21fe34fee874b5a9adeea4ad848872250313efe0d0	\\xcc8b601f3786c10b13fbbe64f493e27d366bb5732c5746a6cb20fd0d9cad0c6b
7a53d49d-15e4-409b-8256-85fef8186908	4	2026-11-30 22:51:55.616772+00	meeting_taken_in	system	{"type": "Scheduled", "known": true}	{}	\\x291e176a0637d3f81eb8df41e95944f0b68ac591abba126a33811c7b84ee0c12	\\x64d8167afb21c9f40fdede610ca2329bb8c3204daa94bb8462d598605a2ad811
7a53d49d-15e4-409b-8256-85fef8186908	5	2026-11-30 22:51:55.616772+00	course	system	{"rows": [{"id": "7a53d49d-15e4-409b-8256-85fef8186908", "set": {"ends_at": "2026-11-30T23:58:00+00:00", "starts_at": "2026-11-30T22:58:00+00:00", "teams_type": "Scheduled", "organizer_oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "organizer_tenant": "3e038f54-43f1-5502-b277-93f446341c33"}, "table": "meetings"}]}	{}	\\x64d8167afb21c9f40fdede610ca2329bb8c3204daa94bb8462d598605a2ad811	\\x163671d4a3d80544323819684758932c581ac5f14242529023d5d834ab7c9bb1
60b6ca41-4ba9-40ea-bdf4-27952b82dac3	1	2026-11-30 22:51:55.98466+00	request_registered	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"late": false, "role": "citizen", "queue": false, "video": "", "notice": false, "number": "L-UC43KF9", "meeting": "e71882e4-f960-4031-b882-86d826e5b312", "profile": "frederiksberg/1", "relation": "citizen", "department": "familie", "others_affairs": null}	{"60b6ca41-4ba9-40ea-bdf4-27952b82dac3/ground": "271997d086a6390ed454c2d5b2ff7b71a12a3fd086c2f6b0af75ccfcb1fb51f1", "60b6ca41-4ba9-40ea-bdf4-27952b82dac3/contact": "f49f7e88e5c48797b25954958390dfd60f3c1613d8dde1e996d8a5afe2ac4cd6", "60b6ca41-4ba9-40ea-bdf4-27952b82dac3/companion": "765a334db207c010417bbaea4fd16ae238c2a19e030159f56f560507bd1cdaea", "60b6ca41-4ba9-40ea-bdf4-27952b82dac3/own_words": "79bab76d2404127b0a4540c3acc9e4766805898956f55ad89b62ec9f05f81d08", "60b6ca41-4ba9-40ea-bdf4-27952b82dac3/citizen_name": "ad27b6876b9d0d292bef82aa4684f01220311242ffdd2503cc5df8120fac950f"}	\\x420b5193c1cc0415fd58936974754baa89d605d5676ae1062adab32fa8d3cfd8	\\xe2487fd96ac1fa0d1792817d94230af2b69455425591d308fa07c5e5184f098f
60b6ca41-4ba9-40ea-bdf4-27952b82dac3	2	2026-11-30 22:51:55.98466+00	course	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"rows": [{"id": "60b6ca41-4ba9-40ea-bdf4-27952b82dac3", "set": {"id": "60b6ca41-4ba9-40ea-bdf4-27952b82dac3", "late": false, "role": "citizen", "scope": "whole", "state": "received", "notice": false, "number": "L-UC43KF9", "used_at": null, "relation": "citizen", "verdicts": {}, "answer_at": null, "answer_by": "email", "answer_how": null, "created_at": "2026-11-30T22:51:55.984660+00:00", "decided_at": null, "decided_by": null, "department": "familie", "deputy_oid": null, "meeting_id": "e71882e4-f960-4031-b882-86d826e5b312", "profile_id": "frederiksberg", "devices_out": false, "proposed_at": null, "proposed_by": null, "announced_at": null, "answer_state": "none", "approver_oid": null, "confirmed_by": null, "confirmer_oid": null, "employee_type": null, "registered_by": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "requester_oid": null, "caseworker_oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "note_copied_at": null, "others_affairs": null, "refusal_ground": null, "profile_version": 1}, "table": "requests"}]}	{}	\\xe2487fd96ac1fa0d1792817d94230af2b69455425591d308fa07c5e5184f098f	\\x90c4d20b475825c552c5287b95b102613c63e0afba3ed340c12b1d1a4914e526
38c11ecc-441c-4e56-83ed-76f87083ceb6	8	2026-11-30 22:51:56.800019+00	meeting_started	teams	{"at": "2026-11-30T22:53:56.784000+00:00", "noticed_by": "event"}	{}	\\xfd3e0ace99435bfbdc8c9171a810885b6ac59146fc44e2ae7d6b8e17162940f9	\\xf56411989828f023ee4b835765ab94cd98c83a07e80021c3bb401c429287ed36
38c11ecc-441c-4e56-83ed-76f87083ceb6	9	2026-11-30 22:51:56.800019+00	course	teams	{"rows": [{"id": "9980e2c5-d04f-40b4-95e6-53acb34785c1", "set": {"id": "9980e2c5-d04f-40b4-95e6-53acb34785c1", "ended_at": null, "tellings": 0, "meeting_id": "38c11ecc-441c-4e56-83ed-76f87083ceb6", "noticed_by": "event", "started_at": "2026-11-30T22:53:56.784000+00:00", "announced_at": null, "announced_for": null}, "table": "occurrences"}]}	{}	\\xf56411989828f023ee4b835765ab94cd98c83a07e80021c3bb401c429287ed36	\\x3a06019e3f3a874e8faefae212caa071469f7b183659209a273a525ebb7617fc
38c11ecc-441c-4e56-83ed-76f87083ceb6	13	2026-11-30 22:51:58.150387+00	recording_seen	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"at": "2026-11-30T22:53:57.271000+00:00", "seen_by": "chat_message", "incident": "141a99fb-a654-4b53-b1d3-a58bf2170897"}	{}	\\xb04a827e6ce3bf8275819abbbd40882ec77085bfe39fc5695776fda2abcb29f5	\\x20c1139f78daa4791a01c20258d963d871d0d79e8c1ca240bf748c26c9400035
38c11ecc-441c-4e56-83ed-76f87083ceb6	14	2026-11-30 22:51:58.150387+00	course	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"rows": [{"id": "141a99fb-a654-4b53-b1d3-a58bf2170897", "set": {"id": "141a99fb-a654-4b53-b1d3-a58bf2170897", "switch": "unverifiable", "file_at": null, "file_id": null, "mark_id": "1796079096911", "ended_at": null, "ended_by": null, "file_state": "", "meeting_id": "38c11ecc-441c-4e56-83ed-76f87083ceb6", "noticed_at": "2026-11-30T22:51:58.150387+00:00", "noticed_by": "chat_message", "started_at": "2026-11-30T22:53:57.271000+00:00", "decider_oid": null, "end_mark_id": null, "file_outcome": null, "initiator_oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "watch_ended_at": null, "file_outcome_at": null, "file_outcome_by": null}, "table": "incidents"}]}	{}	\\x20c1139f78daa4791a01c20258d963d871d0d79e8c1ca240bf748c26c9400035	\\xcd33bfef610f88f024028b1a58a1e4b87199f3064e515c286e5d1df74631c5f1
38c11ecc-441c-4e56-83ed-76f87083ceb6	22	2026-11-30 22:51:58.497192+00	incident_step	system	{"who": "13621ec0-b2c8-5e30-9416-b1af275d6bab", "step": "warned", "incident": "141a99fb-a654-4b53-b1d3-a58bf2170897"}	{}	\\x440b4355c6dd3d1d1b903189adb9cc20e2a0337e40b0c997b754ef5e5c0d0093	\\xd2c335d9f6f88dd751e3869cacebcfe7c4a8140cad4877b7887f3f5a5c568881
38c11ecc-441c-4e56-83ed-76f87083ceb6	23	2026-11-30 22:51:58.568949+00	incident_step	system	{"who": "8d3e0d45-f5c7-5baf-b351-60177530448b", "step": "warned", "incident": "141a99fb-a654-4b53-b1d3-a58bf2170897"}	{}	\\xd2c335d9f6f88dd751e3869cacebcfe7c4a8140cad4877b7887f3f5a5c568881	\\x308ad789262e3185aa5897ac2cf41cad8f359ad345c7b9c1b7dc1b52efe46491
7a53d49d-15e4-409b-8256-85fef8186908	1	2026-11-30 22:51:55.526356+00	app_added	teams	{}	{}	\\x05371908a832beb63f93b5e825d024d102b8b12d1b8666c9ba84064e5be8c67e	\\x06ed26e49ad1d97679622bad010afcce233b94b90be9c9b13a562948d7eebc7f
7a53d49d-15e4-409b-8256-85fef8186908	2	2026-11-30 22:51:55.526356+00	course	teams	{"rows": [{"id": "7a53d49d-15e4-409b-8256-85fef8186908", "set": {"id": "7a53d49d-15e4-409b-8256-85fef8186908", "kind": "virtual", "state": "coming", "cameras": "untouched", "dial_in": null, "ends_at": null, "put_back": 0, "starts_at": null, "created_at": "2026-11-30T22:51:55.526356+00:00", "teams_type": null, "block_state": "checking", "put_back_at": null, "block_reason": "", "app_installed": true, "organizer_oid": null, "phone_possible": null, "organizer_tenant": null}, "table": "meetings"}]}	{}	\\x06ed26e49ad1d97679622bad010afcce233b94b90be9c9b13a562948d7eebc7f	\\x8832227c13e369037ec12af15f8691b98ccf56ceb9bb53eab1aedd787960f0e4
38c11ecc-441c-4e56-83ed-76f87083ceb6	1	2026-11-30 22:51:56.483154+00	app_added	teams	{}	{}	\\x6bb42a81bf52f743be4e377dc4ee5938dc86238673e98bcb72550319e446babf	\\x1a0423e357a4091c8d4e9cfa8e84520f8b58a0628914aac7820b274a7753e54a
38c11ecc-441c-4e56-83ed-76f87083ceb6	2	2026-11-30 22:51:56.483154+00	course	teams	{"rows": [{"id": "38c11ecc-441c-4e56-83ed-76f87083ceb6", "set": {"id": "38c11ecc-441c-4e56-83ed-76f87083ceb6", "kind": "virtual", "state": "coming", "cameras": "untouched", "dial_in": null, "ends_at": null, "put_back": 0, "starts_at": null, "created_at": "2026-11-30T22:51:56.483154+00:00", "teams_type": null, "block_state": "checking", "put_back_at": null, "block_reason": "", "app_installed": true, "organizer_oid": null, "phone_possible": null, "organizer_tenant": null}, "table": "meetings"}]}	{}	\\x1a0423e357a4091c8d4e9cfa8e84520f8b58a0628914aac7820b274a7753e54a	\\x04f81f607f0f0cea9f9741d0cad6185866dfd0b07b79e64a776eaa5d5361d058
38c11ecc-441c-4e56-83ed-76f87083ceb6	10	2026-11-30 22:51:56.998974+00	note_taker_seen	system	{"sign": "name", "note_taker": "f2ddcd42-acae-4e86-a396-4d843b7ed341"}	{}	\\x3a06019e3f3a874e8faefae212caa071469f7b183659209a273a525ebb7617fc	\\x47a5deddfc30422c60bdb046f3d217e90412bbafe975af658309c3e7b73ed6a3
38c11ecc-441c-4e56-83ed-76f87083ceb6	18	2026-11-30 22:51:58.409343+00	incident_step	system	{"who": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "step": "warned", "incident": "141a99fb-a654-4b53-b1d3-a58bf2170897"}	{}	\\x77c5fa48c977c40d04f802298156955952aaa933093fcd080bc55de47381f242	\\x9a8f9a6e8e2b88e1824e26bae7d14cd54752148ffd1f54af3d972c9faf370074
38c11ecc-441c-4e56-83ed-76f87083ceb6	19	2026-11-30 22:51:58.409343+00	incident_step	system	{"who": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "step": "asked_to_stop", "incident": "141a99fb-a654-4b53-b1d3-a58bf2170897"}	{}	\\x9a8f9a6e8e2b88e1824e26bae7d14cd54752148ffd1f54af3d972c9faf370074	\\xead7d5f898f4d47005491539f5ff75d843fa83406c07d183a0e03d811185ed81
38c11ecc-441c-4e56-83ed-76f87083ceb6	6	2026-11-30 22:51:56.653372+00	block_read	system	{"state": "held", "reason": ""}	{}	\\xac768e6ae0d0e841153a1dff3ff220f18ecaed54894d9cc98659b4aac7c583a6	\\x7546f70b6be20f0cc1a906f928e95adb2192ea27b557d16a88430055d344a6c0
38c11ecc-441c-4e56-83ed-76f87083ceb6	7	2026-11-30 22:51:56.653372+00	course	system	{"rows": [{"id": "38c11ecc-441c-4e56-83ed-76f87083ceb6", "set": {"dial_in": true, "block_state": "held"}, "table": "meetings"}]}	{}	\\x7546f70b6be20f0cc1a906f928e95adb2192ea27b557d16a88430055d344a6c0	\\xfd3e0ace99435bfbdc8c9171a810885b6ac59146fc44e2ae7d6b8e17162940f9
7a53d49d-15e4-409b-8256-85fef8186908	8	2026-11-30 22:51:56.711224+00	meeting_taken_in	system	{"type": "Scheduled", "known": true}	{}	\\x6a3eaebdc99fe545dc1d664bafa5218db31ff2963028d496993d5689642ddf27	\\xe24842e96f7cefb8e16ef66c27989d2e17e8a026d29e1574aba82194fc1234b0
\.


ALTER TABLE public.journal ENABLE TRIGGER ALL;

--
-- Data for Name: journal_heads; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.journal_heads DISABLE TRIGGER ALL;

COPY public.journal_heads (case_id, seq, hash) FROM stdin;
7a53d49d-15e4-409b-8256-85fef8186908	8	\\xe24842e96f7cefb8e16ef66c27989d2e17e8a026d29e1574aba82194fc1234b0
38c11ecc-441c-4e56-83ed-76f87083ceb6	23	\\x308ad789262e3185aa5897ac2cf41cad8f359ad345c7b9c1b7dc1b52efe46491
eccf0bc6-924f-43d6-a365-1ea0f3339503	17	\\x62202c60731d7d53c406d49e4f0b675bc89b3acd07e85eeac699b1ada3ec46b0
e71882e4-f960-4031-b882-86d826e5b312	17	\\xcc8b601f3786c10b13fbbe64f493e27d366bb5732c5746a6cb20fd0d9cad0c6b
60b6ca41-4ba9-40ea-bdf4-27952b82dac3	6	\\xe10962dbaa6fc7691bb3e9c19651818cc4a51df152faac1d2f0193087470e47e
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
32e9eda3-e18d-4d5c-ae80-ee2d68225697	38c11ecc-441c-4e56-83ed-76f87083ceb6	\N	note_taker	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	2026-11-30 22:51:57.201238+00	{"answer": "asked_out", "note_taker": "f2ddcd42-acae-4e86-a396-4d843b7ed341"}
\.


ALTER TABLE public.marks ENABLE TRIGGER ALL;

--
-- Data for Name: note_takers; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.note_takers DISABLE TRIGGER ALL;

COPY public.note_takers (id, meeting_id, occurrence_id, person_key, sign, seen_at, asked_oid, answer, answered_at, answered_by) FROM stdin;
f2ddcd42-acae-4e86-a396-4d843b7ed341	38c11ecc-441c-4e56-83ed-76f87083ceb6	9980e2c5-d04f-40b4-95e6-53acb34785c1	f724cc3c9b7fbfd64d6762f057f09a0b02ac06a8561c0dbcaea25d5a6471596f	name	2026-11-30 22:51:56.998974+00	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	asked_out	2026-11-30 22:51:57.201238+00	f0b34c51-7b5e-5d9b-9752-1be9cba94d62
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
e71882e4-f960-4031-b882-86d826e5b312	title	e71882e4-f960-4031-b882-86d826e5b312	\\x02036f6c64dbd03a04cf672971473256545bed85a92cb4b1f75133894dfe9753780cd41861295ec4246c0684adebed5dcd576bfc348a14091dca5b3893d7bfdd361a373f8c67c9190eabd49685f0d7221fc8f646967b786069004f617eb491871a2c406c6ee5045deefdf3647fbc2fa0f88213fedfa60cea8e42fd352d953cb520ea81da61b5a4ffd145e044519c95d1f6173adca9a1aba364a378aaaa254df54a	\\x8f8a8ee1571efa4a487d3bcd9e2bc8ab04f8774e203676f7a2f8aa81889b3547	2026-11-30 22:51:45.314949+00
eccf0bc6-924f-43d6-a365-1ea0f3339503	citizen_name	eccf0bc6-924f-43d6-a365-1ea0f3339503	\\x02036f6c64240fb32b7c6b02ac7bd9207aeec603c6e69ee95fe889b17f691bf0b19bbd7b834b589b5daf04b029757715ddc24954b5c720008084f03e6e3e0ef3bae72209025298c1acd269020e37cae640403bba152fdb68510cf7bcf518c3ab9001124f1038a1d0fe6b56323930fdc2c685e2bede4c3058fdaa3dac1a8c8a119d6645a97b79af5187c73c709e82db5dbc0dd8c03579bb50eb1ce1b54d44a708eb	\\x7eba730cdc5ae8e649d6a7898a7491f8b6bf4a22f8858ff2a9901176cc8fa495	2026-11-30 22:51:45.689699+00
eccf0bc6-924f-43d6-a365-1ea0f3339503	companion	eccf0bc6-924f-43d6-a365-1ea0f3339503	\\x02036f6c64da29ebd6a4d1fd15f6d9a3c5d24b4495206875133a78426e0db58402824863eff6fc885916c3d9fbaf73896a9e217a82582ef9c042d86796260a8b92f2b21de901c86d6c1aa972e6724d18c57595b64242b9055d98c0c9d73c3388ded880605e1331844ba72d5b5441b9ad6c19ade63dd7db424bb2ebc2350604a610b7a726f081eb6773b07870691e1d386bb5717087091306c4c5e436eaa5e18875	\\xb4ca891350bbd315e641769bf1f88b126c6f41991c3a7ddd7f8931d7cec18ba0	2026-11-30 22:51:45.689699+00
eccf0bc6-924f-43d6-a365-1ea0f3339503	contact	eccf0bc6-924f-43d6-a365-1ea0f3339503	\\x02036f6c644431a966a0a09ad621680157a368880a70f7ed22f35d844023050ddf7f8aacee5c7f7ef715b14d4216b5f09c83a7a2839cb8fd92a53aebcbe765367631c9901ff2b3816ca9a90b3a18ae858c9d0a05126e2befd1b3bd8c65c03efa2bc7272186ca380e80c4b788c25dbd50098d3b06e663734432ab8f9c995936618ec166dfc75828640125ce93d3f929e3e82e773bfbff1386220581fce83df281f7	\\xed486e223a9183470f05a0745faebce9a4f7849f54abb0bc235762cf1d906d2e	2026-11-30 22:51:45.689699+00
eccf0bc6-924f-43d6-a365-1ea0f3339503	ground	eccf0bc6-924f-43d6-a365-1ea0f3339503	\\x02036f6c646ef3696d48be55d34cd626e25d0251460fdd85c00a0913943fa62d28fe7cb60865223d7725a0244f80a68b167fe27c946ac186f0ee8c3b4776d83396455f92052ab3912a0c1d233743702e5650d7f67331ee93a5d136a7598ec4a9c3bf87fa1a123693c520a6cacffa63b014432717d2f1fed3894029545f2b870909f5c8eab7444447578001ef2be91935a2df54b4c2ecb75437ccfab18ab1328c05	\\x8719c7cb7e4061f91034c3810ce550e5646260c10c716133fcfd5b785cd832c3	2026-11-30 22:51:45.689699+00
eccf0bc6-924f-43d6-a365-1ea0f3339503	own_words	eccf0bc6-924f-43d6-a365-1ea0f3339503	\\x02036f6c649ca0c7bd72f467c36fc82556b62f638156ab13127074f6b862fa4a513c9c5184cdefc398381d20a085cc7e353771d429026c3b98c7e5b25d242e335c9a4a19063f4bdb9ff80fb301031c00a846b1ca8f1c88a7fa34486c28ec233197d1242cf618159a51fc53cb571993987559087ca498712879c6c455ee9a984bc7dc282c82599bc242f58d60f58f80474e00873cf4b0c62c00f018f8a28af1cbad	\\x1d041c31f0c2dbce44491b5cad287b618bad05b518b434382ec427ba8c20a557	2026-11-30 22:51:45.689699+00
1df1bb0d-56ce-4378-9a1a-1c029ff8f461	name	e71882e4-f960-4031-b882-86d826e5b312	\\x02036f6c64c38623d2600c773b61a654aa1c69b6e83f2df50b6fc4bcbb55f07f3ce342bace526ef18c8ac9da240576cd75da730de361353ae166b5c0ebcbe7747682abac0d890caac08cb16ca91689f40f4d8f74447b0248d1a6474eb6cf9f3368c71a73c9fefd74f331a9233f04f54a80d42704b8d25a1b06628e485c144609cbb562f04cdd59b48b3d69ce25b9cb5f942fd2ebca9e34d43145a77d9264a166f3	\\x93be37090c17cb25cdd9fd42da573a9dbfb5df1a6a957bd7424ce539cb307fec	2026-11-30 22:51:48.278945+00
1a84d3bd-fa56-474e-b5b2-16e7cb80f520	name	e71882e4-f960-4031-b882-86d826e5b312	\\x02036f6c64c0dc6ffbf93035cbe2706088a50f448655622d2ff756a989088103ffe5ac87764dab0ec244fa1bbe6d07b0896231aa5c1b9d3ebd8203f1cb04821e336525f5bb8c286a207777a9ab534cc2dab00a1def6e569a02a993f0500e0c8bf8594342bb310039f12e1c8815949ef59c2d69d466d2ade301b5f78309f9785070d4ee9317c2ae918e41fb712a5aa5386e891be3c3c1ab0564d89ad94a5a8251dc	\\xf5183a39995882d2f0f2b119a7a6ec888e67805b836bd8896498935eb75cfa13	2026-11-30 22:51:51.664989+00
f2ddcd42-acae-4e86-a396-4d843b7ed341	name	38c11ecc-441c-4e56-83ed-76f87083ceb6	\\x02036f6c642c8148591709944bb4f257c83cdc696f1e3601c67dc3ba344fbdfbf5786dbd6483613627338e01354ccd72659a4c007567acde54780d707601a5a548f546539d47d43f968a869e2a320aeff170b7f797fd8c8cbd79adfd4db54b7b8cadae8b40902926e4ed51b1e5e80494aecdb7b9a406aaebaea13fc8e70a0f3af4b8fea75ae3dcb1508237c35dfd6607d95076ecd947d2ced615954ab5d85d8f9c	\\xe3705860d7e0a60f439bf4d196d6d41f85cf1c00b73347ecad20a550340acc0f	2026-11-30 22:51:56.998974+00
eccf0bc6-924f-43d6-a365-1ea0f3339503	note.communication	eccf0bc6-924f-43d6-a365-1ea0f3339503	\\x02036f6c6447a7741d92f126c156bf6c8e052bc1a35c02fd5c484d3eef03e370fa7db8f2f94327940f060b07dd684e89e229b9d5597127a0c376082f69615c75c3c1261833a0b26bfa70ea9fe1756559420fe71c953cda14f884ca70eddbab5eb6a397e0e5396472692b8b22dca561bb18e2218447de68273669b6268d7480d54947a5df632f00f258f94679ec53b370e11e9dac4715a47966da6046dd35f76186	\\xd09bbaa40aa9283496fc4c22addd135a01de95626b0eea64109ca237d7c19628	2026-11-30 22:51:46.063724+00
eccf0bc6-924f-43d6-a365-1ea0f3339503	note.companion	eccf0bc6-924f-43d6-a365-1ea0f3339503	\\x02036f6c647a0a6b1c5454377329468c95a5a1edf92fa41b2b69e4df24f14614aba86389a6fe0a5565c6e62ab9f0b84c668a8fa7645d7083e8d35bbf1556a6c7fd9356043756913479e49fa795db77c0ae8e39335f0d7cb60481c62dda4ce50a6e3a0fa29dc67a0faab9c1e33b5bdb2ed8a1df0b3aa6f868e5a5168d01c9b79cc85df03ba321acdbe8eb28c847c3b38b6b329979702a443111b4c49c2d1c52e44d	\\xf7f11473d132fd24bc680d2ba02d839fb23a1c2da3be1e16517adc55c67f3d6f	2026-11-30 22:51:46.063724+00
eccf0bc6-924f-43d6-a365-1ea0f3339503	note.cooperation	eccf0bc6-924f-43d6-a365-1ea0f3339503	\\x02036f6c64bbd98c8f9730b7449d2cfb290f4d795e18328655ebd4b810557a677869135da490fedaebe49d15820269c2fac1003e86523c9151d623c1b23a1adcd01071db1dc8730a44a78d35c2014d71a4794fa6af66fefb1242e86e0fa51c877ffeb1cc5460926500553de12477295abe4835b88e84fd5f306e6144f945790568f9dfdc186d4c1f870556ce7624a324b601c8820c061d40f3dad57194e6fe3b4f	\\xcd4d4c35085b32856896392dead1409cf8cff89d4b43f416760aa42107c0b2fa	2026-11-30 22:51:46.063724+00
eccf0bc6-924f-43d6-a365-1ea0f3339503	note.purpose	eccf0bc6-924f-43d6-a365-1ea0f3339503	\\x02036f6c64b90d61e98fd8a8eeff186111483779b236139c1eb563d088428eafc26c93bf9bfffa5e1bfcaf9e0b00ad4b402eb1c20b2a5b07c75f59dd096960786bcc2521533f561f0cdcc4da6230f35effd92a7d68c1cceddada93a03aef46ccdf9af6bbd0822e99a59ee9d99d5def90a70a9afdd3678aeb9874aae7ada725c0a09e862d7a821d6ab5476f249cd7f66385eae15eb251c290bba6ca18deca4e3172	\\xb012b6fea522c70095738c07f2dfa8a8eaca2041c0ba603995f3844b8ddd198a	2026-11-30 22:51:46.063724+00
eccf0bc6-924f-43d6-a365-1ea0f3339503	note.remember	eccf0bc6-924f-43d6-a365-1ea0f3339503	\\x02036f6c64d503cf0dfa33767a1905423563f1fdb3628cf7595083fc4c8b32d3ee4e1a54fc001f98d7dfb09ad680d7dc566ce9d97127b1c378f802e03e9d5da4f5aeb3b86dded0ca17da1539d3c195218667aacc6e3ca3484ad436ef118e9385720599a2ce428ceadb6206a3eade6b1a4dcca270a652407fc4ccb9bc69bde4f1131c49432bd809768e3a5a6ae687665e134d00d2ac0f49e65a30146f0d44af82e5	\\x8dac4bf534e8b16a7149badee2de138df0076d5a1f27dd214303a9cb7481392d	2026-11-30 22:51:46.063724+00
eccf0bc6-924f-43d6-a365-1ea0f3339503	letter	eccf0bc6-924f-43d6-a365-1ea0f3339503	\\x02036f6c647580842c92b87d158dd3643dc17549466709dc324c37bf704349fa5d10dcc6eb5a732bb2602cc0cb52e751ceabca85d7550e44e29935b4c886c6f5b3bd6d226af7134bc72053810dcdbcf985e217cd8b9a0d725bb24bbbccb6155b1570e2f9f7982730d8f8c45bbce2ffb5ed504b51ff7a08fb9aacce6130beb29d66c6adaf4bb2b62e45b49aab0db0d285d7d7c9b6726e2681a3bc5502987b38eab0920b34137aed34a62ac2ff8bb748c280c0a6791eb41e42298f85cbee5c29c98ec4ac549bebc363f0d4be67698d3a20c93712418a8bc18276664206e22206d1c8bffcf992b88fbd0d4210ebb21a5a4edb5ca4d65683a4f7f3d43633cc1ee4664a50e4f02dd1727e88444814a2f7a83178968ea57f571edbbcbef0e77e41a77be68cdbc59a151ce7ed30a95260d43d5cf643e07e6290cb0185209a520721026d3250127216589d3ff55ec4b4e5c5e8bde770f2168236ba2abb83ec57de7e8523ad512f8f8451caf260c24f5915c87985cbcfe6df4099c56fd08fa91388f217e398991bdf9a6cfb628b6d018ce0cb8b0a0d73882bf768f000b2de4402e43aa794d14df763344e72c3eb4ff4ca59d7119678cda08ec877a7331de210e739c429f93ec01ee58e82bcc6a11d5f2268657099fcc71787c2375db74c1c953c84c157f93e5ddea392c33b80ee54c8890dd99c56d821d7968fa3df94fc2244564cd731114c8b0923199862294eb55d14a6d6413a32acc0d09e3741ccf572610e42135b840cfc552fcac0b2954825bcc05daf4764273c6e66d3d244a4e3d70553bbf355bb61caca233a2a579ee3aa9281c4195b6658847e3da9d4d7bb936cfe77b097b68f1f5d4e9547ee79dcf410792040f57e1bf31703595f2eaacce6c0fe1ecfe7ace5515f81718763b6da78bc04bae40ce423d2d67a5e09f02f4bf996d352b112b7bb0bb513c7a749b6f9f18012e462d383f1800a9d03076a7a16b7b660bc0163c73d6adfe46aeacd6272ab290c2a41bcba1cbf303fb16f9cd0d2fa9f2cc3c07276c753b3451a1fded601d64caf178ba65f5c0e2c0e4fa24474ae68124a5329a757ee1050ca4923be916b3d03e1bd7472be51d82764371acbc99a9363544a9d8eedf461d6c653f42575f7eb3c6bd14efd48f2aca8aa7f5e14f078fc30c24c4eee604c77f2c9fc17b2ce11613085d710fca625b870839509600c290564c43e689813236724801c53d1adb51b573f0dd1ae06de831617764045286c411a35efdf6a7d0160fff64d620aecf55791c54e9a63d043b6b26c304dd776512afab28a16e9bf7ffdb1842b97112437b29a8a758dc5c7e2058afd65343b12e6c6c42cb7f14a8a0897f49cc09db55df40e5a5f637883c00e4857018f7c7a1050e5ffe4e82be8e7565380e3f8d83a66b32447613ce1ff44a2b116d04b3d86bccf22b7dfa30ee4f9f9e5d44883be2ce306a3c9707297898b939cab4211f87eec9ff17167453e7b54287329152f22bef93cbe2b2b449282c656d87b307327182227c882ab71dd9f1085a16c619753ada17867c7b80f2e32d23d4f62ec616705b65999be56208fff0e834c4537ef695151633b44ad539182ef0e22b161f624a04b9c9cc9b478017aaad4999ad3fa305c732b025d58c4cfb52540f0990d878425dc80fa3622626b023294723961e8d408f55aa108c9c37d83a3bfbb824ed0db8de5c0e309bc15d1bdd08e769ce710397ece61877064743cee8e32007e7059fc9b4dad9432ab5bd3d987a229b0cfabb8b1ac3ef717a7afac390603b917ec5a4f78e3350cc169617bc509415fa171b85934470fcc3fd9a5e9573f3f1c342ea2cf4b9cc5389ea6b5cc3638417d3abd8624bbbfaf7b348b436ae5b3f9f96c1abef1a0467c500535887962b52727eeb894b341885945853349de8d416bdfd049f9434f2e70b73eb7898ec371ba7e248fef83b2101b23596f3d6b6c435bf9fc31bdb113665e8ef2d7d793f20c3ccd53590a0495eaef6b05a822c296fcb73fa101b49f38f5b03e45ddf00e1264504dcdd297812287735414a980abba6f902ec59902e6c68022a15351f6d14924df662dd85001ff0805b32fbc369ee8dd0320977fe636ccfce3435ab4d9d8e09cd8de03eeb4e6435c20ea6bae4e99170a1d897518718d8d589f27819ee46ad805748d55f60a2db5126775be92c480be5e638f9180bdab0f568da6d1451f8c379bee7c	\\xf3ced13b367d6186bb9d7bbe308b8180938cd4a41ecda6f970e1160b95cdc9f0	2026-11-30 22:51:46.063724+00
eccf0bc6-924f-43d6-a365-1ea0f3339503	precedent	eccf0bc6-924f-43d6-a365-1ea0f3339503	\\x02036f6c6431d1192424010f8dddb8721e9dedab9637e8109666ab7c7f91c052f4b89f96dbcb9ad77554b8e74dabfd30c6047f326d64b9d1706a3a065f3009220beca28073e083b127e417e6ed65b5924a65ba5b2b35dcc452232a0aca4264a345ccbe33ee23cb1e4f6b16efdbf31bff7e10a39642ff6db874377a95c1ffb1d319a22eb69b422498b4d2e7b90ba0b76f6238d15aeb88dc7a70b1429671732cb842	\\xa91741842fb1c4b68a46dfc0ad9a40e22b724ef6e1fd2e0cd4274bcf76c1f4d7	2026-11-30 22:51:46.063724+00
d1dbdd59-a2ad-45cb-8f4e-d44e2a93d705	words_da	e71882e4-f960-4031-b882-86d826e5b312	\\x02036f6c64650a8ce44ee0d4019a90183003268c79f48c833ff6abab0cf5afdbed7bcdcd33ab27733c23ea8c3246fe93cdf3c620ed3690c63e3b4ff3345ab2a099854a9938337e0e7d9355d4885db5817692b9bbff4ec41ab62311cb03b8ef30c2d5ccf239f35571034848988e32edc27fbd9f9dc147f4c3e19355375272cac9dcecbccd8a6719cea2c6b9745c75d88824b4b79dacf54375d5c8039c9a6e4a7b22e468a09a7de66e6f7168d30dc015a123526fd30303b1ac94b945f0ca5d3759daf5bfaf0b72c098c0bef1c0018ed84ba09b89207f22d130b91d92c855718e84a01dcc03575861978df694a5603625c96d8dc63100b806110953aee9c3c7face64d32a006147cc50681f106ec4e5c94ecd4f535a5aecc9ae1fce0b64cba15cc6e4	\\x305879de98cfc7e6c00e65fa34f215cbdea2a9f3567982e2c52d607596e41efb	2026-11-30 22:51:46.480072+00
d1dbdd59-a2ad-45cb-8f4e-d44e2a93d705	words_en	e71882e4-f960-4031-b882-86d826e5b312	\\x02036f6c6436d6c9e25aa8b6d0fc82672fd956d953a63f9717c8bcd7abdf612db9bf4283c1808b63d22b67201d7f80f1d43de7049ec3545b13fb5bb94dbe6422c242feb66f47d392d8eee3712565e7090d8648b495ba2a6acc9043a238a6611bb36641d15892edbbfe2b533455dcce7526b78531a367322afd649ee1efc2a349ebd49883c1870a42696cf144af6f20e767f0752424681997729feb65e966d39dcd0862fc7587979a75d807f03cea622b08cbc193ed14746cc2f0f9c7aa191fe8fbb0586313622f823249659ba6127de647b51333105f017f8976f60ddc52a431f16b3b6dc14e6b9c2a2689e6307d8561915aad9d5fb43bfc0c4ae13fda949a429519e20a052a2c4aec75cf31a374fb000fee8785a8e81e5942d006188eff3f654de43895a8f4731c491624723c3d15e57e943cb6bdeb8c0786c5920920fc8301d6c7f171a9878740ceb6081a88f1fddd7217cec85d415a63b3e4db4c640df9cfcbdada43c2e74c17e5982df1ecc29531e838f77bad50a31e00f7fae7025bb90d5c72eafb22385da6fa1c94715c62847a17fc862ace33260f6d954ff43448a0926d	\\x3239a939e4aa5243f4983dae486ab52a73a5e006bd885b6a41d4ea3aa696774c	2026-11-30 22:51:46.480072+00
19f4df2e-e3d1-4694-97df-44c7a3dfe1e4	name	e71882e4-f960-4031-b882-86d826e5b312	\\x02036f6c64c1a7b07265fe2a2c2c45e7731e03a9f42c3f446bc4f142eda11f57cb3befbc0b1cf07570d5b0b1cb0061af7292cfadda41ed811446346d709d101b3ab6fbc6f54b6742d973c6b36f7a78204f7f703e8c2fd9e019a961e268487754150791bce24e8ca4519637fa52e8b367b729ca138c3627952f9a21e44f9823d577c70f81a6f436e41ac399630e52cc00421872a0c5fa5c267ecf41b64c63f0f677	\\xcde947a85d600c0acb4afee759284879d3f3956da80ae9a26298e417934ebe9e	2026-11-30 22:51:46.604198+00
2057e6f5-2a4d-4662-96fd-7e913a6eed04	name	e71882e4-f960-4031-b882-86d826e5b312	\\x02036f6c6495bffcda3c2a1ebafd8d69c3107c63e67bd9c07c1d4c3ad7810b9b68d5ee08f9bc6f28766e65df72c6523990a33974743f4f51237b463a69d36b29ab7af65499d8457e9ce5f2513ca40495899a68d0bb850c0f61d4f66c79f198bfc87c725ff84aa488beaf7d33abb80ac49f2907ecd36eec5da804e219a2bae9505aa8f8f7cd6999a09a984214c11072f2cdf55781aeb5430dbd79d9401a0c6da6f9	\\x9772965981609192e4f75de84d2b1503d033b91050aa21c18d13aee203731f29	2026-11-30 22:51:46.604198+00
24d59ad3-6126-4c0b-a53c-ab6e3859e3ca	name	e71882e4-f960-4031-b882-86d826e5b312	\\x02036f6c6495935b3ad38bf401f80bba59422594591e1eba6f13613571c634eda9300b68f927397b793f84499a01e4ef653471c19634359f423ec0c3936c14e207ccb2e8620b68f78f119603276f6c2a57ca752ab3d8939a80e44eef1ad2db82af31a9726c8e88790ec347e61125a5a561e51f214c383696773c6ff6c9fb2b5790421e2d06f4e466102716a0d68b4821f4db31b30b8ab7552e1d92106cbc873840	\\xce2c514ec4eb392a5cfe095c9377b2d4d1f27c6ca3a7fd5e29c81d22744576c8	2026-11-30 22:51:46.604198+00
b4049a2f-7e9c-4d3b-996c-fadfb627b805	name	e71882e4-f960-4031-b882-86d826e5b312	\\x02036f6c6402ee9609a4b55de99020980092dabb6beac6a619d1cab2fb39e2c110296bf4d51985ab0d91a23f4ef83bdcc66c21face9957a1f7acddd64a9bf99e3406c3df4434a9cc5d36bebf76185c84c5d2506e3eb242c2ce92d22071983b07314e9bfd9cd6594d8682c20637b83d62ae1424de5179c7291073337d414236a01861aa109a371bfb4a0110006f7c91cf5bf35eb8ad0d75e51ebdaf063e013d0a57	\\xe498d277021f67fe18a468bf6baa924f20e068dc83929d5f2017d00705a352ce	2026-11-30 22:51:51.454955+00
60b6ca41-4ba9-40ea-bdf4-27952b82dac3	citizen_name	60b6ca41-4ba9-40ea-bdf4-27952b82dac3	\\x02036f6c64f4ba50eb1ecc56cbf1748753dee5a73d33efb16731f461e7b59758eb9e734609ce15ccfc72ad3322b7cf3633ae0c71b299f00283aefdf8813bfacc0a2499e895624f0ec67ef04f7991c6ee9e4d5a049a2cf39aa38e12af4447a06744a0a7e29a1cade26bc167722fd765eefa593c8d371b98ecbd5d94a60582b3b8b62eab0ebf5fe747c54691de7ff3c9848efdcc89f28cd5506b1b06e4705a56532b	\\xb5f4cca84774d25edf6efda3f324774c7d98944e567fa18d1ed7f2554fdf6447	2026-11-30 22:51:55.98466+00
60b6ca41-4ba9-40ea-bdf4-27952b82dac3	companion	60b6ca41-4ba9-40ea-bdf4-27952b82dac3	\\x02036f6c64c45de138b9104d1a5f5b631788d2b28343a520e0515e2c4e72399eae385bf5c2cf6d4d805d2a584905de536c46eb771896face807185df5b6fef6ee7d929e5a62c9553f920630d1b7689f7c9d7d8b2ab77f95907809456d0988c7a9c11184d852659188ea9001878ab20f241920f23b65b2fc544e9743e7ab5888402ed1dce97eadddbc05db4fc6f76a1dd3f368b291356125d38940a0c78f85f121f	\\x658c73be9d90c49c915727e9222164b83f99032164764c4d1316967057658c3c	2026-11-30 22:51:55.98466+00
60b6ca41-4ba9-40ea-bdf4-27952b82dac3	contact	60b6ca41-4ba9-40ea-bdf4-27952b82dac3	\\x02036f6c64ef09d0a094c3593cc3a8c049e24a2b16a1bca3cde666195d7369b522ee85e6278ea3fe8e81be1a9b966a30a3df0145de5fba15b9337025254856e7fbf8a34ab297e325a689bea8e531c2d4fb4ef288c8c3c1d55011042e3b1372de6b5a74ae18644b6630c8bb9362eb7422c80aa4b8d21e21cf483c4bc66f06de74818858686459241e2f6b736e245cdedbeda63d019e8197374d0d0f54e9c42ebb2a	\\x19e5517f40fe1d13a8433c0b57931cc17e7d4de05d92de8404b6f98c68c9c3f7	2026-11-30 22:51:55.98466+00
60b6ca41-4ba9-40ea-bdf4-27952b82dac3	ground	60b6ca41-4ba9-40ea-bdf4-27952b82dac3	\\x02036f6c642d908f0f42ad02897015eb7a370e7092f96d1c44c6382d3a9c170eef437af35ba45d93d9283ae55bd1825e834c7bc6584b2b0fcb85f0e3e7776edb282adaa095172e2c70b912420e50e108667baf21356ef7d94b7cbba262ea31b0c377525e7346faf822fe59e566a8aa57ba1480a895b944a74022d8f33531a19844a437c44a7ffe5e99561bea1d7186759de6386d6895bcca8c0b2f15fd24fd2f91	\\x48f3316de1a78c9d4e145870b055835358d1a7b341a4bb71b805785dabd8deb3	2026-11-30 22:51:55.98466+00
60b6ca41-4ba9-40ea-bdf4-27952b82dac3	own_words	60b6ca41-4ba9-40ea-bdf4-27952b82dac3	\\x02036f6c64548527a9b9c5c023f288534d5c243f0bb1f4d66e7e08f2b2df123b2e3276bbab52ca9611c73fa570a9dce1862fe443ee518c2cb8594c77186343e6d6381393744e72a3a7062a4a6f0ae3d777b3901bfc340d9253d2eff44ca2e124c1f9b99b92104a8e2f3c397131fbd6054f3a1ca3129dacf2008b0e90abc273f58e4e7ae8d6a9a186667c56a1d53887ecbe0bdd27b4f64b362b636e5f575eb97e18	\\xd6f4e357b45247fe99bcf11e3b4087c9ff84d84480f10a558d6fa324133cf10e	2026-11-30 22:51:55.98466+00
7a53d49d-15e4-409b-8256-85fef8186908	title	7a53d49d-15e4-409b-8256-85fef8186908	\\x02036f6c64ae6c55fff8c24ed9a16162fef050949edc3dc0e4e73e376750a3d10980284d1118491a3897c1ee6d6cb9402e44f302c46dc677eb5248f18bf07206e800626cec881568b2004f091fcc78eb4ce068fa4762686539faa6406087f6f3fdc8f3f63f26b018e157cd84ec7cbf55e25575aa1cf9fa5ad49bc73dd6f7c2fd7555ecbd04b747c82ec4705acb8a213397445bf073df53a9ef9cda8001cc77a0ae	\\x0b25dbe877b52ab44dc376f68c1a81c422c9bc5129193f0ee4a8bdf886ebcc8e	2026-11-30 22:51:56.711224+00
38c11ecc-441c-4e56-83ed-76f87083ceb6	title	38c11ecc-441c-4e56-83ed-76f87083ceb6	\\x02036f6c6478ebd3b088c52dad002a7c50070c34fdd49582c96e0a41b453aac6a1be972e8634b7a94da079bbda8aee3c26f71306dac02dff59e349e02a0e808307ec7cb906632ed13703e7383f5e7dbd04b3af18c3e2acc552f69e6f5f3744cc4358746c097ba697c48faf99799ff7da954086ee30cdcfb07cb37179c18d9de790b3afe0c86ebf983596e3fda16d277a7206816ef5a6777cef8434afd47cc55ee5	\\xe90ba71c0b145284e7dbbaf38bab5ce547f97bb7bf61db2314c65b10ebf52fcb	2026-11-30 22:51:57.937668+00
a22bc47c-167a-4cc7-834c-be257ae03124	name	38c11ecc-441c-4e56-83ed-76f87083ceb6	\\x02036f6c6460f867eb0185226b845bf61600f965c91d699b96497fb757f6e1517187833fe88fad18580ac89458c7778452cde0c89eb56f316813a6258618642c4a48dd4db8f6b7169acd2ce95541ed1d94c861f292c20bb5da19c3f1da24c142849709a80628e4b3b24b1ff68dfd2e7a3ed9fb7531011948962d7b68f9e2aebef91e209e9aeb9fcdcc6dc68b070d754a06ecfb7c06681bdf48eb020b1ee3fbfe7b	\\xf26e954ead08c0181aa2cba6594172d7dbf49fd985947e40ae0e1649a699a766	2026-11-30 22:51:58.380493+00
fae54a76-f1d5-493c-8237-9cb08983bee9	name	38c11ecc-441c-4e56-83ed-76f87083ceb6	\\x02036f6c6448cc6adf90300c8f06c0187e8a048907ea7304f0b72b0fba743017dee1311fa648aa184893453fbac0af78f34c576cf9b64068d8902791298f0ddddf7e8537713e0a1214f6af21ca66f84e11672551538fc041274e1749a89549f4475ad7f3de6a6805894554d6133c9dd646b088039bc5bc3e7b55827b590e5adbfb3055914df265d72dc83761b9b746182af779accf76a1d39eb4f0cf50c82a0cb4	\\x7a82873ff1adf058a065363cfcae791f025513f02a808772e60647807da94b26	2026-11-30 22:51:58.380493+00
e18f9429-fc42-4fcc-b071-c0d9d205a189	name	38c11ecc-441c-4e56-83ed-76f87083ceb6	\\x02036f6c64ccd996e620e5fac19102b115e34cc8f6c2ed95d57284a573ede4885a5d585312e9bb06b9fdd1d8bd3dafbf722f84ba575ab2b86b1a6b758d005b955fc6b1e756e53b7b862db654229afa26bb33c7d12c160fd007c57d396d6c10ff574198a0eb7e910bf2127066742fbcb058b312ed8e5784810502d053e3ad1ecfb05c2958cb77c27e5fa328288fcaef236d4c6a11bdef643453cf8180aaecff3b1a	\\xb6225135e8717052a135d724c0f35a7682e0d86bfc572e7238bb1e292637d4d1	2026-11-30 22:51:58.380493+00
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
1	2026-11-30 22:51:57.652651+00
\.


ALTER TABLE public.procrastinate_workers ENABLE TRIGGER ALL;

--
-- Data for Name: procrastinate_jobs; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.procrastinate_jobs DISABLE TRIGGER ALL;

COPY public.procrastinate_jobs (id, queue_name, task_name, priority, lock, queueing_lock, args, status, scheduled_at, attempts, abort_requested, worker_id) FROM stdin;
1	effects	lydhoer.wake	-3	\N	\N	{"effect": 4, "generation": 1}	todo	2026-11-30 23:51:43.340906+00	0	f	\N
2	effects	lydhoer.wake	-3	\N	\N	{"effect": 3, "generation": 1}	todo	2026-11-30 23:51:43.340957+00	0	f	\N
3	effects	lydhoer.wake	-3	\N	\N	{"effect": 2, "generation": 1}	todo	2026-12-01 22:51:43.340972+00	0	f	\N
4	effects	lydhoer.wake	-3	\N	\N	{"effect": 1, "generation": 1}	todo	2026-11-30 23:51:43.340983+00	0	f	\N
5	effects	lydhoer.wake	-3	\N	\N	{"effect": 5, "generation": 1}	todo	2026-11-30 23:06:43.350789+00	0	f	\N
6	effects	lydhoer.wake	-4	\N	\N	{"effect": 6, "generation": 1}	todo	2026-11-30 22:52:43.353668+00	0	f	\N
15	effects	lydhoer.wake	-3	\N	\N	{"effect": 14, "generation": 1}	todo	2026-12-01 00:28:00.03426+00	0	f	\N
19	effects	lydhoer.wake	-3	\N	\N	{"effect": 14, "generation": 2}	todo	2026-12-01 00:28:00.024901+00	0	f	\N
24	effects	lydhoer.wake	-3	\N	\N	{"effect": 28, "generation": 1}	todo	2026-11-30 22:54:52.945657+00	0	f	\N
41	effects	lydhoer.wake	-4	\N	\N	{"effect": 43, "generation": 1}	todo	2026-11-30 22:52:06.349807+00	0	f	\N
51	effects	lydhoer.wake	-3	\N	\N	{"effect": 53, "generation": 1}	todo	2026-11-30 23:06:46.76607+00	0	f	\N
98	effects	lydhoer.wake	-3	\N	\N	{"effect": 98, "generation": 1}	todo	2026-12-01 00:28:00.035093+00	0	f	\N
102	effects	lydhoer.wake	-3	\N	\N	{"effect": 14, "generation": 3}	todo	2026-12-01 00:28:00.054048+00	0	f	\N
108	effects	lydhoer.wake	-3	\N	\N	{"effect": 113, "generation": 1}	todo	2026-11-30 22:54:58.149615+00	0	f	\N
118	effects	lydhoer.wake	-3	\N	\N	{"effect": 120, "generation": 1}	todo	2026-12-01 00:28:00.020885+00	0	f	\N
122	effects	lydhoer.wake	-3	\N	\N	{"effect": 98, "generation": 2}	todo	2026-12-01 00:28:00.016744+00	0	f	\N
127	effects	lydhoer.wake	-4	\N	\N	{"effect": 130, "generation": 1}	todo	2026-11-30 22:52:16.845493+00	0	f	\N
132	effects	lydhoer.wake	-4	\N	\N	{"effect": 46, "generation": 11}	todo	2026-11-30 22:51:58.940991+00	0	f	\N
134	effects	lydhoer.wake	-3	\N	\N	{"effect": 120, "generation": 2}	todo	2026-12-01 00:28:00.053531+00	0	f	\N
138	effects	lydhoer.wake	-4	\N	\N	{"effect": 43, "generation": 5}	todo	2026-11-30 22:51:59.173031+00	0	f	\N
136	effects	lydhoer.wake	-2	\N	\N	{"effect": 54, "generation": 15}	todo	2026-11-30 22:51:59.03812+00	0	f	\N
140	effects	lydhoer.wake	-1	\N	\N	{"effect": 147, "generation": 1}	doing	\N	0	f	1
137	effects	lydhoer.wake	-4	\N	\N	{"effect": 133, "generation": 3}	todo	2026-11-30 22:51:59.125394+00	0	f	\N
143	effects	lydhoer.wake	-1	\N	\N	{"effect": 147, "generation": 2}	todo	2026-11-30 22:51:59.319525+00	1	f	1
145	effects	lydhoer.wake	-1	\N	\N	{"effect": 145, "generation": 2}	todo	2026-11-30 22:52:58.421081+00	0	f	\N
144	effects	lydhoer.wake	-1	\N	\N	{"effect": 147, "generation": 3}	todo	2026-11-30 22:51:59.430954+00	1	f	1
\.


ALTER TABLE public.procrastinate_jobs ENABLE TRIGGER ALL;

--
-- Data for Name: procrastinate_events; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.procrastinate_events DISABLE TRIGGER ALL;

COPY public.procrastinate_events (id, job_id, type, at) FROM stdin;
1	1	scheduled	2026-11-30 23:51:43.340906+00
2	1	deferred	2026-11-30 22:51:43.335383+00
3	2	scheduled	2026-11-30 23:51:43.340957+00
4	2	deferred	2026-11-30 22:51:43.335383+00
5	3	scheduled	2026-12-01 22:51:43.340972+00
6	3	deferred	2026-11-30 22:51:43.335383+00
7	4	scheduled	2026-11-30 23:51:43.340983+00
8	4	deferred	2026-11-30 22:51:43.335383+00
9	5	scheduled	2026-11-30 23:06:43.350789+00
10	5	deferred	2026-11-30 22:51:43.349811+00
11	6	scheduled	2026-11-30 22:52:43.353668+00
12	6	deferred	2026-11-30 22:51:43.352945+00
31	15	scheduled	2026-12-01 00:28:00.03426+00
32	15	deferred	2026-11-30 22:51:45.318765+00
39	19	scheduled	2026-12-01 00:28:00.024901+00
40	19	deferred	2026-11-30 22:51:45.690275+00
50	24	scheduled	2026-11-30 22:54:52.945657+00
51	24	deferred	2026-11-30 22:51:45.871603+00
85	41	scheduled	2026-11-30 22:52:06.349807+00
86	41	deferred	2026-11-30 22:51:46.325299+00
112	51	scheduled	2026-11-30 23:06:46.76607+00
113	51	deferred	2026-11-30 22:51:46.757343+00
275	98	scheduled	2026-12-01 00:28:00.035093+00
276	98	deferred	2026-11-30 22:51:55.617294+00
283	102	scheduled	2026-12-01 00:28:00.054048+00
284	102	deferred	2026-11-30 22:51:55.985301+00
374	140	started	2026-11-30 22:51:58.246022+00
379	143	started	2026-11-30 22:51:58.304715+00
386	144	scheduled	2026-11-30 22:51:59.430954+00
387	144	deferred_for_retry	2026-11-30 22:51:58.4311+00
380	143	scheduled	2026-11-30 22:51:59.319525+00
381	143	deferred_for_retry	2026-11-30 22:51:58.320124+00
385	144	started	2026-11-30 22:51:58.42837+00
298	108	scheduled	2026-11-30 22:54:58.149615+00
299	108	deferred	2026-11-30 22:51:56.246588+00
377	143	deferred	2026-11-30 22:51:58.161616+00
382	144	deferred	2026-11-30 22:51:58.381056+00
383	145	scheduled	2026-11-30 22:52:58.421081+00
384	145	deferred	2026-11-30 22:51:58.381056+00
338	127	scheduled	2026-11-30 22:52:16.845493+00
339	127	deferred	2026-11-30 22:51:56.807508+00
362	136	scheduled	2026-11-30 22:51:59.03812+00
363	136	deferred	2026-11-30 22:51:57.925129+00
371	140	deferred	2026-11-30 22:51:58.150666+00
321	118	scheduled	2026-12-01 00:28:00.020885+00
322	118	deferred	2026-11-30 22:51:56.567515+00
330	122	scheduled	2026-12-01 00:28:00.016744+00
331	122	deferred	2026-11-30 22:51:56.711528+00
366	137	scheduled	2026-11-30 22:51:59.125394+00
367	137	deferred	2026-11-30 22:51:58.087069+00
358	134	scheduled	2026-12-01 00:28:00.053531+00
359	134	deferred	2026-11-30 22:51:57.938181+00
368	138	scheduled	2026-11-30 22:51:59.173031+00
369	138	deferred	2026-11-30 22:51:58.093414+00
355	132	scheduled	2026-11-30 22:51:58.940991+00
356	132	deferred	2026-11-30 22:51:57.925933+00
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
a22bc47c-167a-4cc7-834c-be257ae03124	141a99fb-a654-4b53-b1d3-a58bf2170897	c292d41a80429e7cda00309517e5fc8149cf8b928cc24d830052c179d78bcdbc	member	in_call	2026-11-30 22:51:58.380493+00	2026-11-30 22:51:58.380493+00
fae54a76-f1d5-493c-8237-9cb08983bee9	141a99fb-a654-4b53-b1d3-a58bf2170897	1e3d29d75c90408518e47887b88811bae30149f76abd5a7e175c4285879b00d6	guest	in_call	2026-11-30 22:51:58.380493+00	2026-11-30 22:51:58.380493+00
e18f9429-fc42-4fcc-b071-c0d9d205a189	141a99fb-a654-4b53-b1d3-a58bf2170897	0d210218f18ffe7768480b8262bf970f927b595cb6d893af2048189fc0fdc8a3	anonymous	roster	2026-11-30 22:51:58.380493+00	2026-11-30 22:51:58.380493+00
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
cb2e00f2-fd96-4973-9a47-ec11c88ae42b	aa3f78e5-2fcb-4d44-9cf8-7bc3374827e7	1	one	["da82eec8c15ec1faa53e264ae6e8875dd9c9d08d", "eef3f7ea194b55b6e552f6359abb0f96669a4eab"]	43	e3f8e32d-589f-4a61-a403-aeef7cb2db6d	completed	f		2026-11-30 22:51:48.377925+00	2026-11-30 22:51:49.800427+00	2026-11-30 22:51:49.830915+00
4fe0388f-5ad4-44fb-8928-d17db0017d20	aa3f78e5-2fcb-4d44-9cf8-7bc3374827e7	1	one	["da82eec8c15ec1faa53e264ae6e8875dd9c9d08d", "eef3f7ea194b55b6e552f6359abb0f96669a4eab"]	43	27a557d1-cbbb-487d-aa8e-7a002bc13f5a	completed	f		2026-11-30 22:51:54.897081+00	2026-11-30 22:51:55.050032+00	2026-11-30 22:51:55.156271+00
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
42fd8a72-f28b-424f-b91d-32e63d31499f	eccf0bc6-924f-43d6-a365-1ea0f3339503	\N	read_aloud	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	2026-11-30 22:51:47.133151+00	2026-11-30 22:51:49.830915+00	system	\N
\.


ALTER TABLE public.tasks ENABLE TRIGGER ALL;

--
-- Data for Name: tellings; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.tellings DISABLE TRIGGER ALL;

COPY public.tellings (id, occurrence_id, number, what, how, content, profile_id, profile_version, at) FROM stdin;
d1dbdd59-a2ad-45cb-8f4e-d44e2a93d705	45543d55-befb-4e38-961d-14f354994617	1	recorded	chat	["eccf0bc6-924f-43d6-a365-1ea0f3339503"]	frederiksberg	1	2026-11-30 22:51:46.480072+00
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

SELECT pg_catalog.setval('public.effects_id_seq', 151, true);


--
-- Name: procrastinate_events_id_seq; Type: SEQUENCE SET; Schema: public; Owner: postgres
--

SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 387, true);


--
-- Name: procrastinate_jobs_id_seq; Type: SEQUENCE SET; Schema: public; Owner: postgres
--

SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 145, true);


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
