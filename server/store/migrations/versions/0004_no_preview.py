"""What a citizen said stands in the log alone: nothing shows the start of it elsewhere any more."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    # Not as a batch: on SQLite that would make the table anew, with everything that refers to it.
    op.drop_column("conversations", "preview")


def downgrade() -> None:
    op.add_column(
        "conversations",
        sa.Column("preview", sa.String(length=200), nullable=True, comment="the start of what the citizen last said"),
    )
