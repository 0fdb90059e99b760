"""Who waits for a place to send, by urgency, in the budgets that hold them up."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column: nobody is known to wait yet."""
    op.execute("ALTER TABLE budgets ADD COLUMN waits jsonb NOT NULL DEFAULT '{}'")
    op.alter_column("budgets", "waits", server_default=None)


def downgrade() -> None:
    """Take it away again."""
    op.drop_column("budgets", "waits")
