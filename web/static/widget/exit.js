/** Quick exit: away from this page at once, with nothing left behind that a browser lets a page remove. */

/** So many presses of Shift, within so many milliseconds. */
const PRESSES = 3;
const WITHIN = 5_000;

export class QuickExit {
  #presses = /** @type {number[]} */ ([]);
  #gone = false;

  /**
   * @param {object} options
   * @param {import("./visit.js").Visit} options.visit
   * @param {import("./host.js").Host} options.host
   * @param {() => string} options.to the harmless page it leads to
   */
  constructor({ visit, host, to }) {
    this.visit = visit;
    this.host = host;
    this.to = to;
  }

  /** Listens for Shift, pressed three times within five seconds, while the visit is sensitive. @param {Document} [page] */
  listen(page = document) {
    page.addEventListener("keydown", ({ key, repeat, timeStamp }) => {
      if (!this.visit.sensitive.peek() || repeat) return;
      this.#presses = key === "Shift" ? [...this.#presses, timeStamp].slice(-PRESSES) : [];
      if (this.#presses.length === PRESSES && timeStamp - /** @type {number} */ (this.#presses[0]) < WITHIN) this.leave();
    });
    // A page taken out of the back-forward cache must not show what was left.
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.#gone && location.replace(this.to()));
  }

  /** Covers the page, revokes the token, wipes every store, and goes. */
  leave() {
    if (this.#gone) return;
    this.#gone = true;
    document.body.replaceChildren();
    this.host.exit();
    const token = this.visit.flee();
    if (token !== null) {
      // `keepalive`: it goes on after the page is gone. The answer clears what the browser keeps of this site.
      fetch("/api/exit", { method: "POST", headers: { Authorization: `Bearer ${token}` }, keepalive: true }).catch(() => undefined);
    }
    // In a frame the loader leaves: the page around, and this one with it.
    if (!this.host.framed) location.replace(this.to());
  }
}
