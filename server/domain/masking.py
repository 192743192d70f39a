"""Masking: what looks like personal data in a text is found, so that it can be taken out before the text is kept for
training. Names of people are not found: whoever keeps the text reads it first.
"""

import re

MASK = "…"

_HOUSE = re.compile(
    r"(?i:\b(?:\w+(?:straat|laan|steenweg|plein|baan|dreef|lei|strasse|straße|platz|weg)"
    r"|(?:rue|avenue|chaussée|chaussee|place|boulevard|quai)(?: [\w'’-]+){1,4}?)"
    r",? (?P<what>(?:nr\.?|n°|numéro|nummer)? ?\d{1,4}(?: ?[a-z])?\b))"
)
"""A house number after what is plainly a street: with it the street is somebody's address."""

_OWN_NAME = re.compile(
    r"(?i:\b(?:mijn naam is|ik heet|je m['’]appelle|mon nom est|my name is|mein name ist|ich hei(?:ß|ss)e)) +"
    r"(?P<what>\w[\w'’-]*(?: +(?:(?:van|de|der|den|von|du|la|le)\b|[A-ZÀ-Þ][\w'’-]*))*)"
)
"""Who speaks, as it is said in the desk's languages."""

_TITLE = re.compile(
    r"\b(?i:mevrouw|meneer|mr|mevr|dhr|madame|monsieur|mme|mrs|ms|herr|frau)\.? +(?P<what>[A-ZÀ-Þ][\w'’-]+)"
)

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("address", re.compile(r"(?:https?://|www\.)\S+", re.I)),
    ("address", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("account", re.compile(r"\b[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]{3,4}){2,8}\b")),
    # A Belgian licence plate: 1-ABC-234, as it is written.
    ("plate", re.compile(r"(?i:\b\d[- ]?[A-Z]{3}[- ]?\d{3}\b)|\b[A-Z]{3}-\d{3}\b")),
    # A frame or document number: letters and digits in one word.
    ("number", re.compile(r"\b(?=[A-Z\d]*\d{3})(?=[A-Z\d]*[A-Z])[A-Z\d]{6,}\b", re.I)),
    # Telephone, national register, card and frame numbers: five digits or more, however they are parted.
    ("number", re.compile(r"\+?\d(?:[ ./()-]{0,2}\d){4,}")),
    ("birth", re.compile(r"\b\d{1,2}[ ./-]\d{1,2}[ ./-](?:19|20)?\d{2}\b")),
    ("house", _HOUSE),
    ("name", _OWN_NAME),
    ("name", _TITLE),
)


def masked(text: str) -> str:
    """The text with what was found replaced by `MASK`."""
    for _, pattern in _KINDS:
        text = pattern.sub(_replaced, text)
    return text


def personal(text: str) -> str | None:
    """What kind of personal data the text seems to hold; None where nothing is seen."""
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), None)


def _replaced(match: re.Match[str]) -> str:
    if "what" not in match.re.groupindex:
        return MASK
    begin, end = (place - match.start() for place in match.span("what"))
    return f"{match[0][:begin]}{MASK}{match[0][end:]}"
