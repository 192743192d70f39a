/** What the citizen is writing: kept wherever the conversation is, and through its end. */

import { signal } from "@preact/signals-core";

const KEY = "draft";

export class Draft {
  /** @type {import("../shared/storage.js").Storage} */ #storage;

  /** @param {import("../shared/storage.js").Storage} storage */
  constructor(storage) {
    this.#storage = storage;
    this.text = signal(storage.get(KEY) ?? "");
  }

  /** @param {string} text */
  write(text) {
    this.text.value = text;
    if (text === "") this.#storage.remove(KEY);
    else this.#storage.set(KEY, text);
  }

  /** Puts texts that were not sent before what is being written. @param {readonly string[]} texts */
  takeBack(texts) {
    this.write([...texts, this.text.peek()].filter((text) => text !== "").join("\n\n"));
  }
}
