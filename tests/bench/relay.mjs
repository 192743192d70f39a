// Node's socket.io as it comes, compression off: passes a message on to one other, stores nothing. The peer of a bench,
// as `relay.py` is for Python.
import { createServer } from "node:http";
import process from "node:process";
import { Server } from "socket.io";

const listening = createServer();
const server = new Server(listening, { perMessageDeflate: false, httpCompression: false });

server.of("/citizen").on("connection", (socket) => {
  const conversation = socket.handshake.auth.token;
  socket.on("conversation.open", async (said, acknowledge) => {
    await socket.join(conversation);
    acknowledge({ ok: { conversation } });
  });
  socket.on("person.request", (said, acknowledge) => acknowledge({ ok: {} }));
  socket.on("conversation.end", (said, acknowledge) => acknowledge({ ok: {} }));
  socket.on("message.post", (said, acknowledge) => {
    socket.to(said.conversation).emit("entry", said);
    acknowledge({ ok: {} });
  });
});

listening.listen(Number(process.argv[2]), "127.0.0.1", 4096);
