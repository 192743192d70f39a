"""The checker finds out what is wrong: each build that was broken on purpose is caught."""

import pytest

from tests.faults.broken import WAYS
from tests.faults.installation import Installation
from tests.faults.run import Plan, run

FOUND = {
    "acknowledge_before_commit": "acknowledged as",
    "publish_before_commit": "by event",
    "sync_empty": "shows",
    "forget_client_ids": "times",
}
"""What the checker says, among other things."""

KILLS = ("kill_desk", "kill_desk", "kill_desk")


@pytest.mark.timeout(900)
@pytest.mark.parametrize("way", WAYS)
async def test_a_broken_build_is_caught(way: str) -> None:
    faults = ("cut_links", "repeat_commands") if way in ("sync_empty", "forget_client_ids") else KILLS
    command = ("-m", "tests.faults.broken", way, "desk")
    async with Installation(nodes=1, postgres=False, bot_cache=None, command=command) as installation:
        plan = Plan(seed=1, faults=faults, citizens=8, agents=1, longest=1.0, pace=1.5, agent_pace=1.5, settling=2.0)
        outcome = await run(installation, plan)
    assert any(FOUND[way] in problem for problem in outcome.problems), outcome
