"""A writer on each database, with a few conversations open."""

import pytest

from server.store.database import Database
from tests.store.grouped.writing import Writing


@pytest.fixture
async def writing(database: Database) -> Writing:
    writing = Writing(database)
    await writing.open()
    return writing
