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
-- Data for Name: budgets; Type: TABLE DATA; Schema: public; Owner: -
--

SET SESSION AUTHORIZATION DEFAULT;

ALTER TABLE public.budgets DISABLE TRIGGER ALL;

COPY public.budgets (key, tokens, at) FROM stdin;
conversation:6173d1107db1c2c06b78ff2e7beb874a	999	2026-11-29 12:33:52.378415+00
conversation:407f57ad25bfa531fe216bdfc0c6b4cc	999	2026-11-29 12:33:52.792121+00
conversation:b7281631774fd529eca88ed7b2f33c89	999	2026-11-29 12:33:52.968286+00
conversation:f1ac859a188647fb27e17985dab4c8c9	999	2026-11-29 12:34:04.636302+00
conversation:70045112af1b2a195b46d6d049c318a5	999	2026-11-29 12:34:08.43221+00
conversation:3d66456f772da949e4ef213680b8ba11	999	2026-11-29 12:34:09.798938+00
tenant	999	2026-11-29 12:34:09.800208+00
\.


ALTER TABLE public.budgets ENABLE TRIGGER ALL;

--
-- Data for Name: cards; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.cards DISABLE TRIGGER ALL;

COPY public.cards (purpose, service_url, conversation_id, activity_id, posted_at, claimed_at, uncertain) FROM stdin;
status:c6428e8b-633e-4552-ab9d-88f527b2a334	https://localhost:35915/connector	19:meeting_5b38c58f6d8d42d780a117ec5cd9efa1@thread.v2	1795955629174	2026-11-29 12:33:54.566065+00	2026-11-29 12:33:54.327144+00	0
wish:ba14a88e-3d9b-4cc8-b844-6062e0fdb9f6:f0b34c51-7b5e-5d9b-9752-1be9cba94d62	https://localhost:35915/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1795955629176	2026-11-29 12:33:55.242987+00	2026-11-29 12:33:55.175175+00	0
decide:a0ae0217-ce4b-4b7e-a0ac-ea76672a188c:13621ec0-b2c8-5e30-9416-b1af275d6bab	https://localhost:35915/connector	a:1YV9ZU0FOS29ldUItdTZCWVYtbE9Wd1BrUmI2X3gxc1pRR2dFRGlacGNNcHI5aElB	1795955629180	2026-11-29 12:33:57.286057+00	2026-11-29 12:33:57.208167+00	0
case:a0ae0217-ce4b-4b7e-a0ac-ea76672a188c:f0b34c51-7b5e-5d9b-9752-1be9cba94d62	https://localhost:35915/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1795955629181	2026-11-29 12:33:58.076135+00	2026-11-29 12:33:58.012201+00	0
decide:a47d55ce-fb4c-49e2-b4d0-8273b866663a:13621ec0-b2c8-5e30-9416-b1af275d6bab	https://localhost:35915/connector	a:1YV9ZU0FOS29ldUItdTZCWVYtbE9Wd1BrUmI2X3gxc1pRR2dFRGlacGNNcHI5aElB	1795955629189	2026-11-29 12:34:02.506651+00	2026-11-29 12:34:02.442934+00	0
case:a47d55ce-fb4c-49e2-b4d0-8273b866663a:f0b34c51-7b5e-5d9b-9752-1be9cba94d62	https://localhost:35915/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1795955629190	2026-11-29 12:34:03.059183+00	2026-11-29 12:34:03.001417+00	0
announce:2db4d49c-e415-441e-8dc4-6ef5f9b28d9e:1:84e16603eeab	https://localhost:35915/connector	19:meeting_5b38c58f6d8d42d780a117ec5cd9efa1@thread.v2	1795955629206	2026-11-29 13:04:07.596445+00	2026-11-29 13:04:07.522158+00	0
ledger:2db4d49c-e415-441e-8dc4-6ef5f9b28d9e:f0b34c51-7b5e-5d9b-9752-1be9cba94d62	https://localhost:35915/connector	a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	1795955629207	2026-11-29 13:04:08.654193+00	2026-11-29 13:04:08.587111+00	0
\.


ALTER TABLE public.cards ENABLE TRIGGER ALL;

--
-- Data for Name: chats; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.chats DISABLE TRIGGER ALL;

COPY public.chats (oid, mri, name, conversation_id, service_url, installed, seen_at) FROM stdin;
f0b34c51-7b5e-5d9b-9752-1be9cba94d62	29:1G8v6RYlng0BkDpHS2ytAklWGqwix_a050ApVColmDF8by_pFiWeDQGQOkdLbK0CSVYar		a:1djZSWWxuZzBCa0RwSFMyeXRBa2xXR3F3aXhfYTA1MEFwVkNvbG1ERjhieV9wRmlX	https://localhost:35915/connector	t	2026-11-29 12:33:51.390432+00
fb34bcf8-546c-5b2c-8778-7c5f97048717	29:10DwchsbG6VpuYgaZFL5SwiycNPx-xWz0YgFWNAHxBP3QPByGxsbpWm5iBpkUvlLCLJw0		a:1d2Noc2JHNlZwdVlnYVpGTDVTd2l5Y05QeC14V3owWWdGV05BSHhCUDNRUEJ5R3hz	https://localhost:35915/connector	t	2026-11-29 12:33:51.607502+00
13621ec0-b2c8-5e30-9416-b1af275d6bab	29:1DKa_YSANKoeuB-u6BYV-lOVwPkRb6_x1sZQGgEDiZpcMpr9hIA0qh64H67oFhX6U5XA-		a:1YV9ZU0FOS29ldUItdTZCWVYtbE9Wd1BrUmI2X3gxc1pRR2dFRGlacGNNcHI5aElB	https://localhost:35915/connector	t	2026-11-29 12:33:51.680042+00
4126ed5a-dda1-5cc8-b383-b4629e0fb17f	29:1fbmcbhWx2ogD6nu2e4b0m4WTcVm_dhV0KckRW4JE_MB9uZxuFbHaiAPqe7Z7hvSbhZNx		a:1bWNiaFd4Mm9nRDZudTJlNGIwbTRXVGNWbV9kaFYwS2NrUlc0SkVfTUI5dVp4dUZi	https://localhost:35915/connector	t	2026-11-29 12:33:51.77353+00
8d3e0d45-f5c7-5baf-b351-60177530448b	29:11tWrgzpH2busziBuZ-vtVPolHd9-COe3hD0oZ-REfPnW1auDOkfZu6zOIG5n6-1U-iUd		a:1V3JnenBIMmJ1c3ppQnVaLXZ0VlBvbEhkOS1DT2UzaEQwb1otUkVmUG5XMWF1RE9r	https://localhost:35915/connector	t	2026-11-29 12:33:51.867057+00
\.


ALTER TABLE public.chats ENABLE TRIGGER ALL;

--
-- Data for Name: colleagues; Type: TABLE DATA; Schema: public; Owner: -
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
-- Data for Name: meetings; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.meetings DISABLE TRIGGER ALL;

COPY public.meetings (id, kind, chat_id, teams_meeting_id, graph_id, service_url, teams_type, organizer_oid, organizer_mri, organizer_tenant, starts_at, ends_at, state, app_installed, dial_in, phone_possible, block_state, block_reason, block_read_at, watched_until, version, created_at) FROM stdin;
c6428e8b-633e-4552-ab9d-88f527b2a334	virtual	19:meeting_5b38c58f6d8d42d780a117ec5cd9efa1@thread.v2	MCMxOTptZWV0aW5nXzViMzhjNThmNmQ4ZDQyZDc4MGExMTdlYzVjZDllZmExQHRocmVhZC52MiMw	MSpmMGIzNGM1MS03YjVlLTVkOWItOTc1Mi0xYmU5Y2JhOTRkNjIqMCoqMTk6bWVldGluZ181YjM4YzU4ZjZkOGQ0MmQ3ODBhMTE3ZWM1Y2Q5ZWZhMUB0aHJlYWQudjI=	https://localhost:35915/connector	Scheduled	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	29:1G8v6RYlng0BkDpHS2ytAklWGqwix_a050ApVColmDF8by_pFiWeDQGQOkdLbK0CSVYar	3e038f54-43f1-5502-b277-93f446341c33	2026-11-29 13:03:53.095+00	2026-11-29 14:03:53.095+00	coming	t	t	\N	held		2026-11-29 13:04:07.170199+00	2026-11-29 13:04:07.125128+00	10	2026-11-29 12:33:53.130273+00
\.


ALTER TABLE public.meetings ENABLE TRIGGER ALL;

--
-- Data for Name: precedents; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.precedents DISABLE TRIGGER ALL;

COPY public.precedents (id, quarter, department, relation, meeting_kind, employee_type, ground, refusal_ground, outcome) FROM stdin;
f7fc59fe-0a36-4efa-9359-11bebe620b50	2026-4	familie	citizen	virtual	\N	other	\N	granted
2916ed70-0137-4e23-b707-09b1c72caea3	2026-4	familie	citizen	virtual	\N	other	assessed	not_granted
\.


ALTER TABLE public.precedents ENABLE TRIGGER ALL;

--
-- Data for Name: requests; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.requests DISABLE TRIGGER ALL;

COPY public.requests (id, number, meeting_id, department, registered_by, caseworker_oid, relation, role, requester_oid, employee_type, notice, others_affairs, scope, state, late, answer_by, profile_id, profile_version, approver_oid, deputy_oid, decided_by, decided_at, refusal_ground, devices_out, proposed_by, proposed_at, confirmer_oid, confirmed_by, precedent_id, verdicts, answer_state, answer_at, answer_how, announced_at, used_at, note_copied_at, created_at, inbound_key, version) FROM stdin;
a47d55ce-fb4c-49e2-b4d0-8273b866663a	L-2TYD8PL	c6428e8b-633e-4552-ab9d-88f527b2a334	familie	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	citizen	citizen	\N	\N	f	\N	whole	not_granted	f	spoken	frederiksberg	1	13621ec0-b2c8-5e30-9416-b1af275d6bab	\N	13621ec0-b2c8-5e30-9416-b1af275d6bab	2026-11-29 12:34:03.761844+00	assessed	f	\N	\N	\N	\N	2916ed70-0137-4e23-b707-09b1c72caea3	{"purpose": "for", "remember": "for", "companion": "for", "cooperation": "against", "communication": "for"}	delivered	2026-11-29 12:34:00+00	spoken	\N	\N	\N	2026-11-29 12:34:01.883199+00	8a89d46ad0c4426001fd5fce88f6d019c44371a31f96d3bcd876bc3fa8780d12	6
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	L-LR35SF3	c6428e8b-633e-4552-ab9d-88f527b2a334	familie	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	citizen	citizen	\N	\N	f	\N	whole	granted	f	email	frederiksberg	1	13621ec0-b2c8-5e30-9416-b1af275d6bab	\N	13621ec0-b2c8-5e30-9416-b1af275d6bab	2026-11-29 12:33:58.687307+00	\N	f	\N	\N	\N	\N	f7fc59fe-0a36-4efa-9359-11bebe620b50	{"purpose": "for", "remember": "for", "companion": "for", "cooperation": "against", "communication": "for"}	delivered	2026-11-29 12:34:00+00	email_confirmed	2026-11-29 13:04:07.621964+00	2026-11-29 13:04:06.33+00	\N	2026-11-29 12:33:55.722437+00	9a0037c0146a2c2170ddf91a87575ca231926f7d1bb91bfb28a606af90ce79c7	9
\.


ALTER TABLE public.requests ENABLE TRIGGER ALL;

--
-- Data for Name: contact_wishes; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.contact_wishes DISABLE TRIGGER ALL;

COPY public.contact_wishes (id, meeting_id, person_key, anonymous, request_id, created_at) FROM stdin;
ba14a88e-3d9b-4cc8-b844-6062e0fdb9f6	c6428e8b-633e-4552-ab9d-88f527b2a334	6b5731e13bf122ac809a0e9799246261c005d0bb3a62f0ee4de212071b318e40	f	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	2026-11-29 12:33:54.685683+00
\.


ALTER TABLE public.contact_wishes ENABLE TRIGGER ALL;

--
-- Data for Name: effects; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.effects DISABLE TRIGGER ALL;

COPY public.effects (id, kind, key, args, due_at, generation, claimed_at, claims, done_at, outcome) FROM stdin;
1	tidy	daily	{}	2026-11-30 12:33:51.083184+00	1	\N	0	\N	\N
2	menu	hello:f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62"}	2026-11-29 12:33:51.203656+00	1	\N	1	2026-11-29 12:33:52.219364+00	shown
3	menu	hello:fb34bcf8-546c-5b2c-8778-7c5f97048717	{"oid": "fb34bcf8-546c-5b2c-8778-7c5f97048717"}	2026-11-29 12:33:51.438519+00	1	\N	1	2026-11-29 12:33:52.409062+00	shown
16	wish_card	ba14a88e-3d9b-4cc8-b844-6062e0fdb9f6	{"wish_id": "ba14a88e-3d9b-4cc8-b844-6062e0fdb9f6"}	2026-11-29 12:33:55.722437+00	2	\N	1	2026-11-29 12:33:56.677566+00	shown
4	menu	hello:13621ec0-b2c8-5e30-9416-b1af275d6bab	{"oid": "13621ec0-b2c8-5e30-9416-b1af275d6bab"}	2026-11-29 12:33:51.634098+00	1	\N	1	2026-11-29 12:33:52.601042+00	shown
5	menu	hello:4126ed5a-dda1-5cc8-b383-b4629e0fb17f	{"oid": "4126ed5a-dda1-5cc8-b383-b4629e0fb17f"}	2026-11-29 12:33:51.722542+00	1	\N	1	2026-11-29 12:33:52.821247+00	shown
21	receipt_mail	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	{"request_id": "a0ae0217-ce4b-4b7e-a0ac-ea76672a188c"}	2026-11-29 12:33:55.722437+00	1	\N	1	2026-11-29 12:33:56.983209+00	receipt_sent
6	menu	hello:8d3e0d45-f5c7-5baf-b351-60177530448b	{"oid": "8d3e0d45-f5c7-5baf-b351-60177530448b"}	2026-11-29 12:33:51.815375+00	1	\N	1	2026-11-29 12:33:53.015451+00	shown
7	take_in	c6428e8b-633e-4552-ab9d-88f527b2a334	{"meeting_id": "c6428e8b-633e-4552-ab9d-88f527b2a334"}	2026-11-29 12:33:53.417331+00	2	\N	1	2026-11-29 12:33:53.822133+00	taken_in
12	hold_block	c6428e8b-633e-4552-ab9d-88f527b2a334:taken_in	{"meeting_id": "c6428e8b-633e-4552-ab9d-88f527b2a334"}	2026-11-29 12:33:53.67405+00	1	\N	1	2026-11-29 12:33:54.129823+00	held
44	escalate	a47d55ce-fb4c-49e2-b4d0-8273b866663a	{"request_id": "a47d55ce-fb4c-49e2-b4d0-8273b866663a"}	2026-11-29 12:48:57.809584+00	2	\N	0	2026-11-29 12:34:03.761844+00	cancelled
23	case_card	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	{"notice": "", "request_id": "a0ae0217-ce4b-4b7e-a0ac-ea76672a188c"}	2026-11-29 12:34:00.877839+00	5	\N	1	2026-11-29 12:34:01.566568+00	shown
22	ask	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	{"request_id": "a0ae0217-ce4b-4b7e-a0ac-ea76672a188c"}	2026-11-29 12:33:55.722437+00	1	\N	1	2026-11-29 12:33:57.552478+00	asked
28	decider_cards	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	{"request_id": "a0ae0217-ce4b-4b7e-a0ac-ea76672a188c"}	2026-11-29 12:33:58.687307+00	2	\N	1	2026-11-29 12:33:59.886052+00	shown
9	finish	c6428e8b-633e-4552-ab9d-88f527b2a334	{"meeting_id": "c6428e8b-633e-4552-ab9d-88f527b2a334"}	2026-11-29 14:33:53.095+00	3	\N	0	\N	\N
25	escalate	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	{"request_id": "a0ae0217-ce4b-4b7e-a0ac-ea76672a188c"}	2026-11-29 12:48:55.205811+00	2	\N	0	2026-11-29 12:33:58.687307+00	cancelled
30	answer	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	{"request_id": "a0ae0217-ce4b-4b7e-a0ac-ea76672a188c"}	2026-11-29 12:33:58.687307+00	1	\N	1	2026-11-29 12:34:00.071093+00	answer_sent
15	hold_block	c6428e8b-633e-4552-ab9d-88f527b2a334:again	{"meeting_id": "c6428e8b-633e-4552-ab9d-88f527b2a334"}	2026-11-29 13:19:06.810036+00	4	\N	0	\N	\N
31	own_card	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	{"request_id": "a0ae0217-ce4b-4b7e-a0ac-ea76672a188c"}	2026-11-29 12:33:58.687307+00	1	\N	1	2026-11-29 12:34:00.151105+00	not_here
41	ask	a47d55ce-fb4c-49e2-b4d0-8273b866663a	{"request_id": "a47d55ce-fb4c-49e2-b4d0-8273b866663a"}	2026-11-29 12:34:01.883199+00	1	\N	1	2026-11-29 12:34:02.643855+00	asked
58	hold_block	c6428e8b-633e-4552-ab9d-88f527b2a334:start	{"meeting_id": "c6428e8b-633e-4552-ab9d-88f527b2a334"}	2026-11-29 13:04:06.342139+00	1	\N	1	2026-11-29 13:04:06.967449+00	held
42	case_card	a47d55ce-fb4c-49e2-b4d0-8273b866663a	{"notice": "", "request_id": "a47d55ce-fb4c-49e2-b4d0-8273b866663a"}	2026-11-29 12:34:04.775029+00	4	\N	1	2026-11-29 12:34:05.235243+00	shown
47	decider_cards	a47d55ce-fb4c-49e2-b4d0-8273b866663a	{"request_id": "a47d55ce-fb4c-49e2-b4d0-8273b866663a"}	2026-11-29 12:34:03.761844+00	2	\N	1	2026-11-29 12:34:04.658562+00	shown
53	menu	20e6301c1dd33230ad279ee9b7cbd50760728d44f2338104524797bfecff3988	{"oid": "f0b34c51-7b5e-5d9b-9752-1be9cba94d62", "answer": ""}	2026-11-29 12:34:05.287174+00	1	\N	1	2026-11-29 12:34:05.4199+00	shown
10	hold_block	c6428e8b-633e-4552-ab9d-88f527b2a334:before	{"meeting_id": "c6428e8b-633e-4552-ab9d-88f527b2a334"}	2026-11-29 12:53:53.095+00	3	\N	1	2026-11-29 13:04:06.286703+00	held
11	start_check	c6428e8b-633e-4552-ab9d-88f527b2a334	{"meeting_id": "c6428e8b-633e-4552-ab9d-88f527b2a334"}	2026-11-29 13:04:25.987592+00	4	\N	0	\N	\N
61	announce	2db4d49c-e415-441e-8dc4-6ef5f9b28d9e	{"occurrence_id": "2db4d49c-e415-441e-8dc4-6ef5f9b28d9e"}	2026-11-29 13:04:06.342139+00	1	\N	1	2026-11-29 13:04:08.167043+00	announced
60	look_around	2db4d49c-e415-441e-8dc4-6ef5f9b28d9e	{"occurrence_id": "2db4d49c-e415-441e-8dc4-6ef5f9b28d9e"}	2026-11-29 13:04:26.342139+00	1	\N	0	\N	\N
59	watch	c6428e8b-633e-4552-ab9d-88f527b2a334	{"meeting_id": "c6428e8b-633e-4552-ab9d-88f527b2a334"}	2026-11-29 13:04:17.079215+00	2	\N	0	\N	\N
62	guide_card	2db4d49c-e415-441e-8dc4-6ef5f9b28d9e	{"occurrence_id": "2db4d49c-e415-441e-8dc4-6ef5f9b28d9e"}	2026-11-29 13:04:06.342139+00	1	\N	1	2026-11-29 13:04:08.230977+00	nothing_to_guide
13	status_card	c6428e8b-633e-4552-ab9d-88f527b2a334	{"meeting_id": "c6428e8b-633e-4552-ab9d-88f527b2a334"}	2026-11-29 13:04:07.621964+00	14	\N	1	2026-11-29 13:04:08.449471+00	shown
69	tell_late	2db4d49c-e415-441e-8dc4-6ef5f9b28d9e	{"occurrence_id": "2db4d49c-e415-441e-8dc4-6ef5f9b28d9e"}	2026-11-29 13:04:08.723055+00	1	\N	1	2026-11-29 13:04:09.487351+00	told
67	ledger_card	2db4d49c-e415-441e-8dc4-6ef5f9b28d9e	{"occurrence_id": "2db4d49c-e415-441e-8dc4-6ef5f9b28d9e"}	2026-11-29 13:04:09.406542+00	4	\N	1	2026-11-29 13:04:09.825765+00	shown
\.


ALTER TABLE public.effects ENABLE TRIGGER ALL;

--
-- Data for Name: errands; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.errands DISABLE TRIGGER ALL;

COPY public.errands (id, number, kind, state, department, meeting_id, request_id, created_by, owner_oid, created_at, closed_at, closed_by, facts, inbound_key, version) FROM stdin;
\.


ALTER TABLE public.errands ENABLE TRIGGER ALL;

--
-- Data for Name: ground_looks; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.ground_looks DISABLE TRIGGER ALL;

COPY public.ground_looks (id, request_id, oid, at) FROM stdin;
b82bbb8d-ffdf-4c4b-bc81-77182d268a64	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	13621ec0-b2c8-5e30-9416-b1af275d6bab	2026-11-29 12:33:57.316623+00
240680f0-c0c7-4cbf-b421-533994403f18	a47d55ce-fb4c-49e2-b4d0-8273b866663a	13621ec0-b2c8-5e30-9416-b1af275d6bab	2026-11-29 12:34:02.524168+00
cefca521-3d8f-4e06-b61a-64e53de21126	a47d55ce-fb4c-49e2-b4d0-8273b866663a	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	2026-11-29 12:34:03.270985+00
\.


ALTER TABLE public.ground_looks ENABLE TRIGGER ALL;

--
-- Data for Name: inbound; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.inbound DISABLE TRIGGER ALL;

COPY public.inbound (key, at) FROM stdin;
f286a1ea315659ff4623949ca858facdaf6040f43baeb3a734d71600c1673585	2026-11-29 12:33:51.203656+00
fe4a0f1d1ddc431ead8d4ae6f811d99f97ff68085f80d07c27fd19c9b015367b	2026-11-29 12:33:51.390432+00
15ad646caa62654bba5b871b76884e52d6e23fc704c90b28ddfb803d800dcb3f	2026-11-29 12:33:51.438519+00
23fe649ad3b1dba5233728b0e11abe47f72cfe2890efe90d208dec9fc71ccdc6	2026-11-29 12:33:51.607502+00
572a695f60b1097d74b20c5e3cb384c0fa05033f85e657af80d2e6a28eb99c4e	2026-11-29 12:33:51.634098+00
2c9e185e03396787878c0da97e98f19a5b5d27f4e30b832a0a0eb5070f0366b9	2026-11-29 12:33:51.680042+00
f64196f53994d4c472b9f945c4aea5ebb28b5c07ca83de85b9684a882e05f572	2026-11-29 12:33:51.722542+00
7d655641c836661d3f04ba30f7699261e7fc451406b1b850d3415fd28d89da94	2026-11-29 12:33:51.77353+00
aa83fa0a3a01e7fe8c711328528d7f4fbeacd552f7aff23893dd7d0852a08e34	2026-11-29 12:33:51.815375+00
74056424f681050f24427c71f4aa78034cb59d8a08911693517d0948166a5d40	2026-11-29 12:33:51.867057+00
f1a84b069339c13569ee1252b9c219c0acbe2df98a32e431636f5eddfede409d	2026-11-29 12:33:53.130273+00
c79c01917ee405a75f01ed905e3d272b96c0d129dafb27c12801c43138ce3c2e	2026-11-29 12:33:53.417331+00
f9beda4a631d7662503abcb33964e7f9bb626de190fb0e8cda40036eb82f30ce	2026-11-29 12:33:54.685683+00
aaff2076870cc15f14cabd3f56a38c7d3a67a5623526d88038e181e76b7ec523	2026-11-29 12:33:55.407263+00
276d4e37b7320b46afeb8e2f5e3e8d06adaf38e27dc639eca8272a09f9f45666	2026-11-29 12:33:55.569534+00
9a0037c0146a2c2170ddf91a87575ca231926f7d1bb91bfb28a606af90ce79c7	2026-11-29 12:33:55.722437+00
c3d2294cacab113c55a16de699d5b16cfa77294aa09b65e04625b43805a6aeee	2026-11-29 12:33:58.382791+00
44dd436b0710be9ceaa44d14952abef415b8d107e1d1a6d5b5a1a2dd1962cb97	2026-11-29 12:33:58.687307+00
fec0092fb59b2fa3d94efc8fe692791645a734961954ff8b69750ebde616fe73	2026-11-29 12:34:00.751191+00
77ae84aba792955270aee50573bb52a655de173e4ce7672da9124bb31ad64f58	2026-11-29 12:34:00.877839+00
826ba9f06937b450aff7bd17c52b1c0b0bd4634c5702e12aef218af9a76dfe44	2026-11-29 12:34:01.683217+00
50e44903e33325e0d7a9df5737af57bc739763ca1047b7328148b739a0f97094	2026-11-29 12:34:01.772885+00
8a89d46ad0c4426001fd5fce88f6d019c44371a31f96d3bcd876bc3fa8780d12	2026-11-29 12:34:01.883199+00
706689c0403dc8877811ded109266639a182c6f421b4ddfd8a5884b2d5b91cff	2026-11-29 12:34:03.270985+00
836bd15adc9f9158f9070898acfc543de20c8ff048b8f2b1295433157a01c178	2026-11-29 12:34:03.354891+00
0416336cf2b1dc2e2abdd46c92f1b99aba573fa2f6ceddf26d1b4a7ed0a3bcfc	2026-11-29 12:34:03.501708+00
4332953c8cccdb20654be7b9e9b6768c9c08d3e3cce1b0b634d3a1b44143aa35	2026-11-29 12:34:03.761844+00
65f22c612c8951102df5cdca2c7c98c341cded76081e203393df1e7b7cb9cec1	2026-11-29 12:34:04.707731+00
33a78f08f1a896f1b94f25ef74ff20c0a2bf7c51c8de40983d9f6fc16952e8e5	2026-11-29 12:34:04.775029+00
20e6301c1dd33230ad279ee9b7cbd50760728d44f2338104524797bfecff3988	2026-11-29 12:34:05.287174+00
a51e8da2835d787a13cb8fd14ec5d10974eff473bd8c9a3f6ad4b3e8b687dfa9	2026-11-29 12:34:05.471136+00
ed0b54cc7f48849afad6e6231a9f578d8491207c0aa388e0b6a9ff9b7bd75dc8	2026-11-29 13:04:06.342139+00
339114ab68642fcf92a3d1b6632b518b866c8580f03baba4fef5cde2b92d2fab	2026-11-29 13:04:06.502715+00
c0f2c046c951972560ba076297298ac4d63683c3bd8a7112be3687bf83f920e1	2026-11-29 13:04:08.723055+00
\.


ALTER TABLE public.inbound ENABLE TRIGGER ALL;

--
-- Data for Name: incidents; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.incidents DISABLE TRIGGER ALL;

COPY public.incidents (id, meeting_id, noticed_at, noticed_by, started_at, mark_id, end_mark_id, initiator_oid, ended_at, ended_by, watch_ended_at, switch) FROM stdin;
\.


ALTER TABLE public.incidents ENABLE TRIGGER ALL;

--
-- Data for Name: occurrences; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.occurrences DISABLE TRIGGER ALL;

COPY public.occurrences (id, meeting_id, started_at, noticed_by, ended_at, announced_at, announced_for, tellings) FROM stdin;
2db4d49c-e415-441e-8dc4-6ef5f9b28d9e	c6428e8b-633e-4552-ab9d-88f527b2a334	2026-11-29 13:04:06.33+00	event	\N	2026-11-29 13:04:07.621964+00	["a0ae0217-ce4b-4b7e-a0ac-ea76672a188c"]	1
\.


ALTER TABLE public.occurrences ENABLE TRIGGER ALL;

--
-- Data for Name: informed; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.informed DISABLE TRIGGER ALL;

COPY public.informed (id, occurrence_id, person_key, mri, oid, kind, grade, channel, evidence, informed_at, created_at) FROM stdin;
1308f078-f10e-4184-854c-8c562fdfccd9	2db4d49c-e415-441e-8dc4-6ef5f9b28d9e	f583505902456e91e643b38b9ab6683483b93cc904d658c05ec8411f74ccc925	\N	\N	phone	none			\N	2026-11-29 13:04:07.855213+00
2e401c03-37ea-499e-bfe7-7d04dd71db47	2db4d49c-e415-441e-8dc4-6ef5f9b28d9e	af7943980c439a65c09d202427e90e0396888bf2949900ca723be555bfff9ac0	\N	\N	companion	none			\N	2026-11-29 13:04:07.855213+00
cc23a998-f395-4352-8c77-e25d59eec3a1	2db4d49c-e415-441e-8dc4-6ef5f9b28d9e	7fa96ba14946cd168703aace90b9f3410e0676ec04aa1830a7d8c8fe6f751204	\N	\N	companion	none			\N	2026-11-29 13:04:07.855213+00
ed9f7009-1eaf-498f-bd34-ab5222a0f8e3	2db4d49c-e415-441e-8dc4-6ef5f9b28d9e	395490d5ff26741086b3377a6bab0abfd3bd3fb7811bc2f337a9eb27cf42ff5c	29:1G8v6RYlng0BkDpHS2ytAklWGqwix_a050ApVColmDF8by_pFiWeDQGQOkdLbK0CSVYar	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	member	accepted	in_meeting	202	2026-11-29 13:04:08.107277+00	2026-11-29 13:04:07.855213+00
c5d0852c-2a7b-4a61-bb5f-8067d460f8ad	2db4d49c-e415-441e-8dc4-6ef5f9b28d9e	f420271e364e7480ef81f6dcb69907224674a1a9c772a584c792adf8687430c5	29:1PpO4SKNthlLjDk92ksxh9FmPa_WlklIf9kiZNF4TyOY-k7hIo22GUuMOT3aSzGH0WY9r	6f9e0554-8baa-5bb5-997a-e1223fca3ab5	guest	accepted	in_meeting	202	2026-11-29 13:04:09.406542+00	2026-11-29 13:04:08.723055+00
\.


ALTER TABLE public.informed ENABLE TRIGGER ALL;

--
-- Data for Name: journal; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.journal DISABLE TRIGGER ALL;

COPY public.journal (case_id, seq, at, kind, actor, facts, commitments, previous, hash) FROM stdin;
c6428e8b-633e-4552-ab9d-88f527b2a334	1	2026-11-29 12:33:53.130273+00	app_added	teams	{}	{}	\\x871cea8e649e3560a4ef38bd28344d3c687075483c13eed97cca3bc0bcdbdb62	\\x20c2e047d129f60b3ab2b1c1ea38b32f10dc816e01051c5b76e4dee74e4c90fa
c6428e8b-633e-4552-ab9d-88f527b2a334	2	2026-11-29 12:33:53.417331+00	app_added	teams	{}	{}	\\x20c2e047d129f60b3ab2b1c1ea38b32f10dc816e01051c5b76e4dee74e4c90fa	\\xa761c226e8e29a5dde5d2e5937fc7c31e83b8b768b4c2716f9775bd396e602e1
c6428e8b-633e-4552-ab9d-88f527b2a334	3	2026-11-29 12:33:53.67405+00	meeting_taken_in	system	{"type": "Scheduled", "known": true}	{}	\\xa761c226e8e29a5dde5d2e5937fc7c31e83b8b768b4c2716f9775bd396e602e1	\\xdd5041560a8aaae8414a8415bd7bfc50e2a7b1bae2776b555f3fa1a3bcba5fbd
c6428e8b-633e-4552-ab9d-88f527b2a334	4	2026-11-29 12:33:53.952403+00	block_read	system	{"state": "held", "reason": ""}	{}	\\xdd5041560a8aaae8414a8415bd7bfc50e2a7b1bae2776b555f3fa1a3bcba5fbd	\\x30b9e2c5ddd489edccddf324e9c530d3959c25c6dcc3859068309e3f9630b383
c6428e8b-633e-4552-ab9d-88f527b2a334	5	2026-11-29 12:33:54.685683+00	contact_wish	participant	{"anonymous": false}	{}	\\x30b9e2c5ddd489edccddf324e9c530d3959c25c6dcc3859068309e3f9630b383	\\x265ea5a3ab91e230c34e0feef902046bb833c4e7a0a07ee0fb215e10d6aa3473
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	1	2026-11-29 12:33:55.722437+00	request_registered	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"late": false, "role": "citizen", "queue": false, "video": "", "notice": false, "number": "L-LR35SF3", "meeting": "c6428e8b-633e-4552-ab9d-88f527b2a334", "profile": "frederiksberg/1", "relation": "citizen", "department": "familie", "others_affairs": null}	{"a0ae0217-ce4b-4b7e-a0ac-ea76672a188c/ground": "bf12760d1d2fc2c06af6852b98c8d01fe5fe96ff64a7a147fbe043854666d3b5", "a0ae0217-ce4b-4b7e-a0ac-ea76672a188c/contact": "b6ae66e612d68452499a297e97c12f295835c00a2aae692658cacdff9006814b", "a0ae0217-ce4b-4b7e-a0ac-ea76672a188c/companion": "b924bb5277d50534cf5d41fd3460734c9fb5014a7d020bfc41e174f0d6a2ae32", "a0ae0217-ce4b-4b7e-a0ac-ea76672a188c/own_words": "fbe925eeb33736cb626519e04f6359683677db44d33ded285216ccf56611e65e", "a0ae0217-ce4b-4b7e-a0ac-ea76672a188c/ground_text": "e02056182445652f5f8c5b60cab435e845f1d8dd6a392442cc6df95534268624", "a0ae0217-ce4b-4b7e-a0ac-ea76672a188c/citizen_name": "fcf2c89da9cc7db58cd6abc2c25faae0dde54c1a194d9497892ce644789445ae"}	\\x5a6433b5cf691b3ab33c92e469c0285b64fbe799a773b62540601201ad23f2f6	\\x4e66a0ce8be832a078938c9fe51a88e8c4076d465250f860f110184a254ec240
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	2	2026-11-29 12:33:56.915147+00	receipt_sent	system	{"by": "email"}	{}	\\x4e66a0ce8be832a078938c9fe51a88e8c4076d465250f860f110184a254ec240	\\x52f92fb8ca9eeed92cb4a75f6a128e3c1a7c0f9b9f676c56aaff2ce23046c70b
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	3	2026-11-29 12:33:57.316623+00	asked	system	{"approver": "13621ec0-b2c8-5e30-9416-b1af275d6bab"}	{}	\\x52f92fb8ca9eeed92cb4a75f6a128e3c1a7c0f9b9f676c56aaff2ce23046c70b	\\x0985be076fceafcb8057d4bf6c56e069637651e0a0f6dbfe96c3f4ea634f46a4
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	4	2026-11-29 12:33:57.316623+00	ground_read	13621ec0-b2c8-5e30-9416-b1af275d6bab	{}	{}	\\x0985be076fceafcb8057d4bf6c56e069637651e0a0f6dbfe96c3f4ea634f46a4	\\x0b1375a818d86dcbe88adcf29ca5b413bef6304d0b8bc428dab54f9c5dcd952d
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	5	2026-11-29 12:33:58.687307+00	decided	13621ec0-b2c8-5e30-9416-b1af275d6bab	{"outcome": "granted", "verdicts": {"purpose": "for", "remember": "for", "companion": "for", "cooperation": "against", "communication": "for"}, "as_deputy": false}	{"a0ae0217-ce4b-4b7e-a0ac-ea76672a188c/letter": "f8d612757177fc905298ee65dfa2fa9ef135354ba7d7c9752a8129ff7813c538", "a0ae0217-ce4b-4b7e-a0ac-ea76672a188c/note.cooperation": "8533854802306b3bce56fc1a7f629f512439a82119f271faf8a290148220b04e"}	\\x0b1375a818d86dcbe88adcf29ca5b413bef6304d0b8bc428dab54f9c5dcd952d	\\x85ea42fc520ba882fae1c647bfacb3394abf7300028b513ccf96d9f375e945c1
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	6	2026-11-29 12:33:59.971384+00	answer_sent	system	{"by": "email"}	{}	\\x85ea42fc520ba882fae1c647bfacb3394abf7300028b513ccf96d9f375e945c1	\\x51e5f7823974ded364b049c9c103b469b9c5c62af2bec52d8bab98458ab15295
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	7	2026-11-29 12:34:00.877839+00	answer_delivered	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"at": "2026-11-29T13:34:00+01:00", "how": "email_confirmed", "terms": true}	{"a0ae0217-ce4b-4b7e-a0ac-ea76672a188c/answer_given_by": "d3a0dd21175b2da053b4ccf3787b5123f95947641ba83e919bb6e9905acef615"}	\\x51e5f7823974ded364b049c9c103b469b9c5c62af2bec52d8bab98458ab15295	\\x4c04aa9eadc8ef15103b8ea939ff70a6139f2b3268108a9bfed5ccb0e40d860d
a47d55ce-fb4c-49e2-b4d0-8273b866663a	1	2026-11-29 12:34:01.883199+00	request_registered	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"late": false, "role": "citizen", "queue": false, "video": "", "notice": false, "number": "L-2TYD8PL", "meeting": "c6428e8b-633e-4552-ab9d-88f527b2a334", "profile": "frederiksberg/1", "relation": "citizen", "department": "familie", "others_affairs": null}	{"a47d55ce-fb4c-49e2-b4d0-8273b866663a/ground": "6b8aa0dc7bbbe1d83aae23689f6704a17253b33683823f1df5e59f513a632bf9", "a47d55ce-fb4c-49e2-b4d0-8273b866663a/contact": "7f109618c908bcbcc5dfa6ceb72ef293c43beca1b8c9904a7540910356d164f3", "a47d55ce-fb4c-49e2-b4d0-8273b866663a/companion": "feaa825732bfce5729cb278256bc0ea5fefe7929788d27604fab2a1f53a321d8", "a47d55ce-fb4c-49e2-b4d0-8273b866663a/own_words": "2a945b5c5cc0813056ae150643e662783c9eb63c834c8a29b833fe92892db726", "a47d55ce-fb4c-49e2-b4d0-8273b866663a/ground_text": "41cd34531d6d3c9997a440d71792cc0ac1b045fc0d01b03973fe4431a4d8133e", "a47d55ce-fb4c-49e2-b4d0-8273b866663a/citizen_name": "6f823d2d5e0643e8f67c38b2759fcfeb48159e475b5f3a5a8e9ee9e5db90883f"}	\\xdeff7083128a6c4b0932d5140bcbd191892374ca4bef12777972b3e3df0df6bc	\\x4018a995d230ec29ab39df43f688dfc17dd705f2c4a934b9d78f78fb35a924d0
a47d55ce-fb4c-49e2-b4d0-8273b866663a	2	2026-11-29 12:34:02.524168+00	asked	system	{"approver": "13621ec0-b2c8-5e30-9416-b1af275d6bab"}	{}	\\x4018a995d230ec29ab39df43f688dfc17dd705f2c4a934b9d78f78fb35a924d0	\\x3fd8633da47cbcc87879f156f01ade5e93553ffd068e83d8dff09af7c77640f4
a47d55ce-fb4c-49e2-b4d0-8273b866663a	3	2026-11-29 12:34:02.524168+00	ground_read	13621ec0-b2c8-5e30-9416-b1af275d6bab	{}	{}	\\x3fd8633da47cbcc87879f156f01ade5e93553ffd068e83d8dff09af7c77640f4	\\x3df13609fc6a91b7c86fd4bc99aa9b8600884e3c69bcdb363c474ae0fc9b255a
a47d55ce-fb4c-49e2-b4d0-8273b866663a	4	2026-11-29 12:34:03.270985+00	ground_read	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{}	{}	\\x3df13609fc6a91b7c86fd4bc99aa9b8600884e3c69bcdb363c474ae0fc9b255a	\\xcb86c742f8e5bcec779a505c152ed4c451716f190874f92e0f405cf66634334f
a47d55ce-fb4c-49e2-b4d0-8273b866663a	5	2026-11-29 12:34:03.761844+00	decided	13621ec0-b2c8-5e30-9416-b1af275d6bab	{"outcome": "not_granted", "verdicts": {"purpose": "for", "remember": "for", "companion": "for", "cooperation": "against", "communication": "for"}, "as_deputy": false, "devices_out": false, "refusal_ground": "assessed"}	{"a47d55ce-fb4c-49e2-b4d0-8273b866663a/letter": "a5a202fe509d9507724ee585452ef28d121bf98c47afc604589894a06278f5e5", "a47d55ce-fb4c-49e2-b4d0-8273b866663a/spoken": "2cebfc0b58cd4febf75a5c35aa222da328e00b1e0e52a72878c18b2561eb5f00", "a47d55ce-fb4c-49e2-b4d0-8273b866663a/deviation": "f72e1b74ce7c6f310bfd65498f44eaebdc4084977c358700e598edfe55454a39", "a47d55ce-fb4c-49e2-b4d0-8273b866663a/part.need": "f88bb811cfde123600930c0f450360502502f0b07e942bbac647d457d943ae89", "a47d55ce-fb4c-49e2-b4d0-8273b866663a/part.weighing": "dff435b85024b8148e16a0506673a4f90cf41218f850cf9be52fc8f65757ce62", "a47d55ce-fb4c-49e2-b4d0-8273b866663a/note.cooperation": "b29332c6e76b04b0c42b89f4a56ca53ed9ff821589aa3f598f3931f13a104c87"}	\\xcb86c742f8e5bcec779a505c152ed4c451716f190874f92e0f405cf66634334f	\\x2c460bd99984b1d922931296befa1504a16055813fe803d56dc3c602e45db31a
a47d55ce-fb4c-49e2-b4d0-8273b866663a	6	2026-11-29 12:34:04.775029+00	answer_delivered	f0b34c51-7b5e-5d9b-9752-1be9cba94d62	{"at": "2026-11-29T13:34:00+01:00", "how": "spoken", "terms": false}	{"a47d55ce-fb4c-49e2-b4d0-8273b866663a/answer_given_by": "be8e6e5fb143f5038c4e37ade90f30de16f174ce6a7ea0655b604f5702ca9d37"}	\\x2c460bd99984b1d922931296befa1504a16055813fe803d56dc3c602e45db31a	\\x61326c746003d2a718307d8a5ecb7c20d80cf73d612cd923472fbd164dffbdd9
c6428e8b-633e-4552-ab9d-88f527b2a334	6	2026-11-29 13:04:06.342139+00	meeting_started	teams	{"at": "2026-11-29T13:04:06.330000+00:00", "noticed_by": "event"}	{}	\\x265ea5a3ab91e230c34e0feef902046bb833c4e7a0a07ee0fb215e10d6aa3473	\\xcd1f8fd57765fa957665b7340164bcfcf0fdd7faf67e0f2e9a20744da18a0669
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	8	2026-11-29 13:04:07.621964+00	announced	system	{"telling": 1, "occurrence": "2db4d49c-e415-441e-8dc4-6ef5f9b28d9e"}	{}	\\x4c04aa9eadc8ef15103b8ea939ff70a6139f2b3268108a9bfed5ccb0e40d860d	\\x21023b0884447350e3284d4873e0427d5abf14efea1f2a43ae1058431f99002c
c6428e8b-633e-4552-ab9d-88f527b2a334	7	2026-11-29 13:04:08.107277+00	told	system	{"asked": 1, "accepted": 1, "occurrence": "2db4d49c-e415-441e-8dc4-6ef5f9b28d9e"}	{}	\\xcd1f8fd57765fa957665b7340164bcfcf0fdd7faf67e0f2e9a20744da18a0669	\\x810cb472ac9b887633499f2462e4db7cbf2b0d1031466ad2c8acc6727557bc37
c6428e8b-633e-4552-ab9d-88f527b2a334	8	2026-11-29 13:04:09.406542+00	told	system	{"asked": 1, "accepted": 1, "occurrence": "2db4d49c-e415-441e-8dc4-6ef5f9b28d9e"}	{}	\\x810cb472ac9b887633499f2462e4db7cbf2b0d1031466ad2c8acc6727557bc37	\\x1c9c61be0d4b1f1b086c99b1a1ef39b04ad8c980480e3aa4c72e2631a26689ea
\.


ALTER TABLE public.journal ENABLE TRIGGER ALL;

--
-- Data for Name: journal_heads; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.journal_heads DISABLE TRIGGER ALL;

COPY public.journal_heads (case_id, seq, hash) FROM stdin;
a47d55ce-fb4c-49e2-b4d0-8273b866663a	6	\\x61326c746003d2a718307d8a5ecb7c20d80cf73d612cd923472fbd164dffbdd9
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	8	\\x21023b0884447350e3284d4873e0427d5abf14efea1f2a43ae1058431f99002c
c6428e8b-633e-4552-ab9d-88f527b2a334	8	\\x1c9c61be0d4b1f1b086c99b1a1ef39b04ad8c980480e3aa4c72e2631a26689ea
\.


ALTER TABLE public.journal_heads ENABLE TRIGGER ALL;

--
-- Data for Name: marks; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.marks DISABLE TRIGGER ALL;

COPY public.marks (id, meeting_id, request_id, kind, by_oid, at, facts) FROM stdin;
\.


ALTER TABLE public.marks ENABLE TRIGGER ALL;

--
-- Data for Name: own_recordings; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.own_recordings DISABLE TRIGGER ALL;

COPY public.own_recordings (id, request_id, owner_oid, started_at, stopped_at, not_made, delete_on, deleted_at, created_at) FROM stdin;
\.


ALTER TABLE public.own_recordings ENABLE TRIGGER ALL;

--
-- Data for Name: personal; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.personal DISABLE TRIGGER ALL;

COPY public.personal (owner_id, field, case_id, sealed, salt, at) FROM stdin;
c6428e8b-633e-4552-ab9d-88f527b2a334	title	c6428e8b-633e-4552-ab9d-88f527b2a334	\\x01036f6c644cd78eb95e4b4270eeb7eca969ec1de96931b26398e546bf7ee1b864f3d65051b2e25f1ee61d546c	\\xdb04818bb92a950a7387052f7edc298f8fce174da38d468cb7653c09052c0c57	2026-11-29 12:33:53.67405+00
ba14a88e-3d9b-4cc8-b844-6062e0fdb9f6	name	c6428e8b-633e-4552-ab9d-88f527b2a334	\\x01036f6c64bd9cf698da9fd82c967bf719b437afd29809334fcde7454354b6ed2975edeac64b9bd7a19b2b092e7a0f198307	\\x02d8ae89b5e99b206208a1bfc5d5fa56ab6c8b9e6d5c5abe19cca1fd65bb3b4d	2026-11-29 12:33:55.049566+00
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	citizen_name	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	\\x01036f6c641c7b9900e1b3d3b9eeb39ab5c37ab46cdd81467a40011773e3776f0da6d8e1f7637ea6ac150a2f8cfcad2e9591	\\x9745396ce9cf88b7358afe74ccf0bb8ab430440b59dfc816d61de6a5203df307	2026-11-29 12:33:55.722437+00
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	companion	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	\\x01036f6c64b7157e441175c1dd580aa247587d0b5489894a9ba00db57d50e975902570be	\\x62a5c51a1c62e8e5cc0f3410fd2bd635cc1d3223b7934c9ccf24ffff3b2fa2fb	2026-11-29 12:33:55.722437+00
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	contact	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	\\x01036f6c6484b603641aeb4d5ec9472f8187bfc4f962439e178ffbb2657fffb5585a352f90e28bedc7fe0a4a064fbbdb9cf1d81afb86	\\x9cd033f6ccc4304eab35319ffa465cb5a51318360988e831cc32540c33cbabbc	2026-11-29 12:33:55.722437+00
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	ground	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	\\x01036f6c640698f9068f53010222d06a2be72ac4ada4c667732cccf2a3977c6e949dbf07e0d3	\\x1e81bfd9c8096a1a6132a5c6904bf28ae7a30c043dc7d4ac2da6fa26144b15bc	2026-11-29 12:33:55.722437+00
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	ground_text	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	\\x01036f6c640d2a58472be99c385d2fd3394f70bddeca21c0675b668f5789ebb89c3542582eb2a0f328ca0305e2f9beed62a4aeb9ecceeda8fe	\\xdfba1b866071a77d80ef5de4c97769928c0121a3d6eb273c5aaf47422c83587a	2026-11-29 12:33:55.722437+00
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	own_words	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	\\x01036f6c6443f1f71a36ffe3d13ce8bce5ad9ac49d4ff799167d4a2608b97d613b06c06f75c8442b47aa0b29d36add405973f387f025	\\x57370c712d0e981a53a4fcb7efa3eb8089f190a1650ea2302e1aa1d3f63b9db8	2026-11-29 12:33:55.722437+00
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	note.communication	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	\\x01036f6c64b5442227609f3d29a3a84388b5323711923e50120a93851869cf9d2a	\\x4bace10cfaa1c70ee5fb952c79217771c5f89cb04d193e075414c4ecdbd103a8	2026-11-29 12:33:58.687307+00
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	note.companion	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	\\x01036f6c648b81945a8062a070634ac2c316f4f9f215f541c331dfd7beca434424	\\x12cc83fbb78a836a247ba8660e1c12ae6f4c48ccd3cee3898cbc24738b850f44	2026-11-29 12:33:58.687307+00
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	note.cooperation	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	\\x01036f6c64f30929e9578f16b17f551198e11ea0d1992830e28d964a734956e6c440fe1544612d7338776894a28d85419c785d3d71fda3b105365fdac44a42f806b9	\\x90f058584be2da6331e0d8054e069192662f740afb033a294b717ccde706d7e8	2026-11-29 12:33:58.687307+00
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	note.purpose	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	\\x01036f6c64e0771809ea3731de418d4569164e9443030a15816f108c785872a50c	\\x102a202f1adbc25b71d39775efd01aadb2361aa5869a52d925d602fcff3178ed	2026-11-29 12:33:58.687307+00
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	note.remember	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	\\x01036f6c644cb0097782539c47879de735e25a26e05f7d36f74d7b8ca91a2a244f	\\x2284a354568812835f2ef7c3e1eee4cd4eccff8c2d4b2b1bb1747ce3e1ab3e20	2026-11-29 12:33:58.687307+00
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	letter	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	\\x01036f6c6493ebbd2f6a479fde657efb574e72772ab15b2d7dc6dbebbf09ec7713ac927a9349c43419b2a337e07c3abb0a2605250485a1a36c7afc37cb1d6287c1a81439b87e18b3f6bdc371f7ac126467874855922b6cea43d48fa7d81c7fac5d963fec482263ac0151cd4ccc5257217dfabcd4565a858d54f3a340db6e172d4abb3ccc1d0540eb8c49922d5ba3be8bdb3a190759444979f7f00c916a5eae4a4bffe5747e693a31f731b4c0713952156e20258d6d3628c2390e21f3921ea596a26a89595b25f83a22260dd93a0a740829b1814ff4cc66508f35cf92b9c69c61d5ed897644941aa3a112671d8d56b3e79f1b4bd01c2464b715f8674f0a7c264771c6aed716c0b42c94b413bebe7e3016f8f2e0f727faada0315957accad79c5da1d4c217b004bda62c49a76f024cfb7150bd227ab66827232a019b3cf4d36cc455fe372351c2b56f5a8bbe8cb7ac0bf8960e189de89f296265b3a391fcd4573fdc421baaf75d159a15ea3b2c6ea1f8edb0322ba942eb13202413fba6f554295131a9cae57354e95ebc13ad95ddb676b8221ebf3b373b96400bd071896e67a7b9b8f2ac54321f35a99d73cb3513ad4ac1afb107d612087e2a784772802f1ac48511f395cc3d9c0b5c19279bafbf1372f5d71a3476e7069ea4578d0157fb572a14d72f1201ba8356102f37fc1216e80bf6c59aa185a0c4c3aa71799bddc83a2d7254d62b222534b3787866f7f91e40cd3627077e5e39f2096b7ef79def8d3a4c2732e63992c15ea6a8aad9da041a16fb1d3b480b5bd9b6ee398fcb9b7efb13585722b68dc00bc6441075a65aacc60769e3c4ceb86b1ff1fac10340ccb821ad0bf47790e7fda8950a8e4d124b80bcb54e71a042ef01af4031e07bbcd3a1caa0027a3f2fde465ab571fbc059fbd44ea0e05cdd6715317896c2fc426b7f2efd30a78daec9b80081a8d27d84db0bf4d93d12d5f1eb8dbafd5dfee58d6309516d1680fc2d085030ee9f235fa162a60d6f9b8198c0f77bbbe3986edac49ba0e8921470c1a8820d81ec780ce31c8225ab9bf0508eac9df52359a6264f8c6e29d4328d2d3b2aae5f569b9fbed56eb5a9d7850b0a01fdff23a3ab4d2b825cf3f38e2009ded41f1d65b75533d5187f693be96c152ba3f09b87edfe587a622e107733dd9b0639041b3fe4370e0eb02ad927c15cceaf40be16c89cf06632db4aadf6356331cc02d83a351e4a760c5c6ee4a449c2b0298fe19aa69b6d3568dfc8092d22c40f063ff608aeb86a9e3a572da99f38af534c4afabb8412192595325c203bab16c9c3308da9dc3f76d141e7bc087c2ff10f0ea79ee3b986cbcd63a8c66f9c87bbf72e1d1931cb5723662663622a3acfa66a40ebaae34cec51dd2cf66942e9b162ec83690fd793932704aec4db7a736866cbe1ac104f78d757edd594ee5f60874b275d9f815257a0197aca18976ca6520224194308a15554bd6628d236942f6d2e456d40465822f7ffbcf7791a3c5bb0fca01e38c7afe60e33e97589f667a9cd99ea195d4a0f21c54a32b43c0cda672cb18df4034ac9ed21af929813c4a86020b822608ec2d4228ec395c87ee896e7c90795530a01208a3a2c94cffb3da2159dbd475702204d16f13562b6b1b2ac919917049f5e4a4e31fd04b7caba8fc402c4e1f573d355d4a24c1ac95a5a4617e97067fbe3870cbf1129e1d25c9f2bd9070a9167031a6961c7ac43d580d37d0e3572b6b372fd9c7f2cfb4d837a4f44ec95027f50928b48781b5f4b812c273b706a00269b2f2c3e8dbf001d54012d63b5c9fb056a1e96b72e2e8c2bea847ecebc3d17f50193fa92284b0d7ba41decae05b6a791c827ed1dfbcb8caa7e2c55c09fd492f56f02466e07a3188647b5422f0f7fbe4015a13fd1bd8d724b10d005c49e782ac550a6e47ff703093bcd09d57901f47b02f7ff3a74dda2810e7f1a4674c0b329791899a1891c523be147f28dbc4c55d8531368044e37fc2254d1ffdb198c712b460e0e5c9b39db7cb3f68164e5f9757d80c6537fe29abe2f042b56bc71787dd82e20716c828336919ebc81baf357b4b7b2d44a	\\xf2fd0539c4f81c47884a11d18010f3b6a5f81b08cf9bfde484eee1a1c4807e06	2026-11-29 12:33:58.687307+00
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	answer_given_by	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	\\x01036f6c64e7a3e897cb25394e60e0b268519b553451933dcecb55c47fd0ad90ba3b2354492ea71365be0a2540c6	\\x4c945cc77674497ba9e013528a9e5844af0f20c6580c0d1009477066224f74de	2026-11-29 12:34:00.877839+00
a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	told_terms	a0ae0217-ce4b-4b7e-a0ac-ea76672a188c	\\x01036f6c649ee8bfb2fbd0f16686f43403ca48822353380a28a364328501756027515f01eb	\\x5ab70fb5e546ba99b0bcb38e655ba5aec0b808153af5487b7026c45585985719	2026-11-29 12:34:00.877839+00
a47d55ce-fb4c-49e2-b4d0-8273b866663a	citizen_name	a47d55ce-fb4c-49e2-b4d0-8273b866663a	\\x01036f6c6442b6dcedef60d987dd5357f9f4fccbf827a84db7a149d7a2b3f1c3f8783f30a5d5f97ecba46f66e32af6c61308	\\x7669babfdf7b209b4e356eae5c3b37acf38df8ea2719f4b12cd47c6aeb09e243	2026-11-29 12:34:01.883199+00
a47d55ce-fb4c-49e2-b4d0-8273b866663a	companion	a47d55ce-fb4c-49e2-b4d0-8273b866663a	\\x01036f6c641da017d8acd42bcd72825ebb4260f6a06303d0f74ba556e7442c78a18e2ca3	\\x554ba416a1c14ed5e404829164703f937d553c0d4c40f5973f02a6b20b081c0e	2026-11-29 12:34:01.883199+00
a47d55ce-fb4c-49e2-b4d0-8273b866663a	contact	a47d55ce-fb4c-49e2-b4d0-8273b866663a	\\x01036f6c64eb26df00430b66d7e54919eaef89ac59b932e49dfb517f56985725178457c8d2b22cc5d4	\\xca6ed36a7ba91323b1dea0d2980f24daba2cdb2ad7329f21951d1d18e35ea234	2026-11-29 12:34:01.883199+00
a47d55ce-fb4c-49e2-b4d0-8273b866663a	ground	a47d55ce-fb4c-49e2-b4d0-8273b866663a	\\x01036f6c64dda3ef0ddd6f583b085af03f938dca3261787e4c6b7cf7aa55e7ac88c6049900ca	\\xf6d0dd112f3c21f5bb556ac10c7d91705377e422fe34365b7014301f2fd71b53	2026-11-29 12:34:01.883199+00
a47d55ce-fb4c-49e2-b4d0-8273b866663a	ground_text	a47d55ce-fb4c-49e2-b4d0-8273b866663a	\\x01036f6c648d366709ba5b52d717434489f86b4316aead90d2f080c8bfc3af0e228389b8dfc40629fb112b7c70f40b41b9460b656e37dd8e8d	\\x6047b3b9f858d10dd1dab2047653ee27c432d1494fb2fcc86dd40d8a6081ebf7	2026-11-29 12:34:01.883199+00
a47d55ce-fb4c-49e2-b4d0-8273b866663a	own_words	a47d55ce-fb4c-49e2-b4d0-8273b866663a	\\x01036f6c64eb9aa210fdd5b087c5885e4f9775e8b6a434185bd3bb3ebc7fc5969955fc93c93d550cb9594afe3166350ec03fbd77f34a	\\x9f2db8685523ba5b7a8526d50e57e5b73cd6bb4eee7635dae4655a236dd09a36	2026-11-29 12:34:01.883199+00
a47d55ce-fb4c-49e2-b4d0-8273b866663a	deviation	a47d55ce-fb4c-49e2-b4d0-8273b866663a	\\x01036f6c64ffd6732ba9577ace8b96df95819578945135298f16585063e956785ffe3facfe47221f90feac30601dd18ae2d72aff2f0a392c4b206f9fdb6373d0e3101c9edd736ee9dbadb62f3d27cdc2f64c51dddfa24b6724cef564128f00900176ae0ea2fe09d9b224600d6f0d3b	\\x1a31fac41a4d335571f7167d25d1b005a99717b4e6753ff0d587fc69a1aa69c4	2026-11-29 12:34:03.761844+00
a47d55ce-fb4c-49e2-b4d0-8273b866663a	note.communication	a47d55ce-fb4c-49e2-b4d0-8273b866663a	\\x01036f6c648cd79cc8006f8723b350fa6c21260cf8e34f0eeab6b73b8307c9beef	\\x515c6d1096515228186cbd68e0eb3d8bced7d232521fc30df2f44a0bf1e41f14	2026-11-29 12:34:03.761844+00
a47d55ce-fb4c-49e2-b4d0-8273b866663a	note.companion	a47d55ce-fb4c-49e2-b4d0-8273b866663a	\\x01036f6c64f0302ac62065f1f2c0a9ef82d4d2d19ccf556101f85cc12b93d1603b	\\x8b3f7629ba9bf14dcb6bc4d1e8f9ae08dd6e48a9e38d7a863c190e2157eb4217	2026-11-29 12:34:03.761844+00
a47d55ce-fb4c-49e2-b4d0-8273b866663a	note.cooperation	a47d55ce-fb4c-49e2-b4d0-8273b866663a	\\x01036f6c64ed1bf9e73646bb2ae849c4c80934bfc22a480b397413456ecb22bd9475a452e009b89520352395da1b912aa63ad077a8e99821718a14503b37f2770ca1	\\x2d1fb4468bf0170c2ec461493189f072f1919d4fcc6a259ec8c977f36125f0e8	2026-11-29 12:34:03.761844+00
a47d55ce-fb4c-49e2-b4d0-8273b866663a	note.purpose	a47d55ce-fb4c-49e2-b4d0-8273b866663a	\\x01036f6c6452dcd7f1ee18593cde9b30df6d0b63ed7c8b19626b28b5b74a1c5306	\\xbeaae0bc6134dc76fbd50cbb5d4e1ffe583251e6f6d8633d0c15c673fc93d230	2026-11-29 12:34:03.761844+00
a47d55ce-fb4c-49e2-b4d0-8273b866663a	note.remember	a47d55ce-fb4c-49e2-b4d0-8273b866663a	\\x01036f6c6430d676bc1ce91831d9653597d89df8b383ff0b9c1178c7438c9d2045	\\xdee6b338e2cb053d7c0963eb6049929de958acab87460713d0e942408c6d3c10	2026-11-29 12:34:03.761844+00
a47d55ce-fb4c-49e2-b4d0-8273b866663a	part.need	a47d55ce-fb4c-49e2-b4d0-8273b866663a	\\x01036f6c6495ca3ba39ca9848e9cde55d86aa5d8d066304fe52b4e70be69cd62115e4f03907bf2df17adc014d0bbd796dafe65366f45eed6afdd91840969abf2f7bf5d95270d871c2597ff22e84bc3667ae80580531b1d05280f23fe19be990bc04d82062bbd4d989967961f20b71304aa9dc7ffc0	\\xc553963d77c85445bec1c593ce8250a26d7018baced15eb9562ef529f7365b0c	2026-11-29 12:34:03.761844+00
a47d55ce-fb4c-49e2-b4d0-8273b866663a	part.weighing	a47d55ce-fb4c-49e2-b4d0-8273b866663a	\\x01036f6c64fbbcbf332e034966e375507deb0b30da6b5adfe51879c19fa2cc6c0f60c1b3911fc9b2db5a19bdba916e1199f4d193f1e8f2eb35dea6f8e899c13669f3ae3d75d3ac6993d8f2a3dc17c7084f56ec459b8f0c51380ef141b0d808d3f8ff742056b358d6839ba1b346331cd2cc9e20c978e1	\\x09e53ea56ab0f22b05a66d5d302dfc88208bab4be8920947931c1dc982138402	2026-11-29 12:34:03.761844+00
a47d55ce-fb4c-49e2-b4d0-8273b866663a	letter	a47d55ce-fb4c-49e2-b4d0-8273b866663a	\\x01036f6c6435f6a4739dd15c05e7389b879f8d48c91db5abe17efd1d8410c5bd8bfb3eb71a1cf02c4b52fc3654ddf10f4266cce2921e0d81a72508b244f20c9a011902ebc53202e760e66cf33e0fe07929b91c7968217b5d6d3c9c7a1986d06d143bb005477b671e65029f040cd64b59e08902c906596966489ab2237c36ebc830863965e564249f47eef22f91fc3ba39cc7eb3dd6dcdd52532d17cd8ab76dc4205488f24007b4c5c9af139ea1de20c2c58cba678e1bbf35f7fdd1f2d2cca0e1d50c61aaa15d15e8e28f94213fb5b5eef15ce308c71186c33bae254fb9789629a61f6cfe26f1dc32ea16c00d8d5716c30ea3549f7a124fbf72b049c0abe60a555be5209d4a35bbacfc494481dba216844248b773ea0b21569376ed1c6da0f2d89e2dc6274eb69dc6739530bff628f5f674b45c8c99dbd91e4c9ab7ca41a72e7e6f8e90d71fb204c20207fc949ba102de49ad387f69336d77676e9d8a5494984167b994a78ba50327ce68149642496b163b6c250da77598d370d6642a5326d09ab9112758afe8fc26775e9fdb854a726becc83178acf4ca489ef54d9974ca8faa6b4dfbebb659b270e67502e67e04ab1c64c25cba8d3cfadabca4a0c1385da4d782aeab9e05a69c4135e76e3fdcb32285598297beb909e64fed5a0d36eb5df585ef823203ef645c064d09f38ff1bc85aef6c838e4611603b91c33df331c1b872cfa85e7827544a75cf5f20e5e3b4d6d808298bc38e78b4aa51692f9cbad0b28e401f955c7bb07da1e5b5fe2949b654350780a9ff046985d2bac90c1edcee8abcf9698b196d43da98d6282d90419bc12328521114581e087e18201f95107f1238aac5ae355677a8769eebea9915ed176d0150394b7c897ed4d7be0ea64ddfb8cbf12ba9ff9e23d64e96afb3386e59ddf9ac57c796b997bcabc6fdd01153abaf77f75a30e90f217c6998a83c926c43e1f306ba51f91bf809d8c6dfd2073c5dfb9398e7f6c0c8fc3d528cfbc25daad19316a1d7971c5c4a4355c363f0133ef508011d493c1045352584ba1f3a59dcd0b5a35dbae12b297221592d96367ca69d8b725f0b83378a799d448c9a1629444cedc21058eebe859abffafb3eddc431c4bd66375777cf904a07ab7db693b4967f158ca12ed4b0c597efbbcfd31e14d75b436651e58698ab9616720ed4616281a27a415c3ee9fbf7e90e9af853989a0e8be067c17677f3c72de2ccda1380dddad03370f918ba30a7dabc96b4f1ffa199fa5cd49c2b0c2ba7aed2a8d0997bf0c32362b94a81ec02519a13a8287e18576a110e7f9a25fc419c316b1f24098427732cf7439bd931436a2a6427593364c2412fb97c48471b4ffb0db1cc6aaf92f21cb63b2db9490cf5bbad78607c6e8b574b88e3755d74c826b55186d517c63c5f9c6d82af38f6a34b072d064e2adfcc823f93c716280faa59f12c193d4a0a48d62901b93c70820f25cd2c9ede71741eaaa2656c292ba3ed8e35edb0ea0cfd59a4ecdc9583b6db23b20edb2fa764e7bb6da444e3bf7c8f2e00350cf428640651f664663e753a784aab9f42973f67634d45ef33b640619269ad3e3a077e8b08d05c528e023b39d88430a2da68641ad00ce949e7c100a35026303ec9c9f4128a75f42860b351f3300a2b3faa46015abaefd4c2b80c81dccf3da06737bb71fcaf7739bf614d897a52cb2fd70654f3342ca6a58251479d9472e46289d187d133d2e31679eef86fe874c9e6f80869deb8efc1d8adf050bb0071676f2425e8e1082ce7e2060c30011ba4a803ee5aa031a3586a419b09c9150765db628d710708eb1ce437e2d5ea587d29dea04253eae2a0379b8502ba2a62c93adea5b985e298a9af3d8b222bdcc8bcdef8a16ea0befbbb54bd77056eb816f5b7ba8f1361241ad584b0a070684649b58e3326ca43ef26636005c10558e264d867c1f32b64f64c54e683aa99d84b457da7f3bedb00a424fd6fb4aafa2f35db4d4a906fbdbd41c1f239b94d02f0da767a9fb678dbfb12f3a9ffb1a43b5a500517e0e5c5e24cc5fd72c21f93dce31ce2442d1bbe4dccaa8450c1388304c05fb0ec2fc468fad7164b724c1478a5c1b5029735ea9db3f49573a716658714f2ff55caec57aa299f13bfa1315c53a84a5903603420307cf6836f8894e110718d9c63413fb58293b1f73455b59176814773b94bac67b4880051eff5dfe3333e010bd16ec522dd04ed026eb6fed208cf319acc4d2860a96f1d7f124946fa44dcc298155e76d2bccb49c6bb87b31e6d36f6d410e682aef94e07e268bca75333b8264	\\x03598dd99f9131f43d94456774aebf492128c0c47af852f88851c8b1bde17ccf	2026-11-29 12:34:03.761844+00
a47d55ce-fb4c-49e2-b4d0-8273b866663a	spoken	a47d55ce-fb4c-49e2-b4d0-8273b866663a	\\x01036f6c64d5a9d073204dc928b35909363f883af75ba725b2a4b3084fdc5c13c6bf1429f7edcb158dffb8e5649f62fea319d85e2e80e8c5bf790e142448b1a057a7b6a824b2087105ad56a266ba0930d34739ba53fffc471db014ec6ac381996b69b6ff15caae440f4c6dcec74b32120ab3c6a82e22749dbde196e190099995c002916537dd146f56e2127fd06ba6eebcba6acf846a9e9c04a88c17b85d78584548805d613b1428dd0ff0d5124624722c6b3ad15a41d449512e11a8ebedc3ca06b544138d15e0e10f171d76408db6c16927c4e270d45c93f79260cd14d50f265cb9100bd14aca4d6676fc6fe6be936b47ef9917964a040efcd877673b79d816867995d11bac39a3135fcfc407a53082d5b66b6d6c31c1425d54d668fe15	\\xc6f12f2d0272d8491b87f588cf2e742cd3299fb5866187854e831a39745895e6	2026-11-29 12:34:03.761844+00
a47d55ce-fb4c-49e2-b4d0-8273b866663a	answer_given_by	a47d55ce-fb4c-49e2-b4d0-8273b866663a	\\x01036f6c648196d7491d1f841454969b98f404b8c96d186d26dbd74ef6df45c8f6a2c0f10ae1952dee4f642f500a	\\xbc69eba214441f80be9380801adfd553d749a78404d9c440021f7af555ceaca7	2026-11-29 12:34:04.775029+00
ed9f7009-1eaf-498f-bd34-ab5222a0f8e3	name	c6428e8b-633e-4552-ab9d-88f527b2a334	\\x01036f6c643f3d3badcfb67bed0110c7035a8eaa27b4acae362600ece5e7190f99c607dc1822cd4ea6b286	\\x10c4ad086a9086e8f60a08a4e133aa09cb93b60da52c1e19a7f4687bc1db6509	2026-11-29 13:04:07.855213+00
2e401c03-37ea-499e-bfe7-7d04dd71db47	name	c6428e8b-633e-4552-ab9d-88f527b2a334	\\x01036f6c6477a35f0d3e8b0b05d72ae84962ebc3bfe5340fde394b6beac120d63abe5b6b1dbb08f1ad	\\x1d9d5de97825de63b871bb500ae554c554df3db43a2962fb9f0d42e0eae2540a	2026-11-29 13:04:07.855213+00
cc23a998-f395-4352-8c77-e25d59eec3a1	name	c6428e8b-633e-4552-ab9d-88f527b2a334	\\x01036f6c647aa2d600d255b1dd22a9a741e3f5e74493b416eaf8e4911a5b028993717f92e3e8b72538	\\xea66aaa5689acec999c96da4b1c7e8fcd9bd944dee3452176a56f2f84bf859d4	2026-11-29 13:04:07.855213+00
c5d0852c-2a7b-4a61-bb5f-8067d460f8ad	name	c6428e8b-633e-4552-ab9d-88f527b2a334	\\x01036f6c64d4f4c9ed55d702a91ac146140819ae6205db37d7f136a0a51c611f2e7588afb777003bff4bcd04df387d910132	\\x47273da0684a4865e296ba401fcb15fd751bb547bde9891fb9c9a2894b52d2ce	2026-11-29 13:04:08.723055+00
\.


ALTER TABLE public.personal ENABLE TRIGGER ALL;

--
-- Data for Name: procrastinate_workers; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.procrastinate_workers DISABLE TRIGGER ALL;

COPY public.procrastinate_workers (id, last_heartbeat) FROM stdin;
\.


ALTER TABLE public.procrastinate_workers ENABLE TRIGGER ALL;

--
-- Data for Name: procrastinate_jobs; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.procrastinate_jobs DISABLE TRIGGER ALL;

COPY public.procrastinate_jobs (id, queue_name, task_name, priority, lock, queueing_lock, args, status, scheduled_at, attempts, abort_requested, worker_id) FROM stdin;
1	effects	lydhoer.wake	0	\N	\N	{"effect": 1, "generation": 1}	todo	2026-11-30 12:33:51.095486+00	0	f	\N
2	effects	lydhoer.wake	0	\N	\N	{"effect": 2, "generation": 1}	todo	\N	0	f	\N
3	effects	lydhoer.wake	0	\N	\N	{"effect": 3, "generation": 1}	todo	\N	0	f	\N
4	effects	lydhoer.wake	0	\N	\N	{"effect": 4, "generation": 1}	todo	\N	0	f	\N
5	effects	lydhoer.wake	0	\N	\N	{"effect": 5, "generation": 1}	todo	\N	0	f	\N
6	effects	lydhoer.wake	0	\N	\N	{"effect": 6, "generation": 1}	todo	\N	0	f	\N
7	effects	lydhoer.wake	0	\N	\N	{"effect": 7, "generation": 1}	todo	\N	0	f	\N
8	effects	lydhoer.wake	0	\N	\N	{"effect": 7, "generation": 2}	todo	\N	0	f	\N
9	effects	lydhoer.wake	0	\N	\N	{"effect": 9, "generation": 1}	todo	2026-11-29 14:33:53.179717+00	0	f	\N
10	effects	lydhoer.wake	0	\N	\N	{"effect": 10, "generation": 1}	todo	2026-11-29 12:53:53.1964+00	0	f	\N
11	effects	lydhoer.wake	0	\N	\N	{"effect": 11, "generation": 1}	todo	2026-11-29 12:48:53.216902+00	0	f	\N
12	effects	lydhoer.wake	0	\N	\N	{"effect": 12, "generation": 1}	todo	\N	0	f	\N
13	effects	lydhoer.wake	0	\N	\N	{"effect": 13, "generation": 1}	todo	\N	0	f	\N
14	effects	lydhoer.wake	0	\N	\N	{"effect": 13, "generation": 2}	todo	\N	0	f	\N
15	effects	lydhoer.wake	0	\N	\N	{"effect": 15, "generation": 1}	todo	2026-11-29 12:48:54.111374+00	0	f	\N
16	effects	lydhoer.wake	0	\N	\N	{"effect": 16, "generation": 1}	todo	\N	0	f	\N
17	effects	lydhoer.wake	0	\N	\N	{"effect": 9, "generation": 2}	todo	2026-11-29 14:33:53.348135+00	0	f	\N
18	effects	lydhoer.wake	0	\N	\N	{"effect": 10, "generation": 2}	todo	2026-11-29 12:53:53.353997+00	0	f	\N
19	effects	lydhoer.wake	0	\N	\N	{"effect": 11, "generation": 2}	todo	2026-11-29 12:48:53.363955+00	0	f	\N
20	effects	lydhoer.wake	0	\N	\N	{"effect": 16, "generation": 2}	todo	\N	0	f	\N
21	effects	lydhoer.wake	0	\N	\N	{"effect": 21, "generation": 1}	todo	\N	0	f	\N
22	effects	lydhoer.wake	0	\N	\N	{"effect": 22, "generation": 1}	todo	\N	0	f	\N
23	effects	lydhoer.wake	0	\N	\N	{"effect": 23, "generation": 1}	todo	\N	0	f	\N
24	effects	lydhoer.wake	0	\N	\N	{"effect": 13, "generation": 3}	todo	\N	0	f	\N
25	effects	lydhoer.wake	0	\N	\N	{"effect": 25, "generation": 1}	todo	2026-11-29 12:48:55.376268+00	0	f	\N
26	effects	lydhoer.wake	0	\N	\N	{"effect": 23, "generation": 2}	todo	\N	0	f	\N
27	effects	lydhoer.wake	0	\N	\N	{"effect": 13, "generation": 4}	todo	\N	0	f	\N
28	effects	lydhoer.wake	0	\N	\N	{"effect": 28, "generation": 1}	todo	\N	0	f	\N
29	effects	lydhoer.wake	0	\N	\N	{"effect": 28, "generation": 2}	todo	\N	0	f	\N
30	effects	lydhoer.wake	0	\N	\N	{"effect": 30, "generation": 1}	todo	\N	0	f	\N
31	effects	lydhoer.wake	0	\N	\N	{"effect": 31, "generation": 1}	todo	\N	0	f	\N
32	effects	lydhoer.wake	0	\N	\N	{"effect": 23, "generation": 3}	todo	\N	0	f	\N
33	effects	lydhoer.wake	0	\N	\N	{"effect": 13, "generation": 5}	todo	\N	0	f	\N
34	effects	lydhoer.wake	0	\N	\N	{"effect": 23, "generation": 4}	todo	\N	0	f	\N
35	effects	lydhoer.wake	0	\N	\N	{"effect": 13, "generation": 6}	todo	\N	0	f	\N
36	effects	lydhoer.wake	0	\N	\N	{"effect": 23, "generation": 5}	todo	\N	0	f	\N
37	effects	lydhoer.wake	0	\N	\N	{"effect": 13, "generation": 7}	todo	\N	0	f	\N
38	effects	lydhoer.wake	0	\N	\N	{"effect": 9, "generation": 3}	todo	2026-11-29 14:33:53.23524+00	0	f	\N
39	effects	lydhoer.wake	0	\N	\N	{"effect": 10, "generation": 3}	todo	2026-11-29 12:53:53.247098+00	0	f	\N
40	effects	lydhoer.wake	0	\N	\N	{"effect": 11, "generation": 3}	todo	2026-11-29 12:48:53.263244+00	0	f	\N
41	effects	lydhoer.wake	0	\N	\N	{"effect": 41, "generation": 1}	todo	\N	0	f	\N
42	effects	lydhoer.wake	0	\N	\N	{"effect": 42, "generation": 1}	todo	\N	0	f	\N
43	effects	lydhoer.wake	0	\N	\N	{"effect": 13, "generation": 8}	todo	\N	0	f	\N
44	effects	lydhoer.wake	0	\N	\N	{"effect": 44, "generation": 1}	todo	2026-11-29 12:48:57.881515+00	0	f	\N
45	effects	lydhoer.wake	0	\N	\N	{"effect": 42, "generation": 2}	todo	\N	0	f	\N
46	effects	lydhoer.wake	0	\N	\N	{"effect": 13, "generation": 9}	todo	\N	0	f	\N
47	effects	lydhoer.wake	0	\N	\N	{"effect": 47, "generation": 1}	todo	\N	0	f	\N
48	effects	lydhoer.wake	0	\N	\N	{"effect": 47, "generation": 2}	todo	\N	0	f	\N
49	effects	lydhoer.wake	0	\N	\N	{"effect": 42, "generation": 3}	todo	\N	0	f	\N
50	effects	lydhoer.wake	0	\N	\N	{"effect": 13, "generation": 10}	todo	\N	0	f	\N
51	effects	lydhoer.wake	0	\N	\N	{"effect": 42, "generation": 4}	todo	\N	0	f	\N
52	effects	lydhoer.wake	0	\N	\N	{"effect": 13, "generation": 11}	todo	\N	0	f	\N
53	effects	lydhoer.wake	0	\N	\N	{"effect": 53, "generation": 1}	todo	\N	0	f	\N
54	effects	lydhoer.wake	0	\N	\N	{"effect": 13, "generation": 12}	todo	\N	0	f	\N
55	effects	lydhoer.wake	0	\N	\N	{"effect": 11, "generation": 4}	todo	2026-11-29 12:34:26.015219+00	0	f	\N
56	effects	lydhoer.wake	0	\N	\N	{"effect": 15, "generation": 2}	todo	2026-11-29 12:49:06.151613+00	0	f	\N
57	effects	lydhoer.wake	0	\N	\N	{"effect": 15, "generation": 3}	todo	2026-11-29 12:49:06.284456+00	0	f	\N
58	effects	lydhoer.wake	0	\N	\N	{"effect": 58, "generation": 1}	todo	\N	0	f	\N
59	effects	lydhoer.wake	0	\N	\N	{"effect": 59, "generation": 1}	todo	\N	0	f	\N
60	effects	lydhoer.wake	0	\N	\N	{"effect": 60, "generation": 1}	todo	2026-11-29 12:34:26.429708+00	0	f	\N
61	effects	lydhoer.wake	0	\N	\N	{"effect": 61, "generation": 1}	todo	\N	0	f	\N
62	effects	lydhoer.wake	0	\N	\N	{"effect": 62, "generation": 1}	todo	\N	0	f	\N
63	effects	lydhoer.wake	0	\N	\N	{"effect": 13, "generation": 13}	todo	\N	0	f	\N
64	effects	lydhoer.wake	0	\N	\N	{"effect": 15, "generation": 4}	todo	2026-11-29 12:49:06.855476+00	0	f	\N
65	effects	lydhoer.wake	0	\N	\N	{"effect": 59, "generation": 2}	todo	2026-11-29 12:34:17.0913+00	0	f	\N
66	effects	lydhoer.wake	0	\N	\N	{"effect": 13, "generation": 14}	todo	\N	0	f	\N
67	effects	lydhoer.wake	0	\N	\N	{"effect": 67, "generation": 1}	todo	\N	0	f	\N
68	effects	lydhoer.wake	0	\N	\N	{"effect": 67, "generation": 2}	todo	\N	0	f	\N
69	effects	lydhoer.wake	0	\N	\N	{"effect": 69, "generation": 1}	todo	\N	0	f	\N
70	effects	lydhoer.wake	0	\N	\N	{"effect": 67, "generation": 3}	todo	\N	0	f	\N
71	effects	lydhoer.wake	0	\N	\N	{"effect": 67, "generation": 4}	todo	\N	0	f	\N
\.


ALTER TABLE public.procrastinate_jobs ENABLE TRIGGER ALL;

--
-- Data for Name: procrastinate_events; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.procrastinate_events DISABLE TRIGGER ALL;

COPY public.procrastinate_events (id, job_id, type, at) FROM stdin;
1	1	scheduled	2026-11-30 12:33:51.095486+00
2	1	deferred	2026-11-29 12:33:51.086656+00
3	2	deferred	2026-11-29 12:33:51.313929+00
4	3	deferred	2026-11-29 12:33:51.44353+00
5	4	deferred	2026-11-29 12:33:51.639417+00
6	5	deferred	2026-11-29 12:33:51.723964+00
7	6	deferred	2026-11-29 12:33:51.816514+00
8	7	deferred	2026-11-29 12:33:53.15068+00
9	8	deferred	2026-11-29 12:33:53.418543+00
10	9	scheduled	2026-11-29 14:33:53.179717+00
11	9	deferred	2026-11-29 12:33:53.686678+00
12	10	scheduled	2026-11-29 12:53:53.1964+00
13	10	deferred	2026-11-29 12:33:53.686678+00
14	11	scheduled	2026-11-29 12:48:53.216902+00
15	11	deferred	2026-11-29 12:33:53.686678+00
16	12	deferred	2026-11-29 12:33:53.686678+00
17	13	deferred	2026-11-29 12:33:53.953261+00
18	14	deferred	2026-11-29 12:33:53.953261+00
19	15	scheduled	2026-11-29 12:48:54.111374+00
20	15	deferred	2026-11-29 12:33:53.953261+00
21	16	deferred	2026-11-29 12:33:54.695693+00
22	17	scheduled	2026-11-29 14:33:53.348135+00
23	17	deferred	2026-11-29 12:33:55.740673+00
24	18	scheduled	2026-11-29 12:53:53.353997+00
25	18	deferred	2026-11-29 12:33:55.740673+00
26	19	scheduled	2026-11-29 12:48:53.363955+00
27	19	deferred	2026-11-29 12:33:55.740673+00
28	20	deferred	2026-11-29 12:33:55.740673+00
29	21	deferred	2026-11-29 12:33:55.740673+00
30	22	deferred	2026-11-29 12:33:55.740673+00
31	23	deferred	2026-11-29 12:33:55.740673+00
32	24	deferred	2026-11-29 12:33:55.740673+00
33	25	scheduled	2026-11-29 12:48:55.376268+00
34	25	deferred	2026-11-29 12:33:57.317269+00
35	26	deferred	2026-11-29 12:33:57.317269+00
36	27	deferred	2026-11-29 12:33:57.317269+00
37	28	deferred	2026-11-29 12:33:57.317269+00
38	29	deferred	2026-11-29 12:33:58.688515+00
39	30	deferred	2026-11-29 12:33:58.688515+00
40	31	deferred	2026-11-29 12:33:58.688515+00
41	32	deferred	2026-11-29 12:33:58.688515+00
42	33	deferred	2026-11-29 12:33:58.688515+00
43	34	deferred	2026-11-29 12:33:59.972422+00
44	35	deferred	2026-11-29 12:33:59.972422+00
45	36	deferred	2026-11-29 12:34:00.879404+00
46	37	deferred	2026-11-29 12:34:00.879404+00
47	38	scheduled	2026-11-29 14:33:53.23524+00
48	38	deferred	2026-11-29 12:34:01.88434+00
49	39	scheduled	2026-11-29 12:53:53.247098+00
50	39	deferred	2026-11-29 12:34:01.88434+00
51	40	scheduled	2026-11-29 12:48:53.263244+00
52	40	deferred	2026-11-29 12:34:01.88434+00
53	41	deferred	2026-11-29 12:34:01.88434+00
54	42	deferred	2026-11-29 12:34:01.88434+00
55	43	deferred	2026-11-29 12:34:01.88434+00
56	44	scheduled	2026-11-29 12:48:57.881515+00
57	44	deferred	2026-11-29 12:34:02.524978+00
58	45	deferred	2026-11-29 12:34:02.524978+00
59	46	deferred	2026-11-29 12:34:02.524978+00
60	47	deferred	2026-11-29 12:34:02.524978+00
61	48	deferred	2026-11-29 12:34:03.762674+00
62	49	deferred	2026-11-29 12:34:03.762674+00
63	50	deferred	2026-11-29 12:34:03.762674+00
64	51	deferred	2026-11-29 12:34:04.775844+00
65	52	deferred	2026-11-29 12:34:04.775844+00
66	53	deferred	2026-11-29 12:34:05.288227+00
67	54	deferred	2026-11-29 12:34:05.472178+00
68	55	scheduled	2026-11-29 12:34:26.015219+00
69	55	deferred	2026-11-29 12:34:05.988427+00
70	56	scheduled	2026-11-29 12:49:06.151613+00
71	56	deferred	2026-11-29 12:34:06.120955+00
72	57	scheduled	2026-11-29 12:49:06.284456+00
73	57	deferred	2026-11-29 12:34:06.260136+00
74	58	deferred	2026-11-29 12:34:06.346649+00
75	59	deferred	2026-11-29 12:34:06.346649+00
76	60	scheduled	2026-11-29 12:34:26.429708+00
77	60	deferred	2026-11-29 12:34:06.346649+00
78	61	deferred	2026-11-29 12:34:06.346649+00
79	62	deferred	2026-11-29 12:34:06.346649+00
80	63	deferred	2026-11-29 12:34:06.346649+00
81	64	scheduled	2026-11-29 12:49:06.855476+00
82	64	deferred	2026-11-29 12:34:06.82342+00
83	65	scheduled	2026-11-29 12:34:17.0913+00
84	65	deferred	2026-11-29 12:34:07.080391+00
85	66	deferred	2026-11-29 12:34:07.623756+00
86	67	deferred	2026-11-29 12:34:07.85621+00
87	68	deferred	2026-11-29 12:34:08.108206+00
88	69	deferred	2026-11-29 12:34:08.723825+00
89	70	deferred	2026-11-29 12:34:08.723825+00
90	71	deferred	2026-11-29 12:34:09.421681+00
\.


ALTER TABLE public.procrastinate_events ENABLE TRIGGER ALL;

--
-- Data for Name: procrastinate_periodic_defers; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.procrastinate_periodic_defers DISABLE TRIGGER ALL;

COPY public.procrastinate_periodic_defers (id, task_name, defer_timestamp, job_id, periodic_id) FROM stdin;
\.


ALTER TABLE public.procrastinate_periodic_defers ENABLE TRIGGER ALL;

--
-- Data for Name: tasks; Type: TABLE DATA; Schema: public; Owner: -
--

ALTER TABLE public.tasks DISABLE TRIGGER ALL;

COPY public.tasks (id, request_id, meeting_id, kind, owner_oid, created_at, done_at, done_by, done_on) FROM stdin;
\.


ALTER TABLE public.tasks ENABLE TRIGGER ALL;

--
-- Name: effects_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.effects_id_seq', 71, true);


--
-- Name: procrastinate_events_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 90, true);


--
-- Name: procrastinate_jobs_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 71, true);


--
-- Name: procrastinate_periodic_defers_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);


--
-- Name: procrastinate_workers_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);


--
-- PostgreSQL database dump complete
--


