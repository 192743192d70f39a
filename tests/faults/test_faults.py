"""Two hundred conversations under every kind of fault: nothing is lost, nothing twice, nothing told to others."""

from pathlib import Path

import pytest

from tests.faults.installation import Installation
from tests.faults.run import Plan, chosen_seed, possible, run

ON_SQLITE = (
    "cut_links",
    "kill_desk",
    "split_links+freeze_clients",
    "step_clock",
    "fill_folder",
    "half_close_links+repeat_commands",
    "freeze_bot+freeze_redis",
    "restart_desk",
)
ON_POSTGRES = (
    "kill_desk+split_postgres",
    "kill_postgres",
    "cut_redis+split_links",
    "step_clock",
    "kill_redis+cut_links",
    "freeze_desk+stall_redis",
    "kill_bot+stall_links+cut_postgres",
    "empty_redis+stall_postgres",
    "half_close_redis+split_redis",
    "repeat_commands+half_close_links+half_close_postgres",
    "restart_desk+keep_redis_away",
)
"""Each kind of fault is in one of the two; in both is what ends otherwise on the other database."""


@pytest.mark.timeout(1800)
@pytest.mark.parametrize(
    "postgres", [False, pytest.param(True, marks=pytest.mark.postgres)], ids=["sqlite", "postgres"]
)
async def test_nothing_is_lost_and_nothing_is_there_twice(
    bot_models: Path, postgres: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = chosen_seed(1)  # the same each time: `make faults` looks for others
    print(f"seed {seed}: SEED={seed} in the environment does the same again")  # noqa: T201 shown where it fails
    async with Installation(nodes=1 + postgres, postgres=postgres, bot_cache=bot_models) as installation:
        kinds, why_not = possible(installation)
        with capsys.disabled():
            for reason in why_not:
                print(f"\nleft out: {reason}", end="")  # noqa: T201 a run that proves less says so
        faults = [each for each in (ON_POSTGRES if postgres else ON_SQLITE) if set(each.split("+")) <= set(kinds)]
        missing = set(kinds) - {kind for fault in (*ON_SQLITE, *ON_POSTGRES) for kind in fault.split("+")}
        assert not missing, "every kind of fault is in one of the lists"
        outcome = await run(installation, Plan(seed=seed, faults=faults, citizens=200, longest=1.5, pace=6.0))
    assert not outcome.problems, f"seed {seed}:\n" + "\n".join(outcome.problems[:20])
    assert outcome.conversations >= 200
    assert outcome.acknowledged >= 200
    assert outcome.polled >= 50
