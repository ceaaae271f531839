"""What was asked at the example counter."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "9998"


def upgrade() -> None:
    op.create_table(
        "example_counter",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("citizen", sa.String, sa.ForeignKey("citizen.id"), nullable=False),
        sa.Column("asked_on", sa.Date, nullable=False),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("answer", sa.String, nullable=False),
    )
