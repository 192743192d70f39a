import assert from "node:assert/strict";
import { test } from "node:test";

import { signal } from "@preact/signals-core";

import { actionsOf, isFor, keyPressed } from "../../../web/static/console/keys.js";

/** @param {object} pressed */
const event = (pressed) =>
  /** @type {any} */ ({ key: "", code: "", altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, target: {}, ...pressed });

const NEXT = { id: "take-next", keys: "Alt+N", code: "KeyN", run: () => undefined };
const KEYS = { id: "keys", keys: "?", run: () => undefined };
const PALETTE = { id: "palette", keys: "Control+K", run: () => undefined };

for (const { name, pressed, action, is } of [
  { name: "Alt and the letter", pressed: { code: "KeyN", key: "n", altKey: true }, action: NEXT, is: true },
  { name: "the letter where Alt makes another sign of it", pressed: { code: "KeyN", key: "˜", altKey: true }, action: NEXT, is: true },
  { name: "AltGr, by which people write signs", pressed: { code: "KeyN", key: "n", altKey: true, ctrlKey: true }, action: NEXT, is: false },
  { name: "the letter alone", pressed: { code: "KeyN", key: "n" }, action: NEXT, is: false },
  { name: "a question mark beside a text", pressed: { key: "?", target: { tagName: "BUTTON" } }, action: KEYS, is: true },
  { name: "a question mark in a message", pressed: { key: "?", target: { tagName: "TEXTAREA" } }, action: KEYS, is: false },
  { name: "a question mark in a search", pressed: { key: "?", target: { tagName: "INPUT", type: "search" } }, action: KEYS, is: false },
  { name: "Ctrl and K", pressed: { key: "k", ctrlKey: true }, action: PALETTE, is: true },
  { name: "Command and K", pressed: { key: "K", metaKey: true }, action: PALETTE, is: true },
  { name: "K alone", pressed: { key: "k" }, action: PALETTE, is: false },
]) {
  test(`${name} ${is ? "is" : "is not"} the key for ${action.id}`, () => {
    assert.equal(isFor(event(pressed), action), is);
  });
}

test("what is not possible now, and what a window in front hides, is not run", () => {
  let runs = 0;
  const action = { ...NEXT, run: () => (runs += 1) };
  const pressed = () => event({ code: "KeyN", key: "n", altKey: true, defaultPrevented: false, isComposing: false, preventDefault: () => undefined });
  keyPressed(pressed(), [{ ...action, possible: false }], false);
  keyPressed(pressed(), [action], true);
  assert.equal(runs, 0);
  keyPressed(pressed(), [action], false);
  assert.equal(runs, 1);
});

for (const mayPropose of [true, false]) {
  test(`a call is ${mayPropose ? "" : "not "}begun by its key where ${mayPropose ? "there is none" : "one is under way"}`, () => {
    const current = { mine: signal(true), closed: signal(false), calling: { mayPropose } };
    const desk = { review: signal(null), current: signal(current), open: signal([]), accepting: signal(null), agent: {} };
    const actions = actionsOf(/** @type {any} */ ({ desk, dialog: signal(null), panel: signal("details"), panelOpen: signal(false) }));
    assert.equal(actions.find(({ id }) => id === "call")?.possible, mayPropose);
  });
}
