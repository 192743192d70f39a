"""Records: what is kept of a decision, so that people can look into it afterwards."""

from collections.abc import Mapping

from msgspec.structs import replace

from bots.triage.actions import Action, Record
from bots.triage.pipeline import Finding
from bots.triage.stages import Stage
from bots.triage.turn import Turn
from server.protocol.words import Stage as KeptStage
from server.protocol.words import TriageReply

_MOST_NAMES = 100

_REPLIES: Mapping[str, TriageReply] = {
    "helped.yes": "helped",
    "helped.no": "not_helped",
    "topic.none": "none_of_these",
    "person": "asked_person",
}
"""What a choice says of what the bot did before."""


def record_of(finding: Finding) -> Record:
    """What is kept of what the bot made of a message."""
    scores = {scored.topic: round(scored.score, 4) for scored in finding.ranked}
    return Record(
        finding.action,
        topics=tuple(scores),
        language=finding.spoken.code,
        rules=finding.rules,
        scores={**scores, "sure": round(finding.confidence, 4)},
        model=finding.model,
        stages=tuple(map(_kept, finding.stages)),
    )


def replied(turn: Turn, choice: str) -> Turn:
    """The turn, on whose record stands what the citizen's choice says of what the bot did before."""
    reply = _reply(choice)
    if reply is None:
        return turn
    if not any(isinstance(action, Record) for action in turn.actions):
        # First, because the last may be the last that the bot does here.
        return Turn(turn.state, (Record("wait", reply=reply), *turn.actions))
    actions: tuple[Action, ...] = tuple(
        replace(action, reply=reply) if isinstance(action, Record) else action for action in turn.actions
    )
    return Turn(turn.state, actions)


def _reply(choice: str) -> TriageReply | None:
    kind, _, value = choice.partition(".")
    if kind == "topic" and value != "none":
        return "chose_topic"
    return _REPLIES.get(choice)


def _kept(stage: Stage) -> KeptStage:
    return KeptStage(
        name=stage.name,
        # The words of the message stand in the message itself, and nowhere else.
        outcome="" if stage.name == "normalise" else stage.outcome,
        names=stage.names[:_MOST_NAMES],
        figures={name: round(figure, 4) for name, figure in stage.figures.items()},
    )
