"""One thing after the other, also after one that fails."""

import pytest

from server.desk.one_by_one import one_by_one


async def test_one_that_fails_stops_no_other_and_is_told_at_the_end() -> None:
    done = []

    async def work(number: int) -> None:
        if number % 2:
            raise ValueError(number)
        done.append(number)

    with pytest.raises(ValueError, match="1"):
        await one_by_one(range(5), work)
    assert done == [0, 2, 4]
