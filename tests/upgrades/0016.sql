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
conversation:3d66456f772da949e4ef213680b8ba11	0.6119977951049809	2026-11-30 23:35:45.324723+00	{"1": 1796081745.7902799}
hour:3d66456f772da949e4ef213680b8ba11	529.817036628723	2026-11-30 23:35:45.324723+00	{}
tenant	1.9030652046203613	2026-11-30 23:35:45.324723+00	{"1": 1796081745.4054203, "3": 1796081745.6554203}
conversation:6173d1107db1c2c06b78ff2e7beb874a	3	2026-11-30 23:35:33.895381+00	{}
hour:6173d1107db1c2c06b78ff2e7beb874a	549	2026-11-30 23:35:33.895381+00	{}
conversation:407f57ad25bfa531fe216bdfc0c6b4cc	3	2026-11-30 23:35:33.94019+00	{}
hour:407f57ad25bfa531fe216bdfc0c6b4cc	549	2026-11-30 23:35:33.94019+00	{}
roster:4ed4bd6a45cf33bb43bdccbece9dffd8	8	2026-11-30 23:35:44.185647+00	{}
roster_hour:4ed4bd6a45cf33bb43bdccbece9dffd8	1397.77694106102	2026-11-30 23:35:44.185647+00	{}
roster:4b7efa8c27eaaa1c8c90254a2c116b5e	8	2026-11-30 23:35:45.111942+00	{}
roster_hour:4b7efa8c27eaaa1c8c90254a2c116b5e	1399	2026-11-30 23:35:45.111942+00	{}
conversation:4b7efa8c27eaaa1c8c90254a2c116b5e	4	2026-11-30 23:35:45.15118+00	{}
conversation:8de827ebcd33a38c425056c82cbbf062	3	2026-11-30 23:35:42.39289+00	{}
hour:8de827ebcd33a38c425056c82cbbf062	549	2026-11-30 23:35:42.39289+00	{}
hour:4b7efa8c27eaaa1c8c90254a2c116b5e	548.4166716734569	2026-11-30 23:35:45.15118+00	{}
conversation:4ed4bd6a45cf33bb43bdccbece9dffd8	2.0691718101501464	2026-11-30 23:35:42.580896+00	{}
hour:4ed4bd6a45cf33bb43bdccbece9dffd8	543.9890653292339	2026-11-30 23:35:42.580896+00	{}
conversation:f1ac859a188647fb27e17985dab4c8c9	2.1430999279022216	2026-11-30 23:35:45.282537+00	{}
hour:f1ac859a188647fb27e17985dab4c8c9	545.7890743414562	2026-11-30 23:35:45.282537+00	{}
conversation:b7281631774fd529eca88ed7b2f33c89	2.070446825027466	2026-11-30 23:35:45.30075+00	{}
hour:b7281631774fd529eca88ed7b2f33c89	548.0130457083384	2026-11-30 23:35:45.30075+00	{}
\.


ALTER TABLE public.budgets ENABLE TRIGGER ALL;

--
-- Data for Name: meetings; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.meetings DISABLE TRIGGER ALL;

COPY public.meetings (id, kind, chat_id, teams_meeting_id, graph_id, service_url, teams_type, organizer_oid, organizer_mri, organizer_tenant, starts_at, ends_at, state, app_installed, dial_in, phone_possible, block_state, block_reason, block_read_at, watched_until, version, created_at, block_asked_at, held_at, put_back_at, put_back, cameras) FROM stdin;
427a4096-fc03-4a17-b635-4ed22fe88fba	virtual	19:meeting_fca971f972384278bc5b4c06c8606760@thread.v2	MCMxOTptZWV0aW5nX2ZjYTk3MWY5NzIzODQyNzhiYzViNGMwNmM4NjA2NzYwQHRocmVhZC52MiMw	MSpmMGIzNGM1MS03YjVlLTVkOWItOTc1Mi0xYmU5Y2JhOTRkNjIqMCoqMTk6bWVldGluZ19mY2E5NzFmOTcyMzg0Mjc4YmM1YjRjMDZjODYwNjc2MEB0aHJlYWQudjI=	https://localhost:19482/connector	Scheduled	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	29:1G8v6RYlng0BkDpHS2ytAklWGqwix_a050ApVColmDF8by_pFiWeDQGQOkdLbK0CSVYar	3e038f54-43f1-5502-b277-93f446341c33	2026-12-01 00:05:33.473+00	2026-12-01 01:05:33.473+00	coming	t	t	t	held		2026-11-30 23:35:34.617727+00	2026-11-30 23:35:45.056057+00	19	2026-11-30 23:35:33.485704+00	2026-11-30 23:35:34.617727+00	2026-11-30 23:35:34.617727+00	\N	0	untouched
1e2feff3-057f-4df2-b484-d97c5394244a	virtual	19:meeting_600ae4b8ba1e48a0aa5852b4aacef50f@thread.v2	MCMxOTptZWV0aW5nXzYwMGFlNGI4YmExZTQ4YTBhYTU4NTJiNGFhY2VmNTBmQHRocmVhZC52MiMw	MSpmMGIzNGM1MS03YjVlLTVkOWItOTc1Mi0xYmU5Y2JhOTRkNjIqMCoqMTk6bWVldGluZ182MDBhZTRiOGJhMWU0OGEwYWE1ODUyYjRhYWNlZjUwZkB0aHJlYWQudjI=	https://localhost:19482/connector	Scheduled	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	29:1G8v6RYlng0BkDpHS2ytAklWGqwix_a050ApVColmDF8by_pFiWeDQGQOkdLbK0CSVYar	3e038f54-43f1-5502-b277-93f446341c33	2026-12-01 00:05:42.314+00	2026-12-01 01:05:42.314+00	coming	t	t	\N	held		2026-11-30 23:35:43.768413+00	\N	5	2026-11-30 23:35:42.317614+00	2026-11-30 23:35:43.768413+00	2026-11-30 23:35:43.768413+00	\N	0	untouched
42f1d393-d4de-4b54-9942-44782e60ed02	virtual	19:meeting_f0682628b8a049f699a9f1d935dfb36e@thread.v2	MCMxOTptZWV0aW5nX2YwNjgyNjI4YjhhMDQ5ZjY5OWE5ZjFkOTM1ZGZiMzZlQHRocmVhZC52MiMw	MSpmMGIzNGM1MS03YjVlLTVkOWItOTc1Mi0xYmU5Y2JhOTRkNjIqMCoqMTk6bWVldGluZ19mMDY4MjYyOGI4YTA0OWY2OTlhOWYxZDkzNWRmYjM2ZUB0aHJlYWQudjI=	https://localhost:19482/connector	Scheduled	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	29:1G8v6RYlng0BkDpHS2ytAklWGqwix_a050ApVColmDF8by_pFiWeDQGQOkdLbK0CSVYar	3e038f54-43f1-5502-b277-93f446341c33	2026-12-01 00:05:43.825+00	2026-12-01 01:05:43.825+00	coming	t	t	\N	held		2026-11-30 23:35:45.104928+00	2026-11-30 23:35:45.056672+00	11	2026-11-30 23:35:43.829243+00	2026-11-30 23:35:45.104928+00	2026-11-30 23:35:45.104928+00	2026-11-30 23:35:45.090952+00	1	untouched
\.


ALTER TABLE public.meetings ENABLE TRIGGER ALL;

--
-- Data for Name: occurrences; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.occurrences DISABLE TRIGGER ALL;

COPY public.occurrences (id, meeting_id, started_at, noticed_by, ended_at, announced_at, announced_for, tellings) FROM stdin;
fa690083-cf2f-4c6d-a863-966392d8f318	427a4096-fc03-4a17-b635-4ed22fe88fba	2026-11-30 23:35:34.38+00	event	\N	2026-11-30 23:35:34.480425+00	["d83174dc-aa1b-4e45-bdc3-36fec6e5e70e"]	1
6698214d-1dda-4bb8-a6e2-812153a416e2	42f1d393-d4de-4b54-9942-44782e60ed02	2026-11-30 23:37:43.957+00	event	\N	\N	\N	0
\.


ALTER TABLE public.occurrences ENABLE TRIGGER ALL;

--
-- Data for Name: calls; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.calls DISABLE TRIGGER ALL;

COPY public.calls (id, occurrence_id, attempt, callback_key, graph_id, my_participant_id, state, why, asked_at, established_at, reconciled_at, speak_at, ended_at, hung_up_at, created_at) FROM stdin;
723422da-ddd6-4dfe-9652-7ac1a6f08911	fa690083-cf2f-4c6d-a863-966392d8f318	1	7xylDnmTT89HA3EJD88WxgAQ72PqHVTYwkTXueT9iU8	5d415d5e-9a75-44e5-a2e5-21dafde6bf99	2b768f8e-d26c-4246-aeb2-e10c44515cb0	spoken		2026-11-30 23:35:34.725766+00	2026-11-30 23:35:36.738683+00	2026-11-30 23:35:45.232503+00	\N	\N	\N	2026-11-30 23:35:34.725766+00
\.


ALTER TABLE public.calls ENABLE TRIGGER ALL;

--
-- Data for Name: informed; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.informed DISABLE TRIGGER ALL;

COPY public.informed (id, occurrence_id, person_key, mri, oid, kind, grade, channel, evidence, informed_at, created_at, left_at) FROM stdin;
41d0a24b-1349-4515-99eb-81c20a245ffd	fa690083-cf2f-4c6d-a863-966392d8f318	46b6a8658d237bc0bd29d9ee5902b7e8581120b1d57ae2015f08d14c12a0407c	\N	\N	caller	prompt_completed	spoken	prompt:00588484-aea1-403b-8c4f-b711e8536e6a	2026-11-30 23:35:39.237171+00	2026-11-30 23:35:36.771067+00	\N
48abd6ee-f2d6-45e6-ae7d-88e06f1d3191	fa690083-cf2f-4c6d-a863-966392d8f318	49cabd11b0f97112011094167d92365c508d6f10dbaef2e10b04ee1af5f39320	29:1G8v6RYlng0BkDpHS2ytAklWGqwix_a050ApVColmDF8by_pFiWeDQGQOkdLbK0CSVYar	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	member	prompt_completed	spoken	prompt:00588484-aea1-403b-8c4f-b711e8536e6a	2026-11-30 23:35:39.237171+00	2026-11-30 23:35:34.65738+00	\N
6a4a765f-5467-408a-a10f-f8b2577c86e1	fa690083-cf2f-4c6d-a863-966392d8f318	3651be77564b727ec8fea765d68d27fab12b3d49e92056e234f24ff7214b8c6d	29:107nMMeXuhJJRJezAwwwePgMnDxnc1GGcxgByiFTL3PvTucwx5e6EklEl7MDDDB4-AycP	\N	anonymous	prompt_completed	spoken	prompt:00588484-aea1-403b-8c4f-b711e8536e6a	2026-11-30 23:35:39.237171+00	2026-11-30 23:35:34.65738+00	\N
9a1fd203-c770-4433-aa44-d2ce3bf715c5	fa690083-cf2f-4c6d-a863-966392d8f318	9d97f51face4caae28f92549a03c619cfca1cf0c58c5b2fde8282cec370bfe76	29:1PpO4SKNthlLjDk92ksxh9FmPa_WlklIf9kiZNF4TyOY-k7hIo22GUuMOT3aSzGH0WY9r	6f9e0554-8baa-5bb5-997a-e1223fca3ab5	guest	prompt_completed	spoken	prompt:00588484-aea1-403b-8c4f-b711e8536e6a	2026-11-30 23:35:39.237171+00	2026-11-30 23:35:34.65738+00	\N
04d0eb55-f7d7-4fc3-814d-7d7214be5cad	fa690083-cf2f-4c6d-a863-966392d8f318	930ea297fd83e2b74abe96e8685df2c362abce6eaacae75af3322abf8c75f4ca	\N	\N	phone	prompt_completed	spoken	prompt:00588484-aea1-403b-8c4f-b711e8536e6a	2026-11-30 23:35:39.237171+00	2026-11-30 23:35:34.65738+00	\N
9782094e-99bf-4e57-ae46-e18b3f035f5e	fa690083-cf2f-4c6d-a863-966392d8f318	da88bc32d78fc3b48448875745d156088a3a13d07e9f1c2aaa2e2b88bcf08083	\N	\N	device	prompt_completed	spoken	prompt:fd4f607a-78d2-4784-bcb1-3b206dd959ff	2026-11-30 23:35:42.116542+00	2026-11-30 23:35:39.613429+00	\N
d1fca480-c2f4-455b-b751-9ad0ea9f162b	fa690083-cf2f-4c6d-a863-966392d8f318	d161f9e9183f7d58385c0b1eb16e1bd0052d8db6a73774759e789d205f400230	29:10DwchsbG6VpuYgaZFL5SwiycNPx-xWz0YgFWNAHxBP3QPByGxsbpWm5iBpkUvlLCLJw0	fb34bcf8-546c-5b2c-8778-7c5f97048717	member	prompt_completed	spoken	prompt:fd4f607a-78d2-4784-bcb1-3b206dd959ff	2026-11-30 23:35:42.116542+00	2026-11-30 23:35:39.5401+00	\N
\.


ALTER TABLE public.informed ENABLE TRIGGER ALL;

--
-- Data for Name: call_seats; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.call_seats DISABLE TRIGGER ALL;

COPY public.call_seats (id, call_id, participant_id, kind, mark, here_since, left_at, informed_id) FROM stdin;
a467f0f3-335c-41b4-b349-e18b33b21638	723422da-ddd6-4dfe-9652-7ac1a6f08911	341ebfce-6232-4888-9fc8-51d5da53fa49	user	49cabd11b0f97112011094167d92365c508d6f10dbaef2e10b04ee1af5f39320	2026-11-30 23:35:36.771067+00	\N	48abd6ee-f2d6-45e6-ae7d-88e06f1d3191
96c37200-51cc-4ace-8718-810d5bf45d84	723422da-ddd6-4dfe-9652-7ac1a6f08911	f9b0b9a8-f4ec-44b1-a994-fd982fdb5993	user	9d97f51face4caae28f92549a03c619cfca1cf0c58c5b2fde8282cec370bfe76	2026-11-30 23:35:36.771067+00	\N	9a1fd203-c770-4433-aa44-d2ce3bf715c5
e2ff66fd-3548-447e-8076-d86fa97f319c	723422da-ddd6-4dfe-9652-7ac1a6f08911	c4df2c99-e7d1-4872-8ecb-0696c5c67c26	phone	46b6a8658d237bc0bd29d9ee5902b7e8581120b1d57ae2015f08d14c12a0407c	2026-11-30 23:35:36.771067+00	\N	41d0a24b-1349-4515-99eb-81c20a245ffd
72c07020-f260-42a5-b90a-6bf7afbab131	723422da-ddd6-4dfe-9652-7ac1a6f08911	2e1cef22-3826-4226-b508-31c5cf27508a	guest	f59fd047a333fe8df49c0a1a971040735b2b44c17125ff48b157e7d2caa405cd	2026-11-30 23:35:36.771067+00	\N	6a4a765f-5467-408a-a10f-f8b2577c86e1
45f49274-ba7e-403b-bfc5-2614da5e602b	723422da-ddd6-4dfe-9652-7ac1a6f08911	68750bf1-11ca-4e49-9c0e-1c5e455afd71	user	d161f9e9183f7d58385c0b1eb16e1bd0052d8db6a73774759e789d205f400230	2026-11-30 23:35:39.613429+00	\N	d1fca480-c2f4-455b-b751-9ad0ea9f162b
b2d0f1dd-326b-496e-a267-f48be798b64f	723422da-ddd6-4dfe-9652-7ac1a6f08911	cdd26298-834d-4058-8a7c-b83374fcdb66	device	da88bc32d78fc3b48448875745d156088a3a13d07e9f1c2aaa2e2b88bcf08083	2026-11-30 23:35:39.613429+00	\N	9782094e-99bf-4e57-ae46-e18b3f035f5e
\.


ALTER TABLE public.call_seats ENABLE TRIGGER ALL;

--
-- Data for Name: cards; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.cards DISABLE TRIGGER ALL;

COPY public.cards (purpose, service_url, conversation_id, activity_id, posted_at, claimed_at, uncertain, operation) FROM stdin;
status:427a4096-fc03-4a17-b635-4ed22fe88fba	https://localhost:19482/connector	19:meeting_fca971f972384278bc5b4c06c8606760@thread.v2	1796081730154	2026-11-30 23:35:33.616806+00	2026-11-30 23:35:33.598281+00	0	04c47ae07d65b3d5
case:d83174dc-aa1b-4e45-bdc3-36fec6e5e70e:f0b34c51-7b5e-5d9b-9752-1be9cba94d62	https://localhost:19482/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1796081730172	2026-11-30 23:35:34.056127+00	2026-11-30 23:35:34.044084+00	0	0a02772016ef5549
decide:d83174dc-aa1b-4e45-bdc3-36fec6e5e70e:13621ec0-b2c8-5e30-9416-b1af275d6bab	https://localhost:19482/connector	a:1YV9ZU0FOS29ldUItdTZCWVYtbE9Wd1BrUmI2X3gxc1pRR2dFRGlacGNNcHI5aElB	1796081730173	2026-11-30 23:35:34.089613+00	2026-11-30 23:35:34.053324+00	0	cbde1c636a300f79
announce:fa690083-cf2f-4c6d-a863-966392d8f318:1:28c17fec0ffa	https://localhost:19482/connector	19:meeting_fca971f972384278bc5b4c06c8606760@thread.v2	1796081730180	2026-11-30 23:35:34.472127+00	2026-11-30 23:35:34.439915+00	0	43241dd4ae18405d
prepare:427a4096-fc03-4a17-b635-4ed22fe88fba:20261201T0005:soon:f0b34c51-7b5e-5d9b-9752-1be9cba94d62:28c17fec0ffa	https://localhost:19482/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1796081730182	2026-11-30 23:35:34.488243+00	2026-11-30 23:35:34.371448+00	0	9780ef75c3fa7e66
task:8464d218-afd2-4e29-95df-6f921e3ee2bd	https://localhost:19482/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1796081730183	2026-11-30 23:35:35.009525+00	2026-11-30 23:35:35.001843+00	0	6ee8a8fc392925e7
ledger:fa690083-cf2f-4c6d-a863-966392d8f318:f0b34c51-7b5e-5d9b-9752-1be9cba94d62	https://localhost:19482/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1796081730184	2026-11-30 23:35:35.564885+00	2026-11-30 23:35:34.717807+00	0	c1e07584d9e6a7ff
status:1e2feff3-057f-4df2-b484-d97c5394244a	https://localhost:19482/connector	19:meeting_600ae4b8ba1e48a0aa5852b4aacef50f@thread.v2	1796081730189	2026-11-30 23:35:42.395429+00	2026-11-30 23:35:42.388488+00	0	a89c2c33ede5d830
decide:072ad1e0-848b-4bba-8ead-eb6a9adc42f2:13621ec0-b2c8-5e30-9416-b1af275d6bab	https://localhost:19482/connector	a:1YV9ZU0FOS29ldUItdTZCWVYtbE9Wd1BrUmI2X3gxc1pRR2dFRGlacGNNcHI5aElB	1796081730192	2026-11-30 23:35:42.551955+00	2026-11-30 23:35:42.54394+00	0	823ded9e1fbb9fa5
case:072ad1e0-848b-4bba-8ead-eb6a9adc42f2:f0b34c51-7b5e-5d9b-9752-1be9cba94d62	https://localhost:19482/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1796081730193	2026-11-30 23:35:42.772102+00	2026-11-30 23:35:42.53526+00	0	0aa594e840dac65c
status:42f1d393-d4de-4b54-9942-44782e60ed02	https://localhost:19482/connector	19:meeting_f0682628b8a049f699a9f1d935dfb36e@thread.v2	1796081730196	2026-11-30 23:35:43.9037+00	2026-11-30 23:35:43.897132+00	0	5243ecc29fd72186
note-taker:4eaa4c78-810b-4bdb-a70c-0cb81d398693	https://localhost:19482/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1796081730202	2026-11-30 23:35:44.056844+00	2026-11-30 23:35:44.051506+00	0	a59af1c2f061bdec
warn:c1c6dbe5-375c-4446-8bc7-10c917bd3eff:f0b34c51-7b5e-5d9b-9752-1be9cba94d62	https://localhost:19482/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1796081730205	2026-11-30 23:35:45.160699+00	2026-11-30 23:35:45.146512+00	0	7bd6fa4a0dbaeebd
warn:c1c6dbe5-375c-4446-8bc7-10c917bd3eff:13621ec0-b2c8-5e30-9416-b1af275d6bab	https://localhost:19482/connector	a:1YV9ZU0FOS29ldUItdTZCWVYtbE9Wd1BrUmI2X3gxc1pRR2dFRGlacGNNcHI5aElB	1796081730206	2026-11-30 23:35:45.212618+00	2026-11-30 23:35:45.19672+00	0	c15b5576c58e80f3
warn:c1c6dbe5-375c-4446-8bc7-10c917bd3eff:8d3e0d45-f5c7-5baf-b351-60177530448b	https://localhost:19482/connector	a:1V3JnenBIMmJ1c3ppQnVaLXZ0VlBvbEhkOS1DT2UzaEQwb1otUkVmUG5XMWF1RE9r	1796081730207	2026-11-30 23:35:45.265216+00	2026-11-30 23:35:45.255756+00	0	bd20c3685bcdf56c
\.


ALTER TABLE public.cards ENABLE TRIGGER ALL;

--
-- Data for Name: chats; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.chats DISABLE TRIGGER ALL;

COPY public.chats (oid, mri, name, conversation_id, service_url, installed, seen_at) FROM stdin;
f0b34c51-7b5e-5d9b-9752-1be9cba94d62	29:1G8v6RYlng0BkDpHS2ytAklWGqwix_a050ApVColmDF8by_pFiWeDQGQOkdLbK0CSVYar		a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	https://localhost:19482/connector	t	2026-11-30 23:35:33.849046+00
fb34bcf8-546c-5b2c-8778-7c5f97048717	29:10DwchsbG6VpuYgaZFL5SwiycNPx-xWz0YgFWNAHxBP3QPByGxsbpWm5iBpkUvlLCLJw0		a:1d2Noc2JHNlZwdVlnYVpGTDVTd2l5Y05QeC14V3owWWdGV05BSHhCUDNRUEJ5R3hz	https://localhost:19482/connector	t	2026-11-30 23:35:33.86902+00
13621ec0-b2c8-5e30-9416-b1af275d6bab	29:1DKa_YSANKoeuB-u6BYV-lOVwPkRb6_x1sZQGgEDiZpcMpr9hIA0qh64H67oFhX6U5XA-		a:1YV9ZU0FOS29ldUItdTZCWVYtbE9Wd1BrUmI2X3gxc1pRR2dFRGlacGNNcHI5aElB	https://localhost:19482/connector	t	2026-11-30 23:35:33.892838+00
4126ed5a-dda1-5cc8-b383-b4629e0fb17f	29:1fbmcbhWx2ogD6nu2e4b0m4WTcVm_dhV0KckRW4JE_MB9uZxuFbHaiAPqe7Z7hvSbhZNx		a:1bWNiaFd4Mm9nRDZudTJlNGIwbTRXVGNWbV9kaFYwS2NrUlc0SkVfTUI5dVp4dUZi	https://localhost:19482/connector	t	2026-11-30 23:35:33.912188+00
8d3e0d45-f5c7-5baf-b351-60177530448b	29:11tWrgzpH2busziBuZ-vtVPolHd9-COe3hD0oZ-REfPnW1auDOkfZu6zOIG5n6-1U-iUd		a:1V3JnenBIMmJ1c3ppQnVaLXZ0VlBvbEhkOS1DT2UzaEQwb1otUkVmUG5XMWF1RE9r	https://localhost:19482/connector	t	2026-11-30 23:35:33.929795+00
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
4edb096f-56a4-4e86-97ef-a6a28462d578	2026-4	familie	citizen	virtual	\N	remember	\N	granted	[]
\.


ALTER TABLE public.precedents ENABLE TRIGGER ALL;

--
-- Data for Name: requests; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.requests DISABLE TRIGGER ALL;

COPY public.requests (id, number, meeting_id, department, registered_by, caseworker_oid, relation, role, requester_oid, employee_type, notice, others_affairs, scope, state, late, answer_by, profile_id, profile_version, approver_oid, deputy_oid, decided_by, decided_at, refusal_ground, devices_out, proposed_by, proposed_at, confirmer_oid, confirmed_by, precedent_id, verdicts, answer_state, answer_at, answer_how, announced_at, used_at, note_copied_at, created_at, inbound_key, version) FROM stdin;
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	L-YTCHNWH	427a4096-fc03-4a17-b635-4ed22fe88fba	familie	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	citizen	citizen	\N	\N	f	\N	whole	granted	f	email	frederiksberg	1	13621ec0-b2c8-5e30-9416-b1af275d6bab	\N	13621ec0-b2c8-5e30-9416-b1af275d6bab	2026-11-30 23:35:34.231569+00	\N	f	\N	\N	\N	\N	\N	{"purpose": "for", "remember": "for", "companion": "for", "cooperation": "for", "communication": "for"}	sent	2026-11-30 23:35:34.291165+00	\N	2026-11-30 23:35:34.480425+00	2026-11-30 23:35:34.38+00	\N	2026-11-30 23:35:33.960476+00	368dc30504695bbfa0ceb5cfc5b1bdbcb1e1885fec048296a50bb3d2f7fcf0e8	7
072ad1e0-848b-4bba-8ead-eb6a9adc42f2	L-RP97A25	427a4096-fc03-4a17-b635-4ed22fe88fba	familie	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	citizen	citizen	\N	\N	f	\N	whole	awaiting_leader	f	email	frederiksberg	1	13621ec0-b2c8-5e30-9416-b1af275d6bab	\N	\N	\N	\N	f	\N	\N	\N	\N	\N	{}	none	\N	\N	\N	\N	\N	2026-11-30 23:35:42.461649+00	24c5deccefbe6d696bc59b5823363f287cec6581a627df6c3901e23e45e7906b	2
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
1	guideline	daily	{}	2026-12-01 00:35:33.313152+00	1	\N	0	\N	\N
2	retain	daily	{}	2026-12-01 23:35:33.313152+00	1	\N	0	\N	\N
3	root	hourly	{}	2026-12-01 00:35:33.313152+00	1	\N	0	\N	\N
4	tidy	daily	{}	2026-12-01 00:35:33.313152+00	1	\N	0	\N	\N
5	subscriptions	all	{}	2026-11-30 23:50:33.340707+00	1	\N	0	\N	\N
6	sweep	tenant	{}	2026-11-30 23:36:33.342845+00	1	\N	0	\N	\N
15	menu	hello:f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62"}	2026-11-30 23:35:33.83953+00	1	\N	1	2026-11-30 23:35:33.879589+00	shown
24	receipt_mail	d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	{"request_id": "d83174dc-aa1b-4e45-bdc3-36fec6e5e70e"}	2026-11-30 23:35:33.960476+00	1	\N	1	2026-11-30 23:35:34.03708+00	receipt_sent
16	menu	hello:fb34bcf8-546c-5b2c-8778-7c5f97048717	{"oid": "fb34bcf8-546c-5b2c-8778-7c5f97048717"}	2026-11-30 23:35:33.856393+00	1	\N	1	2026-11-30 23:35:33.902642+00	shown
17	menu	hello:13621ec0-b2c8-5e30-9416-b1af275d6bab	{"oid": "13621ec0-b2c8-5e30-9416-b1af275d6bab"}	2026-11-30 23:35:33.880813+00	1	\N	1	2026-11-30 23:35:33.921422+00	shown
18	menu	hello:4126ed5a-dda1-5cc8-b383-b4629e0fb17f	{"oid": "4126ed5a-dda1-5cc8-b383-b4629e0fb17f"}	2026-11-30 23:35:33.901909+00	1	\N	1	2026-11-30 23:35:33.954416+00	shown
19	menu	hello:8d3e0d45-f5c7-5baf-b351-60177530448b	{"oid": "8d3e0d45-f5c7-5baf-b351-60177530448b"}	2026-11-30 23:35:33.918901+00	1	\N	1	2026-11-30 23:35:33.984113+00	shown
20	ask	d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	{"request_id": "d83174dc-aa1b-4e45-bdc3-36fec6e5e70e"}	2026-11-30 23:35:33.960476+00	1	\N	1	2026-11-30 23:35:34.103342+00	asked
30	escalate	d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	{"request_id": "d83174dc-aa1b-4e45-bdc3-36fec6e5e70e"}	2026-11-30 23:50:33.781979+00	2	\N	0	2026-11-30 23:35:34.231569+00	cancelled
36	own_card	d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	{"request_id": "d83174dc-aa1b-4e45-bdc3-36fec6e5e70e"}	2026-11-30 23:35:34.231569+00	1	\N	1	2026-11-30 23:35:34.298504+00	not_here
32	answer	d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	{"request_id": "d83174dc-aa1b-4e45-bdc3-36fec6e5e70e"}	2026-11-30 23:35:34.231569+00	1	\N	1	2026-11-30 23:35:34.315675+00	answer_sent
35	hold_block	427a4096-fc03-4a17-b635-4ed22fe88fba:decision	{"meeting_id": "427a4096-fc03-4a17-b635-4ed22fe88fba"}	2026-11-30 23:35:34.231569+00	1	\N	1	2026-11-30 23:35:34.329091+00	held
29	decider_cards	d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	{"request_id": "d83174dc-aa1b-4e45-bdc3-36fec6e5e70e"}	2026-11-30 23:35:34.231569+00	2	\N	1	2026-11-30 23:35:34.331832+00	shown
115	ask	072ad1e0-848b-4bba-8ead-eb6a9adc42f2	{"request_id": "072ad1e0-848b-4bba-8ead-eb6a9adc42f2"}	2026-11-30 23:35:42.461649+00	1	\N	1	2026-11-30 23:35:42.561091+00	asked
21	case_card	d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	{"notice": "answer_sent", "request_id": "d83174dc-aa1b-4e45-bdc3-36fec6e5e70e"}	2026-11-30 23:35:34.291165+00	4	\N	1	2026-11-30 23:35:36.109631+00	shown
42	announce	fa690083-cf2f-4c6d-a863-966392d8f318	{"occurrence_id": "fa690083-cf2f-4c6d-a863-966392d8f318"}	2026-11-30 23:35:34.38228+00	1	\N	1	2026-11-30 23:35:34.582395+00	announced
43	guide_card	fa690083-cf2f-4c6d-a863-966392d8f318	{"occurrence_id": "fa690083-cf2f-4c6d-a863-966392d8f318"}	2026-11-30 23:35:34.38228+00	1	\N	1	2026-11-30 23:35:34.45688+00	nothing_to_guide
44	hold_block	427a4096-fc03-4a17-b635-4ed22fe88fba:start	{"meeting_id": "427a4096-fc03-4a17-b635-4ed22fe88fba"}	2026-11-30 23:35:34.38228+00	1	\N	1	2026-11-30 23:35:34.4775+00	held
11	hold_block	427a4096-fc03-4a17-b635-4ed22fe88fba:taken_in	{"meeting_id": "427a4096-fc03-4a17-b635-4ed22fe88fba"}	2026-11-30 23:35:34.587868+00	2	\N	1	2026-11-30 23:35:34.622556+00	held
62	call_alive	723422da-ddd6-4dfe-9652-7ac1a6f08911	{"call_id": "723422da-ddd6-4dfe-9652-7ac1a6f08911"}	2026-11-30 23:50:34.764439+00	1	\N	0	\N	\N
7	take_in	427a4096-fc03-4a17-b635-4ed22fe88fba	{"meeting_id": "427a4096-fc03-4a17-b635-4ed22fe88fba"}	2026-11-30 23:35:33.505008+00	2	\N	1	2026-11-30 23:35:34.597549+00	taken_in
61	call_join	fa690083-cf2f-4c6d-a863-966392d8f318	{"occurrence_id": "fa690083-cf2f-4c6d-a863-966392d8f318"}	2026-11-30 23:35:34.707853+00	1	\N	1	2026-11-30 23:35:34.775194+00	asked
51	roll_call	fa690083-cf2f-4c6d-a863-966392d8f318	{"card": "1796081730180", "seen_by": "2026-11-30T23:35:34.416721+00:00", "telling": 1, "occurrence_id": "fa690083-cf2f-4c6d-a863-966392d8f318"}	2026-11-30 23:35:34.480425+00	1	\N	1	2026-11-30 23:35:34.720006+00	called
84	call_count	00588484-aea1-403b-8c4f-b711e8536e6a	{"call_id": "723422da-ddd6-4dfe-9652-7ac1a6f08911", "spoken_id": "00588484-aea1-403b-8c4f-b711e8536e6a"}	2026-11-30 23:35:39.206004+00	1	\N	1	2026-11-30 23:35:39.290205+00	counted
69	task_card	8464d218-afd2-4e29-95df-6f921e3ee2bd	{"task_id": "8464d218-afd2-4e29-95df-6f921e3ee2bd"}	2026-11-30 23:35:39.237171+00	2	\N	1	2026-11-30 23:35:39.315247+00	shown
76	call_speak	723422da-ddd6-4dfe-9652-7ac1a6f08911	{"call_id": "723422da-ddd6-4dfe-9652-7ac1a6f08911"}	2026-11-30 23:35:41.613429+00	2	\N	1	2026-11-30 23:35:42.055263+00	playing
90	tell_late	fa690083-cf2f-4c6d-a863-966392d8f318	{"occurrence_id": "fa690083-cf2f-4c6d-a863-966392d8f318"}	2026-11-30 23:35:39.5401+00	1	\N	1	2026-11-30 23:35:39.666967+00	told
116	case_card	072ad1e0-848b-4bba-8ead-eb6a9adc42f2	{"notice": "asked_leader", "request_id": "072ad1e0-848b-4bba-8ead-eb6a9adc42f2"}	2026-11-30 23:35:42.552893+00	2	\N	1	2026-11-30 23:35:43.756295+00	shown
104	call_count	fd4f607a-78d2-4784-bcb1-3b206dd959ff	{"call_id": "723422da-ddd6-4dfe-9652-7ac1a6f08911", "spoken_id": "fd4f607a-78d2-4784-bcb1-3b206dd959ff"}	2026-11-30 23:35:42.097614+00	1	\N	1	2026-11-30 23:35:42.157283+00	counted
109	finish	1e2feff3-057f-4df2-b484-d97c5394244a	{"meeting_id": "1e2feff3-057f-4df2-b484-d97c5394244a"}	2026-12-01 01:35:42.314+00	2	\N	0	\N	\N
107	take_in	1e2feff3-057f-4df2-b484-d97c5394244a	{"meeting_id": "1e2feff3-057f-4df2-b484-d97c5394244a"}	2026-11-30 23:35:42.327711+00	2	\N	1	2026-11-30 23:35:43.749085+00	taken_in
146	look_around	6698214d-1dda-4bb8-a6e2-812153a416e2	{"occurrence_id": "6698214d-1dda-4bb8-a6e2-812153a416e2"}	2026-11-30 23:36:03.959914+00	1	\N	0	\N	\N
45	look_around	fa690083-cf2f-4c6d-a863-966392d8f318	{"occurrence_id": "fa690083-cf2f-4c6d-a863-966392d8f318"}	2026-11-30 23:35:45.468191+00	7	\N	0	\N	\N
145	hold_block	42f1d393-d4de-4b54-9942-44782e60ed02:start	{"meeting_id": "42f1d393-d4de-4b54-9942-44782e60ed02"}	2026-11-30 23:35:43.959914+00	1	\N	1	2026-11-30 23:35:44.012205+00	held
48	watch	427a4096-fc03-4a17-b635-4ed22fe88fba	{"meeting_id": "427a4096-fc03-4a17-b635-4ed22fe88fba"}	2026-11-30 23:35:46.036916+00	11	\N	0	\N	\N
162	recorded	c1c6dbe5-375c-4446-8bc7-10c917bd3eff	{"meeting_id": "42f1d393-d4de-4b54-9942-44782e60ed02", "incident_id": "c1c6dbe5-375c-4446-8bc7-10c917bd3eff"}	2026-11-30 23:36:45.185631+00	2	\N	0	\N	\N
149	watch	42f1d393-d4de-4b54-9942-44782e60ed02	{"meeting_id": "42f1d393-d4de-4b54-9942-44782e60ed02"}	2026-11-30 23:35:46.03736+00	3	\N	0	\N	\N
151	note_taker_card	4eaa4c78-810b-4bdb-a70c-0cb81d398693	{"meeting_id": "42f1d393-d4de-4b54-9942-44782e60ed02", "note_taker_id": "4eaa4c78-810b-4bdb-a70c-0cb81d398693"}	2026-11-30 23:35:44.149491+00	2	\N	1	2026-11-30 23:35:44.437887+00	asked
137	take_in	42f1d393-d4de-4b54-9942-44782e60ed02	{"meeting_id": "42f1d393-d4de-4b54-9942-44782e60ed02"}	2026-11-30 23:35:43.839801+00	2	\N	1	2026-11-30 23:35:45.057038+00	taken_in
144	status_card	42f1d393-d4de-4b54-9942-44782e60ed02	{"meeting_id": "42f1d393-d4de-4b54-9942-44782e60ed02"}	2026-11-30 23:35:45.056672+00	3	2026-11-30 23:35:45.107958+00	1	\N	\N
63	call_look	723422da-ddd6-4dfe-9652-7ac1a6f08911	{"call_id": "723422da-ddd6-4dfe-9652-7ac1a6f08911"}	2026-11-30 23:35:46.232503+00	17	\N	0	\N	\N
59	ledger_card	fa690083-cf2f-4c6d-a863-966392d8f318	{"occurrence_id": "fa690083-cf2f-4c6d-a863-966392d8f318"}	2026-11-30 23:35:42.116542+00	15	\N	1	2026-11-30 23:35:42.214469+00	shown
114	status_card	1e2feff3-057f-4df2-b484-d97c5394244a	{"meeting_id": "1e2feff3-057f-4df2-b484-d97c5394244a"}	2026-11-30 23:35:42.366644+00	1	\N	1	2026-11-30 23:35:42.396515+00	shown
127	escalate	072ad1e0-848b-4bba-8ead-eb6a9adc42f2	{"request_id": "072ad1e0-848b-4bba-8ead-eb6a9adc42f2"}	2026-11-30 23:50:38.012947+00	1	\N	0	\N	\N
126	decider_cards	072ad1e0-848b-4bba-8ead-eb6a9adc42f2	{"request_id": "072ad1e0-848b-4bba-8ead-eb6a9adc42f2"}	2026-11-30 23:35:42.552893+00	1	\N	1	2026-11-30 23:35:42.604517+00	shown
110	hold_block	1e2feff3-057f-4df2-b484-d97c5394244a:before	{"meeting_id": "1e2feff3-057f-4df2-b484-d97c5394244a"}	2026-11-30 23:55:42.314+00	2	\N	0	\N	\N
112	start_check	1e2feff3-057f-4df2-b484-d97c5394244a	{"meeting_id": "1e2feff3-057f-4df2-b484-d97c5394244a"}	2026-11-30 23:50:42.314+00	2	\N	0	\N	\N
113	subscribe	1e2feff3-057f-4df2-b484-d97c5394244a	{"meeting_id": "1e2feff3-057f-4df2-b484-d97c5394244a"}	2026-11-30 23:35:43.727972+00	2	\N	1	2026-11-30 23:35:43.763982+00	not_wanted
111	hold_block	1e2feff3-057f-4df2-b484-d97c5394244a:taken_in	{"meeting_id": "1e2feff3-057f-4df2-b484-d97c5394244a"}	2026-11-30 23:35:43.727972+00	2	\N	1	2026-11-30 23:35:43.772577+00	held
9	finish	427a4096-fc03-4a17-b635-4ed22fe88fba	{"meeting_id": "427a4096-fc03-4a17-b635-4ed22fe88fba"}	2026-12-01 01:35:33.473+00	4	\N	0	\N	\N
10	hold_block	427a4096-fc03-4a17-b635-4ed22fe88fba:before	{"meeting_id": "427a4096-fc03-4a17-b635-4ed22fe88fba"}	2026-11-30 23:55:33.473+00	4	\N	0	\N	\N
12	start_check	427a4096-fc03-4a17-b635-4ed22fe88fba	{"meeting_id": "427a4096-fc03-4a17-b635-4ed22fe88fba"}	2026-11-30 23:50:33.473+00	4	\N	0	\N	\N
165	put_back_card	42f1d393-d4de-4b54-9942-44782e60ed02	{"what": "recording", "meeting_id": "42f1d393-d4de-4b54-9942-44782e60ed02"}	2026-11-30 23:35:45.090952+00	1	\N	1	2026-11-30 23:35:45.15789+00	told_by_the_warning
37	prepare	427a4096-fc03-4a17-b635-4ed22fe88fba	{"meeting_id": "427a4096-fc03-4a17-b635-4ed22fe88fba"}	2026-11-30 23:35:42.461649+00	5	\N	1	2026-11-30 23:35:42.496084+00	begun
13	subscribe	427a4096-fc03-4a17-b635-4ed22fe88fba	{"meeting_id": "427a4096-fc03-4a17-b635-4ed22fe88fba"}	2026-11-30 23:35:42.461649+00	5	\N	1	2026-11-30 23:35:42.496315+00	not_wanted
120	receipt_mail	072ad1e0-848b-4bba-8ead-eb6a9adc42f2	{"request_id": "072ad1e0-848b-4bba-8ead-eb6a9adc42f2"}	2026-11-30 23:35:42.461649+00	1	\N	1	2026-11-30 23:35:42.521866+00	receipt_sent
14	status_card	427a4096-fc03-4a17-b635-4ed22fe88fba	{"meeting_id": "427a4096-fc03-4a17-b635-4ed22fe88fba"}	2026-11-30 23:35:42.552893+00	9	\N	1	2026-11-30 23:35:42.584938+00	shown
139	finish	42f1d393-d4de-4b54-9942-44782e60ed02	{"meeting_id": "42f1d393-d4de-4b54-9942-44782e60ed02"}	2026-12-01 01:35:43.825+00	2	\N	0	\N	\N
140	hold_block	42f1d393-d4de-4b54-9942-44782e60ed02:before	{"meeting_id": "42f1d393-d4de-4b54-9942-44782e60ed02"}	2026-11-30 23:55:43.825+00	2	\N	0	\N	\N
142	start_check	42f1d393-d4de-4b54-9942-44782e60ed02	{"meeting_id": "42f1d393-d4de-4b54-9942-44782e60ed02"}	2026-11-30 23:50:43.825+00	2	\N	0	\N	\N
143	subscribe	42f1d393-d4de-4b54-9942-44782e60ed02	{"meeting_id": "42f1d393-d4de-4b54-9942-44782e60ed02"}	2026-11-30 23:35:45.039343+00	3	\N	1	2026-11-30 23:35:45.080936+00	not_wanted
141	hold_block	42f1d393-d4de-4b54-9942-44782e60ed02:taken_in	{"meeting_id": "42f1d393-d4de-4b54-9942-44782e60ed02"}	2026-11-30 23:35:45.039343+00	2	\N	1	2026-11-30 23:35:45.128069+00	held
164	warn	c1c6dbe5-375c-4446-8bc7-10c917bd3eff	{"meeting_id": "42f1d393-d4de-4b54-9942-44782e60ed02", "incident_id": "c1c6dbe5-375c-4446-8bc7-10c917bd3eff"}	2026-11-30 23:35:45.185631+00	3	2026-11-30 23:35:45.097983+00	0	\N	\N
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
4eaffa63-984b-49f5-b0d2-838eb362ec7d	fa690083-cf2f-4c6d-a863-966392d8f318	48abd6ee-f2d6-45e6-ae7d-88e06f1d3191	member	posted	chat	post:1796081730180	2026-11-30 23:35:34.65738+00
7f225ee1-5216-4aab-b381-3c49bb663d3a	fa690083-cf2f-4c6d-a863-966392d8f318	6a4a765f-5467-408a-a10f-f8b2577c86e1	anonymous	posted	chat	post:1796081730180	2026-11-30 23:35:34.65738+00
fb1fdb2c-677e-4049-a05a-11f0111489d3	fa690083-cf2f-4c6d-a863-966392d8f318	9a1fd203-c770-4433-aa44-d2ce3bf715c5	guest	posted	chat	post:1796081730180	2026-11-30 23:35:34.65738+00
6d2b5479-3e58-49db-806a-8b8e6533bca1	fa690083-cf2f-4c6d-a863-966392d8f318	48abd6ee-f2d6-45e6-ae7d-88e06f1d3191	member	accepted	in_meeting	202	2026-11-30 23:35:34.691616+00
98ec142c-8b25-4fb6-bdd2-ba141cd07568	fa690083-cf2f-4c6d-a863-966392d8f318	9a1fd203-c770-4433-aa44-d2ce3bf715c5	guest	accepted	in_meeting	202	2026-11-30 23:35:34.691616+00
598c6fb7-8d84-4905-9a1f-0449f49c22b9	fa690083-cf2f-4c6d-a863-966392d8f318	48abd6ee-f2d6-45e6-ae7d-88e06f1d3191	member	prompt_completed	spoken	prompt:00588484-aea1-403b-8c4f-b711e8536e6a	2026-11-30 23:35:39.237171+00
827038d6-5816-459a-83cb-67335652774d	fa690083-cf2f-4c6d-a863-966392d8f318	6a4a765f-5467-408a-a10f-f8b2577c86e1	anonymous	prompt_completed	spoken	prompt:00588484-aea1-403b-8c4f-b711e8536e6a	2026-11-30 23:35:39.237171+00
ed0d47fb-f878-4fb3-a32f-ea3869c8b0a8	fa690083-cf2f-4c6d-a863-966392d8f318	9a1fd203-c770-4433-aa44-d2ce3bf715c5	guest	prompt_completed	spoken	prompt:00588484-aea1-403b-8c4f-b711e8536e6a	2026-11-30 23:35:39.237171+00
9ff2bbc7-8442-426b-b06b-44115629078f	fa690083-cf2f-4c6d-a863-966392d8f318	41d0a24b-1349-4515-99eb-81c20a245ffd	caller	prompt_completed	spoken	prompt:00588484-aea1-403b-8c4f-b711e8536e6a	2026-11-30 23:35:39.237171+00
f28adcd1-4d0e-4d53-ae7e-a6e4efe335b5	fa690083-cf2f-4c6d-a863-966392d8f318	04d0eb55-f7d7-4fc3-814d-7d7214be5cad	phone	prompt_completed	spoken	prompt:00588484-aea1-403b-8c4f-b711e8536e6a	2026-11-30 23:35:39.237171+00
0b57e325-1b3c-46b8-9e21-2e316e7d7363	fa690083-cf2f-4c6d-a863-966392d8f318	d1fca480-c2f4-455b-b751-9ad0ea9f162b	member	accepted	in_meeting	202	2026-11-30 23:35:39.62178+00
93bff2b9-9e8d-48d7-9b38-b2f2619ba0cd	fa690083-cf2f-4c6d-a863-966392d8f318	d1fca480-c2f4-455b-b751-9ad0ea9f162b	member	prompt_completed	spoken	prompt:fd4f607a-78d2-4784-bcb1-3b206dd959ff	2026-11-30 23:35:42.116542+00
748314e7-df86-4b0d-9514-87e5d01f35ef	fa690083-cf2f-4c6d-a863-966392d8f318	9782094e-99bf-4e57-ae46-e18b3f035f5e	device	prompt_completed	spoken	prompt:fd4f607a-78d2-4784-bcb1-3b206dd959ff	2026-11-30 23:35:42.116542+00
\.


ALTER TABLE public.evidence ENABLE TRIGGER ALL;

--
-- Data for Name: ground_looks; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.ground_looks DISABLE TRIGGER ALL;

COPY public.ground_looks (id, request_id, oid, at) FROM stdin;
1604b1bb-8365-4ad0-8bf0-b6680180d21e	d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	13621ec0-b2c8-5e30-9416-b1af275d6bab	2026-11-30 23:35:34.090957+00
88dd3bf8-e1d7-4c69-9a73-48a6d058c73e	072ad1e0-848b-4bba-8ead-eb6a9adc42f2	13621ec0-b2c8-5e30-9416-b1af275d6bab	2026-11-30 23:35:42.552893+00
\.


ALTER TABLE public.ground_looks ENABLE TRIGGER ALL;

--
-- Data for Name: inbound; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.inbound DISABLE TRIGGER ALL;

COPY public.inbound (key, at, answer) FROM stdin;
8e8d929e5105f773c9a0d564d1ff1c1aec39703a830569726cddd0fd228902fc	2026-11-30 23:35:33.485704+00	\N
f7ffcaaf03404be3aa7b15f07ef1c68df996a79b281e34916f876815a55e8a79	2026-11-30 23:35:33.505008+00	\N
c7f643d54ac8cf80399dab49f012b42d126130f87bf355e15fb729a0e8f625d4	2026-11-30 23:35:33.83953+00	\N
b80ecdc84b59080215dc319afb6d1558ee1c6d5fd97b55f1274bb956ec18ae74	2026-11-30 23:35:33.849046+00	\N
447b63b1be3f7e500127bebb7601f80cd1ac1c5237287d3eb50b9c0dab404108	2026-11-30 23:35:33.856393+00	\N
2a5add0784cd90b159511625a807691b305495ab892d0da4f6a1fbb33a017843	2026-11-30 23:35:33.86902+00	\N
d740eb3f94150fd390ac2d8d3210528b31884a9b2f8e98a75660850cb9ecbf6d	2026-11-30 23:35:33.880813+00	\N
a5ec31645a48f39a0622f118749146c2219fdd1084d4f8eb138f09791335ebd4	2026-11-30 23:35:33.892838+00	\N
13596ab075eb006294acbb5ac04a0a2e9eda424036ae97162f5f9aa5efa9650e	2026-11-30 23:35:33.901909+00	\N
691b2b5654e58b288510857d4d7124ebf2365348181243d5f7b92425646866b1	2026-11-30 23:35:33.912188+00	\N
5a96f289a4db26284e6b9ab9462fc306e2446dfafe481b0002785de55c1a1990	2026-11-30 23:35:33.918901+00	\N
f17f30ddf0eb1939213837301ef3dfbcb5de3b27dc1caedda5285d93a1c30141	2026-11-30 23:35:33.929795+00	\N
6d66f1cb88a494d7dd97c036d79ee2ff6974bc30d27aa057adb68a3b16bf2c41	2026-11-30 23:35:33.934483+00	\\x02036f6c640f019d4efcc0c90cb0cee94ad2d44050e3a75655ea05cf50841525a906b325e19c2c39d09d0aec4b00243fdd089d72e8453191a88f2e7366c91ebc29d24c6d05e0fd2b9bab85beb7cb89d024669f8588f9d66e5cb599825b6349ea3fce0e23f0e4554ae249b60561309edb0b27a6771ddae635aa06b90be2442f0a714102208a49f71878997579c58d4e2072c292f0129042ae9b45638546893c127cd590f8cd269ec7ad2cd1765da2ba15702aba5d6f34770da35fe90354ff410e04442310f2dd6ebe9acaf2c1ca81501dac32a7614298535d95bc3cc5860bb9ab0c901d550060af12ecc253f74b1c913835084e8c12eb858862358e2e1d41b3ea9b444ba90d46db49ba9ed8581f7988f030b7243e0faa1dddb91085191821657f72a08986fe6c2d2c5a9caef76b3d6c349726e13f4330ba455d9610d315aafcd5c44276e4d728fc82bf2794aabe2209049a77b8296380649a6aa9b9f48aff93845e17ea0a40ad70cab0a556279863f50fdf7b61a13a1ba2a0758b40ea58aa1a0ddc6d91f9f8128391861f37012aacfaa8a969816c3bf2fc078df79a9fc7499e7c2c1dc6ea552f889cb3d66620dc53ee8c7a8578f67b770a7584512a1dea00edb1065ea6ba584c36b5edf01a77037ef68de30fe8974162148c63f5ffa52d1232a2454213b98ff13d3ffb65d4cd78ca678e49eaa87c44f50b1fd0ce7e7a454c123f99990e689f03d53f67c316b978ddafe9e339b3406b226de3f3b8934f4e8640de0653720804afcc0f22774240650bca9c8975cf3b307680f4b79de8e905fba5ca286053693673e642a32318cf518c34ee64886ae20274571580501cbc9b8a4dbc7c5f10d99af92a773089788cf1dd5240cc498a6b02337f0578ee9e144f2fbb91c980008ab8684afece20439dcbc4abeda010a82de0f41a0b09e7400035c580081ccbc1f122ec28084698d2792f90371312b2821e7b5f846bedd51101620033edf808ab4e49edf55d608115db0ce899c71c588e1c35029c6e4bb50a1f933fa57ec71e26417b64bcdf652fcfc3431d23f1da903bcd6a3946d1b1835afbfba567b03084e989b3b9ec42e8303fa781065824dbc2c5f3f50e365b55d469dc034f8f8257f094006453b2d5046da29f0f7b949261d06bd4399d1d22775d55f7dc56f583f8416cc0890e9c232309324feb5121a74005c59bf0bba48fbd6c6c8654d22d3ffdb816b38c0df5bb4f016c1ef8f19220fe331a3865f3f9f7ded78e5596b2e60463a687db08b32e642b33c5bd472b05e1d0680e0bcd51c94c1ab53af5d1ba02d80e193c1167594dd5a5c86eac4db0436d08f27e675ee05827c67d68692e0fb5f38a179814dfbc4223ae23948c41ffe6875f3eb14c05c745bf844c5f084b5df37ab10fa6df06a5762a2d21572569fc4ed163a334717f862b09cc3726f93c7e6391e675d3e7956a39722a25d0d72ee2f788a22fe9ce9a9e7ce5b66f88b089901ad864205f79a985ad038cb617758d92b5fa908457631863fc7f1ce5aa5d1faf202ecdb7dbc78dd1fce7f8cd6ef13169a82dd6093ee7c5a72d4a7f32bb807cd5d8d8f029761a71ceae3deae3f8dea69232186d5edcc5c3a80cec1c35f5af4e5b41d361390df44cc362ee9af6be3e139b74480865ebb19d08c7574cb8847d4fdb6dd5cab35a9633d2149a648ca6b189ccf7a1a8673b5aa83776c7b801344aeae7a92008ce338a5300819cf554c88b8df163b75dc267584d3d50dea37aafdbfa585148fecb27e42a8694b065a2773f71cd67ab34b4ef5ff714432fd49184c841201f3492401349469bc0b2b5df03629b4e12048a449407e0e454da11623b2803e8223f01
368dc30504695bbfa0ceb5cfc5b1bdbcb1e1885fec048296a50bb3d2f7fcf0e8	2026-11-30 23:35:33.960476+00	\\x02036f6c64df839329e9a7f9a75659387ebde1d5c9e3814171532e7ced5702f7fad6afecd5df243b77f603375e38a9094bf3b4a2cee2f62335836870751b62a1856ac239096fe33d1bebe479f3e9cabe32b9b41433f0c057d5446c9af2dfc1182edf514f994b49b4fa7da24ba327b7ec5b9d94850fd9e153c22fb47670ea8a5d591c9c503bb956c2dee3f2eaa0556097cdc34715a0069e57a7c2d9a657581316b52151d458111169f92183ecdc163a86663d3be5cd20298757703853aa63252ae3158c750e792ccd6199cfd67df6b9948d3b48a025e9433a5b9dfa4af4da20a9b0c92ff70f769e8788c3746ca3933b10c6dc760aabf2ca636b77bec9d5cc5671cdbd5feb0c43af838c42451eed2684327a3abcfe4946a61c9434623a73fc83c7c62ded462867d3906ccc4e0b27edf2e5cda9ebe2befd4a82683a73ac73b6211acb0b7ba010676c3f708f2daf08fa2660077c42e8d99374b0b4ec281e56df0d1e71d29d6eaa022c34a66f6b2cc5e69d65e1e496b546ae2008f3808f5e6fe684d373cce0c8d6448975879fccb4f023661728a4fa96559730726efa3734af4924b8fcc4779fe31b61d705d3e764ee5a32b954f60e28998e2728896bcb327d30418401ce5f6d9b4631be2c8e3f91af9ac493d4c937f02bb9c49d3b9ccccb78cef010e0d41f0cb7d422f2312b51ded7fe33ab5c524a5021bedd61b5372a1d3c920dc0b0828684b5244d93e389524bf729756fd7f2ee1f1b6d2721aae49d4272df63bf18adfd80915301435a3d9dbf63efbb00dd65ef2b8dd1899d24c18333ef4e5cbbe0c9bbe007e9bab27e3e6399a30e686a46d12c2130f40ecd6466a10462c62f99b208d307fc657f68e877aa49e46bcb4570b58fa40570d3ce91b379d3b06c3a2eae6b845afe1aaaf8d949c5a4d872d03ea6d9a9f181f4f5a95945710067fe04e31c
f1d90481758f6a763b4629eb35e0a04de6c2a0b8dba1a508a24b263d5b5f8d71	2026-11-30 23:35:34.205344+00	\\x02036f6c642308b7e19e08f074f61422776fbb391388a42f035562ea436710de99ee9fccd87dc50ea4e906b99befd8112b5997a6b41d8717ab0e46543a5cc3df6388bf545d461919c762d22e22396d0d77be8d5bf751bb84bace98fe99a718018add1600ce6c6a111fce05c4a6e3d50dbbd9042079e27a4c360e17ab2b269109b51c4274b324d10081f3a4a0355c35b691fab77f7de6711ab03551ca93b867bbcd6d25cdcfe09fe8b68fc09861cc5d77d930f1d5d31e65efe0a707a179672e93d872227224011aca3d38fc2da9a47aadf34aab31a3f5621646874ce5468702e976e940764b359a191b3750ea589e5d88091752ca426fc794242eed0457d8d911d0e76c3d9b9c7b92bfdf05152117509c9caa21cc616ce7d7718f0bc1a6991e9558a3dd18d6de676201a7882014e60f16f349ae2f2bf435650d5f0c5fd1a84db95bdf56145b76df518147d6d58b05cda43a39319b4ffdc3e38071e6a2961b615b8459fdd2d440cc4e3332baa40595941f037b906648796c8f5e580b53a9b4e9e3eb9aa9582a4e4ba4c52fd67582e30356bf90924b946599ab021ff59a4e5a3934192767373402806f714e0602ad47d9a8b51c86478995db912386983eeff559e940babc5297b64b9b3aa9819a216d17ce7b6866c061dcbfadf4a34e925a54730466eb0426d20d6399da9084913d8d8ccd1fc777939cb0d81839ae929a5e786e2da58ef98eb9ca82b1d1a79e808a0cba8cf4eb4f6186b4967f396256650ad7e50093e949f9e57bd14db9026dbed4b47ba0eea2b4f18655093c4a3bfafd1b6223b364ceb22ee67edc3e9d341913d277edd5c1143cd3f0067aa8b325c7a25178a24657906b635bb63d99ba82bf16647335ff82bcda4a35198c72be8d61b558fee712d598e9d2a4b5830a248732978653156cc40e6edee2791252cf11f426a66b69a0663351a29af7d917f8ee6401b3c42e6da4d499f75e8119aaf7ea7e9b00ef84c478367e0535404a1d543675e08acd5bd907ececea737ca290e8e716bf6d86c89097a4005a65651c49f4f29852526b9757337e8d5d5cc3d0b1e8097317b4e23f3ac1d9fa40b9883aa8dffa8a862dd44c2e8aeb5db3c976831e08af266875942731d958d31bd5421118fdb7406c8bf1a05d941d3fa5a152b6f90de226386077e6e80f7c522b961e93c1c7197ad1ceb6098c19d8b4ae7f68755211b016977d0b2f8f361f7f651a5ffc40a7129f80be668f0f6ffbd4fe0e12540c186eeff116a95ed21918e9d91abcd36612d3c6a0ff93d9834d8718512b4098db54b6269d376bfc5af35f17cdc95de67800f5233766042f79f1a3c0429facdabff5c0a8de839fc5a110af553e5d55029beb05dfa483dc72b609fd0cd7a0316562a9e65634baaf765ff9585582ff75e13ab16e7898e3d58f918c8e570758103377202a5b1bedfb73f8d276273f3e8c419a8ffa65746177b6b33c80bb7b4780490c5121ed6d320feff1440561422f63632a26f1d79d0013c6dac69185957c01e65ecdd0e6caeebc218b7bdde7256f49fac0cff394703c037ef746a6e2fa6729d3554a4d5e17095c62b4615bcb8cb8aba1147051eca32b35ef18aff7ba64e4903125c34d544c651d6d3b136da76852f811ee4d85cfd5d3443a5bd3fc6414431e1ea23495b11fcf44a72c9d36edf67047cc20f6ad6a9e4ca253005fd7dd7eaed841bec9e4b94d4d20e50d8833f1112f95f360fa6c0aa268012766338d516cafe6369ac071ba0802857b8d7a39f84c53cf8ea225c51a8191bc526e9fe742dc947fe5b2748411cebffa0c733733592207e347b42096844f0e734432b299fb204eb2c66fad4357ca407128bbfdf5fca0f58bcd0427d769065ee33af1028f53578b6c29704f252e8a32cbfcb11cbe8ded57b9cf21cc9870cb4feacc206b256aa6d6e379eebe6d29c1d21934d13f3d1a0105a65cf0a4bfbe72e54aec8f1b1ab15c0dcfb6407eca6f94e8bfe1d9ea020c5dd1e89264c22cddf2078eda3030f244d50007e2c7b2f172eb81c92f4952360244fab359a2f79b63ec1d27d98161a8230360e504e3c2294417117d76891df7747d81a2f6e631bb468cedcaf485d9d1b346527c1177bec6ccf14e922b4cf4240fa131b9ab365062ed4a8a3705db336bd1aef37e0d0ff2bfd5b8303c5563129437fb59cc24d9e5b0c081392f2c4520514f2197edb1fa9975eea756f614bf1125c97e1c82886f912571e4e37e852b8381a6d4a76e1caee3690818e83977cd313df81970cf5b0b00f9bf15db77cba50c57618437119f3ff419e8a94023fa348233c2660d027bbccff808be592de04ee48e899addabff4aac7d664e34f858cff8542791af7d17c090f521e49666a54a9328279c9c5c1ebe144f164f5b833586f33dbbaf7c2f5bb1fd6838f24795c3d18da35baed5551ce2c2db6adfe1e2a99b3411d564d95368b42ca47a3af4c237187c3b7fba5333ff35bad2f10092a077308cfe3ea93839733a03a98b63e75933a33ee7459474434ea325dedd8218319894f8a8bdbdc3564232681c61a98d33b096ec5beac7f2085761a5ae7eb5bd39bedc1fb07f01f4b6c855d595fced826b5a97dac5cb8b19348bc2a9175e96024217418d17f424cc02d64a7c6dcfd2fa6e7f81fdc99a5e31fb0940d43c06beb693b30c4582ca8eb7dec63d8f9bbc87e14c555f483592549d05c6be90ec0e388f5ff288dca8d41b16347ea562584f070be76ad77d518afdef92da6488d821654d90170f9831d5959c1d90ee929a7a9e513ef6adefd04b07da17d61bceff4d7dbdedab3aaa55235c7926dee836e7ddcfaeb493ea2a095e696eb04b669234081e14603017110a7057056c3ed0ebc64fad745cda5a9d3454bb66d21334b3506d91725d131fa992ce588a2f0dbba726874afbc0b5016b694aea62d2f481d451e433f3ab650007
f89f529d8d199b42581e7c5f311686da52fd21f1ae94584b78dffc1551a1ccd1	2026-11-30 23:35:34.231569+00	\\x02036f6c6452f9774f8e20c3ab5a0ef00ab6d48dd11f233402ced4c4b3a48b0b28f28049b3282bc6ac411abcf057234b6ef3c630d887e64d45e17d8142da9c623f3c0170efa6568566788969d98bfa4d46112b73f8d4de8097bee1c06bc4acf68a93d35a088265586f0d8c56fca1d4255d54d8ec66be10d8d3dad478398165580e2550d250263ca74b700dc936f18df1b4551c2c0f6a5bfe502d7d5b99cac74c8ed4e90ad78280fcecc020e20744fcf624f6aa97b9467cdd6e3ce0b95b85d2eec46ff86a070d1d62e39e7bdcb61a440c393a96768e94f153fbab92ad4875f502eec1c02224fd31883e4bab57c126307c2efa46bebaae699f3a8be368742bc4b260d6f0ea12a0219b1a1eb57c0b4313ed87577d3ac146334f5271e48c2ad34fcccb9df07ba80b29b4eea568fefb384e895f529e3b1affa2b8cb9d102a1ff9320f7119763c6e1de21194678aa31b7bdf27897d3f3eb810a901910394192d4288dad8f7078d69d26d1f2eb504e90d535eb6e4da0235dfc87b5dc07c11d212ee2b95954a9ca365ac56cafa2ba0b36111abbf4f849c60f2de830390d0839d1b096ff3a07b7d872dfa42c5dd8ace457d9a23c4c810955c00fc499f7fd4452248f304b8a3b0b0b12c224ca09660b9557c38e0b890108221b73e381a5e91355aab39d7e3a92fa43b54ccfa645d3fc0a720d48329f6596811b6ac3931c35d7c1e7cc11afbc200ed06ad75b582918b55a53b6fa928f169b2662996fc6d5411b3aa66e102c22f
a90a91aee25545434854e011f046cc03ee56cd3032ddd6baded74b28cd40ee06	2026-11-30 23:35:34.38228+00	\N
04d6d83b390d660d77320f0ee07812c3e7f55e3870c82be173e451f02c46b198	2026-11-30 23:35:34.403819+00	\N
67e9beee5aaf576aca45d3f6fdaee8e62e5443783df380456846b7c3d05f9e9c	2026-11-30 23:35:34.428317+00	\N
66c0efc6b4cb8595f35205c9d432fbf614469f776b04bfe1e3167770b071d171	2026-11-30 23:35:34.478849+00	\N
aba0af49e7d35f2e432427616063630c833d9645f323659b6d814ea77a81710c	2026-11-30 23:35:39.529312+00	\N
5ae281df49ef6685ffef0983c274c13ebe84476426a35abc5bc905c9bc25f032	2026-11-30 23:35:39.5401+00	\N
f2cf6d924e25e1f72d9f6e5f8e13a2427e483e4199e7b9ca48521781397718ab	2026-11-30 23:35:42.317614+00	\N
a8428eb992b2dfdf5df02f65cb77b37a69717e1c86f778eba4c6d77a1aae9921	2026-11-30 23:35:42.327711+00	\N
6bc8cef4edfb58c8fd280b962487621a50a20914452eaf5938ffcb5fa4d822e1	2026-11-30 23:35:42.447338+00	\\x02036f6c64f632bb776312ad8022aae182a442d5d38c5e0d1b5d9ec8d554580cabea33cd8ab82250c1d69d0b30817b1c14bafcffda724526706c6deda098ecec31fbd9bff7f78c1001dc714cfcac71c4ea878a54f98cc722135f6fd7b814be6ea040246a46345ae6be0913ea1dcfb54f7c2e9a8adb4300cd27ce6ae47fb66d0a9d165d3272d4f112a5a0a6b3933bdf30c82fdbe0e1d10989561b3e471ddc66cfeb2f47c0c90e54e14fd7b1226edbe2b5cce4e96b425027efbaaf8a7b36d87ed12e78ef7eb56c37ba15d69e77d4169c51fce65d9cb5911032b6cc68772a2fbeaea67090c23857683e104dce28b82f899eb68158a65e4808fa49811c5f22078c915831feeb9bb61f1fa70cb5f210626ccd9f86e1e62ea0810491aa49c1f267be50ccf3a584304b3e16cac6fb2305663bb901bc8066dc6860cfa07a206bf06719c1436393f3969061bf231cdabb65817d11dea13b541bba52f144fc74ae36b5a87aa18830dbd4ca57dca4017d9a9f4c4020a2f9c01ed70ce90ffa062e837339b9759369a193830abb46517fa7410be89b8455ddc34af6aa62e604f7867656cbd52f96879f71fad7e0431f60e3b9a41b4b8e7946b42bd9357b1674c9b18582666f6ce43e88a9757545b90040e3312deaa8b9c6ac575cd4b957634cdc9c1cca9a206ce61ae1e24f26982fd90dfd9b19ac349cfe2fd7a62fa3a223b269e523aecbc8fd07651f85036eb814aefa858b2251160d4d892abc08ad36f6f2b69637efce0fca69e5192bceee249fc7358ade2a0a7e0a55c64e1419ca4b27e9441e41f4c5f5f967423a84eaa8e654dd05028d27b6108076e92e1c5136090e3d0447765ba9ef2830df47966f011d1bf24627d9ce8689d3fbc3d12e88091d840950553e52944d8c51c27caa6df51a7ee2f75e2390043e5e4ecaa88ac36e8258aa2fc78a2897c5bfba89c4a3098dfd646cfa2d58a61d264f71253d95146f3bd28d4108ad45601a04b8ddce6f44b893cc2c6ade55c624f4962a2ae982003592cccb4c8462151bc8021747df69fb8ccdfb5c0f788092eab5d2a5c45705b129e503480f14aeeae2c6c512d37f006f68bf4294e79d8e579f6b6e11500556b91411f83b3f542afaa16d61ab5c6a601cf1e4552c45e81d9db4a3cc436151aba0d872defa358a86566dd316e0bb135ab92c5eafb80df237ef90a18b1347fa7df590ede0f059c05002f873296abd4fb5ca6781aa55cf34dc136053dc0ce4ed00e86560ffaacc66c3d4ec917056fb92b7f19f7148b57510e1c47850946770064b03f8fdaa9572c6246a74ecc856c4bc8cebc20b3e47cc568c17fefdd50f9fc749a1282b4b89b29626a8c68b8a6b25d5f8f2d92c8354af69b4d917dbdd25c2bfc9cb7d08f8df413d62e816d7df899cc64a249413b5e13bcbaabf078efb08a99c94a0fc8ab20b058e6e49c9edf75d0d3d96dc22cbc012b68fa11fecda7b1ff643a17f5a34eb9c37945edbab857157fc01be826bab7974d44bed4ed1039d07e285aaf9364a3c033e5ff004181394ef915a6a11ca9deb1b289a8faf108d0d8c0403ee9eb2752f9ef854d4a7e08c567a8561117fd3904805d4ad0a335c784614d79ba979df25bac5823466cfeaf8b8a4a5c0a9aa6f0aaa370bcad7a00c4b5be6ff6aa6974c57a0e44ec1585baae899232e538e7187eff7a662f8addde35a42f572a7063fe1a25d5dfe6e05ac201e8bc22f4a72d444e8dd741706837f9c330bfad99ef000f4771cf3b5fb86beb5e34838c9cc5d8bb2c7f6d074452af23c0f32d1d6dc19561b71dbd7406bf3f672384dbd6d820fbefe4f176702b02dc328ee1f0e8d10f804fbbb0fa4f3447cba511e72531e9f84af7fbb75080d5fed9b216da0853dd50c255d23ba71032f66023e53e3dfab90004e6d9960969126c51edea78c2d477cc6e7d8946ffde8d3d1bf2dddcbad356bf64c3cd7c74fa6db820cf5381a55967e1844cf9c5936b88e02d6a6488dd4a8afe08bda17f99b10c67cd65db0ebf77b51622bada9b8530b6a9e8fa94e3f7e
24c5deccefbe6d696bc59b5823363f287cec6581a627df6c3901e23e45e7906b	2026-11-30 23:35:42.461649+00	\\x02036f6c64a9170a4a7e64b4e60230ffe8208d1c5dbae151936dc7f3df26866590cd516d38d9b869c310eb60fb6db02d5361e8cd8e920c2cfadf7523927e979ef415e159d42515649b833dcf62110875dc5df0a572867514302d97d76bc38c8dd0a7206a623a522745f7c7be6d7d381d93ea72fb65b0b96885927501b8adc6c8403ac415acb93d7d823a44a77f35f56edc35029ed97d93ede806af5c2866a61dc0037ccdd621ed6d0a8bff587fc6f2440417ee126b2f68706f2bc86a3b4e93cc460e949ed6ec777f25891f0d1df4b643411e2e39a2ac500f2b4c6bb1e6d21881ed10dfccc42d0826bbff383c203e730ba36f10eb5a6ad3694030a01e9cbb5b156a3f7034c60642eb7ab5f18d59dbfacec93f60bcac97c5bf3a12dceb72bed8f742b3b870aef3e8491a86ebbe835fac3f8a746713459b5b0b466cf29330c9937d2732f0814c85db0d027f8569856dedc832d77c7a4a135044fcc8b7562692672d4e451f6e24dd013cae260a46c75fb5d399b15b7057d06c6edf814211a7ab9a0b2e0068fdbcac9e6cab06eeb5a20675f4e7e7c216ad57bff7e2457c7c8157aae6769cf9f0289ff7a56dca103b3e2ac91c195e072bd8f46a72cf09885b45d80e37c5f6e586c3ca395d7e488a4ca3d69cb1a2b6e1ae6428934a99ada9778645ebe4f3c1cfc5447538829dcf2d196f037d422e80bd06ac532722a5e99f55ea7d08bb801e8f050ef70016e6a11f2c99b80675ec5dd4b0782584df3aa192a7c13abe2efa5497bd5bb955ad85805407a9b9ec7082009ba695b0f84834500fe9943fd7858d594cf30b494828d9077e6306ec2c6aed640f6f7876ce54021e925b9a108bd4711237aedfcaf07c43723b3cda6bb7c135d99968fa27d32adf62ecc6dc5e258f8b2f6139263baae342b2ad2e4f305606dd208317a72d045b8ef626e9d715a4fdad
149e2d4fe9e744c1a9fbff933403dc5821109b1bbb1693e27ef60cedc9d9113b	2026-11-30 23:35:43.829243+00	\N
99a39caa5973741b6c388f2bd48ffa7d2d20a2efb028e7ca0820b957902e4631	2026-11-30 23:35:43.839801+00	\N
333e0941cb6c8d40013c801ea52369810610e65c813bb44a85db9dcfffa36409	2026-11-30 23:35:43.959914+00	\N
a26df138f8806a3bd07a2f05be0af3d988c1b2c3081e76c2c578e6eba9098d4d	2026-11-30 23:35:43.973608+00	\N
538007d7a35482395ca699a015de0a4520737b10f96b4c7de74148c5b5daebc6	2026-11-30 23:35:43.989607+00	\N
5b3eff95af61cc6338b18e1b97a38eb28af64759700c090b7340785441127418	2026-11-30 23:35:44.023047+00	\N
0f463ea07c9d5646b9d96522b697ebc2fb6be1ad9fe35e2fe6a0c77fa90b5348	2026-11-30 23:35:44.149491+00	\\x02036f6c644f8d58ea44920caa5296716c47d453ef76af91d231358fe00e0d83497e69737e8c7a71fe0c7c7c705276f01cffe2b6f062074587d3af02ee38048c07426330c5c5d44d12e0e8cee974b7e325aa92622a52c46e7d928e139e0a7955d19174bfb1fe8fefb43ac21d99e81d7e39fdf687e47573f3b6479a8d702d57250e5a77863c9f989f4aefe1e87ab0f33e7fe4ac9b5d83f53acde7e0e4b33326171e80d46b358a4153018dcb492c8b9eb6c32478e74eaa73fb85f26889547b311350d957dd1533f51461f672cfea4f2ea0db0a6cafbc8cbdb4c35eb47d0abe0961537600de8b23af60a8f6a19beaf96d07997c5d71fde2f47607aa6036ca9587a8cbca3fb52950100ee0d66a82803373fe2fd11dab1de6128a36191ae2fba30db47ccca28b8bf5edae13130ee10d48f650feaf4d9ad64b971583d85f77cefe44a724fcc07b31715c6942134b7cddd65f04d46ed6fab9b3d9c13946c0f43a0facfd1cb3789f7e7b6a67e57de1102da9d5c324d25b0ecb5435e1ea1c76e18c585b9f4d39eadc5ba5686bc22d0a98618316b9009aef63f22899a2ffdc892ddeb3a236de19826ccd054a43504d748db0a5c9ba8c512702f5de2230554757076d9e6f2f93d892679d900619197f8027aacda05a94a8a2dad337f40ec607c26990656ae4c49343c9d13ca69df9a576fd5892f8736378f6a121054edc7752aa58c59edcb1cbfaa889859926eb87f51e552e04c31d7871af373ab15b17e43d5c2fb6c0c7f860
\.


ALTER TABLE public.inbound ENABLE TRIGGER ALL;

--
-- Data for Name: incidents; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.incidents DISABLE TRIGGER ALL;

COPY public.incidents (id, meeting_id, noticed_at, noticed_by, started_at, mark_id, end_mark_id, initiator_oid, ended_at, ended_by, watch_ended_at, switch, file_at, decider_oid, file_state, file_id, file_outcome, file_outcome_at, file_outcome_by) FROM stdin;
c1c6dbe5-375c-4446-8bc7-10c917bd3eff	42f1d393-d4de-4b54-9942-44782e60ed02	2026-11-30 23:35:45.056672+00	chat_message	2026-11-30 23:37:44.169+00	1796081730204	\N	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	\N	\N	\N	off_again	\N	13621ec0-b2c8-5e30-9416-b1af275d6bab		\N	\N	\N	\N
\.


ALTER TABLE public.incidents ENABLE TRIGGER ALL;

--
-- Data for Name: incident_steps; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.incident_steps DISABLE TRIGGER ALL;

COPY public.incident_steps (id, incident_id, kind, who, at, last_at, times) FROM stdin;
6c8db872-9697-4caa-968d-d9317087ab28	c1c6dbe5-375c-4446-8bc7-10c917bd3eff	signal		2026-11-30 23:35:45.056672+00	2026-11-30 23:35:45.056672+00	1
4207ddee-34f2-48eb-8e56-f6bda529cb5a	c1c6dbe5-375c-4446-8bc7-10c917bd3eff	put_back		2026-11-30 23:35:45.090952+00	2026-11-30 23:35:45.090952+00	1
4cb470ad-8671-49b9-8716-98e9d7d7a9b1	c1c6dbe5-375c-4446-8bc7-10c917bd3eff	warned	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	2026-11-30 23:35:45.162351+00	2026-11-30 23:35:45.162351+00	1
a4fac21f-a447-486e-b041-fb77c16aac00	c1c6dbe5-375c-4446-8bc7-10c917bd3eff	asked_to_stop	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	2026-11-30 23:35:45.162351+00	2026-11-30 23:35:45.162351+00	1
513f6914-7284-407b-afe2-d02852afe5bf	c1c6dbe5-375c-4446-8bc7-10c917bd3eff	decides	13621ec0-b2c8-5e30-9416-b1af275d6bab	2026-11-30 23:35:45.171303+00	2026-11-30 23:35:45.171303+00	1
d35d7b19-7cda-4a56-9871-c4326ba1ce2c	c1c6dbe5-375c-4446-8bc7-10c917bd3eff	warned	13621ec0-b2c8-5e30-9416-b1af275d6bab	2026-11-30 23:35:45.214963+00	2026-11-30 23:35:45.214963+00	1
dfafc128-6458-4b00-b00d-126b92ee3806	c1c6dbe5-375c-4446-8bc7-10c917bd3eff	warned	8d3e0d45-f5c7-5baf-b351-60177530448b	2026-11-30 23:35:45.266516+00	2026-11-30 23:35:45.266516+00	1
\.


ALTER TABLE public.incident_steps ENABLE TRIGGER ALL;

--
-- Data for Name: journal; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.journal DISABLE TRIGGER ALL;

COPY public.journal (case_id, seq, at, kind, actor, facts, commitments, previous, hash) FROM stdin;
427a4096-fc03-4a17-b635-4ed22fe88fba	1	2026-11-30 23:35:33.485704+00	app_added	teams	{}	{}	\\x2977022f6cfc1637d71d1b05697904d44f5cd5f54756a97ed709714ba150df79	\\x6ebf0db5308308d0f7f6761599486f4e91f1d06e58cfedd7060ec81e34aa413a
427a4096-fc03-4a17-b635-4ed22fe88fba	2	2026-11-30 23:35:33.485704+00	course	teams	{"rows": [{"id": "427a4096-fc03-4a17-b635-4ed22fe88fba", "set": {"id": "427a4096-fc03-4a17-b635-4ed22fe88fba", "kind": "virtual", "state": "coming", "cameras": "untouched", "dial_in": null, "ends_at": null, "put_back": 0, "starts_at": null, "created_at": "2026-11-30T23:35:33.485704+00:00", "teams_type": null, "block_state": "checking", "put_back_at": null, "block_reason": "", "app_installed": true, "organizer_oid": null, "phone_possible": null, "organizer_tenant": null}, "table": "meetings"}]}	{}	\\x6ebf0db5308308d0f7f6761599486f4e91f1d06e58cfedd7060ec81e34aa413a	\\xa5b912bcd124966d142f496f16aecc8677c3f9523b4fb5d3216de18a229631ed
427a4096-fc03-4a17-b635-4ed22fe88fba	3	2026-11-30 23:35:33.505008+00	app_added	teams	{}	{}	\\xa5b912bcd124966d142f496f16aecc8677c3f9523b4fb5d3216de18a229631ed	\\x550e083102c1431c4a37ad0e1fa98493a9242530c85254b6fd495aaab3c6c79d
427a4096-fc03-4a17-b635-4ed22fe88fba	4	2026-11-30 23:35:33.531849+00	meeting_taken_in	system	{"type": "Scheduled", "known": true}	{}	\\x550e083102c1431c4a37ad0e1fa98493a9242530c85254b6fd495aaab3c6c79d	\\xfeb14464eafd683bcde078a569c663ffa4bd4209454f528cd0124d325e9a0668
427a4096-fc03-4a17-b635-4ed22fe88fba	5	2026-11-30 23:35:33.531849+00	course	system	{"rows": [{"id": "427a4096-fc03-4a17-b635-4ed22fe88fba", "set": {"ends_at": "2026-12-01T01:05:33.473000+00:00", "starts_at": "2026-12-01T00:05:33.473000+00:00", "teams_type": "Scheduled", "organizer_oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "organizer_tenant": "3e038f54-43f1-5502-b277-93f446341c33"}, "table": "meetings"}]}	{}	\\xfeb14464eafd683bcde078a569c663ffa4bd4209454f528cd0124d325e9a0668	\\x23f4305142155942b2fb592da616310252b8fc6d53c556875f0b1c4e7b504d08
427a4096-fc03-4a17-b635-4ed22fe88fba	6	2026-11-30 23:35:33.571286+00	block_read	system	{"state": "held", "reason": ""}	{}	\\x23f4305142155942b2fb592da616310252b8fc6d53c556875f0b1c4e7b504d08	\\x78f879566085f6139a35511263678ffcbb0e10dc267e5f76954d7f45274380e7
427a4096-fc03-4a17-b635-4ed22fe88fba	7	2026-11-30 23:35:33.571286+00	course	system	{"rows": [{"id": "427a4096-fc03-4a17-b635-4ed22fe88fba", "set": {"dial_in": true, "block_state": "held"}, "table": "meetings"}]}	{}	\\x78f879566085f6139a35511263678ffcbb0e10dc267e5f76954d7f45274380e7	\\xa63ec932b047cc613832b2981003affe3f2daa28e244b4696313a209d8b9a086
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	1	2026-11-30 23:35:33.960476+00	request_registered	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"late": false, "role": "citizen", "queue": false, "video": "", "notice": false, "number": "L-YTCHNWH", "meeting": "427a4096-fc03-4a17-b635-4ed22fe88fba", "profile": "frederiksberg/1", "relation": "citizen", "department": "familie", "others_affairs": null}	{"d83174dc-aa1b-4e45-bdc3-36fec6e5e70e/ground": "f5460c491836a2916e4f7347c42bb055d3932c173a5fed978af918d7dada89a7", "d83174dc-aa1b-4e45-bdc3-36fec6e5e70e/contact": "f78ba969e7768a7cdba7bb8b0c29feada3ecbe3ab65dec5126cf714600a29df5", "d83174dc-aa1b-4e45-bdc3-36fec6e5e70e/companion": "628692e51e51f2debfe76216e78ef99f8337fdaa985266033672edd1d1ee0008", "d83174dc-aa1b-4e45-bdc3-36fec6e5e70e/own_words": "2bd679856cacefe0ce5a67c1db56a315ad654c1aa7ffab260f319a5b3a92286f", "d83174dc-aa1b-4e45-bdc3-36fec6e5e70e/citizen_name": "ce7f9d023fec7b882350db4da48bc148c17100f3d1310656d175e1164a27e5e2"}	\\x35a36b56563dda237f0d315a7e0565b5b8bf276d6271871957a60935129e771f	\\xf933c0804b981089e2de026d7dd7497193b46273023e8708d9f0365e7bd70ab9
427a4096-fc03-4a17-b635-4ed22fe88fba	8	2026-11-30 23:35:33.960476+00	course	system	{"rows": [{"id": "427a4096-fc03-4a17-b635-4ed22fe88fba", "set": {"phone_possible": true}, "table": "meetings"}]}	{}	\\xa63ec932b047cc613832b2981003affe3f2daa28e244b4696313a209d8b9a086	\\xe3d60264b1b104eaa00aa46d03752d586ed63a2db6071b21ad1f54f48c7f055f
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	2	2026-11-30 23:35:33.960476+00	course	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"rows": [{"id": "d83174dc-aa1b-4e45-bdc3-36fec6e5e70e", "set": {"id": "d83174dc-aa1b-4e45-bdc3-36fec6e5e70e", "late": false, "role": "citizen", "scope": "whole", "state": "received", "notice": false, "number": "L-YTCHNWH", "used_at": null, "relation": "citizen", "verdicts": {}, "answer_at": null, "answer_by": "email", "answer_how": null, "created_at": "2026-11-30T23:35:33.960476+00:00", "decided_at": null, "decided_by": null, "department": "familie", "deputy_oid": null, "meeting_id": "427a4096-fc03-4a17-b635-4ed22fe88fba", "profile_id": "frederiksberg", "devices_out": false, "proposed_at": null, "proposed_by": null, "announced_at": null, "answer_state": "none", "approver_oid": null, "confirmed_by": null, "confirmer_oid": null, "employee_type": null, "registered_by": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "requester_oid": null, "caseworker_oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "note_copied_at": null, "others_affairs": null, "refusal_ground": null, "profile_version": 1}, "table": "requests"}]}	{}	\\xf933c0804b981089e2de026d7dd7497193b46273023e8708d9f0365e7bd70ab9	\\x3e8ad89806dc7bf94278ebabbe6756f4d21db74f8749d76a14c89ce96da0a14f
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	3	2026-11-30 23:35:34.024685+00	receipt_sent	system	{"by": "email"}	{}	\\x3e8ad89806dc7bf94278ebabbe6756f4d21db74f8749d76a14c89ce96da0a14f	\\x35155a0858268fa708a76ee187c3d3350eb1adf0b3213565030c7f7ffd8ab03a
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	4	2026-11-30 23:35:34.090957+00	asked	system	{"approver": "13621ec0-b2c8-5e30-9416-b1af275d6bab"}	{}	\\x35155a0858268fa708a76ee187c3d3350eb1adf0b3213565030c7f7ffd8ab03a	\\xa89ad5ef81cfd77ccb67229a9ab7a26e2cf011eafea76e7c5532d9c4edc3fa98
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	5	2026-11-30 23:35:34.090957+00	ground_read	13621ec0-b2c8-5e30-9416-b1af275d6bab	{}	{}	\\xa89ad5ef81cfd77ccb67229a9ab7a26e2cf011eafea76e7c5532d9c4edc3fa98	\\x654407becfe93c0b15a22614ba2dbf424e665fea2aa45aed32b3c98d612c1389
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	6	2026-11-30 23:35:34.090957+00	course	13621ec0-b2c8-5e30-9416-b1af275d6bab	{"rows": [{"id": "d83174dc-aa1b-4e45-bdc3-36fec6e5e70e", "set": {"state": "awaiting_leader", "approver_oid": "13621ec0-b2c8-5e30-9416-b1af275d6bab"}, "table": "requests"}]}	{}	\\x654407becfe93c0b15a22614ba2dbf424e665fea2aa45aed32b3c98d612c1389	\\xd14564b443a491c586f10fb76e73a3f75476f4ce6136bef80fe41355c2dcecf1
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	7	2026-11-30 23:35:34.205344+00	course	system	{"rows": [{"id": "d83174dc-aa1b-4e45-bdc3-36fec6e5e70e", "set": {"verdicts": {"13621ec0-b2c8-5e30-9416-b1af275d6bab": {"purpose": "", "remember": "for", "companion": "", "cooperation": "", "communication": ""}}}, "table": "requests"}]}	{}	\\xd14564b443a491c586f10fb76e73a3f75476f4ce6136bef80fe41355c2dcecf1	\\x0de30446dcb647bccbd04c634b0197277771f3cbfc4927da50faed8d79d7b60d
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	8	2026-11-30 23:35:34.231569+00	decided	13621ec0-b2c8-5e30-9416-b1af275d6bab	{"outcome": "granted", "verdicts": {"purpose": "for", "remember": "for", "companion": "for", "cooperation": "for", "communication": "for"}, "as_deputy": false}	{"d83174dc-aa1b-4e45-bdc3-36fec6e5e70e/letter": "9c0925e364177aaadb48f7f37a6596ee9aeb7fb02efd25b1ac34adda88783af1"}	\\x0de30446dcb647bccbd04c634b0197277771f3cbfc4927da50faed8d79d7b60d	\\x63debcf3f80dd11a231b6b0035fe40be3da93fb64e3b8ee92236e12fe6201ed4
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	9	2026-11-30 23:35:34.231569+00	course	13621ec0-b2c8-5e30-9416-b1af275d6bab	{"rows": [{"id": "d83174dc-aa1b-4e45-bdc3-36fec6e5e70e", "set": {"state": "granted", "verdicts": {"purpose": "for", "remember": "for", "companion": "for", "cooperation": "for", "communication": "for"}, "answer_at": "2026-11-30T23:35:34.231569+00:00", "decided_at": "2026-11-30T23:35:34.231569+00:00", "decided_by": "13621ec0-b2c8-5e30-9416-b1af275d6bab", "answer_state": "ready"}, "table": "requests"}]}	{}	\\x63debcf3f80dd11a231b6b0035fe40be3da93fb64e3b8ee92236e12fe6201ed4	\\x96b3f9f82afe881b688deff0d3b2e812d58c649b0dd8974a5fd70b08f34f5caa
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	10	2026-11-30 23:35:34.291165+00	answer_sent	system	{"by": "email"}	{}	\\x96b3f9f82afe881b688deff0d3b2e812d58c649b0dd8974a5fd70b08f34f5caa	\\x3e8bab43fa94f35be62b64adba584e90aba926afae6c6189d417d56381d81b4b
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	11	2026-11-30 23:35:34.291165+00	course	system	{"rows": [{"id": "d83174dc-aa1b-4e45-bdc3-36fec6e5e70e", "set": {"answer_at": "2026-11-30T23:35:34.291165+00:00", "answer_state": "sent"}, "table": "requests"}]}	{}	\\x3e8bab43fa94f35be62b64adba584e90aba926afae6c6189d417d56381d81b4b	\\x40b34661595ebbec10ddc304558496ac9d0e582228f0b1bdbe270a1cf2462de7
427a4096-fc03-4a17-b635-4ed22fe88fba	9	2026-11-30 23:35:34.38228+00	meeting_started	teams	{"at": "2026-11-30T23:35:34.380000+00:00", "noticed_by": "event"}	{}	\\xe3d60264b1b104eaa00aa46d03752d586ed63a2db6071b21ad1f54f48c7f055f	\\x02749109d62758c761d794858f29acb3dd4b6458bab7c77cb672b484044dadf7
427a4096-fc03-4a17-b635-4ed22fe88fba	10	2026-11-30 23:35:34.38228+00	course	teams	{"rows": [{"id": "fa690083-cf2f-4c6d-a863-966392d8f318", "set": {"id": "fa690083-cf2f-4c6d-a863-966392d8f318", "ended_at": null, "tellings": 0, "meeting_id": "427a4096-fc03-4a17-b635-4ed22fe88fba", "noticed_by": "event", "started_at": "2026-11-30T23:35:34.380000+00:00", "announced_at": null, "announced_for": null}, "table": "occurrences"}]}	{}	\\x02749109d62758c761d794858f29acb3dd4b6458bab7c77cb672b484044dadf7	\\xd0fe6b0a713b349c446b869329641a89fccff81017225b897c96bf479fea9e1f
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	12	2026-11-30 23:35:34.480425+00	announced	system	{"telling": 1, "occurrence": "fa690083-cf2f-4c6d-a863-966392d8f318"}	{}	\\x40b34661595ebbec10ddc304558496ac9d0e582228f0b1bdbe270a1cf2462de7	\\x32225d8795573874f79e2c360ef6601b3e43b0a0b85a069897485c8a5e83c541
427a4096-fc03-4a17-b635-4ed22fe88fba	11	2026-11-30 23:35:34.480425+00	course	system	{"rows": [{"id": "fa690083-cf2f-4c6d-a863-966392d8f318", "set": {"tellings": 1, "announced_at": "2026-11-30T23:35:34.480425+00:00", "announced_for": ["d83174dc-aa1b-4e45-bdc3-36fec6e5e70e"]}, "table": "occurrences"}]}	{}	\\xd0fe6b0a713b349c446b869329641a89fccff81017225b897c96bf479fea9e1f	\\xf57adf34afc51bcf929a0707e40c6a27f9987e28be9a999d97dc8adb605544b6
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	13	2026-11-30 23:35:34.480425+00	course	system	{"rows": [{"id": "d83174dc-aa1b-4e45-bdc3-36fec6e5e70e", "set": {"used_at": "2026-11-30T23:35:34.380000+00:00", "announced_at": "2026-11-30T23:35:34.480425+00:00"}, "table": "requests"}]}	{}	\\x32225d8795573874f79e2c360ef6601b3e43b0a0b85a069897485c8a5e83c541	\\x0234d022290f002f4fb1c04972f020fcec947ce77765f6c405cfa5215212aac4
427a4096-fc03-4a17-b635-4ed22fe88fba	12	2026-11-30 23:35:34.587868+00	meeting_taken_in	system	{"type": "Scheduled", "known": true}	{}	\\xf57adf34afc51bcf929a0707e40c6a27f9987e28be9a999d97dc8adb605544b6	\\x1782e7ae6aabc4a5b9b469f8630cb6a0f60dbb53c65312da2ff17266128696cf
427a4096-fc03-4a17-b635-4ed22fe88fba	13	2026-11-30 23:35:34.691616+00	told	system	{"asked": 3, "failed": {"MemberNotFound": 1}, "accepted": 2, "occurrence": "fa690083-cf2f-4c6d-a863-966392d8f318"}	{}	\\x1782e7ae6aabc4a5b9b469f8630cb6a0f60dbb53c65312da2ff17266128696cf	\\x399caa8d15f2fc39de3bae12c045697812b1f5dee0320abae3e7951a884a84fe
427a4096-fc03-4a17-b635-4ed22fe88fba	14	2026-11-30 23:35:34.764439+00	call_asked	system	{"attempt": 1, "occurrence": "fa690083-cf2f-4c6d-a863-966392d8f318"}	{}	\\x399caa8d15f2fc39de3bae12c045697812b1f5dee0320abae3e7951a884a84fe	\\x8f57d314b0b9ecfc0513ccee1b54c06face6a1062b2e660af3db2949d6fddb63
427a4096-fc03-4a17-b635-4ed22fe88fba	15	2026-11-30 23:35:34.969376+00	call_lobby	system	{"attempt": 1, "occurrence": "fa690083-cf2f-4c6d-a863-966392d8f318"}	{}	\\x8f57d314b0b9ecfc0513ccee1b54c06face6a1062b2e660af3db2949d6fddb63	\\xe14a2d55cd17cdd5dc22016aad7a542728cb50384fe59bc0ec6ab6d01dd948bf
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	14	2026-11-30 23:35:34.969376+00	task_given	system	{"kind": "read_aloud"}	{}	\\x0234d022290f002f4fb1c04972f020fcec947ce77765f6c405cfa5215212aac4	\\x44bbeaf094543f9eaa35a545a518013aa5c04d2b17e4d1998ef3408cfa740be1
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	15	2026-11-30 23:35:34.969376+00	course	system	{"rows": [{"id": "8464d218-afd2-4e29-95df-6f921e3ee2bd", "set": {"id": "8464d218-afd2-4e29-95df-6f921e3ee2bd", "kind": "read_aloud", "done_at": null, "done_by": null, "done_on": null, "owner_oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "created_at": "2026-11-30T23:35:34.969376+00:00", "meeting_id": null, "request_id": "d83174dc-aa1b-4e45-bdc3-36fec6e5e70e"}, "table": "tasks"}]}	{}	\\x44bbeaf094543f9eaa35a545a518013aa5c04d2b17e4d1998ef3408cfa740be1	\\x6d21a2ad3d9a02922e29c6d141938dee8e8400cc7cdc255e45b9f622950c5efd
427a4096-fc03-4a17-b635-4ed22fe88fba	18	2026-11-30 23:35:42.116542+00	prompt_heard	system	{"heard": 6, "attempt": 1, "telling": 1, "occurrence": "fa690083-cf2f-4c6d-a863-966392d8f318"}	{}	\\xc9f2ee76d31d73840b43dd0e892b63b685801a97277f4fad9bdd75e62eb8e8c1	\\x9bbce91473a29e4b3bd8c5cf01dea9c06427c13d97ac6bfd418c021300562eb8
1e2feff3-057f-4df2-b484-d97c5394244a	3	2026-11-30 23:35:42.327711+00	app_added	teams	{}	{}	\\x46a95dd710beaba58c946e71978f79025b66d4ed28a081cabbec68c59a541997	\\xc3d00b3d2288a0352dd08af48dab15d4f5a53c65d698ae9140f3b78d9da1525e
1e2feff3-057f-4df2-b484-d97c5394244a	6	2026-11-30 23:35:42.366644+00	block_read	system	{"state": "held", "reason": ""}	{}	\\x53d673f09bb8c782449ed8312e5bdd41fe8cb5f280c9feef3f9e4c2dfd4566eb	\\x89643c9f648402e27ec30f8e07880de682d5f495aabe363d9c627a1a897d0268
1e2feff3-057f-4df2-b484-d97c5394244a	7	2026-11-30 23:35:42.366644+00	course	system	{"rows": [{"id": "1e2feff3-057f-4df2-b484-d97c5394244a", "set": {"dial_in": true, "block_state": "held"}, "table": "meetings"}]}	{}	\\x89643c9f648402e27ec30f8e07880de682d5f495aabe363d9c627a1a897d0268	\\x6c17590d6184bd31246c1ef67ad93691629a7da6ed133b8e9841971cb8b4fedd
072ad1e0-848b-4bba-8ead-eb6a9adc42f2	3	2026-11-30 23:35:42.509401+00	receipt_sent	system	{"by": "email"}	{}	\\x27150cfebdad611763bf7d2e6423906cecaa5cd81b99c47e4f1a80c04e94dd55	\\xa481e6c35d0d809570ca971af2c786ddfc9e57c991a66909270439146f3c0eab
1e2feff3-057f-4df2-b484-d97c5394244a	8	2026-11-30 23:35:43.727972+00	meeting_taken_in	system	{"type": "Scheduled", "known": true}	{}	\\x6c17590d6184bd31246c1ef67ad93691629a7da6ed133b8e9841971cb8b4fedd	\\x86071f3d8b9ab0ff3dba43b3e45e5c7045302e1e2fe3cf6be3a2a45bd4c740ca
42f1d393-d4de-4b54-9942-44782e60ed02	1	2026-11-30 23:35:43.829243+00	app_added	teams	{}	{}	\\xc8a8a510ed86fe773c4775162060a5e3bf3d67995a166f1a8d9b21b748c29928	\\x2b55e14193243bbed0c372357444692491ab53bcff396f74420ab7e9ac0abcc2
42f1d393-d4de-4b54-9942-44782e60ed02	2	2026-11-30 23:35:43.829243+00	course	teams	{"rows": [{"id": "42f1d393-d4de-4b54-9942-44782e60ed02", "set": {"id": "42f1d393-d4de-4b54-9942-44782e60ed02", "kind": "virtual", "state": "coming", "cameras": "untouched", "dial_in": null, "ends_at": null, "put_back": 0, "starts_at": null, "created_at": "2026-11-30T23:35:43.829243+00:00", "teams_type": null, "block_state": "checking", "put_back_at": null, "block_reason": "", "app_installed": true, "organizer_oid": null, "phone_possible": null, "organizer_tenant": null}, "table": "meetings"}]}	{}	\\x2b55e14193243bbed0c372357444692491ab53bcff396f74420ab7e9ac0abcc2	\\xa44b6d30b87eb0702073ceabf4c1d5356b50a062a5b61648895393287f6021e9
42f1d393-d4de-4b54-9942-44782e60ed02	3	2026-11-30 23:35:43.839801+00	app_added	teams	{}	{}	\\xa44b6d30b87eb0702073ceabf4c1d5356b50a062a5b61648895393287f6021e9	\\xe2314b6b7102cc5402ca874932c463d74e0dd1eb268b453cd9f32a5f6836a986
42f1d393-d4de-4b54-9942-44782e60ed02	6	2026-11-30 23:35:43.876964+00	block_read	system	{"state": "held", "reason": ""}	{}	\\x2d3208fd50de51604fba725498d978527eab11eccd07b46e69cc2f9ffb77d42d	\\x3da2f9b7378f418df49e41a53d8f8ec69de818d80b221a49bf21ccd22e623c47
42f1d393-d4de-4b54-9942-44782e60ed02	7	2026-11-30 23:35:43.876964+00	course	system	{"rows": [{"id": "42f1d393-d4de-4b54-9942-44782e60ed02", "set": {"dial_in": true, "block_state": "held"}, "table": "meetings"}]}	{}	\\x3da2f9b7378f418df49e41a53d8f8ec69de818d80b221a49bf21ccd22e623c47	\\x908747502abd38a8b3e17751e51a64f1f651476e501b05264c04015888e3a11c
42f1d393-d4de-4b54-9942-44782e60ed02	8	2026-11-30 23:35:43.959914+00	meeting_started	teams	{"at": "2026-11-30T23:37:43.957000+00:00", "noticed_by": "event"}	{}	\\x908747502abd38a8b3e17751e51a64f1f651476e501b05264c04015888e3a11c	\\xe754a92e64d34efeecad7893ee7f5229209335868ba3419cd09a7e7bc8b418f0
42f1d393-d4de-4b54-9942-44782e60ed02	9	2026-11-30 23:35:43.959914+00	course	teams	{"rows": [{"id": "6698214d-1dda-4bb8-a6e2-812153a416e2", "set": {"id": "6698214d-1dda-4bb8-a6e2-812153a416e2", "ended_at": null, "tellings": 0, "meeting_id": "42f1d393-d4de-4b54-9942-44782e60ed02", "noticed_by": "event", "started_at": "2026-11-30T23:37:43.957000+00:00", "announced_at": null, "announced_for": null}, "table": "occurrences"}]}	{}	\\xe754a92e64d34efeecad7893ee7f5229209335868ba3419cd09a7e7bc8b418f0	\\x3f8a73e129fc20c46da458ce61a65518b133071fcd855a77af7cec7d0ea3971e
42f1d393-d4de-4b54-9942-44782e60ed02	10	2026-11-30 23:35:44.023047+00	note_taker_seen	system	{"sign": "name", "note_taker": "4eaa4c78-810b-4bdb-a70c-0cb81d398693"}	{}	\\x3f8a73e129fc20c46da458ce61a65518b133071fcd855a77af7cec7d0ea3971e	\\xabdb9b0e458f2a6a0c1b521cb0e4604e7185c621295ec628fc0c6276f9eb14af
42f1d393-d4de-4b54-9942-44782e60ed02	12	2026-11-30 23:35:45.039343+00	meeting_taken_in	system	{"type": "Scheduled", "known": true}	{}	\\x9aa95ac3dbfd0f77d3260c9230f21a6d5894745a8b4e4b7cb985732741b3be43	\\x83f39e6f0a424c4566203f7b3898a1ad51a7a38ea460e54d55502beb44fc1d3b
42f1d393-d4de-4b54-9942-44782e60ed02	18	2026-11-30 23:35:45.162351+00	incident_step	system	{"who": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "step": "warned", "incident": "c1c6dbe5-375c-4446-8bc7-10c917bd3eff"}	{}	\\x855d1bb657df427995200027288adce85999e6e1a90af3b89af2813a36a7e697	\\xda2c06b35ed15ebe475ee8a7505bffccfd24f3f7b882194ef3fad616503ae943
42f1d393-d4de-4b54-9942-44782e60ed02	19	2026-11-30 23:35:45.162351+00	incident_step	system	{"who": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "step": "asked_to_stop", "incident": "c1c6dbe5-375c-4446-8bc7-10c917bd3eff"}	{}	\\xda2c06b35ed15ebe475ee8a7505bffccfd24f3f7b882194ef3fad616503ae943	\\x9f59601595eab8f4d96fb8eceec24c9e5a297af289d7ed008961934b2ec66b8c
42f1d393-d4de-4b54-9942-44782e60ed02	22	2026-11-30 23:35:45.214963+00	incident_step	system	{"who": "13621ec0-b2c8-5e30-9416-b1af275d6bab", "step": "warned", "incident": "c1c6dbe5-375c-4446-8bc7-10c917bd3eff"}	{}	\\x0747a2fb2c8ac838f5e3fa0e0cea3e18469fe425483bfdc84d282dccce555059	\\x1c1f717c5aafbc750f637dad8ab8ed8f110783dc11e905a1d987fc23fe10fe46
427a4096-fc03-4a17-b635-4ed22fe88fba	16	2026-11-30 23:35:39.237171+00	prompt_heard	system	{"heard": 4, "attempt": 1, "telling": 1, "occurrence": "fa690083-cf2f-4c6d-a863-966392d8f318"}	{}	\\xe14a2d55cd17cdd5dc22016aad7a542728cb50384fe59bc0ec6ab6d01dd948bf	\\x7fcf96a73d434fcf4ae9df7a93767a6d3ec01caa97c9fe537ea3dfb9f636d21b
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	16	2026-11-30 23:35:39.237171+00	task_done	system	{"kind": "read_aloud"}	{}	\\x6d21a2ad3d9a02922e29c6d141938dee8e8400cc7cdc255e45b9f622950c5efd	\\xeb5e03fbe5f70cef1fa3fbf55a5604045c6b2fc30d124e495e1ff06a4f1df0ae
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	17	2026-11-30 23:35:39.237171+00	course	system	{"rows": [{"id": "8464d218-afd2-4e29-95df-6f921e3ee2bd", "set": {"done_at": "2026-11-30T23:35:39.237171+00:00", "done_by": "system"}, "table": "tasks"}]}	{}	\\xeb5e03fbe5f70cef1fa3fbf55a5604045c6b2fc30d124e495e1ff06a4f1df0ae	\\xe927fd1b5fcf55c8cdc3f3f7870f91ed8ab2904dd40408556802ceb9720fa7b7
1e2feff3-057f-4df2-b484-d97c5394244a	1	2026-11-30 23:35:42.317614+00	app_added	teams	{}	{}	\\xb902a2b92d2d26ddd0f576fc4e22ac4dc375ba7d358eba4c61c7211aba492621	\\xf2bc0f47e4679eb12901e431dcd1db72bfd7bbf38400b7a7ffe2fd1e9ccf1cdd
1e2feff3-057f-4df2-b484-d97c5394244a	2	2026-11-30 23:35:42.317614+00	course	teams	{"rows": [{"id": "1e2feff3-057f-4df2-b484-d97c5394244a", "set": {"id": "1e2feff3-057f-4df2-b484-d97c5394244a", "kind": "virtual", "state": "coming", "cameras": "untouched", "dial_in": null, "ends_at": null, "put_back": 0, "starts_at": null, "created_at": "2026-11-30T23:35:42.317614+00:00", "teams_type": null, "block_state": "checking", "put_back_at": null, "block_reason": "", "app_installed": true, "organizer_oid": null, "phone_possible": null, "organizer_tenant": null}, "table": "meetings"}]}	{}	\\xf2bc0f47e4679eb12901e431dcd1db72bfd7bbf38400b7a7ffe2fd1e9ccf1cdd	\\x46a95dd710beaba58c946e71978f79025b66d4ed28a081cabbec68c59a541997
072ad1e0-848b-4bba-8ead-eb6a9adc42f2	1	2026-11-30 23:35:42.461649+00	request_registered	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"late": false, "role": "citizen", "queue": false, "video": "", "notice": false, "number": "L-RP97A25", "meeting": "427a4096-fc03-4a17-b635-4ed22fe88fba", "profile": "frederiksberg/1", "relation": "citizen", "department": "familie", "others_affairs": null}	{"072ad1e0-848b-4bba-8ead-eb6a9adc42f2/ground": "41f2a6101f8ff8b8f18a1bfd3f59fca1cdaaa874c184180ac91daf192ff794c0", "072ad1e0-848b-4bba-8ead-eb6a9adc42f2/contact": "58caa33bfc3af343ebd5feeed71d4bd2f6504837e38f545a1ca2f3cedc804339", "072ad1e0-848b-4bba-8ead-eb6a9adc42f2/companion": "f5052c3cefa6a9e165531a1e140ac00c380f3710ba0d63de456447f041e4bf6b", "072ad1e0-848b-4bba-8ead-eb6a9adc42f2/own_words": "8fd9ebd6e67828419ada90d1521ae2a00c536b329ff14658003a6d126c599288", "072ad1e0-848b-4bba-8ead-eb6a9adc42f2/citizen_name": "172c7129a0c3838be09b08b748284f929d41d6f07bb6becb4f61165b377710e9"}	\\xdd39dedb05fb7eaa5d1362edd403a2fa4343273e28ee12efffcaf25553411d20	\\xdd93d1c86336381db4fbeaa69ef25426d9dfa93c2abbd6d1890e7cb71e5b5e69
072ad1e0-848b-4bba-8ead-eb6a9adc42f2	2	2026-11-30 23:35:42.461649+00	course	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"rows": [{"id": "072ad1e0-848b-4bba-8ead-eb6a9adc42f2", "set": {"id": "072ad1e0-848b-4bba-8ead-eb6a9adc42f2", "late": false, "role": "citizen", "scope": "whole", "state": "received", "notice": false, "number": "L-RP97A25", "used_at": null, "relation": "citizen", "verdicts": {}, "answer_at": null, "answer_by": "email", "answer_how": null, "created_at": "2026-11-30T23:35:42.461649+00:00", "decided_at": null, "decided_by": null, "department": "familie", "deputy_oid": null, "meeting_id": "427a4096-fc03-4a17-b635-4ed22fe88fba", "profile_id": "frederiksberg", "devices_out": false, "proposed_at": null, "proposed_by": null, "announced_at": null, "answer_state": "none", "approver_oid": null, "confirmed_by": null, "confirmer_oid": null, "employee_type": null, "registered_by": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "requester_oid": null, "caseworker_oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "note_copied_at": null, "others_affairs": null, "refusal_ground": null, "profile_version": 1}, "table": "requests"}]}	{}	\\xdd93d1c86336381db4fbeaa69ef25426d9dfa93c2abbd6d1890e7cb71e5b5e69	\\x27150cfebdad611763bf7d2e6423906cecaa5cd81b99c47e4f1a80c04e94dd55
42f1d393-d4de-4b54-9942-44782e60ed02	4	2026-11-30 23:35:43.853092+00	meeting_taken_in	system	{"type": "Scheduled", "known": true}	{}	\\xe2314b6b7102cc5402ca874932c463d74e0dd1eb268b453cd9f32a5f6836a986	\\x96ee63d5246bd2686ca6a6188dd61652d31068af1101f80b1af96ba44898114c
42f1d393-d4de-4b54-9942-44782e60ed02	5	2026-11-30 23:35:43.853092+00	course	system	{"rows": [{"id": "42f1d393-d4de-4b54-9942-44782e60ed02", "set": {"ends_at": "2026-12-01T01:05:43.825000+00:00", "starts_at": "2026-12-01T00:05:43.825000+00:00", "teams_type": "Scheduled", "organizer_oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "organizer_tenant": "3e038f54-43f1-5502-b277-93f446341c33"}, "table": "meetings"}]}	{}	\\x96ee63d5246bd2686ca6a6188dd61652d31068af1101f80b1af96ba44898114c	\\x2d3208fd50de51604fba725498d978527eab11eccd07b46e69cc2f9ffb77d42d
42f1d393-d4de-4b54-9942-44782e60ed02	15	2026-11-30 23:35:45.090952+00	switch_put_back	system	{"outcome": "held"}	{}	\\x42a8f2dc2680895a46fbf18300966e12b6a5ae2db02998e8d07b3196a8906392	\\x9d7e7d32c3ad3ab9c923dc2b0324400a022f0f2e8bbe51b4cbb36d00f1015723
42f1d393-d4de-4b54-9942-44782e60ed02	16	2026-11-30 23:35:45.090952+00	incident_step	system	{"step": "put_back", "incident": "c1c6dbe5-375c-4446-8bc7-10c917bd3eff"}	{}	\\x9d7e7d32c3ad3ab9c923dc2b0324400a022f0f2e8bbe51b4cbb36d00f1015723	\\x8effc3f5aebdfce4dfe27d610a179125467f44a8254c65e2ac19d4752095e687
42f1d393-d4de-4b54-9942-44782e60ed02	17	2026-11-30 23:35:45.090952+00	course	system	{"rows": [{"id": "c1c6dbe5-375c-4446-8bc7-10c917bd3eff", "set": {"switch": "off_again"}, "table": "incidents"}, {"id": "42f1d393-d4de-4b54-9942-44782e60ed02", "set": {"put_back": 1, "put_back_at": "2026-11-30T23:35:45.090952+00:00"}, "table": "meetings"}]}	{}	\\x8effc3f5aebdfce4dfe27d610a179125467f44a8254c65e2ac19d4752095e687	\\x855d1bb657df427995200027288adce85999e6e1a90af3b89af2813a36a7e697
427a4096-fc03-4a17-b635-4ed22fe88fba	17	2026-11-30 23:35:39.62178+00	told	system	{"asked": 1, "failed": {}, "accepted": 1, "occurrence": "fa690083-cf2f-4c6d-a863-966392d8f318"}	{}	\\x7fcf96a73d434fcf4ae9df7a93767a6d3ec01caa97c9fe537ea3dfb9f636d21b	\\xc9f2ee76d31d73840b43dd0e892b63b685801a97277f4fad9bdd75e62eb8e8c1
1e2feff3-057f-4df2-b484-d97c5394244a	4	2026-11-30 23:35:42.339957+00	meeting_taken_in	system	{"type": "Scheduled", "known": true}	{}	\\xc3d00b3d2288a0352dd08af48dab15d4f5a53c65d698ae9140f3b78d9da1525e	\\x07967e9c7d00c9f991511bc18bfdf42b50ca5339679cd2d224ff1f3eabd4ba07
1e2feff3-057f-4df2-b484-d97c5394244a	5	2026-11-30 23:35:42.339957+00	course	system	{"rows": [{"id": "1e2feff3-057f-4df2-b484-d97c5394244a", "set": {"ends_at": "2026-12-01T01:05:42.314000+00:00", "starts_at": "2026-12-01T00:05:42.314000+00:00", "teams_type": "Scheduled", "organizer_oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "organizer_tenant": "3e038f54-43f1-5502-b277-93f446341c33"}, "table": "meetings"}]}	{}	\\x07967e9c7d00c9f991511bc18bfdf42b50ca5339679cd2d224ff1f3eabd4ba07	\\x53d673f09bb8c782449ed8312e5bdd41fe8cb5f280c9feef3f9e4c2dfd4566eb
072ad1e0-848b-4bba-8ead-eb6a9adc42f2	4	2026-11-30 23:35:42.552893+00	asked	system	{"approver": "13621ec0-b2c8-5e30-9416-b1af275d6bab"}	{}	\\xa481e6c35d0d809570ca971af2c786ddfc9e57c991a66909270439146f3c0eab	\\xacfe3f2b30eee3523dd2bca2dff6ec6e94c5f3da359ca9fd133af02f0c8dfe17
072ad1e0-848b-4bba-8ead-eb6a9adc42f2	5	2026-11-30 23:35:42.552893+00	ground_read	13621ec0-b2c8-5e30-9416-b1af275d6bab	{}	{}	\\xacfe3f2b30eee3523dd2bca2dff6ec6e94c5f3da359ca9fd133af02f0c8dfe17	\\x92f7599976256486a9981d241376e19ed1d58debc748a1b56b9f598f014c9344
072ad1e0-848b-4bba-8ead-eb6a9adc42f2	6	2026-11-30 23:35:42.552893+00	course	13621ec0-b2c8-5e30-9416-b1af275d6bab	{"rows": [{"id": "072ad1e0-848b-4bba-8ead-eb6a9adc42f2", "set": {"state": "awaiting_leader", "approver_oid": "13621ec0-b2c8-5e30-9416-b1af275d6bab"}, "table": "requests"}]}	{}	\\x92f7599976256486a9981d241376e19ed1d58debc748a1b56b9f598f014c9344	\\x591c2f714abfc309b3235ea721968de6205cecad00c5ff05c9b8baa5890f0d72
42f1d393-d4de-4b54-9942-44782e60ed02	11	2026-11-30 23:35:44.149491+00	marked	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"mark": "note_taker", "answer": "asked_out", "note_taker": "4eaa4c78-810b-4bdb-a70c-0cb81d398693"}	{}	\\xabdb9b0e458f2a6a0c1b521cb0e4604e7185c621295ec628fc0c6276f9eb14af	\\x9aa95ac3dbfd0f77d3260c9230f21a6d5894745a8b4e4b7cb985732741b3be43
42f1d393-d4de-4b54-9942-44782e60ed02	13	2026-11-30 23:35:45.056672+00	recording_seen	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"at": "2026-11-30T23:37:44.169000+00:00", "seen_by": "chat_message", "incident": "c1c6dbe5-375c-4446-8bc7-10c917bd3eff"}	{}	\\x83f39e6f0a424c4566203f7b3898a1ad51a7a38ea460e54d55502beb44fc1d3b	\\xceed832abfc693d399fc84bfe770067f4663bf5ce609434dcfa1f6e9bdcc01bb
42f1d393-d4de-4b54-9942-44782e60ed02	14	2026-11-30 23:35:45.056672+00	course	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"rows": [{"id": "c1c6dbe5-375c-4446-8bc7-10c917bd3eff", "set": {"id": "c1c6dbe5-375c-4446-8bc7-10c917bd3eff", "switch": "unverifiable", "file_at": null, "file_id": null, "mark_id": "1796081730204", "ended_at": null, "ended_by": null, "file_state": "", "meeting_id": "42f1d393-d4de-4b54-9942-44782e60ed02", "noticed_at": "2026-11-30T23:35:45.056672+00:00", "noticed_by": "chat_message", "started_at": "2026-11-30T23:37:44.169000+00:00", "decider_oid": null, "end_mark_id": null, "file_outcome": null, "initiator_oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "watch_ended_at": null, "file_outcome_at": null, "file_outcome_by": null}, "table": "incidents"}]}	{}	\\xceed832abfc693d399fc84bfe770067f4663bf5ce609434dcfa1f6e9bdcc01bb	\\x42a8f2dc2680895a46fbf18300966e12b6a5ae2db02998e8d07b3196a8906392
42f1d393-d4de-4b54-9942-44782e60ed02	20	2026-11-30 23:35:45.171303+00	incident_step	system	{"who": "13621ec0-b2c8-5e30-9416-b1af275d6bab", "step": "decides", "incident": "c1c6dbe5-375c-4446-8bc7-10c917bd3eff"}	{}	\\x9f59601595eab8f4d96fb8eceec24c9e5a297af289d7ed008961934b2ec66b8c	\\x90f2dd370c2c24f3a5b1990ed7969f6db125b7b77b2c056b5c20f9f8f5f4b640
42f1d393-d4de-4b54-9942-44782e60ed02	21	2026-11-30 23:35:45.171303+00	course	system	{"rows": [{"id": "c1c6dbe5-375c-4446-8bc7-10c917bd3eff", "set": {"decider_oid": "13621ec0-b2c8-5e30-9416-b1af275d6bab"}, "table": "incidents"}]}	{}	\\x90f2dd370c2c24f3a5b1990ed7969f6db125b7b77b2c056b5c20f9f8f5f4b640	\\x0747a2fb2c8ac838f5e3fa0e0cea3e18469fe425483bfdc84d282dccce555059
42f1d393-d4de-4b54-9942-44782e60ed02	23	2026-11-30 23:35:45.266516+00	incident_step	system	{"who": "8d3e0d45-f5c7-5baf-b351-60177530448b", "step": "warned", "incident": "c1c6dbe5-375c-4446-8bc7-10c917bd3eff"}	{}	\\x1c1f717c5aafbc750f637dad8ab8ed8f110783dc11e905a1d987fc23fe10fe46	\\x241c90a2ab5509e6d85716b0796731a5f4ac4b3d56ff4793f8daf05327a66c51
\.


ALTER TABLE public.journal ENABLE TRIGGER ALL;

--
-- Data for Name: journal_heads; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.journal_heads DISABLE TRIGGER ALL;

COPY public.journal_heads (case_id, seq, hash) FROM stdin;
42f1d393-d4de-4b54-9942-44782e60ed02	23	\\x241c90a2ab5509e6d85716b0796731a5f4ac4b3d56ff4793f8daf05327a66c51
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	17	\\xe927fd1b5fcf55c8cdc3f3f7870f91ed8ab2904dd40408556802ceb9720fa7b7
427a4096-fc03-4a17-b635-4ed22fe88fba	18	\\x9bbce91473a29e4b3bd8c5cf01dea9c06427c13d97ac6bfd418c021300562eb8
072ad1e0-848b-4bba-8ead-eb6a9adc42f2	6	\\x591c2f714abfc309b3235ea721968de6205cecad00c5ff05c9b8baa5890f0d72
1e2feff3-057f-4df2-b484-d97c5394244a	8	\\x86071f3d8b9ab0ff3dba43b3e45e5c7045302e1e2fe3cf6be3a2a45bd4c740ca
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
a28c34b1-b003-423e-9c5b-3fe4695c3c94	42f1d393-d4de-4b54-9942-44782e60ed02	\N	note_taker	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	2026-11-30 23:35:44.149491+00	{"answer": "asked_out", "note_taker": "4eaa4c78-810b-4bdb-a70c-0cb81d398693"}
\.


ALTER TABLE public.marks ENABLE TRIGGER ALL;

--
-- Data for Name: note_takers; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.note_takers DISABLE TRIGGER ALL;

COPY public.note_takers (id, meeting_id, occurrence_id, person_key, sign, seen_at, asked_oid, answer, answered_at, answered_by) FROM stdin;
4eaa4c78-810b-4bdb-a70c-0cb81d398693	42f1d393-d4de-4b54-9942-44782e60ed02	6698214d-1dda-4bb8-a6e2-812153a416e2	f8400b3667a5261495fa2a54e79ee4946d349682cdcfb781a1f3e1050d9c9875	name	2026-11-30 23:35:44.023047+00	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	asked_out	2026-11-30 23:35:44.149491+00	f0b34c51-7b5e-5d9b-9752-1be9cba94d62
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
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	citizen_name	d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	\\x02036f6c646b0bc68bff027dd97e532714c6c10dc80be9a553758afd8e675d75abf793737b277db1fecb5b75eb50297b4ab40bbfbe4f93fd511f564ba4ab9c0015b5fdb708f8a82c59644af143d07a1618c048161eef3395782f65941d9755b252240cc55f4f6e27948e19d7e05dba66cb221c56c56984fda5952f45ecc56437116e11112a7e4529e43bf870ac4ee4d53d8b82aecd546a6bde453e8b972524eac1	\\x02036f6c642582eb13dfcf868b22285507bd9289d61824e4c1670d5f9e1a6b861aa6d40a6a1bf165df713df63f6b8809d882e20a50e3f5c39381eb90d48dac5b97a360a5913be6fd220f56a4c9ab1182e93fdfc350199c8b0ca0f5b797cefaa7158edb2d5b70e324123a21976466c408016c76278b7156e45706d89a32ca48be0f0a671280f7e304ab2b5dbfc8ca6f343b050541630990f4722e09159162f192ac	2026-11-30 23:35:33.960476+00
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	companion	d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	\\x02036f6c64ebcfc6db669672ec53631d2c3cd5524e7b47d89365a79d35188557dab6567cbe2fbeeedb88ac163d11c87c7ce789aca3e296bf7369d52feb4185d02dd119e2cc23777887d88a8b76278000998dac662cbbc038b526537a99593bc31b2b1a58e451ccfff0ca4352e7a55e78751444888d69c8d697e5940af30ff558536d72d146dbf1f42771ce03ee9268baed8216583bcacffb9618c2e366429bd428	\\x02036f6c64c568782e7066bc6d8f8de733f8beaaa8d54819c3cb3bda61af344b5777f38486d24293b18eb4701ca1313ad028c813f1bbf18909a963cc0de48dc05e2108f47c7d318b5e07d27c47946a56250ae5ba610e67cfc7904f72bcced7113ef471bd9e34f5daa9f7a84479270797eba9e4d7741c271a6d5df781fbb2c1d0b90c1d0970acf8103ea22a80aec65832600fd70023b8afc807d844274fe63f4e79	2026-11-30 23:35:33.960476+00
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	contact	d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	\\x02036f6c6489c424eba5952ea77ce2a9b0c92e85d7902216439ceda4ae4e7b9431884efc3aa6aff66292f57d1e52df756146f22200c53c91c1882f6fb72857df59a8687b51872848ae17b64d926e5285e1d2a11ace38ef965b1cd3bf1882ee07f253552378609e8d78ab17711ed9acd7fefd3cd494a7936f2c746f81517d5c7ffa0cbc437acecd8cf89f5b3087c07391bf204f1fcac97d7c1857b99146f531590a	\\x02036f6c64cf20ab86cb4d3b39144c55acb924fb415a362d261c5e89ab16240684e38b39e3cace2d58c29e071fc71f134e5adb41891ac51e4f708ffa1af7d4d17097f837eb4b7793c77776225089cbb888c05450fd5dcfba66007b2f4a5cef230c906c0c633032839f7b3394d9487423edd27ae0a8906a28dda7435779750d09381c9311358c60e68868908ae16a40eba684cdbc0d5be972c2dbb41697573af041	2026-11-30 23:35:33.960476+00
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	ground	d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	\\x02036f6c6477d6f324353f5f40248d5ee6b8bf9a0c145f66c20b29b1c2ad5dc1b4f2a1fa81950c625506ed9e59e13dccc7d8731e4c4aabe6ded7bbd82006f30c232ad877f3b71396193f915c69c65ac5d93e4e6b98ce7c7b28b61912b6d9f7753e5ce334ceb5e22b44a73ed3e7408d6991c0befec5cd108be33a0a8bc3597c32a8a866fcc3b35370b1708a06db0987131d6a8fd6a1a408ddb4bb3e48bcce3b0e8c	\\x02036f6c64b55fdb4a3c85c747170f355c876570feb3547fb7e6bc560f37c1828266758a9666779fb1fb14893072cce507a4aa5ce2d1f87fe4469b8042b2132fb946635d6cedf834a65cf638321bce540f3e0d5985662d1a5f1674369e308b1e5cc67681beaa7b71bc41fca3b501a41cdbead5d4cfda1203e9d09dff1b3bc68e25c16e9024b98ffb24042046bc1ec9daf1b643d6e0949259dba510c4e1dbf58840	2026-11-30 23:35:33.960476+00
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	own_words	d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	\\x02036f6c64fb08a8f4befeef20a575ee159046bf451eff36cf348fb5bd4c0cc1055b88ae1d46c4b5b3b9cc85b8c807bb9f58f188d151caedfd62f798f296ef37a5bb49b6e5b01a0177ff4bfe18d885a50ba46c36fdd8346a0db99368f731b1c36f0623d1175cc22486053c58f5c1b7254ffefcd36e5a7053cf2e414faa955cb25049fba56ae77afb4e3c3d63f4c659402c61f7cba48b10814d9daa612d5dbc882c	\\x02036f6c64d481a500ab42f6ed4737a2f235eade830359989f52b719c3f4d5e1780d5251491a6ee38f5caa2af2e04e5e3420093b8f3f3ab002e989f122d95d1d688e2961f59a070ba1e59387872ff1dc1226df4a2c98334cb2012b1f6c99354dcb65840d3d96799bd4fc245a687e7883ba43f665e6d6808c5ffaa4d3530aa229e431cad531d747992240ab2d490ea4dc2347e366541aed0fd63c03778a7657d987	2026-11-30 23:35:33.960476+00
427a4096-fc03-4a17-b635-4ed22fe88fba	title	427a4096-fc03-4a17-b635-4ed22fe88fba	\\x02036f6c641e3cbcb4c1778d9ca714cdf474fd3fc76ff10c6ccf81501e9aeacb7d9eab3bfc15eada87ce7caa93737a1a87d03b15c2d55ceb05229ca1dbf634b0840dd836b38e386cba9236ae93107ab2141255d253a14b5393e6b87a0bf1fe450ad3e27fa3a4ff47349ef9f4af9cc2cc49b9ef74851f4108661da88c6f7d59ce5f8ed32c3e4ad92ea8a069ff33ab316191d073d2c2d4030762b6eb78092b510ce7	\\x02036f6c6466cf90f37f6cf435321a0e87659c367f4c07453c02fe0fcecf647140bff81c5560ddc056f42a0a0ccfa39cc0d1bf81a0b940775776789b441077f394e1b04da42e342f912c5046a594abdcc09e628fec209482ac3cc0ad1bd2e67c70bc67e55e7ff45ac96e917b7c0cab7c4d1093a7c5419b8ac3edfa107518244a7c6d5293cea198572cfbad52f18f9ee73d80669a1372a93938318a45988bac9d7a	2026-11-30 23:35:34.587868+00
072ad1e0-848b-4bba-8ead-eb6a9adc42f2	citizen_name	072ad1e0-848b-4bba-8ead-eb6a9adc42f2	\\x02036f6c6476f3d0a786d81181579fe310a6ac7cf5e301109bd04b6793ae228ee991e590c6aa214328dbf208f56387756eeac11128df30d65495b6e45a0ea7298c22a2e12de8c1e8aecb56a90075e2032ede1d1917a91150b74cc68da3fa137993c95fca33567ce7760fbf7c605f403334f555b33699310a0ed52b385816839cca060b042802e7be94db7139043cc89c4f26922de3c367e6efacf9c208a610a345	\\x02036f6c64a711b035def2f413061e052958f91158d034461631130199fb867fc65a9a4519b5881d33a1186d2d6fa09da4e363475025e03411653f8ee75a8bfa7ff14a120f0ae7950c66c9fda1b551bb19e2c94397082b9a4aca7b8b0f13cb77c61999d70f4a185a4476e52343fbb16f0b83d2da5c571fdc02868096412656def239c1180247b8645335699aed9b8ee52b144aad123e7c1b8e1890ff4e37ccf497	2026-11-30 23:35:42.461649+00
072ad1e0-848b-4bba-8ead-eb6a9adc42f2	companion	072ad1e0-848b-4bba-8ead-eb6a9adc42f2	\\x02036f6c64f44c6590b3229d427e742c088f5ac709af23f67bbbd690fab83409b5757c1f72f3110685d83c28c3b42c8a7a8c071bef2344ba257d282c5d80bb2fbd19d6148f2a147a9d8f7efa58b7c139fa4940042baa1f15b02054921bc4b872c5b131eec36b4a70e6f3d547611091769d997834ebc15c636241a0444143bc657f389102aa90453076f6fada723c25dbc0640886177a5b422a8f34dc6a0d1f9df3	\\x02036f6c64988f74c2cdc8509f8aa4aab59c83e26bedebab78c2923b0fd6d80ccf6f58efdb122829611486685c9055429f3612b5fe0eb5b934de57a9aee49db37ad6d499edffe2fe8681962d04e2534e9f850672f89eeb0d788ca8982ca07d107a04dcf3fadf46aa71a72dd2d3d7d69d022d93ef0853aff9899797d4c230940912313d4a67359cc73dfec5dc4d067438d74e1fa05b500c5d846537afa6d4f45c73	2026-11-30 23:35:42.461649+00
072ad1e0-848b-4bba-8ead-eb6a9adc42f2	contact	072ad1e0-848b-4bba-8ead-eb6a9adc42f2	\\x02036f6c640d3ee458101f49731715fe270d171b1b1a004a31503c60f26cbce6e7c4d51427eaae0243c0ec52dc4ee4f1afffb025d30fb5af5697c61f41bb5eb63c1991610fa60b03a9665e73c00a9292f124f57346b681f6da4cf83a86a46c4a606a27ba914ca158a3829cf93c524fe0f7e91873aefede3ec8b2ad2c11160581b346cc1672db916488f49e7ef49a46694de3eb2053357fc93c3a0ad97ff1f526fe	\\x02036f6c6444397eceffc567549c12a6f729e2f3db85029a5991743d855de559c6eb05ebf3c8d103cedb142c5fd736e213539b475710ab536b7802541c6272080d8ec447b628ee04bf7b48da96d9cc95e8aeeba4e979bf3cad16acea79ab3be818c9e19397d0023a67faa6773639fcd4b13264ddd51b52ed5bd387f5e8f5615da27bf1c866fabfc5016bd91e23a8f412e0e898e66b3fad308acaa16b3f5941b7dc	2026-11-30 23:35:42.461649+00
072ad1e0-848b-4bba-8ead-eb6a9adc42f2	ground	072ad1e0-848b-4bba-8ead-eb6a9adc42f2	\\x02036f6c64563881bfeec3b0e82328d0606a001772dfcc2ca5b36e5b99e25ec2e8c390910d708ebbdf20ced284f8f3e88ac2832ea64bc5cb753d92f09693d1b0f2a7dfdabec07e3ee481093bf28b7465942c4fd2bf347e894ad9e70701c41ed9d6352c232e7876f1c2f854719aee5291f41bdbb1db0033d2b96cc5597e1df2283247d240f54ea960cf32133260c79ad86638399b55ca3e9e4d17de00dde7694b48	\\x02036f6c649486a0ecc655a29741f7d09233a08ac188d95e35ad7694ea3e49d578a3a10f2e9c10a229f2525d7fc883c2c418d866b834867d2538fa108b283eefb279a657382d58f54d3ffbd45da4b4a630749e6b1eda092221abfdb8a09be84ec0bc86a8fdd7f762e4f664059b49f184f6626629d952c0a1264759f8c7891e64829bf42046fb6ba8bc5c6854b442c9d464b43764ce7f2f6e1d4dff70c0aeced243	2026-11-30 23:35:42.461649+00
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	note.communication	d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	\\x02036f6c64d889ee3c62722a8aadae54fffd8eaf94d04cdec9e7f74d48290f4d17cb7f8b4fd8ba3947823ee19c676864724704b40184d56dd74adf4623e538caba62033316e97544cfc5b578ac60add2a7e9b65df0f1f49502c866243018d6b3ab85bd82164f06a5bd4aff798859de7c90ff3a928d8ec179e38dc66e9c62d659dee222f47a1bdf72d3c1e6798d5d07d41e07be5eb7f3666f0a45a2c872daa138f2	\\x02036f6c64306ff8cfce1decc30c99c0a69ba72eda32193c9b018cfb027f8ceb30beca53514b1d2b651e77589eba50e879f095391932a918edbee1a9b7c1a45d055b901c685bf4c61f7bdaa801231e1606dd9b148d33f1ec2cddebddc8d0e7ee3d023e4a673d725c2cd41aa3b2b5442bb43ff36b6d82b6d1fa0ed8e50a4a69747ea8f50c88d0d8a0fdf34a8615a9d30162dab8b4639146b600dbf0d079775dfd4f	2026-11-30 23:35:34.231569+00
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	note.companion	d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	\\x02036f6c6477170228be6e5a35bf1ef3c911344f25a11a3ac004d52498ea19c782ec8d7743fdf88c857e6d56f41ecb3a5e4130da1af1bb6dca3379bca44bf1a807965e8b164bda0f746897800b0e2acdbce049e86ec638c14f39859f3ab442caaf986e45bc4d8e4a65f6670652b41b923f646c5833fe524b4cc7f85f96ee7eabbb626ea1236251e69e91eb3fd28ad9d7fcc349441f2eb24bd999cdbf370892d387	\\x02036f6c642285a3152b65035c1c0ef3f59729651e6c9b1c905af5e018428374b451622ce0b091203a90e37c19b6b523391de0338e90484be705a70f1a1df355695dbe1c3edf39b53103340cb33093cacaf26b570222efabb59ba899ae4bb00a0887b2dcd3d8a01bd7dd123f3022af67c3bb983e6a90415ebd8726a715a98042a2a2e0a1eea7c1ec34a51e82d11c6690766e53acc7de2db8c6696dbd4865ce5988	2026-11-30 23:35:34.231569+00
072ad1e0-848b-4bba-8ead-eb6a9adc42f2	own_words	072ad1e0-848b-4bba-8ead-eb6a9adc42f2	\\x02036f6c6471f56dacb59834ae12cc5fccf2233f495f917827667c078c2ac42ac687ba9dc0f00620bd55aed746699adeb20052c8ebf95177c2161bee8adf63e0a3c166ac1e87a415a3e1b598ac6c86a1c2f08f5c5f9c0e8ca5dec09c37ec7217998e6438ae1e5bbbaf8e0fa8f2c2cd869668f1e6cb9edea8e624cb5de2ed54d6ea569ebed2d97da8174a144e1d76367d7ddf3eb5029f7ee40600eb8556c76d932d	\\x02036f6c64c7f44e46fe6ca88e23d61679b4e26dcdb0d004b07f7be2302382cec1f60b9145398beffb50005fdb83b652cdd96338aedc6361543f920974a0a61ed29c4e2089382eeb5fc6ef9d709148e26834b45c0b94aa4836fb740d780f47f3c5ba3f8050abafc1f9a17f4342c83efb4d63fcef42dec9c10d3a0587d0fb5ccfb5146b7c0b83f6091e77ab9970399aa6f4d9c20ace91fded4f2de3b0a1d2dd0847	2026-11-30 23:35:42.461649+00
42f1d393-d4de-4b54-9942-44782e60ed02	title	42f1d393-d4de-4b54-9942-44782e60ed02	\\x02036f6c6404ad5e731959449c64941f481945fe9f9e5c3518f94c19d933def4f60c2dd31d87f45d79ee0d95e2c407317a343428c778bf9d6041e83efd804fc8b8b9b175e6099179f70c321a4b8ea23a95524c631ddac09b49e28d09b44886e1394821dffb66b41dc29d0e0a98b18bf6a162b1684a029fd125f1d8dc855e20ccb317325f376d7ddaf60e92123c76c77f037d9edce362dce55cccc2772831af43f7	\\x02036f6c646c9e8ed683a7def54bb57f40fb21702105af321825b76bfc1c17a471f77d1b425b6e314409afd062bf3a7e8e6a68d85dfa7003903be91ff2fe24fc43b93a2e7512b6f9a18c9c809636d9648c798a46082342885d0196cf9f1958c276f780ff90dbdb2c97ed6d3300b9013615f11e23f0926aa0517d0cd429224fdfc6b1980263297a5d6755890a32cfd0409f0bc3fe0dd4ce5005cd76d03c66d96de1	2026-11-30 23:35:45.039343+00
2380cabc-d897-414d-adbc-e30558c43378	name	42f1d393-d4de-4b54-9942-44782e60ed02	\\x02036f6c64dbbd173b3b8f39c6f64c01272213578dfb45c51b99896342728ab6f531877cce3e88eef92e28c6f5a1a12669b61391bf75e2acea873e7afdc9e806233ae566e7a5d74c2bd8663d7c11ec23c16db6356a1425545c4246690d3be64908f6c8e5d3848c322e6f0cae9453a8f9c652232818062296f9643a142352a3d4b9cf53ee8812debff5f0e1c0030c4d3140099b1e0e8272b6b83650be7ccec0f5cc	\\x02036f6c64c468f6a34ad811f465ed44db4053b87a783a0883c6bffef7b3a7e278d668265bea005d84b70dc1b4d59f11ccd0967d12ff31ebda5b087c04e604c35caa4808cc1b3cdb87cdde896556381bb4b4f85e2aa173d928619d87e420490e95882664d741acd90dcf724521a52cf9917f6643a7bc285fd4220f653ef0440829dbcb318cf0ecaa33b5d752ac73fa74c51feac5b85331fb4c318f356c80f39e83	2026-11-30 23:35:45.185631+00
05e5a694-8e8d-4ee4-b38e-cc89fc312c84	name	42f1d393-d4de-4b54-9942-44782e60ed02	\\x02036f6c64c0b7f3ddfef91c9c5731cae29a135d4f14c8237f57faa931eb309e6bbf1d69c3450df14a0b5cc5348bc80cbbb515c94a4f48bca802c7a195970765c3cfd9ffc45c7f02092b5472ce9c721d50a056243ccab32f9e29edf70ba35c0dd2a1d6908627102a4b7a23c8259aeda00e29b9607e09dcc47b09a1b6a6df6b2e314314969163c0902fe0587bfd8d0109783c39196c4149d6f411472e65d50c7b6e	\\x02036f6c64a37d0c377f1c1fe0ff7080f036853b1741bd68d6bd2e83f855ca107c90a02bbe814f213f49a3a2ca0e8c29e430fe7cba1189b3f35f7a603136dbd98c2ba061d5bb240aac4463e3cddef5952c0cc779698ac57e765c44bbe1a16fb692942f1102c573622138533ecfbd6a626a53463e26d11aa450e451056ed0f5b5d4f6f8584bde0c672a78ea8f3596a30dc12167097c96b7d4a5aae563e17d08b565	2026-11-30 23:35:45.185631+00
0129c501-7589-4723-ba9c-6fe36bf1d456	name	42f1d393-d4de-4b54-9942-44782e60ed02	\\x02036f6c646d2474b05451db2af420de7ba93d370eaff8c739e603eb13f7ef9ae3663e49b833a493d305df2d94b7daf1fd4f7241c5432a693c8c015225cd335f7475c71e3b85ea3dafad9b0f815304f762cc35b123b66c69aa5d716443cd249a27d409e61c54d3cd9013a653ac570577c1203f13e6d094c1253ae0a0842745d2cbc8f871edbb1014aea67ecac58838c2e889f8b0a80d83d72df0356cfb4341ba9b	\\x02036f6c649fb5040ac1ce9e5bd0342112f0c64acb6c006f728b31188ac390142f3ec907767283b3e18085b973e142c662e8628fc596d257288982ad3669ce168738163000d9155d30eba30a70bc0bc1c603b2348f03387510e3378a066710998203a344154c34fecb8165f47a6679b135362d9fa0e81ef694475997edcc6f6d0391646333d2fafab0bd62dbc8ced51bd4392b74bd3cb65cb4544874a7b8ca15d6	2026-11-30 23:35:45.185631+00
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	note.cooperation	d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	\\x02036f6c643a0d1162e1c61719410919c9a0a827fd18ff21b1902f403bab565250d550dccc03ac38f4e643b11babafb2e7b93379befbb4c3ecb4767d7bff876df88bb918c0fa03525a38ae8b5268bcf3384476102e7963910f0e263acb3141f70ef13d9522c1d608d7cdc41b71b4da5677cdc5fce6a3d6c2e59723c414d7bde3373569a3d36850c9e51e77085c757f58b650bbc9ebd3e979df86f0ef1716a32a22	\\x02036f6c64f196723f550abab1cfec95393be09575fe294a1a493a104f9e734e69a3afafe12045bd8fcd42fd8657379add2d6c9a4f617ea76a15d37ad310266fcc2a8639eae926567b488f0b460694984f08523e72e292ec3c0f46faaa3778a3435162a719afacde2966d0807467c0b72a01a5c891b73fffac1462535e4178b754d132c8bf998315489ac8aa1195ee8d1704b2c7d4d29514dca26d4a2e3d2aa1c9	2026-11-30 23:35:34.231569+00
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	note.purpose	d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	\\x02036f6c64bef405bc9a50551a2b82eb152ced8e60905ba485ad611b72e4d0da0cd27773d42af24bd633952d2da144968196b71394c032a3bcdaeb8e40bdd59a3a3a1d4d8659100fae2408f15d4f9c5d40ab1f1ab67376061745bdf335ed75c78cc1ca675158994ab13fd2eb47d809533012892e57b4dadb5871d4eed37b082aa71755cc71cf91af2c29b98f6a9c2cf9eb45b0f4ceb05499e3b11a0ca016138da5	\\x02036f6c6499c059ac8649a30cad550c5cd705c39c998b76e72dc37388885f9f53940a70cf8637d93893bdb0eceb3a8b63923780bcd3427df08180cff76352d6b64a4f2504af0e2cd2c2093abdcf39c66e343b9cd07e1752fdaf622e1dce0e2f708879851de432daa143e6940aac7c22046ab7fa93998241e21d7fdccb3d4861dd84218f45fead84d5d8448688e89014fea6e0042d3bb2e626d61c4b3a81047f73	2026-11-30 23:35:34.231569+00
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	note.remember	d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	\\x02036f6c644c158b4bb68bcb588dede6a26c1085d819374ddd54a9df2200d8c4dd65f8228b6e74a912c7a5b612dea80681297f1152fc88c5bf97f0b8a134b1c70a1cca4696708edc134a1edc46549ac788cbdf1867d9ac80b7547f4b1724d27efd1c18b5d59092fd82c70cd6abc5f7d723a1e8250f1a65e26dde19c06a8826418a01a4853707bc8b072800908ce216de4a0b54dd0b5efe1b475285b5487f8e6bde	\\x02036f6c649c561e3044b7d097d89f43ba74ae3d99e504dc9307231f0186fdf444858f2a83262dfceeeb278c555bd0601a7685c2aa2e32c9f7d465c3d320ea467ebdca7967f0d438589d001f5dfbe4103d26b2b76d7ed51c30da54b05a4b38ac4e2e7e95baf26696cef310455cc7dc1a02b1af41b2067b9fa5bc5c766c50fe4258a25a29b83199777cfb7ba5786bbbc6642e92dadbfc509aacc54e3595c89539d4	2026-11-30 23:35:34.231569+00
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	letter	d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	\\x02036f6c64bff0d1da4f54def7b6d567f6bbec8383933ce49b138f3ae10598b27f457c71b18d84bf324e852b5d8b94386d359a7c6768ef22be4cc30e26e2f80e2c12a86aa232a9c9c8bf63f528d4c9c2f9c18e194e46449db98abfc8227fff12c5a82254d004b3c8aff2cebc28bd915037e4d11b8670749bd77e0438594c4ae56c38587bea692c93c252922adcf10f7cef140c4f4f5a3f4a5d8060e17e4b2af6b7a1882804e09023b3da93545b904538fd5124a998178d0bfefb27e0e45ab045454a000dd51c34fc5146bce8f5c5aff49a7fc243e46f4482338e158ca2009d76eaf14b9a5c82c1dca974e137cc1cef9a6043181f20ce6877b3be1a3c8df595565f6c02ec5bedae2aeb6cac755afc4917f81fa4dcc2ee4c3b7a670a62bffb1e1ff8c471d9e9023ac4dd4a9d0ae0d3ea0af685a6a85630eb83f217be6fbe4ed80e58052391dbe5b871f027cb233277fe4f4de9351457f5f6ac9a616e7dfb6f3cc9055eb176a793ded0c46dfc38108c0a1738abe13430de3280c87a465721ce015d240afd86c54b58ecbac68a88736ab5c15114b5983f444192739e474c67d8f3c5ef269d50365cb174a46cc9c7f6dd1da7095441fd2d5a9e0d62c9a3100dcfcb201a163c52f312a78718a8ef555c4ab4980b11696c8f2192d53adb4f84fa0632e16e96b8544fbfb634b1006d64aec55313d274a01ba40a00a3ee93104936a65a41a5c36da3cfc971d7de56721d0f223c3f0e11aa0b71925cb4ed3bac364055663e55c0347fda4f30aad242fe306c02e89fef44ef543b96e4f42ec98c04a683bbff7cbbb6059a521ea567a1af0673e821ede3f343664b18a14a2f45b4d6c5e51094a8e069ace359d304f5f39eefc8267bc6877e13c6304e2a961698316eb35df9be01419032ee0aa8f22f41de3dc697263e3b7e0314cbb9cdee522aab15af304b8312d91c4471bb664e39f8add40435e4b9db88b181edf56fbf70da8303e1b7cf40a4ccc594cb44a365d68ccd1744abb5e1425c4b7be1010ba828d39e2501bdb96225412e848d11595e7b14fbc1ea894adcf7486fe4a6ed3dd9cb2d1aba668666aa5bbac38c385b2a17e5c518b67b28144ba30d6101b1d6ea796cdb2c564a414a121a16820ef57ab6f4cf6ee24f7d3af0e959907ae33656ef58a57cea393ce9686464864d009686d983c8a893072605d22ad3381be66a8b91e5449f907bccc49910a36b0fcee184ef5bfb303e7b647151a72de68ca97123184fdb278cc8f51eb2048bc956239f0b1e12efd96fce65937cd2e57697201b1168d09ccf4c62d7d98c2f7b7176706f78722b0c0f1f4031886f9f823790042e0db05d4300806f7538058600109d8c06ed7262dbe75797fe29a2975d73f921fcc16f56fa6941161721d0e463a19c02f6f24ca16bdf986ce3ca9c710ef9ac2207065440bc9e57a31d96fe9a2dd0922f586d8ef58040fc142cba550cb7b7349a89d6d97abbee11e168b1f202278af9d769ed9186df4a229497e2e8e5be345743b3e079c356b15f2a6d7cd31a12a70d528a6b4611e874e961975999d19292dd9d249e979b13302d25d923ca81fdec9aea82e692e3340999340d20107c07eda8e9519fbf0310d1f0e2bf077162841bd25d8058877ebaf49db4a2fb5f0447e60ef731a509092a6454920ff27253c30b73a58cff6df39cbf7b07b20e407dc138c5f8a2184d49a7a9bf958fa7133ff1b4d40febec35607f83d6f56b3bd2963476311784d6a5c00cbac974311361bc34de9a5331eb5ccf1ad3d28de6d39354569e3ff69f2df138a488f07533705526f59641948e7ec40e774c18eff9cdd63a8d7d5bda154cf4d0956d67d9e16aea865ed2283b5756d9bcca97c63486f5f346b4b7731e42731ad284c806ebc61171038abb0805ed8fd98f123169e9b091d93d8b7a81f51a20e0e170f7d257226b25e84e9f9260e907328214548654aaeca228909f036c2cc5d9eadd49c09c6c99d331277675c06299d89e4fde961521a803b75a8f52edce95e59e485dab0d4e8bce93d33ae59560e52a63685f29d632acdc168bf040389f2cb74ed7e919bc2e96a7f41b8da5a79032361c20a1076616b07f717810dfe404ff2c8e5a5e533f654ab9b424082fe53daac83559695bb3806d44cb5519aeda2b2e062cd1bca7dd30643edd4a9d487250e20ae1b8617e10bd95352e27c4c149fb6903370b7d199b04883e36c8	\\x02036f6c64d31c991f19bfc8633b795a407ce7be16661483634b16b061618ea8542bd90d71c5a406a57be1b7b9ac1efbfd771fed758f7a9d3ca43b82c13d435953d4a60f1ecf6b0a98aae8a0807ac82fd6640f8a51f2cbb453b9384e10586a8fb9f2a04f3c0add2ea3eac947d738cc8caaf696e4321a2d3abe86e6fa2500acfe506537663597639ce935c9c5fb4cac3eacbaa9d7d91649c0ba2a6753dec97da5f1	2026-11-30 23:35:34.231569+00
d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	precedent	d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	\\x02036f6c64c22db8fff16c6e5edb56023ebd477ab1fde89addaed8744478d3a9540fde46002a54eb54c79731254c09811735971511d730f7bfb9824f2aaebf83cd6a92023bfa10afba391774e3b7d10f4a728d2f791b0fc8e7824d0b4fbb4de3457bb7888c7e48d2bcc0469d08c646b6b6aa4c85be1e6a79d7dae62ff31fc88a810f100cdca57d779fd3147892a990a8ef66e27ae74e3970a92b1307f408c63f3b	\\x02036f6c6426576896531efae19ce52ce6401187bdad0ef659d80f9f67540643a1c81e347d0f4cdf42211cd46f5a8d5d925fc79a511adf619c75a23626e18da652675b53df0b58dd762cc885691c7d525989f2789b3d6f21676100592dbcc32f38b957b4a2d7baa6776cb567ab81eb1e025ba2bdcf9dd80742f7884b7c95cd2a9274e381bf66c1341bebd1c4f9569c6aa179262f1d3bc2e7776c9a68d1482bdc09	2026-11-30 23:35:34.231569+00
2a76e209-a872-43d4-b68d-db1c9e681c69	words_da	427a4096-fc03-4a17-b635-4ed22fe88fba	\\x02036f6c64c44f05caa67d41123797e6541c0f051101e382add08ebc01d6b58605358ae202ba48942f1c3e785919db4955760aecc7a3c3fb61958d0d3c32d5e501c6a9ca496af0d7e0f38f00dad3cd889d292ff31a4545d024059e5ef5f8ade248fc96224530119825c5482cbf7b936d10de3a6e590b0fd0f111f21b378000a00524deaaf29c63c704f8c42de8628f5e07c60d526f92b096ac9de4087918c87dfa0ebb5f83a7844c724e136a9e4bd23448fe7adfb2cbef0793665f72a9786dccd36fbf41a5a8dcc3e4778bb3bfc09ea8e5b6952ad9e839bbc0b3f62501b2735fa80d9003d49bb3a3d9cc1d72307163f18f1ac069df3e420c909a043b9309d139cc9ea7f452c263f57bbf0391099cd57f656c4e5b66232dd0bdff24d97e1bfcf7df	\\x02036f6c64d0d62818b2290186bb82fb128f84e6a0cc7d508088c782b7422435b25e568e0d7cd953641961d8d2827d6e42c474c121520dd0c943504a179c434da51d6be9849177d5a54563cd64e88972095e4ed3f6dd4758c0953a0f9b2ec090f78abd5c5428c3c36b10fa644d8347488646997fa297e29cd2135820782cac08bd300daad6db5b7c7036eb1bf47c49de3bd333b8a53b8fac41429539de74d3af7a	2026-11-30 23:35:34.480425+00
2a76e209-a872-43d4-b68d-db1c9e681c69	words_en	427a4096-fc03-4a17-b635-4ed22fe88fba	\\x02036f6c64ec54ad666185efcc4a70cfa36bdd52655a372c7965c8d726f7c8544880509e5f96aaa24cf097c2f54c0f327a0ed1ad457b157519ffe5764e9b36ed6626f7dcbbd06b40d38260606572083b6b92e82bf04e3f63b5ba118dc185cf2e3357ddb15304f71e678e868a9731628991d025f30501f426886e55a6beef84b18e92b8a44eb578a72fdaaeea6e13b51982f08b4810e69c0e5fa78cb922b575d9d4a35e1851b27c61eb85e38f9179c7a7fdc8fcbf955ea0f63fd43ba24499ea7981bf40948fc5d7d93162f5403bb5d830262321017e1f7a511a0c44b5edf21474b25212013a8f03d2e1e76432c29dff2b6a8a6a717a902e9e614fc863eb08a5fc3464caaacd8da6fb96d0b53eeb90e80568c8c69692036bca8ce6309799264d1c8923c202bd3cd125c28b96ddada66af9c115549e16757845794214b051f1248ea1389b7337c6a5f94fd1a8684ed977f5d545cb61ba477931f1c231c31db4021e885a2df8bbbf602afc526819dc29b784c0114942851a6638c0ddb7b06d5dc94a6f01175dc2523566f27868e572c85da5c5fe4d90878f9a89555900bacf11581b84	\\x02036f6c642eaf26461148f25ad9d207b7bb00d6e1984d60bdad81995d293172f9e152f238e07946702715906b149421d7818b0444488f22167f08c0c9b644e24cca4569a8abc4f8a251bedf17a6afc71551461beb8c46163ec8523a4271ff9fe70fda81df36baa69d7b083535e6978cb12361241d5d49f9c76ac137ac90b8ef29ed5b330efe7bda44078465e8bd71b2a8774ebbf390f86e9a6f5ec3a19788daea	2026-11-30 23:35:34.480425+00
48abd6ee-f2d6-45e6-ae7d-88e06f1d3191	name	427a4096-fc03-4a17-b635-4ed22fe88fba	\\x02036f6c64a779a1d651d4b7d77598c6b74b287cc3fdfaf6cfa7861ecafc40d71e0adf4844a74537a4d3bb328f5d498c85ccba103975ef0f7ae8ae1b516d06e688642f4638a84faddeb05750f3035188b6c6f423ced4fbac514abeb3d0341da035a160de0814f6c8ec4d92a11b7584a92a8ee1b0ecd8e8df4cbd06e236a78ba8811f86de223fa9c27aae65fd407b3886c841b0fb7875dfd8ce0307b7f900f1a5af	\\x02036f6c6409a7d1fd9b3ecc27a84c11135e00c35cb6c9345483c9dbdc5f981f39cd85f7d3924807fc3542039ddb67cd3cee6fb5abd6b3f30954913df486b5408014b2b0fa1c43d5e050970d68759d3e0f35b89975a2eea8983c215ca3304f57f6a88a7b68b2272e656395f519bb2e869bd61ba4c45eb6e367de27736c2f1b33a075d7e06478ae134da2e292ad3aa02793b57c74705b97c22d36980ba3ed53b1bc	2026-11-30 23:35:34.65738+00
9a1fd203-c770-4433-aa44-d2ce3bf715c5	name	427a4096-fc03-4a17-b635-4ed22fe88fba	\\x02036f6c6496bbfc2194b87a6a0bf68d6059ca6ee88b657d8bb9d81e4bc415f3ebd54c27f75afa92e0f673ee3738fe59e910b8c7510c81e903e31f5407af63edd871196fe56281d150ef34c52d8f70c97b9b2ef29b79f6d49dc234ed3600421ee63ef39b5c35479c7e805de1a6a7ac096bff936f5ab84024e0d7d7216402c4d61c0632d1af540ca79dd0bb7839680039c076c9cf1bcc423dc08ed28aceadce0a61	\\x02036f6c64152ff2bb3980bfc64a388866e7a119d970dbf8a6425544cee5de0e8d67d54f74d699c5c625c2efb8ea09ab80d2462fe50768d9e5b42c0b9c56e7520b6f027c21fa31d9dd00f56ab97133447675ac09b43f7595dec614671041cd2bacc4ffffa580599449d78675419814123ccb50fa725a8222c9500bcaafeed57cc0847a925982fc8a30b4a8da345baec0602c59c1aa20292104ed5c2ea1cfffe28a	2026-11-30 23:35:34.65738+00
6a4a765f-5467-408a-a10f-f8b2577c86e1	name	427a4096-fc03-4a17-b635-4ed22fe88fba	\\x02036f6c64e22a6bda9107f6a59bb2280e233422eb274ab27a1e421034dd19dd5c8a9d4ec18a3baf4b6adfd41b673ab2e28d8e4722c8a34c0b41fdf6a11658ccf793b3a726e2808e6ad84c3a4b5b623744103f67e90706e747a13200ea1351b1171f57e259ec8786bcb10f077fea8c507fb39bf98a43f2cf0de3e2a67106c01190ea82d57450d8c2dfd27a1fed182d2181f0cf1b3298631bd7af534e36426bada1	\\x02036f6c64c89bb1d7ab5d18f2f9dd717a0ccd4b602fa45aed96c6d478c8f7bb11a073b5f3e8d81430d525f70cea346a7b309b68378eb674925eb54c9418eb088085f3bb67098afbc61d60e58f153b4a5e59df6957facb74f9b54aba39a9ccd2a2e92b54acff0528ccb3d77c5cd12ae4dcdaf5cbef55cdeed2fe805a95950ccd55817d3d4c3506d893b9e06b6d284a360a7c9434e91e9bc10e910eec89c76bea2d	2026-11-30 23:35:34.65738+00
41d0a24b-1349-4515-99eb-81c20a245ffd	name	427a4096-fc03-4a17-b635-4ed22fe88fba	\\x02036f6c643092164f05feda1fd4b62391be089f16399c684ee43229accf38075fabdc08971d0253fc15845b605d508b747dceb436fc7a3a99a4f71c47fb0a506c0ad2035440016fb4199a417d484532e42c9dda84a24f20db60129b0e13c0f9b717a9eac20b36eff616609259424c5daedf9f845e77c29f3dc3b26418f86b9766b6dd06edb3a69807e54777282f621f976bc9b174cb03e166f4476c3f1d512321	\\x02036f6c64c13e0b64870392d6f5dec91a5c807ad88a1818260de1b99ec916e210ef9ae1f693b78862693c12f6c5829b3f6d5184d9f4afe523752acccd31320650faf3377da7b4cb4dcc3b8ba735c6ea316a53460c645fc23e8d2cac77da63c9ca75c158aba966a51d53a3d52dac832577375329e1a997f187ab2ea11a960c3e5c003eb9767894f642fef36c51ab7438b68e57b86170f3f0887cabd5facb949cca	2026-11-30 23:35:36.771067+00
d1fca480-c2f4-455b-b751-9ad0ea9f162b	name	427a4096-fc03-4a17-b635-4ed22fe88fba	\\x02036f6c643671737cd95e12ab6b47085317f142eb9fed2554f32399a4f0079710832a036939ea1ce0bc925869d206d4268a0de9df60b76e1435cc24af2931c9a4a289d2222916f63ed7fe66cf119b30ace827d422f221fc63839cd33a47127cd3a26b7a38b4ae13d585bcac98416e040b2e175ad018a96e1657ea1ef59970d251919225d8bd00420c6db5c5f3a528a048b4f744043d4f0ce0c5af6ab2cec9d858	\\x02036f6c644249821ebd31f4348986be9521978acee601cc1379619c970ee257b9be8e3a20ede04ff2ca21f6251bfef8716dba1b5dfe6bd457d32b91170f2f50c8d51436039d5c0c3c8e4cee8a412f20369424efa02948786034acd4c923d3ceec506db8f3501386a236f60aef7e25551f764c496b51b1574882ceb52e19d616fb27fb13f08f14288f6d7736ea6142d544164a92002a513ff6ac18509638a5ab93	2026-11-30 23:35:39.5401+00
9782094e-99bf-4e57-ae46-e18b3f035f5e	name	427a4096-fc03-4a17-b635-4ed22fe88fba	\\x02036f6c643e0237025315de424f3dc02d0a7d9664bff1e5af162e3ec1783557b58ce63ba7481894c7017f4a662a035582db0bb927acc65a32aca37a66fd19610ed13f6eb2cbdd40578a922b6642ea7c71e47bea1b6c0b4c63739ed0905e705daaf2c974773206d71e8fc7959d69e0fd2f2084a8cd670a4a047cefb42a0338c5b09f0af29d3d5e289d7e014403565028f539967592f2d8cfbed9a390db07744a62	\\x02036f6c64689f40de9eee3f9b87731e422b35ec84028ec9c4327f8ca53b142b0106c939c4c15eb804d2f8e04851e4c3972dd7225c19cdcd631c14414fc3ed9a4bb9258d97c1ef41a2a00a13b18c0dc97dd235820bd2f73f3db9c17aa8dee7a60e56cfa05a1c9ec279d428d657d5d6af7b4bda9594040b9c350d9e8fd90a9b33f40d98124e49a03006e817c86e5b78a6e14d5125eef38fc612745febc6755cc59e	2026-11-30 23:35:39.613429+00
1e2feff3-057f-4df2-b484-d97c5394244a	title	1e2feff3-057f-4df2-b484-d97c5394244a	\\x02036f6c64d5d639e0b29bf14d37e92708ce3c2935c0db185bf8667c677b65c51ed269afcf2fbc174d0dbef997fddef433dcab4b674f1bf4e829da06f4afd72c1cb56e79bb618fe2e4450c7c1f691d0a7e53d3d94e0e8bdffa733bee86b2a1c3edabb5f0b959f6a6cdd5d1a5b5f8cad65f342de4cb41cc5cef8458c4f5d67a064f681299a25936f3f1a4ab69c71c90d63f2736a16ecc0ab76857a6b48b7f9c4f8c	\\x02036f6c649ad9e5bc7ae0854a79be12bfff06ec1b55bd0b0dd79dcf4e15f2860d0634dd9c7a443205d26d3f569776c8619d0ca87684b91a317b4a933d16efc7f4228b82e40a462e140169b420ec15ed33211efcf27f630f24efc03f11f6bac93d397a42276e5d6f4e7ee92a246ddc71349704e9e71f63ab469c1cbf559310e4f83c9cc75644405bb10758bf161bb2d4fae194c8bf289184baf5dc4c2e120d71e6	2026-11-30 23:35:43.727972+00
4eaa4c78-810b-4bdb-a70c-0cb81d398693	name	42f1d393-d4de-4b54-9942-44782e60ed02	\\x02036f6c64279b5ddddab6c2937a702b75e93fa2be0f763c00b806c726bb53010a90281db5679b5457656a216bb5a3611eb12a3f05f0db363d0a3053443b700c02727bf51891852dae217c2dd1b7ad1d9b014e2c72feb0250eb34c0d2d1079bb618bc55e7387c5bdf27da6cbc262d8f122935b15bebe49c4accc416074908418cd3ce14287f4aa905307dbc7222e1c498e4b894cb04806f71842ee41561c6d5c98	\\x02036f6c64c1b3563fdabdd27859eeb81e0794d642f87b88223acdf16e039f3589063b7a3473de5a3505b6af8a03262e091b37655143e6413faf93a4836239ff2d3722bf415de528d59559ef104555bca67360a22892fb6698cec860581a79d3698069b76f37ea21d60e3b363ed3af7d8b0595dde4f907114c748d8d97fac636ab70f575024be87b4b37f9a16a1af3739653b094fcfcbc3e1fdb5af811238267ca	2026-11-30 23:35:44.023047+00
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
1	2026-11-30 23:35:43.469379+00
\.


ALTER TABLE public.procrastinate_workers ENABLE TRIGGER ALL;

--
-- Data for Name: procrastinate_jobs; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.procrastinate_jobs DISABLE TRIGGER ALL;

COPY public.procrastinate_jobs (id, queue_name, task_name, priority, lock, queueing_lock, args, status, scheduled_at, attempts, abort_requested, worker_id) FROM stdin;
1	effects	lydhoer.wake	-3	\N	\N	{"effect": 4, "generation": 1}	todo	2026-12-01 00:35:33.336394+00	0	f	\N
2	effects	lydhoer.wake	-3	\N	\N	{"effect": 3, "generation": 1}	todo	2026-12-01 00:35:33.336445+00	0	f	\N
3	effects	lydhoer.wake	-3	\N	\N	{"effect": 2, "generation": 1}	todo	2026-12-01 23:35:33.33646+00	0	f	\N
4	effects	lydhoer.wake	-3	\N	\N	{"effect": 1, "generation": 1}	todo	2026-12-01 00:35:33.336472+00	0	f	\N
5	effects	lydhoer.wake	-3	\N	\N	{"effect": 5, "generation": 1}	todo	2026-11-30 23:50:33.34155+00	0	f	\N
6	effects	lydhoer.wake	-4	\N	\N	{"effect": 6, "generation": 1}	todo	2026-11-30 23:36:33.343622+00	0	f	\N
10	effects	lydhoer.wake	-3	\N	\N	{"effect": 9, "generation": 1}	todo	2026-12-01 01:35:33.485165+00	0	f	\N
11	effects	lydhoer.wake	-3	\N	\N	{"effect": 10, "generation": 1}	todo	2026-11-30 23:55:33.485184+00	0	f	\N
20	effects	lydhoer.wake	-3	\N	\N	{"effect": 9, "generation": 2}	todo	2026-12-01 01:35:33.501683+00	0	f	\N
21	effects	lydhoer.wake	-3	\N	\N	{"effect": 10, "generation": 2}	todo	2026-11-30 23:55:33.501702+00	0	f	\N
26	effects	lydhoer.wake	-3	\N	\N	{"effect": 30, "generation": 1}	todo	2026-11-30 23:50:33.792674+00	0	f	\N
43	effects	lydhoer.wake	-4	\N	\N	{"effect": 45, "generation": 1}	todo	2026-11-30 23:35:54.394755+00	0	f	\N
48	effects	lydhoer.wake	-3	\N	\N	{"effect": 37, "generation": 3}	todo	2026-11-30 23:55:34.5421+00	0	f	\N
52	effects	lydhoer.wake	-3	\N	\N	{"effect": 9, "generation": 3}	todo	2026-12-01 01:35:33.481022+00	0	f	\N
54	effects	lydhoer.wake	-3	\N	\N	{"effect": 10, "generation": 3}	todo	2026-11-30 23:55:33.481048+00	0	f	\N
59	effects	lydhoer.wake	-3	\N	\N	{"effect": 62, "generation": 1}	todo	2026-11-30 23:50:34.771722+00	0	f	\N
107	effects	lydhoer.wake	-3	\N	\N	{"effect": 109, "generation": 1}	todo	2026-12-01 01:35:42.321153+00	0	f	\N
108	effects	lydhoer.wake	-3	\N	\N	{"effect": 110, "generation": 1}	todo	2026-11-30 23:55:42.321172+00	0	f	\N
112	effects	lydhoer.wake	-3	\N	\N	{"effect": 9, "generation": 4}	todo	2026-12-01 01:35:33.491118+00	0	f	\N
114	effects	lydhoer.wake	-3	\N	\N	{"effect": 10, "generation": 4}	todo	2026-11-30 23:55:33.491145+00	0	f	\N
120	effects	lydhoer.wake	-3	\N	\N	{"effect": 127, "generation": 1}	todo	2026-11-30 23:50:38.019717+00	0	f	\N
128	effects	lydhoer.wake	-3	\N	\N	{"effect": 109, "generation": 2}	todo	2026-12-01 01:35:42.331944+00	0	f	\N
129	effects	lydhoer.wake	-3	\N	\N	{"effect": 110, "generation": 2}	todo	2026-11-30 23:55:42.331962+00	0	f	\N
134	effects	lydhoer.wake	-3	\N	\N	{"effect": 139, "generation": 1}	todo	2026-12-01 01:35:43.831326+00	0	f	\N
135	effects	lydhoer.wake	-3	\N	\N	{"effect": 140, "generation": 1}	todo	2026-11-30 23:55:43.831344+00	0	f	\N
141	effects	lydhoer.wake	-4	\N	\N	{"effect": 146, "generation": 1}	todo	2026-11-30 23:36:03.967692+00	0	f	\N
148	effects	lydhoer.wake	-4	\N	\N	{"effect": 48, "generation": 11}	todo	2026-11-30 23:35:46.047736+00	0	f	\N
147	effects	lydhoer.wake	-4	\N	\N	{"effect": 45, "generation": 7}	todo	2026-11-30 23:35:45.477225+00	0	f	\N
149	effects	lydhoer.wake	-4	\N	\N	{"effect": 149, "generation": 3}	todo	2026-11-30 23:35:46.049901+00	0	f	\N
151	effects	lydhoer.wake	-3	\N	\N	{"effect": 139, "generation": 2}	todo	2026-12-01 01:35:43.838119+00	0	f	\N
152	effects	lydhoer.wake	-3	\N	\N	{"effect": 140, "generation": 2}	todo	2026-11-30 23:55:43.838136+00	0	f	\N
155	effects	lydhoer.wake	-1	\N	\N	{"effect": 164, "generation": 1}	doing	\N	0	f	1
156	effects	lydhoer.wake	-3	\N	\N	{"effect": 144, "generation": 3}	doing	\N	0	f	1
158	effects	lydhoer.wake	-1	\N	\N	{"effect": 164, "generation": 2}	todo	2026-11-30 23:35:46.147072+00	1	f	1
160	effects	lydhoer.wake	-1	\N	\N	{"effect": 162, "generation": 2}	todo	2026-11-30 23:36:45.205643+00	0	f	\N
159	effects	lydhoer.wake	-1	\N	\N	{"effect": 164, "generation": 3}	todo	2026-11-30 23:35:46.215495+00	1	f	1
161	effects	lydhoer.wake	-2	\N	\N	{"effect": 63, "generation": 17}	todo	2026-11-30 23:35:46.263194+00	0	f	\N
\.


ALTER TABLE public.procrastinate_jobs ENABLE TRIGGER ALL;

--
-- Data for Name: procrastinate_events; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.procrastinate_events DISABLE TRIGGER ALL;

COPY public.procrastinate_events (id, job_id, type, at) FROM stdin;
1	1	scheduled	2026-12-01 00:35:33.336394+00
2	1	deferred	2026-11-30 23:35:33.331146+00
3	2	scheduled	2026-12-01 00:35:33.336445+00
4	2	deferred	2026-11-30 23:35:33.331146+00
5	3	scheduled	2026-12-01 23:35:33.33646+00
6	3	deferred	2026-11-30 23:35:33.331146+00
7	4	scheduled	2026-12-01 00:35:33.336472+00
8	4	deferred	2026-11-30 23:35:33.331146+00
9	5	scheduled	2026-11-30 23:50:33.34155+00
10	5	deferred	2026-11-30 23:35:33.340911+00
11	6	scheduled	2026-11-30 23:36:33.343622+00
12	6	deferred	2026-11-30 23:35:33.343022+00
20	10	scheduled	2026-12-01 01:35:33.485165+00
21	10	deferred	2026-11-30 23:35:33.532794+00
22	11	scheduled	2026-11-30 23:55:33.485184+00
23	11	deferred	2026-11-30 23:35:33.532794+00
40	20	scheduled	2026-12-01 01:35:33.501683+00
41	20	deferred	2026-11-30 23:35:33.960809+00
42	21	scheduled	2026-11-30 23:55:33.501702+00
43	21	deferred	2026-11-30 23:35:33.960809+00
53	26	scheduled	2026-11-30 23:50:33.792674+00
54	26	deferred	2026-11-30 23:35:34.091366+00
86	43	scheduled	2026-11-30 23:35:54.394755+00
87	43	deferred	2026-11-30 23:35:34.382834+00
99	48	scheduled	2026-11-30 23:55:34.5421+00
100	48	deferred	2026-11-30 23:35:34.559443+00
109	52	scheduled	2026-12-01 01:35:33.481022+00
110	52	deferred	2026-11-30 23:35:34.588087+00
112	54	scheduled	2026-11-30 23:55:33.481048+00
113	54	deferred	2026-11-30 23:35:34.588087+00
126	59	scheduled	2026-11-30 23:50:34.771722+00
127	59	deferred	2026-11-30 23:35:34.765493+00
289	107	scheduled	2026-12-01 01:35:42.321153+00
290	107	deferred	2026-11-30 23:35:42.340553+00
291	108	scheduled	2026-11-30 23:55:42.321172+00
292	108	deferred	2026-11-30 23:35:42.340553+00
317	120	scheduled	2026-11-30 23:50:38.019717+00
318	120	deferred	2026-11-30 23:35:42.55315+00
382	147	scheduled	2026-11-30 23:35:45.477225+00
383	147	deferred	2026-11-30 23:35:44.468398+00
389	149	scheduled	2026-11-30 23:35:46.049901+00
390	149	deferred	2026-11-30 23:35:45.037518+00
403	155	started	2026-11-30 23:35:45.094093+00
415	159	scheduled	2026-11-30 23:35:46.215495+00
416	159	deferred_for_retry	2026-11-30 23:35:45.21563+00
404	156	started	2026-11-30 23:35:45.102445+00
409	158	scheduled	2026-11-30 23:35:46.147072+00
410	158	deferred_for_retry	2026-11-30 23:35:45.147389+00
414	159	started	2026-11-30 23:35:45.213622+00
392	151	scheduled	2026-12-01 01:35:43.838119+00
393	151	deferred	2026-11-30 23:35:45.039597+00
394	152	scheduled	2026-11-30 23:55:43.838136+00
395	152	deferred	2026-11-30 23:35:45.039597+00
408	158	started	2026-11-30 23:35:45.144595+00
299	112	scheduled	2026-12-01 01:35:33.491118+00
300	112	deferred	2026-11-30 23:35:42.462129+00
302	114	scheduled	2026-11-30 23:55:33.491145+00
303	114	deferred	2026-11-30 23:35:42.462129+00
353	134	scheduled	2026-12-01 01:35:43.831326+00
354	134	deferred	2026-11-30 23:35:43.853378+00
355	135	scheduled	2026-11-30 23:55:43.831344+00
356	135	deferred	2026-11-30 23:35:43.853378+00
406	158	deferred	2026-11-30 23:35:45.091186+00
411	159	deferred	2026-11-30 23:35:45.185939+00
412	160	scheduled	2026-11-30 23:36:45.205643+00
413	160	deferred	2026-11-30 23:35:45.185939+00
418	161	scheduled	2026-11-30 23:35:46.263194+00
419	161	deferred	2026-11-30 23:35:45.23332+00
400	155	deferred	2026-11-30 23:35:45.056886+00
401	156	deferred	2026-11-30 23:35:45.056886+00
339	128	scheduled	2026-12-01 01:35:42.331944+00
340	128	deferred	2026-11-30 23:35:43.728187+00
341	129	scheduled	2026-11-30 23:55:42.331962+00
342	129	deferred	2026-11-30 23:35:43.728187+00
365	141	scheduled	2026-11-30 23:36:03.967692+00
366	141	deferred	2026-11-30 23:35:43.960517+00
387	148	scheduled	2026-11-30 23:35:46.047736+00
388	148	deferred	2026-11-30 23:35:45.037239+00
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
2380cabc-d897-414d-adbc-e30558c43378	c1c6dbe5-375c-4446-8bc7-10c917bd3eff	8f74c8e74327493ad57a6728fb16e2c9f8776d3b943a5f7d3c1536fe8fe1dee4	member	in_call	2026-11-30 23:35:45.185631+00	2026-11-30 23:35:45.185631+00
05e5a694-8e8d-4ee4-b38e-cc89fc312c84	c1c6dbe5-375c-4446-8bc7-10c917bd3eff	7c2e111e7ba8ac3dac7bb2edff5c1f75764e7485bb1a20e5e7645278a85243ae	guest	in_call	2026-11-30 23:35:45.185631+00	2026-11-30 23:35:45.185631+00
0129c501-7589-4723-ba9c-6fe36bf1d456	c1c6dbe5-375c-4446-8bc7-10c917bd3eff	ef209138f098164432b65bbe401c8e88554d85d4d48781855be5944f982a6244	anonymous	roster	2026-11-30 23:35:45.185631+00	2026-11-30 23:35:45.185631+00
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
00588484-aea1-403b-8c4f-b711e8536e6a	723422da-ddd6-4dfe-9652-7ac1a6f08911	1	one	["70d9b66ac0186487e76c4308ec01bf8ecea77990", "25b2d19f9fe833490909091e6d9128c9df55d824"]	43	86333c19-be49-4505-a5f0-ca68695aefbf	completed	f		2026-11-30 23:35:36.830176+00	2026-11-30 23:35:39.206004+00	2026-11-30 23:35:39.237171+00
fd4f607a-78d2-4784-bcb1-3b206dd959ff	723422da-ddd6-4dfe-9652-7ac1a6f08911	1	one	["70d9b66ac0186487e76c4308ec01bf8ecea77990", "25b2d19f9fe833490909091e6d9128c9df55d824"]	43	25b98b92-3be2-4093-b982-6a1a10903767	completed	f		2026-11-30 23:35:41.976142+00	2026-11-30 23:35:42.097614+00	2026-11-30 23:35:42.116542+00
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
8464d218-afd2-4e29-95df-6f921e3ee2bd	d83174dc-aa1b-4e45-bdc3-36fec6e5e70e	\N	read_aloud	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	2026-11-30 23:35:34.969376+00	2026-11-30 23:35:39.237171+00	system	\N
\.


ALTER TABLE public.tasks ENABLE TRIGGER ALL;

--
-- Data for Name: tellings; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.tellings DISABLE TRIGGER ALL;

COPY public.tellings (id, occurrence_id, number, what, how, content, profile_id, profile_version, at) FROM stdin;
2a76e209-a872-43d4-b68d-db1c9e681c69	fa690083-cf2f-4c6d-a863-966392d8f318	1	recorded	chat	["d83174dc-aa1b-4e45-bdc3-36fec6e5e70e"]	frederiksberg	1	2026-11-30 23:35:34.480425+00
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

SELECT pg_catalog.setval('public.effects_id_seq', 169, true);


--
-- Name: procrastinate_events_id_seq; Type: SEQUENCE SET; Schema: public; Owner: postgres
--

SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 419, true);


--
-- Name: procrastinate_jobs_id_seq; Type: SEQUENCE SET; Schema: public; Owner: postgres
--

SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 161, true);


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
