"""Talking to the bot in a terminal: the dialogue alone, without a desk. Nothing is stored."""

from collections.abc import Callable, Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from bots.triage.actions import Close, Fill, HandOver, RaiseTier, Record, Say
from bots.triage.dialogue import Dialogue
from bots.triage.state import Said, State
from server.protocol.words import Choice, Language

Tell = Callable[[str], None]


def rehearse(dialogue: Dialogue, zone: str, language: Language, typed: Iterable[str], tell: Tell) -> None:
    """A conversation until the bot is done with it, or nothing more is typed. `zone`: the time zone of days; `tell`
    prints a line.
    """
    turn = dialogue.open(language)
    _perform(turn.actions, tell)
    for number, line in enumerate(typed, start=2):
        if turn.state.over:
            break
        at = datetime.now(ZoneInfo(zone)).replace(tzinfo=None)
        choice = _picked(turn.state, line)
        said = Said(number, at, choice.label, choice.value) if choice else Said(number, at, line.rstrip("\r\n"))
        turn = dialogue.hear(turn.state, said)
        _perform(turn.actions, tell)


def _picked(state: State, line: str) -> Choice | None:
    """The choice whose number was typed, as if its button had been pressed."""
    typed = line.strip()
    if not typed.isdecimal() or not 1 <= int(typed) <= len(state.offered):
        return None
    return state.offered[int(typed) - 1]


def _perform(actions: Iterable[object], tell: Tell) -> None:
    for action in actions:
        match action:
            case Say(text=text, choices=choices, links=links):
                tell(f"\n{text}")
                for link in links:
                    tell(f"    {link.label}: {link.href}")
                for place, choice in enumerate(choices, start=1):
                    tell(f"  {place}. {choice.label}")
            case RaiseTier(tier=tier):
                tell(f"\n[emergency card, tier {tier}]")
            case Fill(form=form, fields=fields):
                tell(f"[report {form}: {', '.join(f'{name} = {value}' for name, value in fields.items()) or 'begun'}]")
            case HandOver(why=why, need=need):
                tell(f"[to a person: {why}, {need.urgency}, topic {need.topic}, {', '.join(need.languages)}]")
            case Close(outcome=outcome):
                tell(f"[closed: {outcome}]")
            case Record(action=decided, topics=topics, rules=rules):
                tell(f"[{decided}{': ' if topics or rules else ''}{', '.join((*topics, *rules))}]")
