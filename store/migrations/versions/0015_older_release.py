"""A replica of an earlier release does not name these columns when it writes; it may go on doing so."""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

DEFAULTS = (
    ("meetings", "put_back", "0"),
    ("meetings", "cameras", "untouched"),
    ("incidents", "file_state", ""),
    ("budgets", "waits", "{}"),
)


def upgrade() -> None:
    """Give them what they begin with."""
    for table, column, default in DEFAULTS:
        op.alter_column(table, column, server_default=default)


def downgrade() -> None:
    """Demand them again."""
    for table, column, _ in DEFAULTS:
        op.alter_column(table, column, server_default=None)
