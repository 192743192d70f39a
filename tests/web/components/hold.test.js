import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { signal } from "@preact/signals-core";

import { Hold } from "../../../web/static/components/hold.js";
import { Connection } from "../../../web/static/shared/connection.js";
import { Conversation } from "../../../web/static/shared/conversation.js";
import { Outbox } from "../../../web/static/shared/outbox.js";
import { OwnMedia } from "../../../web/static/shared/own_media.js";
import { readResult } from "../../../web/static/shared/protocol.js";
import { FakeSocket, settle } from "../shared/fake_socket.js";
import { MemoryShelf } from "../shared/memory_shelf.js";

/** @typedef {import("../../../web/static/shared/call.js").Call} Call */
/** @typedef {import("../../../web/static/components/call_trouble.js").Trouble} Trouble */

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

const ME = "p_citizen01";

/** @typedef {{ kind: string, enabled: boolean, readyState: string, stop: () => void }} Track  One that no device sends. */

/** @param {string} kind @returns {Track} */
function trackOf(kind) {
  const track = { kind, enabled: true, readyState: "live", stop: () => void (track.readyState = "ended") };
  return track;
}

/** The still sign, as a page would draw it. */
const sign = trackOf("video");
const brush = { fillRect: () => undefined };
const canvas = { getContext: () => brush, captureStream: () => ({ getVideoTracks: () => [sign] }) };
Object.assign(globalThis, { document: { createElement: () => canvas } });

/** @param {Track[]} tracks */
function streamOf(...tracks) {
  const held = new Set(tracks);
  const stream = {
    getTracks: () => [...held],
    getAudioTracks: () => [...held].filter(({ kind }) => kind === "audio"),
    getVideoTracks: () => [...held].filter(({ kind }) => kind === "video"),
    addTrack: (/** @type {Track} */ track) => held.add(track),
    removeTrack: (/** @type {Track} */ track) => held.delete(track),
  };
  return /** @type {MediaStream} */ (/** @type {unknown} */ (stream));
}

/** The call as the desk shows it, held by us or not. @param {boolean} held */
function viewOf(held) {
  const participant = { participant: ME, kind: "citizen" };
  const party = { participant, state: "in", connected: true, held };
  return { call: "k_12345678", state: "running", proposed_by: ME, video: false, placement: 1, parties: [party] };
}

/** A citizen who is seen and heard in a call. @param {() => Promise<void>} [attach] how its line sends other tracks */
async function inCall(attach = async () => undefined) {
  const socket = new FakeSocket();
  socket.desk["log.sync"] = () => ({ ok: { log: "shared", entries: [], last: 0 } });
  const connection = new Connection(socket);
  connection.open();
  socket.accept();
  const conversation = new Conversation({
    connection,
    outbox: new Outbox({ shelf: new MemoryShelf(), key: "outbox" }),
    shown: readResult("conversation.open", {
      conversation: "c_12345678",
      participant: ME,
      phase: "active",
      language: "nl",
      need: {},
      team: "central",
      sensitive: false,
      shared_last: 0,
      call: viewOf(false),
    }),
  });
  await settle();
  const [microphone, camera] = [trackOf("audio"), trackOf("video")];
  const own = new OwnMedia(streamOf(microphone, camera), attach);
  const screen = signal(/** @type {Track | null} */ (null));
  const shareScreen = async (/** @type {null} */ track) => {
    screen.value?.stop();
    screen.value = track;
    await attach();
  };
  const call = /** @type {Call} */ (/** @type {unknown} */ ({ own, screen, shareScreen }));
  const trouble = signal(/** @type {Trouble | null} */ (null));
  const hold = new Hold({ venue: conversation, call: signal(call), trouble });
  const told = () => socket.sent.filter(({ event }) => event === "call.hold").map(({ payload }) => payload.held);
  return { socket, call, microphone, camera, screen, trouble, hold, told };
}

test("whoever comes back into a call that they hold is not heard either", async () => {
  const { call, microphone, hold } = await inCall();
  hold.keep(call, /** @type {any} */ (viewOf(true)));
  assert.deepEqual([microphone.enabled, call.own.held.value], [false, true]);
});

test("whoever comes back into a call that nobody holds is heard", async () => {
  const { call, microphone, hold } = await inCall();
  hold.keep(call, /** @type {any} */ (viewOf(false)));
  assert.deepEqual([microphone.enabled, call.own.held.value], [true, false]);
});

test("a line that is slow to send the sign shows no camera meanwhile, and later the same", async () => {
  let done = () => {};
  const { socket, call, microphone, camera, hold } = await inCall(() => new Promise((resolve) => (done = resolve)));
  socket.desk["call.hold"] = () => ({ ok: {} });
  const holding = hold.turn(true);
  assert.deepEqual([microphone.enabled, camera.enabled], [false, false]);
  assert.deepEqual(call.own.stream.getVideoTracks(), [sign]);
  done();
  await holding;
  assert.equal(camera.enabled, true, "nobody else sees it, and a photo may be taken of it");
  const going = hold.turn(false);
  await settle();
  assert.deepEqual([microphone.enabled, camera.enabled], [true, true]);
  assert.deepEqual(call.own.stream.getVideoTracks(), [camera]);
  done();
  await going;
});

test("a camera stays dark where the line has the sign of an earlier hold alone", async () => {
  /** @type {(() => void)[]} */
  const done = [];
  const { call, camera } = await inCall(() => new Promise((resolve) => void done.push(resolve)));
  const turns = [call.own.hold(true), call.own.hold(false), call.own.hold(true)];
  done[0]?.();
  await turns[0];
  assert.equal(camera.enabled, false);
  for (const each of done) each();
  await Promise.all(turns);
  assert.equal(camera.enabled, true);
});

test("another camera that is taken during a hold is seen by nobody else, and gives a picture", async () => {
  const { call, camera } = await inCall();
  await call.own.hold(true);
  const other = trackOf("video");
  await call.own.replace(/** @type {any} */ (other));
  assert.deepEqual(call.own.stream.getVideoTracks(), [sign]);
  assert.deepEqual([camera.readyState, other.enabled], ["ended", true]);
});

test("a screen is not shown any more by whoever holds the call, at once and on a slow line too", async () => {
  /** @type {(() => void)[]} */
  const done = [];
  const { socket, screen, hold, told } = await inCall(() => new Promise((resolve) => void done.push(resolve)));
  socket.desk["call.hold"] = () => ({ ok: {} });
  const shown = trackOf("video");
  screen.value = shown;
  const holding = hold.turn(true);
  assert.deepEqual([shown.readyState, screen.value], ["ended", null]);
  for (const each of done) each();
  await holding;
  assert.deepEqual(told(), [true]);
});

test("nobody is heard again before the others know", async () => {
  const { socket, microphone, hold } = await inCall();
  socket.desk["call.hold"] = () => ({ ok: {} });
  await hold.turn(true);
  delete socket.desk["call.hold"];
  const going = hold.turn(false);
  await settle();
  assert.equal(microphone.enabled, false, "the desk has not answered");
  socket.newest("call.hold").answer({ ok: {} });
  await going;
  assert.equal(microphone.enabled, true);
});

test("a hold that a slow line was still making is not told once one has gone on", async () => {
  /** @type {(() => void)[]} */
  const done = [];
  const { socket, microphone, hold, told } = await inCall(() => new Promise((resolve) => void done.push(resolve)));
  socket.desk["call.hold"] = () => ({ ok: {} });
  const holding = hold.turn(true);
  const going = hold.turn(false);
  await settle();
  assert.equal(microphone.enabled, true);
  for (const each of done) each();
  await Promise.all([holding, going]);
  assert.deepEqual(told(), [false]);
});

test("whoever holds the call anew before the desk has heard that they go on is not heard", async () => {
  const { socket, microphone, hold, told } = await inCall();
  socket.desk["call.hold"] = () => ({ ok: {} });
  await hold.turn(true);
  delete socket.desk["call.hold"];
  const going = hold.turn(false);
  await settle();
  const goingOn = socket.newest("call.hold");
  const holding = hold.turn(true);
  await settle();
  goingOn.answer({ ok: {} });
  socket.newest("call.hold").answer({ ok: {} });
  await Promise.all([going, holding]);
  assert.deepEqual([told(), microphone.enabled], [[true, false, true], false]);
});

test("a turn that fails after another has worked is no trouble, and does not undo it", async () => {
  const { socket, microphone, trouble, hold, told } = await inCall();
  const holding = hold.turn(true);
  await settle();
  const first = socket.newest("call.hold");
  socket.desk["call.hold"] = () => ({ ok: {} });
  await hold.turn(false);
  first.late();
  await holding;
  mock.timers.tick(2_000);
  await settle();
  assert.deepEqual([told(), trouble.value, microphone.enabled], [[true, false], null, true]);
});

test("whoever cannot tell that they go on stays on hold, and the desk is told that", async () => {
  const { socket, microphone, trouble, hold, told } = await inCall();
  socket.desk["call.hold"] = () => ({ ok: {} });
  await hold.turn(true);
  delete socket.desk["call.hold"];
  const going = hold.turn(false);
  await settle();
  socket.newest("call.hold").late();
  await going;
  assert.equal(microphone.enabled, false);
  assert.deepEqual(trouble.value, { refused: { code: "unanswered" } });
  socket.desk["call.hold"] = () => ({ ok: {} });
  mock.timers.tick(2_000);
  await settle();
  assert.deepEqual(told(), [true, false, true]);
  assert.equal(trouble.value, null);
});

test("a hold that nobody heard of is a hold all the same, and told once the desk is there", async () => {
  const { socket, microphone, hold, told } = await inCall();
  socket.drop();
  await hold.turn(true);
  assert.equal(microphone.enabled, false);
  socket.accept();
  socket.desk["call.hold"] = () => ({ ok: {} });
  mock.timers.tick(2_000);
  await settle();
  assert.deepEqual([told(), microphone.enabled], [[true], false]);
});

test("what the desk refuses for good is not told again", async () => {
  const { socket, trouble, hold, told } = await inCall();
  socket.desk["call.hold"] = () => ({ error: { code: "call_over" } });
  await hold.turn(true);
  mock.timers.tick(60_000);
  await settle();
  assert.deepEqual(told(), [true]);
  assert.equal(trouble.value && "refused" in trouble.value && trouble.value.refused.code, "call_over");
});
