"""What an installation's secrets open, each read from its file."""

from datetime import timedelta

from server.desk.turn import Turn
from server.sealed.vault import Vault
from server.secret_files import SecretFile
from server.settings import Settings


def open_vault(settings: Settings) -> Vault | None:
    """The vault of this installation's recordings; None where there is no key for them. Raises SecretError."""
    file = SecretFile(settings.recording_key_file)
    return Vault(file.read()) if file.path.exists() else None


def open_turn(settings: Settings) -> Turn:
    """The TURN servers of this installation, and what they are told by. Raises SecretError where the secret is
    missing, though there are TURN servers."""
    secret = SecretFile(settings.turn_secret_file).read() if settings.has_turn else ""
    return Turn(settings.turn_urls, secret, timedelta(seconds=settings.turn_seconds))


def metrics_token(settings: Settings) -> str | None:
    """The token by which figures may be read from elsewhere, if there is one. Raises SecretError."""
    return SecretFile(settings.metrics_token_file).read() if settings.metrics_token_file else None
