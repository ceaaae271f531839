"""Issued documents, which are never changed."""

import sqlalchemy as sa
from alembic import op

from services.store import SECONDS

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "document",
        sa.Column("number", sa.String, primary_key=True),
        sa.Column("citizen", sa.String, sa.ForeignKey("citizen.id"), nullable=False),
        sa.Column("request", sa.String, nullable=False),
        sa.Column("wish", sa.LargeBinary, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("issued", SECONDS, nullable=False),
        sa.Column("valid_until", sa.Date, nullable=False),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("sample", sa.Boolean, nullable=False),
        sa.UniqueConstraint("citizen", "request", name="uq_document_citizen_request"),
    )
    op.create_table(
        "document_sheet",
        sa.Column("number", sa.String, sa.ForeignKey("document.number"), primary_key=True),
        sa.Column("pdf", sa.LargeBinary, nullable=False),
    )
    on_a_server = op.get_bind().dialect.name == "postgresql"
    if on_a_server:
        op.execute(
            "CREATE FUNCTION stays() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'a document is never changed'; END $$"
        )
    for table in ("document", "document_sheet"):
        abort = "BEGIN SELECT RAISE(ABORT, 'a document is never changed'); END"
        does = "FOR EACH ROW EXECUTE FUNCTION stays()" if on_a_server else abort
        op.execute(f"CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table} {does}")
