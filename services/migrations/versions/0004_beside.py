"""Looks of whoever sat beside somebody."""

import sqlalchemy as sa
from alembic import op

from services.store import SECONDS

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "beside_look",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("session", sa.Integer, nullable=False, index=True),
        sa.Column("helper", sa.Integer, nullable=False),
        sa.Column("who", sa.String, nullable=False),
        sa.Column("screen", sa.String, nullable=False),
        sa.Column("at", SECONDS, nullable=False),
    )
