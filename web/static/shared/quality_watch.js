/** How good the connection of a call is, both ways, while the call lasts. */

import { signal } from "@preact/signals-core";

import { isThin, judgeReceived, judgeSent, worse } from "./quality.js";

/** @typedef {import("./quality.js").Quality} Quality */

const EVERY = 2_000;
/** A bad moment is none of anybody's business: what is shown was so at two looks. */
const STEADY = 2;
/** A line that was too thin for pictures at so many looks in a row is. */
const THIN_FOR = 6;
/** After so many looks at a poor connection, and none at a good one in between, less would be more. */
const WEAK_FOR = 3;

export class QualityWatch {
  /** @type {import("./call.js").Call} */ #call;
  /** @type {ReturnType<typeof setInterval>} */ #timer;
  /** What was counted at the last look, by the counters' names. @type {RTCStatsReport | null} */ #before = null;
  /** What was judged last, and at how many looks in a row. @type {Map<string, { quality: Quality | null, looks: number }>} */
  #judged = new Map();
  #thinLooks = 0;
  #poorLooks = 0;

  /** @param {import("./call.js").Call} call */
  constructor(call) {
    this.#call = call;
    this.#timer = setInterval(() => void this.look(), EVERY);
    /** How the others get us; null while nothing is known. */
    this.sent = signal(/** @type {Quality | null} */ (null));
    /** How we get each of the others, by participant. @type {import("@preact/signals-core").Signal<ReadonlyMap<string, Quality>>} */
    this.received = signal(/** @type {ReadonlyMap<string, Quality>} */ (new Map()));
    /** Whether the line has been too thin for pictures for a while. */
    this.thin = signal(false);
    /** Whether it has been poor for a while, either way: sound alone would be better understood. Until it is good again. */
    this.weak = signal(false);
  }

  close() {
    clearInterval(this.#timer);
  }

  /** Looks at the counters now; it also does so by itself. */
  async look() {
    if (this.#call.state.peek() !== "connected") {
      this.#before = null;
      return;
    }
    const now = await this.#call.report();
    const before = this.#before;
    this.#before = now;
    if (before === null) return;
    const sent = sentIn(now);
    this.sent.value = this.#steady("sent", judgeSent(sent), this.sent.peek());
    this.#thinLooks = isThin(sent) ? this.#thinLooks + 1 : 0;
    this.thin.value = this.#thinLooks >= THIN_FOR;
    const received = new Map();
    for (const { party, stream } of this.#call.others.peek()) {
      const tracks = new Set(stream.getTracks().map(({ id }) => id));
      const shown = this.#steady(party, judgedIn(now, before, tracks), this.received.peek().get(party) ?? null);
      if (shown !== null) received.set(party, shown);
    }
    this.received.value = received;
    this.#weigh([this.sent.peek(), ...received.values()]);
  }

  /** @param {(Quality | null)[]} shown */
  #weigh(shown) {
    if (!this.#call.pictures.peek() || shown.every((one) => one === null || one === "good")) this.#poorLooks = 0;
    else if (shown.includes("poor")) this.#poorLooks += 1;
    this.weak.value = this.#poorLooks >= WEAK_FOR;
  }

  /** @param {string} what @param {Quality | null} quality @param {Quality | null} shown @returns {Quality | null} */
  #steady(what, quality, shown) {
    const last = this.#judged.get(what);
    const looks = last?.quality === quality ? last.looks + 1 : 1;
    this.#judged.set(what, { quality, looks });
    return looks >= STEADY || shown === null ? quality : shown;
  }
}

/** @param {RTCStatsReport} report @returns {import("./quality.js").Sent} */
function sentIn(report) {
  /** @type {import("./quality.js").Sent} */
  const sent = { lost: 0, roundTrip: null, room: null };
  report.forEach((entry) => {
    if (entry.type === "remote-inbound-rtp") {
      sent.lost = Math.max(sent.lost, entry.fractionLost ?? 0);
      sent.roundTrip = entry.roundTripTime ?? sent.roundTrip;
    } else if (entry.type === "candidate-pair" && entry.nominated) {
      sent.room = entry.availableOutgoingBitrate ?? sent.room;
    }
  });
  return sent;
}

/**
 * The worst of what came on these tracks between two reports.
 * @param {RTCStatsReport} now @param {RTCStatsReport} before @param {ReadonlySet<string>} tracks
 */
function judgedIn(now, before, tracks) {
  let found = /** @type {Quality | null} */ (null);
  now.forEach((entry) => {
    const old = before.get(entry.id);
    if (entry.type !== "inbound-rtp" || !tracks.has(entry.trackIdentifier) || old === undefined) return;
    /** @param {string} name */
    const grown = (name) => (entry[name] ?? 0) - (old[name] ?? 0);
    const samples = grown("totalSamplesReceived");
    const judged = judgeReceived({
      packets: grown("packetsReceived"),
      lost: Math.max(0, grown("packetsLost")),
      concealed: samples > 0 ? (grown("concealedSamples") - grown("silentConcealedSamples")) / samples : 0,
      frozen: (grown("totalFreezesDuration") * 1_000) / Math.max(1, entry.timestamp - old.timestamp),
    });
    found = worse(found, judged);
  });
  return found;
}
