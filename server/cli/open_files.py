"""How many files a process may have open: a connection is one, and most systems begin with 1,024."""

import resource

import structlog


def allow_all() -> None:
    """Raise the limit of this process to the most that it is allowed, and log it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    structlog.get_logger("process").info("open_files", most=hard, before=soft)
