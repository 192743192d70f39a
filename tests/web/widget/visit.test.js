import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { entry, FakeSocket, settle } from "../shared/fake_socket.js";
import { comeIn, QUESTION, SHOWN, Store, VICTIM } from "./coming_in.js";

// Nothing here waits for a clock; what would go on waiting is dropped.
beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

/** @param {FakeSocket} socket */
const sentEvents = (socket) => socket.sent.map(({ event }) => event);

test("who only looks opens no conversation and leaves nothing behind", async () => {
  const { visit, latest, tab, device } = comeIn();
  latest().socket.accept();
  await settle();
  assert.deepEqual(sentEvents(latest().socket), []);
  assert.equal(visit.begun.value, false);
  assert.equal(tab.size + device.size, 0);
});

test("the first word opens the conversation, from the site it was said on, and is delivered in it", async () => {
  const { visit, latest, tab } = comeIn();
  visit.enter(QUESTION);
  latest().socket.accept();
  await settle();
  const { socket, token } = latest();
  assert.deepEqual(sentEvents(socket).slice(0, 1), ["conversation.open"]);
  assert.deepEqual(socket.newest("conversation.open").payload, { language: "nl", site: "https://www.example.be", entries: 50 });
  const { payload } = socket.newest("message.post");
  assert.deepEqual([payload.text, payload.choice, payload.conversation], ["Ik heb een vraag", "door.question", SHOWN.conversation]);
  assert.equal(tab.get("onlineloket.token"), token);
  assert.equal(visit.sensitive.value, false);
});

test("a reload goes on under the same token", async () => {
  const tab = new Store([["onlineloket.token", "t".repeat(43)]]);
  const { visit, latest } = comeIn({ tab });
  latest().socket.accept();
  await settle();
  assert.equal(latest().token, "t".repeat(43));
  assert.equal(visit.conversation.value?.id, SHOWN.conversation);
});

test("a code leads a new token into the conversation begun elsewhere, and a reload needs it no more", async () => {
  const tab = new Store([["onlineloket.token", "t".repeat(43)]]);
  const { latest } = comeIn({ tab, code: "once-only" });
  assert.equal(tab.get("onlineloket.token"), "t".repeat(43));
  latest().socket.accept();
  await settle();
  assert.match(latest().token, /^[A-Za-z0-9_-]{43}$/);
  assert.notEqual(latest().token, "t".repeat(43));
  assert.equal(latest().socket.newest("conversation.open").payload.code, "once-only");
  assert.equal(tab.get("onlineloket.token"), latest().token);
});

test("a code that was used leads back to what this browser had", async () => {
  const tab = new Store([["onlineloket.token", "t".repeat(43)]]);
  const { visit, latest } = comeIn({ tab, code: "used-before" });
  latest().socket.desk["conversation.open"] = () => ({ error: { code: "ticket_used" } });
  latest().socket.accept();
  await settle();
  assert.equal(latest().token, "t".repeat(43));
  latest().socket.accept();
  await settle();
  assert.equal("code" in latest().socket.newest("conversation.open").payload, false);
  assert.equal(visit.conversation.value?.id, SHOWN.conversation);
});

test("a code that was used, in a browser that had nothing, says so", async () => {
  const { visit, latest, tab } = comeIn({ code: "used-before" });
  latest().socket.desk["conversation.open"] = () => ({ error: { code: "ticket_used" } });
  latest().socket.accept();
  await settle();
  assert.equal(visit.loss.value, "ticket_used");
  assert.equal(tab.size, 0);
});

test("after a reconnect the conversation is opened again, and shown as it stands by then", async () => {
  const { visit, latest } = comeIn();
  visit.say("hallo");
  latest().socket.accept();
  await settle();
  const { socket } = latest();
  socket.drop();
  assert.equal(visit.state.value, "lost");
  socket.desk["conversation.open"] = () => ({ ok: { ...SHOWN, phase: "waiting" } });
  socket.accept();
  await settle();
  assert.equal(visit.phase.value, "waiting");
});

test("the end of the log comes along at first; after a reconnect what is missing is read", async () => {
  const { visit, latest } = comeIn({ shown: { shared_last: 2, entries: [entry(1), entry(2)] } });
  visit.say("hallo");
  latest().socket.accept();
  await settle();
  const { socket } = latest();
  assert.equal(sentEvents(socket).includes("log.sync"), false);
  socket.drop();
  socket.accept();
  await settle();
  assert.equal("entries" in socket.newest("conversation.open").payload, false);
  assert.equal(socket.newest("log.sync").payload.after, 2);
});

test("the victim's door makes the visit sensitive at once, also after a reload, and off the device", async () => {
  const { visit, storage, tab, device } = comeIn();
  visit.say("hallo");
  storage.keepOnDevice();
  visit.enter(VICTIM);
  assert.equal(visit.sensitive.value, true);
  assert.equal(storage.place.value, "tab");
  assert.equal(device.size, 0);
  assert.equal(comeIn({ tab }).visit.sensitive.value, true);
});

test("quick exit says which token to revoke and leaves no store with anything in it", async () => {
  const { visit, latest, tab, device } = comeIn();
  visit.enter(VICTIM);
  latest().socket.accept();
  await settle();
  assert.ok(tab.size > 0);
  assert.equal(visit.flee(), latest().token);
  assert.equal(tab.size + device.size, 0);
  visit.outbox.value.post("too late");
  await settle();
  assert.equal(latest().socket.sent.filter(({ event }) => event === "message.post").length, 1);
});

test("quick exit before the first word has no token to revoke", () => {
  assert.equal(comeIn().visit.flee(), null);
});

for (const { reason, loss } of [
  { reason: "expired", loss: "expired" },
  { reason: "quick_exit", loss: "quick_exit" },
]) {
  test(`a token that is revoked (${reason}) wipes every store, in this window too`, async () => {
    const { visit, storage, latest, tab, device } = comeIn();
    visit.say("hallo");
    storage.keepOnDevice();
    latest().socket.accept();
    await settle();
    latest().socket.arrive("revoked", { reason });
    assert.equal(visit.loss.value, loss);
    assert.equal(tab.size + device.size, 0);
    assert.equal(visit.conversation.value, null);
  });
}

test("a token that expired while nobody looked is wiped, and one can begin anew", async () => {
  const tab = new Store([["onlineloket.token", "t".repeat(43)]]);
  const { visit, latest, connections } = comeIn({ tab });
  latest().socket.refuse({ code: "token_expired" });
  assert.equal(visit.loss.value, "expired");
  assert.equal(tab.size, 0);
  visit.startOver();
  assert.equal(visit.loss.value, null);
  visit.say("again");
  latest().socket.accept();
  await settle();
  assert.equal(connections.length, 2);
  assert.notEqual(latest().token, "t".repeat(43));
  assert.equal(latest().socket.newest("message.post").payload.text, "again");
});

test("only who says that it is about the same tells the desk of the conversation before", async () => {
  const { visit, latest } = comeIn();
  visit.say("hallo");
  latest().socket.accept();
  await settle();
  const first = latest().token;
  for (const [options, earlier] of [[{ same: true }, first], [{}, undefined]]) {
    visit.startOver(/** @type {{ same?: boolean }} */ (options));
    visit.say("again");
    latest().socket.accept();
    await settle();
    assert.notEqual(latest().token, first);
    assert.equal(latest().socket.newest("conversation.open").payload.earlier, earlier);
  }
});

test("a page of another version keeps what it has: only the page is loaded again", () => {
  const tab = new Store([["onlineloket.token", "t".repeat(43)]]);
  const { visit, latest } = comeIn({ tab });
  latest().socket.refuse({ code: "outdated_protocol" });
  assert.deepEqual([visit.outdated.value, visit.loss.value], [true, null]);
  assert.equal(tab.get("onlineloket.token"), "t".repeat(43));
});

test("when the conversation ends, what is left of it lives in this page alone", async () => {
  const { visit, latest, tab, device } = comeIn();
  visit.say("hallo");
  latest().socket.accept();
  await settle();
  latest().socket.arrive("entry", entry(1, { body: { type: "conversation.closed", reason: "agent" } }));
  await settle();
  assert.equal(visit.over.value, true);
  assert.equal(tab.size + device.size, 0);
  assert.equal(visit.conversation.value?.id, SHOWN.conversation);
});

test("a language that the desk did not take is told again, while the connection holds", async () => {
  const { visit, latest } = comeIn();
  visit.say("bonjour");
  latest().socket.accept();
  await settle();
  const { socket } = latest();
  const told = () => socket.sent.filter(({ event }) => event === "language.choose").map(({ payload }) => payload.language);
  delete socket.desk["language.choose"];
  visit.chooseLanguage("fr");
  socket.newest("language.choose").answer({ error: { code: "unavailable", retry_after: 2 } });
  await settle();
  mock.timers.tick(1_999);
  await settle();
  assert.deepEqual(told(), ["fr"]);
  mock.timers.tick(3_001);
  await settle();
  assert.deepEqual(told(), ["fr", "fr"]);
  socket.newest("language.choose").answer({ error: { code: "not_allowed" } });
  await settle();
  mock.timers.tick(60_000);
  await settle();
  assert.deepEqual(told(), ["fr", "fr"]);
});

test("two languages that the desk did not take lead to one more look at the conversation", async () => {
  const { visit, latest } = comeIn();
  visit.say("bonjour");
  latest().socket.accept();
  await settle();
  const { socket } = latest();
  const looks = () => socket.sent.filter(({ event }) => event === "conversation.open").length;
  const before = looks();
  for (const language of /** @type {const} */ (["fr", "en"])) {
    socket.desk["language.choose"] = () => ({ error: { code: "unavailable", retry_after: 2 } });
    visit.chooseLanguage(language);
    await settle();
  }
  socket.desk["language.choose"] = () => ({ ok: {} });
  mock.timers.tick(60_000);
  await settle();
  assert.equal(looks(), before + 1);
});

test("a language chosen before or during the conversation is told to the desk", async () => {
  const { visit, latest } = comeIn();
  visit.say("bonjour");
  latest().socket.accept();
  await settle();
  visit.chooseLanguage("fr");
  assert.equal(latest().socket.newest("language.choose").payload.language, "fr");
  const moved = comeIn({ code: "once-only", language: "fr" });
  moved.latest().socket.accept();
  await settle();
  assert.equal(moved.latest().socket.newest("language.choose").payload.language, "fr");
});

test("a page that wakes up reads what it slept through", async () => {
  const { visit, latest } = comeIn();
  visit.say("hallo");
  latest().socket.accept();
  await settle();
  const reads = () => latest().socket.sent.filter(({ event }) => event === "log.sync").length;
  const before = reads();
  visit.wake();
  await settle();
  assert.equal(reads(), before + 1);
  latest().socket.drop();
  visit.wake();
  assert.equal(latest().socket.attempts, 2);
});

test("a token ends by this device's clock, whatever that says", async () => {
  const { visit, latest } = comeIn();
  visit.say("hallo");
  latest().socket.accept();
  await settle();
  latest().socket.desk["token.renew"] = () => ({ ok: { expires_in: 3_600 } });
  await visit.renew();
  assert.equal((visit.expiresAt.value?.getTime() ?? 0) - Date.now(), 3_600_000);
});

test("a code is minted once the desk has opened the conversation, and not waited for without end", async () => {
  const { visit, latest } = comeIn();
  visit.say("hallo");
  const minted = visit.mintTicket("move");
  latest().socket.desk["ticket.mint"] = () => ({ ok: { code: "once-only", expires_at: "2026-11-23T14:03:00Z" } });
  latest().socket.accept();
  assert.equal((await minted).code, "once-only");
  const without = comeIn().visit;
  without.say("hallo");
  const refused = assert.rejects(without.mintTicket("move"), { name: "Unanswered" });
  mock.timers.tick(4_000);
  await refused;
});
