"""Recordings of calls."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

import server.store.columns

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "recordings",
        sa.Column("id", sa.String(length=48), nullable=False),
        sa.Column("conversation", sa.String(length=48), nullable=False),
        sa.Column("call", sa.String(length=48), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("asked_by", sa.String(length=48), nullable=False),
        sa.Column(
            "agreed",
            server.store.columns.Json(),
            nullable=False,
            comment="the parties that said yes, the one who asked included",
        ),
        sa.Column(
            "paused_by",
            sa.String(length=48),
            nullable=True,
            comment="the party that paused it; none: somebody new has to be asked first",
        ),
        sa.Column(
            "wrapped_key",
            sa.String(length=120),
            nullable=True,
            comment="its key, wrapped: erased, nobody opens what lies on disk",
        ),
        sa.Column(
            "keep_days",
            sa.Integer(),
            nullable=False,
            comment="how long it is kept, as everybody was told who was asked",
        ),
        sa.Column("asked_at", server.store.columns.Instant(), nullable=False),
        sa.Column("started_at", server.store.columns.Instant(), nullable=True),
        sa.Column("stopped_at", server.store.columns.Instant(), nullable=True),
        sa.Column(
            "erase_at", server.store.columns.Instant(), nullable=True, comment="when it is erased, unless it is held"
        ),
        sa.Column("held", sa.Boolean(), server_default=sa.false(), nullable=False, comment="kept for a legal reason"),
        sa.Column("erased_at", server.store.columns.Instant(), nullable=True),
        sa.Column(
            "cleared_at",
            server.store.columns.Instant(),
            nullable=True,
            comment="when the files of one that is erased were gone",
        ),
        sa.Column(
            "making_until",
            server.store.columns.Instant(),
            nullable=True,
            comment="until when a process has it that makes its films",
        ),
        sa.Column(
            "dumps",
            server.store.columns.Json(),
            nullable=True,
            comment="per file of packets: name, size, SHA-256 as it lies on disk, whether it is whole",
        ),
        sa.Column(
            "films",
            server.store.columns.Json(),
            nullable=True,
            comment="per film: name, party, what it shows, container, size, SHA-256, length, frames",
        ),
        sa.ForeignKeyConstraint(["asked_by"], ["participants.id"], name=op.f("fk_recordings_asked_by_participants")),
        sa.ForeignKeyConstraint(["call"], ["calls.id"], name=op.f("fk_recordings_call_calls")),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name=op.f("fk_recordings_conversation_conversations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recordings")),
    )
    op.create_index(op.f("ix_recordings_call"), "recordings", ["call"])
    op.create_index(op.f("ix_recordings_conversation"), "recordings", ["conversation"])
    op.create_index("ix_recordings_state", "recordings", ["state", "erase_at"])


def downgrade() -> None:
    op.drop_table("recordings")
