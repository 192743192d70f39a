/** Calling an agent who looks elsewhere: by sound and in the title of the page. */

import { signal } from "@preact/signals-core";

import { arrivals } from "./waiting.js";

/** @typedef {import("../shared/protocol.js").Overview} Overview */

/** How often the sound comes again while somebody new waits and nobody took them, in milliseconds. */
const AGAIN = 20_000;

/** Under this key the choice is kept on the device: it says nothing about anybody. */
const KEY = "onlineloket-console-sound";

export class Attention {
  /** @type {{ play: (what: "waiting" | "message") => void }} */ #chime;
  /** @type {Pick<globalThis.Storage, "getItem" | "setItem"> | null} */ #device;
  /** @type {Set<string>} */ #known = new Set();
  /** New and not taken yet. @type {Set<string>} */ #called = new Set();
  /** @type {ReturnType<typeof setInterval> | undefined} */ #repeat;
  #first = true;

  /**
   * @param {object} options
   * @param {{ play: (what: "waiting" | "message") => void }} options.chime
   * @param {Pick<globalThis.Storage, "getItem" | "setItem"> | null} options.device
   */
  constructor({ chime, device }) {
    this.#chime = chime;
    this.#device = device;
    this.sounding = signal(device?.getItem(KEY) !== "off");
  }

  /** @param {boolean} on */
  setSounding(on) {
    this.sounding.value = on;
    this.#device?.setItem(KEY, on ? "on" : "off");
  }

  /**
   * The waiting list as it now stands. Somebody new calls whoever accepts conversations, again and again until taken.
   * @param {readonly Overview[]} waiting
   * @param {boolean} accepting
   */
  waiting(waiting, accepting) {
    const fresh = this.#first ? waiting : arrivals(this.#known, waiting);
    this.#first = false;
    this.#known = new Set(waiting.map(({ conversation }) => conversation));
    for (const { conversation } of fresh) {
      this.#called.add(conversation);
    }
    this.#called = new Set([...this.#called].filter((each) => accepting && this.#known.has(each)));
    if (this.#called.size === 0) {
      clearInterval(this.#repeat);
      this.#repeat = undefined;
    } else if (fresh.length > 0) {
      this.#ring();
      clearInterval(this.#repeat);
      this.#repeat = setInterval(() => this.#ring(), AGAIN);
    }
  }

  /** Somebody wrote in a conversation that is not in sight. */
  message() {
    if (this.sounding.peek()) {
      this.#chime.play("message");
    }
  }

  /** Calls no more. */
  close() {
    clearInterval(this.#repeat);
  }

  #ring() {
    if (this.sounding.peek()) {
      this.#chime.play("waiting");
    }
  }
}
