"""Since when a conversation is left to whom it was handed to by name."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

import server.store.columns

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("offered_at", server.store.columns.Instant(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.drop_column("offered_at")
