import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { onWake } from "../../../web/static/shared/wake.js";

function page() {
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  const view = new EventTarget();
  return { page: /** @type {any} */ (page), view: /** @type {any} */ (view) };
}

test("each sign of waking up is heard, and none once stopped", () => {
  const where = page();
  let woke = 0;
  const stop = onWake(() => (woke += 1), where);
  const happen = () => {
    where.page.dispatchEvent(new Event("visibilitychange"));
    where.page.dispatchEvent(new Event("resume"));
    where.view.dispatchEvent(new Event("pageshow"));
    where.view.dispatchEvent(new Event("online"));
  };
  happen();
  assert.equal(woke, 4);
  where.page.visibilityState = "hidden";
  where.page.dispatchEvent(new Event("visibilitychange"));
  assert.equal(woke, 4, "a page that is put away does not wake up");
  stop();
  happen();
  assert.equal(woke, 4);
});

test("a clock that jumps tells of a sleep that made no event; the rare looks of a hidden page are none", () => {
  mock.timers.enable({ apis: ["setInterval"] });
  try {
    const where = page();
    let now = 0;
    let woke = 0;
    const stop = onWake(() => (woke += 1), { ...where, clock: () => now });
    /** @param {number} seconds */
    const pass = (seconds) => {
      now += seconds * 1_000;
      mock.timers.tick(2_000);
    };
    pass(2);
    assert.equal(woke, 0);
    pass(600);
    assert.equal(woke, 1);
    pass(2);
    where.page.visibilityState = "hidden";
    pass(60);
    assert.equal(woke, 1);
    pass(3_600);
    assert.equal(woke, 2);
    stop();
    pass(600);
    assert.equal(woke, 2);
  } finally {
    mock.timers.reset();
  }
});
