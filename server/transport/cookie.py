"""The cookie of an agent's sign-in."""

COOKIE = "__Host-onlineloket"
"""`__Host-`: browsers take it only with Secure, with Path=/ and without Domain, so no other host can set it."""
