import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { settle } from "../shared/fake_socket.js";
import { WAITING, looking } from "./looking.js";

/** @typedef {import("../../../web/static/console/desk.js").Desk} Desk */

// Where calls listen for another network, and a page that is looked at.
Object.assign(globalThis, { window: new EventTarget(), document: { visibilityState: "visible" } });

// A microphone that is open is listened to again and again.
beforeEach(() => mock.timers.enable({ apis: ["setInterval"] }));
afterEach(() => mock.timers.reset());

for (const { way, event, part } of [
  { way: "closed", event: "conversation.close", part: (/** @type {Desk} */ desk, /** @type {any} */ one) => desk.finish(one, "helped", "") },
  { way: "handed over", event: "conversation.transfer", part: (/** @type {Desk} */ desk, /** @type {any} */ one) => desk.transfer(one, { team: "central" }, "") },
]) {
  test(`the last words are sent before a conversation is ${way}, and it stays where they cannot be`, async (context) => {
    context.mock.timers.enable({ apis: ["setTimeout"] });
    const { socket, console, assignment } = await looking();
    const events = () => socket.sent.map(({ event }) => event).filter((name) => ["message.post", event].includes(name));
    socket.desk[event] = () => ({ ok: {} });
    socket.desk["message.post"] = () => ({ error: { code: "unavailable", retry_after: 60 } });
    assignment.conversation.post("tot ziens");
    await settle();
    const first = part(console, assignment);
    await settle();
    context.mock.timers.tick(5_000);
    assert.equal(await first, false);
    assert.equal(console.current.value, assignment);
    assert.ok(!events().includes(event));
    socket.desk["message.post"] = () => ({ ok: { number: 1, at: WAITING.opened_at } });
    assert.equal(await part(console, assignment), true);
    assert.deepEqual(events().slice(-2), ["message.post", event]);
    assert.equal(console.current.value, null);
    console.close();
  });
}

/** What somebody writes in a report, of which nothing is answered yet. */
async function writing() {
  const seen = await looking();
  const { socket, assignment } = seen;
  /** @param {number} revision @param {string} brand */
  const view = (revision, brand) =>
    /** @type {any} */ ({ report: "r_12345678", form: "f", form_version: 1, revision, state: "draft", fields: { brand }, problems: {} });
  assignment.conversation.reports.value = [view(1, "")];
  const edits = assignment.edits("r_12345678");
  /** @param {string} brand */
  const write = (brand) => {
    edits.change(view(1, ""), "brand", brand);
    void edits.leave(view(1, ""), "brand");
  };
  write("Gaz");
  await settle();
  socket.desk["conversation.close"] = () => ({ ok: {} });
  return { ...seen, view, edits, write };
}

/** @param {Promise<boolean>} parting @param {import("node:test").TestContext} context */
async function waited(parting, context) {
  /** @type {{ parted?: boolean }} */ const result = {};
  void parting.then((parted) => (result.parted = parted));
  for (let look = 0; look < 120 && result.parted === undefined; look += 1) {
    context.mock.timers.tick(50);
    await settle();
  }
  return result.parted;
}

test("what is on its way into a report, and what waits for it, is stored before a conversation is closed", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { socket, console, assignment, view, write } = await writing();
  write("Gazelle");
  await settle();
  const parting = console.finish(assignment, "helped", "");
  await settle();
  socket.newest("report.fill").answer({ ok: { view: view(2, "Gaz") } });
  await settle();
  assert.deepEqual(socket.newest("report.fill").payload.fields, { brand: "Gazelle" });
  assert.ok(!socket.sent.some(({ event }) => event === "conversation.close"));
  socket.newest("report.fill").answer({ ok: { view: view(3, "Gazelle") } });
  assert.equal(await waited(parting, context), true);
  console.close();
});

for (const code of ["report_changed", "too_long", "too_many_requests"]) {
  test(`nobody parts with what a report does not hold because of ${code}, unseen`, async (context) => {
    context.mock.timers.enable({ apis: ["setTimeout", "Date"] });
    context.mock.method(performance, "now", () => Date.now());
    const { socket, console, assignment } = await writing();
    socket.desk["report.fill"] = () => ({ error: { code, retry_after: 60 } });
    const parting = console.finish(assignment, "helped", "");
    await settle();
    socket.newest("report.fill").answer({ error: { code, retry_after: 60 } });
    await settle();
    assert.equal(await waited(parting, context), false);
    assert.equal(console.current.value, assignment);
    if (code !== "too_many_requests") {
      assert.ok(assignment.isReportUnsettled);
      assert.equal(await waited(console.finish(assignment, "helped", ""), context), true, "now it was seen");
    }
    console.close();
  });
}
