/** Parts of the screen that are fetched when they are first needed: who only types never loads them. */

import { signal } from "@preact/signals-core";

import { Backoff } from "../shared/backoff.js";
import { onWake } from "../shared/wake.js";

/** @template T */
export class Later {
  /** @type {(again: string) => Promise<T>} */ #load;
  /** @type {Backoff} */ #backoff;
  /** @type {(woke: () => void) => () => void} */ #onWake;
  #asked = false;

  /**
   * @param {(again: string) => Promise<T>} load  imports it; `again` goes behind its address: older browsers remember
   *   that a module failed, and never ask for the same address again
   * @param {{ backoff?: Backoff, wakes?: (woke: () => void) => () => void }} [options]  `wakes`: as `onWake`
   */
  constructor(load, { backoff = new Backoff(), wakes = onWake } = {}) {
    this.#load = load;
    this.#backoff = backoff;
    this.#onWake = wakes;
    /** The part, once it is there. @type {import("@preact/signals-core").Signal<T | null>} */
    this.part = signal(/** @type {T | null} */ (null));
  }

  /** Fetches it, and tries until it is there: after a while, or as soon as the page wakes. */
  want() {
    if (this.#asked) return;
    this.#asked = true;
    void this.#fetch("");
  }

  /** @param {string} again */
  async #fetch(again) {
    try {
      this.part.value = await this.#load(again);
    } catch {
      await this.#pause();
      // What was tried before, here or by another, is never tried under the same address.
      void this.#fetch(`?again=${Date.now()}`);
    }
  }

  /** @returns {Promise<void>} */
  #pause() {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(later);
        awake();
        resolve();
      };
      const later = setTimeout(done, this.#backoff.next());
      const awake = this.#onWake(done);
    });
  }
}
