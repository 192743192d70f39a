"""Logs: one JSON object a line on standard error, or readable lines at a terminal. Never what people write."""

import logging
import sys

import structlog

from server.settings import Settings


def configure(settings: Settings, role: str) -> None:
    """Set logging for this process, which plays `role`."""
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    # Libraries quote payloads in their own logs: they are heard only when they warn.
    logging.basicConfig(level=max(level, logging.WARNING), stream=sys.stderr, format="%(name)s: %(levelname)s")
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
