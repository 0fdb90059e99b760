"""A link may lead to the file of a recording in Teams, for whoever decides on it."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

REFERENCE = "fk_print_links_incident_id"


def upgrade() -> None:
    """Add the column."""
    op.add_column("print_links", sa.Column("incident_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(REFERENCE, "print_links", "incidents", ["incident_id"], ["id"])


def downgrade() -> None:
    """Take the column away, and the links that need it."""
    op.execute("DELETE FROM print_links WHERE incident_id IS NOT NULL")
    op.drop_constraint(REFERENCE, "print_links", type_="foreignkey")
    op.drop_column("print_links", "incident_id")
