"""Other ways on for somebody who waits, or whom nobody can help at this hour."""

from server.protocol.words import Language, Link
from server.zone.zone import Zone


def ways_on(zone: Zone, topic: str | None, language: Language) -> tuple[Link, ...]:
    """The federal form where the topic has one, then the numbers that the zone names for those who wait."""
    found = zone.topic(topic) if topic else None
    links = []
    if found is not None and found.online_form is not None and "online_form" in found.channels:
        links.append(Link(href=found.online_form.in_language(language), label=found.title[language]))
    for name in zone.profile.ways:
        number = zone.number(name)
        if number is not None and (href := number.href(language)):
            links.append(Link(href=href, label=f"{number.title[language]}: {number.in_language(language)}"[:120]))
    return tuple(links)
