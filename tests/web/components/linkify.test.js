import assert from "node:assert/strict";
import { test } from "node:test";

import { linkify } from "../../../web/static/components/linkify.js";

for (const { text, addresses } of [
  { text: "Zie https://www.politie.be/5913.", addresses: ["https://www.politie.be/5913"] },
  { text: "(https://docstop.be)", addresses: ["https://docstop.be"] },
  { text: "https://a.be en https://b.be/?q=1&r=é!", addresses: ["https://a.be", "https://b.be/?q=1&r=é"] },
  { text: "http://onveilig.be javascript:alert(1) politie.be", addresses: [] },
  { text: "", addresses: [] },
]) {
  test(`in "${text}"`, () => {
    const parts = linkify(text);
    assert.deepEqual(parts.filter(({ href }) => href !== null).map(({ href }) => href), addresses);
    assert.equal(parts.map((part) => part.text).join(""), text);
  });
}
