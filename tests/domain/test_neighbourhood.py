"""Which neighbourhood an address lies in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.domain.neighbourhood import StreetRange, StreetTable

RANGES = (
    StreetRange(street="Sint-Katelijnestraat", postcode="2800", neighbourhood="centre"),
    StreetRange(street="Liersesteenweg", postcode="2800", neighbourhood="east", last=199, side="odd"),
    StreetRange(street="Liersesteenweg", postcode="2800", neighbourhood="north", last=198, side="even"),
    StreetRange(street="Liersesteenweg", postcode="2800", neighbourhood="north", first=200),
    StreetRange(street="Kerkstraat", postcode="2830", neighbourhood="west"),
    StreetRange(street="Kerkstraat", postcode="2880", neighbourhood="south"),
    StreetRange(street="Rue de l'Église", postcode="2880", neighbourhood="south"),
)
TABLE = StreetTable(RANGES, {"str": "straat", "stwg": "steenweg"})

PARTS = st.builds(
    StreetRange,
    street=st.just("Straat"),
    postcode=st.just("2800"),
    neighbourhood=st.sampled_from(["one", "two"]),
    first=st.integers(1, 30),
    last=st.integers(1, 30),
    side=st.sampled_from(["both", "odd", "even"]),
)


@pytest.mark.parametrize(
    "written",
    [
        "Sint-Katelijnestraat",
        "sint katelijnestraat",
        "SINT KATELIJNESTR.",
        "Sint Katelijne-straat",
        "Sint-Katelijne str",
        "  sint-katelijnestraat  ",
    ],
)
def test_a_street_is_found_however_it_is_written(written: str) -> None:
    assert TABLE.neighbourhood(written, None, None) == "centre"


def test_accents_and_apostrophes_do_not_matter() -> None:
    assert TABLE.neighbourhood("rue de l eglise", 3, None) == "south"


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "east"), ("2", "north"), ("17A", "east"), ("18 bus 3", "north"), (200, "north"), (201, "north"), (None, None)],
)
def test_a_street_that_is_shared_is_settled_by_the_house_number(number: str | int | None, expected: str | None) -> None:
    assert TABLE.neighbourhood("Lierse stwg", number, None) == expected


def test_a_name_that_is_used_twice_is_settled_by_the_postcode() -> None:
    assert TABLE.neighbourhood("Kerkstraat", 5, None) is None
    assert TABLE.neighbourhood("Kerkstraat", 5, "2880") == "south"
    assert TABLE.neighbourhood("Kerkstraat", 5, "2830") == "west"


def test_an_unknown_street_leaves_it_to_the_postcode() -> None:
    assert TABLE.neighbourhood("Nergensstraat", 1, "2830") == "west"
    assert TABLE.neighbourhood("Nergensstraat", 1, "2800") is None
    assert TABLE.neighbourhood("Nergensstraat", 1, "9000") is None
    assert TABLE.neighbourhood("", None, None) is None


@given(st.text(), st.one_of(st.none(), st.text(), st.integers()), st.one_of(st.none(), st.text()))
def test_whatever_is_written_finds_a_neighbourhood_of_the_table_or_none(
    street: str, number: str | int | None, postcode: str | None
) -> None:
    assert TABLE.neighbourhood(street, number, postcode) in {None, *(part.neighbourhood for part in RANGES)}


@given(PARTS, PARTS)
def test_parts_meet_exactly_where_a_house_lies_in_both(one: StreetRange, other: StreetRange) -> None:
    shared = any(one.holds(number) and other.holds(number) for number in range(1, 32))
    assert one.meets(other) is shared
    assert other.meets(one) is shared


@given(PARTS, PARTS, st.integers(1, 30))
def test_where_parts_do_not_meet_a_house_number_is_enough(one: StreetRange, other: StreetRange, number: int) -> None:
    if one.meets(other):
        return
    table = StreetTable((one, other), {})
    expected = one.neighbourhood if one.holds(number) else other.neighbourhood if other.holds(number) else None
    assert table.neighbourhood("straat", number, None) == expected
