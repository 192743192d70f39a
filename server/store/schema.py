"""The tables, with those of `bot_tables` and `photo_table`. `migrations/` leads from nothing to exactly this; a test
compares them."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from server.store.bot_tables import decisions as decisions
from server.store.bot_tables import lessons as lessons
from server.store.columns import Instant, Json
from server.store.metadata import metadata as metadata
from server.store.photo_table import photos as photos

conversations = Table(
    "conversations",
    metadata,
    Column("id", String(48), primary_key=True),
    Column("phase", String(16), nullable=False),
    Column("language", String(2), nullable=False),
    Column("team", String(64), nullable=False, comment="whose queue it is in, or was taken from"),
    Column("topic", String(64)),
    Column("languages", Json, nullable=False, comment="languages the citizen is helped in, best first"),
    Column("neighbourhood", String(64)),
    Column("urgency", String(16), nullable=False),
    Column("video", Boolean, nullable=False, server_default=false()),
    Column("sensitive", Boolean, nullable=False, server_default=false()),
    Column("agent", String(48), ForeignKey("agents.id"), comment="who has it while it is active"),
    Column("offered_to", String(48), ForeignKey("agents.id"), comment="whom it was handed to by name while it waits"),
    Column("offered_at", Instant),
    Column("site", String(200)),
    Column("opened_at", Instant, nullable=False),
    Column("queued_at", Instant),
    Column("taken_at", Instant),
    Column("closed_at", Instant),
    Column("said_at", Instant, comment="when the citizen last said something"),
    Column("answered_at", Instant, comment="when somebody last answered"),
    Column("outcome", String(64)),
    Column("score", Integer),
    Column("shared_last", Integer, nullable=False, server_default=text("0")),
    Column("staff_last", Integer, nullable=False, server_default=text("0")),
    Column("bot_node", String(48), comment="the node whose bot has it, in triage or waiting; none: no bot has it"),
    Column("closed_by", String(8), comment="who closed it, or that nobody went on with it"),
    Column("follows", String(48), index=True, comment="the same citizen's earlier one, as citizen or agent said"),
    Column("followed_at", Instant, comment="when the first new contact within seven days began, as far as known"),
    Index("ix_conversations_waiting", "phase", "queued_at"),
    # The first three are looked for; with the others beside them, figures are counted without a look at the table.
    Index("ix_conversations_opened", "opened_at", "language", "closed_by", "queued_at", "said_at", "followed_at"),
    Index("ix_conversations_agent", "agent", "phase"),
)

tokens = Table(
    "tokens",
    metadata,
    Column("hash", String(64), primary_key=True, comment="SHA-256 of the token, in hexadecimal"),
    Column("conversation", String(48), ForeignKey("conversations.id"), nullable=False, index=True),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("revoked_at", Instant),
)

participants = Table(
    "participants",
    metadata,
    Column("id", String(48), primary_key=True),
    Column("conversation", String(48), ForeignKey("conversations.id"), nullable=False, index=True),
    Column("kind", String(8), nullable=False),
    Column("agent", String(48), ForeignKey("agents.id")),
    Column("name", String(80)),
    Column("role", String(200)),
    Column("joined_at", Instant, nullable=False),
    Column("left_at", Instant),
    Column("read_shared", Integer, nullable=False, server_default=text("0")),
    Column("read_staff", Integer, nullable=False, server_default=text("0")),
    Column(
        "called_in",
        Boolean,
        nullable=False,
        server_default=false(),
        comment="has a seat in the conversation's call by invitation",
    ),
    Index(
        "ix_participants_agent",
        "conversation",
        "agent",
        unique=True,
        sqlite_where=text("agent IS NOT NULL"),
        postgresql_where=text("agent IS NOT NULL"),
    ),
    Index(
        "ix_participants_kind",
        "conversation",
        "kind",
        unique=True,
        sqlite_where=text("agent IS NULL AND kind <> 'guest'"),
        postgresql_where=text("agent IS NULL AND kind <> 'guest'"),
    ),
)

entries = Table(
    "entries",
    metadata,
    Column("conversation", String(48), ForeignKey("conversations.id"), nullable=False),
    Column("log", String(8), nullable=False),
    Column("number", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Column("participant", String(48), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("name", String(80)),
    Column("role", String(200)),
    Column("client_id", String(40)),
    Column("payload", String(64), comment="SHA-256 of what was sent under client_id"),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("conversation", "log", "number"),
    UniqueConstraint("conversation", "log", "participant", "client_id"),
)

agents = Table(
    "agents",
    metadata,
    Column("id", String(48), primary_key=True),
    Column("login", String(80), nullable=False, unique=True),
    Column("name", String(80), nullable=False),
    Column("role", String(200), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("teams", Json, nullable=False),
    Column("languages", Json, nullable=False),
    Column("skills", Json, nullable=False),
    Column("capacity", Integer, nullable=False),
    Column("supervisor", Boolean, nullable=False, server_default=false()),
    Column("accepting", Boolean, nullable=False, server_default=false()),
    Column("password_hash", String(255)),
    Column("disabled_at", Instant),
    Column("seen_at", Instant, comment="when a connection of this agent was last known to be alive"),
    Column("node", String(48), comment="the node that saw it"),
)

sign_ins = Table(
    "sign_ins",
    metadata,
    Column("id_hash", String(64), primary_key=True, comment="SHA-256 of the cookie, in hexadecimal"),
    Column("agent", String(48), ForeignKey("agents.id"), nullable=False, index=True),
    Column("created_at", Instant, nullable=False),
    Column("used_at", Instant, nullable=False),
    Column("absolute_until", Instant, nullable=False),
)

assignments = Table(
    "assignments",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("conversation", String(48), ForeignKey("conversations.id"), nullable=False, index=True),
    Column("agent", String(48), ForeignKey("agents.id"), comment="none: the bot"),
    Column("since", Instant, nullable=False),
    Column("until", Instant),
    Column("ended_by", String(16)),
    Index("ix_assignments_open", "agent", "until"),
)

tickets = Table(
    "tickets",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("purpose", String(16), nullable=False),
    Column("conversation", String(48), ForeignKey("conversations.id"), nullable=False, index=True),
    Column("report", String(48)),
    Column("language", String(2), nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
)

calls = Table(
    "calls",
    metadata,
    Column("id", String(48), primary_key=True),
    Column("conversation", String(48), ForeignKey("conversations.id"), nullable=False),
    Column("state", String(16), nullable=False),
    Column("video", Boolean, nullable=False),
    Column("proposed_by", String(48), ForeignKey("participants.id"), nullable=False),
    Column("accepted_by", String(48), ForeignKey("participants.id")),
    Column("worker", String(80)),
    Column("placement", Integer, nullable=False, server_default=text("0"), comment="how many workers it was placed on"),
    Column("placed_at", Instant, comment="when it was placed, or lost its place"),
    Column("proposed_at", Instant, nullable=False),
    Column("accepted_at", Instant),
    Column("started_at", Instant),
    Column("ended_at", Instant),
    Index("ix_calls_conversation", "conversation", "proposed_at"),
    Index(
        "ix_calls_open",
        "conversation",
        unique=True,
        sqlite_where=text("ended_at IS NULL"),
        postgresql_where=text("ended_at IS NULL"),
    ),
)

call_parties = Table(
    "call_parties",
    metadata,
    Column("call", String(48), ForeignKey("calls.id"), primary_key=True),
    Column("participant", String(48), ForeignKey("participants.id"), primary_key=True),
    Column("state", String(16), nullable=False),
    Column("connected", Boolean, nullable=False, server_default=false(), comment="media flows, says the worker"),
    Column("held", Boolean, nullable=False, server_default=false()),
    Column("invited_by", String(48), ForeignKey("participants.id")),
    Column("since", Instant, nullable=False, comment="when it came to this state"),
    Column("link_hash", String(64), unique=True, comment="SHA-256 of a guest's link for one use"),
    Column("link_expires_at", Instant),
    Column("token_hash", String(64), unique=True, comment="SHA-256 of the token of the page that used the link"),
    Index("ix_call_parties_participant", "participant"),
)

recordings = Table(
    "recordings",
    metadata,
    Column("id", String(48), primary_key=True),
    Column("conversation", String(48), ForeignKey("conversations.id"), nullable=False, index=True),
    Column("call", String(48), ForeignKey("calls.id"), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("asked_by", String(48), ForeignKey("participants.id"), nullable=False),
    Column("agreed", Json, nullable=False, comment="the parties that said yes, the one who asked included"),
    Column("paused_by", String(48), comment="the party that paused it; none: somebody new has to be asked first"),
    Column("wrapped_key", String(120), comment="its key, wrapped: erased, nobody opens what lies on disk"),
    Column("keep_days", Integer, nullable=False, comment="how long it is kept, as everybody was told who was asked"),
    Column("asked_at", Instant, nullable=False),
    Column("started_at", Instant),
    Column("stopped_at", Instant),
    Column("erase_at", Instant, comment="when it is erased, unless it is held"),
    Column("held", Boolean, nullable=False, server_default=false(), comment="kept for a legal reason"),
    Column("erased_at", Instant),
    Column("cleared_at", Instant, comment="when the files of one that is erased were gone"),
    Column("untold_since", Instant, comment="when it changed, where its worker has not heard of that"),
    Column("making_until", Instant, comment="until when a process has it that makes its films"),
    Column("dumps", Json, comment="per file of packets: name, size, SHA-256 as it lies on disk, whether it is whole"),
    Column("films", Json, comment="per film: name, party, what it shows, container, size, SHA-256, length, frames"),
    Index("ix_recordings_state", "state", "erase_at"),
    Index("ix_recordings_untold_since", "untold_since"),
)

nodes = Table(
    "nodes",
    metadata,
    Column("id", String(48), primary_key=True),
    Column(
        "beat", Integer, nullable=False, comment="raised by the node itself: a sign of life, whatever any clock says"
    ),
    Column("started_at", Instant, nullable=False),
)

media_links = Table(
    "media_links",
    metadata,
    Column("node", String(48), primary_key=True),
    Column("worker", String(80), primary_key=True, comment="a media worker that is connected to the node"),
)

reports = Table(
    "reports",
    metadata,
    Column("id", String(48), primary_key=True),
    Column("conversation", String(48), ForeignKey("conversations.id"), nullable=False, index=True),
    Column("form", String(64), nullable=False),
    Column("form_version", Integer, nullable=False),
    Column("revision", Integer, nullable=False, server_default=text("0")),
    Column("state", String(16), nullable=False),
    Column("fields", Json, nullable=False),
    Column("provenance", Json, nullable=False, comment="per field: revision, kind and moment of the last change"),
    Column("language", String(2), nullable=False),
    Column("taken_by", String(48), ForeignKey("participants.id")),
    Column("started_at", Instant, nullable=False),
    Column("filed_at", Instant),
    Column("reference", String(32), unique=True),
    Column("pv_number", String(32)),
    Column("digest", String(64), comment="SHA-256 of the filed content"),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", Instant, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("actor", String(80), nullable=False),
    Column("action", String(40), nullable=False),
    Column("conversation", String(48), index=True),
    Column("report", String(48)),
    Column("detail", String(200)),
)
