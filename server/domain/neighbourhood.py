"""Neighbourhoods, and which one an address lies in."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from msgspec import Meta

from server.domain.data import Datum, Id

Postcode = Annotated[str, Meta(pattern=r"^[1-9][0-9]{3}$", extra={"wanted": "zone-wanted-postcode"})]


class Neighbourhood(Datum, frozen=True, kw_only=True):
    """A part of the zone with a district officer of its own. A place name is the same in every language."""

    id: Id
    name: str
    cluster: Id
    postcode: Postcode
    municipality: str
    officer: str = ""


class Cluster(Datum, frozen=True, kw_only=True):
    """Neighbourhoods that one team serves."""

    id: Id
    name: str
    team: Id


class Map(Datum, frozen=True, kw_only=True):
    """All neighbourhoods, and the clusters they are grouped in."""

    clusters: tuple[Cluster, ...]
    neighbourhoods: tuple[Neighbourhood, ...]


class StreetRange(Datum, frozen=True, kw_only=True):
    """A street, or the part of it that lies in one neighbourhood: house numbers `first` to `last` on the named side."""

    street: str
    postcode: Postcode
    neighbourhood: Id
    first: Annotated[int, Meta(ge=1)] = 1
    last: Annotated[int, Meta(ge=1)] = 9999
    side: Literal["both", "odd", "even"] = "both"

    def holds(self, number: int) -> bool:
        """Whether this house number lies in it."""
        return self.first <= number <= self.last and self.side in ("both", "odd" if number % 2 else "even")

    def meets(self, other: "StreetRange") -> bool:
        """Whether some house number lies in both."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        # Two numbers in a row are enough to meet both sides.
        return any(self.holds(number) and other.holds(number) for number in range(first, min(last, first + 1) + 1))


class StreetTable:
    """The streets of a zone, found by the way people write them: case, accents, hyphens, spaces and short forms do
    not matter.
    """

    def __init__(self, ranges: Iterable[StreetRange], short_forms: Mapping[str, str]) -> None:
        """`short_forms`: what the end of a street name is often shortened to, and what it stands for (`str`:
        `straat`).
        """
        self._short_forms = {_letters(short): _letters(full) for short, full in short_forms.items()}
        self._by_street: dict[str, list[StreetRange]] = defaultdict(list)
        self._by_postcode: dict[str, set[str]] = defaultdict(set)
        for part in ranges:
            self._by_street[self._key(part.street)].append(part)
            self._by_postcode[part.postcode].add(part.neighbourhood)
        self.names: tuple[str, ...] = tuple(
            sorted({part.street for parts in self._by_street.values() for part in parts})
        )

    def neighbourhood(self, street: str, house_number: str | int | None, postcode: str | None) -> str | None:
        """The id of the neighbourhood of an address, or None where what is given fits none or several.

        A street that is not in the table, or a house number that lies in none of its parts, leaves the postcode to
        decide, if that has one neighbourhood only.
        """
        parts = [part for part in self._by_street.get(self._key(street), ()) if postcode in (None, "", part.postcode)]
        number = _number(house_number)
        if number is not None:
            parts = [part for part in parts if part.holds(number)]
        found = {part.neighbourhood for part in parts} or self._by_postcode.get(postcode or "", set())
        return next(iter(found)) if len(found) == 1 else None

    def _key(self, street: str) -> str:
        letters = _letters(street)
        words = re.findall(r"[^\W_]+", _plain(street))
        last = words[-1] if words else ""
        for short, full in self._short_forms.items():
            # "Hoogstr." and "Hoog str" alike; a name that only happens to end so ("Astr") is no worse found than
            # before.
            if last.endswith(short) and letters != short and not letters.endswith(full):
                return letters[: -len(short)] + full
        return letters


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", _plain(text))


def _number(house_number: str | int | None) -> int | None:
    """The number of "12", 12, "12A" or "12 bus 3"; None where there is none."""
    found = re.match(r"\s*([0-9]{1,5})", str(house_number)) if house_number is not None else None
    return int(found[1]) if found else None
