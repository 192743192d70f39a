import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { troubleText } from "../../../web/static/components/call_trouble.js";
import { Calling } from "../../../web/static/components/calling.js";
import { Connection } from "../../../web/static/shared/connection.js";
import { Conversation } from "../../../web/static/shared/conversation.js";
import { Outbox } from "../../../web/static/shared/outbox.js";
import { readResult } from "../../../web/static/shared/protocol.js";
import { FakeDevices } from "../shared/fake_devices.js";
import { FakePeer } from "../shared/fake_peer.js";
import { FakeSocket, settle } from "../shared/fake_socket.js";
import { MemoryShelf } from "../shared/memory_shelf.js";

// What may tell of the network, and what would carry a call. A page has no devices where a test does not bring them.
Object.assign(globalThis, { window: new EventTarget(), RTCPeerConnection: FakePeer });

// Nothing here waits for a clock; what would go on waiting is dropped.
beforeEach(() => mock.timers.enable({ apis: ["setTimeout", "setInterval"] }));
afterEach(() => mock.timers.reset());

const SHOWN = {
  conversation: "c_12345678",
  participant: "p_citizen01",
  phase: "active",
  language: "nl",
  need: {},
  team: "central",
  sensitive: false,
  shared_last: 0,
};

const AGENT = "p_agent0001";

/** What a catalogue would be asked for. @type {import("../../../web/static/components/speech.js").Text} */
const asked = (id, values) => `${id} ${JSON.stringify(values ?? {})}`;

/** A citizen's page, and the desk at the other end. */
async function page() {
  const socket = new FakeSocket();
  socket.desk["log.sync"] = () => ({ ok: { log: "shared", entries: [], last: 0 } });
  socket.desk["turn.mint"] = () => ({ ok: { servers: [], seconds: 60 } });
  socket.desk["call.offer"] = () => ({ ok: { sdp: "", streams: [] } });
  const connection = new Connection(socket);
  connection.open();
  socket.accept();
  const conversation = new Conversation({
    connection,
    outbox: new Outbox({ shelf: new MemoryShelf(), key: "outbox" }),
    shown: readResult("conversation.open", SHOWN),
  });
  await settle();
  return { socket, calling: new Calling({ conversation, connection }) };
}

/** Whoever would call from a machine without devices. @param {unknown} answer  the desk's to the proposal */
async function caller(answer) {
  const { socket, calling } = await page();
  socket.desk["call.propose"] = () => answer;
  await calling.prepare("propose", true);
  return calling;
}

/** How the call stands by the desk's word. @param {string} state @param {string} by  who proposed it */
function viewOf(state, by) {
  const parties = [SHOWN.participant, AGENT].map((participant) => ({ participant: { participant, kind: "citizen" }, state: "in" }));
  return { call: "k_12345678", state, proposed_by: by, video: true, placement: 1, parties: state === "running" ? parties : [] };
}

/** @param {FakeSocket} socket @param {string} state @param {string} [by] */
function stands(socket, state, by = AGENT) {
  socket.arrive("call", { conversation: SHOWN.conversation, view: viewOf(state, by) });
}

/** @param {Calling} calling */
const told = (calling) => calling.trouble.value && troubleText(calling.trouble.value, asked);

test("where there are no devices, that is what is told", async () => {
  assert.equal(told(await caller({})), "call-trouble-denied {}");
});

test("a refusal is told with how long to wait", async () => {
  const calling = await caller({ error: { code: "too_many_requests", retry_after: 11.2 } });
  await calling.proceed();
  assert.equal(told(calling), 'error-too_many_requests {"seconds":12}');
});

test("a call goes on undisturbed where one would prepare another", async () => {
  const devices = new FakeDevices();
  const { socket, calling } = await page();
  assert.equal(calling.mayPropose, true);
  const opening = calling.prepare("propose", true);
  devices.questions[0]?.allow();
  await opening;
  assert.equal(calling.mayPropose, false, "one looks at oneself already");
  socket.desk["call.propose"] = () => ({ ok: { view: viewOf("proposed", SHOWN.participant) } });
  await calling.proceed();
  assert.equal(calling.mayPropose, false, "the other is asked");
  stands(socket, "running", SHOWN.participant);
  await settle();
  assert.notEqual(calling.call.value, null);
  assert.equal(calling.mayPropose, false);
  void calling.prepare("propose", true);
  await settle();
  assert.deepEqual(devices.live.map(({ kind }) => kind), ["audio", "video"]);
  assert.deepEqual([calling.wish.value, devices.questions.length], [null, 1]);
  stands(socket, "ended");
  assert.deepEqual([calling.mayPropose, devices.live.length], [true, 0]);
  calling.close();
});

test("devices that the browser still asks about are not opened for a proposal that was taken back", async () => {
  const devices = new FakeDevices();
  const { socket, calling } = await page();
  stands(socket, "proposed");
  const opening = calling.prepare("accept", true);
  stands(socket, "ended");
  devices.questions[0]?.allow();
  await opening;
  assert.deepEqual([calling.wish.value, calling.stream.value, devices.live], [null, null, []]);
  calling.close();
});

test("whoever looks at themselves before a proposal still does when an earlier call ends", async () => {
  const devices = new FakeDevices();
  const { socket, calling } = await page();
  stands(socket, "proposed");
  const opening = calling.prepare("propose", true);
  stands(socket, "ended");
  devices.questions[0]?.allow();
  await opening;
  assert.deepEqual([calling.wish.value, devices.live.length], ["propose", 2]);
  calling.close();
});

/** A call that runs between two others, and how we stand in it, if at all. @param {FakeSocket} socket @param {string} [state] */
function runs(socket, state) {
  const participant = { participant: SHOWN.participant, kind: "agent" };
  const view = { ...viewOf("running", AGENT), parties: state === undefined ? [] : [{ participant, state }] };
  socket.arrive("call", { conversation: SHOWN.conversation, view });
  return view;
}

test("whoever was asked into a call comes in", async () => {
  const devices = new FakeDevices();
  const { socket, calling } = await page();
  runs(socket, "invited");
  const opening = calling.prepare("join", true);
  devices.questions[0]?.allow();
  await opening;
  runs(socket, "invited");
  assert.equal(calling.wish.value, "join");
  socket.desk["call.join"] = () => ({ ok: { view: runs(socket, "in") } });
  await calling.proceed();
  assert.notEqual(calling.call.value, null);
  assert.equal(devices.live.length, 2);
  calling.close();
});

test("whoever has the conversation meanwhile comes into its call though nobody asked them", async () => {
  const devices = new FakeDevices();
  const { socket, calling } = await page();
  runs(socket);
  const opening = calling.prepare("join", true);
  devices.questions[0]?.allow();
  await opening;
  runs(socket);
  assert.deepEqual([calling.wish.value, devices.live.length], ["join", 2]);
  calling.close();
});

for (const answered of [false, true]) {
  test(`devices are closed once nobody asks us in any more, ${answered ? "after" : "before"} the browser has opened them`, async () => {
    const devices = new FakeDevices();
    const { socket, calling } = await page();
    runs(socket, "invited");
    const opening = calling.prepare("join", true);
    const browser = async () => (devices.questions[0]?.allow(), opening);
    if (answered) await browser();
    runs(socket);
    if (!answered) await browser();
    assert.deepEqual([calling.wish.value, calling.stream.value, devices.live], [null, null, []]);
    calling.close();
  });
}

test("nothing is opened for a call that is over before one answers to being asked in", async () => {
  const devices = new FakeDevices();
  const { socket, calling } = await page();
  runs(socket, "invited");
  stands(socket, "ended");
  void calling.prepare("join", true);
  await settle();
  assert.deepEqual([calling.wish.value, devices.questions], [null, []]);
  calling.close();
});
