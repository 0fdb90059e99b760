"""What a message is known by when the answer to posting it is lost, and what became of it."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the operation to the cards, and the table of those whose end was not known."""
    op.add_column("cards", sa.Column("operation", sa.String(length=32), nullable=True))
    op.create_table(
        "unsure_posts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("operation", sa.String(length=32), nullable=False),
        sa.Column("purpose", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("about", sa.Uuid(), nullable=True),
        sa.Column("conversation_id", sa.String(length=400), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unsure_posts")),
        sa.UniqueConstraint("operation", name=op.f("uq_unsure_posts_operation")),
    )
    op.create_index(op.f("ix_unsure_posts_about"), "unsure_posts", ["about"])


def downgrade() -> None:
    """Take both away again."""
    op.drop_table("unsure_posts")
    op.drop_column("cards", "operation")
