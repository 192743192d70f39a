import assert from "node:assert/strict";
import { test } from "node:test";

import { Storage } from "../../../web/static/shared/storage.js";

/** A browser's store. */
class Store {
  /** @type {Map<string, string>} */ values = new Map();
  full = false;
  get length() {
    return this.values.size;
  }
  /** @param {number} index */
  key = (index) => [...this.values.keys()][index] ?? null;
  /** @param {string} key */
  getItem = (key) => this.values.get(key) ?? null;
  /** @param {string} key @param {string} value */
  setItem = (key, value) => {
    if (this.full) throw new DOMException("full", "QuotaExceededError");
    this.values.set(key, String(value));
  };
  /** @param {string} key */
  removeItem = (key) => void this.values.delete(key);
}

const blocked = () => {
  throw new DOMException("blocked", "SecurityError");
};

function browser() {
  const tab = new Store();
  const device = new Store();
  device.setItem("another", "page's");
  return { tab, device, open: () => new Storage({ tab: () => tab, device: () => device }) };
}

test("things stay in the tab by default", () => {
  const { tab, device, open } = browser();
  const storage = open();
  storage.set("token", "secret");
  assert.equal(storage.place.value, "tab");
  assert.deepEqual([...tab.values], [["onlineloket.token", "secret"]]);
  assert.deepEqual([...device.values.keys()], ["another"]);
  assert.equal(open().get("token"), "secret");
});

test("kept on the device, they are found by the next tab; kept in the tab again, they are not", () => {
  const { tab, device, open } = browser();
  const storage = open();
  storage.set("token", "secret");
  assert.equal(storage.keepOnDevice(), true);
  assert.equal(tab.length, 0);
  const next = new Storage({ tab: () => new Store(), device: () => device });
  assert.deepEqual([next.place.value, next.get("token")], ["device", "secret"]);
  storage.keepInTab();
  assert.deepEqual([...device.values.keys()], ["another"]);
  assert.equal(storage.get("token"), "secret");
});

test("where the browser forbids both, memory does, and says so", () => {
  const storage = new Storage({ tab: blocked, device: blocked });
  assert.equal(storage.place.value, "memory");
  storage.set("token", "secret");
  assert.equal(storage.get("token"), "secret");
  assert.equal(storage.canKeepOnDevice, false);
  assert.equal(storage.keepOnDevice(), false);
  storage.remove("token");
  assert.equal(storage.get("token"), null);
});

test("a store that is full is left for memory, with all it held", () => {
  const { tab, open } = browser();
  const storage = open();
  storage.set("token", "secret");
  tab.full = true;
  storage.set("draft", "a long text");
  assert.equal(storage.place.value, "memory");
  assert.deepEqual([storage.get("token"), storage.get("draft")], ["secret", "a long text"]);
  assert.equal(tab.length, 0);
});

test("withdrawn, things are known to this page only", () => {
  const { tab, device, open } = browser();
  const storage = open();
  storage.set("token", "secret");
  storage.keepOnDevice();
  storage.withdraw();
  assert.equal(storage.get("token"), "secret");
  assert.equal(tab.length, 0);
  assert.deepEqual([...device.values.keys()], ["another"]);
});

test("wiping takes everything of ours, everywhere, and nothing of others", () => {
  const { tab, device, open } = browser();
  const storage = open();
  storage.set("token", "secret");
  storage.keepOnDevice();
  tab.setItem("onlineloket.left over", "x");
  storage.wipe();
  assert.equal(tab.length, 0);
  assert.deepEqual([...device.values.keys()], ["another"]);
  assert.equal(storage.get("token"), null);
  assert.equal(storage.place.value, "tab");
});

/** Two windows of one browser, both kept on the device. */
function sideBySide() {
  const { device } = browser();
  const view = new EventTarget();
  const tabs = [new Store(), new Store()];
  /** @param {number} index */
  const open = (index) => new Storage({ tab: () => /** @type {Store} */ (tabs[index]), device: () => device, view });
  const here = open(0);
  here.set("token", "secret");
  here.keepOnDevice();
  return { here, next: open(1), device, tabs, tell: () => view.dispatchEvent(new Event("storage")) };
}

test("another window's changes on the device are told and found", () => {
  const { here, next, tell } = sideBySide();
  let told = 0;
  const stop = next.onForeignChange(() => (told += 1));
  here.set("outbox.a", "letter");
  tell();
  assert.equal(told, 1);
  assert.deepEqual(next.keys("outbox."), ["outbox.a"]);
  stop();
  tell();
  assert.equal(told, 1);
});

test("when one window takes it off the device, the other goes on in its tab and puts nothing back", () => {
  const { here, next, device, tabs, tell } = sideBySide();
  here.set("draft", "half a sentence");
  tell();
  here.keepInTab();
  tell();
  next.set("draft", "more");
  assert.deepEqual([...device.values.keys()], ["another"]);
  assert.deepEqual([next.place.value, next.get("token"), next.get("draft")], ["tab", "secret", "more"]);
  assert.equal(tabs[1]?.getItem("onlineloket.token"), "secret");
});

test("a window that slept through it finds out when it looks", () => {
  const { here, next, device } = sideBySide();
  here.wipe();
  next.refresh();
  next.set("draft", "after the sleep");
  assert.deepEqual([...device.values.keys()], ["another"]);
});

test("what another window took off the device is not written there again, nor lost here", () => {
  const { device } = browser();
  const open = () => {
    const tab = new Store();
    return new Storage({ tab: () => tab, device: () => device });
  };
  const first = open();
  first.set("token", "secret");
  first.keepOnDevice();
  const second = open();
  second.set("draft", "h");
  first.keepInTab();
  // The browser has not told the other window yet.
  second.set("draft", "he");
  assert.deepEqual([...device.values.keys()], ["another"]);
  assert.deepEqual([second.get("token"), second.get("draft"), second.place.value], ["secret", "he", "tab"]);
});

test("a window that takes all into its tab after another one did keeps what it had", () => {
  const { device } = browser();
  const open = () => {
    const tab = new Store();
    return new Storage({ tab: () => tab, device: () => device });
  };
  const first = open();
  first.set("token", "secret");
  first.keepOnDevice();
  const [second, third] = [open(), open()];
  first.keepInTab();
  second.keepInTab();
  third.withdraw();
  assert.deepEqual([second.get("token"), third.get("token")], ["secret", "secret"]);
});
