/**
 * One log of one conversation, as far as it is known here: every entry once, in order, without gaps. It begins near its
 * end; what came before is read when it is asked for.
 */

import { batch, computed, signal } from "@preact/signals-core";

import { Backoff } from "./backoff.js";
import { retryAfter } from "./connection.js";

/** @typedef {import("./protocol.js").Entry} Entry */
/** @typedef {import("./protocol.js").LogSlice} LogSlice */

/** So many entries are read at first, and each time that somebody reads back. */
export const PAGE = 50;

/** How long an entry that was acknowledged may take to arrive by itself. */
const GRACE = 1_500;

/** What is read of a log: what follows a number, or the last of what stands before one. @typedef {{after: number} | {before: number, last: true, limit: number}} Part */

export class Log {
  /** @type {(part: Part) => Promise<LogSlice>} */ #read;
  /** Where the known part begins: the number before its first entry. @type {import("@preact/signals-core").Signal<number>} */ #start;
  /** Reading back, while it is under way. @type {Promise<void> | null} */ #back = null;
  /** Entries beyond a gap. @type {Map<number, Entry>} */ #held = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #later;
  #backoff = new Backoff({ first: 3_000 });
  #expected = 0;
  #reading = false;
  #again = false;
  #closed = false;

  /**
   * @param {(part: Part) => Promise<LogSlice>} read gives it oldest first, and rejects as `Connection.send` does
   * @param {number} [newest] the number of the newest entry, as the desk told it last
   * @param {readonly Entry[]} [known] the last up to there and all that follows, where the desk told them as well
   */
  constructor(read, newest = 0, known = []) {
    this.#read = read;
    this.#start = signal(known[0] ? known[0].number - 1 : Math.max(0, newest - PAGE));
    /** Never with a gap. @type {import("@preact/signals-core").Signal<readonly Entry[]>} */
    this.entries = signal(known);
    /** Whether all there was at the last look has been read. */
    this.complete = signal(known.length > 0);
    /** Whether there are entries before those known here. */
    this.hasEarlier = computed(() => this.#start.value > 0);
  }

  /** The number of the newest entry known here. */
  get last() {
    return this.entries.peek().at(-1)?.number ?? this.#start.peek();
  }

  /** Takes an entry that arrived by itself: the next is added, a known one ignored, and a gap is read. @param {Entry} entry */
  take(entry) {
    if (entry.number <= this.last) return;
    this.#held.set(entry.number, entry);
    this.#join();
    if (this.#held.size > 0) void this.sync();
  }

  /** Something up to this number is known to exist; it is read unless it arrives by itself. @param {number} number */
  expect(number) {
    this.#expected = Math.max(this.#expected, number);
    if (number > this.last) this.#syncIn(GRACE, () => this.last < this.#expected);
  }

  /** Reads all that is new. Many calls at a time come down to one reading, and one more after it. */
  async sync() {
    this.#again = true;
    if (this.#reading) return;
    this.#reading = true;
    clearTimeout(this.#later);
    this.#later = undefined;
    try {
      while (this.#again && !this.#closed) {
        this.#again = false;
        await this.#readOn();
      }
      this.#backoff.reset();
    } catch (error) {
      // Whatever kept the desk from answering, what is missing is still missing: look again in a while.
      this.#again = false;
      this.#syncIn(this.#backoff.next(retryAfter(error)));
    } finally {
      this.#reading = false;
    }
  }

  /** Reads some of what came before, if there is any. Rejects where the desk does not answer. */
  readBack() {
    this.#back ??= this.#readEarlier().finally(() => (this.#back = null));
    return this.#back;
  }

  /** Reads no more. */
  close() {
    this.#closed = true;
    clearTimeout(this.#later);
  }

  async #readOn() {
    let newest;
    do {
      const slice = await this.#read({ after: this.last });
      if (this.#closed) return;
      for (const entry of slice.entries) if (entry.number > this.last) this.#held.set(entry.number, entry);
      const before = this.last;
      this.#join();
      if (this.last === before) break;
      newest = slice.last;
    } while (this.last < newest);
    for (const number of this.#held.keys()) if (number <= this.last) this.#held.delete(number);
    this.complete.value = true;
  }

  async #readEarlier() {
    const start = this.#start.peek();
    if (start === 0 || this.#closed) return;
    const { entries } = await this.#read({ before: start + 1, last: true, limit: PAGE });
    if (this.#closed) return;
    batch(() => {
      this.#start.value = (entries[0]?.number ?? 1) - 1;
      this.entries.value = [...entries, ...this.entries.peek()];
    });
  }

  /** Adds what follows without a gap. */
  #join() {
    const next = [];
    for (let number = this.last + 1; this.#held.has(number); number += 1) {
      next.push(/** @type {Entry} */ (this.#held.get(number)));
      this.#held.delete(number);
    }
    if (next.length > 0) this.entries.value = [...this.entries.peek(), ...next];
  }

  /** @param {number} milliseconds @param {() => boolean} [needed] asked when the time has come */
  #syncIn(milliseconds, needed = () => true) {
    if (this.#closed || this.#later !== undefined) return;
    this.#later = setTimeout(() => {
      this.#later = undefined;
      if (needed()) void this.sync();
    }, milliseconds);
  }
}
