"""Which columns say something of a person, and for which purpose they are kept.

Every column that can hold text, json or bytes stands either here or under ``PLAIN``; a test holds the lists
against the tables, and lets every purpose run out to see that nothing marked is left
(``tests/system/test_retention.py``). Sealed text stands in ``personal`` alone, whose fields belong to the
purpose of the row that owns them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ROW: Final = "row"
"""The whole row goes; the other mark (``FIELD``): the column is emptied."""
FIELD: Final = "field"

MARKED: Final[Mapping[str, tuple[str, str, tuple[str, ...]]]] = {
    # table: purpose, how it goes, columns
    "personal": ("each its own", ROW, ("field", "sealed", "salt")),
    "informed": ("ledger", ROW, ("person_key", "mri", "oid", "evidence", "kind", "channel")),
    "evidence": ("ledger", ROW, ("evidence", "kind", "channel")),
    "said_lines": ("ledger", ROW, ("by_oid",)),
    "calls": ("ledger", ROW, ("callback_key", "graph_id", "my_participant_id")),
    "call_seats": ("ledger", ROW, ("participant_id", "kind", "mark")),
    "spoken": ("ledger", ROW, ("operation_id",)),
    "note_takers": ("ledger", ROW, ("person_key", "asked_oid", "answered_by")),
    "recorded_people": ("incident", ROW, ("person_key", "kind", "seen")),
    "contact_wishes": ("contact_wish", ROW, ("person_key",)),
    "meetings": (
        "meeting",
        FIELD,
        ("chat_id", "graph_id", "teams_meeting_id", "service_url", "organizer_mri"),
    ),
    "chats": ("people", ROW, ("oid", "mri", "name", "conversation_id", "service_url")),
    "colleagues": ("people", ROW, ("oid", "name")),
    "cards": ("people", ROW, ("purpose", "service_url", "conversation_id", "activity_id")),
    "unsure_posts": ("people", ROW, ("purpose", "conversation_id")),
    "ground_looks": ("access", ROW, ("oid",)),
    "person_exports": ("access", ROW, ("token_hash", "oid")),
    # kept for a fixed time, in the job that clears away (casework/jobs/upkeep.py)
    "print_links": ("tidied", ROW, ("token_hash", "oid")),
    "inbound": ("tidied", ROW, ("key", "answer")),
    "effects": ("tidied", ROW, ("key", "args")),
    "budgets": ("tidied", ROW, ("key",)),
}

PLAIN: Final[Mapping[str, tuple[str, ...]]] = {
    # Codes, states and keys of our own; and the directory ids of employees who acted, which are the
    # course of a case: who decided stays as long as the case does.
    "meetings": (
        "kind", "teams_type", "organizer_oid", "organizer_tenant", "state", "block_state",
        "block_reason", "cameras",
    ),
    "occurrences": ("noticed_by", "announced_for"),
    "requests": (
        "number", "department", "registered_by", "caseworker_oid", "relation", "role",
        "requester_oid", "employee_type", "scope", "state", "answer_by", "profile_id",
        "approver_oid", "deputy_oid", "decided_by", "refusal_ground", "proposed_by", "confirmer_oid",
        "confirmed_by", "verdicts", "answer_state", "answer_how", "inbound_key",
    ),
    "informed": ("grade",),
    "evidence": ("grade",),
    "tellings": ("what", "how", "content", "profile_id"),
    "said_lines": ("round", "line"),
    "calls": ("state", "why"),
    "spoken": ("outcome", "sounds", "state", "why"),
    "incidents": (
        "noticed_by", "mark_id", "end_mark_id", "initiator_oid", "ended_by", "switch", "decider_oid",
        "file_state", "file_id", "file_outcome", "file_outcome_by",
    ),
    "incident_steps": ("kind", "who"),
    "note_takers": ("sign", "answer"),
    "tasks": ("kind", "owner_oid", "done_by"),
    "marks": ("kind", "by_oid", "facts"),
    "own_recordings": ("owner_oid",),
    "precedents": (
        "quarter", "department", "relation", "meeting_kind", "employee_type", "ground",
        "refusal_ground", "outcome", "against",
    ),
    "errands": (
        "number", "kind", "state", "department", "created_by", "owner_oid", "closed_by", "facts",
        "inbound_key",
    ),
    "print_links": ("kind",),
    "subscriptions": ("kind", "state", "reason", "graph_id", "secret_hash"),
    "notification_keys": ("certificate", "sealed"),
    "effects": ("kind", "outcome"),
    "cards": ("operation",),
    "unsure_posts": ("operation", "kind", "outcome"),
    "budgets": ("waits",),
    "journal": ("kind", "actor", "facts", "commitments", "previous", "hash"),
    "journal_heads": ("hash",),
    "journal_rooted": ("hash",),
    "journal_roots": ("previous", "hash", "heads"),
    "deletions": ("purpose", "kinds"),
    "legal_holds": ("set_by", "lifted_by"),
}  # fmt: skip
