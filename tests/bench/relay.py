"""python-socketio as it comes, compression off: passes a message on to a room, stores nothing. The peer of a bench."""

import sys
from typing import Any

import socketio
from aiohttp import web

server = socketio.AsyncServer(async_mode="aiohttp", http_compression=False)


async def enter(sid: str, room: str) -> bool:
    await server.enter_room(sid, room)
    return True


async def post(sid: str, said: dict[str, Any]) -> bool:
    await server.emit("entry", said, room=said["room"])
    return True


server.on("enter", enter)
server.on("post", post)

if __name__ == "__main__":
    application = web.Application()
    server.attach(application)
    web.run_app(application, host="127.0.0.1", port=int(sys.argv[1]), print=None)
