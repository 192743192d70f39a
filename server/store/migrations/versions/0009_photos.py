"""Photos that citizens send in a call."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

import server.store.columns

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "photos",
        sa.Column("id", sa.String(length=48), nullable=False),
        sa.Column("conversation", sa.String(length=48), nullable=False),
        sa.Column("call", sa.String(length=48), nullable=False),
        sa.Column(
            "report",
            sa.String(length=48),
            nullable=True,
            comment="that it belongs to; none: the next that is begun",
        ),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("asked_by", sa.String(length=48), nullable=False),
        sa.Column("asked_at", server.store.columns.Instant(), nullable=False),
        sa.Column("taken_at", server.store.columns.Instant(), nullable=True),
        sa.Column("file", sa.String(length=80), nullable=True, comment="its name in the folder of photos"),
        sa.Column(
            "wrapped_key",
            sa.String(length=120),
            nullable=True,
            comment="its key, wrapped: erased, nobody opens what lies on disk",
        ),
        sa.Column("size", sa.Integer(), nullable=True, comment="in bytes, as it was before it was sealed"),
        sa.Column("width", sa.Integer(), nullable=True, comment="in pixels"),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column(
            "erase_at",
            server.store.columns.Instant(),
            nullable=True,
            comment="when it is erased; none while a filed report holds it",
        ),
        sa.Column("erased_at", server.store.columns.Instant(), nullable=True),
        sa.Column(
            "cleared_at",
            server.store.columns.Instant(),
            nullable=True,
            comment="when the file of one that is erased was gone",
        ),
        sa.ForeignKeyConstraint(["asked_by"], ["participants.id"], name=op.f("fk_photos_asked_by_participants")),
        sa.ForeignKeyConstraint(["call"], ["calls.id"], name=op.f("fk_photos_call_calls")),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name=op.f("fk_photos_conversation_conversations")
        ),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name=op.f("fk_photos_report_reports")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photos")),
    )
    op.create_index(op.f("ix_photos_conversation"), "photos", ["conversation"])
    op.create_index("ix_photos_state", "photos", ["state", "erase_at"])


def downgrade() -> None:
    op.drop_table("photos")
