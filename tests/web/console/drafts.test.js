import assert from "node:assert/strict";
import { test } from "node:test";

import { Drafts } from "../../../web/static/console/drafts.js";

function shelf() {
  /** @type {Map<string, string>} */ const values = new Map();
  return {
    values,
    get: (/** @type {string} */ key) => values.get(key) ?? null,
    set: (/** @type {string} */ key, /** @type {string} */ value) => void values.set(key, value),
    remove: (/** @type {string} */ key) => void values.delete(key),
  };
}

test("each conversation has its own reply and note", () => {
  const drafts = new Drafts(shelf());
  drafts.change("a", { reply: "voor a" });
  drafts.change("b", { reply: "voor b", mode: "note" });
  drafts.change("a", { note: "over a" });
  assert.deepEqual(drafts.of("a").value, { reply: "voor a", note: "over a", mode: "reply" });
  assert.deepEqual(drafts.of("b").value, { reply: "voor b", note: "", mode: "note" });
  assert.equal(drafts.of("a"), drafts.of("a"));
});

test("a draft is found again after a reload", () => {
  const kept = shelf();
  new Drafts(kept).change("a", { reply: "half een zin" });
  assert.equal(new Drafts(kept).of("a").value.reply, "half een zin");
});

test("a lesson that is being written waits for whoever looks elsewhere", () => {
  const drafts = new Drafts(shelf());
  const said = { conversation: "a", message: 3 };
  assert.equal(drafts.lesson(said).value, null);
  drafts.lesson(said).value = { text: "half een les", topic: "", language: "nl" };
  assert.equal(drafts.lesson({ ...said }).value?.text, "half een les");
  assert.equal(drafts.lesson({ ...said, message: 4 }).value, null);
});

test("what is sent or forgotten leaves nothing behind", () => {
  const kept = shelf();
  const drafts = new Drafts(kept);
  drafts.change("a", { reply: "weg" });
  drafts.change("a", { reply: "" });
  drafts.change("b", { note: "weg" });
  drafts.forget("b");
  assert.equal(kept.values.size, 0);
  assert.equal(drafts.of("b").value.note, "");
});

test("what somebody else put in the storage is not believed", () => {
  for (const written of ["", "nonsense", "[]", "null", '{"reply": 7, "note": null, "mode": "shout"}']) {
    const kept = shelf();
    kept.set("draft.a", written);
    assert.deepEqual(new Drafts(kept).of("a").value, { reply: "", note: "", mode: "reply" });
  }
});
