"""A zone put together from its files, before anything is checked against anything else."""

import re
from typing import Any, cast

import msgspec

from server.domain.form import Form
from server.domain.neighbourhood import Map, StreetRange
from server.protocol.words import LANGUAGES, Language
from server.zone.after_filing import AfterFiling
from server.zone.answer import Answer, Heading
from server.zone.blanks import filled
from server.zone.contact import Number
from server.zone.folder import Folder
from server.zone.follow_up import FollowUp
from server.zone.phrase import listed, phrase, suggest
from server.zone.profile import Profile
from server.zone.team import DemoAgent, Team
from server.zone.topic import Door, Topic
from server.zone.wording import CannedText, EmergencyCard, Holiday, Outcome, Rights, TransferReason
from server.zone.zone import Zone

FILES: dict[str, tuple[str, Any]] = {
    "profile": ("zone.yaml", Profile),
    "numbers": ("numbers.yaml", tuple[Number, ...]),
    "teams": ("teams.yaml", tuple[Team, ...]),
    "map": ("neighbourhoods.yaml", Map),
    "streets": ("streets.csv", tuple[StreetRange, ...]),
    "holidays": ("holidays.yaml", tuple[Holiday, ...]),
    "doors": ("doors.yaml", tuple[Door, ...]),
    "topics": ("topics.yaml", tuple[Topic, ...]),
    "emergency": ("emergency.yaml", EmergencyCard),
    "rights": ("rights.yaml", Rights),
    "after_filing": ("after-filing.yaml", AfterFiling),
    "outcomes": ("outcomes.yaml", tuple[Outcome, ...]),
    "transfer_reasons": ("transfer-reasons.yaml", tuple[TransferReason, ...]),
    "canned": ("canned.yaml", tuple[CannedText, ...]),
}
"""What each file of the folder holds, by its name in `Zone`."""

DEMO_AGENTS, FOLLOW_UPS = "demo-agents.yaml", "follow-ups.yaml"

OPTIONAL: dict[str, tuple[str, Any]] = {
    "demo_agents": (DEMO_AGENTS, tuple[DemoAgent, ...]),
    "follow_ups": (FOLLOW_UPS, tuple[FollowUp, ...]),
}
"""The files a zone may leave out."""

_ANSWER = re.compile(rf"answers/([a-z][a-z0-9_-]*)\.({'|'.join(LANGUAGES)})\.md")
_FORM = re.compile(r"forms/[a-z][a-z0-9_-]*\.yaml")


def assemble(folder: Folder) -> Zone | None:
    """The zone as it is written, or None where a file cannot be read; the folder's problems say which and why."""
    _report_strays(folder)
    parts: dict[str, Any] = {name: folder.read(file, wanted) for name, (file, wanted) in FILES.items()}
    for name, (file, wanted) in OPTIONAL.items():
        parts[name] = folder.read(file, wanted) if file in folder.files else ()
    forms, answers = [folder.read(file, Form) for file in form_files(folder)], _answers(folder)
    if any(part is None for part in (*parts.values(), *forms, *answers)):
        return None
    time_zone = parts["profile"].time_zone
    parts["forms"] = tuple(
        msgspec.structs.replace(form, time_zone=form.time_zone or time_zone) for form in forms if form is not None
    )
    parts["answers"] = tuple(answers)
    return filled(Zone(version=folder.version, **parts))


def form_files(folder: Folder) -> list[str]:
    """The files that hold a form each, in the order of `Zone.forms`."""
    return [file for file in folder.files if _FORM.fullmatch(file)]


def _answers(folder: Folder) -> list[Answer | None]:
    named = [name for file in folder.files if (name := _ANSWER.fullmatch(file))]
    return [_answer(name[1], cast("Language", name[2]), folder.read(name[0], Heading)) for name in named]


def _answer(topic: str, language: Language, heading: Heading | None) -> Answer | None:
    if heading is None:
        return None
    return Answer(topic=topic, language=language, version="", **msgspec.structs.asdict(heading))


def _report_strays(folder: Folder) -> None:
    """A file that nothing reads is a file somebody believes in."""
    known = [file for file, _ in (*FILES.values(), *OPTIONAL.values())]
    for file in folder.files:
        if file in known or _ANSWER.fullmatch(file) or _FORM.fullmatch(file):
            continue
        if file.startswith("answers/"):
            folder.report(file, (), phrase("zone-answer-stray", languages=listed(LANGUAGES)))
        else:
            folder.report(file, (), phrase("zone-file-stray"), suggest(file, known, phrase("zone-take-out")))
