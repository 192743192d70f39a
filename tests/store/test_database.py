"""What a database says when something fails."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from server.store.database import Database


async def test_an_error_does_not_quote_what_was_to_be_stored(database: Database) -> None:
    with pytest.raises(DBAPIError) as caught:
        async with database.write() as connection:
            await connection.execute(text("INSERT INTO nowhere VALUES (:said)"), {"said": "my neighbour hits me"})
    assert "neighbour" not in str(caught.value)
