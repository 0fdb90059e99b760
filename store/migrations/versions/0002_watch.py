"""What Graph has been asked to tell of meetings, the keys of what it tells, and files of recordings."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables of the watch."""
    op.create_table(
        "notification_keys",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("certificate", sa.String(length=4000), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notification_keys")),
    )
    op.create_table(
        "subscriptions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("graph_id", sa.String(length=100), nullable=True),
        sa.Column("secret_hash", sa.String(length=64), nullable=False),
        sa.Column("certificate_id", sa.Uuid(), nullable=True),
        sa.Column("expires_at", MOMENT, nullable=True),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("active_since", MOMENT, nullable=True),
        sa.Column("notified_at", MOMENT, nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_subscriptions_meeting_id_meetings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscriptions")),
        sa.UniqueConstraint("graph_id", name=op.f("uq_subscriptions_graph_id")),
        sa.UniqueConstraint("meeting_id", "kind", name=op.f("uq_subscriptions_meeting_id")),
    )
    op.create_index("ix_subscriptions_kind", "subscriptions", ["kind", "state"])
    op.add_column("incidents", sa.Column("file_at", MOMENT, nullable=True))


def downgrade() -> None:
    """Take them away; Graph lets go of subscriptions that nobody renews within three days."""
    op.drop_column("incidents", "file_at")
    op.drop_table("subscriptions")
    op.drop_table("notification_keys")
