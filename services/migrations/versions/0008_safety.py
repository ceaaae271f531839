"""Reports, and what followed."""

import sqlalchemy as sa
from alembic import op

from services.store import SECONDS

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "safety_report",
        sa.Column("receipt", sa.String, primary_key=True),
        sa.Column("at", SECONDS, nullable=False),
        sa.Column("category", sa.String, nullable=False),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("reporter", sa.String, nullable=False, index=True),
        sa.Column("target", sa.String, nullable=False),
        sa.Column("outcome", sa.String, nullable=False, index=True),
        sa.Column("closed", SECONDS, nullable=True),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("told", sa.Boolean, nullable=False),
        sa.Column("evidence", sa.LargeBinary, nullable=True),
    )
    op.create_table(
        "safety_sanction",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("subject", sa.String, nullable=False, index=True),
        sa.Column("step", sa.String, nullable=False),
        sa.Column("category", sa.String, nullable=False),
        sa.Column("since", SECONDS, nullable=False),
        sa.Column("until", SECONDS, nullable=True),
        sa.Column("report", sa.String, nullable=True),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("second", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("seen", sa.Boolean, nullable=False),
        sa.Column("appeal", sa.String, nullable=False),
        sa.Column("appealed", sa.LargeBinary, nullable=True),
        sa.Column("judge", sa.String, nullable=False),
    )
