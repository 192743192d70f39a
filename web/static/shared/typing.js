/** Who is typing in one log, both ways. */

import { signal } from "@preact/signals-core";

/** @typedef {import("./protocol.js").Author} Author */

/** At most one signal in so many milliseconds. */
const EVERY = 3_000;
/** A signal that is not repeated is good for so long. */
const GOOD_FOR = 6_000;

export class Typing {
  /** @type {string} */ #me;
  /** @type {(typing: boolean) => Promise<unknown>} */ #show;
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */ #ends = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #silence;
  #shownAt = -Infinity;

  /**
   * @param {object} options
   * @param {string} options.me the participant who types here
   * @param {(typing: boolean) => Promise<unknown>} options.show tells the others
   */
  constructor({ me, show }) {
    this.#me = me;
    this.#show = show;
    /** Who else is typing now. @type {import("@preact/signals-core").Signal<readonly Author[]>} */
    this.who = signal(/** @type {readonly Author[]} */ ([]));
  }

  /** Takes a `typing` signal. @param {Author} author @param {boolean} typing */
  take(author, typing) {
    if (author.participant === this.#me) return;
    clearTimeout(this.#ends.get(author.participant));
    this.#ends.delete(author.participant);
    const others = this.who.peek().filter(({ participant }) => participant !== author.participant);
    this.who.value = typing ? [...others, author] : others;
    if (typing) this.#ends.set(author.participant, setTimeout(() => this.take(author, false), GOOD_FOR));
  }

  /** A key was pressed here. */
  typed() {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.stopped(), GOOD_FOR);
    const now = performance.now();
    if (now - this.#shownAt < EVERY) return;
    this.#shownAt = now;
    this.#tell(true);
  }

  /** The text was sent or emptied. */
  stopped() {
    clearTimeout(this.#silence);
    if (this.#shownAt === -Infinity) return;
    this.#shownAt = -Infinity;
    this.#tell(false);
  }

  close() {
    clearTimeout(this.#silence);
    for (const end of this.#ends.values()) clearTimeout(end);
  }

  /** @param {boolean} typing */
  #tell(typing) {
    // A signal that is lost does no harm.
    this.#show(typing).catch(() => undefined);
  }
}
