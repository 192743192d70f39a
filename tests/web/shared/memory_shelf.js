/** A shelf in memory. Two of one `board` are two windows that share it. */

export class MemoryShelf {
  /** @type {Map<string, string>} */ values;
  /** @type {Set<() => void>} */ #heard = new Set();
  /** @type {MemoryShelf[]} */ #others;

  /** @param {MemoryShelf} [beside] */
  constructor(beside) {
    this.values = beside?.values ?? new Map();
    this.#others = beside ? [beside] : [];
    beside?.#others.push(this);
  }

  /** @param {string} key */
  get = (key) => this.values.get(key) ?? null;
  /** @param {string} beginning */
  keys = (beginning) => [...this.values.keys()].filter((key) => key.startsWith(beginning));

  /** @param {string} key @param {string} value */
  set = (key, value) => {
    this.values.set(key, value);
    this.#tell();
  };

  /** @param {string} key */
  remove = (key) => {
    if (this.values.delete(key)) this.#tell();
  };

  /** @param {() => void} heard */
  onForeignChange = (heard) => {
    this.#heard.add(heard);
    return () => this.#heard.delete(heard);
  };

  #tell() {
    for (const other of this.#others) for (const heard of other.#heard) heard();
  }
}
