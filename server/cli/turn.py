"""`onlineloket turn`: the configuration of coturn, the TURN server."""

import ipaddress
import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

import click

from server.cli.ending import give_up, settings
from server.media.turn_server import Address, TurnServer
from server.secret_files import SecretError, SecretFile

_FILE = click.Path(path_type=Path, dir_okay=False)


class _Address(click.ParamType[Address]):
    name = "address"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Address:
        try:
            return ipaddress.ip_address(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


@click.command()
@click.argument("file", type=_FILE)
@click.option(
    "--peer", "peers", type=_Address(), multiple=True, help="A media worker's address; this machine's if none."
)
@click.option("--listen", type=_Address(), multiple=True, help="An own address of coturn; all of its machine if none.")
@click.option("--certificate", type=_FILE, help="Certificate and chain in PEM, as coturn finds them; for TLS.")
@click.option("--private-key", type=_FILE, help="The private key of the certificate.")
@click.option("--tls-port", type=int, help="Port for TLS where it is not the one that browsers use.")
def turn(
    file: Path,
    peers: tuple[Address, ...],
    listen: tuple[Address, ...],
    certificate: Path | None,
    private_key: Path | None,
    tls_port: int | None,
) -> None:
    """Write the configuration of coturn, the TURN server, to FILE: which ports, which secret, whom it may reach.

    Write it anew whenever a media worker gets another address.
    """
    chosen = settings()
    if not chosen.has_turn:
        give_up("ONLINELOKET_TURN_URLS names no TURN server")
    if (certificate is None) != (private_key is None):
        give_up("--certificate and --private-key go together")
    ports = {url.partition(":")[0]: _authority(url) for url in reversed(chosen.turn_urls)}
    if "turns" in ports and certificate is None:
        give_up("ONLINELOKET_TURN_URLS names a server that speaks TLS: it needs --certificate and --private-key")
    try:
        server = TurnServer(
            realm=next(iter(_authority(url)[0] for url in chosen.turn_urls if url.startswith("turn"))),
            secret=SecretFile(chosen.turn_secret_file).read_or_make(),
            peers=peers or [ipaddress.ip_address(each) for each in chosen.media_addresses],
            listen=listen,
            port=ports.get("turn", ("", None))[1] or 3478,
            tls_port=tls_port or ports.get("turns", ("", None))[1] or 5349,
            certificate=certificate,
            private_key=private_key,
        )
        _write(file, server.text())
    except (SecretError, OSError, ValueError) as error:
        give_up(str(error))


def _authority(url: str) -> tuple[str, int | None]:
    """Host and port of a TURN server's URL."""
    parts = urlsplit("//" + url.partition(":")[2])
    return parts.hostname or "", parts.port


def _write(file: Path, text: str) -> None:
    """In place of what was there, at once, and never open to others."""
    draft = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
        opened.write(text)
    draft.replace(file)
