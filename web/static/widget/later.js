/** Parts of the screen that are fetched when they are first needed: who only types never loads them. */

import { signal } from "@preact/signals";

/** @template T */
export class Later {
  /** @type {() => Promise<T>} */ #load;
  #asked = false;

  /** @param {() => Promise<T>} load */
  constructor(load) {
    this.#load = load;
    /** The part, once it is there. @type {import("@preact/signals").Signal<T | null>} */
    this.part = signal(/** @type {T | null} */ (null));
  }

  /** Fetches it; after a failure, the next call tries again. */
  want() {
    if (this.#asked) return;
    this.#asked = true;
    this.#load().then(
      (part) => (this.part.value = part),
      () => (this.#asked = false),
    );
  }
}
