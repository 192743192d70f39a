"""Rows that are found by several columns at once."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, and_, or_


def any_of(columns: Sequence[Column[Any]], wanted: Iterable[Sequence[object]]) -> ColumnElement[bool]:
    """Whether these columns have one of the wanted values: each is one for every column, and there is at least one.

    Written out one by one, so that SQLite finds each by an index: for a list of rows it reads the whole table.
    """
    each = (and_(*(column == value for column, value in zip(columns, values, strict=True))) for values in wanted)
    return or_(*each)
