import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { troubleText } from "../../../web/static/components/call_trouble.js";
import { Calling } from "../../../web/static/components/calling.js";
import { Connection } from "../../../web/static/shared/connection.js";
import { Conversation } from "../../../web/static/shared/conversation.js";
import { Outbox } from "../../../web/static/shared/outbox.js";
import { readResult } from "../../../web/static/shared/protocol.js";
import { FakeSocket, settle } from "../shared/fake_socket.js";
import { MemoryShelf } from "../shared/memory_shelf.js";

// A page without devices: there is nothing but what may tell of the network.
Object.assign(globalThis, { window: new EventTarget() });

// Nothing here waits for a clock; what would go on waiting is dropped.
beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
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

/** What a catalogue would be asked for. @type {import("../../../web/static/components/speech.js").Text} */
const asked = (id, values) => `${id} ${JSON.stringify(values ?? {})}`;

/** Whoever would call from a machine without devices. @param {unknown} answer  the desk's to the proposal */
async function caller(answer) {
  const socket = new FakeSocket();
  socket.desk["log.sync"] = () => ({ ok: { log: "shared", entries: [], last: 0 } });
  socket.desk["call.propose"] = () => answer;
  const connection = new Connection(socket);
  connection.open();
  socket.accept();
  const conversation = new Conversation({
    connection,
    outbox: new Outbox({ shelf: new MemoryShelf(), key: "outbox" }),
    shown: readResult("conversation.open", SHOWN),
  });
  await settle();
  const calling = new Calling({ conversation, connection });
  await calling.prepare("propose", true);
  return calling;
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
