"""A citizen and the bot before a desk without sockets, and the supervisor who looks it over."""

import secrets
from datetime import timedelta
from typing import Any

from server.protocol import commands as c
from server.protocol.results import BotFigures, Utterance, UtterancesListed
from server.protocol.words import Stage, TriageAction
from tests.desk.harness import START, Bench, Listener

PERIOD: dict[str, Any] = {"since": START - timedelta(days=1), "until": START + timedelta(days=30)}
STAGES = (Stage(name="gate", outcome="answer", figures={"confidence": 0.9}),)


class BotTalk:
    """A citizen and the bot, as the desk sees them."""

    def __init__(self, desk: Bench, bot: Listener, citizen: Listener, conversation: str) -> None:
        self.desk = desk
        self.bot = bot
        self.citizen = citizen
        self.id = conversation

    async def hear(self, words: str, action: TriageAction, **decided: Any) -> int:
        """The citizen says something, the bot answers and records why; the number of its answer."""
        said = await self.desk.say(self.citizen, self.id, words)
        answer = await self.desk.say(self.bot, self.id, "Zo zit het.")
        await self.desk.do(
            self.bot,
            c.RecordTriage(
                conversation=self.id,
                client_id=f"t{said}-triage-decided",
                message=said,
                action=action,
                said=(answer,),
                **{"stages": STAGES, "language": "nl", "topics": ("bike_theft",), **decided},
            ),
        )
        return answer

    async def press(self, label: str, action: TriageAction, **decided: Any) -> int:
        """The citizen presses a button."""
        return await self.hear(label, action, **{"stages": (), "language": None, "topics": (), **decided})

    async def end(self) -> None:
        """The bot closes the conversation."""
        await self.desk.do(self.bot, c.CloseConversation(conversation=self.id, outcome="answered_by_bot"))


async def talk(desk: Bench, language: str = "nl", bot: Listener | None = None) -> BotTalk:
    bot = bot or desk.bot()
    citizen, conversation = await desk.citizen(language)
    return BotTalk(desk, bot, citizen, conversation)


async def chief(desk: Bench) -> Listener:
    return await desk.agent("Els", supervisor=True)


async def figures(desk: Bench, supervisor: Listener, language: str = "nl") -> BotFigures:
    reviewed = await desk.do(supervisor, c.ReviewBot(**PERIOD))
    found: BotFigures = next(each for each in reviewed.figures if each.language == language)
    return found


async def utterances(desk: Bench, supervisor: Listener, **asked: Any) -> list[Utterance]:
    listed: UtterancesListed = await desk.do(supervisor, c.ListUtterances(**PERIOD, **asked))
    return list(listed.utterances)


def client_id() -> str:
    return secrets.token_hex(8)
