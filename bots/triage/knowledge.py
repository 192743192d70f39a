"""What the bot may say: the zone's curated texts and the fixed sentences of `bot.ftl`, in the language asked for."""

from collections.abc import Iterable, Mapping

from bots.triage.actions import Say
from bots.triage.normalise import Normaliser
from bots.triage.streets import Streets
from server.protocol.words import LANGUAGES, Choice, Language, Link
from server.zone.catalogue import Argument, Catalogues
from server.zone.follow_up import Asks
from server.zone.topic import Topic
from server.zone.zone import Zone

PERSON = "person"
TOPIC = "topic."

MOST_CHOICES = 12
_LONGEST_LABEL = 120


class Knowledge:
    """Looks texts up; makes none."""

    def __init__(self, zone: Zone, catalogues: Catalogues, normaliser: Normaliser, foreign: Mapping[str, str]) -> None:
        """`foreign`: what to say in languages that the desk does not speak, by their code."""
        self.zone = zone
        self._foreign = foreign
        self.served = frozenset(topic.id for topic in zone.topics)
        self.streets = Streets(zone, normaliser)
        self._catalogues = catalogues
        self._normaliser = normaliser
        self._places = {normaliser.words(place.name): place.id for place in zone.neighbourhoods}

    def sentence(self, id: str, language: Language, **arguments: Argument) -> str:
        """A fixed sentence, by its id without `bot-`."""
        return self._catalogues[language].text(f"bot-{id}", **arguments)

    def choice(self, value: str, id: str, language: Language) -> Choice:
        """A choice whose label is a fixed sentence."""
        return Choice(value=value, label=self.sentence(id, language))

    def person(self, language: Language) -> Choice:
        """The choice that calls a person; it is never far."""
        return self.choice(PERSON, "person", language)

    def language_choice(self, language: Language) -> Choice:
        """The choice to go on in a language, in that language."""
        return self.choice(f"language.{language}", "language-back", language)

    def topic_choice(self, topic: Topic, language: Language) -> Choice:
        """The choice of a topic, by its title."""
        return Choice(value=TOPIC + topic.id, label=topic.title[language][:_LONGEST_LABEL])

    def topic_choices(self, topics: Iterable[str], language: Language) -> tuple[Choice, ...]:
        """The choices of those topics that the zone has."""
        found = (self.zone.topic(topic) for topic in topics)
        return tuple(self.topic_choice(topic, language) for topic in found if topic is not None)

    def answer(self, topic: str, language: Language) -> Say | None:
        """The curated answer on a topic; None where the zone has none in that language."""
        found = self.zone.answer(topic, language)
        if found is None:
            return None
        pages = [Link(href=link.url, label=link.label) for link in found.links]
        by_address = {link.href: link for link in (*pages, *self._number_links(found.numbers, language))}
        return Say(found.text, links=tuple(by_address.values())[:MOST_CHOICES], answer=f"{topic}@{found.version}")

    def follow_up(self, topic: str, asks: Asks, language: Language) -> Say | None:
        """The curated answer to a follow-up question about a topic; None where the zone has none."""
        found = self.zone.follow_up(topic, asks)
        return Say(found.text[language], answer=f"{topic}.{asks}@{found.version}") if found else None

    def door(self, id: str, language: Language) -> Say | None:
        """What stands behind a door: its introduction and its topics, those with an answer first; behind a sensitive
        one the person first of all, and the numbers to call.
        """
        door = next((door for door in self.zone.doors if door.id == id), None)
        if door is None:
            return None
        topics = [topic for topic in self.zone.topics if id in topic.doors]
        topics.sort(key=lambda topic: self.zone.answer(topic.id, language) is None)
        offered = tuple(self.topic_choice(topic, language) for topic in topics[: MOST_CHOICES - 3])
        intro = door.intro[language]
        if not door.sensitive:
            return Say(intro, choices=(*offered, self.person(language)))
        return Say(
            f"{intro}\n\n{self.zone.emergency.line[language]}",
            choices=(self.person(language), *offered),
            links=self._number_links(self.zone.emergency.numbers, language),
        )

    def is_sensitive_door(self, id: str) -> bool:
        """Whether whoever comes through that door goes before others."""
        return any(door.sensitive for door in self.zone.doors if door.id == id)

    def emergency(self, language: Language) -> Say:
        """What to do in danger, and where to call."""
        card = self.zone.emergency
        return Say(
            f"{card.text[language]}\n\n{card.silent[language]}", links=self._number_links(card.numbers, language)
        )

    def foreign(self, code: str) -> Say:
        """That a person will help and where to call in danger: in that language where there is a sentence, else in the
        languages most people know a little.
        """
        links = self._number_links(self.zone.emergency.numbers, "en")
        if code in self._foreign:
            first = self.zone.number(self.zone.emergency.numbers[0])
            danger = first.in_language("en") if first else ""
            return Say(self._foreign[code].format(danger=danger), links=links)
        return Say(
            "\n".join(
                f"{self.sentence('foreign', language)} {self.zone.emergency.line[language]}" for language in LANGUAGES
            ),
            links=links,
        )

    def neighbourhood(self, text: str) -> str | None:
        """The neighbourhood of the first street or neighbourhood that a text names, if it lies in one only."""
        if street := self.streets.named(text):
            return street.neighbourhood
        words = self._normaliser.words(text)
        named = (self._places.get(words[at : at + n]) for n in range(4, 0, -1) for at in range(len(words) - n + 1))
        return next((found for found in named if found), None)

    def outcome(self, preferred: str) -> str:
        """An outcome to close with: the preferred one where the zone has it."""
        outcomes = [outcome.id for outcome in self.zone.outcomes]
        return preferred if preferred in outcomes else outcomes[0]

    def _number_links(self, ids: Iterable[str], language: Language) -> tuple[Link, ...]:
        links = []
        for number in map(self.zone.number, ids):
            if number is not None and (href := number.href(language)):
                title, value = number.title[language], number.in_language(language)
                # An app or a place is its own name; a telephone number says whose it is.
                label = title if title.casefold() == value.casefold() else f"{title}: {value}"
                links.append(Link(href=href, label=label[:_LONGEST_LABEL]))
        return tuple(links)
