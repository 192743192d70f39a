"""Which nodes live, and what is on each: agents, the bot's conversations, media workers; who is connected in a call."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

import server.store.columns

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "nodes",
        sa.Column("id", sa.String(length=48), nullable=False),
        sa.Column(
            "beat",
            sa.Integer(),
            nullable=False,
            comment="raised by the node itself: a sign of life, whatever any clock says",
        ),
        sa.Column("started_at", server.store.columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nodes")),
    )
    op.create_table(
        "media_links",
        sa.Column("node", sa.String(length=48), nullable=False),
        sa.Column(
            "worker", sa.String(length=80), nullable=False, comment="a media worker that is connected to the node"
        ),
        sa.PrimaryKeyConstraint("node", "worker", name=op.f("pk_media_links")),
    )
    with op.batch_alter_table("agents", schema=None) as batch_op:
        batch_op.add_column(sa.Column("node", sa.String(length=48), nullable=True, comment="the node that saw it"))
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "bot_node",
                sa.String(length=48),
                nullable=True,
                comment="the node whose bot has it while it is in triage; none: no bot has it",
            )
        )
    with op.batch_alter_table("calls", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "connected",
                server.store.columns.Json(),
                nullable=True,
                comment="the parties that are connected to the media worker",
            )
        )


def downgrade() -> None:
    with op.batch_alter_table("calls", schema=None) as batch_op:
        batch_op.drop_column("connected")
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.drop_column("bot_node")
    with op.batch_alter_table("agents", schema=None) as batch_op:
        batch_op.drop_column("node")
    op.drop_table("media_links")
    op.drop_table("nodes")
