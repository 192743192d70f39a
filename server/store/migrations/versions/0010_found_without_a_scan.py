"""Participants found by their conversation, and recordings whose worker is yet to stop, without a scan."""

from collections.abc import Sequence

from alembic import op

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_index("ix_participants_conversation", "participants", ["conversation"])
    op.create_index("ix_recordings_to_stop", "recordings", ["to_stop"])


def downgrade() -> None:
    op.drop_index("ix_recordings_to_stop", "recordings")
    op.drop_index("ix_participants_conversation", "participants")
