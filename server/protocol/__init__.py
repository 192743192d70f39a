"""The contract between the desk and everything that talks to it: words only, no behaviour.

`words` names the values that recur, `entries` what a conversation's log holds, `signals` what is said
once and never stored, `commands` what may be asked, `errors` how the desk refuses, `wire` how all of
it is read and written. `docs/protocol.md` and `web/static/shared/protocol.js` are rendered from here.
"""

PROTOCOL = 1
"""Version of the contract. A client states it when it connects; another version is told to reload."""
