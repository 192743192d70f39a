"""The checker: holds what every window was told and shows against what the database has."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tests.faults.evidence import Evidence, Stored
from tests.faults.journal import Acknowledged, AnyRecord, Followed, Heard, Opened, Refused, Sent, Stands

Log = tuple[str, str]


class Checker:
    """Given everything that happened, `problems` is a sentence for each thing that must not be.

    `due`: how many entries of each log whoever stayed to the end must show at least. A sweep may have added others
    while people left.
    """

    def __init__(self, evidence: Evidence, records: Iterable[AnyRecord], due: Mapping[Log, int]) -> None:
        self._due = due
        self._evidence = evidence
        self._records = list(records)
        self._logs: dict[Log, list[Stored]] = defaultdict(list)
        for entry in evidence.entries:
            self._logs[entry.conversation, entry.log].append(entry)
        self._participants: dict[str, dict[str, str]] = defaultdict(dict)
        """By window and conversation, as whom the window takes part."""
        for record in self._records:
            if isinstance(record, Followed):
                self._participants[record.window][record.conversation] = record.participant

    def problems(self) -> list[str]:
        """Everything found wrong; none where nothing was lost, doubled, reordered or told to somebody else."""
        return [
            *self._numbers(),
            *self._texts(),
            *self._outboxes(),
            *self._hearing(),
            *self._logs_shown(),
        ]

    def acknowledged(self) -> int:
        """How many different messages were acknowledged, so that it can be told how much was proven."""
        return len({(each.window, each.client_id) for each in self._records if isinstance(each, Acknowledged)})

    def polled(self) -> int:
        """How many acknowledgements came over lines without WebSocket."""
        polls: dict[str, bool] = {}
        count = 0
        for record in self._records:
            if isinstance(record, Opened):
                polls[record.window] = record.by == "polling"
            elif isinstance(record, Acknowledged):
                count += polls.get(record.window, False)
        return count

    def _numbers(self) -> Iterable[str]:
        """Numbers begin at 1, have no gaps, and end where the conversation says."""
        for log, last in self._evidence.counters.items():
            numbers = [entry.number for entry in self._logs.get(log, ())]
            if numbers != list(range(1, last + 1)):
                yield f"{log}: numbered {_short(numbers)}, the conversation says {last}"

    def _texts(self) -> Iterable[str]:
        """Nothing that was said once is stored twice, under whatever id; nothing is stored that nobody said."""
        said = {record.text for record in self._records if isinstance(record, Sent)}
        stored = [
            entry
            for entry in self._evidence.entries
            if entry.kind in ("citizen", "agent") and entry.body["type"] in ("message.posted", "note.posted")
        ]
        for text, count in Counter(entry.body["text"] for entry in stored).items():
            if count > 1:
                yield f"stored {count} times: {text!r}"
            if text not in said:
                yield f"stored, and never said: {text!r}"

    def _outboxes(self) -> Iterable[str]:
        """What was acknowledged is there once, under the number that was told, each time the same; in the order of the
        acknowledgements, but for what came late; what was refused is not there; and nobody is left in doubt."""
        sent = {(each.window, each.client_id): each for each in self._records if isinstance(each, Sent)}
        told: dict[tuple[str, str], int] = {}
        refused: set[tuple[str, str]] = set()
        newest: dict[tuple[str, Log], int] = defaultdict(int)
        for record in self._records:
            if not isinstance(record, Acknowledged | Refused):
                continue
            key = (record.window, record.client_id)
            if isinstance(record, Refused):
                refused.add(key)
                continue
            if key in told:
                if told[key] != record.number:
                    yield f"{key}: acknowledged as {told[key]}, and as {record.number} when repeated"
                continue
            told[key] = record.number
            where = (record.window, (sent[key].conversation, sent[key].log))
            if record.number <= newest[where] and not record.late:
                yield f"{key}: acknowledged as {record.number} after {newest[where]}"
            newest[where] = max(newest[where], record.number)
        for key, message in sent.items():
            yield from self._fate(key, message, told.get(key), key in refused)

    def _fate(self, key: tuple[str, str], message: Sent, number: int | None, refused: bool) -> Iterable[str]:
        own = self._participants[message.window].get(message.conversation)
        found = [
            entry.number
            for entry in self._logs[message.conversation, message.log]
            if entry.client_id == message.client_id
            and entry.participant == own
            and entry.body.get("text") == message.text
        ]
        if number is not None and found != [number]:
            yield f"{key}: acknowledged as {number}, stored as {found}"
        elif refused and found:
            yield f"{key}: refused, and stored as {found}"
        elif number is None and not refused:
            yield f"{key}: neither acknowledged nor refused, stored as {found}"

    def _hearing(self) -> Iterable[str]:
        """What reached a window is its own to see, and is what is stored."""
        prints = {(each.conversation, each.log, each.number): each.fingerprint for each in self._evidence.entries}
        for record in self._records:
            if not isinstance(record, Heard):
                continue
            where = (record.conversation, record.log, record.number)
            # Who took a conversation hears of it, also where the answer to that was lost on its way.
            seat = (record.window.partition(".")[0], record.conversation)
            if record.conversation not in self._participants[record.window] and seat not in self._evidence.seats:
                yield f"{record.window}: heard {where}, of a conversation it does not follow"
            if record.log != "shared" and _is_citizen(record.window):
                yield f"{record.window}: heard {where}, which only staff may"
            if where not in prints:
                yield f"{record.window}: heard {where} by {record.by}, which is not stored"
            elif prints[where] != record.fingerprint:
                yield f"{record.window}: heard {where} by {record.by}, another than is stored"

    def _logs_shown(self) -> Iterable[str]:
        """Both ends show the same log, without gaps, as far as they could; also after reading it anew."""
        shown: set[tuple[str, str]] = set()
        for record in self._records:
            if isinstance(record, Stands):
                shown.add((record.window, record.conversation))
                yield from self._shown(record)
        for window, conversations in self._participants.items():
            for conversation in conversations:
                if _is_citizen(window) and (window, conversation) not in shown:
                    yield f"{window}: never said what it shows of {conversation}"

    def _shown(self, record: Stands) -> Iterable[str]:
        log = (record.conversation, record.log)
        stored = [entry.fingerprint for entry in self._logs[log]]
        least = 0 if record.over else self._due.get(log, 0)
        how = f"{record.window}: shows {len(record.fingerprints)} of {least} of {log}{' read anew' * record.anew}"
        if record.fingerprints != stored[: len(record.fingerprints)]:
            yield f"{how}, and others than are stored"
        elif len(record.fingerprints) < least:
            yield how


def _is_citizen(window: str) -> bool:
    return not window.startswith("agent")


def _short(numbers: Sequence[int]) -> str:
    return str(numbers) if len(numbers) < 20 else f"{numbers[:8]} … {numbers[-8:]} ({len(numbers)} of them)"
