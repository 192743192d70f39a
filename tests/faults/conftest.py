"""What every run under faults needs."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def bot_cache(request: pytest.FixtureRequest) -> Path:
    """Where taught models are kept, from one test run to the next: teaching takes longer than all the faults."""
    cache = request.config.cache
    assert cache is not None
    return Path(cache.mkdir("bot-models"))
