/** How loud a stream is, for people to see that they are heard. */

import { signal } from "@preact/signals-core";

/** Milliseconds between two looks. */
const EVERY = 100;
/** Nothing of it is played: where the browser can do without a loudspeaker, none is opened. @type {object} */
const SILENT = { sinkId: { type: "none" } };
/** Softer than this is silence, in decibels below full scale. */
const FLOOR = -60;

export class LevelMeter {
  /** @type {AudioContext} */ #context;
  /** @type {AnalyserNode} */ #analyser;
  /** @type {Float32Array<ArrayBuffer>} */ #samples;
  /** @type {ReturnType<typeof setInterval>} */ #timer;

  /**
   * Begins to listen. Where the page was not clicked in yet, the browser may keep it silent until `resume()`.
   * @param {MediaStream} stream with sound in it; it is not played
   */
  constructor(stream) {
    this.#context = new AudioContext(SILENT);
    this.#analyser = this.#context.createAnalyser();
    this.#analyser.fftSize = 2048;
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#context.createMediaStreamSource(stream).connect(this.#analyser);
    this.#timer = setInterval(() => this.#look(), EVERY);
    /** 0 is silence, 1 as loud as can be; equal steps sound alike. */
    this.level = signal(0);
    /** Whether nothing at all arrives, not even the noise of a quiet room. */
    this.dead = signal(false);
  }

  /** Whether it listens: before somebody clicked in the page, browsers may not let it. */
  get listens() {
    return this.#context.state === "running";
  }

  /** To be called when somebody clicked. */
  async resume() {
    await this.#context.resume();
  }

  async close() {
    clearInterval(this.#timer);
    if (this.#context.state !== "closed") await this.#context.close();
    this.level.value = 0;
  }

  #look() {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const power = this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / this.#samples.length;
    const decibels = 10 * Math.log10(power);
    this.level.value = Math.max(0, 1 - decibels / FLOOR);
    this.dead.value = power === 0;
  }
}
