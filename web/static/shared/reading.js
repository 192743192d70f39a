/** How far everybody has read one log. */

import { computed, signal } from "@preact/signals-core";

/** @typedef {{participant: string, kind: string, number: number}} Position */

/** Somebody who scrolls reads many entries a second: the desk is told the last of them. */
const PAUSE = 400;

export class Reading {
  /** @type {string} */ #me;
  /** @type {(number: number) => Promise<unknown>} */ #mark;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #later;
  #seen = 0;
  #marked = 0;

  /**
   * @param {object} options
   * @param {string} options.me the participant who reads here
   * @param {(number: number) => Promise<unknown>} options.mark tells the desk how far I have read
   */
  constructor({ me, mark }) {
    this.#me = me;
    this.#mark = mark;
    /** By participant. @type {import("@preact/signals-core").Signal<Readonly<Record<string, Position>>>} */
    this.positions = signal(/** @type {Readonly<Record<string, Position>>} */ ({}));
    /** The number up to which anybody else has read. */
    this.byOthers = computed(() =>
      Object.values(this.positions.value)
        .filter(({ participant }) => participant !== this.#me)
        .reduce((highest, { number }) => Math.max(highest, number), 0),
    );
    /** The number up to which I have read, as the desk knows it. */
    this.byMe = computed(() => this.positions.value[this.#me]?.number ?? 0);
  }

  /** Takes a `reading` signal or a stored position. @param {Position} position */
  take({ participant, kind, number }) {
    const known = this.positions.peek()[participant]?.number ?? 0;
    if (number <= known) return;
    this.positions.value = { ...this.positions.peek(), [participant]: { participant, kind, number } };
  }

  /** I have read up to this number. @param {number} number */
  seen(number) {
    if (number <= Math.max(this.#seen, this.byMe.peek())) return;
    this.#seen = number;
    this.#later ??= setTimeout(() => void this.tell(), PAUSE);
  }

  /** Tells the desk what it does not know yet; also after a reconnect. */
  async tell() {
    clearTimeout(this.#later);
    this.#later = undefined;
    const number = this.#seen;
    if (number <= this.#marked) return;
    try {
      await this.#mark(number);
      this.#marked = Math.max(this.#marked, number);
    } catch {
      // A mark that is lost does no harm: the next one says more.
    }
  }

  close() {
    clearTimeout(this.#later);
  }
}
