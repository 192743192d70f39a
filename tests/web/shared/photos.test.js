import assert from "node:assert/strict";
import { test } from "node:test";

import { Refused, Unanswered } from "../../../web/static/shared/connection.js";
import { fetchPhoto, openPhoto, sendPhoto, withPhoto } from "../../../web/static/shared/photos.js";

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
  const asked = network(async () => Response.json({ view: view("pho_1", "taken") }));
  const sent = await sendPhoto("pho_1", "the-token", new Blob(["jpeg"]));
  assert.equal(sent.sha256, null);
  const [[path, how] = ["", {}]] = asked;
  assert.equal(path, "/api/photos/pho_1");
  assert.equal(how.method, "PUT");
  assert.deepEqual(how.headers, { Authorization: "Bearer the-token" });
});

test("staff ask by their cookie alone", async () => {
  const asked = network(async () => new Response("jpeg"));
  assert.equal(await (await fetchPhoto("pho_1", null)).text(), "jpeg");
  assert.deepEqual(asked[0]?.[1], { credentials: "same-origin" });
});

test("a refusal has its code, and what is not known is not answered", async () => {
  network(async () => Response.json({ error: { code: "photo_over" } }, { status: 409 }));
  await assert.rejects(sendPhoto("pho_1", "t", new Blob()), (error) => error instanceof Refused && error.code === "photo_over");
  network(async () => new Response("<html>", { status: 502 }));
  await assert.rejects(sendPhoto("pho_1", "t", new Blob()), Unanswered);
  network(async () => Promise.reject(new TypeError("away")));
  await assert.rejects(fetchPhoto("pho_1", "t"), Unanswered);
});
