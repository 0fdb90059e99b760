"""Who waits for a place to send, by urgency, in the budgets that hold them up."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column. Buckets are of the last moments: they begin full."""
    op.execute("DELETE FROM budgets")
    op.add_column("budgets", sa.Column("waits", postgresql.JSONB(), nullable=False))


def downgrade() -> None:
    """Take it away again."""
    op.drop_column("budgets", "waits")
