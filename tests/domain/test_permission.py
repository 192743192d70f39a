"""Permission: whole tables of who may do what, so that a change of the rules shows."""

from contextlib import nullcontext
from typing import get_args

import pytest

from server.domain.actor import Actor, Agent, Bot, Citizen, Desk, Guest
from server.domain.permission import Action, AtLarge, Facts, check, check_at_large, may
from server.protocol.errors import Refusal
from server.protocol.words import Phase

ACTIONS: tuple[Action, ...] = get_args(Action)
PHASES: tuple[Phase, ...] = get_args(Phase)
CITIZEN = Citizen("hash")
SOFIE = Agent("a_sofie", "Sofie", "Inspecteur", frozenset({"central"}), ("nl",), 3)
KARIM = Agent("a_karim", "Karim", "Gemeenschapswacht", frozenset({"prevention"}), ("nl",), 3)
ELS = Agent("a_els", "Els", "Teamchef", frozenset({"north"}), ("nl",), 3, supervisor=True)


def facts(
    phase: Phase,
    *,
    agent: str | None = None,
    offered_to: str | None = None,
    sensitive: bool = False,
    opens: bool = False,
    called_in: bool = False,
) -> Facts:
    return Facts(
        phase=phase,
        team="central",
        agent=agent,
        offered_to=offered_to,
        sensitive=sensitive,
        token_opens=opens,
        called_in=called_in,
    )


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("action", ACTIONS)
def test_a_token_that_does_not_open_it_opens_nothing(phase: Phase, action: Action) -> None:
    with pytest.raises(Refusal, match="no_such_conversation"):
        check(CITIZEN, action, facts(phase))


@pytest.mark.parametrize("phase", PHASES)
def test_no_citizen_ever_reads_or_writes_the_staff_log(phase: Phase) -> None:
    for action in ("read_staff", "note", "state_need", "record_triage", "record_pv_number"):
        assert not may(CITIZEN, action, facts(phase, opens=True))


@pytest.mark.parametrize("phase", PHASES)
def test_a_bot_speaks_in_triage_only_and_never_reads_the_staff_log(phase: Phase) -> None:
    bot = Bot("bot-1")
    assert may(bot, "post", facts(phase)) == (phase == "triage")
    assert may(bot, "raise_emergency", facts(phase)) == (phase in ("triage", "waiting"))
    assert not may(bot, "read_staff", facts(phase))
    for action in ("call", "confirm_report", "record_pv_number", "mint_ticket", "take"):
        assert not may(bot, action, facts(phase))


def test_only_the_agent_who_has_it_speaks() -> None:
    assert may(SOFIE, "post", facts("active", agent="a_sofie"))
    assert not may(SOFIE, "post", facts("active", agent="a_karim"))
    assert not may(ELS, "post", facts("active", agent="a_sofie"))


def test_colleagues_of_the_team_read_along_and_leave_notes() -> None:
    for action in ("read_shared", "read_staff", "note"):
        assert may(SOFIE, action, facts("active", agent="a_other"))


def test_another_team_sees_what_waits_but_nothing_sensitive_and_nothing_taken() -> None:
    assert may(KARIM, "take", facts("waiting"))
    assert not may(KARIM, "take", facts("waiting", sensitive=True))
    assert not may(KARIM, "read_shared", facts("active", agent="a_sofie"))


@pytest.mark.parametrize("phase", PHASES)
def test_whom_it_was_handed_to_by_name_may_take_it_while_it_waits_whichever_team_it_waits_for(phase: Phase) -> None:
    for action in ("read_shared", "read_staff", "read_report", "note", "take"):
        assert may(KARIM, action, facts(phase, offered_to="a_karim", sensitive=True)) == (phase == "waiting")
        assert not may(KARIM, action, facts(phase, offered_to="a_other", sensitive=True))
    assert not may(KARIM, "post", facts(phase, offered_to="a_karim", sensitive=True))


def test_a_supervisor_sees_everything_and_can_hand_over_and_close() -> None:
    for action in ("read_staff", "transfer", "close", "note"):
        assert may(ELS, action, facts("active", agent="a_sofie", sensitive=True))


@pytest.mark.parametrize("actor", [CITIZEN, SOFIE, ELS, Desk()])
def test_nothing_is_said_in_a_closed_conversation(actor: Citizen | Agent | Desk) -> None:
    for action in ("post", "call", "fill_report", "confirm_report", "start_report", "transfer", "request_person"):
        assert not may(actor, action, facts("closed", agent="a_sofie", opens=True))


@pytest.mark.parametrize("phase", PHASES)
def test_a_conversation_is_rated_once_it_is_closed(phase: Phase) -> None:
    assert may(CITIZEN, "rate", facts(phase, opens=True)) == (phase == "closed")


def test_what_concerns_no_conversation_is_for_agents_but_the_bot_for_supervisors_and_a_test_for_citizens() -> None:
    may_do: dict[AtLarge, tuple[Actor, ...]] = {
        "watch_queue": (SOFIE, KARIM, ELS),
        "set_availability": (SOFIE, KARIM, ELS),
        "oversee": (ELS,),
        "test_network": (CITIZEN,),
    }
    everybody: tuple[Actor, ...] = (SOFIE, KARIM, ELS, CITIZEN, Bot("bot-1"), Guest("hash"), Desk())
    assert set(may_do) == set(get_args(AtLarge))
    for action, allowed in may_do.items():
        for actor in everybody:
            with nullcontext() if actor in allowed else pytest.raises(Refusal, match="not_allowed"):
                check_at_large(actor, action)


def test_whoever_reads_the_staff_log_may_mark_what_the_bot_said_also_afterwards() -> None:
    for action in ("mark_answer", "link_contact"):
        for phase in ("active", "closed"):
            assert may(SOFIE, action, facts(phase, agent="a_other"))
            assert not may(KARIM, action, facts(phase, agent="a_other"))
        for actor in (CITIZEN, Bot("bot-1")):
            assert not may(actor, action, facts("triage", opens=True))


@pytest.mark.parametrize("phase", PHASES)
def test_a_guest_may_be_in_the_call_and_nothing_else(phase: Phase) -> None:
    guest = Guest("hash")
    for action in ACTIONS:
        assert may(guest, action, facts(phase, called_in=True)) == (action == "be_in_call" and phase != "closed")
        assert not may(guest, action, facts(phase))


def test_who_is_asked_into_the_call_works_on_the_conversation_as_long_as_it_lasts() -> None:
    theirs: tuple[Action, ...] = ("read_shared", "read_staff", "post", "note", "join_call", "be_in_call")
    others: tuple[Action, ...] = ("run_call", "call", "transfer", "close", "fill_report", "confirm_report")
    for action in theirs:
        assert may(KARIM, action, facts("active", agent="a_sofie", sensitive=True, called_in=True))
        assert not may(KARIM, action, facts("active", agent="a_sofie", sensitive=True))
    for action in others:
        assert not may(KARIM, action, facts("active", agent="a_sofie", called_in=True))


def test_only_who_has_the_conversation_lets_others_into_its_call() -> None:
    assert may(SOFIE, "run_call", facts("active", agent="a_sofie"))
    for other in (KARIM, ELS, CITIZEN, Bot("bot-1")):
        assert not may(other, "run_call", facts("active", agent="a_sofie", opens=True, called_in=True))
