/** The test of the network, without one: what each thing comes to, and what that means for the reader. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Check } from "../../../web/static/check/check.js";
import { Refused } from "../../../web/static/shared/connection.js";

const TURN = { urls: ["turn:turn.test"], username: "1:somebody", credential: "secret" };
const STUN = { urls: ["stun:turn.test"], username: null, credential: null };

/**
 * A check in a network where these ways are open.
 * @param {{ transports?: string[], late?: Promise<unknown>, direct?: boolean, relayed?: boolean, servers?: unknown[], refuses?: Record<string, string>, notIn?: string, supported?: boolean }} network
 *   `late`: when a WebSocket stands, after the head start it gets
 */
function checkIn({ transports = ["websocket"], late, direct = true, relayed = true, servers = [TURN], refuses = {}, notIn, supported = true }) {
  /** @type {string[]} */
  const done = [];
  /** @type {string[]} */
  const tried = [];
  const connection = {
    send: async (/** @type {string} */ event) => {
      done.push(event);
      if (refuses[event]) throw new Refused({ code: refuses[event] });
      return { test: "k_12345678", servers, sdp: "answer" };
    },
    close: () => done.push("close"),
  };
  const check = new Check(
    /** @type {any} */ ({
      connectBy: async (/** @type {string} */ transport) => {
        tried.push(transport);
        if (transport === "websocket") await late;
        if (notIn) return notIn;
        return transports.includes(transport) ? connection : null;
      },
      headStart: () => (late === undefined ? new Promise(() => undefined) : Promise.resolve(null)),
      reachesWorker: async (/** @type {(sdp: string) => Promise<string>} */ offer, /** @type {unknown[] | null} */ relays) => {
        await offer("offer");
        return relays === null ? direct : relayed;
      },
      supported: () => supported,
    }),
  );
  return { check, done, tried };
}

/** @param {Check} check */
function network({ outcomes: { socket, direct, turn } }) {
  return [socket.value, direct.value, turn.value];
}

test("each way is tried, and the desk is told when it is over", async () => {
  const { check, done, tried } = checkIn({});
  assert.equal(check.verdict, null);
  await check.testNetwork();
  assert.deepEqual(network(check), ["good", "good", "good"]);
  assert.deepEqual(done, ["test.start", "test.offer", "test.offer", "test.end", "close"]);
  assert.deepEqual(tried, ["websocket"]);
});

test("beside a WebSocket that takes long the slower way is tried, and let go where it was not needed", async () => {
  /** @type {(_: unknown) => void} */
  let stands = () => undefined;
  const late = new Promise((resolve) => (stands = resolve));
  const { check, done, tried } = checkIn({ transports: ["websocket", "polling"], late });
  const tested = check.testNetwork();
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(tried, ["websocket", "polling"]);
  assert.deepEqual(network(check), ["running", "waiting", "waiting"]);
  stands(null);
  await tested;
  assert.deepEqual(network(check), ["good", "good", "good"]);
  assert.equal(done.filter((each) => each === "close").length, 2);
});

test("polling is the slower way", async () => {
  const { check } = checkIn({ transports: ["polling"] });
  await check.testNetwork();
  assert.deepEqual(network(check), ["slow", "good", "good"]);
});

test("without a way to the desk nothing else is tried", async () => {
  const { check, done } = checkIn({ transports: [] });
  await check.testNetwork();
  assert.deepEqual(network(check), ["bad", "untried", "untried"]);
  assert.equal(check.verdict, "nothing");
  assert.deepEqual(done, []);
});

test("a desk without TURN servers has no detour to try", async () => {
  const { check, done } = checkIn({ servers: [STUN], direct: false });
  await check.testNetwork();
  assert.equal(check.hasTurn.value, false);
  assert.deepEqual(network(check), ["good", "bad", "untried"]);
  assert.equal(check.verdict, "chat");
  assert.equal(done.filter((event) => event === "test.offer").length, 1);
});

test("who is told to wait is told so, and nothing is said of calls", async () => {
  const { check } = checkIn({ refuses: { "test.start": "too_many_requests" } });
  await check.testNetwork();
  assert.deepEqual(network(check), ["good", "later", "later"]);
  assert.equal(check.verdict, null);
});

test("that the desk has no media worker is not the reader's fault", async () => {
  const { check } = checkIn({ refuses: { "test.offer": "no_media_worker" } });
  await check.testNetwork();
  assert.deepEqual(network(check), ["good", "closed", "closed"]);
  assert.equal(check.verdict, "chat");
});

test("a browser without calls says so", async () => {
  const { check } = checkIn({ supported: false });
  await check.testNetwork();
  assert.deepEqual(network(check), ["good", "unsupported", "unsupported"]);
  assert.equal(check.verdict, "chat");
});

test("one open way is enough for a call, as far as the devices go", async () => {
  const { check } = checkIn({ direct: false });
  await check.testNetwork();
  const { camera, microphone } = check.outcomes;
  assert.equal(check.verdict, null);
  microphone.value = "good";
  camera.value = "bad";
  assert.equal(check.verdict, "sound");
  camera.value = "good";
  assert.equal(check.verdict, "video");
  microphone.value = "bad";
  assert.equal(check.verdict, "chat");
});

test("a desk that lets nobody more in is not one that cannot be reached", async () => {
  for (const late of [undefined, new Promise((resolve) => setTimeout(resolve))]) {
    const { check } = checkIn({ notIn: "crowded", late });
    await check.testNetwork();
    assert.deepEqual(network(check), ["later", "untried", "untried"]);
    assert.equal(check.verdict, null);
  }
});

test("a page that is too old says so, and blames no network", async () => {
  const { check } = checkIn({ notIn: "outdated" });
  await check.testNetwork();
  assert.deepEqual(network(check), ["waiting", "waiting", "waiting"]);
  assert.equal(check.outdated.value, true);
  assert.equal(check.verdict, null);
});
