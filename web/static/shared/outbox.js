/** What somebody wrote and the desk has not kept yet. Survives a reload, keeps its order, and never sends a thing twice. */

import { computed, signal } from "@preact/signals-core";

import { Refused } from "./connection.js";
import { mintClientId } from "./token.js";

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
 * @property {"pending" | "kept" | "refused"} state
 * @property {number} [number] under which it was kept
 * @property {string} [code] why it was refused
 */

/**
 * A letter as message logs show it.
 * @typedef {object} Outgoing
 * @property {string} client_id
 * @property {import("./protocol.js").LogName} log
 * @property {string} text
 * @property {string} at
 * @property {string} [refused] the code of the desk's refusal
 */

/**
 * Where letters are stored: a browser's storage, or memory.
 * @typedef {object} Shelf
 * @property {(key: string) => string | null} get
 * @property {(key: string, value: string) => void} set
 * @property {(key: string) => void} remove
 */

/** Refusals that pass by themselves. */
const PASSING = new Set(["too_many_requests", "unavailable"]);
const LONGEST_WAIT = 15_000;

export class Outbox {
  /** @type {Shelf} */ #shelf;
  /** @type {string} */ #key;
  /** @type {((letter: Letter) => Promise<{number: number}>) | null} */ #deliver = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #later;
  #sending = false;
  #failures = 0;
  #closed = false;

  /**
   * @param {object} options
   * @param {Shelf} options.shelf
   * @param {string} options.key under which the letters are stored: one for each conversation
   */
  constructor({ shelf, key }) {
    this.#shelf = shelf;
    this.#key = key;
    /** Oldest first. @type {import("@preact/signals-core").Signal<readonly Letter[]>} */
    this.letters = signal(this.#restore());
    /** @type {import("@preact/signals-core").ReadonlySignal<readonly Outgoing[]>} */
    this.outgoing = computed(() => this.letters.value.map(outgoing));
  }

  /**
   * Letters can be written before there is anywhere to send them; from now on they are sent.
   * @param {(letter: Letter) => Promise<{number: number}>} deliver sends one; rejects as `Connection.send` does
   */
  start(deliver) {
    this.#deliver = deliver;
    void this.flush();
  }

  /**
   * Takes a text to be sent, after all that waits already.
   * @param {string} text
   * @param {{event?: Letter["event"], extras?: Extras}} [options]
   * @returns {Letter}
   */
  post(text, { event = "message.post", extras = {} } = {}) {
    /** @type {Letter} */
    const letter = { clientId: mintClientId(), event, text, extras, at: new Date().toISOString(), state: "pending" };
    this.#write([...this.letters.peek(), letter]);
    void this.flush();
    return letter;
  }

  /** Sends what is pending, one at a time and in order. To be called when the connection opens. */
  async flush() {
    clearTimeout(this.#later);
    if (this.#sending || this.#closed || this.#deliver === null) return;
    this.#sending = true;
    try {
      for (let letter = this.#next(); letter && !this.#closed; letter = this.#next()) {
        if (!(await this.#sendOne(letter, this.#deliver))) break;
      }
    } finally {
      this.#sending = false;
    }
  }

  /** Tries a refused letter again, under a new id: the old one stands for what was refused. @param {string} clientId */
  retry(clientId) {
    this.#change(clientId, { clientId: mintClientId(), state: "pending", code: undefined });
    void this.flush();
  }

  /** Forgets a letter that was refused. @param {string} clientId */
  drop(clientId) {
    this.#write(this.letters.peek().filter((letter) => letter.clientId !== clientId));
  }

  /** Its entry stands in the log: the letter has arrived. @param {string} clientId */
  arrived(clientId) {
    if (this.letters.peek().some((letter) => letter.clientId === clientId)) this.drop(clientId);
  }

  /** Sends no more. What is stored stays stored. */
  close() {
    this.#closed = true;
    clearTimeout(this.#later);
  }

  #next() {
    return this.letters.peek().find((letter) => letter.state === "pending");
  }

  /**
   * @param {Letter} letter
   * @param {(letter: Letter) => Promise<{number: number}>} deliver
   * @returns {Promise<boolean>} whether to go on with the next
   */
  async #sendOne(letter, deliver) {
    try {
      const { number } = await deliver(letter);
      this.#failures = 0;
      this.#change(letter.clientId, { state: "kept", number });
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) {
        this.#flushIn(null);
        return false;
      }
      if (PASSING.has(error.code)) {
        this.#change(letter.clientId, { clientId: mintClientId() });
        this.#flushIn(error.retryAfter);
        return false;
      }
      this.#change(letter.clientId, { state: "refused", code: error.code });
      return true;
    }
  }

  /** @param {number | null} seconds */
  #flushIn(seconds) {
    if (this.#closed) return;
    const growing = Math.min(1_000 * 2 ** this.#failures, LONGEST_WAIT);
    this.#failures += 1;
    this.#later = setTimeout(() => void this.flush(), seconds === null ? growing : seconds * 1_000);
  }

  /** @param {string} clientId @param {Partial<Letter>} change */
  #change(clientId, change) {
    this.#write(
      this.letters.peek().map((letter) => (letter.clientId === clientId ? { ...letter, ...change } : letter)),
    );
  }

  /** @param {readonly Letter[]} letters */
  #write(letters) {
    this.letters.value = letters;
    if (letters.length === 0) this.#shelf.remove(this.#key);
    else this.#shelf.set(this.#key, JSON.stringify(letters));
  }

  /** @returns {readonly Letter[]} */
  #restore() {
    try {
      const letters = JSON.parse(this.#shelf.get(this.#key) ?? "[]");
      return Array.isArray(letters) ? letters.filter(isLetter) : [];
    } catch {
      return [];
    }
  }
}

/** @param {any} value @returns {value is Letter} */
function isLetter(value) {
  return (
    typeof value?.clientId === "string" &&
    ["message.post", "note.post"].includes(value.event) &&
    typeof value.text === "string" &&
    typeof value.at === "string" &&
    ["pending", "kept", "refused"].includes(value.state)
  );
}

/** The log that a letter is for. @param {Letter["event"]} event @returns {import("./protocol.js").LogName} */
export function logOf(event) {
  return event === "note.post" ? "staff" : "shared";
}

/** @param {Letter} letter @returns {Outgoing} */
function outgoing({ clientId, event, text, at, code }) {
  return { client_id: clientId, log: logOf(event), text, at, ...(code === undefined ? {} : { refused: code }) };
}
