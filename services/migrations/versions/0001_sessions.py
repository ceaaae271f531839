"""Visits of guests and citizens."""

import sqlalchemy as sa
from alembic import op

from services.store import SECONDS

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "session",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("token", sa.String, nullable=False, unique=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("outfit", sa.Integer, nullable=False),
        sa.Column("colours", sa.Integer, nullable=False),
        sa.Column("hair", sa.Integer, nullable=False),
        sa.Column("skin", sa.Integer, nullable=False),
        sa.Column("expires", SECONDS, nullable=False),
    )
    op.create_index("ix_session_expires", "session", ["expires"])
    op.create_table(
        "citizen",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("since", sa.Date, nullable=False),
    )
    op.create_table(
        "session_identity",
        sa.Column("session", sa.Integer, sa.ForeignKey("session.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("citizen", sa.String, sa.ForeignKey("citizen.id"), nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("born", sa.Date, nullable=True),
        sa.Column("issuer", sa.String, nullable=False),
        sa.Column("subject", sa.String, nullable=False),
    )
