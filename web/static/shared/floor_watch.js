/** Watches what becomes of the pictures that a connection sends, and says when they need a floor, or no longer. */

import { Floor } from "./floor.js";

const EVERY = 2_000;

export class FloorWatch {
  /** @type {() => Promise<RTCStatsReport>} */ #report;
  /** @type {() => boolean} */ #applies;
  /** @type {() => void} */ #onChange;
  /** @type {ReturnType<typeof setInterval>} */ #timer;
  /** What was counted at the last look. @type {RTCStatsReport | null} */ #before = null;
  #floor = new Floor();

  /**
   * @param {object} options
   * @param {() => Promise<RTCStatsReport>} options.report the connection's counters
   * @param {() => boolean} options.applies whether there is a connection with one other at its end: with more, the media
   *   worker says how much each of them can take
   * @param {() => void} options.onChange `rate` is another
   */
  constructor({ report, applies, onChange }) {
    this.#report = report;
    this.#applies = applies;
    this.#onChange = onChange;
    this.#timer = setInterval(() => void this.#look(), EVERY);
  }

  /** Bits a second that are sent at least; null where the browser decides alone. */
  get rate() {
    return this.#floor.rate;
  }

  close() {
    clearInterval(this.#timer);
  }

  async #look() {
    const rate = this.rate;
    const now = this.#applies() ? await this.#report() : null;
    const before = this.#before;
    this.#before = now;
    if (now === null) this.#floor.forget();
    else if (before !== null) {
      const look = picturesIn(now, before);
      if (look !== null) this.#floor.take(look);
    }
    if (this.rate !== rate) this.#onChange();
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
