"""What a press was answered is kept for a while, sealed, for when Teams delivers it again."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("inbound", sa.Column("answer", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    """Take it away: what comes again is then answered in general words."""
    op.drop_column("inbound", "answer")
