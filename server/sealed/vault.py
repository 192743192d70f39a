"""The keys of what is sealed: each thing has one of its own, kept wrapped under the installation's."""

import base64
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
_NONCE_BYTES = 12


class WrongKey(Exception):
    """The wrapped key was not wrapped by this installation, or not for this thing."""


def derive(key: bytes, salt: bytes, purpose: str) -> bytes:
    """A key for one purpose from another key: HKDF with SHA-256 (RFC 5869)."""
    return HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=salt, info=purpose.encode()).derive(key)


class Vault:
    """Makes data keys, and wraps them under the installation's secret with AES-256-GCM.

    A wrapped key opens for the name it was made for only. Whoever destroys it destroys what it opens: the data key
    exists nowhere else but in the memory of those who use it.

    :param secret: the content of the installation's key file.
    """

    def __init__(self, secret: str) -> None:
        self._wrapping = AESGCM(derive(secret.encode(), b"", "onlineloket wrapping 1"))
        self.signing_key = derive(secret.encode(), b"", "onlineloket openings 1")

    def make(self, name: str) -> tuple[bytes, str]:
        """A new data key, and the same one wrapped, as text."""
        key, nonce = os.urandom(KEY_BYTES), os.urandom(_NONCE_BYTES)
        wrapped = nonce + self._wrapping.encrypt(nonce, key, name.encode())
        return key, base64.urlsafe_b64encode(wrapped).decode()

    def open(self, name: str, wrapped: str) -> bytes:
        """The data key. Raises WrongKey."""
        try:
            data = base64.urlsafe_b64decode(wrapped)
            return self._wrapping.decrypt(data[:_NONCE_BYTES], data[_NONCE_BYTES:], name.encode())
        except (ValueError, InvalidTag) as error:
            raise WrongKey(name) from error
