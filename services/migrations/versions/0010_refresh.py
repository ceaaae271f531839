"""A visit is asked by short tokens, renewed by a word that changes. Whoever is in a visit comes in anew."""

import sqlalchemy as sa
from alembic import op

from services.store import SECONDS

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.execute("DELETE FROM session_identity")
    op.execute("DELETE FROM session")
    op.add_column("session", sa.Column("refresh", sa.String, nullable=False, server_default=""))
    op.add_column("session", sa.Column("refresh_before", sa.String, nullable=False, server_default=""))
    op.add_column("session", sa.Column("refreshed", SECONDS, nullable=False, server_default="0"))
    op.add_column("session", sa.Column("began", SECONDS, nullable=False, server_default="0"))
    op.create_index("ix_session_refresh", "session", ["refresh"])
    op.create_index("ix_session_refresh_before", "session", ["refresh_before"])
