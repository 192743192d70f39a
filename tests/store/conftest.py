"""Both databases, migrated and empty: every test of the store runs on each."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server.store.database import Database
from server.store.migrate import migrate


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """A migrated, empty database."""
    if request.param == "sqlite":
        url = f"sqlite+aiosqlite:///{tmp_path / 'desk.db'}"
    else:
        url = request.getfixturevalue("postgres_url")
    opened = Database(url)
    await migrate(opened)
    yield opened
    await opened.close()
