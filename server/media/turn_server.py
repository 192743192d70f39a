"""The TURN server before the media workers: how coturn is to be set up so that it leads to them and to nothing else."""

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

RELAY_PORTS = (49_152, 65_535)
"""UDP ports from which coturn speaks to the media workers."""

ALLOCATIONS_OF_ONE = 32
"""A browser opens one for each of its networks and each URL, and all of them anew before it lets go of the old ones."""

ALLOCATIONS = 4_000

BYTES_A_SECOND = 1_000_000
"""Each way, of one allocation: three others in a call, with a camera and a screen."""


@dataclass(frozen=True)
class TurnServer:
    """What coturn is told. `text` is for coturn 4.6, as Debian 12 has it, and later.

    :param realm: the name by which browsers know the server.
    :param secret: what it shares with the desk.
    :param peers: the addresses of all media workers: whom it may be asked to reach.
    :param listen: its own addresses; all of the machine where none are given.
    :param port: for UDP and TCP.
    :param tls_port: for TLS over TCP; without a certificate there is none.
    :param certificate: a file with the certificate and its chain; `private_key` goes with it.
    """

    realm: str
    secret: str = field(repr=False)
    peers: Sequence[Address]
    listen: Sequence[Address] = ()
    port: int = 3478
    tls_port: int = 443
    certificate: Path | None = None
    private_key: Path | None = None

    def text(self) -> str:
        """The file that coturn reads. It holds the secret."""
        parts = [_HEAD, *self._listening(), *self._peers(), *self._secrets(), *self._limits(), *_SILENCE]
        return "\n".join(parts) + "\n"

    def _listening(self) -> list[str]:
        lines = [f"listening-ip={address}" for address in self.listen]
        lines.append(f"listening-port={self.port}")
        if self.certificate and self.private_key:
            lines += [
                f"tls-listening-port={self.tls_port}",
                f"cert={self.certificate}",
                f"pkey={self.private_key}",
                "no-tlsv1",
                "no-tlsv1_1",
            ]
        else:
            lines.append("no-tls")
        return [*lines, "no-dtls"]

    def _peers(self) -> list[str]:
        lines = [
            "",
            "# Whom it may be asked to reach: the media workers, over UDP. What is allowed goes before what is denied.",
            "denied-peer-ip=0.0.0.0-255.255.255.255",
            "denied-peer-ip=::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
            *(f"allowed-peer-ip={address}" for address in self.peers),
            "no-multicast-peers",
            "no-tcp-relay",
            "no-dynamic-ip-list",
            f"min-port={RELAY_PORTS[0]}",
            f"max-port={RELAY_PORTS[1]}",
        ]
        if any(address.is_loopback for address in self.peers):
            lines.append("allow-loopback-peers")
        return lines

    def _secrets(self) -> list[str]:
        return [
            "",
            "# Who may ask: whoever the desk gave a name and a password to, minutes ago.",
            "use-auth-secret",
            f"static-auth-secret={self.secret}",
            f"realm={self.realm}",
            "no-dynamic-realms",
            "no-auth-pings",
            "# It believes nobody as long as it can open no database: this one is empty, and nobody writes into it.",
            "userdb=:memory:",
            "stale-nonce=600",
        ]

    def _limits(self) -> list[str]:
        return [
            "",
            "# How much.",
            f"user-quota={ALLOCATIONS_OF_ONE}",
            f"total-quota={ALLOCATIONS}",
            f"max-bps={BYTES_A_SECOND}",
            "max-allocate-lifetime=600",
        ]


_HEAD = """\
# coturn for Onlineloket, written by `onlineloket turn`: write it anew rather than change it.
# It holds a secret: nobody but coturn may read it.
"""

_SILENCE = (
    "",
    "# What it tells: nothing of itself, and nothing of who calls.",
    "log-file=stdout",
    "fingerprint",
    "no-cli",
    "no-software-attribute",
    "no-rfc5780",
    "no-stun-backward-compatibility",
    "response-origin-only-with-rfc5780",
)
