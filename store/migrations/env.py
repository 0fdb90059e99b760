"""What alembic runs: the connection and the lock come from store/migrate.py."""

from alembic import context

from store.migrate import ours
from store.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    include_object=ours,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
