/** Which camera, microphone and speaker somebody chose: for this page, or for this device where it may be remembered. */

import { signal } from "@preact/signals-core";

/** @typedef {import("./devices.js").DeviceKind} DeviceKind */

const KEY = "onlineloket-devices";

export class ChosenDevices {
  /** @type {Pick<globalThis.Storage, "getItem" | "setItem"> | null} */ #store;

  /** @param {Pick<globalThis.Storage, "getItem" | "setItem"> | null} [store] remembers past the page; a citizen's page has none */
  constructor(store = null) {
    this.#store = store;
    /** @type {import("@preact/signals-core").Signal<Readonly<Partial<Record<DeviceKind, string>>>>} */
    this.all = signal(this.#remembered());
  }

  /** @param {DeviceKind} kind @returns {string | null} */
  get(kind) {
    return this.all.value[kind] ?? null;
  }

  /** @param {DeviceKind} kind @param {string} deviceId */
  choose(kind, deviceId) {
    this.all.value = { ...this.all.peek(), [kind]: deviceId };
    try {
      this.#store?.setItem(KEY, JSON.stringify(this.all.peek()));
    } catch {
      // Full, or forbidden: chosen for this page all the same.
    }
  }

  #remembered() {
    try {
      return JSON.parse(this.#store?.getItem(KEY) ?? "{}");
    } catch {
      return {};
    }
  }
}
