"""What a client asks to get through a network: TURN servers for a call, and a test of the way to a media worker."""

from typing import ClassVar

from server.protocol.commands.command import CITIZEN, IN_CALL, Command
from server.protocol.media import SessionDescription
from server.protocol.results import NetworkTestAnswered, NetworkTestStarted, TurnMinted
from server.protocol.words import Identifier


class MintTurn(Command, frozen=True, kw_only=True):
    """Get the TURN servers of a call that was accepted, with credentials of one's own.

    They are good for minutes: ask again before an ICE restart that comes later than `seconds`.
    """

    event: ClassVar[str] = "turn.mint"
    by: ClassVar = IN_CALL
    result: ClassVar = TurnMinted
    conversation: Identifier
    call: Identifier


class StartTest(Command, frozen=True, kw_only=True):
    """Begin a test of the network: whether a call would get through. It takes no conversation.

    It is over after half a minute; few may run at a time.
    """

    event: ClassVar[str] = "test.start"
    by: ClassVar = CITIZEN
    result: ClassVar = NetworkTestStarted


class OfferTest(Command, frozen=True, kw_only=True):
    """Hand over a session description (SDP) as in a call, and get the answer of a media worker.

    Once for each way that is tested: to the worker itself, and through TURN. Nobody else is there.
    """

    event: ClassVar[str] = "test.offer"
    by: ClassVar = CITIZEN
    result: ClassVar = NetworkTestAnswered
    test: Identifier
    sdp: SessionDescription


class EndTest(Command, frozen=True, kw_only=True):
    """End a test, so that somebody else may begin one. Ending one that is over does nothing."""

    event: ClassVar[str] = "test.end"
    by: ClassVar = CITIZEN
    test: Identifier
