"""When a guest without an id was seen to leave: what is told from then on they do not hear."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column: of nobody who is on a ledger now it is known."""
    op.add_column("informed", sa.Column("left_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Take it away: whoever left is again taken for present at the next telling."""
    op.drop_column("informed", "left_at")
