/** The line of live text that we are writing: what stands in it now is shown to the others, all of it each time. */

import { signal } from "@preact/signals-core";

import { mintClientId } from "./token.js";

/** Characters that the desk shows of one line. */
export const LONGEST_LINE = 1_000;
/** Milliseconds between two states of a line: half of what people may wait (EN 301 549, 6.2.4), and the way there. */
const EVERY = 200;
/** What stands still is repeated, for whoever came in or was away. */
const REPEAT = 4_000;
/** After a state that was not taken. */
const PAUSE = 1_000;
/** On a line that is slow, so many states may be on their way. */
const MOST_UNANSWERED = 5;

/** @typedef {{ line: string, text: string }} Ended  A line that has ended: its id, and what it says. */

export class OwnLine {
  /** @type {(state: { line: string, sequence: number, text: string }) => Promise<unknown>} */ #show;
  /** @type {string | null} */ #line = null;
  #sequence = 0;
  /** What the others were shown last. */
  #shown = "";
  /** Before this nothing is shown again. */
  #notBefore = 0;
  #unanswered = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /** @param {(state: { line: string, sequence: number, text: string }) => Promise<unknown>} show tells the others */
  constructor(show) {
    this.#show = show;
    /** What stands in it. */
    this.text = signal("");
  }

  /** Something else stands in the field now, however that came. @param {string} text */
  write(text) {
    this.text.value = text;
    this.#line ??= mintClientId();
    this.#plan();
  }

  /** Shows it again now: somebody came in, or the connection is back. */
  repeat() {
    if (this.text.peek() !== "") this.#tell();
  }

  /**
   * The line is over, and the next one is empty.
   * @returns {Ended | null} null where nothing stood in it
   */
  end() {
    const line = this.#line;
    const text = this.text.peek().trim();
    const seen = this.#shown !== "";
    if (line !== null && text === "" && seen) {
      this.text.value = "";
      this.#tell();
    }
    this.drop();
    return line === null || text === "" ? null : { line, text };
  }

  /** Lets go of what was written, and tells nobody. */
  drop() {
    clearTimeout(this.#timer);
    this.#line = null;
    this.#sequence = 0;
    this.#shown = "";
    this.text.value = "";
  }

  #plan() {
    clearTimeout(this.#timer);
    const text = this.text.peek();
    const now = performance.now();
    if (text === this.#shown && text === "") return;
    const due = text === this.#shown ? now + REPEAT : this.#notBefore;
    if (due <= now) this.#tell();
    else this.#timer = setTimeout(() => this.#tell(), due - now);
  }

  #tell() {
    const line = this.#line;
    clearTimeout(this.#timer);
    // The first answer leads here again, also one about an earlier line.
    if (line === null || this.#unanswered >= MOST_UNANSWERED) return;
    this.#sequence += 1;
    this.#unanswered += 1;
    this.#shown = this.text.peek();
    this.#notBefore = performance.now() + EVERY;
    this.#show({ line, sequence: this.#sequence, text: shortened(this.#shown) }).then(
      () => this.#answered(line),
      () => this.#answered(line, PAUSE),
    );
    this.#plan();
  }

  /** @param {string} line @param {number} [pause] */
  #answered(line, pause) {
    this.#unanswered -= 1;
    if (pause !== undefined && line === this.#line) {
      this.#shown = NOT_SHOWN;
      this.#notBefore = performance.now() + pause;
    }
    this.#plan();
  }
}

/** No text that anybody writes. */
const NOT_SHOWN = "\0";

/** As much as the desk takes; characters stay whole. @param {string} text */
function shortened(text) {
  return text.length <= LONGEST_LINE ? text : [...text].slice(0, LONGEST_LINE).join("");
}
