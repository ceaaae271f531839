"""Who knows whom: wishes, of which two make friends."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "friend_wish",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("subject", sa.String, nullable=False, index=True),
        sa.Column("other", sa.String, nullable=False, index=True),
    )
