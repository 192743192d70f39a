"""The first tables."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

import server.store.columns

revision: str = "0001"
down_revision: str | None = None
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "agents",
        sa.Column("id", sa.String(length=48), nullable=False),
        sa.Column("login", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("teams", server.store.columns.Json(), nullable=False),
        sa.Column("languages", server.store.columns.Json(), nullable=False),
        sa.Column("skills", server.store.columns.Json(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("supervisor", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("accepting", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("password_hash", sa.String(length=255), nullable=True),
        sa.Column("disabled_at", server.store.columns.Instant(), nullable=True),
        sa.Column(
            "seen_at",
            server.store.columns.Instant(),
            nullable=True,
            comment="when a connection of this agent was last known to be alive",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agents")),
        sa.UniqueConstraint("login", name=op.f("uq_agents_login")),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", server.store.columns.Instant(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("actor", sa.String(length=80), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("conversation", sa.String(length=48), nullable=True),
        sa.Column("report", sa.String(length=48), nullable=True),
        sa.Column("detail", sa.String(length=200), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_conversation"), ["conversation"], unique=False)

    op.create_table(
        "conversations",
        sa.Column("id", sa.String(length=48), nullable=False),
        sa.Column("phase", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("team", sa.String(length=64), nullable=False, comment="whose queue it is in, or was taken from"),
        sa.Column("topic", sa.String(length=64), nullable=True),
        sa.Column(
            "languages",
            server.store.columns.Json(),
            nullable=False,
            comment="languages the citizen is helped in, best first",
        ),
        sa.Column("neighbourhood", sa.String(length=64), nullable=True),
        sa.Column("urgency", sa.String(length=16), nullable=False),
        sa.Column("video", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("sensitive", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("agent", sa.String(length=48), nullable=True, comment="who has it while it is active"),
        sa.Column(
            "offered_to", sa.String(length=48), nullable=True, comment="whom it was handed to by name while it waits"
        ),
        sa.Column("site", sa.String(length=200), nullable=True),
        sa.Column("preview", sa.String(length=200), nullable=True, comment="the start of what the citizen last said"),
        sa.Column("opened_at", server.store.columns.Instant(), nullable=False),
        sa.Column("queued_at", server.store.columns.Instant(), nullable=True),
        sa.Column("taken_at", server.store.columns.Instant(), nullable=True),
        sa.Column("closed_at", server.store.columns.Instant(), nullable=True),
        sa.Column(
            "said_at", server.store.columns.Instant(), nullable=True, comment="when the citizen last said something"
        ),
        sa.Column("answered_at", server.store.columns.Instant(), nullable=True, comment="when somebody last answered"),
        sa.Column("outcome", sa.String(length=64), nullable=True),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("shared_last", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("staff_last", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(["agent"], ["agents.id"], name=op.f("fk_conversations_agent_agents")),
        sa.ForeignKeyConstraint(["offered_to"], ["agents.id"], name=op.f("fk_conversations_offered_to_agents")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversations")),
    )
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.create_index("ix_conversations_agent", ["agent", "phase"], unique=False)
        batch_op.create_index("ix_conversations_waiting", ["phase", "queued_at"], unique=False)

    op.create_table(
        "sign_ins",
        sa.Column("id_hash", sa.String(length=64), nullable=False, comment="SHA-256 of the cookie, in hexadecimal"),
        sa.Column("agent", sa.String(length=48), nullable=False),
        sa.Column("created_at", server.store.columns.Instant(), nullable=False),
        sa.Column("used_at", server.store.columns.Instant(), nullable=False),
        sa.Column("absolute_until", server.store.columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["agent"], ["agents.id"], name=op.f("fk_sign_ins_agent_agents")),
        sa.PrimaryKeyConstraint("id_hash", name=op.f("pk_sign_ins")),
    )
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_ins_agent"), ["agent"], unique=False)

    op.create_table(
        "assignments",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("conversation", sa.String(length=48), nullable=False),
        sa.Column("agent", sa.String(length=48), nullable=True, comment="none: the bot"),
        sa.Column("since", server.store.columns.Instant(), nullable=False),
        sa.Column("until", server.store.columns.Instant(), nullable=True),
        sa.Column("ended_by", sa.String(length=16), nullable=True),
        sa.ForeignKeyConstraint(["agent"], ["agents.id"], name=op.f("fk_assignments_agent_agents")),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name=op.f("fk_assignments_conversation_conversations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignments")),
    )
    with op.batch_alter_table("assignments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assignments_conversation"), ["conversation"], unique=False)
        batch_op.create_index("ix_assignments_open", ["agent", "until"], unique=False)

    op.create_table(
        "entries",
        sa.Column("conversation", sa.String(length=48), nullable=False),
        sa.Column("log", sa.String(length=8), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", server.store.columns.Instant(), nullable=False),
        sa.Column("participant", sa.String(length=48), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=True),
        sa.Column("role", sa.String(length=200), nullable=True),
        sa.Column("client_id", sa.String(length=40), nullable=True),
        sa.Column("payload", sa.String(length=64), nullable=True, comment="SHA-256 of what was sent under client_id"),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name=op.f("fk_entries_conversation_conversations")
        ),
        sa.PrimaryKeyConstraint("conversation", "log", "number", name=op.f("pk_entries")),
        sa.UniqueConstraint(
            "conversation",
            "log",
            "participant",
            "client_id",
            name=op.f("uq_entries_conversation_log_participant_client_id"),
        ),
    )
    op.create_table(
        "participants",
        sa.Column("id", sa.String(length=48), nullable=False),
        sa.Column("conversation", sa.String(length=48), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("agent", sa.String(length=48), nullable=True),
        sa.Column("name", sa.String(length=80), nullable=True),
        sa.Column("role", sa.String(length=200), nullable=True),
        sa.Column("joined_at", server.store.columns.Instant(), nullable=False),
        sa.Column("left_at", server.store.columns.Instant(), nullable=True),
        sa.Column("read_shared", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("read_staff", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(["agent"], ["agents.id"], name=op.f("fk_participants_agent_agents")),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name=op.f("fk_participants_conversation_conversations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participants")),
    )
    with op.batch_alter_table("participants", schema=None) as batch_op:
        batch_op.create_index(
            "ix_participants_agent",
            ["conversation", "agent"],
            unique=True,
            sqlite_where=sa.text("agent IS NOT NULL"),
            postgresql_where=sa.text("agent IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_participants_kind",
            ["conversation", "kind"],
            unique=True,
            sqlite_where=sa.text("agent IS NULL"),
            postgresql_where=sa.text("agent IS NULL"),
        )

    op.create_table(
        "tickets",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("conversation", sa.String(length=48), nullable=False),
        sa.Column("report", sa.String(length=48), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("expires_at", server.store.columns.Instant(), nullable=False),
        sa.Column("used_at", server.store.columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name=op.f("fk_tickets_conversation_conversations")
        ),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_tickets")),
    )
    with op.batch_alter_table("tickets", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tickets_conversation"), ["conversation"], unique=False)

    op.create_table(
        "tokens",
        sa.Column("hash", sa.String(length=64), nullable=False, comment="SHA-256 of the token, in hexadecimal"),
        sa.Column("conversation", sa.String(length=48), nullable=False),
        sa.Column("created_at", server.store.columns.Instant(), nullable=False),
        sa.Column("expires_at", server.store.columns.Instant(), nullable=False),
        sa.Column("revoked_at", server.store.columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name=op.f("fk_tokens_conversation_conversations")
        ),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_tokens")),
    )
    with op.batch_alter_table("tokens", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tokens_conversation"), ["conversation"], unique=False)

    op.create_table(
        "calls",
        sa.Column("id", sa.String(length=48), nullable=False),
        sa.Column("conversation", sa.String(length=48), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("video", sa.Boolean(), nullable=False),
        sa.Column("proposed_by", sa.String(length=48), nullable=False),
        sa.Column("accepted_by", sa.String(length=48), nullable=True),
        sa.Column("worker", sa.String(length=80), nullable=True),
        sa.Column(
            "description",
            server.store.columns.Json(),
            nullable=True,
            comment="the session description that waits for a party to fetch it",
        ),
        sa.Column("proposed_at", server.store.columns.Instant(), nullable=False),
        sa.Column("accepted_at", server.store.columns.Instant(), nullable=True),
        sa.Column("started_at", server.store.columns.Instant(), nullable=True),
        sa.Column("ended_at", server.store.columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["accepted_by"], ["participants.id"], name=op.f("fk_calls_accepted_by_participants")),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name=op.f("fk_calls_conversation_conversations")
        ),
        sa.ForeignKeyConstraint(["proposed_by"], ["participants.id"], name=op.f("fk_calls_proposed_by_participants")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calls")),
    )
    with op.batch_alter_table("calls", schema=None) as batch_op:
        batch_op.create_index(
            "ix_calls_open",
            ["conversation"],
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )

    op.create_table(
        "reports",
        sa.Column("id", sa.String(length=48), nullable=False),
        sa.Column("conversation", sa.String(length=48), nullable=False),
        sa.Column("form", sa.String(length=64), nullable=False),
        sa.Column("form_version", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("fields", server.store.columns.Json(), nullable=False),
        sa.Column(
            "provenance",
            server.store.columns.Json(),
            nullable=False,
            comment="per field: revision, kind and moment of the last change",
        ),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("taken_by", sa.String(length=48), nullable=True),
        sa.Column("started_at", server.store.columns.Instant(), nullable=False),
        sa.Column("filed_at", server.store.columns.Instant(), nullable=True),
        sa.Column("reference", sa.String(length=32), nullable=True),
        sa.Column("pv_number", sa.String(length=32), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=True, comment="SHA-256 of the filed content"),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name=op.f("fk_reports_conversation_conversations")
        ),
        sa.ForeignKeyConstraint(["taken_by"], ["participants.id"], name=op.f("fk_reports_taken_by_participants")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
        sa.UniqueConstraint("reference", name=op.f("uq_reports_reference")),
    )
    with op.batch_alter_table("reports", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reports_conversation"), ["conversation"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("reports", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reports_conversation"))

    op.drop_table("reports")
    with op.batch_alter_table("calls", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_calls_open", sqlite_where=sa.text("ended_at IS NULL"), postgresql_where=sa.text("ended_at IS NULL")
        )

    op.drop_table("calls")
    with op.batch_alter_table("tokens", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tokens_conversation"))

    op.drop_table("tokens")
    with op.batch_alter_table("tickets", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tickets_conversation"))

    op.drop_table("tickets")
    with op.batch_alter_table("participants", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_participants_kind", sqlite_where=sa.text("agent IS NULL"), postgresql_where=sa.text("agent IS NULL")
        )
        batch_op.drop_index(
            "ix_participants_agent",
            sqlite_where=sa.text("agent IS NOT NULL"),
            postgresql_where=sa.text("agent IS NOT NULL"),
        )

    op.drop_table("participants")
    op.drop_table("entries")
    with op.batch_alter_table("assignments", schema=None) as batch_op:
        batch_op.drop_index("ix_assignments_open")
        batch_op.drop_index(batch_op.f("ix_assignments_conversation"))

    op.drop_table("assignments")
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_ins_agent"))

    op.drop_table("sign_ins")
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.drop_index("ix_conversations_waiting")
        batch_op.drop_index("ix_conversations_agent")

    op.drop_table("conversations")
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_conversation"))

    op.drop_table("audit")
    op.drop_table("agents")
