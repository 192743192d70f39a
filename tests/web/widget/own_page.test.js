import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { Host } from "../../../web/static/widget/host.js";
import { moveOut } from "../../../web/static/widget/own_page.js";
import { settle } from "../shared/fake_socket.js";
import { comeIn, QUESTION } from "./coming_in.js";

const SITE = "https://www.example.be";

// Nothing here waits for a clock; what would go on waiting is dropped.
beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

/** A frame in a page of another site, and what that page is told. @param {boolean} touched */
function framed(touched) {
  const told = /** @type {any[]} */ ([]);
  const around = { location: { href: `${SITE}/` }, postMessage: (/** @type {any} */ message) => void told.push(message) };
  const view = /** @type {any} */ ({
    parent: around,
    top: around,
    location: { ancestorOrigins: [SITE], href: "https://desk.example/widget?language=nl" },
    navigator: { userActivation: { hasBeenActive: touched } },
  });
  Object.assign(globalThis, { window: view });
  return { host: new Host(view), around, told };
}

/** A desk whose conversation has begun, and that gives out a code. */
async function begun() {
  const { visit, latest } = comeIn();
  latest().socket.desk["ticket.mint"] = () => ({ ok: { code: "once-only", expires_at: "2026-11-23T14:02:00Z" } });
  latest().socket.accept();
  visit.enter(QUESTION);
  await settle();
  return visit;
}

test("where there is no room for the frame, its conversation goes along to the page of its own", async () => {
  const { host, around, told } = framed(true);
  await moveOut({ visit: await begun(), host });
  assert.equal(around.location.href, "https://desk.example/desk?language=nl#code=once-only");
  assert.deepEqual(told, []);
});

test("a frame that may lead nobody elsewhere is shown, and keeps its conversation", async () => {
  const { host, around, told } = framed(false);
  await moveOut({ visit: await begun(), host });
  assert.equal(around.location.href, `${SITE}/`);
  assert.deepEqual(told, [{ onlineloket: "open", begun: true }]);
});

test("where nothing was said, the page of its own is opened as it is", async () => {
  const { host, around, told } = framed(true);
  await moveOut({ visit: comeIn().visit, host });
  assert.equal(around.location.href, "https://desk.example/desk?language=nl");
  const untouched = framed(false);
  await moveOut({ visit: comeIn().visit, host: untouched.host });
  assert.deepEqual([told, untouched.told], [[], [{ onlineloket: "open", begun: false }]]);
});
