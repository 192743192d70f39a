"""The allowance: who is told to wait, for how long, and who never is."""

import contextlib

import pytest

from server.protocol import commands as c
from server.protocol.errors import Refusal
from server.protocol.words import Kind
from server.transport.allowance import ADDRESS, CONVERSATION, RATES, TRICKLE, URGENT, WRITING, Allowance, Caller

HERE = "c_conversation"
NEEDED = [
    c.RequestPerson(conversation=HERE),
    c.RevokeToken(conversation=HERE),
    c.RaiseEmergency(conversation=HERE, tier=1),
    c.EndConversation(conversation=HERE),
    c.HangUp(conversation=HERE, call="k_0123456789"),
]


class Desk:
    """An allowance, and the seconds a test lets pass."""

    def __init__(self) -> None:
        self.now = 0.0
        self.allowance = Allowance(lambda: self.now)

    def citizen(self, address: str | None = None) -> Caller:
        return self.allowance.of("citizen", address)

    def say(self, caller: Caller, conversation: str = HERE, *, times: int = 1) -> int:
        """Say something so often; how often it was heard."""
        message = c.PostMessage(conversation=conversation, client_id="message-1", text="x")
        heard = 0
        for _ in range(times):
            try:
                self.allowance.count(caller, message, {conversation})
                heard += 1
            except Refusal as refusal:
                self.wait = refusal.refused.retry_after or 0.0
        return heard


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_one_connection_says_so_much(desk: Desk) -> None:
    caller, burst = desk.citizen(), int(RATES["citizen"].burst)
    assert desk.say(caller, times=burst + 10) == burst
    assert desk.wait > 0
    desk.now += desk.wait
    assert desk.say(caller) == 1


def test_many_windows_say_no_more_in_one_conversation(desk: Desk) -> None:
    burst = int(CONVERSATION.burst)
    assert sum(desk.say(desk.citizen(), times=30) for _ in range(20)) == burst
    assert desk.say(desk.citizen(), "c_elsewhere") == 1


def test_nobody_uses_up_a_conversation_of_others(desk: Desk) -> None:
    for _ in range(10):
        stranger = desk.citizen()
        for _ in range(50):
            desk.allowance.count(stranger, c.SyncLog(conversation=HERE), {})
    assert desk.say(desk.citizen()) == 1


def test_an_address_says_so_much_and_yet_everybody_there_something(desk: Desk) -> None:
    heard = sum(desk.say(desk.citizen("a"), f"c_{number:09}", times=50) for number in range(100))
    assert ADDRESS.burst <= heard <= ADDRESS.burst + 100 * TRICKLE.burst
    assert desk.say(desk.citizen("a"), "c_late_there", times=20) == TRICKLE.burst
    assert desk.wait > 0
    assert desk.say(desk.citizen("b"), "c_elsewhere", times=20) == 20


def test_what_somebody_in_danger_needs_is_never_refused(desk: Desk) -> None:
    caller = desk.citizen("a")
    for each in (caller, *(desk.citizen("a") for _ in range(100))):
        desk.say(each, times=100)
    for command in NEEDED * 100:
        desk.allowance.count(caller, command, {HERE})


def test_whoever_calls_for_help_over_and_over_waits_a_little_each_time(desk: Desk) -> None:
    caller, call = desk.citizen(), c.RequestPerson(conversation=HERE)
    burst = int(URGENT.burst)
    assert [desk.allowance.count(caller, call, {HERE}) for _ in range(burst + 3)] == burst * [0] + 3 * [1]
    desk.now += 60
    assert desk.allowance.count(caller, call, {HERE}) == 0
    bot = desk.allowance.of("bot", None)
    assert {desk.allowance.count(bot, call, {HERE}) for _ in range(100)} == {0}


def test_a_guest_who_may_be_anybody_is_counted_as_a_citizen_is(desk: Desk) -> None:
    hang_up = c.HangUp(conversation=HERE, call="k_0123456789")
    caller = desk.allowance.of("guest", "a")
    waits = [desk.allowance.count(caller, hang_up, ()) for _ in range(int(URGENT.burst) + 3)]
    assert waits[-4:] == [0, 1, 1, 1]
    heard = sum(desk.say(desk.allowance.of("guest", "a"), f"c_{number:09}", times=50) for number in range(100))
    assert heard <= ADDRESS.burst + 100 * TRICKLE.burst
    assert desk.say(desk.citizen("a"), "c_late_there", times=20) == TRICKLE.burst


def test_an_incident_of_a_call_is_no_call_for_help(desk: Desk) -> None:
    caller = desk.citizen()
    incident = c.ReportIncident(conversation=HERE, call="v_0123456789", incident="negotiation_failed")
    for _ in range(2 * int(RATES["citizen"].burst)):
        desk.allowance.count(caller, incident, {HERE})
    with pytest.raises(Refusal):
        desk.allowance.count(caller, incident, {HERE})


def test_what_is_said_without_opening_counts_in_its_conversation(desk: Desk) -> None:
    message = c.PostMessage(conversation=HERE, client_id="message-1", text="x")
    heard = 0
    for _ in range(20):
        caller = desk.citizen()
        for _ in range(30):
            with contextlib.suppress(Refusal):
                desk.allowance.count(caller, message, ())
                desk.allowance.carried_out(caller, message)
                heard += 1
    # The first of each connection is not known to be theirs.
    assert heard <= CONVERSATION.burst + 20


def test_nonsense_costs_too(desk: Desk) -> None:
    caller = desk.citizen()
    for _ in range(2 * int(RATES["citizen"].burst)):
        desk.allowance.count_nonsense(caller)
    with pytest.raises(Refusal) as refused:
        desk.allowance.count_nonsense(caller)
    assert refused.value.refused.retry_after


def test_a_bot_speaks_for_everybody(desk: Desk) -> None:
    bot = desk.allowance.of("bot", "a")
    assert desk.say(bot, times=4000) == 4000


def write(desk: Desk, caller: Caller) -> bool:
    """Show a line of live text; whether it was taken."""
    line = c.ShowWriting(conversation=HERE, call="k_0123456789", line="line-0001", sequence=1, text="x")
    with contextlib.suppress(Refusal):
        desk.allowance.count(caller, line, {HERE})
        return True
    return False


@pytest.mark.parametrize("kind", ["citizen", "agent", "guest"])
def test_whoever_types_fast_is_read_all_the_while_and_may_say_as_much_as_before(desk: Desk, kind: Kind) -> None:
    caller = desk.allowance.of(kind, "a")
    for _ in range(5 * 60 * 5):
        desk.now += 0.2
        assert write(desk, caller)
    assert desk.say(caller, times=int(RATES["citizen"].burst)) == RATES["citizen"].burst


def test_more_live_text_than_anybody_types_is_refused_and_takes_nothing_from_what_is_said(desk: Desk) -> None:
    caller = desk.citizen("a")
    assert sum(write(desk, caller) for _ in range(200)) == WRITING.burst
    assert desk.say(caller) == 1


def test_many_windows_show_no_more_live_text_in_one_conversation(desk: Desk) -> None:
    taken = sum(write(desk, desk.citizen()) for _ in range(100) for _ in range(20))
    assert taken == 4 * CONVERSATION.burst
