/** Our hold of a call: nobody sees or hears us for a while. What the others read of it is what we send. Headless. */

import { passes, retryAfter, Unanswered } from "../shared/connection.js";
import { partyOf } from "./call_standing.js";
import { refusedBy } from "./call_trouble.js";

/** @typedef {import("../shared/call.js").Call} Call */
/** @typedef {import("./call_trouble.js").Trouble} Trouble */

/** Milliseconds until the desk is told again what it may not have heard. */
const PAUSE = 2_000;

export class Hold {
  /** @type {Pick<import("../shared/conversation.js").Conversation, "me" | "call" | "send">} */ #venue;
  /** @type {import("@preact/signals-core").ReadonlySignal<Call | null>} */ #call;
  /** @type {import("@preact/signals-core").Signal<Trouble | null>} */ #trouble;
  /** What we said of it there. @type {Trouble | null} */
  #said = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #later;
  /** Counts turns: those before the newest tell and change nothing any more. */
  #newest = 0;

  /**
   * @param {object} options
   * @param {Pick<import("../shared/conversation.js").Conversation, "me" | "call" | "send">} options.venue where the call is
   * @param {import("@preact/signals-core").ReadonlySignal<Call | null>} options.call
   * @param {import("@preact/signals-core").Signal<Trouble | null>} options.trouble where it is said what does not work
   */
  constructor({ venue, call, trouble }) {
    this.#venue = venue;
    this.#call = call;
    this.#trouble = trouble;
  }

  /**
   * Whoever holds a call, and loads the page again or goes on in another window, holds it still: so the others read.
   * @param {Call} call that sends nothing yet
   * @param {import("../shared/protocol.js").CallView} view
   */
  keep(call, view) {
    if (!partyOf(view, this.#venue.me)?.held) return;
    const overtaken = this.#begin();
    call.own.hold(true).catch((error) => overtaken() || this.#fail(call, error));
  }

  /**
   * Holds the call, or goes on. Where that fails it stays held, and the desk is told so until it has heard it. What was
   * wished last holds: the desk is told nothing else afterwards, however long the line took over what was wished before.
   * @param {boolean} held
   */
  async turn(held) {
    const call = this.#call.peek();
    const view = this.#venue.call.peek();
    if (call === null || view === null) return;
    const overtaken = this.#begin();
    try {
      // Unseen and unheard before anybody knows; seen and heard only once they do.
      if (held) {
        const dark = call.own.hold(true);
        // Not after it: a line that is busy lets it wait, and the screen would be seen meanwhile.
        const closed = call.screen.peek() && call.shareScreen(null);
        await Promise.all([dark, closed]);
        if (overtaken()) return;
      }
      await this.#venue.send("call.hold", { call: view.call, held });
      if (!held && !overtaken()) await call.own.hold(false);
    } catch (error) {
      if (!overtaken()) this.#fail(call, error);
      return;
    }
    if (overtaken()) return;
    if (this.#trouble.peek() === this.#said) this.#trouble.value = null;
    this.#said = null;
  }

  /** The call is over for us. */
  leave() {
    this.#begin();
    this.#said = null;
  }

  /** @returns {() => boolean} whether another turn has begun since, or the call is over for us */
  #begin() {
    clearTimeout(this.#later);
    this.#newest += 1;
    const turn = this.#newest;
    return () => turn !== this.#newest;
  }

  /** @param {Call} call @param {unknown} error */
  #fail(call, error) {
    this.#said = refusedBy(error, error instanceof Unanswered ? "unanswered" : "media_failed");
    this.#trouble.value = this.#said;
    if (!passes(error)) return;
    const wait = (retryAfter(error) ?? 0) * 1_000 || PAUSE;
    this.#later = setTimeout(() => this.#call.peek() === call && this.turn(call.own.held.peek()), wait);
  }
}
