/** Who speaks in sign language in a call, which no microphone hears: whoever does presses a button. */

import { signal } from "@preact/signals-core";

/** What is not repeated is over. */
const GOOD_FOR = 10_000;
const REPEAT = 4_000;
/** Who forgets to press again is not marked for ever. */
const LONGEST = 120_000;

export class Signing {
  /** @type {import("./live_text.js").TextVenue} */ #venue;
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */ #fading = new Map();
  /** @type {ReturnType<typeof setInterval> | undefined} */ #repeating;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #longest;
  /** @type {() => void} */ #deafen;

  /**
   * @param {object} options
   * @param {import("./live_text.js").TextVenue} options.venue
   * @param {import("./connection.js").Connection} options.connection
   */
  constructor({ venue, connection }) {
    this.#venue = venue;
    /** Whether we do. */
    this.mine = signal(false);
    /** Which of the others do. @type {import("@preact/signals-core").Signal<ReadonlySet<string>>} */
    this.who = signal(/** @type {ReadonlySet<string>} */ (new Set()));
    this.#deafen = connection.on("signing", ({ conversation, call, participant, signing }) => {
      if (conversation === venue.id && call === venue.call.peek()?.call) this.#take(participant, signing);
    });
  }

  /** Whether anybody does. */
  get active() {
    return this.mine.value || this.who.value.size > 0;
  }

  /** Says that we sign, or no longer do; it ends by itself, too. @param {boolean} signing */
  turn(signing) {
    clearInterval(this.#repeating);
    clearTimeout(this.#longest);
    this.mine.value = signing;
    this.#tell(signing);
    if (!signing) return;
    this.#repeating = setInterval(() => this.#tell(true), REPEAT);
    this.#longest = setTimeout(() => this.turn(false), LONGEST);
  }

  /** The call is over here. */
  leave() {
    clearInterval(this.#repeating);
    clearTimeout(this.#longest);
    for (const end of this.#fading.values()) clearTimeout(end);
    this.#fading.clear();
    this.mine.value = false;
    this.who.value = new Set();
  }

  close() {
    this.#deafen();
    this.leave();
  }

  /** @param {string} participant @param {boolean} signing */
  #take(participant, signing) {
    if (participant === this.#venue.me) return;
    clearTimeout(this.#fading.get(participant));
    this.#fading.delete(participant);
    if (this.who.peek().has(participant) !== signing) {
      const others = [...this.who.peek()].filter((one) => one !== participant);
      this.who.value = new Set(signing ? [...others, participant] : others);
    }
    if (signing) this.#fading.set(participant, setTimeout(() => this.#take(participant, false), GOOD_FOR));
  }

  /** @param {boolean} signing */
  #tell(signing) {
    const call = this.#venue.call.peek()?.call;
    // One that is lost is repeated, or fades.
    if (call !== undefined) this.#venue.send("signing.show", { call, signing }).catch(() => undefined);
  }
}
