"""The checker, given evidence that was made up: each thing that must not be is said, and nothing else."""

from collections.abc import Callable

import pytest

from tests.faults.checker import Checker
from tests.faults.evidence import Evidence, Stored
from tests.faults.journal import Acknowledged, AnyRecord, Followed, Heard, Opened, Refused, Sent, Stands

HERE = ("c_1", "shared")


def _stored(number: int, client_id: str, conversation: str = "c_1") -> Stored:
    text = {"type": "message.posted", "text": f"text of {client_id}"}
    return Stored(conversation, "shared", number, "p_1", "citizen", client_id, text, f"print-{conversation}-{number}")


def _sent(client_id: str) -> Sent:
    return Sent(window="a.0", conversation="c_1", log="shared", client_id=client_id, text=f"text of {client_id}")


def _acknowledged(client_id: str, number: int) -> Acknowledged:
    return Acknowledged(window="a.0", client_id=client_id, number=number)


def _heard(number: int, fingerprint: str | None = None, conversation: str = "c_1", log: str = "shared") -> Heard:
    fingerprint = fingerprint or f"print-{conversation}-{number}"
    return Heard(window="a.0", by="event", conversation=conversation, log=log, number=number, fingerprint=fingerprint)


def _shown(*numbers: int) -> Stands:
    return Stands(
        window="a.0",
        conversation="c_1",
        log="shared",
        fingerprints=[f"print-c_1-{number}" for number in numbers],
        anew=False,
    )


ENTRIES = [_stored(1, "one"), _stored(2, "two"), _stored(1, "other", "c_2")]
RECORDS: list[AnyRecord] = [
    Followed(window="a.0", conversation="c_1", participant="p_1"),
    _sent("one"),
    _acknowledged("one", 1),
    _heard(1),
    _acknowledged("one", 1),
    _sent("two"),
    _acknowledged("two", 2),
    _sent("three"),
    Refused(window="a.0", client_id="three", code="conversation_closed"),
    Sent(window="b.0", conversation="c_2", log="shared", client_id="other", text="text of other"),
    Followed(window="b.0", conversation="c_2", participant="p_1"),
    Acknowledged(window="b.0", client_id="other", number=1),
    Stands(window="b.0", conversation="c_2", log="shared", fingerprints=["print-c_2-1"], anew=True),
    _shown(1, 2),
]


def _problems(entries: list[Stored], records: list[AnyRecord]) -> list[str]:
    logs = {(entry.conversation, entry.log) for entry in entries}
    counters = {log: sum((each.conversation, each.log) == log for each in entries) for log in logs}
    return Checker(Evidence(entries, counters), records, {HERE: 2, ("c_2", "shared"): 1}).problems()


def test_what_is_right_is_right() -> None:
    assert _problems(ENTRIES, RECORDS) == []


def test_what_came_late_may_stand_after_what_was_said_after_it() -> None:
    late = Acknowledged(window="a.0", client_id="one", number=1, late=True)
    assert _problems(ENTRIES, [*RECORDS[:2], *RECORDS[5:7], late, *RECORDS[3:5], *RECORDS[7:]]) == []


def test_what_was_acknowledged_by_polling_is_counted() -> None:
    changing: list[AnyRecord] = [
        Opened(window="a.0", by="polling"),
        _acknowledged("one", 1),
        _acknowledged("one", 1),
        Opened(window="a.0", by="websocket"),
        _acknowledged("two", 2),
        Acknowledged(window="b.0", client_id="other", number=1),
    ]
    assert Checker(Evidence([], {}), changing, {}).polled() == 2


@pytest.mark.parametrize(
    ("words", "entries", "records"),
    [
        ("numbered [1, 3]", lambda e: [e[0], _stored(3, "two"), e[2]], lambda r: r),
        ("acknowledged as 2, stored as []", lambda e: [e[0], e[2]], lambda r: r),
        ("stored 2 times", lambda e: [*e, _stored(3, "two")], lambda r: r),
        ("never said", lambda e: [*e, _stored(3, "nobody's")], lambda r: r),
        ("refused, and stored as [3]", lambda e: [*e, _stored(3, "three")], lambda r: r),
        ("neither acknowledged nor refused", lambda e: e, lambda r: [*r, _sent("four")]),
        ("and as 2 when repeated", lambda e: e, lambda r: [*r, _acknowledged("one", 2)]),
        ("acknowledged as 1 after 2", lambda e: e, lambda r: [*r[:2], *r[5:7], *r[2:5], *r[7:]]),
        ("which is not stored", lambda e: e, lambda r: [*r, _heard(3)]),
        ("another than is stored", lambda e: e, lambda r: [*r, _heard(2, "print-of-something-else")]),
        ("does not follow", lambda e: e, lambda r: [*r, _heard(1, conversation="c_2")]),
        ("only staff may", lambda e: e, lambda r: [*r, _heard(1, log="staff")]),
        ("shows 1 of 2", lambda e: e, lambda r: [*r[:-1], _shown(1)]),
        ("others than are stored", lambda e: e, lambda r: [*r[:-1], _shown(2, 1)]),
        ("never said what it shows", lambda e: e, lambda r: r[:-1]),
    ],
)
def test_what_must_not_be_is_said(
    words: str,
    entries: Callable[[list[Stored]], list[Stored]],
    records: Callable[[list[AnyRecord]], list[AnyRecord]],
) -> None:
    assert any(words in problem for problem in _problems(entries(ENTRIES), records(RECORDS)))
