import assert from "node:assert/strict";
import { test } from "node:test";

import { stream } from "../../../web/static/console/stream.js";
import { AGENT, CITIZEN, entry, said } from "../components/entries.js";

/** A shared entry at each of these seconds. @param {number[]} seconds @param {number} [first] its number */
const shared = (seconds, first = 1) =>
  seconds.map((second, index) => entry(first + index, CITIZEN, said("x"), { at: moment(second) }));

/** The same of the staff log. @param {number[]} seconds @param {number} [first] */
const staff = (seconds, first = 1) =>
  seconds.map((second, index) =>
    entry(first + index, AGENT, { type: "note.posted", text: "n" }, { log: "staff", at: moment(second) }),
  );

/** @param {number} second */
const moment = (second) => new Date(Date.UTC(2026, 10, 23, 12, 0, second)).toISOString();

/** @param {any[]} one @param {any[]} other @param {{ one?: boolean, other?: boolean }} [earlier] which has more before */
const seconds = (one, other, earlier = {}) =>
  stream({ entries: one, hasEarlier: earlier.one ?? false }, { entries: other, hasEarlier: earlier.other ?? false }).map(
    ({ at }) => new Date(at).getUTCSeconds(),
  );

test("both logs are one stream, each in its own order", () => {
  assert.deepEqual(seconds(shared([1, 3, 5]), staff([2, 6])), [1, 2, 3, 5, 6]);
  assert.deepEqual(seconds(shared([]), staff([2, 6])), [2, 6]);
  assert.deepEqual(seconds(shared([1, 9, 5]), staff([8, 2])), [1, 8, 2, 9, 5]);
});

test("nothing is shown from before the place where both are known", () => {
  assert.deepEqual(seconds(shared([5, 7], 40), staff([1, 2, 6]), { one: true }), [5, 6, 7]);
  assert.deepEqual(seconds(shared([1, 2, 6]), staff([5, 7], 40), { other: true }), [5, 6, 7]);
  assert.deepEqual(seconds(shared([3, 7], 40), staff([5, 8], 40), { one: true, other: true }), [5, 7, 8]);
  assert.deepEqual(seconds(shared([1, 2]), staff([]), { other: true }), []);
});

test("the first entry shown is of a log that can be read back further, as long as one can", () => {
  const [first] = stream({ entries: shared([1, 7], 40), hasEarlier: true }, { entries: staff([5, 8], 40), hasEarlier: true });
  assert.equal(first?.log, "staff");
  const [then] = stream({ entries: shared([1, 7], 40), hasEarlier: true }, { entries: staff([0, 5, 8]), hasEarlier: false });
  assert.equal(then?.log, "shared");
});
