"""python-socketio as it comes, compression off: passes a message on to one other, stores nothing. The peer of a bench.

It knows the events of the desk that `load/pairs.py` uses. `relay.mjs` is the same for Node.
"""

import sys
from typing import Any

import socketio
from aiohttp import web

NAMESPACE = "/citizen"

server = socketio.AsyncServer(async_mode="aiohttp", http_compression=False, namespaces=[NAMESPACE])
_opened: dict[str, str] = {}


async def connect(sid: str, environ: dict[str, Any], auth: dict[str, Any]) -> None:
    _opened[sid] = auth["token"]


async def disconnect(sid: str, reason: str) -> None:
    del _opened[sid]


async def enter(sid: str, said: dict[str, Any]) -> dict[str, Any]:
    await server.enter_room(sid, _opened[sid], namespace=NAMESPACE)
    return {"ok": {"conversation": _opened[sid]}}


async def agree(sid: str, said: dict[str, Any]) -> dict[str, Any]:
    return {"ok": {}}


async def post(sid: str, said: dict[str, Any]) -> dict[str, Any]:
    await server.emit("entry", said, room=said["conversation"], skip_sid=sid, namespace=NAMESPACE)
    return {"ok": {}}


for event, handler in {
    "connect": connect,
    "disconnect": disconnect,
    "conversation.open": enter,
    "person.request": agree,
    "conversation.end": agree,
    "message.post": post,
}.items():
    server.on(event, handler, namespace=NAMESPACE)

if __name__ == "__main__":
    application = web.Application()
    server.attach(application)
    web.run_app(application, host="127.0.0.1", port=int(sys.argv[1]), print=None, backlog=4096)
