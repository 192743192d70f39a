"""What nodes tell each other over Redis. Hints only: nothing here has authority, whoever gets one asks the database."""

from typing import Annotated

import msgspec
from msgspec import Meta

from server.protocol.words import Identifier, LogName, ShortText


class Hint(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="hint"):
    """Base of all hints; `node` sent it."""

    node: Annotated[str, Meta(pattern=r"^n_[A-Za-z0-9_-]{8,40}$")]


class Grown(Hint, frozen=True, kw_only=True, tag="grown"):
    """A log grew: from `first` to `last` there is something new."""

    conversation: Identifier
    log: LogName
    first: Annotated[int, Meta(ge=1, le=2**53 - 1)]
    last: Annotated[int, Meta(ge=1, le=2**53 - 1)]

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a log grows forward")


class QueueChanged(Hint, frozen=True, kw_only=True, tag="queue_changed"):
    """The queue, an assignment or somebody's availability changed."""


class CallMoved(Hint, frozen=True, kw_only=True, tag="call_moved"):
    """A call changed its state."""

    conversation: Identifier


class SignInEnded(Hint, frozen=True, kw_only=True, tag="sign_in_ended"):
    """A sign-in ended: close its connections."""

    sign_in: ShortText


AnyHint = Grown | QueueChanged | CallMoved | SignInEnded

_DECODER: msgspec.json.Decoder[AnyHint] = msgspec.json.Decoder(AnyHint)


def decode(data: bytes) -> AnyHint | None:
    """The hint, or None for anything that is not exactly one."""
    try:
        return _DECODER.decode(data)
    except msgspec.DecodeError:
        return None


def encode(hint: Hint) -> bytes:
    return msgspec.json.encode(hint)
