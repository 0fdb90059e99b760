"""Incidents: their course, the file, who was recorded; bots that take notes."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def _file() -> tuple[sa.Column[object], ...]:
    """The columns an incident gets; made anew each time, as a column belongs to one table."""
    return (
        sa.Column("decider_oid", sa.String(length=64), nullable=True),
        sa.Column("file_state", sa.String(length=20), nullable=False, server_default=""),
        sa.Column("file_id", sa.String(length=400), nullable=True),
        sa.Column("file_outcome", sa.String(length=20), nullable=True),
        sa.Column("file_outcome_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("file_outcome_by", sa.String(length=64), nullable=True),
    )


def upgrade() -> None:
    """Add what is known of a recording after it was noticed."""
    for column in _file():
        op.add_column("incidents", column)
    op.alter_column("incidents", "file_state", server_default=None)
    op.create_table(
        "incident_steps",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("incident_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("who", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name=op.f("fk_incident_steps_incident_id_incidents")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident_steps")),
        sa.UniqueConstraint(
            "incident_id", "kind", "who", name=op.f("uq_incident_steps_incident_id")
        ),
    )
    op.create_index(op.f("ix_incident_steps_incident_id"), "incident_steps", ["incident_id"])
    op.create_table(
        "recorded_people",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("incident_id", sa.Uuid(), nullable=False),
        sa.Column("person_key", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("seen", sa.String(length=20), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name=op.f("fk_recorded_people_incident_id_incidents")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recorded_people")),
        sa.UniqueConstraint(
            "incident_id", "person_key", name=op.f("uq_recorded_people_incident_id")
        ),
    )
    op.create_index(op.f("ix_recorded_people_incident_id"), "recorded_people", ["incident_id"])
    op.create_table(
        "note_takers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("occurrence_id", sa.Uuid(), nullable=False),
        sa.Column("person_key", sa.String(length=64), nullable=False),
        sa.Column("sign", sa.String(length=20), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_oid", sa.String(length=64), nullable=True),
        sa.Column("answer", sa.String(length=20), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_note_takers_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["occurrence_id"],
            ["occurrences.id"],
            name=op.f("fk_note_takers_occurrence_id_occurrences"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note_takers")),
        sa.UniqueConstraint(
            "occurrence_id", "person_key", name=op.f("uq_note_takers_occurrence_id")
        ),
    )
    op.create_index(op.f("ix_note_takers_meeting_id"), "note_takers", ["meeting_id"])


def downgrade() -> None:
    """Take it away again."""
    op.drop_table("note_takers")
    op.drop_table("recorded_people")
    op.drop_table("incident_steps")
    for column in reversed(_file()):
        op.drop_column("incidents", column.name)
