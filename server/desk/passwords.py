"""Passwords: argon2id, with the parameters of RFC 9106's second recommendation as argon2-cffi has them."""

import asyncio
import secrets
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

_AT_ONCE: Final = 2
"""Each hash takes 64 MiB and a core for a while: more at once would starve the desk."""

_QUICK: Final = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
"""For what nobody guesses, however cheap a guess is."""


class Passwords:
    """Hashes and checks passwords beside the event loop."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._turn = asyncio.Semaphore(_AT_ONCE)
        self._nobodys: str | None = None

    async def hash(self, password: str) -> str:
        """What to keep of a password."""
        async with self._turn:
            return await asyncio.to_thread(self._hasher.hash, password)

    def hash_made_up(self, password: str) -> str:
        """The same of one that `made_up` gave, in no time: eighty random bits need no slow hash. It is outdated, and
        made again at the first sign-in."""
        return _QUICK.hash(password)

    async def matches(self, kept: str | None, password: str) -> bool:
        """Whether `kept` was made from this password.

        Takes as long where nothing is kept, or what is quick to check, so that nobody learns from the time which names
        exist.
        """
        if self._nobodys is None:
            self._nobodys = await self.hash(secrets.token_urlsafe(32))
        async with self._turn:
            matched = kept is not None and await asyncio.to_thread(self._verify, kept, password)
            if kept is None or _is_quick(kept):
                await asyncio.to_thread(self._verify, self._nobodys, password)
        return matched

    def is_outdated(self, kept: str) -> bool:
        """Whether it was made with other parameters than are used now, and should be made again."""
        return self._hasher.check_needs_rehash(kept)

    def _verify(self, kept: str, password: str) -> bool:
        try:
            return self._hasher.verify(kept, password)
        except (VerifyMismatchError, InvalidHashError):
            return False


def _is_quick(kept: str) -> bool:
    try:
        return not _QUICK.check_needs_rehash(kept)
    except InvalidHashError:
        return False


def made_up() -> str:
    """A password of 80 random bits that can be read aloud and typed: four groups of four letters and digits."""
    letters = "abcdefghijkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(4))
