import assert from "node:assert/strict";
import { test } from "node:test";

import { arrivals, minutesWaited, rows, waitsTooLong } from "../../../web/static/console/waiting.js";

/** @param {string} conversation @param {object} [more] */
const waiting = (conversation, more = {}) =>
  /** @type {any} */ ({
    conversation,
    need: { urgency: "routine" },
    opened_at: "2026-11-23T12:00:00Z",
    queued_at: "2026-11-23T12:01:00Z",
    ...more,
  });
/** @param {readonly any[]} list */
const shown = (list) => list.map(({ conversation, gone }) => (gone ? `${conversation} gone` : conversation));
const NOON = Date.parse("2026-11-23T12:00:00Z");

test("left alone, the list is as the desk orders it", () => {
  const drawn = rows([], [waiting("a"), waiting("b")], false);
  assert.deepEqual(shown(rows(drawn, [waiting("c"), waiting("b")], false)), ["c", "b"]);
});

test("under the pointer nothing moves: who left stays as a gap, who came stands at the end", () => {
  let drawn = rows([], [waiting("a"), waiting("b"), waiting("c")], false);
  drawn = rows(drawn, [waiting("urgent"), waiting("c"), waiting("a")], true);
  assert.deepEqual(shown(drawn), ["a", "b gone", "c", "urgent"]);
  drawn = rows(drawn, [waiting("b"), waiting("c")], true);
  assert.deepEqual(shown(drawn), ["a gone", "b", "c", "urgent gone"]);
  assert.deepEqual(shown(rows(drawn, [waiting("b"), waiting("c")], false)), ["b", "c"]);
});

test("waiting counts from when the conversation was queued", () => {
  assert.equal(minutesWaited(waiting("a"), NOON + 5 * 60_000), 4);
  assert.equal(minutesWaited(waiting("a", { queued_at: null }), NOON + 5 * 60_000), 5);
  assert.equal(minutesWaited(waiting("a"), NOON), 0);
});

test("what is urgent has waited too long sooner", () => {
  /** @param {string} urgency @param {number} minutes */
  const late = (urgency, minutes) => waitsTooLong(waiting("a", { need: { urgency }, queued_at: null }), NOON + minutes * 60_000);
  assert.deepEqual([late("routine", 9), late("routine", 10)], [false, true]);
  assert.deepEqual([late("priority", 4), late("priority", 5)], [false, true]);
  assert.deepEqual([late("emergency", 0), late("emergency", 1)], [false, true]);
});

test("only who was not there before has arrived", () => {
  assert.deepEqual(shown(arrivals(new Set(["a"]), [waiting("a"), waiting("b")])), ["b"]);
});
