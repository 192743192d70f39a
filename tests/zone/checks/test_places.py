"""Streets and neighbourhoods that fit each other."""

import pytest

from tests.zone.folders import Draft
from tests.zone.mistakes import Mistake, assert_told

MISTAKES = {
    "a neighbourhood in no cluster": Mistake(
        "neighbourhoods.yaml",
        "name: Tisselt, cluster: willebroek",
        "name: Tisselt, cluster: willebroeck",
        "there is no cluster `willebroeck`",
        "did you mean `willebroek`?",
    ),
    "a street in no neighbourhood": Mistake(
        "streets.csv",
        "Bruul,2800,binnenstad",
        "Bruul,2800,binenstad",
        "there is no neighbourhood `binenstad`",
        "did you mean `binnenstad`?",
    ),
    "a street with another postcode": Mistake(
        "streets.csv",
        "Bruul,2800,",
        "Bruul,2880,",
        "`binnenstad` has the postcode 2800, not 2880",
        "mend the postcode",
    ),
    "house numbers in two neighbourhoods": Mistake(
        "streets.csv",
        "Hanswijkstraat,2800,mechelen_zuid,61",
        "Hanswijkstraat,2800,mechelen_zuid,60",
        "house numbers of Hanswijkstraat lie in `binnenstad` and in `mechelen_zuid`",
        "that do not overlap",
    ),
    "house numbers that run backwards": Mistake(
        "streets.csv",
        "Antwerpsesteenweg,2800,mechelen_noord,1,250",
        "Antwerpsesteenweg,2800,mechelen_noord,250,1",
        "the house numbers run from 250 down to 1",
        "swap `first` and `last`",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_where_it_is_with_what_to_write_instead(draft: Draft, name: str) -> None:
    assert_told(draft, MISTAKES[name])


def test_neighbourhoods_outside_the_zone_are_told_one_by_one(draft: Draft) -> None:
    draft.change("zone.yaml", "municipalities: [Mechelen, Willebroek, ", "municipalities: [Mechelen, ")
    errors = draft.errors()
    assert {(error.file, error.message) for error in errors} == {
        ("neighbourhoods.yaml", "Willebroek is not in the zone")
    }
    written = draft.read("neighbourhoods.yaml").splitlines()
    assert [error.line for error in errors] == [
        at for at, line in enumerate(written, start=1) if "municipality: Willebroek" in line
    ]
