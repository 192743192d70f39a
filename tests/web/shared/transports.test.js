import assert from "node:assert/strict";
import { test } from "node:test";

import { followTransports } from "../../../web/static/shared/transports.js";

/** A socket of socket.io-client, as far as its transports go. */
function socket() {
  /** @type {Record<string, (error?: Error) => void>} */
  const heard = {};
  const io = { opts: { transports: [""] }, timeout: () => undefined };
  const on = (/** @type {string} */ event, /** @type {(error?: Error) => void} */ hear) => (heard[event] = hear);
  followTransports(/** @type {any} */ ({ io, on }));
  return {
    first: () => io.opts.transports[0],
    fail: (/** @type {object} */ more) => heard.connect_error?.(Object.assign(new Error("no"), more)),
  };
}

test("a way that is closed makes the other one the first to be tried", () => {
  const { first, fail } = socket();
  assert.equal(first(), "websocket");
  fail({});
  assert.equal(first(), "polling");
  fail({});
  assert.equal(first(), "websocket");
});

test("a desk that lets nobody more in was reached: the way stays", () => {
  const { first, fail } = socket();
  fail({ data: { code: "too_many_requests", retry_after: 10 } });
  assert.equal(first(), "websocket");
});
