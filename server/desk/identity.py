"""Ids and codes made by the desk."""

import secrets

DESK_PARTICIPANT = "p_onlineloket"
"""The desk itself as author, in every conversation."""


def new_id(prefix: str) -> str:
    """A fresh id that nobody can guess, such as `c_Zb3…` (72 random bits are enough beside a permission check)."""
    return f"{prefix}_{secrets.token_urlsafe(12)}"


def new_code() -> str:
    """A secret of 256 random bits, base64url: a ticket, or the cookie of a sign-in."""
    return secrets.token_urlsafe(32)
