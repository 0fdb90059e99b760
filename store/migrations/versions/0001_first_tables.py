"""The first tables."""

import sqlalchemy as sa
from alembic import op
from procrastinate.schema import SchemaManager
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

WAKE_INDEX = "ix_procrastinate_jobs_effect"  # the sweep looks for wake-ups of an effect


def upgrade() -> None:
    """Make our tables and those of procrastinate 3.10."""
    # On the driver itself: the text holds many statements and percent signs.
    op.get_bind().connection.driver_connection.execute(SchemaManager.get_schema())
    op.create_index(
        WAKE_INDEX,
        "procrastinate_jobs",
        [sa.text("(args ->> 'effect')")],
        postgresql_where=sa.text("status IN ('todo', 'doing')"),
    )
    op.create_table(
        "budgets",
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("tokens", sa.Double(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_budgets")),
    )
    op.create_table(
        "cards",
        sa.Column("purpose", sa.String(length=200), nullable=False),
        sa.Column("service_url", sa.String(length=400), nullable=False),
        sa.Column("conversation_id", sa.String(length=400), nullable=False),
        sa.Column("activity_id", sa.String(length=200), nullable=True),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("uncertain", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("purpose", name=op.f("pk_cards")),
    )
    op.create_table(
        "chats",
        sa.Column("oid", sa.String(length=64), nullable=False),
        sa.Column("mri", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("conversation_id", sa.String(length=400), nullable=False),
        sa.Column("service_url", sa.String(length=400), nullable=False),
        sa.Column("installed", sa.Boolean(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("oid", name=op.f("pk_chats")),
    )
    op.create_table(
        "colleagues",
        sa.Column("oid", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("oid", name=op.f("pk_colleagues")),
    )
    op.create_table(
        "effects",
        sa.Column("id", sa.BigInteger(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("args", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(length=60), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_effects")),
        sa.UniqueConstraint("kind", "key", name=op.f("uq_effects_kind")),
    )
    op.create_index(
        "ix_effects_due", "effects", ["due_at"], unique=False, postgresql_where="done_at IS NULL"
    )
    op.create_table(
        "inbound",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_inbound")),
    )
    op.create_table(
        "journal",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("commitments", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("previous", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "seq", name=op.f("pk_journal")),
    )
    op.create_table(
        "journal_heads",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_journal_heads")),
    )
    op.create_table(
        "meetings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("chat_id", sa.String(length=400), nullable=True),
        sa.Column("teams_meeting_id", sa.String(length=400), nullable=True),
        sa.Column("graph_id", sa.String(length=400), nullable=True),
        sa.Column("service_url", sa.String(length=400), nullable=True),
        sa.Column("teams_type", sa.String(length=40), nullable=True),
        sa.Column("organizer_oid", sa.String(length=64), nullable=True),
        sa.Column("organizer_mri", sa.String(length=200), nullable=True),
        sa.Column("organizer_tenant", sa.String(length=64), nullable=True),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("app_installed", sa.Boolean(), nullable=False),
        sa.Column("dial_in", sa.Boolean(), nullable=True),
        sa.Column("phone_possible", sa.Boolean(), nullable=True),
        sa.Column("block_state", sa.String(length=20), nullable=False),
        sa.Column("block_reason", sa.String(length=40), nullable=False),
        sa.Column("block_read_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("watched_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
        sa.UniqueConstraint("chat_id", name=op.f("uq_meetings_chat_id")),
    )
    op.create_index(op.f("ix_meetings_organizer_oid"), "meetings", ["organizer_oid"], unique=False)
    op.create_table(
        "personal",
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.String(length=160), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("owner_id", "field", name=op.f("pk_personal")),
    )
    op.create_index(op.f("ix_personal_case_id"), "personal", ["case_id"], unique=False)
    op.create_table(
        "precedents",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("quarter", sa.String(length=7), nullable=False),
        sa.Column("department", sa.String(length=100), nullable=False),
        sa.Column("relation", sa.String(length=20), nullable=False),
        sa.Column("meeting_kind", sa.String(length=20), nullable=False),
        sa.Column("employee_type", sa.String(length=40), nullable=True),
        sa.Column("ground", sa.String(length=40), nullable=False),
        sa.Column("refusal_ground", sa.String(length=40), nullable=True),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_precedents")),
    )
    op.create_index("ix_precedents_like", "precedents", ["relation", "ground"], unique=False)
    op.create_table(
        "incidents",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("noticed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("noticed_by", sa.String(length=20), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mark_id", sa.String(length=200), nullable=True),
        sa.Column("end_mark_id", sa.String(length=200), nullable=True),
        sa.Column("initiator_oid", sa.String(length=64), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.String(length=20), nullable=True),
        sa.Column("watch_ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("switch", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_incidents_meeting_id_meetings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
        sa.UniqueConstraint("meeting_id", "mark_id", name=op.f("uq_incidents_meeting_id")),
    )
    op.create_index(op.f("ix_incidents_meeting_id"), "incidents", ["meeting_id"], unique=False)
    op.create_table(
        "occurrences",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("noticed_by", sa.String(length=20), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("announced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("announced_for", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("tellings", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_occurrences_meeting_id_meetings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occurrences")),
    )
    op.create_index(op.f("ix_occurrences_meeting_id"), "occurrences", ["meeting_id"], unique=False)
    op.create_index(
        "uq_occurrences_running",
        "occurrences",
        ["meeting_id"],
        unique=True,
        postgresql_where="ended_at IS NULL",
    )
    op.create_table(
        "requests",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("department", sa.String(length=100), nullable=False),
        sa.Column("registered_by", sa.String(length=64), nullable=False),
        sa.Column("caseworker_oid", sa.String(length=64), nullable=True),
        sa.Column("relation", sa.String(length=20), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("requester_oid", sa.String(length=64), nullable=True),
        sa.Column("employee_type", sa.String(length=40), nullable=True),
        sa.Column("notice", sa.Boolean(), nullable=False),
        sa.Column("others_affairs", sa.Boolean(), nullable=True),
        sa.Column("scope", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=30), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("answer_by", sa.String(length=20), nullable=False),
        sa.Column("profile_id", sa.String(length=60), nullable=False),
        sa.Column("profile_version", sa.Integer(), nullable=False),
        sa.Column("approver_oid", sa.String(length=64), nullable=True),
        sa.Column("deputy_oid", sa.String(length=64), nullable=True),
        sa.Column("decided_by", sa.String(length=64), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("refusal_ground", sa.String(length=40), nullable=True),
        sa.Column("devices_out", sa.Boolean(), nullable=False),
        sa.Column("proposed_by", sa.String(length=64), nullable=True),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmer_oid", sa.String(length=64), nullable=True),
        sa.Column("confirmed_by", sa.String(length=64), nullable=True),
        sa.Column("precedent_id", sa.Uuid(), nullable=True),
        sa.Column("verdicts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("answer_state", sa.String(length=20), nullable=False),
        sa.Column("answer_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer_how", sa.String(length=30), nullable=True),
        sa.Column("announced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note_copied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("inbound_key", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_requests_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["precedent_id"], ["precedents.id"], name=op.f("fk_requests_precedent_id_precedents")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requests")),
        sa.UniqueConstraint("number", name=op.f("uq_requests_number")),
    )
    op.create_index(
        op.f("ix_requests_caseworker_oid"), "requests", ["caseworker_oid"], unique=False
    )
    op.create_index(op.f("ix_requests_meeting_id"), "requests", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_requests_requester_oid"), "requests", ["requester_oid"], unique=False)
    op.create_table(
        "contact_wishes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("person_key", sa.String(length=64), nullable=False),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_contact_wishes_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["requests.id"], name=op.f("fk_contact_wishes_request_id_requests")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_wishes")),
        sa.UniqueConstraint("meeting_id", "person_key", name=op.f("uq_contact_wishes_meeting_id")),
    )
    op.create_table(
        "errands",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("department", sa.String(length=100), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("request_id", sa.Uuid(), nullable=True),
        sa.Column("created_by", sa.String(length=64), nullable=False),
        sa.Column("owner_oid", sa.String(length=64), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.String(length=64), nullable=True),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("inbound_key", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_errands_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["requests.id"], name=op.f("fk_errands_request_id_requests")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_errands")),
        sa.UniqueConstraint("number", name=op.f("uq_errands_number")),
    )
    op.create_index(op.f("ix_errands_request_id"), "errands", ["request_id"], unique=False)
    op.create_table(
        "ground_looks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("oid", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"], ["requests.id"], name=op.f("fk_ground_looks_request_id_requests")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ground_looks")),
    )
    op.create_index(
        op.f("ix_ground_looks_request_id"), "ground_looks", ["request_id"], unique=False
    )
    op.create_table(
        "informed",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("occurrence_id", sa.Uuid(), nullable=False),
        sa.Column("person_key", sa.String(length=64), nullable=False),
        sa.Column("mri", sa.String(length=200), nullable=True),
        sa.Column("oid", sa.String(length=64), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("grade", sa.String(length=20), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("evidence", sa.String(length=400), nullable=False),
        sa.Column("informed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["occurrence_id"],
            ["occurrences.id"],
            name=op.f("fk_informed_occurrence_id_occurrences"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_informed")),
        sa.UniqueConstraint("occurrence_id", "person_key", name=op.f("uq_informed_occurrence_id")),
    )
    op.create_table(
        "marks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("by_oid", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_marks_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["requests.id"], name=op.f("fk_marks_request_id_requests")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_marks")),
    )
    op.create_index(op.f("ix_marks_meeting_id"), "marks", ["meeting_id"], unique=False)
    op.create_table(
        "own_recordings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("owner_oid", sa.String(length=64), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("stopped_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("not_made", sa.Boolean(), nullable=False),
        sa.Column("delete_on", sa.Date(), nullable=True),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"], ["requests.id"], name=op.f("fk_own_recordings_request_id_requests")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_recordings")),
        sa.UniqueConstraint("request_id", name=op.f("uq_own_recordings_request_id")),
    )
    op.create_table(
        "tasks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("owner_oid", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by", sa.String(length=64), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_tasks_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["requests.id"], name=op.f("fk_tasks_request_id_requests")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
        sa.UniqueConstraint("request_id", "kind", name=op.f("uq_tasks_request_id")),
    )
    op.create_index(op.f("ix_tasks_meeting_id"), "tasks", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_tasks_request_id"), "tasks", ["request_id"], unique=False)


def downgrade() -> None:
    """There is nothing before the first step."""
    raise NotImplementedError("the first step has no way back; drop the database instead")
