"""The bot's work looked over: figures by language, and what is worth a look. For supervisors."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from server.desk.ledger import Ledger
from server.domain import permission
from server.domain.actor import Actor
from server.domain.bot_work import LONGEST_REVIEW
from server.domain.masking import masked
from server.protocol.commands import ListUtterances, ReviewBot
from server.protocol.entries import Entry, MessagePosted
from server.protocol.errors import Refusal
from server.protocol.results import BotFigures, BotReviewed, Lesson, Utterance, UtterancesListed
from server.store import audit, decisions, lessons, log
from server.store.columns import micros, moment
from server.store.decisions import Decision, Period
from server.store.lessons import KeptLesson

_PLACE = re.compile(r"([0-9]{1,16})\.([0-9]{1,9})\.([A-Za-z0-9_-]{1,48})")
"""Where a list goes on: moment, number in the staff log, and conversation of the last that was listed."""


@dataclass
class BotReview:
    """Counts and lists. Counting reads nobody's words; listing does, and leaves a line in the audit log for each
    conversation."""

    ledger: Ledger

    async def figures(self, actor: Actor, command: ReviewBot, now: datetime) -> BotReviewed:
        """How the bot did in a time. Raises Refusal: `not_allowed`; `malformed` for a time that is none or too long."""
        permission.check_at_large(actor, "oversee")
        period = _period(command)
        async with self.ledger.database.survey() as connection:
            said = await decisions.figures(connection, period)
            closed = await decisions.closed_figures(connection, period)
        return BotReviewed(
            figures=tuple(
                BotFigures(language=language, **said.get(language, {}), **closed.get(language, {}))
                for language in sorted(said.keys() | closed.keys())
            )
        )

    async def utterances(self, actor: Actor, command: ListUtterances, now: datetime) -> UtterancesListed:
        """What is worth a look, newest first. Raises Refusal: `not_allowed`, `malformed`."""
        permission.check_at_large(actor, "oversee")
        period, after = _period(command), _place(command.after)
        async with self.ledger.database.write() as connection:
            found = await decisions.worth_a_look(
                connection,
                period,
                language=command.language,
                cause=command.cause,
                after=after,
                limit=command.limit + 1,
            )
            shown = found[: command.limit]
            messages = [(each.conversation, each.message) for each in shown]
            said = await log.said(connection, messages)
            taught = await lessons.made_of(connection, messages)
            await audit.record_reads(
                connection, actor, "bot.utterances", now, dict.fromkeys(each.conversation for each in shown)
            )
        return UtterancesListed(
            utterances=tuple(_shown(each, said, taught) for each in shown),
            next=_named(shown) if len(found) > len(shown) else None,
        )


def _period(command: ReviewBot | ListUtterances) -> Period:
    for name in ("since", "until"):
        if getattr(command, name).tzinfo is None:
            raise Refusal("malformed", field=name)
    if not command.since < command.until or command.until - command.since > LONGEST_REVIEW:
        raise Refusal("malformed", field="until")
    return Period(command.since, command.until)


def _named(shown: Sequence[Decision]) -> str:
    """The place of the last one, as a client gives it back."""
    last = shown[-1]
    return f"{micros(last.at)}.{last.number}.{last.conversation}"


def _place(after: str | None) -> tuple[datetime, str, int] | None:
    if after is None:
        return None
    found = _PLACE.fullmatch(after)
    if found is None:
        raise Refusal("malformed", field="after")
    return moment(int(found[1])), found[3], int(found[2])


def _shown(
    decision: Decision, said: dict[tuple[str, int], Entry], taught: dict[tuple[str, int], KeptLesson]
) -> Utterance:
    place = (decision.conversation, decision.message)
    entry, lesson = said.get(place), taught.get(place)
    text = entry.body.text if entry is not None and isinstance(entry.body, MessagePosted) else ""
    return Utterance(
        conversation=decision.conversation,
        message=decision.message,
        at=decision.at,
        text=text,
        masked=masked(text),
        language=decision.language,
        action=decision.action,
        causes=decision.causes,
        topic=decision.topic,
        answer=decision.answer,
        wrong=decision.wrong,
        right_topic=decision.right_topic,
        lesson=Lesson(text=lesson.text, topic=lesson.topic, language=lesson.language) if lesson else None,
    )
