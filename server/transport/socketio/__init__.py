"""python-socketio's and python-engineio's classes where ours differ: one class in a file, and what differs in its
first words.

`Rooms` and `PlainWebSocket` could be proposed to the libraries as they stand. `TextPacket` brings msgspec along, and
does without attachments. `Engine`, `DirectSocket` and `Heartbeat` go together only, and for aiohttp only; `Engine` logs
by structlog and `server.transport.faults`, where the library's logger would have to come in.

A server made of these is held against the library's own by the tests in `tests/transport/socketio`, so that a new
release of either library can be taken.
"""
