/** Listens to our own microphone, to say when we speak while it is off, and when nothing is heard of it while it is on. */

import { signal } from "@preact/signals-core";

import { LevelMeter } from "./level_meter.js";

/** @typedef {"muted" | "silent"} VoiceWarning */

/** From this level on somebody is speaking. */
export const SPEAKING = 0.35;
/** A cough is not speech: so many looks at the level, within so many milliseconds. */
const LOUD = 3;
const WITHIN = 3_000;
/** How long the warning stays after the last word. */
const STAYS = 5_000;
/** After so long without a sound, something is wrong with a microphone that is on. */
const SILENCE = 6_000;
const EVERY = 500;

export class VoiceWatch {
  /** @type {MediaStreamTrack} */ #track;
  /** @type {import("@preact/signals-core").ReadonlySignal<boolean>} */ #on;
  /** @type {LevelMeter} */ #meter;
  /** @type {(() => void)[]} */ #ends;
  /** When it was loud while the microphone was off, the newest last. @type {number[]} */ #loud = [];
  #heard = false;
  #aliveAt = performance.now();
  #warnUntil = 0;

  /**
   * @param {object} options
   * @param {MediaStreamTrack} options.track of the microphone. A copy of it is listened to, which never leaves the page
   *   and ends with `close()`: the track itself is silent while it is off
   * @param {import("@preact/signals-core").ReadonlySignal<boolean>} options.on whether others hear it
   */
  constructor({ track, on }) {
    this.#track = track.clone();
    this.#track.enabled = true;
    this.#on = on;
    this.#meter = new LevelMeter(new MediaStream([this.#track]));
    void this.#meter.resume();
    /** What one should know now. @type {import("@preact/signals-core").Signal<VoiceWarning | null>} */
    this.warning = signal(/** @type {VoiceWarning | null} */ (null));
    const timer = setInterval(() => this.#look(), EVERY);
    this.#ends = [
      this.#meter.level.subscribe((level) => this.#hear(level)),
      on.subscribe(() => this.#turned()),
      () => clearInterval(timer),
    ];
  }

  close() {
    for (const end of this.#ends) end();
    void this.#meter.close();
    this.#track.stop();
    this.warning.value = null;
  }

  /** @param {number} level */
  #hear(level) {
    const now = performance.now();
    if (level > 0) {
      this.#heard = true;
      this.#aliveAt = now;
    }
    if (level <= SPEAKING || this.#on.peek()) return;
    this.#loud = [...this.#loud, now].slice(-LOUD);
    if (this.#loud.length === LOUD && now - /** @type {number} */ (this.#loud[0]) < WITHIN) this.#warnUntil = now + STAYS;
  }

  #turned() {
    this.#loud = [];
    this.#warnUntil = 0;
    this.#aliveAt = performance.now();
    this.#look();
  }

  #look() {
    const now = performance.now();
    // Whoever listens is quiet, too: a microphone that was heard once is missed only when not even its noise is left.
    const alive = this.#heard && !this.#meter.dead.peek() && !this.#track.muted;
    if (alive || !this.#meter.listens) this.#aliveAt = now;
    if (this.#on.peek()) this.warning.value = now - this.#aliveAt > SILENCE ? "silent" : null;
    else this.warning.value = now < this.#warnUntil ? "muted" : null;
  }
}
