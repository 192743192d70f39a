"""What a zone can be asked."""

from datetime import UTC, datetime

import pytest

from server.zone.zone import Zone


def test_look_ups_give_none_for_what_is_not_there(demo: Zone) -> None:
    assert demo.topic("nonsense") is None
    assert demo.team("nonsense") is None
    assert demo.form("nonsense") is None
    assert demo.number("nonsense") is None
    assert demo.answer("nonsense", "nl") is None
    assert demo.neighbourhood("nonsense") is None
    assert demo.opens_at("nonsense", datetime(2026, 1, 1, tzinfo=UTC)) is None
    assert not demo.is_open("nonsense", datetime(2026, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("street", "number", "postcode", "expected"),
    [
        ("Bruul", None, None, "binnenstad"),
        ("onze lieve vrouwestr.", "12", None, "binnenstad"),
        ("Liersesteenweg", "15", None, "nekkerspoel"),
        ("Liersesteenweg", "16A", None, "mechelen_noord"),
        ("Kerkstraat", "3", "2880", "bornem"),
        ("Kerkstraat", "3", None, None),
        ("", None, "2890", "sint_amands"),
    ],
)
def test_an_address_has_its_neighbourhood(
    demo: Zone, street: str, number: str | None, postcode: str | None, expected: str | None
) -> None:
    found = demo.neighbourhood_of(street, number, postcode)
    assert (found.id if found else None) == expected


@pytest.mark.parametrize(
    ("topic", "neighbourhood", "expected"),
    [
        ("bike_theft", "tisselt", "central"),
        ("contact_district_officer", "tisselt", "team_willebroek"),
        ("contact_district_officer", None, "central"),
        ("contact_district_officer", "nonsense", "central"),
        ("holiday_surveillance", None, "prevention"),
        ("domestic_violence_past", "bornem", "victim_support"),
        (None, "bornem", "central"),
        ("nonsense", None, "central"),
    ],
)
def test_a_conversation_has_its_team(demo: Zone, topic: str | None, neighbourhood: str | None, expected: str) -> None:
    assert demo.team_for(topic, neighbourhood).id == expected


def test_teams_keep_their_hours_and_holidays(demo: Zone) -> None:
    wednesday, christmas = datetime(2026, 12, 23, 9, tzinfo=UTC), datetime(2026, 12, 25, 9, tzinfo=UTC)
    assert demo.is_open("prevention", wednesday)
    assert not demo.is_open("prevention", christmas)
    assert demo.is_open("victim_support", christmas)
    assert demo.opens_at("prevention", christmas) == datetime(2026, 12, 28, 7, 30, tzinfo=UTC)


def test_numbers_are_dialled_as_telephones_want_them(demo: Zone) -> None:
    dialled = {
        id: number.href("fr")
        for id in (
            "emergency",
            "card_stop",
            "doc_stop",
            "doc_stop_abroad",
            "violence",
            "tip_line",
            "app_112",
            "phishing",
        )
        if (number := demo.number(id))
    }
    assert dialled == {
        "emergency": "tel:112",
        "card_stop": "tel:+3278170170",
        "doc_stop": "tel:0080021232123",
        "doc_stop_abroad": "tel:+3225182123",
        "violence": "tel:080030030",
        "tip_line": "tel:080030300",
        "app_112": "https://www.112.be",
        "phishing": "mailto:suspect@safeonweb.be",
    }


def test_an_answer_gives_its_steps(demo: Zone) -> None:
    answer = demo.answer("lost_id", "en")
    assert answer is not None
    assert len(answer.steps) == 3
    assert answer.steps[0].startswith("Call DOC STOP on 00800 2123 2123.")
