"""Forms that can be filled."""

import pytest

from tests.zone.folders import Draft
from tests.zone.mistakes import Mistake, assert_told

MISTAKES = {
    "a time zone nobody knows": Mistake(
        "forms/bike_theft.yaml",
        "topic: bike_theft\n",
        "topic: bike_theft\ntime_zone: Europe/Mechelen\n",
        "there is no time zone `Europe/Mechelen`",
        "leave it out",
        below=1,
    ),
    "a form under another name": Mistake(
        "forms/bike_theft.yaml",
        "id: bike_theft\nversion",
        "id: bicycle_theft\nversion",
        "the form calls itself `bicycle_theft`",
        "name the file bicycle_theft.yaml",
    ),
    "a field that stands there twice": Mistake(
        "forms/bike_theft.yaml",
        "        id: model\n",
        "        id: brand\n",
        "there is a second field `brand`",
        "give each field an id of its own",
    ),
    "a condition on a field that comes later": Mistake(
        "forms/bike_theft.yaml",
        "when: {bike_kind: electric}",
        "when: {mybike: true}",
        "no earlier field is called `mybike`",
        "name a field that is asked before this one",
    ),
    "a condition on an option nobody has": Mistake(
        "forms/bike_theft.yaml",
        "when: {bike_kind: electric}",
        "when: {bike_kind: eletric}",
        "`bike_kind` has no option `eletric`",
        "did you mean `electric`?",
    ),
    "a condition with a word on yes or no": Mistake(
        "forms/bike_theft.yaml",
        "when: {is_owner: false}",
        "when: {is_owner: 'no'}",
        "`is_owner` is yes or no, never `no`",
        "write `true` or `false`",
    ),
    "a condition on free text": Mistake(
        "forms/bike_theft.yaml",
        "when: {bike_kind: electric}",
        "when: {brand: Gazelle}",
        "`brand` is neither a choice nor a yes or no",
        "let it depend on a field that is",
    ),
    "an order after nothing": Mistake(
        "forms/bike_theft.yaml",
        "not_before: last_seen",
        "not_before: brand",
        "`brand` is no date or moment that is asked before this one",
        "name one that is",
    ),
    "an option twice": Mistake(
        "forms/bike_theft.yaml",
        "          - id: shop\n",
        "          - id: garden\n",
        "`place_kind` has two options `garden`",
        "keep one of them",
    ),
    "an answer for a person that cannot be given": Mistake(
        "forms/bike_theft.yaml",
        "to_person: true",
        "to_person: often",
        "`violence` is yes or no, never `often`",
        "write `true` or `false`",
    ),
    "a house number that goes nowhere": Mistake(
        "forms/bike_theft.yaml",
        "number: house_number",
        "number: house_numbr",
        "no field of one line is called `house_numbr`",
        "did you mean `house_number`?",
    ),
    "nothing between two commas": Mistake(
        "forms/bike_theft.yaml",
        "fr: gare\n",
        'fr: "gare, , quai"\n',
        "there is nothing between two commas",
        "take one of them out",
    ),
    "a form for no topic": Mistake(
        "forms/bike_theft.yaml",
        "topic: bike_theft",
        "topic: bike_thefts",
        "there is no topic `bike_thefts`",
        "did you mean `bike_theft`?",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_where_it_is_with_what_to_write_instead(draft: Draft, name: str) -> None:
    assert_told(draft, MISTAKES[name])
