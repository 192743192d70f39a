"""What every piece of zone data has in common."""

from collections.abc import Mapping
from typing import Annotated

import msgspec
from msgspec import Meta

from server.protocol.words import Language, Slug

Id = Annotated[Slug, Meta(extra={"wanted": "zone-wanted-id"})]
"""What zone data calls a thing by. Once in use, an id stays: logs and reports name it."""

Texts = Annotated[Mapping[Language, str], Meta(extra={"complete": True})]
"""The same text in every language of the desk. None may be left out, none may be blank."""


class Datum(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of what a zone writes down: immutable, and a key nobody knows is a mistake."""
