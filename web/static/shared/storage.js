/** What the browser keeps for a page: in the tab, on the device only when asked to, in memory when the browser forbids both. */

import { signal } from "@preact/signals-core";

/**
 * `tab`: until the tab closes. `device`: until it is wiped. `memory`: until the page is left or loaded again.
 * @typedef {"tab" | "device" | "memory"} Place
 */

/** @typedef {Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">} Store */

export class Storage {
  /** @type {string} */ #prefix;
  /** @type {{tab: Store | null, device: Store | null}} */ #stores;
  /** @type {Map<string, string>} */ #memory = new Map();
  /** What stood on the device at the last look: all of it is gone when another window took it away. @type {Map<string, string>} */
  #seen = new Map();
  /** @type {Set<() => void>} */ #hearing = new Set();

  /**
   * @param {object} [options]
   * @param {string} [options.prefix] of all keys, so that wiping takes ours and only ours
   * @param {() => Store} [options.tab] may throw: browsers do where storage is blocked
   * @param {() => Store} [options.device]
   * @param {EventTarget} [options.view] says so when another window changes what is on the device
   */
  constructor({ prefix = "onlineloket.", tab = () => sessionStorage, device = () => localStorage, view } = {}) {
    this.#prefix = prefix;
    this.#stores = { tab: usable(tab, prefix), device: usable(device, prefix) };
    /** Where things are kept now. @type {import("@preact/signals-core").Signal<Place>} */
    this.place = signal(/** @type {Place} */ (this.#found()));
    this.#look();
    view?.addEventListener("storage", () => this.refresh());
  }

  /** Whether the browser could keep things past the tab. */
  get canKeepOnDevice() {
    return this.#stores.device !== null;
  }

  /** @param {string} key @returns {string | null} */
  get(key) {
    const store = this.#store();
    return store ? store.getItem(this.#prefix + key) : (this.#memory.get(key) ?? null);
  }

  /** Keeps a value; in memory from then on, with all the rest, when the browser's storage is full or gone. @param {string} key @param {string} value */
  set(key, value) {
    this.#noticeEmptied();
    const store = this.#store();
    if (store) {
      try {
        store.setItem(this.#prefix + key, value);
        this.#seen.set(key, value);
        return;
      } catch {
        this.withdraw();
      }
    }
    this.#memory.set(key, value);
  }

  /** @param {string} key */
  remove(key) {
    this.#memory.delete(key);
    this.#seen.delete(key);
    this.#store()?.removeItem(this.#prefix + key);
  }

  /** All keys that begin so. @param {string} beginning @returns {readonly string[]} */
  keys(beginning) {
    return [...this.#values().keys()].filter((key) => key.startsWith(beginning));
  }

  /** Calls back when another window changed what stands on the device. @param {() => void} heard @returns {() => void} stops it */
  onForeignChange(heard) {
    this.#hearing.add(heard);
    return () => this.#hearing.delete(heard);
  }

  /** From now on things stay on the device, past the tab. @returns {boolean} whether the browser lets us */
  keepOnDevice() {
    return this.#moveTo("device");
  }

  /** From now on things stay in the tab only; the device forgets them. */
  keepInTab() {
    if (!this.#moveTo("tab")) this.withdraw();
  }

  /** Takes everything out of the browser's storage: this page goes on with it in memory, and nothing of it outlives the page. */
  withdraw() {
    this.#noticeEmptied();
    const values = this.#values();
    this.#clear();
    this.#memory = values;
    this.place.value = "memory";
  }

  /** Forgets everything, everywhere, at once. */
  wipe() {
    this.#clear();
    this.#memory.clear();
    this.place.value = this.#found();
  }

  /** @returns {Place} */
  #found() {
    if (this.#stores.device && keysOf(this.#stores.device, this.#prefix).length > 0) return "device";
    return this.#stores.tab ? "tab" : "memory";
  }

  #store() {
    const place = this.place.peek();
    return place === "memory" ? null : this.#stores[place];
  }

  /** @param {"tab" | "device"} place */
  #moveTo(place) {
    const store = this.#stores[place];
    if (!store) return false;
    this.#noticeEmptied();
    const values = this.#values();
    try {
      for (const [key, value] of values) store.setItem(this.#prefix + key, value);
    } catch {
      for (const key of values.keys()) store.removeItem(this.#prefix + key);
      return false;
    }
    const other = this.#stores[place === "tab" ? "device" : "tab"];
    if (other) for (const key of keysOf(other, this.#prefix)) other.removeItem(key);
    this.#memory.clear();
    this.place.value = place;
    this.#look();
    return true;
  }

  /** Looks at what other windows did to what is on the device. */
  refresh() {
    if (this.place.peek() !== "device") return;
    if (!this.#noticeEmptied()) this.#look();
    for (const heard of [...this.#hearing]) heard();
  }

  /**
   * Where another window took everything off the device, this one goes on in its tab, and puts nothing back. Asked before
   * anything is written, because the browser tells of it late.
   */
  #noticeEmptied() {
    if (this.place.peek() !== "device" || this.#seen.size === 0 || this.#values().size > 0) return false;
    const values = this.#seen;
    this.place.value = this.#stores.tab ? "tab" : "memory";
    for (const [key, value] of values) this.set(key, value);
    return true;
  }

  #look() {
    this.#seen = this.#values();
  }

  #values() {
    const store = this.#store();
    if (!store) return new Map(this.#memory);
    return new Map(
      keysOf(store, this.#prefix).map((key) => [key.slice(this.#prefix.length), store.getItem(key) ?? ""]),
    );
  }

  #clear() {
    for (const store of [this.#stores.tab, this.#stores.device]) {
      if (store) for (const key of keysOf(store, this.#prefix)) store.removeItem(key);
    }
  }
}

/** @param {() => Store} find @param {string} prefix @returns {Store | null} */
function usable(find, prefix) {
  try {
    const store = find();
    // Some browsers hand out a storage that refuses every write.
    store.setItem(`${prefix}probe`, "");
    store.removeItem(`${prefix}probe`);
    return store;
  } catch {
    return null;
  }
}

/** @param {Store} store @param {string} prefix */
function keysOf(store, prefix) {
  const keys = [];
  for (let index = 0; index < store.length; index += 1) {
    const key = store.key(index);
    if (key?.startsWith(prefix)) keys.push(key);
  }
  return keys;
}
