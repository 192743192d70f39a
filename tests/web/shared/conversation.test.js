import assert from "node:assert/strict";
import { test } from "node:test";

import { Connection } from "../../../web/static/shared/connection.js";
import { Conversation } from "../../../web/static/shared/conversation.js";
import { Outbox } from "../../../web/static/shared/outbox.js";
import { readResult } from "../../../web/static/shared/protocol.js";
import { entry, FakeSocket, settle } from "./fake_socket.js";
import { MemoryShelf } from "./memory_shelf.js";

const SHOWN = {
  conversation: "c_12345678",
  participant: "p_citizen01",
  phase: "triage",
  language: "nl",
  need: {},
  team: "central",
  sensitive: false,
  shared_last: 1,
};
const AGENT = { participant: "p_agent0001", kind: "agent", name: "Lies", role: "Inspecteur" };

/** @param {object} [shown] @param {import("../../../web/static/shared/letters.js").Letter[]} [letters] on their way from before */
async function follow(shown = {}, letters = []) {
  const socket = new FakeSocket();
  const stored = [entry(1, { body: { type: "conversation.opened", language: "nl" } })];
  socket.desk["log.sync"] = ({ after = 0, before = Infinity }) => ({
    ok: {
      log: "shared",
      entries: stored.filter(({ number }) => number > after && number < before),
      last: stored.at(-1)?.number ?? 0,
    },
  });
  socket.desk["read.mark"] = () => ({ ok: {} });
  socket.desk["typing.show"] = () => ({ ok: {} });
  const connection = new Connection(socket);
  connection.open();
  socket.accept();
  const shelf = new MemoryShelf();
  for (const letter of letters) shelf.set(`outbox.${letter.clientId}`, JSON.stringify(letter));
  const conversation = new Conversation({
    connection,
    outbox: new Outbox({ shelf, key: "outbox" }),
    shown: readResult("conversation.open", { ...SHOWN, ...shown }),
  });
  await settle();
  return { socket, connection, conversation, stored };
}

test("a posted message is on its way until its entry arrives", async () => {
  const { socket, conversation, stored } = await follow();
  conversation.post("mijn fiets is weg");
  await settle();
  const { payload, answer } = socket.newest("message.post");
  assert.equal(payload.text, "mijn fiets is weg");
  assert.equal(payload.conversation, "c_12345678");
  assert.deepEqual(conversation.outgoing.value.map(({ text }) => text), ["mijn fiets is weg"]);
  const kept = entry(2, { client_id: payload.client_id });
  stored.push(kept);
  answer({ ok: { number: 2, at: kept.at } });
  socket.arrive("entry", kept);
  await settle();
  assert.deepEqual(conversation.outgoing.value, []);
  assert.equal(conversation.shared.log.last, 2);
  conversation.close();
});

test("a message kept while the answer was lost is recognised in the log after the reconnect", async () => {
  const { socket, conversation, stored } = await follow();
  conversation.post("weak link");
  await settle();
  const { payload, late } = socket.newest("message.post");
  socket.drop();
  late();
  stored.push(entry(2, { client_id: payload.client_id }));
  socket.accept();
  conversation.show(readResult("conversation.open", { ...SHOWN, shared_last: 2 }));
  await settle();
  assert.equal(conversation.shared.log.last, 2);
  assert.deepEqual(conversation.outgoing.value, []);
  conversation.close();
});

test("entries tell the phase and who takes part, even where the signal was lost", async () => {
  const { socket, conversation } = await follow();
  const desk = { by: "p_desk00001", kind: "desk" };
  socket.arrive("entry", entry(2, { ...desk, body: { type: "conversation.queued", team: "central", reason: "requested" } }));
  assert.equal(conversation.phase.value, "waiting");
  socket.arrive("entry", entry(3, { ...desk, body: { type: "participant.joined", participant: AGENT } }));
  assert.equal(conversation.phase.value, "active");
  assert.deepEqual(conversation.participants.value, [AGENT]);
  socket.arrive("entry", entry(4, { ...desk, body: { type: "participant.left", participant: AGENT, reason: "left" } }));
  socket.arrive("entry", entry(5, { ...desk, body: { type: "conversation.closed", reason: "agent" } }));
  assert.equal(conversation.phase.value, "closed");
  assert.deepEqual(conversation.participants.value, []);
  conversation.close();
});

test("an entry tells that a call is over, even where the signal was lost", async () => {
  const view = { call: "k_12345678", state: "running", video: true, proposed_by: SHOWN.participant };
  const { socket, conversation } = await follow({ call: view });
  socket.arrive("entry", entry(2, { body: { type: "call.ended", call: "k_another1", reason: "hung_up", seconds: 1 } }));
  assert.equal(conversation.call.value?.state, "running");
  socket.arrive("entry", entry(3, { body: { type: "call.ended", call: view.call, reason: "hung_up", seconds: 9 } }));
  assert.equal(conversation.call.value?.state, "ended");
  conversation.close();
});

test("entries from before do not undo what the desk shows", async () => {
  const { socket, conversation, stored } = await follow({ phase: "active", shared_last: 3, participants: [AGENT] });
  stored.push(entry(2, { body: { type: "conversation.queued", team: "central", reason: "requested" } }), entry(3));
  await conversation.shared.log.sync();
  assert.equal(conversation.phase.value, "active");
  assert.equal(socket.newest("log.sync").payload.log, "shared");
  conversation.close();
});

test("what belongs to another conversation is ignored", async () => {
  const { socket, conversation } = await follow();
  socket.arrive("entry", { ...entry(2), conversation: "c_another1" });
  socket.arrive("standing", { conversation: "c_another1", phase: "closed" });
  assert.equal(conversation.shared.log.last, 1);
  assert.equal(conversation.phase.value, "triage");
  conversation.close();
});

test("an older report does not replace a newer one", async () => {
  const { socket, conversation } = await follow();
  const view = { report: "r_12345678", form: "bike_theft", form_version: 1, revision: 2, state: "draft", fields: { brand: "x" } };
  socket.arrive("report", { conversation: SHOWN.conversation, view });
  socket.arrive("report", { conversation: SHOWN.conversation, view: { ...view, revision: 1, fields: {} } });
  assert.deepEqual(conversation.reports.value.map(({ revision }) => revision), [2]);
  socket.arrive("report", { conversation: SHOWN.conversation, view: { ...view, revision: 2, state: "offered" } });
  assert.equal(conversation.reports.value[0]?.state, "offered");
  conversation.close();
});

test("who types is seen until they say something, stop, or six seconds pass", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { socket, conversation } = await follow();
  const typing = { conversation: SHOWN.conversation, log: "shared", author: AGENT, typing: true };
  const names = () => conversation.shared.typing.who.value.map(({ name }) => name);
  socket.arrive("typing", typing);
  assert.deepEqual(names(), ["Lies"]);
  socket.arrive("entry", entry(2, { by: AGENT.participant, kind: "agent" }));
  assert.deepEqual(names(), []);
  socket.arrive("typing", typing);
  context.mock.timers.tick(6_000);
  assert.deepEqual(names(), []);
  socket.arrive("typing", { ...typing, author: { participant: SHOWN.participant, kind: "citizen" } });
  assert.deepEqual(names(), []);
  conversation.close();
});

test("typing is told at most every three seconds, and its end once", async () => {
  const { socket, conversation } = await follow();
  const { typing } = conversation.shared;
  typing.stopped();
  typing.typed();
  typing.typed();
  typing.stopped();
  typing.stopped();
  const told = socket.sent.filter(({ event }) => event === "typing.show").map(({ payload }) => payload.typing);
  assert.deepEqual(told, [true, false]);
  conversation.close();
});

test("reading is told once for many entries, and never backwards", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { socket, conversation } = await follow({
    read: [{ participant: AGENT.participant, kind: "agent", log: "shared", number: 1 }],
  });
  const { reading } = conversation.shared;
  assert.equal(reading.byOthers.value, 1);
  reading.seen(2);
  reading.seen(4);
  reading.seen(3);
  context.mock.timers.tick(400);
  const told = socket.sent.filter(({ event }) => event === "read.mark").map(({ payload }) => payload.number);
  assert.deepEqual(told, [4]);
  socket.arrive("reading", { conversation: SHOWN.conversation, log: "shared", participant: AGENT.participant, kind: "agent", number: 9 });
  socket.arrive("reading", { conversation: SHOWN.conversation, log: "shared", participant: AGENT.participant, kind: "agent", number: 5 });
  assert.equal(reading.byOthers.value, 9);
  conversation.close();
});

test("a long conversation is read from near its end", async () => {
  const { socket, conversation } = await follow({ shared_last: 400 });
  assert.deepEqual(socket.newest("log.sync").payload, { conversation: "c_12345678", log: "shared", after: 350 });
  conversation.close();
});

test("where the end of the log comes along, it is there at once and nothing is read", async () => {
  const entries = Array.from({ length: 50 }, (_, index) => entry(951 + index));
  const { socket, conversation } = await follow({ shared_last: 1_000, entries });
  assert.equal(socket.sent.some(({ event }) => event === "log.sync"), false);
  assert.deepEqual(conversation.shared.log.entries.value.map(({ number }) => number), entries.map(({ number }) => number));
  assert.equal(conversation.shared.log.complete.value, true);
  assert.equal(conversation.shared.log.hasEarlier.value, true);
  socket.arrive("entry", entry(1_001));
  assert.equal(conversation.shared.log.last, 1_001);
  conversation.close();
});

test("what was added while the end of the log came along counts", async () => {
  const closed = entry(3, { body: { type: "conversation.closed", reason: "ended_by_citizen" } });
  const { conversation } = await follow({ shared_last: 2, entries: [entry(1), entry(2), closed] });
  assert.equal(conversation.phase.value, "closed");
  conversation.close();
});

test("what happened while a long conversation was being opened counts, however much it was", async () => {
  const { conversation, stored } = await follow({ shared_last: 400, phase: "active", participants: [AGENT] });
  for (let number = 351; number < 500; number += 1) stored.push(entry(number));
  stored.push(entry(500, { body: { type: "conversation.queued", team: "central", reason: "lost" } }));
  await conversation.shared.log.sync();
  assert.deepEqual([conversation.shared.log.last, conversation.phase.value], [500, "waiting"]);
  conversation.close();
});

test("reading back does not tell how the conversation stands", async () => {
  const { conversation, stored } = await follow({ shared_last: 60, phase: "active", participants: [AGENT] });
  stored.push(
    entry(2, { body: { type: "conversation.queued", team: "central", reason: "requested" } }),
    ...Array.from({ length: 58 }, (_, index) => entry(index + 3)),
  );
  await conversation.shared.log.sync();
  await conversation.shared.log.readBack();
  assert.equal(conversation.shared.log.entries.value.length, 60);
  assert.equal(conversation.phase.value, "active");
  conversation.close();
});

const LETTER = /** @type {const} */ ({
  event: "message.post",
  text: "lang geleden",
  extras: {},
  at: "2026-11-23T12:00:00Z",
  order: 1,
});

test("a letter whose entry came before what is read has arrived", async () => {
  const kept = { ...LETTER, clientId: "letter-0001", state: /** @type {const} */ ("kept"), number: 12 };
  const repeated = { ...LETTER, clientId: "letter-0002", state: /** @type {const} */ ("pending"), order: 2 };
  const { socket, conversation } = await follow({ shared_last: 400 }, [kept, repeated]);
  assert.deepEqual(conversation.outgoing.value.map(({ client_id }) => client_id), ["letter-0002"]);
  socket.newest("message.post").answer({ ok: { number: 13, at: LETTER.at } });
  await settle();
  assert.deepEqual(conversation.outgoing.value, []);
  conversation.close();
});

test("a letter that is kept stays on the screen until its entry is there", async () => {
  const kept = { ...LETTER, clientId: "letter-0001", state: /** @type {const} */ ("kept"), number: 401 };
  const { socket, conversation } = await follow({ shared_last: 400 }, [kept]);
  assert.equal(conversation.outgoing.value.length, 1);
  socket.arrive("entry", entry(351, {}));
  for (let number = 352; number <= 400; number += 1) socket.arrive("entry", entry(number));
  assert.equal(conversation.outgoing.value.length, 1);
  socket.arrive("entry", entry(401, { client_id: "letter-0001" }));
  assert.deepEqual(conversation.outgoing.value, []);
  conversation.close();
});
