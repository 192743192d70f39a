import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { Refused, Unanswered } from "../../../web/static/shared/connection.js";
import { Outbox } from "../../../web/static/shared/outbox.js";
import { settle } from "./fake_socket.js";

class MemoryShelf {
  /** @type {Map<string, string>} */ values = new Map();
  /** @param {string} key */
  get = (key) => this.values.get(key) ?? null;
  /** @param {string} key @param {string} value */
  set = (key, value) => void this.values.set(key, value);
  /** @param {string} key */
  remove = (key) => void this.values.delete(key);
}

/** A desk that answers as it is told: a number keeps the letter under it, an error refuses it. @param {(number | Error)[]} answers */
function desk(...answers) {
  /** @type {{clientId: string, text: string}[]} */ const delivered = [];
  let open = 0;
  let most = 0;
  /** @param {import("../../../web/static/shared/outbox.js").Letter} letter */
  const deliver = async (letter) => {
    most = Math.max(most, (open += 1));
    delivered.push({ clientId: letter.clientId, text: letter.text });
    await Promise.resolve();
    open -= 1;
    const answer = answers.shift() ?? delivered.length;
    if (answer instanceof Error) throw answer;
    return { number: answer };
  };
  return { deliver, delivered, mostAtOnce: () => most };
}

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

test("letters go one at a time, in order, and leave when their entries arrive", async () => {
  const { deliver, delivered, mostAtOnce } = desk();
  const outbox = new Outbox({ shelf: new MemoryShelf(), key: "outbox" });
  outbox.start(deliver);
  const letters = ["a", "b", "c"].map((text) => outbox.post(text));
  await settle();
  assert.deepEqual(delivered.map(({ text }) => text), ["a", "b", "c"]);
  assert.equal(mostAtOnce(), 1);
  assert.deepEqual(outbox.letters.value.map(({ state, number }) => [state, number]), [["kept", 1], ["kept", 2], ["kept", 3]]);
  for (const { clientId } of letters) outbox.arrived(clientId);
  assert.deepEqual(outbox.letters.value, []);
});

test("what is written before there is a conversation is sent once there is", async () => {
  const { deliver, delivered } = desk();
  const outbox = new Outbox({ shelf: new MemoryShelf(), key: "outbox" });
  outbox.post("early");
  await settle();
  assert.deepEqual(delivered, []);
  outbox.start(deliver);
  await settle();
  assert.equal(delivered[0]?.text, "early");
});

test("a letter without an answer is repeated under the same id", async () => {
  const { deliver, delivered } = desk(new Unanswered("message.post"), 7);
  const outbox = new Outbox({ shelf: new MemoryShelf(), key: "outbox" });
  outbox.start(deliver);
  outbox.post("weak link");
  outbox.post("after it");
  await settle();
  assert.equal(delivered.length, 1);
  mock.timers.tick(1_000);
  await settle();
  assert.deepEqual(delivered.map(({ text }) => text), ["weak link", "weak link", "after it"]);
  assert.equal(delivered[0]?.clientId, delivered[1]?.clientId);
});

test("a refusal that passes is repeated in time, under a new id", async () => {
  const { deliver, delivered } = desk(new Refused({ code: "too_many_requests", retry_after: 4 }));
  const outbox = new Outbox({ shelf: new MemoryShelf(), key: "outbox" });
  outbox.start(deliver);
  outbox.post("too quick");
  await settle();
  mock.timers.tick(3_900);
  await settle();
  assert.equal(delivered.length, 1);
  mock.timers.tick(200);
  await settle();
  assert.equal(delivered.length, 2);
  assert.notEqual(delivered[0]?.clientId, delivered[1]?.clientId);
});

test("a refused letter keeps its text, does not hold up the next, and is tried again under a new id", async () => {
  const { deliver, delivered } = desk(new Refused({ code: "malformed" }));
  const outbox = new Outbox({ shelf: new MemoryShelf(), key: "outbox" });
  outbox.start(deliver);
  outbox.post("odd");
  outbox.post("fine");
  await settle();
  const [odd, fine] = outbox.letters.value;
  assert.deepEqual([odd?.state, odd?.code, fine?.state], ["refused", "malformed", "kept"]);
  outbox.retry(odd?.clientId ?? "");
  await settle();
  assert.deepEqual(delivered.map(({ text }) => text), ["odd", "fine", "odd"]);
  assert.notEqual(delivered[0]?.clientId, delivered[2]?.clientId);
  outbox.drop(outbox.letters.value[0]?.clientId ?? "");
  assert.equal(outbox.letters.value.length, 1);
});

test("letters survive a reload under their id and leave nothing behind once they arrived", async () => {
  const shelf = new MemoryShelf();
  const letter = new Outbox({ shelf, key: "outbox" }).post("before the reload", { extras: { choice: "door.victim" } });
  const { deliver, delivered } = desk();
  const outbox = new Outbox({ shelf, key: "outbox" });
  assert.deepEqual(outbox.letters.value, [letter]);
  outbox.start(deliver);
  await settle();
  assert.deepEqual(delivered, [{ clientId: letter.clientId, text: "before the reload" }]);
  outbox.arrived(letter.clientId);
  assert.equal(shelf.values.size, 0);
});

for (const garbage of ["", "{", "null", "[1]", '[{"clientId":"x"}]']) {
  test(`a shelf that holds ${garbage || "nothing"} is an empty outbox`, () => {
    const shelf = new MemoryShelf();
    shelf.set("outbox", garbage);
    assert.deepEqual(new Outbox({ shelf, key: "outbox" }).letters.value, []);
  });
}

test("a closed outbox sends no more, and keeps what it has", async () => {
  const { deliver, delivered } = desk(new Unanswered("message.post"));
  const shelf = new MemoryShelf();
  const outbox = new Outbox({ shelf, key: "outbox" });
  outbox.start(deliver);
  outbox.post("one");
  await settle();
  outbox.close();
  mock.timers.tick(60_000);
  await settle();
  assert.equal(delivered.length, 1);
  assert.ok(shelf.get("outbox")?.includes("one"));
});
