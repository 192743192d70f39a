"""One written word as the value that is asked for."""

import re
from datetime import date
from typing import Any

from msgspec import inspect

from server.zone.phrase import suggest

TRUTHS = {"true": True, "false": False}


class Unfit(Exception):
    """The word is no such value. `what` goes on from its name ("is `three`"); `remedy` where there is a better one than
    to say what is asked for.
    """

    def __init__(self, what: str, remedy: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy


def read_scalar(written: str, wanted: inspect.Type) -> Any:
    """The value of a word. Raises Unfit."""
    match wanted:
        case inspect.StrType():
            return _text(written, wanted)
        case inspect.LiteralType():
            if written in wanted.values:
                return written
            raise Unfit(f"is `{written}`", suggest(written, [str(value) for value in wanted.values]))
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
                raise Unfit(f"is `{written}`") from error
    raise Unfit(f"is `{written}`")


def _text(written: str, wanted: inspect.StrType) -> str:
    if wanted.pattern is not None and re.search(wanted.pattern, written) is None:
        raise Unfit(f"is `{written}`")
    if wanted.max_length is not None and len(written) > wanted.max_length:
        raise Unfit(f"is {len(written)} characters long", f"use at most {wanted.max_length}")
    return written


def _within(number: float, wanted: inspect.IntType | inspect.FloatType) -> float:
    if (wanted.ge is not None and number < wanted.ge) or (wanted.le is not None and number > wanted.le):
        raise Unfit(f"is {number}")
    return number


def _date(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise Unfit(f"is `{written}`, a day that does not exist", "look at the month and the day again") from error
