import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { Call } from "../../../web/static/shared/call.js";
import { Refused } from "../../../web/static/shared/connection.js";
import { FakeStream, FakeTrack } from "./fake_devices.js";
import { FakePeer } from "./fake_peer.js";
import { settle } from "./fake_socket.js";

Object.assign(globalThis, { MediaStream: FakeStream, RTCPeerConnection: FakePeer });

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"] });
  mock.method(performance, "now", () => Date.now());
});
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

/** A call that is connected, and what was offered in it. @param {...string} kinds  what is sent */
async function connected(...kinds) {
  const desk = { offers: /** @type {string[]} */ ([]), refuses: false, refusal: { code: "unavailable" } };
  const offer = async (/** @type {string} */ sdp) => {
    desk.offers.push(sdp);
    if (desk.refuses) throw new Refused(desk.refusal);
    return { sdp: "", streams: [] };
  };
  const call = new Call({ offer, stream: /** @type {any} */ (new FakeStream(kinds.map((kind) => new FakeTrack(kind)))) });
  call.connect();
  await pass(0);
  FakePeer.newest?.become("connected");
  desk.offers.length = 0;
  return { call, desk };
}

/** @param {number} milliseconds */
async function pass(milliseconds) {
  mock.timers.tick(milliseconds);
  for (let turn = 0; turn < 5; turn += 1) await settle();
}

for (const { name, kinds, change, offer } of [
  {
    name: "a camera that is switched on",
    kinds: ["audio"],
    change: (/** @type {Call} */ call) => call.own.replace(/** @type {any} */ (new FakeTrack("video"))),
    offer: "audio sendrecv\nvideo sendrecv",
  },
  {
    name: "a camera that is switched off",
    kinds: ["audio", "video"],
    change: (/** @type {Call} */ call) => call.own.dropCamera(),
    offer: "audio sendrecv\nvideo recvonly",
  },
  {
    name: "sound alone",
    kinds: ["audio"],
    change: (/** @type {Call} */ call) => call.setPictures(false),
    offer: "audio sendrecv\nvideo inactive",
  },
]) {
  test(`${name} is offered again where the desk could not take it, and then no more`, async () => {
    const { call, desk } = await connected(...kinds);
    desk.refuses = true;
    await change(call);
    assert.deepEqual(desk.offers, [offer]);
    desk.refuses = false;
    await pass(4_000);
    assert.deepEqual(desk.offers, [offer, offer]);
    await pass(60_000);
    assert.equal(desk.offers.length, 2);
    call.hangUp();
  });
}

test("a screen goes with the pictures where sound goes on alone, though the desk could not take that at once", async () => {
  const { call, desk } = await connected("audio");
  await call.shareScreen(/** @type {any} */ (new FakeTrack("video")));
  assert.equal(desk.offers.at(-1), "audio sendrecv\nvideo recvonly\nvideo sendonly");
  desk.refuses = true;
  await call.setPictures(false);
  desk.refuses = false;
  await pass(4_000);
  assert.equal(desk.offers.at(-1), "audio sendrecv\nvideo inactive\nvideo inactive");
  assert.equal(call.screen.value, null);
  call.hangUp();
});

test("a screen that the desk refuses is a refusal to whoever shows it", async () => {
  const { call, desk } = await connected("audio");
  desk.refuses = true;
  const track = new FakeTrack("video");
  await assert.rejects(call.shareScreen(/** @type {any} */ (track)), Refused);
  assert.deepEqual([call.screen.value, track.readyState], [null, "ended"]);
  call.hangUp();
});

test("nothing of a screen that the desk refused is offered later, by whatever is offered next", async () => {
  const { call, desk } = await connected("audio");
  desk.refuses = true;
  const sharing = call.shareScreen(/** @type {any} */ (new FakeTrack("video")));
  // Waits for its turn behind the screen.
  call.refresh();
  await assert.rejects(sharing, Refused);
  await pass(0);
  desk.refuses = false;
  await pass(4_000);
  assert.deepEqual(desk.offers, [
    "audio sendrecv\nvideo recvonly\nvideo sendonly",
    "audio sendrecv\nvideo recvonly\nvideo inactive",
    "audio sendrecv\nvideo recvonly\nvideo inactive",
  ]);
  assert.equal(FakePeer.newest?.getTransceivers()[2]?.sender.track, null);
  await pass(60_000);
  assert.equal(desk.offers.length, 3);
  call.hangUp();
});

test("a screen is shown on where the call moves, though the worker there has not come at first", async () => {
  const { call, desk } = await connected("audio");
  const track = new FakeTrack("video");
  await call.shareScreen(/** @type {any} */ (track));
  desk.refuses = true;
  call.move();
  await pass(0);
  desk.refuses = false;
  await pass(4_000);
  assert.equal(desk.offers.at(-1), "audio sendrecv\nvideo recvonly\nvideo sendonly");
  assert.deepEqual([call.screen.value, track.readyState], [track, "live"]);
  assert.equal(FakePeer.newest?.getTransceivers()[2]?.sender.track, track);
  call.hangUp();
});

for (const { name, line } of [
  { name: "that is connected", line: "connected" },
  { name: "that has lost its way", line: "failed" },
]) {
  test(`a call ${name} offers nothing again before the desk wants it`, async () => {
    const { call, desk } = await connected("audio");
    Object.assign(desk, { refuses: true, refusal: { code: "too_many_requests", retry_after: 12 } });
    call.refresh();
    await pass(0);
    desk.refuses = false;
    FakePeer.newest?.become(line);
    await pass(6_000);
    await pass(5_900);
    assert.equal(desk.offers.length, 1);
    await pass(100);
    assert.equal(desk.offers.length, 2);
    call.hangUp();
  });
}

test("what changes while the desk wants to be left alone is offered once, when it may be", async () => {
  const { call, desk } = await connected("audio");
  Object.assign(desk, { refuses: true, refusal: { code: "too_many_requests", retry_after: 12 } });
  call.refresh();
  await pass(0);
  desk.refuses = false;
  call.refresh();
  await call.own.replace(/** @type {any} */ (new FakeTrack("video")));
  await pass(11_900);
  assert.equal(desk.offers.length, 1);
  await pass(100);
  assert.deepEqual(desk.offers.slice(1), ["audio sendrecv\nvideo sendrecv"]);
  await pass(60_000);
  assert.equal(desk.offers.length, 2);
  call.hangUp();
});

test("who comes after the desk took an offer again is not left out because it asked to wait before", async () => {
  const { call, desk } = await connected("audio");
  Object.assign(desk, { refuses: true, refusal: { code: "too_many_requests", retry_after: 12 } });
  call.refresh();
  await pass(0);
  desk.refuses = false;
  await pass(3_000);
  call.reconnect();
  await pass(0);
  FakePeer.newest?.become("disconnected");
  FakePeer.newest?.become("connected");
  await pass(1_500);
  const offers = desk.offers.length;
  call.refresh();
  await pass(0);
  assert.equal(desk.offers.length, offers + 1);
  call.hangUp();
});
