"""Recordings whose worker is yet to stop, and calls found by their conversation."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column(
        "recordings",
        sa.Column(
            "to_stop",
            sa.Boolean(),
            server_default=sa.false(),
            nullable=False,
            comment="over, yet its worker may keep more",
        ),
    )
    op.create_index("ix_calls_conversation", "calls", ["conversation", "proposed_at"])


def downgrade() -> None:
    op.drop_index("ix_calls_conversation", "calls")
    op.drop_column("recordings", "to_stop")
