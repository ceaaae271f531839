"""Kiosks: each known by its name and the hash of its secret."""

import sqlalchemy as sa
from alembic import op

from services.store import SECONDS

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "kiosk",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("sessions", sa.Integer, nullable=False),
        sa.Column("seen", SECONDS, nullable=False),
        sa.Column("called", SECONDS, nullable=True),
        sa.Column("coming", sa.Boolean, nullable=False),
        sa.Column("orders", sa.String, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
    )
