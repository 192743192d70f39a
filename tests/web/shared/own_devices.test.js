import assert from "node:assert/strict";
import { test } from "node:test";

import { ChosenDevices } from "../../../web/static/shared/chosen_devices.js";
import { OwnDevices } from "../../../web/static/shared/own_devices.js";
import { FakeDevices } from "./fake_devices.js";
import { settle } from "./fake_socket.js";

/** Devices that are open. */
async function opened() {
  const devices = new FakeDevices();
  const own = new OwnDevices({ chosen: new ChosenDevices(), onTrack: async () => undefined, onLost: () => undefined });
  const opening = own.open(true);
  devices.questions[0]?.allow();
  await opening;
  return { devices, own };
}

test("another camera takes the place of the one before it", async () => {
  const { devices, own } = await opened();
  const taking = own.take("videoinput", "back");
  devices.questions[1]?.allow();
  await taking;
  assert.deepEqual(devices.live.map(({ deviceId }) => deviceId), ["audio", "back"]);
});

test("where everything is closed while a camera is being opened, neither it nor one instead comes on", async () => {
  const { devices, own } = await opened();
  const taking = own.take("videoinput", "back").then((track) => track ?? own.take("videoinput"));
  own.close();
  devices.questions[1]?.allow();
  await settle();
  devices.questions[2]?.allow();
  assert.equal(await taking, null);
  assert.deepEqual([own.stream.value, devices.live], [null, []]);
});

test("a camera that is switched off while another is being opened stays off, however it was asked for", async () => {
  const { devices, own } = await opened();
  const taking = own.take("videoinput", "back");
  const choosing = own.choose("videoinput", "back");
  own.dropCamera();
  for (const question of devices.questions.slice(1)) question.allow();
  assert.deepEqual([await taking, await choosing], [null, true]);
  assert.deepEqual([own.camera, devices.live.map(({ kind }) => kind)], [null, ["audio"]]);
});

test("a camera that is switched off is not tried again in another way, and comes on where that is wished afterwards", async () => {
  const { devices, own } = await opened();
  const taking = own.take("videoinput", "back", null);
  own.dropCamera();
  devices.questions[1]?.refuse();
  assert.deepEqual([await taking, devices.questions.length], [null, 2]);
  const again = own.take("videoinput", "back", null);
  devices.questions[2]?.refuse();
  await settle();
  devices.questions[3]?.allow();
  assert.equal(await again, own.camera);
  assert.deepEqual(devices.live.map(({ deviceId }) => deviceId), ["audio", "front"]);
});

test("another microphone comes on though the camera is switched off meanwhile", async () => {
  const { devices, own } = await opened();
  const taking = own.take("audioinput");
  own.dropCamera();
  devices.questions[1]?.allow();
  assert.equal(await taking, own.microphone);
});
