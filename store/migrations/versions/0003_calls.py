"""The calls into meetings: the call, its seats, what was spoken."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

LIVE = "state IN ('joining', 'lobby', 'established', 'reconciled', 'playing', 'spoken', 'muted')"


def upgrade() -> None:
    """Make the three tables."""
    op.create_table(
        "calls",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("occurrence_id", sa.Uuid(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("callback_key", sa.String(length=64), nullable=False),
        sa.Column("graph_id", sa.String(length=200), nullable=True),
        sa.Column("my_participant_id", sa.String(length=200), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("why", sa.String(length=60), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("established_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reconciled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("speak_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hung_up_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["occurrence_id"], ["occurrences.id"], name=op.f("fk_calls_occurrence_id_occurrences")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calls")),
        sa.UniqueConstraint("callback_key", name=op.f("uq_calls_callback_key")),
        sa.UniqueConstraint("occurrence_id", "attempt", name=op.f("uq_calls_occurrence_id")),
    )
    op.create_index(op.f("ix_calls_occurrence_id"), "calls", ["occurrence_id"], unique=False)
    op.create_index(op.f("ix_calls_graph_id"), "calls", ["graph_id"], unique=False)
    op.create_index(
        "uq_calls_live", "calls", ["occurrence_id"], unique=True, postgresql_where=sa.text(LIVE)
    )
    op.create_table(
        "call_seats",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("here_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("informed_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["call_id"], ["calls.id"], name=op.f("fk_call_seats_call_id_calls")
        ),
        sa.ForeignKeyConstraint(
            ["informed_id"],
            ["informed.id"],
            name=op.f("fk_call_seats_informed_id_informed"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_seats")),
        sa.UniqueConstraint("call_id", "participant_id", name=op.f("uq_call_seats_call_id")),
    )
    op.create_index(op.f("ix_call_seats_call_id"), "call_seats", ["call_id"], unique=False)
    op.create_index(op.f("ix_call_seats_informed_id"), "call_seats", ["informed_id"], unique=False)
    op.create_table(
        "spoken",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("telling", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("sounds", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("operation_id", sa.String(length=200), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("silent", sa.Boolean(), nullable=False),
        sa.Column("why", sa.String(length=60), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_spoken_call_id_calls")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spoken")),
    )
    op.create_index(op.f("ix_spoken_call_id"), "spoken", ["call_id"], unique=False)


def downgrade() -> None:
    """Take them away again."""
    op.drop_table("spoken")
    op.drop_table("call_seats")
    op.drop_table("calls")
