"""The table of photos that citizens send in a call."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from server.store.columns import Instant
from server.store.metadata import metadata

photos = Table(
    "photos",
    metadata,
    Column("id", String(48), primary_key=True),
    Column("conversation", String(48), ForeignKey("conversations.id"), nullable=False, index=True),
    Column("call", String(48), ForeignKey("calls.id"), nullable=False),
    Column("report", String(48), ForeignKey("reports.id"), comment="that it belongs to; none: the next that is begun"),
    Column("purpose", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("asked_by", String(48), ForeignKey("participants.id"), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("taken_at", Instant),
    Column("file", String(80), comment="its name in the folder of photos"),
    Column("wrapped_key", String(120), comment="its key, wrapped: erased, nobody opens what lies on disk"),
    Column("size", Integer, comment="in bytes, as it was before it was sealed"),
    Column("width", Integer, comment="in pixels"),
    Column("height", Integer),
    Column("sha256", String(64)),
    Column("erase_at", Instant, comment="when it is erased; none while a filed report holds it"),
    Column("erased_at", Instant),
    Column("cleared_at", Instant, comment="when the file of one that is erased was gone"),
    Index("ix_photos_state", "state", "erase_at"),
)
