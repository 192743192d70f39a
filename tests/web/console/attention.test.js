import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { Attention } from "../../../web/static/console/attention.js";

/** @param {string} conversation */
const waiting = (conversation) => /** @type {any} */ ({ conversation });

/** @param {string | null} [stored] */
function listening(stored = null) {
  /** @type {string[]} */ const played = [];
  const kept = new Map(stored === null ? [] : [["onlineloket-console-sound", stored]]);
  const device = { getItem: (/** @type {string} */ key) => kept.get(key) ?? null, setItem: (/** @type {string} */ key, /** @type {string} */ value) => void kept.set(key, value) };
  const attention = new Attention({ chime: { play: (what) => void played.push(what) }, device });
  return { attention, played, kept };
}

beforeEach(() => mock.timers.enable({ apis: ["setInterval"] }));
afterEach(() => mock.timers.reset());

test("somebody new calls, and calls again until taken", () => {
  const { attention, played } = listening();
  attention.waiting([waiting("a")], true);
  assert.deepEqual(played, ["waiting"]);
  mock.timers.tick(40_000);
  assert.equal(played.length, 3);
  attention.waiting([], true);
  mock.timers.tick(60_000);
  assert.equal(played.length, 3);
});

test("the same list again calls nobody", () => {
  const { attention, played } = listening();
  attention.waiting([waiting("a")], true);
  attention.waiting([waiting("a")], true);
  assert.equal(played.length, 1);
  attention.waiting([waiting("a"), waiting("b")], true);
  assert.equal(played.length, 2);
  attention.close();
});

test("whoever does not accept conversations is left in peace, also when they stop while it calls", () => {
  const { attention, played } = listening();
  attention.waiting([waiting("a")], false);
  assert.deepEqual(played, []);
  attention.waiting([waiting("a"), waiting("b")], true);
  attention.waiting([waiting("a"), waiting("b")], false);
  mock.timers.tick(60_000);
  assert.equal(played.length, 1);
});

test("switched off it is silent, and stays off on this device", () => {
  const { attention, played, kept } = listening();
  attention.setSounding(false);
  attention.waiting([waiting("a")], true);
  attention.message();
  mock.timers.tick(40_000);
  assert.deepEqual(played, []);
  assert.equal(listening([...kept.values()][0]).attention.sounding.value, false);
  attention.close();
});

test("a message elsewhere is a softer sound, once", () => {
  const { attention, played } = listening();
  attention.message();
  mock.timers.tick(60_000);
  assert.deepEqual(played, ["message"]);
});
