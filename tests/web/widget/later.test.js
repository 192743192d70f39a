import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { Backoff } from "../../../web/static/shared/backoff.js";
import { Later } from "../../../web/static/widget/later.js";
import { settle } from "../shared/fake_socket.js";

beforeEach(() => mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000_000 }));
afterEach(() => mock.timers.reset());

/** A part that is fetched from a server which is away. */
function away() {
  const server = { away: true, /** @type {string[]} */ asked: [] };
  /** @type {Set<() => void>} */ const sleepers = new Set();
  const later = new Later(
    async (again) => {
      server.asked.push(again);
      if (server.away) throw new TypeError("Failed to fetch dynamically imported module");
      return "part";
    },
    {
      backoff: new Backoff({ random: () => 1 }),
      wakes: (woke) => {
        sleepers.add(woke);
        return () => sleepers.delete(woke);
      },
    },
  );
  return { server, later, sleepers };
}

test("a part that did not come is asked for again by itself, each time under another address", async () => {
  const { server, later, sleepers } = away();
  later.want();
  await settle();
  later.want();
  mock.timers.tick(1_000);
  await settle();
  assert.deepEqual(server.asked, ["", "?again=1001000"]);
  mock.timers.tick(1_999);
  await settle();
  assert.equal(server.asked.length, 2);
  server.away = false;
  mock.timers.tick(1);
  await settle();
  assert.deepEqual([server.asked[2], later.part.value, sleepers.size], ["?again=1003000", "part", 0]);
  mock.timers.tick(60_000);
  await settle();
  assert.equal(server.asked.length, 3);
});

test("a page that wakes asks at once, and not again when the wait is over", async () => {
  const { server, later, sleepers } = away();
  later.want();
  await settle();
  server.away = false;
  for (const woke of sleepers) woke();
  await settle();
  assert.equal(later.part.value, "part");
  mock.timers.tick(60_000);
  await settle();
  assert.equal(server.asked.length, 2);
});
