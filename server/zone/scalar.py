"""One written word as the value that is asked for."""

import re
from datetime import date
from typing import Any

from msgspec import inspect

from server.zone.phrase import Part, Phrase, suggest

TRUTHS = {"true": True, "false": False}


class Unfit(Exception):
    """The word is no such value. `text` says so of its name, with these parts; `remedy` where there is a better one
    than the text's own.
    """

    def __init__(self, text: str, remedy: Phrase | None = None, **parts: Part) -> None:
        super().__init__(text)
        self.text = text
        self.remedy = remedy
        self.parts = parts


def read_scalar(written: str, wanted: inspect.Type) -> Any:
    """The value of a word. Raises Unfit."""
    match wanted:
        case inspect.StrType():
            return _text(written, wanted)
        case inspect.LiteralType():
            if written in wanted.values:
                return written
            raise _is(written, suggest(written, [str(value) for value in wanted.values]))
        case inspect.BoolType() if written in TRUTHS:
            return TRUTHS[written]
        case inspect.IntType() if re.fullmatch(r"-?[0-9]{1,15}", written):
            return _within(int(written), wanted)
        case inspect.FloatType() if re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]+)?", written):
            return _within(float(written), wanted)
        case inspect.DateType() if re.fullmatch(r"\d{4}-\d{2}-\d{2}", written, re.ASCII):
            return _date(written)
        case inspect.StructType(cls=cls) if hasattr(cls, "parse"):
            try:
                return cls.parse(written)
            except ValueError as error:
                raise _is(written) from error
    raise _is(written)


def _text(written: str, wanted: inspect.StrType) -> str:
    if wanted.pattern is not None and re.search(wanted.pattern, written) is None:
        raise _is(written)
    if wanted.max_length is not None and len(written) > wanted.max_length:
        raise Unfit("zone-too-long", count=str(len(written)), most=str(wanted.max_length))
    return written


def _within(number: float, wanted: inspect.IntType | inspect.FloatType) -> float:
    if (wanted.ge is not None and number < wanted.ge) or (wanted.le is not None and number > wanted.le):
        raise Unfit("zone-is", found=str(number))
    return number


def _date(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise Unfit("zone-no-day", written=written) from error


def _is(written: str, remedy: Phrase | None = None) -> Unfit:
    return Unfit("zone-is", remedy, found=f"`{written}`")
