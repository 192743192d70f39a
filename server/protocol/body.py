"""What all entries have in common. Which there are stands in `entries` and the modules it reads."""

from typing import ClassVar

from server.protocol.words import LogName, Word


class Body(Word, frozen=True, kw_only=True, tag_field="type"):
    """What happened. The tag is the entry's type."""

    log: ClassVar[LogName] = "shared"
