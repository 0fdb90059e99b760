"""What is known of a meeting's block over time: when it was asked and held, how often put back."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

MOMENTS = ("block_asked_at", "held_at", "put_back_at")


def upgrade() -> None:
    """Add the columns; a meeting that was held when last read counts as held then."""
    for name in MOMENTS:
        op.add_column("meetings", sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    op.add_column("meetings", sa.Column("put_back", sa.Integer(), nullable=True))
    op.add_column("meetings", sa.Column("cameras", sa.String(length=20), nullable=True))
    op.execute("UPDATE meetings SET put_back = 0, cameras = 'untouched'")
    op.execute("UPDATE meetings SET held_at = block_read_at WHERE block_state = 'held'")
    op.create_index("ix_meetings_block_asked_at", "meetings", ["block_asked_at"])
    op.alter_column("meetings", "put_back", nullable=False)
    op.alter_column("meetings", "cameras", nullable=False)


def downgrade() -> None:
    """Take the columns away again."""
    op.drop_index("ix_meetings_block_asked_at", table_name="meetings")
    for name in (*MOMENTS, "put_back", "cameras"):
        op.drop_column("meetings", name)
