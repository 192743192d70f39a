import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { Refused, Unanswered } from "../../../web/static/shared/connection.js";
import { Outbox } from "../../../web/static/shared/outbox.js";
import { settle } from "./fake_socket.js";
import { MemoryShelf } from "./memory_shelf.js";

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

for (const code of ["too_many_requests", "unavailable"]) {
  test(`a refusal that passes (${code}) is repeated in time, under the same id: it may have been kept after all`, async () => {
    const { deliver, delivered } = desk(new Refused({ code, retry_after: 4 }));
    const outbox = new Outbox({ shelf: new MemoryShelf(), key: "outbox" });
    outbox.start(deliver);
    outbox.post("too quick");
    await settle();
    mock.timers.tick(3_900);
    await settle();
    assert.equal(delivered.length, 1);
    mock.timers.tick(1_200);
    await settle();
    assert.equal(delivered.length, 2);
    assert.equal(delivered[0]?.clientId, delivered[1]?.clientId);
  });
}

test("a letter whose id stands for something else goes under another, before the next one", async () => {
  const reused = new Refused({ code: "client_id_reused" });
  const { deliver, delivered } = desk(reused, 7, 8);
  const outbox = new Outbox({ shelf: new MemoryShelf(), key: "outbox" });
  outbox.start(deliver);
  outbox.post("first");
  outbox.post("second");
  await settle();
  assert.deepEqual(delivered.map(({ text }) => text), ["first", "first", "second"]);
  assert.notEqual(delivered[0]?.clientId, delivered[1]?.clientId);
  assert.deepEqual(outbox.letters.value.map(({ state, number }) => [state, number]), [["kept", 7], ["kept", 8]]);
});

test("an id that is refused twice is shown to the writer", async () => {
  const reused = () => new Refused({ code: "client_id_reused" });
  const { deliver, delivered } = desk(reused(), reused());
  const outbox = new Outbox({ shelf: new MemoryShelf(), key: "outbox" });
  outbox.start(deliver);
  outbox.post("odd");
  await settle();
  assert.equal(delivered.length, 2);
  assert.equal(outbox.letters.value[0]?.code, "client_id_reused");
});

/** Turns that are given back late, as the browser gives back a lock. */
function slowTurns() {
  /** @type {(() => void)[]} */ const held = [];
  /** @param {() => Promise<void>} work */
  const inTurn = async (work) => {
    await work();
    await new Promise((/** @type {(value: void) => void} */ resolve) => held.push(resolve));
  };
  return { inTurn, giveBack: () => held.shift()?.() };
}

test("a letter that failed is repeated, though another is written before the turn is given back", async () => {
  const { deliver, delivered } = desk(new Unanswered("message.post"));
  const { inTurn, giveBack } = slowTurns();
  const outbox = new Outbox({ shelf: new MemoryShelf(), key: "outbox", inTurn });
  outbox.start(deliver);
  outbox.post("one");
  await settle();
  outbox.post("two");
  giveBack();
  await settle();
  mock.timers.tick(1_000);
  await settle();
  assert.deepEqual(delivered.map(({ text }) => text), ["one", "one", "two"]);
});

for (const [what, answers] of /** @type {const} */ ([
  ["written", [7]],
  ["due again", [new Unanswered("message.post")]],
])) {
  test(`what is ${what} while the turn is being given back is sent`, async () => {
    const { deliver, delivered } = desk(...answers);
    const { inTurn, giveBack } = slowTurns();
    const outbox = new Outbox({ shelf: new MemoryShelf(), key: "outbox", inTurn });
    outbox.start(deliver);
    outbox.post("one");
    await settle();
    outbox.post("two");
    mock.timers.tick(1_000);
    await settle();
    assert.equal(delivered.length, 1);
    giveBack();
    await settle();
    mock.timers.tick(3_000);
    await settle();
    assert.equal(delivered.at(-1)?.text, "two");
  });
}

test("order is that of writing, though the clock is set back", () => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000_000 });
  const shelf = new MemoryShelf();
  const outbox = new Outbox({ shelf, key: "outbox" });
  outbox.post("a");
  mock.timers.setTime(500_000);
  outbox.post("b");
  outbox.post("c");
  assert.deepEqual(new Outbox({ shelf, key: "outbox" }).letters.value.map(({ text }) => text), ["a", "b", "c"]);
});

/** Two windows that share a shelf, and take turns. */
function windows() {
  const shelf = new MemoryShelf();
  let last = Promise.resolve();
  /** @param {() => Promise<void>} work */
  const inTurn = (work) => (last = last.then(work));
  const here = new Outbox({ shelf, key: "outbox", inTurn });
  const there = new Outbox({ shelf: new MemoryShelf(shelf), key: "outbox", inTurn });
  return { here, there, shelf };
}

test("two windows show the same letters and send each once", async () => {
  const { deliver, delivered } = desk();
  const { here, there } = windows();
  here.post("from here");
  there.post("from there");
  assert.deepEqual(here.outgoing.value, there.outgoing.value);
  here.start(deliver);
  there.start(deliver);
  await settle();
  mock.timers.tick(20_000);
  await settle();
  assert.deepEqual(delivered.map(({ text }) => text), ["from here", "from there"]);
  assert.deepEqual(there.letters.value.map(({ state }) => state), ["kept", "kept"]);
  here.arrived(delivered[0]?.clientId ?? "");
  assert.equal(there.letters.value.length, 1);
});

test("what a window could not finish is finished by the other, under the same id", async () => {
  const { deliver, delivered } = desk();
  const { here, there } = windows();
  there.start(deliver);
  const letter = here.post("then the window was closed");
  here.close();
  await settle();
  assert.equal(delivered.length, 0);
  mock.timers.tick(4_000);
  await settle();
  assert.deepEqual(delivered, [{ clientId: letter.clientId, text: letter.text }]);
});

test("what was refused is given back to be written anew, and what was a mere choice is not", async () => {
  const { deliver } = desk(new Refused({ code: "too_large" }), new Refused({ code: "conversation_closed" }));
  const outbox = new Outbox({ shelf: new MemoryShelf(), key: "outbox" });
  outbox.start(deliver);
  const letter = outbox.post("much too long");
  outbox.post("Ja", { extras: { choice: "form.yes" } });
  await settle();
  assert.deepEqual(outbox.unsent(), ["much too long"]);
  assert.equal(outbox.takeBack(letter.clientId)?.text, "much too long");
  assert.deepEqual(outbox.unsent(), []);
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

for (const garbage of ["", "{", "null", "[1]", '{"clientId":"x"}']) {
  test(`a shelf that holds ${garbage || "nothing"} is an empty outbox`, () => {
    const shelf = new MemoryShelf();
    shelf.set("outbox.x", garbage);
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
  assert.ok([...shelf.values.values()].join().includes("one"));
});

test("what waits is sent before something that must come after it, or it is said that it still waits", async () => {
  const unavailable = new Refused({ code: "unavailable", retry_after: 60 });
  const { deliver } = desk(unavailable, 1, unavailable);
  const outbox = new Outbox({ shelf: new MemoryShelf(), key: "outbox" });
  assert.equal(await outbox.emptied(5_000), true);
  outbox.start(deliver);
  outbox.post("last words");
  await settle();
  assert.equal(await outbox.emptied(5_000), true, "without waiting for the next try");
  outbox.post("more");
  const emptied = outbox.emptied(1_000);
  await settle();
  mock.timers.tick(1_000);
  assert.equal(await emptied, false);
  outbox.close();
});

test("what is refused while it is waited for is not kept", async () => {
  const { deliver } = desk(new Unanswered("message.post"), new Refused({ code: "not_allowed" }));
  const outbox = new Outbox({ shelf: new MemoryShelf(), key: "outbox" });
  outbox.start(deliver);
  outbox.post("last words");
  await settle();
  assert.equal(await outbox.emptied(5_000), false);
  assert.equal(await outbox.emptied(5_000), true, "its writer knows by now");
});
