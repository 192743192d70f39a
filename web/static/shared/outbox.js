/**
 * What somebody wrote and the desk has not kept yet. Survives a reload and keeps its order. A letter may be sent twice,
 * by two windows or after a lost answer, but always under the same `client_id`: the desk keeps it once.
 */

import { computed, signal } from "@preact/signals-core";

import { Backoff } from "./backoff.js";
import { Refused, retryAfter } from "./connection.js";
import { Letters } from "./letters.js";
import { mintClientId } from "./token.js";

/** @typedef {import("./letters.js").Extras} Extras */
/** @typedef {import("./letters.js").Letter} Letter */
/** @typedef {import("./letters.js").Shelf} Shelf */

/**
 * A letter as message logs show it.
 * @typedef {object} Outgoing
 * @property {string} client_id
 * @property {import("./protocol.js").LogName} log
 * @property {string} text
 * @property {string} at
 * @property {string} [refused] the code of the desk's refusal
 */

/** Of a sign-in or token that ended others take care: the letter waits. */
const ENDED = new Set(["not_signed_in", "token_expired"]);
/** So long another window has for a letter it wrote, before this one takes care of it. */
const GRACE = 4_000;

export class Outbox {
  /** @type {Letters} */ #stored;
  /** @type {(work: () => Promise<void>) => Promise<void>} */ #inTurn;
  /** @type {((letter: Letter) => Promise<{number: number}>) | null} */ #deliver = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #later;
  /** @type {() => void} */ #deafen;
  #backoff = new Backoff({ most: 15_000 });
  #sending = false;
  #closed = false;

  /**
   * @param {object} options
   * @param {Shelf} options.shelf
   * @param {string} options.key under which the letters are stored: one for each conversation
   * @param {(work: () => Promise<void>) => Promise<void>} [options.inTurn] runs what sends, while no other window does
   */
  constructor({ shelf, key, inTurn = (work) => work() }) {
    this.#stored = new Letters(shelf, key);
    this.#inTurn = inTurn;
    /** Oldest first. @type {import("@preact/signals-core").Signal<readonly Letter[]>} */
    this.letters = signal(this.#stored.all());
    /** @type {import("@preact/signals-core").ReadonlySignal<readonly Outgoing[]>} */
    this.outgoing = computed(() => this.letters.value.map(outgoing));
    /** How many are not kept by the desk yet, and will be. */
    this.waiting = computed(() => this.letters.value.filter(({ state }) => state === "pending").length);
    this.#deafen = this.#stored.onForeignChange(() => this.#reread());
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
   * @param {{event?: Letter["event"], extras?: Extras, clientId?: string}} [options]
   * @returns {Letter}
   */
  post(text, { event = "message.post", extras = {}, clientId = mintClientId() } = {}) {
    const order = Math.max(Date.now(), 1 + (this.letters.peek().at(-1)?.order ?? 0));
    const at = new Date().toISOString();
    /** @type {Letter} */
    const letter = { clientId, event, text, extras, at, order, state: "pending" };
    this.#stored.put(letter);
    this.letters.value = [...this.letters.peek(), letter];
    void this.flush();
    return letter;
  }

  /** Sends what is pending, one at a time and in order. To be called when the connection opens. */
  async flush() {
    // A timer that runs while letters are sent stays: it is for the one that failed.
    if (this.#sending || this.#closed || this.#deliver === null) return;
    this.#stopTimer();
    if (this.#next() === undefined) return;
    this.#sending = true;
    const deliver = this.#deliver;
    try {
      await this.#inTurn(async () => {
        this.#reread();
        for (let letter = this.#next(); letter && !this.#closed; letter = this.#next()) {
          if (!(await this.#sendOne(letter, deliver))) break;
        }
      });
    } finally {
      this.#sending = false;
      // Written, or due again, while the turn was being given back.
      if (this.#next() !== undefined && this.#later === undefined) this.#flushIn(this.#backoff.next());
    }
  }

  /**
   * Sends what is pending, before something that must not come first.
   * @param {number} patience milliseconds that it may take
   * @returns {Promise<boolean>} whether the desk kept all of it
   */
  async emptied(patience) {
    const refused = this.#refused();
    void this.flush();
    await new Promise((resolve) => {
      const late = setTimeout(resolve, patience);
      const stop = this.waiting.subscribe((count) => {
        if (count > 0) return;
        clearTimeout(late);
        resolve(undefined);
        queueMicrotask(() => stop());
      });
    });
    return this.waiting.peek() === 0 && this.#refused() <= refused;
  }

  /** Tries a refused letter again, under a new id: the old one stands for what was refused. @param {string} clientId */
  retry(clientId) {
    this.#change(clientId, { clientId: mintClientId(), state: "pending", code: undefined, renamed: undefined });
    void this.flush();
  }

  /** Gives a letter back to its writer, to be written anew. @param {string} clientId @returns {Letter | undefined} */
  takeBack(clientId) {
    const letter = this.letters.peek().find((each) => each.clientId === clientId);
    this.drop(clientId);
    return letter;
  }

  /** What the desk did not keep, in the words of its writer: not what was only a choice. @returns {string[]} */
  unsent() {
    const written = this.letters.peek().filter(({ state, extras }) => state !== "kept" && extras?.choice === undefined);
    return written.map(({ text }) => text);
  }

  /** Forgets a letter that was refused. @param {string} clientId */
  drop(clientId) {
    this.#stored.remove(clientId);
    this.letters.value = this.letters.peek().filter((letter) => letter.clientId !== clientId);
  }

  /** Its entry stands in the log: the letter has arrived. @param {string} clientId */
  arrived(clientId) {
    if (this.letters.peek().some((letter) => letter.clientId === clientId)) this.drop(clientId);
  }

  /** Sends no more. What is stored stays stored. */
  close() {
    this.#closed = true;
    this.#deafen();
    this.#stopTimer();
  }

  #next() {
    return this.letters.peek().find((letter) => letter.state === "pending");
  }

  #refused() {
    return this.letters.peek().filter(({ state }) => state === "refused").length;
  }

  /**
   * @param {Letter} letter
   * @param {(letter: Letter) => Promise<{number: number}>} deliver
   * @returns {Promise<boolean>} whether to go on with the next
   */
  async #sendOne(letter, deliver) {
    try {
      const { number } = await deliver(letter);
      this.#backoff.reset();
      this.#change(letter.clientId, { state: "kept", number });
      return true;
    } catch (error) {
      if (!(error instanceof Refused) || error.passes || ENDED.has(error.code)) {
        // Under the same id: an answer that went wrong does not tell whether the letter was kept.
        this.#flushIn(this.#backoff.next(retryAfter(error)));
        return false;
      }
      if (error.code === "client_id_reused" && !letter.renamed) {
        // Something else was kept under this id, so this letter was not.
        this.#change(letter.clientId, { clientId: mintClientId(), renamed: true });
      } else this.#change(letter.clientId, { state: "refused", code: error.code });
      return true;
    }
  }

  /** @param {number} milliseconds */
  #flushIn(milliseconds) {
    if (this.#closed) return;
    this.#stopTimer();
    this.#later = setTimeout(() => {
      this.#later = undefined;
      void this.flush();
    }, milliseconds);
  }

  #stopTimer() {
    clearTimeout(this.#later);
    this.#later = undefined;
  }

  /** What another window did counts here, too; and what it cannot finish is finished here. */
  #reread() {
    this.letters.value = this.#stored.all();
    if (!this.#sending && this.#next() !== undefined) this.#flushIn(GRACE);
  }

  /** @param {string} clientId @param {Partial<Letter>} change */
  #change(clientId, change) {
    const letter = this.letters.peek().find((each) => each.clientId === clientId);
    // Its entry may have arrived before the answer.
    if (letter === undefined) return;
    const changed = { ...letter, ...change };
    if (changed.clientId !== clientId) this.#stored.remove(clientId);
    this.#stored.put(changed);
    this.letters.value = this.letters.peek().map((each) => (each === letter ? changed : each));
  }
}

/** The log that a letter is for. @param {Letter["event"]} event @returns {import("./protocol.js").LogName} */
export function logOf(event) {
  return event === "note.post" ? "staff" : "shared";
}

/** @param {Letter} letter @returns {Outgoing} */
function outgoing({ clientId, event, text, at, code }) {
  return { client_id: clientId, log: logOf(event), text, at, ...(code === undefined ? {} : { refused: code }) };
}
