"""Fixed texts: the emergency card, statement rights, and what agents choose from."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from server.domain.data import Datum, Id, Texts


class EmergencyCard(Datum, frozen=True, kw_only=True):
    """`emergency.yaml`: what to do now. `soft_question` asks whether it happens now, when the words leave that open.

    `line` stands on every screen, all the time.
    """

    line: Texts
    title: Texts
    text: Texts
    silent: Texts
    soft_question: Texts
    numbers: Annotated[tuple[Id, ...], Meta(min_length=1)]


class Rights(Datum, frozen=True, kw_only=True):
    """`rights.yaml`: what a victim or witness is told before a statement starts, on the screen and on paper.

    `to_confirm` is said wherever the rights stand, until the zone's legal service has confirmed the wording and it
    is taken out.
    """

    title: Texts
    intro: Texts
    items: Annotated[tuple[Texts, ...], Meta(min_length=1)]
    to_confirm: Texts | None = None
    checked_on: date


class Outcome(Datum, frozen=True, kw_only=True):
    """`outcomes.yaml`: how a conversation ended, chosen by whoever closes it."""

    id: Id
    label: Texts


class TransferReason(Datum, frozen=True, kw_only=True):
    """`transfer-reasons.yaml`: why a conversation goes to somebody else."""

    id: Id
    label: Texts


class CannedText(Datum, frozen=True, kw_only=True):
    """`canned.yaml`: a text an agent may send as it is, or change first. `topics`: where it is offered first."""

    id: Id
    label: Texts
    text: Texts
    topics: tuple[Id, ...] = ()


class Holiday(Datum, frozen=True, kw_only=True):
    """`holidays.yaml`: a day that counts as a holiday for every team."""

    date: date
    name: Texts
