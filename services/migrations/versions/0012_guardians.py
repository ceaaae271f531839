"""Which adult answers for which child."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "guardian_consent",
        sa.Column("child", sa.String, primary_key=True),
        sa.Column("guardian", sa.String, nullable=False, index=True),
        sa.Column("since", sa.Date, nullable=False),
    )
