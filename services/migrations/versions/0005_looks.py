"""More that a citizen can choose of how they look."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

CHOSEN = ("tint", "body", "height", "face", "eyes", "extra")


def upgrade() -> None:
    for name in CHOSEN:
        op.add_column("session", sa.Column(name, sa.Integer, nullable=False, server_default="0"))
