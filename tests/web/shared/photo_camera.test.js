import assert from "node:assert/strict";
import { test } from "node:test";

import { ChosenDevices } from "../../../web/static/shared/chosen_devices.js";
import { OwnDevices } from "../../../web/static/shared/own_devices.js";
import { PhotoCamera } from "../../../web/static/shared/photo_camera.js";
import { FakeDevices } from "./fake_devices.js";
import { settle } from "./fake_socket.js";

/** A call with the camera on the front, or with sound alone, in which a photo is about to be taken. @param {boolean} [video] */
async function photographing(video = true) {
  const devices = new FakeDevices();
  /** What the call sends, one after another. @type {string[]} */
  const sent = [];
  const onTrack = async (/** @type {any} */ track) => void sent.push(track.deviceId);
  const own = new OwnDevices({ chosen: new ChosenDevices(), onTrack, onLost: () => undefined });
  const opening = own.open(video);
  devices.questions.shift()?.allow();
  await opening;
  const camera = new PhotoCamera(own);
  if (video) await camera.open();
  const cameras = () => devices.live.filter(({ kind }) => kind === "video").map(({ deviceId }) => deviceId);
  /** The browser answers what is asked, as often as something is. @param {...("allow" | "refuse")} answers */
  const answers = async (...answers) => {
    for (const answer of answers) {
      await settle();
      devices.questions.shift()?.[answer]();
    }
    await settle();
  };
  return { devices, own, camera, cameras, sent, answers };
}

test("the call has its own camera back once the photo is done", async () => {
  const { camera, cameras, sent, answers } = await photographing();
  const exchanging = camera.other();
  await answers("allow");
  assert.equal(await exchanging, true);
  assert.deepEqual(cameras(), ["back"]);
  camera.close();
  await answers("allow");
  assert.deepEqual([cameras(), sent], [["front"], ["back", "front"]]);
});

for (const { name, first } of [
  { name: "at once", first: /** @type {const} */ (["allow"]) },
  { name: "once the first is closed, as on a phone", first: /** @type {const} */ (["refuse", "allow"]) },
]) {
  test(`a photo that is cancelled while another camera is being opened leaves the call its own: opened ${name}`, async () => {
    const { devices, camera, cameras, sent, answers } = await photographing();
    const exchanging = camera.other();
    await settle();
    camera.close();
    await answers(...first, ...first);
    await exchanging;
    assert.deepEqual([cameras(), sent.at(-1), devices.questions], [["front"], "front", []]);
  });
}

test("a photo that is cancelled before another camera was asked for leaves it alone", async () => {
  const { devices, camera, cameras } = await photographing();
  const exchanging = camera.other();
  camera.close();
  await settle();
  assert.deepEqual([cameras(), devices.questions], [["front"], []]);
  assert.equal(await exchanging, false);
});

for (const answer of /** @type {const} */ (["allow", "refuse"])) {
  test(`a camera that is switched off while the photo's is being opened stays off, whatever the browser says: ${answer}`, async () => {
    const { devices, own, camera, cameras, sent, answers } = await photographing();
    const exchanging = camera.other();
    await settle();
    own.dropCamera();
    await answers(answer);
    assert.equal(await exchanging, false);
    assert.deepEqual([cameras(), sent, devices.questions], [[], [], []]);
  });
}

test("a call that ends while another camera is being opened has none afterwards", async () => {
  const { own, camera, cameras, answers } = await photographing();
  const exchanging = camera.other();
  await settle();
  own.close();
  camera.close();
  await answers("allow", "allow");
  assert.equal(await exchanging, false);
  assert.deepEqual(cameras(), []);
});

test("a camera of its own that is being opened when the photo is cancelled is not tried in another way", async () => {
  const { devices, camera, cameras, answers } = await photographing(false);
  const opening = camera.open();
  camera.close();
  await answers("refuse");
  assert.deepEqual([devices.questions, cameras()], [[], []]);
  assert.equal(await opening, false);
});

test("nor is the one before, when the photo is cancelled while another of its own is being opened", async () => {
  const { devices, camera, cameras, answers } = await photographing(false);
  const opening = camera.open();
  await answers("refuse", "allow");
  assert.deepEqual([await opening, cameras()], [true, ["front"]]);
  const exchanging = camera.other();
  await settle();
  camera.close();
  await answers("refuse");
  assert.deepEqual([devices.questions, cameras()], [[], []]);
  assert.equal(await exchanging, false);
});
