"""Answers in words, to be confirmed: `woensdag 11 maart 2026, 's avonds`."""

import re
from datetime import date

from babel.dates import format_date
from babel.numbers import format_currency

from bots.triage.questions import Question
from server.protocol.words import FieldValue, Language
from server.zone.catalogue import Catalogues

_LOCALES: dict[Language, str] = {"nl": "nl_BE", "fr": "fr_BE", "en": "en_GB", "de": "de_BE"}
_PLAIN = re.compile(r"[^\W_][\w '’.,/&()-]{0,39}")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T(?:(\d{2}:\d{2})|([a-z]+)))?", re.ASCII)


class Wording:
    """Writes values as people read them."""

    def __init__(self, catalogues: Catalogues) -> None:
        self._catalogues = catalogues

    def answer(self, question: Question, value: FieldValue, language: Language) -> str:
        """The answer to a question, in words. A bot does not say whatever somebody typed: of free words only a few
        plain ones are repeated.
        """
        match question.kind, value:
            case "moment" | "date", str():
                return self._moment(value, language)
            case "choice", str() if value in question.options:
                return question.options[value][language]
            case "yes_no", bool():
                return self._text("paper-yes-no", language, value=str(value).lower())
            case "amount", float() | int():
                return format_currency(value, "EUR", locale=_LOCALES[language])
        plain = isinstance(value, str) and _PLAIN.fullmatch(value)
        return str(value) if plain else self._text("bot-form-as-written", language)

    def line(self, question: Question, value: FieldValue, language: Language) -> str:
        """`Laatst gezien: woensdag 11 maart 2026`."""
        answer = self.answer(question, value, language)
        return self._text("bot-form-line", language, label=question.label[language], answer=answer)

    def _moment(self, written: str, language: Language) -> str:
        found = _MOMENT.fullmatch(written)
        if found is None:
            return written
        day = format_date(date.fromisoformat(found[1]), "full", _LOCALES[language])
        if found[2]:
            return self._text("paper-moment-hour", language, day=day, hour=found[2])
        return self._text("paper-moment-part", language, day=day, part=found[3]) if found[3] else day

    def _text(self, id: str, language: Language, **arguments: str) -> str:
        return self._catalogues[language].text(id, **arguments)
