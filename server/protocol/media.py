"""What the desk and its media workers say to each other on `/service`.

A worker connects to every desk node with `{"key": …, "kind": "media", "protocol": 1}`, announces itself, and serves
`media.offer`, `media.answer` and `media.close`, each acknowledged by `Described`, `Closed` or `Declined`. A call is
an offer from one party that becomes an offer to the other, and an answer that takes the way back; a new offer from
either party changes a running call (another track, another network, a page that was loaded again).
"""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from server.protocol.words import Identifier, Word

SessionDescription = Annotated[str, Meta(min_length=1, max_length=65_536, description="SDP, RFC 8866.")]
"""A session description as a browser writes and reads it."""

Address = Annotated[str, Meta(min_length=2, max_length=45, description="An IPv4 or IPv6 address, without brackets.")]

MediaError = Literal[
    "malformed",
    "description_malformed",
    "description_unsupported",
    "answer_mismatch",
    "no_such_call",
    "not_a_party",
    "no_offer",
    "offer_pending",
    "worker_full",
    "worker_draining",
]
"""Why a worker declined.

`description_malformed`: not SDP as a browser writes it. `description_unsupported`: nothing in it that is forwarded,
or not bundled on one transport with RTCP multiplexed. `answer_mismatch`: it does not answer the offer. `no_offer`:
nothing waits for an answer. `offer_pending`: the other party offered first; answer that one. `worker_full`,
`worker_draining`: place the call elsewhere.
"""

LostReason = Literal["silent", "consent_expired", "never_connected", "handshake_failed", "closed"]
"""Why a party was lost.

`silent`: nothing authentic came from it for some seconds. `consent_expired`: it stopped renewing its consent to
receive (RFC 7675). `never_connected`: no packet ever arrived. `handshake_failed`: the keys could not be agreed, or
the certificate was another than the one described. `closed`: its browser closed the connection.
"""


class WorkerAnnounced(Word, frozen=True, kw_only=True):
    """A worker says that it is there, on connecting and every two seconds; the number of its calls is its load.

    `worker` is new for each start of the process: a worker that comes back under another id has lost its calls.
    `calls` are all it carries, so that a desk that was restarted can compare them with its own. A draining worker
    takes no new ones.
    """

    event: ClassVar[str] = "worker.announce"
    worker: Identifier
    addresses: Annotated[tuple[Address, ...], Meta(min_length=1, max_length=8)]
    port: Annotated[int, Meta(ge=1, le=65_535)]
    calls: Annotated[tuple[Identifier, ...], Meta(max_length=1000)] = ()
    capacity: Annotated[int, Meta(ge=1, le=1000)]
    draining: bool = False


class MediaEvent(Word, frozen=True, kw_only=True):
    """What a worker noticed in a call.

    `connected`: media flows to and from `party`, for the first time or again. `lost`: it does not any more, and
    `reason` says why. `idle`: nobody has been there for a while; the worker has dropped the call.
    """

    event: ClassVar[str] = "media.event"
    call: Identifier
    kind: Literal["connected", "lost", "idle"]
    party: Identifier | None = None
    reason: LostReason | None = None


class MediaOffer(Word, frozen=True, kw_only=True):
    """`party` offers. Acknowledged with the description that the other party is to be offered."""

    event: ClassVar[str] = "media.offer"
    call: Identifier
    party: Identifier
    sdp: SessionDescription


class MediaAnswer(Word, frozen=True, kw_only=True):
    """`party` answers the offer that waits. Acknowledged with the answer for the one who offered."""

    event: ClassVar[str] = "media.answer"
    call: Identifier
    party: Identifier
    sdp: SessionDescription


class MediaClose(Word, frozen=True, kw_only=True):
    """The call is over. Closing one that the worker does not have is no error."""

    event: ClassVar[str] = "media.close"
    call: Identifier


class Described(Word, frozen=True, kw_only=True):
    """Acknowledges `media.offer` and `media.answer`: the description for the other party."""

    sdp: SessionDescription


class Closed(Word, frozen=True, kw_only=True):
    """Acknowledges `media.close`."""


class Declined(Word, frozen=True, kw_only=True):
    """Acknowledges anything a worker would not do."""

    error: MediaError
