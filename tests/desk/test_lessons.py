"""Lessons: what a citizen said becomes training data in a file, in a supervisor's words."""

from typing import Any

import msgspec

from bots.triage.corpus import Danger
from server.protocol import commands as c
from server.protocol.results import LessonsKept
from tests.desk.bot_talk import chief, talk, utterances
from tests.desk.harness import Bench


async def test_an_utterance_becomes_training_data_in_a_file(desk: Bench) -> None:
    about = await talk(desk)
    await about.hear("mijn velo is foetsie, bel 0470 12 34 56", "clarify", topics=())
    supervisor = await chief(desk)
    (listed,) = await utterances(desk, supervisor)
    assert listed.masked == "mijn velo is foetsie, bel …"
    place: dict[str, Any] = {"conversation": listed.conversation, "message": listed.message}
    with desk.refused("personal_data"):
        await desk.do(supervisor, c.AddLesson(**place, text=listed.text, topic="bike_theft", language="nl"))
    add = c.AddLesson(**place, text="mijn velo\nis foetsie ", topic="bike_theft", language="nl")
    kept: LessonsKept = await desk.do(supervisor, add)
    assert await desk.do(supervisor, add) == kept == LessonsKept(count=1, folder=str(desk.folder / "lessons"))
    topics = msgspec.yaml.decode((desk.folder / "lessons/nl/topics.yaml").read_bytes(), type=dict[str, str])
    assert topics == {"bike_theft": "mijn velo is foetsie\n"}
    assert not (desk.folder / "lessons/nl/danger.yaml").exists()
    ((again),) = await utterances(desk, supervisor)
    assert again.lesson is not None
    assert again.lesson.text == "mijn velo is foetsie"

    await desk.do(supervisor, c.AddLesson(**place, text="brand! nu", topic="emergency", language="fr"))
    assert not (desk.folder / "lessons/nl/topics.yaml").exists()
    # As the bot itself reads its own.
    danger = msgspec.yaml.decode((desk.folder / "lessons/fr/danger.yaml").read_bytes(), type=Danger)
    assert danger == Danger(emergencies="brand! nu\n", near_misses={}, elsewhere="")
    await desk.do(supervisor, c.RemoveLesson(**place))
    assert list((desk.folder / "lessons").rglob("*.yaml")) == []
    assert (await desk.audit(supervisor.connection.actor)).count("lesson.add") == 3  # type: ignore[arg-type]


async def test_what_no_citizen_said_is_no_lesson(desk: Bench) -> None:
    about = await talk(desk)
    answer = await about.hear("wat nu", "clarify")
    supervisor = await chief(desk)
    for message, text, topic in (
        (answer, "wat nu", "bike_theft"),
        (1, "wat nu", "bike_theft"),
        (answer - 1, " \n ", "bike_theft"),
        (answer - 1, "wat nu", "no_such_topic"),
    ):
        with desk.refused("malformed"):
            await desk.do(
                supervisor,
                c.AddLesson(conversation=about.id, message=message, text=text, topic=topic, language="nl"),
            )
