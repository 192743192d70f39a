"""Retransmissions on their way to one receiver: under an SSRC of the worker's, numbered by it."""

import secrets
import socket


class RepairStream:
    """Numbers what is retransmitted of one stream to one receiver, by whom ever: its sender or the worker.

    A receiver learns once which SSRC repairs which, and two packets must never go out under one number and one key
    (RFC 7714, 9): so whoever retransmits, the numbers run on.
    """

    __slots__ = ("_number", "_word", "ssrc")

    def __init__(self, ssrc: int) -> None:
        self.ssrc = ssrc
        self._word = socket.htonl(ssrc)
        self._number = secrets.randbits(15)

    def next(self) -> int:
        """The number of the next packet."""
        self._number = self._number + 1 & 0xFFFF
        return self._number

    def stamp(self, view: memoryview, words: memoryview) -> None:
        """Make the RTP packet in a buffer the next one of this stream; `words` are its words in machine order."""
        number = self.next()
        view[2], view[3] = number >> 8, number & 0xFF
        words[2] = self._word
