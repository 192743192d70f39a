"""Logs: one JSON object a line on standard error, or readable lines at a terminal. Never what people write."""

import logging
import sys
import traceback

import structlog

from server.settings import Settings


def configure(settings: Settings, role: str) -> None:
    """Set logging for this process, which plays `role`."""
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    # Libraries quote payloads in their own logs: they are heard only when they warn.
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(LibraryLine())
    logging.basicConfig(level=max(level, logging.WARNING), handlers=[handler])
    renderer = structlog.dev.ConsoleRenderer() if sys.stderr.isatty() else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    structlog.contextvars.bind_contextvars(role=role)


class LibraryLine(logging.Formatter):
    """Who logged how severely, and the type and place of an exception. Messages, exceptions' too, are left out: they
    may quote anything."""

    def format(self, record: logging.LogRecord) -> str:
        line = f"{record.name}: {record.levelname}"
        if record.exc_info and record.exc_info[0] is not None:
            frames = traceback.extract_tb(record.exc_info[2])
            place = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
            line += f" {record.exc_info[0].__name__}{place}"
        return line
