import assert from "node:assert/strict";
import { test } from "node:test";

import { isThin, judgeReceived, judgeSent, worse } from "../../../web/static/shared/quality.js";

const RECEIVED = { packets: 200, lost: 0, concealed: 0, frozen: 0 };
const SENT = { lost: 0, roundTrip: 0.04, room: 900_000 };

test("what arrives is judged by the worst that is heard or seen of it", () => {
  assert.equal(judgeReceived(RECEIVED), "good");
  assert.equal(judgeReceived({ ...RECEIVED, lost: 4 }), "good", "two in a hundred are mended");
  assert.equal(judgeReceived({ ...RECEIVED, lost: 20 }), "fair");
  assert.equal(judgeReceived({ ...RECEIVED, lost: 60 }), "poor");
  assert.equal(judgeReceived({ ...RECEIVED, concealed: 0.08 }), "fair");
  assert.equal(judgeReceived({ ...RECEIVED, frozen: 0.7 }), "poor");
});

test("where nothing comes, nothing is said: somebody may be silent, or away", () => {
  assert.equal(judgeReceived({ ...RECEIVED, packets: 0 }), null);
});

test("what is sent is judged by whoever gets it, and by the room on the line", () => {
  assert.equal(judgeSent(SENT), "good");
  assert.equal(judgeSent({ ...SENT, lost: 0.08 }), "fair");
  assert.equal(judgeSent({ ...SENT, roundTrip: 0.7 }), "fair");
  assert.equal(judgeSent({ ...SENT, room: 150_000 }), "fair");
  assert.equal(judgeSent({ ...SENT, lost: 0.3 }), "poor");
  assert.equal(judgeSent({ lost: 0, roundTrip: null, room: null }), "good", "a browser that does not tell");
});

test("a line is thin where a picture has no room on it", () => {
  assert.equal(isThin(SENT), false);
  assert.equal(isThin({ ...SENT, room: 150_000 }), false);
  assert.equal(isThin({ ...SENT, room: 50_000 }), true);
  assert.equal(isThin({ ...SENT, lost: 0.5 }), true);
});

test("of two the worse one counts", () => {
  assert.equal(worse("good", "fair"), "fair");
  assert.equal(worse(null, "good"), "good");
  assert.equal(worse(null, null), null);
});
