/** The sound that calls an agent: two soft tones, made here, so that nothing has to be fetched. */

export class Chime {
  /** @type {AudioContext | null} */ #context = null;

  /** To be called on a click or a key: browsers keep a page silent until then. */
  async unlock() {
    this.#context ??= new AudioContext();
    await this.#context.resume();
  }

  /**
   * Plays it, where the browser lets it sound.
   * @param {"waiting" | "message"} what  somebody waits; or, softer and only one tone, somebody wrote
   */
  play(what) {
    if (this.#context === null || this.#context.state !== "running") {
      return;
    }
    const start = this.#context.currentTime;
    this.#tone(this.#context, what === "waiting" ? 660 : 880, start, what === "waiting" ? 0.2 : 0.08);
    if (what === "waiting") {
      this.#tone(this.#context, 880, start + 0.18, 0.2);
    }
  }

  /**
   * One tone that swells and fades: no click at either end.
   * @param {AudioContext} context
   * @param {number} frequency  in hertz
   * @param {number} start
   * @param {number} loudness  of full scale
   */
  #tone(context, frequency, start, loudness) {
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.frequency.value = frequency;
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(loudness, start + 0.03);
    gain.gain.exponentialRampToValueAtTime(0.001, start + 0.5);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + 0.5);
  }
}
