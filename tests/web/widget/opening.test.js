import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { entry, settle } from "../shared/fake_socket.js";
import { comeIn, SHOWN } from "./coming_in.js";

// Nothing here waits for a clock; what would go on waiting is dropped.
beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

test("what arrives before the conversation is opened here is not lost", async () => {
  const { visit, latest } = comeIn();
  visit.say("hallo");
  const { socket } = latest();
  delete socket.desk["conversation.open"];
  socket.accept();
  const opening = socket.newest("conversation.open");
  const call = { call: "k_12345678", state: "proposed", video: true, placement: 1, parties: [] };
  socket.arrive("entry", entry(3));
  socket.arrive("call", { conversation: SHOWN.conversation, view: call });
  socket.desk["log.sync"] = () => ({ ok: { log: "shared", entries: [entry(3)], last: 3 } });
  socket.desk["conversation.open"] = () => ({ ok: { ...SHOWN, shared_last: 3, call } });
  opening.answer({ ok: { ...SHOWN, shared_last: 2, entries: [entry(1), entry(2)] } });
  await settle();
  assert.equal(visit.conversation.value?.shared.log.last, 3);
  assert.equal(visit.conversation.value?.call.value?.call, call.call);
});

test("after a reconnect, what was shown meanwhile is not overwritten by what was read before", async () => {
  const { visit, latest } = comeIn();
  visit.say("hallo");
  latest().socket.accept();
  await settle();
  const { socket } = latest();
  const call = { call: "k_12345678", state: "proposed", video: true, placement: 1, parties: [] };
  /** @type {(string | undefined)[]} */ const shown = [];
  visit.conversation.value?.call.subscribe((view) => shown.push(view?.state));
  socket.drop();
  delete socket.desk["conversation.open"];
  socket.accept();
  socket.arrive("call", { conversation: SHOWN.conversation, view: call });
  socket.newest("conversation.open").answer({ ok: SHOWN });
  await settle();
  socket.arrive("entry", entry(1));
  socket.newest("conversation.open").answer({ ok: { ...SHOWN, call, phase: "waiting" } });
  await settle();
  assert.deepEqual(shown, [undefined, "proposed", "proposed"]);
  assert.equal(visit.phase.value, "waiting");
  assert.equal(socket.sent.filter(({ event }) => event === "conversation.open").length, 3);
});

test("news without end do not keep a conversation from being shown", async () => {
  const { visit, latest } = comeIn();
  visit.say("hallo");
  latest().socket.accept();
  await settle();
  const { socket } = latest();
  socket.drop();
  socket.desk["conversation.open"] = () => {
    socket.arrive("standing", { conversation: SHOWN.conversation, phase: "triage", sensitive: false });
    return { ok: { ...SHOWN, phase: "waiting" } };
  };
  socket.accept();
  await settle();
  await settle();
  assert.equal(visit.phase.value, "waiting");
});
