"""Whichever node finds that a worker has not heard how a recording stands tells it, a stop or anything else."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from server.store.columns import Instant

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


_recordings = sa.table(
    "recordings",
    sa.column("state", sa.String()),
    sa.column("stopped_at", Instant()),
    sa.column("to_stop", sa.Boolean()),
    sa.column("untold_since", Instant()),
)


def upgrade() -> None:
    op.add_column(
        "recordings",
        sa.Column(
            "untold_since", Instant(), nullable=True, comment="when it changed, where its worker has not heard of that"
        ),
    )
    to_stop = _recordings.c.to_stop == sa.true()
    op.execute(_recordings.update().where(to_stop).values(untold_since=_recordings.c.stopped_at))
    op.drop_index("ix_recordings_to_stop", "recordings")
    op.drop_column("recordings", "to_stop")
    op.create_index("ix_recordings_untold_since", "recordings", ["untold_since"])


def downgrade() -> None:
    op.drop_index("ix_recordings_untold_since", "recordings")
    op.add_column(
        "recordings",
        sa.Column(
            "to_stop",
            sa.Boolean(),
            server_default=sa.text("(false)"),
            nullable=False,
            comment="over, yet its worker may keep more",
        ),
    )
    to_stop = sa.and_(_recordings.c.state == "stopped", _recordings.c.untold_since.is_not(None))
    op.execute(_recordings.update().where(to_stop).values(to_stop=True))
    op.drop_column("recordings", "untold_since")
    op.create_index("ix_recordings_to_stop", "recordings", ["to_stop"])
