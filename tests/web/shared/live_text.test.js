import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { signal } from "@preact/signals-core";

import { Connection, Refused } from "../../../web/static/shared/connection.js";
import { LiveText } from "../../../web/static/shared/live_text.js";
import { Signing } from "../../../web/static/shared/signing.js";
import { FakeSocket, settle } from "./fake_socket.js";

/** @typedef {import("../../../web/static/shared/protocol.js").CallView} CallView */

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"] });
  mock.method(performance, "now", () => Date.now());
});
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

const HERE = { conversation: "c_12345678", call: "k_12345678" };
const SOFIE = { participant: "p_sofie0001", kind: "agent", name: "Sofie" };

/** @param {string[]} parties who are in it @returns {CallView} */
function view(...parties) {
  const seats = parties.map((participant) => ({ participant: { participant, kind: "agent" }, state: "in" }));
  return /** @type {CallView} */ (
    /** @type {unknown} */ ({ call: HERE.call, state: "running", video: true, placement: 1, parties: seats })
  );
}

/** A citizen's page in a call, and the desk at the other end. */
function call() {
  const socket = new FakeSocket();
  /** @type {[string, any][]} */
  const said = [];
  /** @type {{ refuse: Error | null }} */
  const desk = { refuse: null };
  const connection = new Connection(socket);
  connection.open();
  socket.accept();
  const venue = {
    id: HERE.conversation,
    me: "p_citizen01",
    call: signal(/** @type {CallView | null} */ (view("p_citizen01", "p_sofie0001"))),
    /** @type {any} */
    send: async (/** @type {string} */ event, /** @type {any} */ fields) => void said.push([event, fields]),
    say: async (/** @type {string} */ text, /** @type {any} */ line) => {
      if (desk.refuse) throw desk.refuse;
      said.push(["say", { text, ...line }]);
    },
  };
  const live = new LiveText({ venue, connection });
  const signing = new Signing({ venue, connection });
  /** @param {string} line @param {number} sequence @param {string} text @param {object} [more] */
  const arrives = (line, sequence, text, more) =>
    socket.arrive("writing", { ...HERE, author: SOFIE, line, sequence, text, ...more });
  const shown = () => live.lines.value.filter(({ text }) => text !== "").map(({ text, finished }) => [text, finished]);
  const states = () => said.filter(([event]) => event === "writing.show").map(([, { text }]) => text);
  return { socket, said, desk, venue, live, signing, arrives, shown, states };
}

test("of one line the newest state is shown, and finished is finished", () => {
  const { arrives, shown } = call();
  arrives("line-0001", 1, "goed");
  arrives("line-0001", 3, "goedemiddag");
  arrives("line-0001", 2, "goede");
  assert.deepEqual(shown(), [["goedemiddag", false]]);
  arrives("line-0002", 1, "ik");
  arrives("line-0001", 0, "goedemiddag!", { finished: true });
  arrives("line-0001", 4, "goedemid");
  assert.deepEqual(shown(), [["goedemiddag!", true], ["ik", false]]);
});

test("a lost state is repaired by the next, also when it is the first or the last but one", () => {
  const { arrives, shown } = call();
  arrives("line-0001", 4, "mijn fiets");
  arrives("line-0001", 0, "mijn fiets is weg", { finished: true });
  arrives("line-0002", 0, "echt", { finished: true });
  assert.deepEqual(shown(), [["mijn fiets is weg", true], ["echt", true]]);
});

test("what is not repeated fades, and what is taken back is not shown", () => {
  const { arrives, shown } = call();
  arrives("line-0001", 1, "ik denk");
  mock.timers.tick(14_000);
  arrives("line-0001", 2, "ik denk");
  mock.timers.tick(14_000);
  assert.deepEqual(shown(), [["ik denk", false]]);
  mock.timers.tick(1_001);
  assert.deepEqual(shown(), []);
  arrives("line-0002", 1, "oeps");
  arrives("line-0002", 2, "");
  assert.deepEqual(shown(), []);
});

test("nobody writes in another's line, whose id they know", () => {
  const { arrives, shown } = call();
  const author = { participant: "p_guest0001", kind: "guest" };
  arrives("line-0001", 1, "ik woon");
  arrives("line-0001", 900, "niets", { author });
  arrives("line-0001", 2, "ik woon hier");
  arrives("line-0001", 0, "niets!", { author, finished: true });
  arrives("line-0001", 0, "ik woon hier.", { finished: true });
  assert.deepEqual(shown(), [["ik woon hier.", true], ["niets!", true]]);
});

test("who begins line after line pushes out their own, and nobody else's", () => {
  const { arrives, shown } = call();
  const author = { participant: "p_guest0001", kind: "guest" };
  arrives("line-0001", 1, "ik woon");
  for (let number = 0; number < 60; number += 1) arrives(`line-1${number}`, 1, `niets ${number}`, { author });
  assert.deepEqual(shown(), [["ik woon", false], ["niets 58", false], ["niets 59", false]]);
});

test("what was written in a call is not shown in the next, also where this page was not in it", () => {
  const { live, venue, arrives, shown } = call();
  arrives("line-0001", 0, "tot morgen", { finished: true });
  venue.call.value = { ...view(), state: "ended" };
  venue.call.value = { ...view("p_citizen01", "p_sofie0001"), call: "k_another01" };
  assert.deepEqual(shown(), []);
  assert.equal(live.open.value, null);
});

test("our own, and those of another call, are not the others'", () => {
  const { socket, arrives, shown } = call();
  arrives("line-0001", 1, "ik", { author: { participant: "p_citizen01", kind: "citizen" } });
  socket.arrive("writing", { ...HERE, call: "k_another01", author: SOFIE, line: "line-0002", sequence: 1, text: "nee" });
  assert.deepEqual(shown(), []);
});

test("the first line of another opens it, unless its owner has put it away", () => {
  const { live, arrives } = call();
  assert.equal(live.open.value, null);
  arrives("line-0001", 1, "hallo");
  assert.equal(live.open.value, true);
  live.turn(false);
  arrives("line-0001", 2, "hallo daar");
  assert.equal(live.open.value, false);
  assert.equal(live.unseen.value, true);
  live.turn(true);
  assert.equal(live.unseen.value, false);
});

test("a line that ends is said under its id and stands among the others", async () => {
  const { live, said, shown, states } = call();
  live.own.write("mijn fiets");
  await live.endLine();
  const shownLine = said.find(([event]) => event === "writing.show")?.[1].line;
  assert.deepEqual(said.at(-1), ["say", { text: "mijn fiets", line: shownLine, call: HERE.call }]);
  assert.deepEqual(shown(), [["mijn fiets", true]]);
  assert.deepEqual(states(), ["mijn fiets"]);
});

test("a line that the desk does not keep goes back to its writer, before what was written since", async () => {
  const { live, desk, shown } = call();
  desk.refuse = new Refused({ code: "not_allowed" });
  live.own.write("een");
  const kept = live.endLine();
  live.own.write("twee");
  await kept;
  assert.equal(live.own.text.value, "een twee");
  assert.equal(live.trouble.value, "not_allowed");
  assert.deepEqual(shown(), []);
});

test("whoever comes in is shown what is being written, and so is everybody after a gap", async () => {
  const { live, venue, socket, states } = call();
  live.own.write("ik ben er");
  await settle();
  venue.call.value = view("p_citizen01", "p_sofie0001", "p_guest0001");
  assert.deepEqual(states(), ["ik ben er", "ik ben er"]);
  socket.drop();
  socket.accept();
  assert.deepEqual(states().length, 3);
});

test("when the call is over, what was being written is said, and nothing is left", async () => {
  const { live, venue, said, arrives, shown } = call();
  arrives("line-0001", 1, "tot");
  live.own.write("en nog iets");
  venue.call.value = { ...view(), state: "ended" };
  await live.leave();
  assert.equal(said.at(-1)?.[0], "say");
  assert.equal(said.at(-1)?.[1].text, "en nog iets");
  assert.deepEqual(shown(), []);
  const before = said.length;
  mock.timers.tick(20_000);
  assert.equal(said.length, before);
});

test("who leaves in a hurry says nothing more", async () => {
  const { live, said } = call();
  live.own.write("geheim");
  live.close();
  await live.leave();
  assert.deepEqual(said.map(([event]) => event), ["writing.show"]);
});

test("who signs says so until it is over, and at most for two minutes", () => {
  const { signing, said } = call();
  signing.turn(true);
  mock.timers.tick(8_500);
  signing.turn(false);
  mock.timers.tick(8_500);
  assert.deepEqual(said.map(([, { signing: on }]) => on), [true, true, true, false]);
  signing.turn(true);
  mock.timers.tick(120_000);
  assert.equal(signing.mine.value, false);
  assert.equal(said.at(-1)?.[1].signing, false);
});

test("who is said to sign does so until that is taken back, or no longer repeated", () => {
  const { signing, socket } = call();
  /** @param {boolean} on */
  const tell = (on) => socket.arrive("signing", { ...HERE, participant: SOFIE.participant, signing: on });
  const who = () => [...signing.who.value];
  tell(true);
  assert.deepEqual(who(), [SOFIE.participant]);
  tell(false);
  assert.deepEqual(who(), []);
  tell(true);
  mock.timers.tick(9_000);
  tell(true);
  mock.timers.tick(9_000);
  assert.deepEqual(who(), [SOFIE.participant]);
  mock.timers.tick(1_001);
  assert.deepEqual(who(), []);
});
