"""Writes the contract down for people and for browsers: `python -m server.protocol.render`.

`docs/protocol.md` is all that a stranger needs to write a client; `web/static/shared/protocol.js` and its types in
`protocol.d.ts` are what our own screens read messages with. A test fails when one of them is stale.
"""
