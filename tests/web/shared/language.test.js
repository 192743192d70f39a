import assert from "node:assert/strict";
import { test } from "node:test";

import { chooseLanguage, Phrases } from "../../../web/static/shared/language.js";

for (const { wishes, chosen } of [
  { wishes: ["fr-BE", "nl"], chosen: "fr" },
  { wishes: [null, undefined, "de"], chosen: "de" },
  { wishes: ["tr", "EN-us"], chosen: "en" },
  { wishes: ["tr"], chosen: "nl" },
  { wishes: [], chosen: "nl" },
]) {
  test(`who wishes ${wishes.join(", ") || "nothing"} reads ${chosen}`, () => {
    assert.equal(chooseLanguage(wishes, ["nl", "fr", "en", "de"]), chosen);
  });
}

test("phrases take arguments, plurals included, without invisible marks", () => {
  const phrases = new Phrases("nl", ["wait = { $minutes ->\n  [one] een minuut\n *[other] { $minutes } minuten\n}\n"]);
  assert.equal(phrases.text("wait", { minutes: 1 }), "een minuut");
  assert.equal(phrases.text("wait", { minutes: 8 }), "8 minuten");
  assert.equal(phrases.text("unknown"), "unknown");
  assert.equal(phrases.has("unknown"), false);
});
