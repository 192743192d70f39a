"""A trace of system calls, as strace writes it: what was begun and ended, in order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

_CALL = re.compile(r"^(?P<thread>\d+) +(?:<\.\.\. )?(?P<name>\w+)")
_SYNCS = frozenset({"fsync", "fdatasync"})


@dataclass(frozen=True, slots=True)
class Call:
    """One system call; `begun` and `ended` are places in the trace."""

    name: str
    words: str
    begun: int
    ended: int


class Trace:
    """The calls of all threads of a process. A question about what is not there raises LookupError."""

    def __init__(self, calls: Sequence[Call]) -> None:
        self._calls = calls

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read what `strace -f -y -o` wrote. A call that another thread's came between stands in two lines."""
        calls: list[Call] = []
        under_way: dict[str, tuple[str, int]] = {}
        for place, line in enumerate(path.read_text(errors="replace").splitlines()):
            found = _CALL.match(line)
            if found is None:
                continue
            thread, name = found["thread"], found["name"]
            if "<unfinished ...>" in line:
                under_way[thread] = (line, place)
            elif " resumed>" in line and thread in under_way:
                words, begun = under_way.pop(thread)
                calls.append(Call(name, words, begun, place))
            else:
                calls.append(Call(name, line, place, place))
        return cls(calls)

    def first_write(self, file: str, text: str) -> int:
        """Where `text` was first written to a file or socket whose name holds `file`."""
        return self.next_write(file, text, after=-1)

    def next_write(self, file: str, text: str, *, after: int) -> int:
        """Where `text` was written to it next."""
        for call in sorted(self._calls, key=lambda call: call.begun):
            if call.begun > after and call.name not in _SYNCS and _is_to(call, file) and text in call.words:
                return call.begun
        raise LookupError(f"{text!r} was not written to {file}")

    def next_sync(self, file: str, *, after: int) -> int:
        """Where a sync of `file` had ended that began after a place."""
        ends = [call.ended for call in self._calls if call.name in _SYNCS and call.begun > after and _is_to(call, file)]
        if not ends:
            raise LookupError(f"{file} was not synced")
        return min(ends)


def _is_to(call: Call, file: str) -> bool:
    return file in call.words.partition("(")[2].partition(">")[0]
