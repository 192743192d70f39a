import assert from "node:assert/strict";
import { test } from "node:test";

import { Backoff } from "../../../web/static/shared/backoff.js";

/** @param {number} random */
const at = (random) => new Backoff({ first: 1_000, most: 20_000, random: () => random });

test("windows double up to the widest, and begin anew once it worked", () => {
  const backoff = at(1);
  assert.deepEqual([1, 2, 3, 4, 5, 6, 7].map(() => backoff.next()), [1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000]);
  backoff.reset();
  assert.equal(backoff.next(), 1_000);
});

test("a wait is drawn from the whole window, the widest one included", () => {
  const soon = at(0);
  assert.deepEqual([1, 2, 3].map(() => soon.next()), [0, 0, 0]);
  const middle = at(0.5);
  for (let tries = 0; tries < 2_000; tries += 1) middle.next();
  assert.equal(middle.next(), 10_000);
});

test("what the desk asks for comes before the window: a crowd that was told the same does not return as one", () => {
  assert.equal(at(0).next(30), 30_000);
  assert.equal(at(1).next(30), 31_000);
});

test("a crowd that was cut off together comes back spread out", () => {
  const seconds = Array.from({ length: 5_000 }, () => Math.floor(new Backoff().next() / 100));
  const most = Math.max(...Map.groupBy(seconds, (tenth) => tenth).values().map((those) => those.length));
  assert.ok(most < 5_000 / 10 * 1.4, `${most} of 5,000 in one tenth of a second`);
});
