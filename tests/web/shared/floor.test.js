import assert from "node:assert/strict";
import { test } from "node:test";

import { FLOOR, Floor } from "../../../web/static/shared/floor.js";

/** A tenth is lost of what a browser sends, which therefore sends little; nothing waits on the way. */
const RADIO = { sent: 50, lost: 5, roundTrip: 0.05, room: 130_000 };
/** The same line with a floor: more is sent, and as much of it lost. */
const ON_FLOOR = { sent: 80, lost: 8, roundTrip: 0.05, room: FLOOR };

/** Looks so many times, and gives the rates that were asked for. @param {Floor} floor @param {import("../../../web/static/shared/floor.js").Look} look @param {number} times */
function looks(floor, look, times) {
  return Array.from({ length: times }, () => {
    floor.take(look);
    return floor.rate;
  });
}

/** One that lies. */
function laid() {
  const floor = new Floor();
  looks(floor, RADIO, 4);
  assert.equal(floor.rate, FLOOR);
  return floor;
}

test("where packets are lost and none waits, a floor is laid, and stays", () => {
  const floor = new Floor();
  assert.deepEqual(looks(floor, RADIO, 4), [null, null, null, FLOOR]);
  assert.deepEqual(new Set(looks(floor, ON_FLOOR, 100)), new Set([FLOOR]));
});

test("none is laid where there is another reason to send little, or none", () => {
  for (const [why, other] of Object.entries({
    "the line is thin and loses nothing": { lost: 0 },
    "hardly anything comes through": { lost: 20 },
    "the browser sends enough": { room: FLOOR },
    "the browser does not tell what the line carries": { room: null },
    "nobody reports": { roundTrip: null },
  })) {
    assert.deepEqual(new Set(looks(new Floor(), { ...RADIO, ...other }, 20)), new Set([null]), why);
  }
});

test("none is laid where packets wait", () => {
  const floor = new Floor();
  looks(floor, { ...RADIO, lost: 0 }, 1);
  assert.deepEqual(new Set(looks(floor, { ...RADIO, roundTrip: 0.15 }, 20)), new Set([null]));
});

test("a moment is not enough, neither with loss nor with a long way", () => {
  const floor = new Floor();
  looks(floor, { ...RADIO, lost: 0 }, 20);
  assert.deepEqual(looks(floor, RADIO, 1), [null]);
  const late = laid();
  assert.deepEqual(looks(late, { ...ON_FLOOR, roundTrip: 0.9 }, 1), [FLOOR]);
  assert.deepEqual(looks(late, ON_FLOOR, 1), [FLOOR]);
});

test("it is lifted where it fills a line that lets packets wait", () => {
  assert.deepEqual(looks(laid(), { ...ON_FLOOR, roundTrip: 0.4 }, 2), [FLOOR, null]);
});

test("it is lifted where it fills a line that drops what is too much", () => {
  assert.deepEqual(looks(laid(), { ...ON_FLOOR, lost: 25 }, 3), [FLOOR, FLOOR, null]);
});

test("it is lifted where nobody reports any more", () => {
  assert.deepEqual(looks(laid(), { ...ON_FLOOR, lost: 0, roundTrip: null }, 2), [FLOOR, null]);
});

test("it is lifted where the browser passes over it", () => {
  assert.deepEqual(looks(laid(), RADIO, 4), [FLOOR, FLOOR, FLOOR, null]);
});

test("where it did harm it is laid again after a good while, each time later", () => {
  const floor = laid();
  const harm = () => looks(floor, { ...ON_FLOOR, roundTrip: 0.4 }, 2);
  const until = () => {
    let times = 0;
    for (; floor.rate === null; times += 1) floor.take(RADIO);
    return times;
  };
  const pauses = Array.from({ length: 6 }, () => (harm(), until()));
  assert.deepEqual(pauses, [30, 60, 120, 240, 480, 480]);
});

test("of another way through the network nothing is known", () => {
  const floor = laid();
  floor.forget();
  assert.equal(floor.rate, null);
  const longer = { ...RADIO, roundTrip: 0.3 };
  assert.deepEqual(looks(floor, longer, 4), [null, null, null, FLOOR]);
});

test("a way that became longer is the way, after two minutes", () => {
  const floor = new Floor();
  looks(floor, { ...RADIO, lost: 0 }, 60);
  const longer = { ...RADIO, roundTrip: 0.3 };
  assert.deepEqual(new Set(looks(floor, longer, 59)), new Set([null]));
  assert.deepEqual(looks(floor, longer, 1), [FLOOR]);
});
