/** The page that shows the widget in a frame, and its loader there. Messages both ways, with origin and source checked. */

/**
 * @typedef {object} HostNews
 * @property {(shown: boolean) => void} onShown the frame was opened or closed by its button
 * @property {() => void} onExit somebody asked for the quick exit on the page around the frame
 * @property {() => void} onMove the button was pressed where there is no room for a frame
 */

export class Host {
  /** @type {Window | null} */ #loader;

  /** @param {Window} [view] */
  constructor(view = window) {
    this.#loader = view.parent === view ? null : view.parent;
    /** The origin of the page around the frame, or null for the desk's own page. */
    this.site = this.#loader === null ? null : originOf(view);
  }

  /** Whether the desk is shown in a frame. */
  get framed() {
    return this.#loader !== null;
  }

  /** Says that the frame is there, and listens. @param {HostNews} news @param {Window} [view] */
  meet({ onShown, onExit, onMove }, view = window) {
    if (!this.framed) return;
    view.addEventListener("message", ({ source, origin, data }) => {
      if (source !== this.#loader || origin !== this.site) return;
      if (data?.onlineloket === "shown" || data?.onlineloket === "hidden") onShown(data.onlineloket === "shown");
      else if (data?.onlineloket === "exit") onExit();
      else if (data?.onlineloket === "move") onMove();
    });
    this.#tell({ onlineloket: "ready" });
  }

  /** Goes to a page of the desk in place of the page around the frame. Throws where the browser does not let it: a frame
   * that nobody has touched leads nobody elsewhere. @param {string} page @param {Window} [view] */
  leaveFor(page, view = window) {
    if (view.navigator.userActivation?.hasBeenActive === false) throw new DOMException("untouched", "SecurityError");
    /** @type {Window} */ (view.top).location.href = new URL(page, view.location.href).href;
  }

  /** Asks to be shown all the same, or, where nothing has begun, for the desk as a page of its own. @param {boolean} begun */
  open(begun) {
    this.#tell({ onlineloket: "open", begun });
  }

  /** Asks to be put away; what was said stays. */
  close() {
    this.#tell({ onlineloket: "close" });
  }

  /** From now on, or no longer, the page around offers the quick exit too. @param {string | null} exit where it leads */
  offerExit(exit) {
    this.#tell({ onlineloket: "sensitive", exit });
  }

  /** Asks to cover and leave the page around the frame. */
  exit() {
    this.#tell({ onlineloket: "exit" });
  }

  /** So much was said while the frame was put away. @param {number} count */
  unread(count) {
    this.#tell({ onlineloket: "unread", count });
  }

  /** @param {object} message */
  #tell(message) {
    if (this.#loader !== null && this.site !== null) this.#loader.postMessage(message, this.site);
  }
}

/** The loader sets the frame's referrer policy so that the origin is always told. @param {Window} view */
function originOf(view) {
  const told = view.location.ancestorOrigins?.[0] ?? view.document.referrer;
  return URL.canParse(told) ? new URL(told).origin : null;
}
