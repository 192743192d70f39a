"""TURN: the way of a call through networks that let nothing else pass, open for minutes, and to who is in a call."""

import base64
import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from server.protocol.results import IceServer


@dataclass(frozen=True)
class Turn:
    """Makes credentials that the TURN server believes because they share a secret with it: coturn's `use-auth-secret`.

    `urls`: STUN and TURN servers, as RFC 7064 and RFC 7065 write them; none where the desk has none. `secret`: what the
    TURN server knows too. `lifetime`: how long a party's credentials are good to begin with; what was opened under them
    stays open as long as it is used.
    """

    urls: tuple[str, ...] = ()
    secret: str = field(default="", repr=False)
    lifetime: timedelta = timedelta(minutes=10)

    def mint(self, who: str, until: datetime) -> tuple[IceServer, ...]:
        """The servers, with credentials for `who` that are good until then.

        The name in them is a pseudonym: it tells nobody who does not know the secret about whom it is. It is the same
        for the same `who`, because the TURN server counts by it what one party may open.
        """
        stun = tuple(url for url in self.urls if url.startswith("stun:"))
        turn = tuple(url for url in self.urls if not url.startswith("stun:"))
        username = f"{int(until.timestamp())}:{self._pseudonym(who)}"
        servers = [IceServer(urls=stun)] if stun else []
        if turn:
            servers.append(IceServer(urls=turn, username=username, credential=self._credential(username)))
        return tuple(servers)

    def mint_shared(self, who: str, shares: int, until: datetime) -> tuple[IceServer, ...]:
        """The same under one of `shares` names, the same one for the same `who`: all who ask like this may open so many
        times what one party may, however many they are, and the name tells nobody which of them it is."""
        digest = hmac.digest(self.secret.encode(), f"share {who}".encode(), hashlib.sha256)
        return self.mint(f"share {int.from_bytes(digest) % shares}", until)

    def _pseudonym(self, who: str) -> str:
        digest = hmac.digest(self.secret.encode(), f"pseudonym {who}".encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(digest[:12]).decode()

    def _credential(self, username: str) -> str:
        # What coturn computes, after draft-uberti-behave-turn-rest-00.
        return base64.b64encode(hmac.digest(self.secret.encode(), username.encode(), "sha1")).decode()
