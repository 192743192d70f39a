"""What one file names, another one has."""

import pytest

from tests.zone.folders import Draft
from tests.zone.mistakes import Mistake, assert_told

MISTAKES = {
    "a team nobody knows": Mistake(
        "topics.yaml",
        "  team: central\n  doors: [question]\n- id: opening_hours",
        "  team: centraal\n- id: opening_hours",
        "there is no team `centraal`",
        "did you mean `central`?",
    ),
    "a door nobody knows": Mistake(
        "topics.yaml",
        "  doors: [victim]\n  sensitive: true\n  urgency: priority\n  skills: [sensitive]\n- id: stalking",
        "  doors: [victm]\n- id: stalking",
        "there is no door `victm`",
        "did you mean `victim`?",
    ),
    "a form nobody knows": Mistake(
        "topics.yaml",
        "form: lost_documents",
        "form: lost_document",
        "there is no form `lost_document`",
        "did you mean `lost_documents`?",
    ),
    "a form of another topic": Mistake(
        "topics.yaml",
        "form: lost_documents",
        "form: bike_theft",
        "the form `bike_theft` is for `bike_theft`",
        "write `topic: lost_id`",
    ),
    "a form on a sensitive topic": Mistake(
        "topics.yaml",
        "  form: bike_theft\n",
        "  form: bike_theft\n  sensitive: true\n",
        "`bike_theft` is sensitive and has a form",
        "take the form out",
    ),
    "an online form without its channel": Mistake(
        "topics.yaml",
        "  channels: [chat, online_form]\n",
        "  channels: [chat]\n",
        "`holiday_surveillance` says two things about the online form",
        "write both the channel",
    ),
    "a skill nobody knows": Mistake(
        "demo-agents.yaml",
        "skills: [online_fraud]",
        "skills: [onlinefraud]",
        "there is no skill `onlinefraud`",
        "did you mean `online_fraud`?",
    ),
    "a topic nobody knows": Mistake(
        "canned.yaml",
        "topics: [bike_theft, lost_id]",
        "topics: [bike_thefts, lost_id]",
        "there is no topic `bike_thefts`",
        "did you mean `bike_theft`?",
    ),
    "a number nobody knows": Mistake(
        "emergency.yaml",
        "numbers: [emergency, police, app_112]",
        "numbers: [emergency, polis, app_112]",
        "there is no number `polis`",
        "did you mean `police`?",
    ),
    "a service without its page": Mistake(
        "numbers.yaml",
        "  web: https://zsg.belgium.be\n",
        "",
        "`care_centre` has no page",
        "add `web:` with its address",
        below=-6,
    ),
    "a number without digits": Mistake(
        "numbers.yaml",
        "value: 070 245 245",
        "value: ask",
        "`poison` has a value without digits",
        "write the number that is dialled",
    ),
    "a number to call that nobody knows": Mistake(
        "after-filing.yaml",
        "numbers: [local_police, violence,",
        "numbers: [local_police, violences,",
        "there is no number `violences`",
        "did you mean `violence`?",
    ),
    "a way that is no number": Mistake(
        "zone.yaml",
        "ways: [local_police, police, app_112]",
        "ways: [local_polis]",
        "there is no number `local_polis`",
        "did you mean `local_police`?",
    ),
    "a team that overflows into itself": Mistake(
        "teams.yaml",
        "  languages: [nl, de]\n  overflow_to: central",
        "  languages: [nl, de]\n  overflow_to: team_klein_brabant",
        "there is no team `team_klein_brabant`",
        "use one of",
        below=1,
    ),
    "a central team that leaves something out": Mistake(
        "teams.yaml",
        "topics: all",
        "topics: [bike_theft]",
        "the first team takes what nobody else takes, but not everything",
        "write `topics: all`",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_where_it_is_with_what_to_write_instead(draft: Draft, name: str) -> None:
    assert_told(draft, MISTAKES[name])


def test_a_team_that_does_not_take_its_topic_is_told_at_the_topic(draft: Draft) -> None:
    draft.change("teams.yaml", "    - holiday_surveillance\n", "")
    (error,) = draft.errors()
    assert error.file == "topics.yaml"
    assert error.message == "`prevention` does not take `holiday_surveillance`"
    assert error.remedy.startswith("add it to the topics of `prevention` in teams.yaml")
    assert draft.read("topics.yaml").splitlines()[error.line - 1] == "  team: prevention"
