/** The audible mark of a recording: two tones when it begins or goes on, then a soft one every half minute. */

/** Milliseconds between two reminders. */
const EVERY = 30_000;

export class RecordingTone {
  /** @type {AudioContext | null} */ #context = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */ #again;

  /** Whoever is in a call has clicked: the browser lets the page sound. */
  start() {
    if (this.#context !== null) return;
    this.#context = new AudioContext();
    void this.#context.resume();
    this.#sound(1_000, 0, 0.12);
    this.#sound(1_400, 0.22, 0.12);
    this.#again = setInterval(() => this.#sound(1_400, 0, 0.04), EVERY);
  }

  stop() {
    clearInterval(this.#again);
    void this.#context?.close();
    this.#context = null;
  }

  /**
   * One tone that swells and fades: no click at either end.
   * @param {number} frequency  in hertz
   * @param {number} delay  in seconds
   * @param {number} loudness  of full scale
   */
  #sound(frequency, delay, loudness) {
    const context = this.#context;
    if (context === null) return;
    const start = context.currentTime + delay;
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.frequency.value = frequency;
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(loudness, start + 0.02);
    gain.gain.linearRampToValueAtTime(0, start + 0.2);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + 0.2);
  }
}
