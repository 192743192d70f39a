import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { Log } from "../../../web/static/shared/log.js";
import { entry, settle } from "./fake_socket.js";

/** A desk's log, read in pages of two. @param {any[]} stored */
function desk(stored) {
  const reads = /** @type {number[]} */ ([]);
  const log = new Log(async (after) => {
    reads.push(after);
    const entries = stored.filter(({ number }) => number > after).slice(0, 2);
    return { log: "shared", entries, last: stored.at(-1)?.number ?? 0 };
  });
  return { log, reads };
}

/** @param {Log} log */
const numbers = (log) => log.entries.value.map(({ number }) => number);

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

test("a first reading goes on page by page until all is there", async () => {
  const { log, reads } = desk([1, 2, 3, 4, 5].map((number) => entry(number)));
  assert.equal(log.complete.value, false);
  await log.sync();
  assert.deepEqual(numbers(log), [1, 2, 3, 4, 5]);
  assert.deepEqual(reads, [0, 2, 4]);
  assert.equal(log.complete.value, true);
});

test("the next entry is added and a known one ignored, without a reading", () => {
  const { log, reads } = desk([]);
  log.take(entry(1));
  log.take(entry(2));
  log.take(entry(1));
  assert.deepEqual(numbers(log), [1, 2]);
  assert.deepEqual(reads, []);
});

test("an entry beyond a gap waits until the gap is read, and nothing is shown out of order", async () => {
  const stored = [1, 2, 3, 4].map((number) => entry(number));
  const { log } = desk(stored);
  log.take(stored[0]);
  /** @type {number[][]} */ const seen = [];
  log.entries.subscribe(() => seen.push(numbers(log)));
  log.take(stored[3]);
  assert.deepEqual(numbers(log), [1]);
  await settle();
  assert.deepEqual(seen.at(-1), [1, 2, 3, 4]);
  for (const shown of seen) assert.deepEqual(shown, shown.map((_, index) => index + 1));
});

test("many wishes to read come down to one reading and one more", async () => {
  const { log, reads } = desk([entry(1)]);
  await Promise.all([log.sync(), log.sync(), log.sync()]);
  await settle();
  assert.deepEqual(reads, [0, 1]);
});

test("a reading that fails is tried again after a pause", async () => {
  let failures = 1;
  const log = new Log(async () => {
    if (failures-- > 0) throw new Error("no answer");
    return { log: "shared", entries: [entry(1)], last: 1 };
  });
  await log.sync();
  assert.deepEqual(numbers(log), []);
  mock.timers.tick(3_000);
  await settle();
  assert.deepEqual(numbers(log), [1]);
});

test("an acknowledged entry that does not arrive is read", async () => {
  const { log, reads } = desk([entry(1), entry(2)]);
  log.take(entry(1));
  log.expect(2);
  mock.timers.tick(1_500);
  await settle();
  assert.deepEqual(numbers(log), [1, 2]);
  assert.deepEqual(reads, [1]);
});

test("an acknowledged entry that arrives costs no reading", async () => {
  const { log, reads } = desk([]);
  log.take(entry(1));
  log.expect(2);
  log.take(entry(2));
  mock.timers.tick(5_000);
  await settle();
  assert.deepEqual(reads, []);
});

test("a closed log reads no more", async () => {
  const { log, reads } = desk([entry(1), entry(2), entry(3)]);
  log.expect(3);
  log.close();
  mock.timers.tick(10_000);
  await settle();
  assert.deepEqual(reads, []);
});
