"""What one file names, another one has."""

from collections.abc import Collection, Iterable

from server.protocol.words import LANGUAGES
from server.zone.folder import Folder
from server.zone.phrase import suggest
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
            names.check("teams.yaml", (at, "topics"), "topic", team.topics, topics)
        if team.overflow_to is not None:
            others = [id for id in teams if id != team.id]
            names.check("teams.yaml", (at, "overflow_to"), "team", [team.overflow_to], others)
    for at, cluster in enumerate(zone.map.clusters):
        names.check("neighbourhoods.yaml", ("clusters", at, "team"), "team", [cluster.team], teams)
    for at, canned in enumerate(zone.canned):
        names.check("canned.yaml", (at, "topics"), "topic", canned.topics, topics)
    for at, follow_up in enumerate(zone.follow_ups):
        if follow_up.topics != "all":
            names.check("follow-ups.yaml", (at, "topics"), "topic", follow_up.topics, topics)
    for at, agent in enumerate(zone.demo_agents):
        names.check("demo-agents.yaml", (at, "teams"), "team", agent.teams, teams)
        names.check("demo-agents.yaml", (at, "skills"), "skill", agent.skills, zone.profile.skills)
    numbers = [number.id for number in zone.numbers]
    names.check("emergency.yaml", ("numbers",), "number", zone.emergency.numbers, numbers)
    names.check("zone.yaml", ("ways",), "number", zone.profile.ways, numbers)
    names.check("after-filing.yaml", ("numbers",), "number", zone.after_filing.numbers, numbers)
    for answer in zone.answers:
        names.check(answer.file, ("numbers",), "number", answer.numbers, numbers)
    _check_numbers(zone, folder)
    _check_central_team(zone, folder)


class _Names:
    def __init__(self, folder: Folder) -> None:
        self._folder = folder

    def check(
        self, file: str, place: tuple[str | int, ...], noun: str, named: Iterable[str], known: Collection[str]
    ) -> None:
        """Report each of `named`, which stand at `place` (one, or a list of them), that is not known."""
        for at, name in enumerate(named):
            if name not in known:
                self._folder.report(file, (*place, at), f"there is no {noun} `{name}`", suggest(name, known))


def _check_topics(zone: Zone, folder: Folder, names: _Names) -> None:
    topics = [topic.id for topic in zone.topics]
    doors = [door.id for door in zone.doors]
    forms = [form.id for form in zone.forms]
    teams = [team.id for team in zone.teams]
    for at, topic in enumerate(zone.topics):
        names.check("topics.yaml", (at, "team"), "team", [topic.team], [*teams, OWN_TEAM])
        names.check("topics.yaml", (at, "doors"), "door", topic.doors, doors)
        names.check("topics.yaml", (at, "skills"), "skill", topic.skills, zone.profile.skills)
        names.check("topics.yaml", (at, "choices"), "topic", topic.choices, topics)
        names.check("topics.yaml", (at, "form"), "form", [topic.form] if topic.form else [], forms)
        _check_team(zone, folder, at, topic)
        _check_form(zone, folder, at, topic)
        _check_recording(folder, at, topic)
        if ("online_form" in topic.channels) != (topic.online_form is not None):
            message = f"`{topic.id}` says two things about the online form"
            remedy = "write both the channel `online_form` and its address, `online_form:`, or neither"
            folder.report("topics.yaml", (at, "channels"), message, remedy)


def _check_team(zone: Zone, folder: Folder, at: int, topic: Topic) -> None:
    team = zone.team(topic.team)
    if team is not None and not team.takes(topic.id):
        message = f"`{team.id}` does not take `{topic.id}`"
        remedy = f"add it to the topics of `{team.id}` in teams.yaml, or name another team"
        folder.report("topics.yaml", (at, "team"), message, remedy)


def _check_recording(folder: Folder, at: int, topic: Topic) -> None:
    if topic.recording and "video" not in topic.channels:
        message = f"calls about `{topic.id}` may be recorded, but `video` is not among its channels"
        folder.report(
            "topics.yaml", (at, "recording"), message, "add `video` to the channels, or leave `recording` out"
        )


def _check_form(zone: Zone, folder: Folder, at: int, topic: Topic) -> None:
    form = zone.form(topic.form) if topic.form else None
    if form is None:
        return
    if form.topic != topic.id:
        message = f"the form `{form.id}` is for `{form.topic}`"
        remedy = f"write `topic: {topic.id}` in forms/{form.id}.yaml, or name another form here"
        folder.report("topics.yaml", (at, "form"), message, remedy)
    if topic.sensitive:
        message = f"`{topic.id}` is sensitive and has a form"
        folder.report("topics.yaml", (at, "form"), message, "take the form out: a person asks, not a form")


def _check_numbers(zone: Zone, folder: Folder) -> None:
    for at, number in enumerate(zone.numbers):
        if number.kind == "web" and number.web is None:
            message, remedy = f"`{number.id}` has no page", "add `web:` with its address"
            folder.report("numbers.yaml", (at, "kind"), message, remedy)
        elif number.kind == "phone" and any(number.href(language) == "tel:" for language in LANGUAGES):
            message, remedy = f"`{number.id}` has a value without digits", "write the number that is dialled"
            folder.report("numbers.yaml", (at, "value"), message, remedy)


def _check_central_team(zone: Zone, folder: Folder) -> None:
    if not zone.teams:
        folder.report("teams.yaml", (), "there is no team", "add one, with `topics: all`")
    elif zone.central_team.topics != "all":
        message = "the first team takes what nobody else takes, but not everything"
        folder.report("teams.yaml", (0, "topics"), message, "write `topics: all`, or put the central team first")
