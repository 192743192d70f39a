import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { Refused } from "../../../web/static/shared/connection.js";
import { FLOOR } from "../../../web/static/shared/floor.js";
import { FloorWatch } from "../../../web/static/shared/floor_watch.js";
import { settle } from "./fake_socket.js";

beforeEach(() => {
  mock.timers.enable({ apis: ["setInterval", "Date"] });
  mock.method(performance, "now", () => Date.now());
});
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

/** A connection that sends pictures, of which a tenth is lost on a way that is not full. */
function connection() {
  /** @type {{ connected: boolean, applies: boolean, sends: boolean, room: number, roundTrip: number, told: (number | null)[], refuses: boolean, asked: number }} */
  const state = { connected: true, applies: true, sends: true, room: 130_000, roundTrip: 0.05, told: [], refuses: false, asked: 0 };
  const counted = { sent: 0, again: 0, lost: 0, at: 0 };
  const report = async () => {
    counted.at += 2_000;
    if (state.sends) {
      counted.sent += 60;
      counted.again += 10;
      counted.lost += 5;
    }
    const entries = [
      { id: "pair", type: "candidate-pair", nominated: true, availableOutgoingBitrate: state.room },
      { id: "sound", type: "remote-inbound-rtp", kind: "audio", timestamp: counted.at, packetsLost: 0, roundTripTime: 1 },
      { id: "out", type: "outbound-rtp", kind: "video", packetsSent: counted.sent, retransmittedPacketsSent: counted.again },
      { id: "told", type: "remote-inbound-rtp", kind: "video", timestamp: counted.at, packetsLost: counted.lost, roundTripTime: state.roundTrip },
    ];
    return /** @type {RTCStatsReport} */ (/** @type {unknown} */ (new Map(entries.map((entry) => [entry.id, entry]))));
  };
  /** @type {FloorWatch} */
  const watch = new FloorWatch({
    report,
    connected: () => state.connected,
    applies: () => state.applies,
    told: () => state.told.at(-1) ?? null,
    tell: async () => {
      state.asked += 1;
      if (state.refuses) throw new Refused({ code: "too_many_requests", retry_after: 5 });
      state.told.push(watch.rate);
    },
  });
  return { state, watch };
}

/** @param {number} looks */
async function pass(looks) {
  for (let look = 0; look < looks; look += 1) {
    mock.timers.tick(2_000);
    await settle();
  }
}

test("what is counted between looks tells that a floor is needed, and that it does harm", async () => {
  const { state, watch } = connection();
  await pass(4);
  assert.deepEqual(state.told, []);
  await pass(1);
  assert.deepEqual(state.told, [FLOOR]);
  state.roundTrip = 0.4;
  await pass(2);
  assert.deepEqual(state.told, [FLOOR, null]);
  watch.close();
});

test("where no picture is sent nothing is found out", async () => {
  const { state, watch } = connection();
  state.sends = false;
  await pass(20);
  assert.deepEqual(state.told, []);
  watch.close();
});

test("a floor is lifted where a third comes, and where no picture is sent any more", async () => {
  for (const change of [{ applies: false }, { sends: false }]) {
    const { state, watch } = connection();
    await pass(5);
    Object.assign(state, change);
    await pass(1);
    assert.deepEqual(state.told, [FLOOR, null]);
    watch.close();
  }
});

test("where the browser could not be told it is told again", async () => {
  const { state, watch } = connection();
  await pass(5);
  Object.assign(state, { roundTrip: 0.4, refuses: true });
  state.asked = 0;
  await pass(5);
  assert.deepEqual(state.told, [FLOOR]);
  assert.equal(state.asked, 2, "not before the desk wants it");
  state.refuses = false;
  await pass(3);
  assert.deepEqual(state.told, [FLOOR, null]);
  watch.close();
});

test("while the connection is lost nothing is told, and the way back is seen anew", async () => {
  const { state, watch } = connection();
  await pass(5);
  state.connected = false;
  await pass(5);
  assert.deepEqual(state.told, [FLOOR]);
  state.connected = true;
  await pass(1);
  assert.deepEqual(state.told, [FLOOR, null]);
  watch.close();
});

test("after it was closed nothing is looked at", async () => {
  const { state, watch } = connection();
  watch.close();
  await pass(20);
  assert.deepEqual(state.told, []);
});
