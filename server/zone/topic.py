"""`topics.yaml` and `doors.yaml`: what people come for, and the ways in."""

from typing import Annotated, Literal

from msgspec import Meta

from server.domain.data import Datum, Id, Texts
from server.protocol.words import Urgency
from server.zone.profile import Links

Channel = Literal["chat", "online_form", "video", "station", "emergency"]
"""How a matter can be reported: here by chat, on the federal form, here by video, at any police station, by 112 or
101 only.
"""

OWN_TEAM = "neighbourhood"
"""Written for `team`: the team of the citizen's own neighbourhood, or the central one as long as nobody knows it."""


class Door(Datum, frozen=True, kw_only=True):
    """One of the ways in. Behind a `sensitive` one, quick exit is in sight from the first moment."""

    id: Id
    label: Texts
    intro: Texts
    sensitive: bool = False


class Topic(Datum, frozen=True, kw_only=True):
    """What a conversation is about.

    `title` is what a button says. `team` gets it first: a team's id, or `neighbourhood`. `sensitive`: quick exit in
    sight, nothing kept on the device, no form, one conversation at a time for the agent. `skills`: who has
    them is preferred. `online_form`: the federal form, where that channel is open. `choices`: topics to offer
    beside the answer. `recording`: whether a video call about it may be recorded, where everybody in it agrees.
    """

    id: Id
    title: Texts
    channels: Annotated[tuple[Channel, ...], Meta(min_length=1)]
    team: Id
    doors: tuple[Id, ...] = ()
    sensitive: bool = False
    urgency: Urgency = "routine"
    skills: tuple[Id, ...] = ()
    form: Id | None = None
    online_form: Links | None = None
    choices: tuple[Id, ...] = ()
    recording: bool = False
