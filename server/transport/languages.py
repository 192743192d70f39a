"""In which language a page answers."""

from collections.abc import Sequence

from aiohttp import web

from server.protocol.errors import Refusal
from server.protocol.words import LANGUAGES, Language


def language_of(request: web.Request, served: Sequence[Language]) -> Language:
    """The language that a page is read in: the one in `?language=`, else what the browser likes best of what is
    served, else the first that is served."""
    asked = request.query.get("language")
    wanted = [asked] if asked else _preferred(request.headers.get("Accept-Language", ""))
    return next((each for tag in wanted for each in served if each == tag), served[0])


def language_asked(request: web.Request) -> Language:
    """The language in `?language=`, for data. Raises Refusal `malformed`."""
    asked = request.query.get("language")
    for language in LANGUAGES:
        if language == asked:
            return language
    raise Refusal("malformed", field="language")


def _preferred(header: str) -> list[str]:
    """The languages of an Accept-Language header, best first, without their regions."""
    weighted = []
    for part in header.lower().split(","):
        tag, _, parameter = part.strip().partition(";")
        try:
            weight = float(parameter.strip().removeprefix("q=") or 1)
        except ValueError:
            weight = 0.0
        weighted.append((-weight, tag.partition("-")[0]))
    return [tag for weight, tag in sorted(weighted, key=lambda each: each[0]) if weight < 0]
