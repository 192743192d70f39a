"""The tables of the bot's work: what it decided, and what it is to be taught."""

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
    false,
    text,
)

from server.store.columns import Instant
from server.store.metadata import metadata

decisions = Table(
    "decisions",
    metadata,
    Column("conversation", String(48), ForeignKey("conversations.id"), nullable=False),
    Column("number", Integer, nullable=False, comment="of its entry in the staff log, which has it whole"),
    Column("message", Integer, nullable=False, comment="of the entry in the shared log that it is about"),
    Column("at", Instant, nullable=False),
    Column(
        "language", String(3), nullable=False, comment="of what was written; of the screen, where that is not known"
    ),
    Column("action", String(16), nullable=False),
    Column("heard", Boolean, nullable=False, comment="the citizen said it in words, rather than by a button"),
    Column("topic", String(64)),
    Column("answer", String(200)),
    Column("came_to", String(16), nullable=False),
    Column("said_first", Integer, comment="of what the bot said about it in the shared log"),
    Column("said_last", Integer),
    Column("marked", Integer, comment="which of that an agent marked as wrong"),
    Column("wrong", String(16), comment="why"),
    Column("right_topic", String(64)),
    Column("recontact", Boolean, nullable=False, server_default=false(), comment="a new contact followed"),
    Column("to_review", Boolean, nullable=False, server_default=false(), comment="for any cause"),
    PrimaryKeyConstraint("conversation", "number"),
    Index("ix_decisions_at", "at", "language", "heard", "came_to", "wrong", "recontact"),
    Index(
        "ix_decisions_to_review",
        "at",
        "conversation",
        "number",
        sqlite_where=text("to_review = 1"),
        postgresql_where=text("to_review"),
    ),
)

lessons = Table(
    "lessons",
    metadata,
    Column("conversation", String(48), ForeignKey("conversations.id"), nullable=False),
    Column("message", Integer, nullable=False, comment="of the entry in the shared log that it was made of"),
    Column("language", String(2), nullable=False),
    Column("topic", String(64), nullable=False),
    Column("text", Text, nullable=False, comment="without personal data, as a supervisor wrote it"),
    Column("at", Instant, nullable=False),
    Column("agent", String(48), ForeignKey("agents.id"), nullable=False),
    PrimaryKeyConstraint("conversation", "message"),
)
