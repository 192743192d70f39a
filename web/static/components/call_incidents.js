/** What goes wrong with a call on this side becomes part of the record: the desk only sees what reaches it. */

/** @typedef {import("../shared/protocol.js").ReportIncident["incident"]} Incident */

export class CallIncidents {
  /** @type {Pick<import("../shared/conversation.js").Conversation, "sendOnce">} */ #venue;
  /** @type {string | null} */ #id = null;

  /** @param {Pick<import("../shared/conversation.js").Conversation, "sendOnce">} venue */
  constructor(venue) {
    this.#venue = venue;
    /** Whether the record says that we are away: once connected, it is to say that we are back. */
    this.broken = false;
  }

  /**
   * @param {string} id
   * @param {import("../shared/call.js").Call} call
   * @returns {() => void} stops it
   */
  follow(id, call) {
    this.#id = id;
    const stop = call.state.subscribe((state) => this.#judge(state));
    return () => {
      stop();
      this.#id = null;
      this.broken = false;
    };
  }

  /** Once, in the call that is followed. @param {Incident} incident */
  note(incident) {
    // Where it does not reach the desk, the desk notices by itself what matters.
    if (this.#id !== null) this.#venue.sendOnce("call.incident", { call: this.#id, incident }).catch(() => undefined);
  }

  /** @param {import("../shared/call.js").CallState} state */
  #judge(state) {
    if (state === "reconnecting" && !this.broken) {
      this.broken = true;
      this.note("connection_lost");
    } else if (state === "connected" && this.broken) {
      this.broken = false;
      this.note("reconnected");
    } else if (state === "failed") {
      this.note("negotiation_failed");
    }
  }
}
