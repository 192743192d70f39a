/** Watches what becomes of the pictures that a connection sends, and says when they need a floor, or no longer. */

import { retryAfter } from "./connection.js";
import { Floor } from "./floor.js";

const EVERY = 2_000;

export class FloorWatch {
  /** @type {() => Promise<RTCStatsReport>} */ #report;
  /** @type {() => boolean} */ #connected;
  /** @type {() => boolean} */ #applies;
  /** @type {() => number | null} */ #told;
  /** @type {() => Promise<unknown>} */ #tell;
  /** @type {Promise<unknown> | null} */ #telling = null;
  #notBefore = -Infinity;
  /** @type {ReturnType<typeof setInterval>} */ #timer;
  /** What was counted at the last look. @type {RTCStatsReport | null} */ #before = null;
  #floor = new Floor();

  /**
   * @param {object} options
   * @param {() => Promise<RTCStatsReport>} options.report the connection's counters
   * @param {() => boolean} options.connected
   * @param {() => boolean} options.applies whether one other is at its end: with more, the media worker says how much each
   *   of them can take
   * @param {() => number | null} options.told the rate that the browser keeps to
   * @param {() => Promise<unknown>} options.tell has the browser keep to `rate`; again after a later look, where that failed
   */
  constructor({ report, connected, applies, told, tell }) {
    this.#report = report;
    this.#connected = connected;
    this.#applies = applies;
    this.#told = told;
    this.#tell = tell;
    this.#timer = setInterval(() => void this.#look(), EVERY);
  }

  /** Bits a second that are sent at least; null where the browser decides alone. */
  get rate() {
    return this.#floor.rate;
  }

  /** What follows goes another way through the network. */
  forget() {
    this.#before = null;
    this.#floor.forget();
  }

  close() {
    clearInterval(this.#timer);
  }

  async #look() {
    const now = this.#connected() && this.#applies() ? await this.#report() : null;
    const before = this.#before;
    this.#before = now;
    const look = now && before && picturesIn(now, before);
    if (look) this.#floor.take(look);
    else if (before !== null) this.#floor.forget();
    if (this.rate === this.#told() || !this.#connected() || performance.now() < this.#notBefore) return;
    this.#telling ??= this.#tell()
      .catch((error) => (this.#notBefore = performance.now() + (retryAfter(error) ?? 0) * 1_000))
      .finally(() => (this.#telling = null));
  }
}

/**
 * @param {RTCStatsReport} now @param {RTCStatsReport} before
 * @returns {import("./floor.js").Look | null} null where no picture was sent
 */
function picturesIn(now, before) {
  /** @type {import("./floor.js").Look} */
  const look = { sent: 0, lost: 0, roundTrip: null, room: null };
  now.forEach((entry) => {
    const old = before.get(entry.id);
    /** @param {string} name */
    const grown = (name) => (entry[name] ?? 0) - (old[name] ?? 0);
    if (entry.type === "candidate-pair" && entry.nominated) look.room = entry.availableOutgoingBitrate ?? look.room;
    if (entry.kind !== "video" || old === undefined) return;
    if (entry.type === "outbound-rtp") {
      look.sent += Math.max(0, grown("packetsSent") - grown("retransmittedPacketsSent"));
    } else if (entry.type === "remote-inbound-rtp" && entry.timestamp > old.timestamp) {
      look.lost += Math.max(0, grown("packetsLost"));
      look.roundTrip = entry.roundTripTime ?? look.roundTrip;
    }
  });
  return look.sent > 0 ? look : null;
}
