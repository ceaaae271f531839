"""Who looked at a citizen's file: rows that stay as they are, and a file's own number at the citizen."""

import sqlalchemy as sa
from alembic import op

from services.store import SECONDS

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("citizen", sa.Column("file", sa.String, nullable=True))
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", SECONDS, nullable=False),
        sa.Column("file", sa.String, nullable=False, index=True),
        sa.Column("who", sa.String, nullable=False),
        sa.Column("act", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("about", sa.String, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
    )
    on_a_server = op.get_bind().dialect.name == "postgresql"
    if on_a_server:
        op.execute(
            "CREATE FUNCTION looks_stay() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'a look is never changed'; END $$"
        )
    for when in ("update", "delete"):
        abort = "BEGIN SELECT RAISE(ABORT, 'a look is never changed'); END"
        does = "FOR EACH ROW EXECUTE FUNCTION looks_stay()" if on_a_server else abort
        op.execute(f"CREATE TRIGGER audit_{when} BEFORE {when.upper()} ON audit {does}")
