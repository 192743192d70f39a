"""What the bot decided, in columns that can be counted; who came back; what it is to be taught."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

import server.store.columns

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "closed_by", sa.String(length=8), nullable=True, comment="who closed it, or that nobody went on with it"
            )
        )
        batch_op.add_column(
            sa.Column(
                "follows",
                sa.String(length=48),
                nullable=True,
                comment="the same citizen's earlier one, as citizen or agent said",
            )
        )
        batch_op.add_column(
            sa.Column(
                "followed_at",
                server.store.columns.Instant(),
                nullable=True,
                comment="when the first new contact within seven days began, as far as known",
            )
        )
        batch_op.alter_column(
            "bot_node",
            existing_type=sa.String(length=48),
            existing_nullable=True,
            existing_comment="the node whose bot has it while it is in triage; none: no bot has it",
            comment="the node whose bot has it, in triage or waiting; none: no bot has it",
        )
        batch_op.create_index(batch_op.f("ix_conversations_follows"), ["follows"])
        batch_op.create_index(
            "ix_conversations_opened",
            ["opened_at", "language", "closed_by", "queued_at", "said_at", "followed_at"],
        )
    op.create_table(
        "decisions",
        sa.Column("conversation", sa.String(length=48), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, comment="of its entry in the staff log, which has it whole"),
        sa.Column("message", sa.Integer(), nullable=False, comment="of the entry in the shared log that it is about"),
        sa.Column("at", server.store.columns.Instant(), nullable=False),
        sa.Column(
            "language",
            sa.String(length=3),
            nullable=False,
            comment="of what was written; of the screen, where that is not known",
        ),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column(
            "heard", sa.Boolean(), nullable=False, comment="the citizen said it in words, rather than by a button"
        ),
        sa.Column("topic", sa.String(length=64), nullable=True),
        sa.Column("answer", sa.String(length=200), nullable=True),
        sa.Column("came_to", sa.String(length=16), nullable=False),
        sa.Column("said_first", sa.Integer(), nullable=True, comment="of what the bot said about it in the shared log"),
        sa.Column("said_last", sa.Integer(), nullable=True),
        sa.Column("marked", sa.Integer(), nullable=True, comment="which of that an agent marked as wrong"),
        sa.Column("wrong", sa.String(length=16), nullable=True, comment="why"),
        sa.Column("right_topic", sa.String(length=64), nullable=True),
        sa.Column(
            "recontact", sa.Boolean(), server_default=sa.false(), nullable=False, comment="a new contact followed"
        ),
        sa.Column("to_review", sa.Boolean(), server_default=sa.false(), nullable=False, comment="for any cause"),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name=op.f("fk_decisions_conversation_conversations")
        ),
        sa.PrimaryKeyConstraint("conversation", "number", name=op.f("pk_decisions")),
    )
    op.create_index(
        "ix_decisions_at", "decisions", ["at", "language", "heard", "came_to", "wrong", "recontact"], unique=False
    )
    op.create_index(
        "ix_decisions_to_review",
        "decisions",
        ["at", "conversation", "number"],
        unique=False,
        sqlite_where=sa.text("to_review = 1"),
        postgresql_where=sa.text("to_review"),
    )
    op.create_table(
        "lessons",
        sa.Column("conversation", sa.String(length=48), nullable=False),
        sa.Column(
            "message", sa.Integer(), nullable=False, comment="of the entry in the shared log that it was made of"
        ),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("topic", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False, comment="without personal data, as a supervisor wrote it"),
        sa.Column("at", server.store.columns.Instant(), nullable=False),
        sa.Column("agent", sa.String(length=48), nullable=False),
        sa.ForeignKeyConstraint(["agent"], ["agents.id"], name=op.f("fk_lessons_agent_agents")),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name=op.f("fk_lessons_conversation_conversations")
        ),
        sa.PrimaryKeyConstraint("conversation", "message", name=op.f("pk_lessons")),
    )


def downgrade() -> None:
    op.drop_table("lessons")
    op.drop_table("decisions")
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.drop_index("ix_conversations_opened")
        batch_op.drop_index(batch_op.f("ix_conversations_follows"))
        batch_op.drop_column("followed_at")
        batch_op.drop_column("follows")
        batch_op.drop_column("closed_by")
