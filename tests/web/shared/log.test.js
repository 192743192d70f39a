import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { Log } from "../../../web/static/shared/log.js";
import { entry, settle } from "./fake_socket.js";

/** A desk's log, read on in pages of two. @param {any[]} stored @param {number} [newest] */
function desk(stored, newest) {
  const reads = /** @type {any[]} */ ([]);
  const log = new Log(async (part) => {
    reads.push("after" in part ? part.after : part);
    return slice(stored, part, 2);
  }, newest);
  return { log, reads };
}

/**
 * What the desk answers.
 * @param {any[]} stored
 * @param {import("../../../web/static/shared/log.js").Part} part
 * @param {number} most  entries that it gives after a number
 * @returns {any}
 */
function slice(stored, part, most) {
  const entries =
    "after" in part
      ? stored.filter(({ number }) => number > part.after).slice(0, most)
      : stored.filter(({ number }) => number < part.before).slice(-part.limit);
  return { log: "shared", entries, last: stored.at(-1)?.number ?? 0 };
}

/** @param {number} from @param {number} to */
const run = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

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

test("a long log begins with its newest entries, and goes back on demand to its first", async () => {
  const stored = run(1, 130).map((number) => entry(number));
  const { log, reads } = desk(stored, 128);
  assert.equal(log.last, 78);
  await log.sync();
  assert.deepEqual(numbers(log), run(79, 130));
  assert.deepEqual([reads[0], log.hasEarlier.value], [78, true]);
  await log.readBack();
  assert.deepEqual(reads.at(-1), { before: 79, last: true, limit: 50 });
  assert.deepEqual(numbers(log), run(29, 130));
  await Promise.all([log.readBack(), log.readBack()]);
  assert.deepEqual([numbers(log), log.hasEarlier.value], [run(1, 130), false]);
  const asked = reads.length;
  await log.readBack();
  assert.equal(reads.length, asked);
});

test("what stood before may come before what is new", async () => {
  const stored = run(1, 60).map((number) => entry(number));
  const { log } = desk(stored, 60);
  await log.readBack();
  assert.deepEqual([numbers(log), log.last], [run(1, 10), 10]);
  await log.sync();
  assert.deepEqual(numbers(log), run(1, 60));
});

test("a reading back that fails changes nothing, and may be asked for again", async () => {
  let failures = 1;
  const stored = run(1, 60).map((number) => entry(number));
  const log = new Log(async (part) => {
    if ("before" in part && failures-- > 0) throw new Error("no answer");
    return slice(stored, part, 200);
  }, 60);
  await log.sync();
  await assert.rejects(log.readBack());
  assert.deepEqual([numbers(log), log.hasEarlier.value], [run(11, 60), true]);
  await log.readBack();
  assert.deepEqual(numbers(log), run(1, 60));
});

test("a log that is closed takes nothing that was read back", async () => {
  const { log } = desk(run(1, 60).map((number) => entry(number)), 60);
  const reading = log.readBack();
  log.close();
  await reading;
  assert.deepEqual(numbers(log), []);
});

test("whatever is read, backwards or on, and whatever arrives: each entry once, in order, without a gap", async () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const random = dice(seed);
    const stored = run(1, random(160)).map((number) => entry(number));
    const told = random(stored.length + 1) - 1;
    const log = new Log(async (part) => {
      await settle();
      if (random(5) === 1) throw new Error("no answer");
      return slice(stored, part, 1 + random(40));
    }, told);
    /** @type {Promise<unknown>[]} */ const doing = [];
    log.entries.subscribe((entries) => {
      const first = entries[0]?.number ?? 1;
      assert.deepEqual(entries.map(({ number }) => number), entries.map((_, index) => first + index), `seed ${seed}`);
    });
    for (let step = 0; step < 30; step += 1) {
      const chance = random(4);
      if (chance === 1) doing.push(log.sync());
      else if (chance === 2) doing.push(log.readBack().catch(() => undefined));
      else if (chance === 3) log.take(/** @type {any} */ (stored[random(stored.length) - 1]));
      else {
        stored.push(entry(stored.length + 1));
        if (random(2) === 1) log.take(/** @type {any} */ (stored.at(-1)));
      }
      if (random(3) === 1) await settle();
    }
    await Promise.all(doing);
    for (let tries = 0; tries < 100 && (log.hasEarlier.value || log.last < stored.length); tries += 1) {
      await log.readBack().catch(() => undefined);
      await log.sync();
    }
    assert.deepEqual(numbers(log), run(1, stored.length), `seed ${seed}`);
    log.close();
  }
});

/** Numbers from 1 that look random, the same each time. @param {number} seed */
function dice(seed) {
  let state = seed;
  return (/** @type {number} */ sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return 1 + (state % sides);
  };
}
