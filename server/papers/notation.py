"""How days, hours, amounts and answers are written, in each language of the desk as people in Belgium write it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_currency

from server.domain.field import AmountField, ChoiceField, DateField, Field, MomentField, YesNoField
from server.domain.moment import Moment
from server.protocol.words import Author, FieldValue, Language
from server.zone.catalogue import Catalogue

_LOCALES: dict[Language, str] = {"nl": "nl_BE", "fr": "fr_BE", "en": "en_GB", "de": "de_BE"}


class Notation:
    """Writes values in one language, and instants as the clock in the zone showed them."""

    def __init__(self, catalogue: Catalogue, time_zone: ZoneInfo) -> None:
        self.text = catalogue.text
        self.language = catalogue.language
        self._locale = _LOCALES[catalogue.language]
        self._time_zone = time_zone

    def local(self, at: datetime) -> datetime:
        """The instant on the clock in the zone."""
        return at.astimezone(self._time_zone)

    def day(self, day: date) -> str:
        """`zaterdag 14 maart 2026`."""
        return format_date(day, "full", self._locale)

    def hour(self, at: datetime) -> str:
        """`14:02`."""
        return f"{self.local(at):%H:%M}"

    def instant(self, at: datetime) -> str:
        """`zaterdag 14 maart 2026 om 14:02`."""
        return self.text("paper-moment-hour", day=self.day(self.local(at).date()), hour=self.hour(at))

    def moment(self, moment: Moment) -> str:
        """`zaterdag 14 maart 2026, 's avonds`."""
        day = self.day(moment.day)
        if moment.at is not None:
            return self.text("paper-moment-hour", day=day, hour=f"{moment.at:%H:%M}")
        return self.text("paper-moment-part", day=day, part=moment.part) if moment.part else day

    def amount(self, euros: float) -> str:
        """`€ 1.234,50`."""
        return format_currency(euros, "EUR", locale=self._locale)

    def person(self, author: Author) -> str:
        """`Sofie, hoofdinspecteur`. The bot is called what it is; a citizen's name is asked in forms, if at all."""
        name = self.text("paper-person", kind=author.kind, name=author.name or "")
        return ", ".join(part for part in (name, author.role) if part)

    def answer(self, field: Field | None, value: FieldValue) -> str:
        """What was answered, in words. What does not fit its field, or has none any more, is written as it is."""
        match field, value:
            case ChoiceField(options=options), str():
                return next((option.label[self.language] for option in options if option.id == value), value)
            case DateField() | MomentField(), str():
                return self._remembered(value)
            case AmountField(), int() | float() if not isinstance(value, bool):
                return self.amount(value)
            case YesNoField() | None, bool():
                return self.text("paper-yes-no", value=str(value).lower())
            case _:
                return str(value)

    def _remembered(self, written: str) -> str:
        try:
            return self.moment(Moment.parse(written))
        except ValueError:
            return written
