"""What the desk and its media workers say to each other on `/service`.

A worker connects to every desk node with `{"key": …, "kind": "media", "protocol": 1}`, announces itself, and serves
`media.offer`, `media.leave`, `media.close`, `media.record` and `media.stop_recording`, each acknowledged by
`Described`, `Done` or `Declined`.

A party only ever negotiates with the worker: it offers, the worker answers at once, whoever else is there. One that
offers is in the call from then on. Whenever what the others send changes (somebody joins, leaves, is replaced, shares a
screen), the worker says `changed` for each party that should offer again, and hears of it. A party may offer at any
time, any number of times: to restart ICE, after its page was loaded again, or because it was away and may have missed a
`changed`. Offers of two parties never meet, so none is ever refused because of another.
"""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from server.protocol.words import Identifier, Secret, Word

SessionDescription = Annotated[str, Meta(min_length=1, max_length=65_536, description="SDP, RFC 8866.")]
"""A session description as a browser writes and reads it."""

Address = Annotated[str, Meta(min_length=2, max_length=45, description="An IPv4 or IPv6 address, without brackets.")]

Mid = Annotated[str, Meta(min_length=1, max_length=16, description="The `a=mid` of a section, RFC 5888.")]

StreamSource = Literal["microphone", "camera", "screen"]
"""What a stream shows or lets hear."""

MAX_PARTIES = 4
"""Citizen, agent, second agent, interpreter."""

MediaError = Literal[
    "malformed",
    "description_malformed",
    "description_unsupported",
    "call_full",
    "open_elsewhere",
    "no_such_call",
    "recording_failed",
    "worker_full",
    "worker_draining",
]
"""Why a worker declined.

`description_malformed`: not SDP as a browser writes it. `description_unsupported`: an answer instead of an offer, not
bundled on one transport with RTCP multiplexed, more than one microphone, camera or screen, or nothing in it that the
others understand. `call_full`: four parties are in it; one must leave first. `open_elsewhere`: another page of this
party has offered since this one did, and keeps the line. `no_such_call`: nobody is in it. `recording_failed`: the disk
does not take it. `worker_full`, `worker_draining`: place the call elsewhere.
"""

LostReason = Literal["silent", "consent_expired", "never_connected", "handshake_failed", "closed"]
"""Why a party was lost.

`silent`: nothing authentic came from it for some seconds. `consent_expired`: it stopped renewing its consent to
receive (RFC 7675). `never_connected`: no packet ever arrived. `handshake_failed`: the keys could not be agreed, or
the certificate was another than the one described. `closed`: its browser closed the connection.
"""


Total = Annotated[int, Meta(ge=0, le=2**63 - 1)]


class WorkerTotals(Word, frozen=True, kw_only=True):
    """What a worker has counted since it started; `server.media.relay.counters` says what each is."""

    forwarded_packets: Total = 0
    forwarded_bytes: Total = 0
    garbage: Total = 0
    stranger: Total = 0
    throttled: Total = 0
    unauthenticated: Total = 0
    taken: Total = 0
    early: Total = 0
    unreadable: Total = 0
    forged: Total = 0
    replayed: Total = 0
    excess_sources: Total = 0
    unsendable: Total = 0


class WorkerAnnounced(Word, frozen=True, kw_only=True):
    """A worker says that it is there, on connecting and twice a second; the number of its calls is its load.

    `worker` is new for each start of the process: a worker that comes back under another id has lost its calls.
    `calls` are all it carries, so that a desk that was restarted can compare them with its own. A draining worker
    takes no new ones. `totals` are for metrics; a worker whose calls are an engine's has none.
    """

    event: ClassVar[str] = "worker.announce"
    worker: Identifier
    addresses: Annotated[tuple[Address, ...], Meta(min_length=1, max_length=8)]
    port: Annotated[int, Meta(ge=1, le=65_535)]
    calls: Annotated[tuple[Identifier, ...], Meta(max_length=1000)] = ()
    capacity: Annotated[int, Meta(ge=1, le=1000)]
    draining: bool = False
    totals: WorkerTotals | None = None


class Stream(Word, frozen=True, kw_only=True):
    """What one of the others sends, as a party gets it.

    `mid` is the section of the party's own description in which it comes; nothing when there was none left for it: the
    party is to add one that receives (`recvonly`, audio for a microphone, video otherwise) and to offer again. A stream
    keeps its section as long as it lasts. In SDP it has `party` for its stream id (`a=msid`).
    """

    party: Identifier
    source: StreamSource
    mid: Mid | None = None


class MediaEvent(Word, frozen=True, kw_only=True):
    """What a worker noticed in a call.

    `connected`: media flows to and from `party`, for the first time or again. `lost`: it does not any more, and
    `reason` says why. `changed`: what `party` would be answered is no longer what it was answered last; it should offer
    again, and `streams` are what it will find, so that it may bring sections for them. Said once until it does.
    `idle`: nobody has been there for a while; the worker has dropped the call. `recording_failed`: the disk took no
    more of the recording, which is over; the call goes on.
    """

    event: ClassVar[str] = "media.event"
    call: Identifier
    kind: Literal["connected", "lost", "changed", "idle", "recording_failed"]
    party: Identifier | None = None
    reason: LostReason | None = None
    streams: Annotated[tuple[Stream, ...], Meta(max_length=9)] = ()


class MediaOffer(Word, frozen=True, kw_only=True):
    """`party` offers, and is in the call from now on. Acknowledged with the answer, at once.

    What it sends, it sends in sections that are `sendrecv` or `sendonly`: one of audio, one of video from its camera,
    and one of video whose mid is `screen`. A section can carry one stream each way, and need not be of the same source.
    """

    event: ClassVar[str] = "media.offer"
    call: Identifier
    party: Identifier
    sdp: SessionDescription
    screen: Mid | None = None


class MediaLeave(Word, frozen=True, kw_only=True):
    """`party` is no longer in the call, which goes on for the others. Leaving what one is not in is no error."""

    event: ClassVar[str] = "media.leave"
    call: Identifier
    party: Identifier


class MediaClose(Word, frozen=True, kw_only=True):
    """The call is over. Closing one that the worker does not have is no error."""

    event: ClassVar[str] = "media.close"
    call: Identifier


class Described(Word, frozen=True, kw_only=True):
    """Acknowledges `media.offer`: the answer, and all that the others send."""

    sdp: SessionDescription
    streams: Annotated[tuple[Stream, ...], Meta(max_length=9)] = ()


class Done(Word, frozen=True, kw_only=True):
    """Acknowledges all that is not `media.offer`: from now on it is so."""


class MediaRecord(Word, frozen=True, kw_only=True):
    """The call is to be recorded. Said again it changes who has `agreed`, and whether packets are kept at all now.

    Whatever it says, nothing is kept while somebody is in the call who is not among those who agreed. `key` is the
    recording's own; the worker keeps it in memory only.
    """

    event: ClassVar[str] = "media.record"
    call: Identifier
    recording: Identifier
    key: Secret
    agreed: Annotated[tuple[Identifier, ...], Meta(max_length=64)]
    keep: bool = True


class MediaStopRecording(Word, frozen=True, kw_only=True):
    """The recording is over. Stopping one that the worker does not have is no error."""

    event: ClassVar[str] = "media.stop_recording"
    call: Identifier
    recording: Identifier


class Declined(Word, frozen=True, kw_only=True):
    """Acknowledges anything a worker would not do."""

    error: MediaError
