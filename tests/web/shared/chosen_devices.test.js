import assert from "node:assert/strict";
import { test } from "node:test";

import { ChosenDevices } from "../../../web/static/shared/chosen_devices.js";

/** A browser's store. @param {string | null} [kept] */
function shelf(kept = null) {
  return {
    getItem: () => kept,
    setItem: (/** @type {string} */ _, /** @type {string} */ value) => {
      kept = value;
    },
  };
}

test("an agent's choice is there the next day", () => {
  const store = shelf();
  new ChosenDevices(store).choose("videoinput", "camera-2");
  new ChosenDevices(store).choose("audiooutput", "headset");
  const chosen = new ChosenDevices(store);
  assert.equal(chosen.get("videoinput"), "camera-2");
  assert.equal(chosen.get("audiooutput"), "headset");
  assert.equal(chosen.get("audioinput"), null);
});

test("a citizen's choice ends with the page", () => {
  const chosen = new ChosenDevices();
  chosen.choose("audioinput", "microphone-1");
  assert.equal(chosen.get("audioinput"), "microphone-1");
  assert.equal(new ChosenDevices().get("audioinput"), null);
});

test("a store that is broken, or full, keeps nobody from choosing", () => {
  const full = {
    ...shelf("{"),
    setItem: () => {
      throw new Error("full");
    },
  };
  const chosen = new ChosenDevices(full);
  chosen.choose("audioinput", "microphone-1");
  assert.equal(chosen.get("audioinput"), "microphone-1");
});
