/** One party's side of a video call: what it sends, what it gets of the others, and how the line to the worker is. */

import { signal } from "@preact/signals-core";

import { retryAfter } from "./connection.js";
import { Line } from "./line.js";
import { OwnMedia } from "./own_media.js";

/** @typedef {import("./line.js").Answer} Answer */
/** @typedef {import("./line.js").Other} Other */

/**
 * Life of a call: `new` -> `connecting` -> `connected` <-> `reconnecting`; from any of these to `failed`, when it stays
 * without a connection for long, to `ended`, and to `taken`, when another page of ours has the call. From `failed` it comes
 * back when a way is found after all.
 * @typedef {"new" | "connecting" | "connected" | "reconnecting" | "failed" | "ended" | "taken"} CallState
 */

/**
 * What came in since the line began, of all others together; frames a second are of now.
 * @typedef {object} CallStats
 * @property {number} framesDecoded
 * @property {number} framesPerSecond
 * @property {number} audioEnergy as `totalAudioEnergy`: it grows with all that is heard
 * @property {number} packetsLost
 * @property {number | null} roundTrip seconds to whoever reports and back
 * @property {string[]} codecs such as `video/VP8`
 */

/** A short interruption heals by itself. */
const PATIENCE = 1_500;
/** Between attempts to find another way through the network, or to be answered by the worker. */
const PAUSE = 4_000;
/** After so long without a connection the call counts as failed, and another way is looked for less often. */
const GIVE_UP = 30_000;
const LONG_PAUSE = 10_000;

export class Call {
  /** @type {(sdp: string, screen: string | null) => Promise<Answer>} */ #offer;
  /** @type {() => Promise<RTCIceServer[]>} */ #iceServers;
  /** @type {string | undefined} */ #codec;
  /** @type {Line} */ #line;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #later;
  /** When the connection was lost; `null` while there is one. @type {number | null} */ #lostAt = null;
  /** The last offer was not answered. */
  #owing = false;
  /** The desk asked to be offered nothing before, but for what somebody does on purpose. */
  #notBefore = 0;

  /**
   * @param {object} options
   * @param {(sdp: string, screen: string | null) => Promise<Answer>} options.offer hands our description to the desk,
   *   with the section that our screen is sent in; rejects when the desk refuses it
   * @param {MediaStream} options.stream what we send: sound, or sound and picture; `hangUp` stops it
   * @param {() => Promise<RTCIceServer[]>} [options.iceServers] TURN servers, for networks that let nothing else through
   * @param {"VP8" | "H264"} [options.videoCodec] preferred over the browser's own choice
   */
  constructor({ offer, stream, iceServers = async () => [], videoCodec }) {
    this.#offer = offer;
    this.#codec = videoCodec && `video/${videoCodec}`;
    this.#iceServers = iceServers;
    /** How the call stands. */
    this.state = signal(/** @type {CallState} */ ("new"));
    /** The others, as far as anything of them arrives. @type {import("@preact/signals-core").Signal<readonly Other[]>} */
    this.others = signal(/** @type {readonly Other[]} */ ([]));
    /** The screen that we show the others beside our camera. */
    this.screen = signal(/** @type {MediaStreamTrack | null} */ (null));
    /** Whether pictures cross: off, we neither send nor get any. */
    this.pictures = signal(true);
    /** What we send. */
    this.own = new OwnMedia(stream, () => this.#attach());
    this.#line = this.#draw();
  }

  /** Goes into the call. What does not work at once is tried again for a while. */
  connect() {
    if (this.state.value !== "new") return;
    this.state.value = "connecting";
    void this.#attempt({});
  }

  /** Takes what the others send by now. Where that does not work now, it is tried again. */
  refresh() {
    if (this.state.value === "new" || this.#isOver) return;
    void this.#offerAnew();
  }

  /** The call is on another media worker: goes there on a line of its own. What we send stays the same. */
  move() {
    if (this.#isOver) return;
    this.#line.close();
    this.others.value = [];
    this.#line = this.#draw();
    this.#lostAt = performance.now();
    this.state.value = "reconnecting";
    // The worker may not have come yet: the screen is not refused by that.
    if (this.screen.value !== null) void this.#line.show(this.screen.value).catch(() => {});
    this.#retry();
  }

  /** Lets pictures cross, or sound alone, on a thin line or where it is wished. @param {boolean} on */
  async setPictures(on) {
    this.pictures.value = on;
    this.#line.setPictures(on);
    if (!on && this.screen.value !== null) await this.shareScreen(null);
    else await this.#offerAnew();
  }

  /**
   * Shows the others this screen beside our camera, until it ends or `null` is given. Rejects when the desk refuses it:
   * then it is stopped, and nobody sees it later.
   * @param {MediaStreamTrack | null} track
   */
  async shareScreen(track) {
    this.screen.value?.stop();
    this.screen.value = track;
    // The browser's own bar ends it, too.
    track?.addEventListener("ended", () => {
      if (this.screen.value === track) void this.shareScreen(null);
    });
    if (track === null) {
      await this.#attempt({}, this.#line.share(null));
      return;
    }
    const line = this.#line;
    try {
      await line.share(track);
      this.#taken(line);
    } catch (error) {
      if (this.screen.value === track) this.#withdraw(track, error);
      throw error;
    }
  }

  /** Looks for another way through the network now, as when it has changed. Also happens by itself. */
  reconnect() {
    if (this.#isOver || this.state.value === "new") return;
    if (this.#line.state === "connected") {
      void this.#attempt({ restart: true });
    } else {
      this.#lostAt = performance.now();
      this.state.value = "reconnecting";
      this.#retry();
    }
  }

  /** Ends our side: nothing is sent or received any more, and camera and microphone are off. @param {"ended" | "taken"} [state] */
  hangUp(state = "ended") {
    clearTimeout(this.#later);
    this.own.stop();
    this.screen.value?.stop();
    this.screen.value = null;
    this.#line.close();
    this.state.value = state;
    this.others.value = [];
  }

  /** How the call goes, from the browser's own counters. @returns {Promise<CallStats>} */
  async stats() {
    /** @type {CallStats} */
    const found = { framesDecoded: 0, framesPerSecond: 0, audioEnergy: 0, packetsLost: 0, roundTrip: null, codecs: [] };
    const report = await this.report();
    report.forEach((entry) => {
      if (entry.type === "inbound-rtp") {
        found.framesDecoded += entry.framesDecoded ?? 0;
        found.framesPerSecond += entry.framesPerSecond ?? 0;
        found.audioEnergy += entry.totalAudioEnergy ?? 0;
        found.packetsLost += entry.packetsLost ?? 0;
        const codec = report.get(entry.codecId)?.mimeType;
        if (codec) found.codecs.push(codec);
      } else if (entry.type === "remote-inbound-rtp") {
        found.roundTrip = entry.roundTripTime ?? found.roundTrip;
      }
    });
    return found;
  }

  /** The browser's own counters of the line. @returns {Promise<RTCStatsReport>} */
  report() {
    return this.#line.stats();
  }

  get #isOver() {
    return this.state.value === "ended" || this.state.value === "taken";
  }

  #draw() {
    /** @type {Line} */
    const line = new Line({
      offer: this.#offer,
      iceServers: this.#iceServers,
      local: this.own.stream,
      pictures: this.pictures.value,
      codec: this.#codec,
      onState: (state) => this.#line === line && this.#follow(state),
      onOthers: (others) => this.#line === line && (this.others.value = others),
    });
    return line;
  }

  /** @param {RTCPeerConnectionState} state */
  #follow(state) {
    switch (state) {
      case "connecting":
        if (this.state.value === "new") this.state.value = "connecting";
        break;
      case "connected":
        clearTimeout(this.#later);
        this.#lostAt = null;
        this.state.value = "connected";
        // The way is there, but the last offer was not answered: somebody may not be seen.
        if (this.#owing) this.#attemptIn(0, {});
        break;
      case "disconnected":
        this.#lose(PATIENCE);
        break;
      case "failed":
        this.#lose(0);
        break;
    }
  }

  /** @param {number} wait milliseconds before something is done about it */
  #lose(wait) {
    if (this.state.value === "failed" || this.#isOver) return;
    this.#lostAt ??= performance.now();
    this.state.value = "reconnecting";
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#retry(), wait);
  }

  #retry() {
    if ((this.state.value !== "reconnecting" && this.state.value !== "failed") || this.#lostAt === null) return;
    if (performance.now() - this.#lostAt > GIVE_UP) this.state.value = "failed";
    clearTimeout(this.#later);
    const early = this.#notBefore - performance.now();
    if (early <= 0) void this.#attempt({ restart: this.#line.state !== "new" });
    const pause = this.state.value === "failed" ? LONG_PAUSE : PAUSE;
    this.#later = setTimeout(() => this.#retry(), early > 0 ? early : pause);
  }

  /** Shows a screen no more that was refused. @param {MediaStreamTrack} track @param {unknown} error */
  #withdraw(track, error) {
    track.stop();
    this.screen.value = null;
    // The call may have moved meanwhile, and the new line has it too.
    void this.#line.show(null).catch(() => {});
    // Where only the answer was lost, the desk still counts on it.
    void this.#attempt({}, Promise.reject(error));
  }

  /** Sends what our stream has by now. Rejects where a track cannot be exchanged: what was sent before still is. */
  async #attach() {
    if (await this.#line.attach()) await this.#offerAnew();
  }

  /** Offers what is otherwise now. Where the desk asked to wait, the offer that waits has it all. */
  async #offerAnew() {
    if (performance.now() >= this.#notBefore) await this.#attempt({});
  }

  /** Offers again in a while, and not before the desk wants it. @param {number} wait @param {{ restart?: boolean }} how */
  #attemptIn(wait, how) {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#attempt(how), Math.max(wait, this.#notBefore - performance.now()));
  }

  /**
   * Offers what we send and take; where that fails, again later.
   * @param {{ restart?: boolean }} how
   * @param {Promise<void>} [offered] the first time, where there is more to it
   * @returns {Promise<void>} once it is answered, or has failed for now
   */
  #attempt(how, offered = this.#line.negotiate(how)) {
    const line = this.#line;
    /** @param {unknown} error */
    const failed = (error) => {
      // Refused, or unheard: while a call moves, its media worker is gone and the next has not come.
      if (line !== this.#line || this.#isOver) return;
      if (/** @type {{ code?: unknown }} */ (error ?? {}).code === "open_elsewhere") {
        this.hangUp("taken");
        return;
      }
      this.#owing = true;
      const asked = (retryAfter(error) ?? 0) * 1_000;
      if (asked > 0) this.#notBefore = performance.now() + asked;
      if (this.state.value === "connecting") this.#lose(PATIENCE);
      if (this.state.value === "connected") this.#attemptIn(PAUSE, how);
    };
    return offered.then(() => this.#taken(line), failed);
  }

  /** The desk took what was offered on a line. @param {Line} line */
  #taken(line) {
    if (line !== this.#line) return;
    this.#owing = false;
    this.#notBefore = 0;
  }
}
