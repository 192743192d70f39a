import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { signal } from "@preact/signals-core";

import { OwnSide } from "../../../web/static/components/own_side.js";
import { FakeDevices } from "../shared/fake_devices.js";
import { settle } from "../shared/fake_socket.js";

/** @typedef {import("../../../web/static/shared/call.js").Call} Call */

beforeEach(() => mock.timers.enable({ apis: ["setInterval"] }));
afterEach(() => mock.timers.reset());

/** A call over a line that carries so many bits a second, as its browser believes. @param {number} room */
function callOver(room) {
  const pair = { id: "pair", type: "candidate-pair", nominated: true, availableOutgoingBitrate: room };
  const pictures = signal(true);
  const call = {
    state: signal("connected"),
    others: signal([]),
    own: { dropCamera: async () => undefined, held: signal(false) },
    screen: signal(/** @type {MediaStreamTrack | null} */ (null)),
    shareScreen: async (/** @type {MediaStreamTrack | null} */ track) => void (call.screen.value = track),
    pictures,
    report: async () => new Map([[pair.id, pair]]),
    setPictures: async (/** @type {boolean} */ on) => void (pictures.value = on),
  };
  return { call: /** @type {Call} */ (/** @type {unknown} */ (call)), pictures };
}

/** @param {number} seconds */
async function pass(seconds) {
  for (let second = 0; second < seconds; second += 2) {
    mock.timers.tick(2_000);
    await settle();
  }
}

/** @param {Call} call @param {import("@preact/signals-core").Signal<boolean>} signs */
function sideOf(call, signs) {
  const trouble = signal(null);
  return new OwnSide({ call: signal(call), trouble, signed: () => signs.value, onLost: () => undefined });
}

test("where pictures have no room for a while, sound goes on alone", async () => {
  const { call, pictures } = callOver(60_000);
  const side = sideOf(call, signal(false));
  await pass(10);
  assert.equal(pictures.value, true, "a bad moment is no reason");
  await pass(8);
  assert.deepEqual([side.soundOnly.value, pictures.value], ["thin", false]);
  side.close();
});

test("who signs keeps the pictures, however few come through, until nobody signs", async () => {
  const { call, pictures } = callOver(60_000);
  const signs = signal(true);
  const side = sideOf(call, signs);
  await pass(30);
  assert.deepEqual([side.soundOnly.value, pictures.value], [null, true]);
  signs.value = false;
  await settle();
  assert.deepEqual([side.soundOnly.value, pictures.value], ["thin", false]);
  side.close();
});

test("where pictures have room they stay", async () => {
  const { call, pictures } = callOver(300_000);
  const side = sideOf(call, signal(false));
  await pass(30);
  assert.equal(pictures.value, true);
  side.close();
});

/** A browser in which one chooses the screen to show when the test says so. */
function picker() {
  const track = { readyState: "live", stop: () => void (track.readyState = "ended") };
  let chosen = (/** @type {object} */ _stream) => {};
  const mediaDevices = { getDisplayMedia: () => new Promise((resolve) => (chosen = resolve)) };
  Object.defineProperty(globalThis, "navigator", { value: { mediaDevices }, configurable: true });
  return { track, choose: () => chosen({ getVideoTracks: () => [track] }) };
}

for (const held of [false, true]) {
  test(`a screen that is chosen while the call is ${held ? "" : "not "}on hold is ${held ? "not " : ""}shown`, async () => {
    const { track, choose } = picker();
    const { call } = callOver(300_000);
    const side = sideOf(call, signal(false));
    const sharing = side.shareScreen();
    call.own.held.value = held;
    choose();
    await sharing;
    assert.deepEqual([call.screen.value, track.readyState], held ? [null, "ended"] : [track, "live"]);
    side.close();
  });
}

test("a camera that comes on and cannot be sent is a trouble that is told", async () => {
  const devices = new FakeDevices();
  const { call } = callOver(300_000);
  const fails = async () => Promise.reject(new DOMException("no", "InvalidModificationError"));
  Object.assign(call.own, { heard: signal(true), replace: fails });
  const trouble = signal(/** @type {import("../../../web/static/components/call_trouble.js").Trouble | null} */ (null));
  const side = new OwnSide({ call: signal(call), trouble, signed: () => false, onLost: () => undefined });
  const opening = side.devices.open(false);
  devices.questions[0]?.allow();
  await opening;
  const switching = side.setCamera(true);
  devices.questions[1]?.allow();
  await switching;
  assert.deepEqual(trouble.value, { refused: { code: "media_failed" } });
  side.close();
});

/** Our side of a call with sound alone so far: what is done, and what is open then. @param {(side: OwnSide, devices: FakeDevices) => Promise<void>} act */
async function cameraAfter(act) {
  const devices = new FakeDevices();
  const { call } = callOver(300_000);
  Object.assign(call.own, { heard: signal(true), replace: async () => undefined });
  const trouble = signal(null);
  const side = new OwnSide({ call: signal(call), trouble, signed: () => false, onLost: () => undefined });
  const opening = side.devices.open(false);
  devices.questions[0]?.allow();
  await opening;
  await act(side, devices);
  const open = devices.live.map(({ kind }) => kind);
  side.close();
  return { open, trouble: trouble.value };
}

test("a camera that is switched off before the browser has opened it stays off, and nobody misses it", async () => {
  const act = async (/** @type {OwnSide} */ side, /** @type {FakeDevices} */ devices) => {
    const switching = side.setCamera(true);
    await side.setCamera(false);
    devices.questions[1]?.refuse();
    await switching;
    assert.equal(devices.questions.length, 2, "it is not tried in another way either");
  };
  assert.deepEqual(await cameraAfter(act), { open: ["audio"], trouble: null });
});

test("sound alone that is wished while the pictures come back leaves the camera off", async () => {
  const act = async (/** @type {OwnSide} */ side, /** @type {FakeDevices} */ devices) => {
    await side.setSoundOnly("wish");
    const back = side.setSoundOnly(null);
    await Promise.all([side.setSoundOnly("wish"), settle()]);
    devices.questions[1]?.allow();
    await back;
  };
  assert.deepEqual(await cameraAfter(act), { open: ["audio"], trouble: null });
});

test("pictures that are wished again while the camera goes off come back", async () => {
  const { call, pictures } = callOver(300_000);
  const side = sideOf(call, signal(false));
  let dropped = (/** @type {undefined} */ _nothing) => {};
  call.own.dropCamera = () => new Promise((resolve) => (dropped = resolve));
  const alone = side.setSoundOnly("thin");
  const back = side.setSoundOnly(null);
  await settle();
  dropped(undefined);
  await Promise.all([alone, back]);
  assert.deepEqual([side.soundOnly.value, pictures.value], [null, true]);
  side.close();
});

for (const [what, end] of /** @type {const} */ ([
  ["is switched off", (/** @type {OwnSide} */ side) => side.setCamera(false)],
  ["is let go of with its call", async (/** @type {OwnSide} */ side) => side.rest()],
])) {
  test(`another camera that ${what} before the browser refuses it is missed by nobody`, async () => {
    const act = async (/** @type {OwnSide} */ side, /** @type {FakeDevices} */ devices) => {
      const choosing = side.choose("videoinput", "back");
      await end(side);
      devices.questions[1]?.refuse();
      await choosing;
    };
    assert.equal((await cameraAfter(act)).trouble, null);
  });
}
