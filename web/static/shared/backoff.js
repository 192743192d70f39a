/** How long to wait before trying again. */

/**
 * Waits that grow, each drawn from the whole of a window that doubles ("full jitter": aws.amazon.com/blogs/architecture,
 * Exponential Backoff And Jitter): those who were cut off together come back spread out, and the first ones soon.
 */
export class Backoff {
  #first;
  #most;
  #random;
  #tries = 0;

  /**
   * @param {object} [options]
   * @param {number} [options.first] milliseconds of the first window
   * @param {number} [options.most] milliseconds of the widest
   * @param {() => number} [options.random] between 0 and 1
   */
  constructor({ first = 1_000, most = 20_000, random = Math.random } = {}) {
    this.#first = first;
    this.#most = most;
    this.#random = random;
  }

  /**
   * Milliseconds until the next try.
   * @param {number | null} [asked] seconds that the desk asked to be left alone for; the window lies after them
   */
  next(asked = null) {
    const window = Math.min(this.#first * 2 ** this.#tries, this.#most);
    this.#tries += 1;
    return (asked ?? 0) * 1_000 + this.#random() * window;
  }

  /** It worked: the next wait is a short one again. */
  reset() {
    this.#tries = 0;
  }
}
