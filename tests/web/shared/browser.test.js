import assert from "node:assert/strict";
import { test } from "node:test";

import { stepsFor } from "../../../web/static/components/permission_help.js";
import { browserOf } from "../../../web/static/shared/browser.js";

const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)";

/** What somebody with such a browser is told to press. @param {string} userAgent @param {number} [maxTouchPoints] */
const told = (userAgent, maxTouchPoints = 0) => stepsFor(browserOf({ userAgent, maxTouchPoints }));

test("each browser on each system has its own way to allow camera and microphone", () => {
  const edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36 Edg/156.0";
  assert.deepEqual(told(edge), ["permission-chromium", "permission-system-windows"]);
  const chrome = "Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 Chrome/156.0 Mobile Safari/537.36";
  assert.deepEqual(told(chrome, 5), ["permission-chromium-android", "permission-system-android"]);
  assert.deepEqual(told("Mozilla/5.0 (Android 15; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0", 5), [
    "permission-firefox-android",
    "permission-system-android",
  ]);
  assert.deepEqual(told("Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0"), ["permission-firefox"]);
  assert.deepEqual(told(`${MAC} Version/18.1 Safari/605.1.15`), ["permission-safari-mac", "permission-system-mac"]);
});

test("on an iPhone only Safari asks for itself", () => {
  assert.deepEqual(told(`${IPHONE} Version/18.1 Mobile/15E148 Safari/604.1`, 5), ["permission-safari-ios"]);
  assert.deepEqual(told(`${IPHONE} CriOS/156.0 Mobile/15E148 Safari/604.1`, 5), ["permission-other-ios"]);
  assert.deepEqual(told(`${IPHONE} FxiOS/153.0 Mobile/15E148 Safari/605.1.15`, 5), ["permission-other-ios"]);
});

test("an iPad that says it is a Mac is told what an iPad's owner has to press", () => {
  assert.deepEqual(told(`${MAC} Version/18.1 Safari/605.1.15`, 5), ["permission-safari-ios"]);
});
