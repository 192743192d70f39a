"""Openings: a signed word that somebody opened something, good for a while."""

import base64
import hashlib
import hmac
from datetime import datetime, timedelta

LASTS = timedelta(hours=4)


class Openings:
    """Signs and checks openings under a key that all nodes share."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def make(self, what: str, who: str, now: datetime) -> tuple[str, datetime]:
        """A code for this person to have this thing, and until when it is good."""
        until = now + LASTS
        seconds = int(until.timestamp())
        return f"{seconds}.{self._signature(what, who, seconds)}", until

    def is_good(self, code: str, what: str, who: str, now: datetime) -> bool:
        """Whether the code was made for this thing and person, and is still good."""
        seconds, _, signature = code.partition(".")
        if not seconds.isdecimal() or len(seconds) > 12 or now.timestamp() > int(seconds):
            return False
        return hmac.compare_digest(self._signature(what, who, int(seconds)).encode(), signature.encode())

    def _signature(self, what: str, who: str, seconds: int) -> str:
        digest = hmac.digest(self._key, f"{what} {who} {seconds}".encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
