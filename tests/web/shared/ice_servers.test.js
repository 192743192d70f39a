/** Servers for a connection: asked for when they are needed, again before their passwords run out, and never fatal. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { IceServers } from "../../../web/static/shared/ice_servers.js";

const TURN = { urls: ["turn:turn.test"], username: "1:somebody", credential: "secret" };

/** @param {(() => Promise<any>)} mint */
function servers(mint) {
  const clock = { now: 0 };
  return { clock, servers: new IceServers(mint, () => clock.now) };
}

test("they are asked for once as long as they are good, and again before they are not", async () => {
  let asked = 0;
  const { clock, servers: found } = servers(async () => ({ servers: [{ ...TURN, username: `${(asked += 1)}` }], seconds: 600 }));
  const first = await found.current();
  assert.deepEqual(first, [{ ...TURN, username: "1" }]);
  clock.now = 299_000;
  assert.equal(await found.current(), first);
  clock.now = 301_000;
  assert.deepEqual(await found.current(), [{ ...TURN, username: "2" }]);
});

test("a STUN server has no credentials", async () => {
  const stun = { urls: ["stun:stun.test"], username: null, credential: null };
  const { servers: found } = servers(async () => ({ servers: [stun, TURN], seconds: 60 }));
  assert.deepEqual(await found.current(), [{ urls: ["stun:stun.test"] }, TURN]);
});

test("where the desk gives none, the last ones stay, and it is asked again", async () => {
  let fails = true;
  const { clock, servers: found } = servers(async () => {
    if (fails) throw new Error("not now");
    return { servers: [TURN], seconds: 600 };
  });
  assert.deepEqual(await found.current(), []);
  fails = false;
  assert.deepEqual(await found.current(), [TURN]);
  fails = true;
  clock.now = 3_600_000;
  assert.deepEqual(await found.current(), [TURN]);
});
