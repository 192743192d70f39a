import assert from "node:assert/strict";
import { test } from "node:test";

import { signal } from "@preact/signals-core";

import { Photo } from "../../../web/static/components/photo.js";
import { settle } from "../shared/fake_socket.js";
import { FakeUpload } from "../shared/fake_upload.js";

globalThis.XMLHttpRequest = /** @type {any} */ (FakeUpload);

/** A citizen's page with a photo that was agreed to, on its way as far as half. */
async function sending() {
  /** @type {[string, object][]} */
  const told = [];
  const photo = new Photo(
    /** @type {any} */ ({
      call: signal({ call: "k_12345678" }),
      photos: signal([{ photo: "pho_1", call: "k_12345678", state: "agreed" }]),
      send: async (/** @type {string} */ event, /** @type {object} */ payload) => void told.push([event, payload]),
    }),
    "the-token",
  );
  const sent = photo.send(new Blob(["jpeg"]));
  await settle();
  FakeUpload.last.upload.onprogress?.({ loaded: 1, total: 2 });
  return { photo, sent, told, upload: FakeUpload.last };
}

test("a no stops the photo that is on its way, which is no trouble", async () => {
  const { photo, sent, told, upload } = await sending();
  assert.deepEqual([photo.sent.value, upload.aborted], [0.5, false]);
  await photo.answer(false);
  assert.equal(upload.aborted, true);
  await sent;
  assert.deepEqual(told, [["photo.answer", { photo: "pho_1", agree: false }]]);
  assert.equal(photo.trouble.value, null);
});

test("a photo that got lost by itself is a trouble", async () => {
  const { photo, sent, upload } = await sending();
  upload.onerror();
  await sent;
  assert.equal(photo.trouble.value, "error-unanswered");
});
