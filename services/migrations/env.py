"""What alembic runs to apply the steps; the connection and its transaction are the caller's (apply.py)."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
