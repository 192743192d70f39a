/** What an agent closed or handed over here: a queue that was on its way meanwhile must not bring it back. */

export class Parted {
  /** @type {Set<string>} */ #parted = new Set();

  /**
   * Parts with a conversation.
   * @param {string} id
   * @param {() => Promise<unknown>} leave  tells the desk; where it rejects, so does this, and nobody has parted
   */
  async from(id, leave) {
    // Before it is done: the queue that leaves it out may come first.
    this.#parted.add(id);
    try {
      await leave();
    } catch (error) {
      this.#parted.delete(id);
      throw error;
    }
  }

  /** It was taken again. @param {string} id */
  forget(id) {
    this.#parted.delete(id);
  }

  /**
   * What is really the agent's, of a queue that has just come. What it leaves out may be given back later.
   * @param {readonly string[]} mine
   */
  without(mine) {
    this.#parted = new Set(mine.filter((id) => this.#parted.has(id)));
    return mine.filter((id) => !this.#parted.has(id));
  }
}
