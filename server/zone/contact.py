"""`numbers.yaml`: every number, address and app that the desk ever names, each written once."""

import re
from datetime import date
from typing import Literal

from server.domain.data import Datum, Id, Texts
from server.protocol.words import Language
from server.zone.profile import WebAddress


class Number(Datum, frozen=True, kw_only=True):
    """A way to reach somebody. Answers name it as `{id}`.

    `value` is what people read: one for all, or one per language where another service answers there. `shown`: stands
    in the list of numbers on the desk's pages.
    """

    id: Id
    kind: Literal["phone", "email", "web"]
    value: str | Texts
    title: Texts
    about: Texts
    web: WebAddress | None = None
    shown: bool = True
    checked_on: date
    source: str

    def in_language(self, language: Language) -> str:
        """The number as somebody who speaks that language reads it."""
        return self.value if isinstance(self.value, str) else self.value[language]

    def href(self, language: Language) -> str:
        """What a link to it opens: `tel:`, `mailto:` or the page of the service."""
        value = self.in_language(language)
        match self.kind:
            case "phone":
                return "tel:" + _dialled(value)
            case "email":
                return "mailto:" + value
            case "web":
                return self.web or ""


def _dialled(value: str) -> str:
    """A number as telephones want it: Belgian numbers of more than four digits internationally, short and 00800
    ones as they are.
    """
    digits = re.sub(r"[^0-9+]", "", value)
    if digits.startswith("0") and not digits.startswith("00"):
        # 0800 numbers answer inside Belgium only, and are dialled as they are written.
        return digits if digits.startswith("0800") else "+32" + digits[1:]
    return digits
