import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { GuestVisit } from "../../../web/static/join/guest.js";
import { Connection, Refused } from "../../../web/static/shared/connection.js";
import { FakeSocket, settle } from "../shared/fake_socket.js";

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

const LINE = { line: "line-0001", call: "k_12345678" };

/** A guest whose link was opened, and the desk at the other end. */
function guest() {
  const socket = new FakeSocket();
  const visit = new GuestVisit({ storage: null, connect: () => new Connection(socket), code: "a".repeat(43) });
  socket.accept();
  return { socket, visit };
}

test("a line that nobody confirmed is said again under the same id, and kept once", async () => {
  const { socket, visit } = guest();
  const kept = visit.say("zij zegt ja", LINE);
  socket.newest("message.post").late();
  await settle();
  mock.timers.tick(1_500);
  await settle();
  socket.accept();
  const posts = socket.sent.filter(({ event }) => event === "message.post");
  assert.deepEqual(posts.map(({ payload }) => payload.client_id), ["line-0001", "line-0001"]);
  socket.newest("message.post").answer({ ok: { number: 7, at: "2026-11-23T14:02:00Z" } });
  await kept;
});

test("a line that the desk refuses is not said again", async () => {
  const { socket, visit } = guest();
  const kept = visit.say("zij zegt ja", LINE);
  socket.newest("message.post").answer({ error: { code: "call_over" } });
  await assert.rejects(kept, (error) => error instanceof Refused && error.code === "call_over");
  assert.equal(socket.sent.filter(({ event }) => event === "message.post").length, 1);
});
