"""The zone that ships with the desk."""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest

from server.domain.form import asked, missing, validate
from server.protocol.words import LANGUAGES, FieldValue
from server.zone.follow_up import Asks
from server.zone.load import demo_folder
from server.zone.zone import Zone
from tests.zone.folders import told_in

TOPICS = [
    "bike_theft",
    "burglary_report",
    "lost_id",
    "stolen_phone_or_wallet",
    "vandalism_graffiti",
    "traffic_fine",
    "traffic_accident_after",
    "noise_nuisance",
    "neighbour_dispute",
    "domestic_violence_past",
    "street_harassment",
    "cyber_fraud_phishing",
    "stalking",
    "missing_person",
    "drugs_nuisance",
    "parking_complaint",
    "abandoned_vehicle_or_bike",
    "found_object",
    "opening_hours",
    "contact_district_officer",
    "holiday_surveillance",
    "join_neighbourhood_network",
    "burglary_prevention_advice",
    "status_of_my_report",
    "copy_of_my_statement",
    "character_certificate",
    "weapons_licence",
    "event_permission",
    "complaint_about_police",
    "talk_to_human",
    "video_call_request",
    "thanks_bye",
    "greeting",
]

FORMS = {
    "bike_theft": "bike_theft",
    "lost_id": "lost_documents",
    "stolen_phone_or_wallet": "phone_or_wallet_theft",
    "vandalism_graffiti": "vandalism",
    "cyber_fraud_phishing": "online_fraud",
    "noise_nuisance": "nuisance",
    "holiday_surveillance": "holiday_watch",
    "traffic_accident_after": "accident",
}

SENSITIVE = {"domestic_violence_past", "stalking", "street_harassment"}

BIKE: dict[str, FieldValue] = {
    "last_seen": "2026-11-20Tevening",
    "noticed": "2026-11-21T07:45",
    "place_kind": "railway_station",
    "street": "Leopoldstraat",
    "municipality": "Mechelen",
    "violence": False,
    "bike_kind": "city",
    "brand": "onbekend",
    "colour": "groen",
    "locked": True,
    "last_name": "Janssens",
    "first_name": "Mia",
    "birth_date": "1985-07-30",
    "home_street": "Bruul",
    "home_number": "12 bus 3",
    "home_municipality": "2800 Mechelen",
    "phone": "0470 12 34 56",
    "is_owner": True,
}


def test_there_is_nothing_wrong_with_it() -> None:
    problems = told_in(demo_folder())
    assert [str(problem) for problem in problems] == []


def test_it_has_every_topic_and_answers_it_in_every_language(demo: Zone) -> None:
    assert sorted(topic.id for topic in demo.topics) == sorted(TOPICS)
    for topic in TOPICS:
        for language in LANGUAGES:
            assert demo.answer(topic, language) is not None, f"{topic} in {language}"


def test_a_topic_that_lacks_one_language_is_found(tmp_path: Path) -> None:
    shutil.copytree(demo_folder(), tmp_path / "zone")
    (tmp_path / "zone/answers/weapons_licence.de.md").unlink()
    (problem,) = told_in(tmp_path / "zone")
    assert (problem.severity, problem.file, problem.message) == (
        "error",
        "answers/weapons_licence.en.md",
        "the answer lacks `de`",
    )
    assert problem.remedy == "write answers/weapons_licence.de.md"


def test_it_says_what_is_asked_about_nearly_every_topic(demo: Zone) -> None:
    for topic in demo.topics:
        for asks in get_args(Asks):
            assert demo.follow_up(topic.id, asks) is not None


def test_it_has_a_form_for_what_is_reported_most(demo: Zone) -> None:
    assert {topic.id: topic.form for topic in demo.topics if topic.form} == FORMS
    assert {form.id for form in demo.forms} == set(FORMS.values())


def test_what_is_sensitive_has_no_form_and_goes_first(demo: Zone) -> None:
    sensitive = {topic.id: topic for topic in demo.topics if topic.sensitive}
    assert sensitive.keys() == SENSITIVE
    for topic in sensitive.values():
        assert topic.form is None
        assert topic.urgency == "priority"
        assert demo.answer(topic.id, "nl") is not None


def test_it_says_that_it_is_a_demo(demo: Zone) -> None:
    assert demo.profile.demo is not None
    assert all("dem" in name.casefold().replace("é", "e") for name in demo.profile.name.values())
    assert all("112" in notice for notice in demo.profile.demo.notice.values())


def test_it_is_large_enough_to_be_lifelike(demo: Zone) -> None:
    assert len({(part.street, part.postcode) for part in demo.streets}) >= 40
    assert len(demo.neighbourhoods) == 18
    assert len(demo.map.clusters) == 4
    assert sum(not agent.supervisor for agent in demo.demo_agents) >= 5
    assert {agent.kind for agent in demo.demo_agents} == {"police", "prevention"}
    assert any(agent.supervisor for agent in demo.demo_agents)


def test_its_central_desk_never_closes(demo: Zone) -> None:
    assert demo.central_team.hours == "always"
    for hour in range(24):
        assert demo.is_open(demo.central_team.id, datetime(2026, 12, 25, hour, tzinfo=UTC))


def test_somebody_is_there_for_every_team_and_every_skill(demo: Zone) -> None:
    assert {team for agent in demo.demo_agents for team in agent.teams} == {team.id for team in demo.teams}
    needed = {skill for topic in demo.topics for skill in topic.skills}
    assert needed <= {skill for agent in demo.demo_agents for skill in agent.skills}


def test_sexual_and_domestic_violence_is_never_handled_by_video_or_form(demo: Zone) -> None:
    topic = demo.topic("domestic_violence_past")
    assert topic is not None
    assert topic.sensitive
    assert not {"video", "online_form"} & set(topic.channels)
    assert topic.form is None
    assert topic.urgency == "priority"


@pytest.mark.parametrize("topic", sorted(SENSITIVE))
def test_sensitive_answers_say_that_the_history_stays(demo: Zone, topic: str) -> None:
    words = {"nl": "geschiedenis", "fr": "historique", "en": "history", "de": "Verlauf"}
    for language in LANGUAGES:
        answer = demo.answer(topic, language)
        assert answer is not None
        assert words[language] in answer.text


@pytest.mark.parametrize("form", sorted(FORMS.values()))
def test_violence_or_somebody_hurt_is_for_a_person(demo: Zone, form: str) -> None:
    found = demo.form(form)
    assert found is not None
    stops = {field.id: field.to_person for field in found.fields if field.to_person is not None}
    assert form == "holiday_watch" or set(stops) & {"violence", "injured", "threatened", "still_going_on"}
    assert set(stops.values()) <= {True}


def test_answers_are_calm(demo: Zone) -> None:
    for answer in demo.answers:
        assert "!" not in answer.text, answer.file
        assert not re.search("[\U0001f300-\U0001faff\u2600-\u27bf]", answer.text), answer.file


def test_answers_address_people_formally(demo: Zone) -> None:
    familiar = {
        "nl": r"\b(je|jij|jouw|jullie)\b",
        "fr": r"\b(tu|ton|ta|tes|toi)\b",
        "de": r"\b(du|dein|deine|dir|dich)\b",
    }
    for answer in demo.answers:
        if answer.language in familiar:
            assert not re.search(familiar[answer.language], answer.text, re.IGNORECASE), answer.file


def test_answers_name_card_stop_by_its_present_number(demo: Zone) -> None:
    for language in LANGUAGES:
        answer = demo.answer("cyber_fraud_phishing", language)
        assert answer is not None
        assert "078 170 170" in answer.text


def test_phishing_is_forwarded_to_the_address_of_the_language(demo: Zone) -> None:
    addresses = {"nl": "verdacht@safeonweb.be", "fr": "suspect@safeonweb.be", "en": "suspicious@safeonweb.be"}
    for language in LANGUAGES:
        answer = demo.answer("cyber_fraud_phishing", language)
        assert answer is not None
        assert addresses.get(language, "suspicious@safeonweb.be") in answer.text


def test_a_bicycle_report_can_be_filed_with_what_people_know(demo: Zone) -> None:
    form = demo.form("bike_theft")
    assert form is not None
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    assert validate(form, BIKE, now) == {}
    assert missing(form, BIKE) == ()
    assert missing(form, BIKE | {"is_owner": False}) == ("owner_name",)
    assert missing(form, {}) == tuple(field.id for field in asked(form, {}) if field.required)


def test_every_field_asks_in_a_sentence_and_is_short_on_paper(demo: Zone) -> None:
    for form in demo.forms:
        for field in form.fields:
            assert field.question is not None, field.id
            assert all(question.endswith("?") for question in field.question.values()), field.id
            assert all(len(label) <= 40 for label in field.label.values()), field.id


def test_everything_that_tells_who_somebody_is_is_sensitive(demo: Zone) -> None:
    for form in demo.forms:
        (person,) = [section for section in form.sections if section.id == "person"]
        asides = {"safe_to_contact", "is_owner"}
        assert all(field.sensitive for field in person.fields if field.id not in asides)
