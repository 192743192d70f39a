import assert from "node:assert/strict";
import { test } from "node:test";

import { mintClientId, mintToken } from "../../../web/static/shared/token.js";

test("a token is 256 bits as base64url without padding, and never the same twice", () => {
  const tokens = new Set(Array.from({ length: 200 }, mintToken));
  assert.equal(tokens.size, 200);
  for (const token of tokens) {
    assert.match(token, /^[A-Za-z0-9_-]{43}$/);
    assert.equal(Buffer.from(token, "base64url").length, 32);
  }
});

test("a client id is one the desk takes", () => {
  assert.match(mintClientId(), /^[A-Za-z0-9_-]{8,40}$/);
});
