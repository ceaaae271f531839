"""What is known of a person is sealed: a key at each citizen, sheets under it; who is signed in signs in once more.

Sheets that were filed in the clear are put aside, and sealed when the office opens, as the key is not in the database.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("citizen", sa.Column("key", sa.LargeBinary, nullable=True))
    op.drop_table("session_identity")
    op.create_table(
        "session_identity",
        sa.Column("session", sa.Integer, sa.ForeignKey("session.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("citizen", sa.String, sa.ForeignKey("citizen.id"), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    op.execute("DROP TRIGGER document_sheet_stays" + _on("document_sheet"))
    op.rename_table("document_sheet", "document_sheet_clear")
    op.create_table(
        "document_sheet",
        sa.Column("number", sa.String, sa.ForeignKey("document.number"), primary_key=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    on_a_server = op.get_bind().dialect.name == "postgresql"
    abort = "BEGIN SELECT RAISE(ABORT, 'a document is never changed'); END"
    does = "FOR EACH ROW EXECUTE FUNCTION stays()" if on_a_server else abort
    op.execute(f"CREATE TRIGGER document_sheet_stays BEFORE UPDATE ON document_sheet {does}")


def _on(table: str) -> str:
    return f" ON {table}" if op.get_bind().dialect.name == "postgresql" else ""
