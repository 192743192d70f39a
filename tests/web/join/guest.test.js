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

/** How a call stands. @param {"active" | "ended"} state */
const view = (state) => ({ call: LINE.call, state, video: true, proposed_by: "p_agent0001", parties: [], placement: 1 });

/** A guest who came in, lost the line and has it again: the desk is asked for the place. */
async function back() {
  const { socket, visit } = guest();
  socket.desk["call.enter"] = () => ({ ok: { conversation: "c_12345678", participant: "p_guest0001", language: "nl", view: view("active") } });
  await visit.enter();
  delete socket.desk["call.enter"];
  socket.drop();
  socket.accept();
  const asked = () => socket.sent.filter(({ event }) => event === "call.enter").length;
  assert.equal(asked(), 2);
  return { socket, visit, asked };
}

test("a guest whose place is not found at once asks for it again, and hears what was missed", async () => {
  const { socket, visit, asked } = await back();
  socket.newest("call.enter").answer({ error: { code: "unavailable", retry_after: 2 } });
  await settle();
  mock.timers.tick(1_999);
  assert.equal(asked(), 2, "the desk asked for two seconds");
  mock.timers.tick(20_000);
  assert.equal(asked(), 3);
  socket.newest("call.enter").late();
  await settle();
  mock.timers.tick(20_000);
  assert.equal(asked(), 4);
  socket.newest("call.enter").answer({
    ok: { conversation: "c_12345678", participant: "p_guest0001", language: "nl", view: view("ended") },
  });
  await settle();
  assert.equal(visit.stage.value, "over");
  mock.timers.tick(60_000);
  assert.equal(asked(), 4);
});

test("a guest asks no more for a place that is gone, or that was left", async () => {
  const gone = await back();
  gone.socket.newest("call.enter").answer({ error: { code: "invitation_over" } });
  await settle();
  assert.equal(gone.visit.stage.value, "dead");
  const left = await back();
  left.socket.newest("call.enter").answer({ error: { code: "unavailable" } });
  await settle();
  left.visit.leave();
  mock.timers.tick(60_000);
  assert.deepEqual([gone.asked(), left.asked()], [2, 2]);
});

test("where the line is lost again, the next opening asks", async () => {
  const { socket, visit, asked } = await back();
  const first = socket.newest("call.enter");
  socket.drop();
  first.late();
  await settle();
  mock.timers.tick(60_000);
  assert.equal(asked(), 2);
  socket.accept();
  assert.equal(asked(), 3);
  visit.leave();
});

test("an answer that news has overtaken is asked for again", async () => {
  const { socket, visit, asked } = await back();
  const first = socket.newest("call.enter");
  socket.arrive("call", { conversation: "c_12345678", view: { ...view("active"), placement: 2 } });
  const place = { conversation: "c_12345678", participant: "p_guest0001", language: "nl", recordings: [] };
  first.answer({ ok: { ...place, view: view("active") } });
  await settle();
  assert.deepEqual([asked(), visit.call.value?.placement], [3, 2]);
  socket.newest("call.enter").answer({ ok: { ...place, view: { ...view("active"), placement: 2 } } });
  await settle();
  assert.equal(visit.call.value?.placement, 2);
  visit.leave();
});
