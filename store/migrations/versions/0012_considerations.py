"""What spoke against a recording, as codes, with every earlier decision: also where it was allowed."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; what was refused before rests on its ground of refusal."""
    op.add_column(
        "precedents",
        sa.Column(
            "against",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default="[]",
            nullable=False,
        ),
    )
    op.execute(
        "UPDATE precedents SET against = jsonb_build_array(refusal_ground) "
        "WHERE refusal_ground IS NOT NULL"
    )


def downgrade() -> None:
    """Take the column away again."""
    op.drop_column("precedents", "against")
