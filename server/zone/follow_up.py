"""`follow-ups.yaml`: what is asked about nearly every topic once it was answered, and what the desk says to it."""

import hashlib
from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from server.domain.data import Datum, Id, Texts

Asks = Literal["cost", "needed", "duration", "place", "online", "appointment", "next", "anonymous"]
"""What a short question asks about the topic at hand: what it costs, what to bring, how long it takes, where to go,
whether it can be done online, whether an appointment is needed, what happens next, whether one may stay anonymous.
"""


class FollowUp(Datum, frozen=True, kw_only=True):
    """A curated answer to a follow-up question, for some topics or for all that have none of their own."""

    asks: Asks
    topics: Literal["all"] | Annotated[tuple[Id, ...], Meta(min_length=1)]
    text: Texts
    checked_on: date
    owner: Annotated[str, Meta(min_length=1)]

    @property
    def version(self) -> str:
        """Changes with every change of what is said, so that a log can name exactly what somebody was told."""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()[:12]


def pick(follow_ups: tuple[FollowUp, ...], topic: str, asks: Asks) -> FollowUp | None:
    """The one for that topic, else the one for all."""
    fitting = [each for each in follow_ups if each.asks == asks]
    own = (each for each in fitting if each.topics != "all" and topic in each.topics)
    general = (each for each in fitting if each.topics == "all")
    return next(own, None) or next(general, None)
