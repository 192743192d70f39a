/** Letters on a shelf: each under a key of its own, so that two windows that share a shelf never overwrite each other's. */

/** @typedef {Omit<import("./protocol.js").PostMessage, "conversation" | "client_id" | "text">} Extras */

/**
 * Life of a letter: `pending` -> `kept` (acknowledged, so durable; it leaves once its entry is in the log)
 * or `pending` -> `refused` (it waits for its writer to try again or to drop it).
 * @typedef {object} Letter
 * @property {string} clientId
 * @property {"message.post" | "note.post"} event the command that posts it
 * @property {string} text
 * @property {Extras} extras further fields of the command
 * @property {string} at when it was written, ISO 8601
 * @property {number} order its place: higher than that of every letter written before, whatever the clock did
 * @property {"pending" | "kept" | "refused"} state
 * @property {number} [number] under which it was kept
 * @property {string} [code] why it was refused
 * @property {boolean} [renamed] it goes under another id because its first stood for something else
 */

/**
 * Where letters are stored: a browser's storage, or memory.
 * @typedef {object} Shelf
 * @property {(key: string) => string | null} get
 * @property {(key: string, value: string) => void} set
 * @property {(key: string) => void} remove
 * @property {(beginning: string) => readonly string[]} keys all that begin so
 * @property {(heard: () => void) => () => void} onForeignChange another window changed what stands there
 */

export class Letters {
  /** @type {Shelf} */ #shelf;
  /** @type {string} */ #beginning;

  /** @param {Shelf} shelf @param {string} key of this outbox */
  constructor(shelf, key) {
    this.#shelf = shelf;
    this.#beginning = `${key}.`;
  }

  /** In the order they were written. @returns {readonly Letter[]} */
  all() {
    return this.#shelf
      .keys(this.#beginning)
      .map((key) => read(this.#shelf.get(key)))
      .filter((letter) => letter !== null)
      .toSorted((one, other) => one.order - other.order || one.clientId.localeCompare(other.clientId));
  }

  /** @param {Letter} letter */
  put(letter) {
    this.#shelf.set(this.#beginning + letter.clientId, JSON.stringify(letter));
  }

  /** @param {string} clientId */
  remove(clientId) {
    this.#shelf.remove(this.#beginning + clientId);
  }

  /** Calls back when another window wrote, sent or dropped a letter. @param {() => void} heard */
  onForeignChange(heard) {
    return this.#shelf.onForeignChange(heard);
  }
}

/** @param {string | null} stored @returns {Letter | null} */
function read(stored) {
  try {
    const letter = JSON.parse(stored ?? "null");
    return isLetter(letter) ? letter : null;
  } catch {
    return null;
  }
}

/** @param {any} value @returns {value is Letter} */
function isLetter(value) {
  return (
    typeof value?.clientId === "string" &&
    ["message.post", "note.post"].includes(value.event) &&
    typeof value.text === "string" &&
    typeof value.at === "string" &&
    typeof value.order === "number" &&
    ["pending", "kept", "refused"].includes(value.state)
  );
}
