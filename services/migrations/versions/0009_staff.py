"""The staff who decide, with their passkeys; the days on which the office is shut."""

import sqlalchemy as sa
from alembic import op

from services.store import SECONDS

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "staff",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("department", sa.String, nullable=False),
        sa.Column("handle", sa.LargeBinary, nullable=False, unique=True),
        sa.Column("since", SECONDS, nullable=False),
        sa.Column("invited", sa.String, nullable=True, unique=True),
        sa.Column("invited_until", SECONDS, nullable=True),
    )
    op.create_table(
        "staff_passkey",
        sa.Column("id", sa.LargeBinary, primary_key=True),
        sa.Column("staff", sa.String, sa.ForeignKey("staff.name", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("public_key", sa.LargeBinary, nullable=False),
        sa.Column("uses", sa.Integer, nullable=False),
    )
    op.create_table(
        "staff_session",
        sa.Column("token", sa.String, primary_key=True),
        sa.Column("staff", sa.String, sa.ForeignKey("staff.name", ondelete="CASCADE"), nullable=False),
        sa.Column("csrf", sa.String, nullable=False),
        sa.Column("expires", SECONDS, nullable=False, index=True),
    )
    op.create_table(
        "service_hours",
        sa.Column("slug", sa.String, primary_key=True),
        sa.Column("hours", sa.String, nullable=False),
    )
    op.create_table(
        "holiday",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("shut", sa.Boolean, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("source", sa.String, nullable=False),
    )
