"""What one file names, another one has."""

from collections.abc import Collection, Iterable

from server.protocol.words import LANGUAGES
from server.zone.folder import Folder
from server.zone.phrase import phrase, suggest
from server.zone.topic import OWN_TEAM, Topic
from server.zone.zone import Zone


def check_references(zone: Zone, folder: Folder) -> None:
    """Report whatever is named but does not exist, and topics and teams that do not fit each other."""
    names = _Names(folder)
    topics = [topic.id for topic in zone.topics]
    teams = [team.id for team in zone.teams]
    _check_topics(zone, folder, names)
    for at, team in enumerate(zone.teams):
        if team.topics != "all":
            names.check("teams.yaml", (at, "topics"), "zone-no-topic", team.topics, topics)
        if team.overflow_to is not None:
            others = [id for id in teams if id != team.id]
            names.check("teams.yaml", (at, "overflow_to"), "zone-no-team", [team.overflow_to], others)
    for at, cluster in enumerate(zone.map.clusters):
        names.check("neighbourhoods.yaml", ("clusters", at, "team"), "zone-no-team", [cluster.team], teams)
    for at, canned in enumerate(zone.canned):
        names.check("canned.yaml", (at, "topics"), "zone-no-topic", canned.topics, topics)
    for at, follow_up in enumerate(zone.follow_ups):
        if follow_up.topics != "all":
            names.check("follow-ups.yaml", (at, "topics"), "zone-no-topic", follow_up.topics, topics)
    for at, agent in enumerate(zone.demo_agents):
        names.check("demo-agents.yaml", (at, "teams"), "zone-no-team", agent.teams, teams)
        names.check("demo-agents.yaml", (at, "skills"), "zone-no-skill", agent.skills, zone.profile.skills)
    numbers = [number.id for number in zone.numbers]
    names.check("emergency.yaml", ("numbers",), "zone-no-number", zone.emergency.numbers, numbers)
    names.check("zone.yaml", ("ways",), "zone-no-number", zone.profile.ways, numbers)
    names.check("after-filing.yaml", ("numbers",), "zone-no-number", zone.after_filing.numbers, numbers)
    for answer in zone.answers:
        names.check(answer.file, ("numbers",), "zone-no-number", answer.numbers, numbers)
    _check_numbers(zone, folder)
    _check_central_team(zone, folder)


class _Names:
    def __init__(self, folder: Folder) -> None:
        self._folder = folder

    def check(
        self, file: str, place: tuple[str | int, ...], text: str, named: Iterable[str], known: Collection[str]
    ) -> None:
        """Report with `text` each of `named`, which stand at `place` (one, or a list of them), that is not known."""
        for at, name in enumerate(named):
            if name not in known:
                self._folder.report(file, (*place, at), phrase(text, name=name), suggest(name, known))


def _check_topics(zone: Zone, folder: Folder, names: _Names) -> None:
    topics = [topic.id for topic in zone.topics]
    doors = [door.id for door in zone.doors]
    forms = [form.id for form in zone.forms]
    teams = [team.id for team in zone.teams]
    for at, topic in enumerate(zone.topics):
        names.check("topics.yaml", (at, "team"), "zone-no-team", [topic.team], [*teams, OWN_TEAM])
        names.check("topics.yaml", (at, "doors"), "zone-no-door", topic.doors, doors)
        names.check("topics.yaml", (at, "skills"), "zone-no-skill", topic.skills, zone.profile.skills)
        names.check("topics.yaml", (at, "choices"), "zone-no-topic", topic.choices, topics)
        names.check("topics.yaml", (at, "form"), "zone-no-form", [topic.form] if topic.form else [], forms)
        _check_team(zone, folder, at, topic)
        _check_form(zone, folder, at, topic)
        _check_recording(folder, at, topic)
        if ("online_form" in topic.channels) != (topic.online_form is not None):
            folder.report("topics.yaml", (at, "channels"), phrase("zone-half-online-form", topic=topic.id))


def _check_team(zone: Zone, folder: Folder, at: int, topic: Topic) -> None:
    team = zone.team(topic.team)
    if team is not None and not team.takes(topic.id):
        folder.report("topics.yaml", (at, "team"), phrase("zone-not-taken", team=team.id, topic=topic.id))


def _check_recording(folder: Folder, at: int, topic: Topic) -> None:
    if topic.recording and "video" not in topic.channels:
        folder.report("topics.yaml", (at, "recording"), phrase("zone-recording-without-video", topic=topic.id))


def _check_form(zone: Zone, folder: Folder, at: int, topic: Topic) -> None:
    form = zone.form(topic.form) if topic.form else None
    if form is None:
        return
    if form.topic != topic.id:
        message = phrase("zone-form-of-another", form=form.id, its_topic=form.topic, topic=topic.id)
        folder.report("topics.yaml", (at, "form"), message)
    if topic.sensitive:
        folder.report("topics.yaml", (at, "form"), phrase("zone-sensitive-form", topic=topic.id))


def _check_numbers(zone: Zone, folder: Folder) -> None:
    for at, number in enumerate(zone.numbers):
        if number.kind == "web" and number.web is None:
            folder.report("numbers.yaml", (at, "kind"), phrase("zone-no-page", number=number.id))
        elif number.kind == "phone" and any(number.href(language) == "tel:" for language in LANGUAGES):
            folder.report("numbers.yaml", (at, "value"), phrase("zone-no-digits", number=number.id))


def _check_central_team(zone: Zone, folder: Folder) -> None:
    if not zone.teams:
        folder.report("teams.yaml", (), phrase("zone-no-teams"))
    elif zone.central_team.topics != "all":
        folder.report("teams.yaml", (0, "topics"), phrase("zone-central-team"))
