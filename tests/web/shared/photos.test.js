import assert from "node:assert/strict";
import { test } from "node:test";

import { Refused, Unanswered } from "../../../web/static/shared/connection.js";
import { fetchPhoto, openPhoto, sendPhoto, withPhoto } from "../../../web/static/shared/photos.js";
import { FakeUpload } from "./fake_upload.js";

globalThis.XMLHttpRequest = /** @type {any} */ (FakeUpload);

/** @param {string} photo @param {string} state @param {string} [call] */
const view = (photo, state, call = "k_call0000") => /** @type {any} */ ({ photo, state, call });

/** @param {() => Promise<Response>} answer @returns {[string, RequestInit][]} */
function network(answer) {
  /** @type {[string, RequestInit][]} */
  const asked = [];
  globalThis.fetch = async (path, how) => {
    asked.push([String(path), how ?? {}]);
    return answer();
  };
  return asked;
}

test("what is known of a photo takes the place of what was", () => {
  const known = withPhoto(withPhoto([], view("pho_1", "asked")), view("pho_2", "asked"));
  assert.deepEqual(
    withPhoto(known, view("pho_1", "agreed")).map(({ state }) => state),
    ["agreed", "asked"],
  );
});

test("the photo that may yet come is the call's own", () => {
  const known = [view("pho_1", "asked", "k_other000"), view("pho_2", "taken"), view("pho_3", "agreed")];
  assert.equal(openPhoto(known, "k_call0000")?.photo, "pho_3");
  assert.equal(openPhoto(known, "k_third000"), null);
  assert.equal(openPhoto(known, undefined), null);
});

test("it goes under the token in a header, and never in an address", async () => {
  const sent = sendPhoto("pho_1", "the-token", new Blob(["jpeg"]));
  assert.deepEqual(FakeUpload.last.to, ["PUT", "/api/photos/pho_1"]);
  assert.deepEqual(FakeUpload.last.headers, { Authorization: "Bearer the-token" });
  FakeUpload.last.answer(200, JSON.stringify({ view: view("pho_1", "taken") }));
  assert.equal((await sent).sha256, null);
});

test("how much is on its way is told, and it can be given up", async () => {
  const giveUp = new AbortController();
  /** @type {number[]} */
  const shares = [];
  const sent = sendPhoto("pho_1", "t", new Blob(["jpeg"]), { onProgress: (share) => shares.push(share), signal: giveUp.signal });
  FakeUpload.last.upload.onprogress?.({ loaded: 1, total: 4 });
  FakeUpload.last.upload.onprogress?.({ loaded: 4, total: 4 });
  giveUp.abort();
  await assert.rejects(sent, Unanswered);
  assert.deepEqual(shares, [0.25, 1]);
});

test("staff ask by their cookie alone", async () => {
  const asked = network(async () => new Response("jpeg"));
  assert.equal(await (await fetchPhoto("pho_1", null)).text(), "jpeg");
  assert.deepEqual(asked[0]?.[1], { credentials: "same-origin" });
});

test("a refusal has its code, and what is not known is not answered", async () => {
  const refused = sendPhoto("pho_1", "t", new Blob());
  FakeUpload.last.answer(409, JSON.stringify({ error: { code: "photo_over" } }));
  await assert.rejects(refused, (error) => error instanceof Refused && error.code === "photo_over");
  const lost = sendPhoto("pho_1", "t", new Blob());
  FakeUpload.last.answer(502, "<html>");
  await assert.rejects(lost, Unanswered);
  const away = sendPhoto("pho_1", "t", new Blob());
  FakeUpload.last.onerror();
  await assert.rejects(away, Unanswered);
  network(async () => Promise.reject(new TypeError("away")));
  await assert.rejects(fetchPhoto("pho_1", "t"), Unanswered);
});
