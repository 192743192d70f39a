/** One party's side of a video call: what it sends, what it gets of the others, and how the line to the worker is. */

import { signal } from "@preact/signals-core";

import { Line } from "./line.js";
import { pauseTrack } from "./pause_track.js";

/** @typedef {import("./line.js").Answer} Answer */
/** @typedef {import("./line.js").Other} Other */

/**
 * Life of a call: `new` -> `connecting` -> `connected` <-> `reconnecting`; from any of these to `failed`, when it stays
 * without a connection for long, and to `ended`. From `failed` it comes back when a way is found after all.
 * @typedef {"new" | "connecting" | "connected" | "reconnecting" | "failed" | "ended"} CallState
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

/** What we ask of camera and microphone: sign language needs the frames more than the pixels. */
export const CAPTURE = Object.freeze({
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  video: { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 } },
});

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
  /** @type {MediaStream} */ #local;
  /** @type {string | undefined} */ #codec;
  /** @type {Line} */ #line;
  /** @type {MediaStreamTrack | null} */ #screen = null;
  /** What we send while we hold the call. @type {{ track: MediaStreamTrack, camera: MediaStreamTrack | null } | null} */
  #pause = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #later;
  /** When the connection was lost; `null` while there is one. @type {number | null} */ #lostAt = null;
  /** The last offer was not answered. */
  #owing = false;

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
    this.#local = stream;
    this.#codec = videoCodec && `video/${videoCodec}`;
    this.#iceServers = iceServers;
    /** How the call stands. */
    this.state = signal(/** @type {CallState} */ ("new"));
    /** The others, as far as anything of them arrives. @type {import("@preact/signals-core").Signal<readonly Other[]>} */
    this.others = signal(/** @type {readonly Other[]} */ ([]));
    /** Whether our microphone is on. Off, silence is sent. */
    this.microphone = signal(stream.getAudioTracks().some(({ enabled }) => enabled));
    /** Whether our camera is on. Off, a black picture is sent. */
    this.camera = signal(stream.getVideoTracks().some(({ enabled }) => enabled));
    /** Whether we hold the call: the others get a still sign and silence. */
    this.held = signal(false);
    this.#line = this.#draw();
  }

  /** What we send. */
  get local() {
    return this.#local;
  }

  /** Goes into the call. What does not work at once is tried again for a while. */
  connect() {
    if (this.state.value !== "new") return;
    this.state.value = "connecting";
    this.#attempt({});
  }

  /** Takes what the others send by now. Where that does not work now, it is tried again. */
  refresh() {
    if (this.state.value === "new" || this.state.value === "ended") return;
    this.#attempt({});
  }

  /** The call is on another media worker: goes there on a line of its own. What we send stays the same. */
  move() {
    if (this.state.value === "ended") return;
    this.#line.close();
    this.others.value = [];
    this.#line = this.#draw();
    this.#lostAt = performance.now();
    this.state.value = "reconnecting";
    this.#retry();
    if (this.#screen !== null) void this.#line.share(this.#screen).catch(() => {});
  }

  /** @param {boolean} on */
  setMicrophone(on) {
    for (const track of this.#local.getAudioTracks()) track.enabled = on && !this.held.value;
    this.microphone.value = on && this.#local.getAudioTracks().length > 0;
  }

  /** @param {boolean} on */
  setCamera(on) {
    for (const track of this.#cameras()) track.enabled = on;
    this.camera.value = on && this.#cameras().length > 0;
  }

  /**
   * Holds the call, or goes on: our camera is replaced by a sign that stands still, our microphone by silence.
   * @param {boolean} held
   */
  async hold(held) {
    if (held === this.held.value) return;
    this.held.value = held;
    for (const track of this.#local.getAudioTracks()) track.enabled = this.microphone.value && !held;
    if (held) {
      const [camera] = this.#local.getVideoTracks();
      if (camera === undefined) return;
      this.#pause = { track: pauseTrack(), camera };
      this.#local.removeTrack(camera);
      this.#local.addTrack(this.#pause.track);
    } else if (this.#pause !== null) {
      const { track, camera } = this.#pause;
      this.#pause = null;
      this.#local.removeTrack(track);
      track.stop();
      if (camera !== null) this.#local.addTrack(camera);
    }
    await this.#line.attach();
  }

  /** Sends another camera or microphone instead; the others notice nothing but the picture. @param {MediaStreamTrack} track */
  async replaceTrack(track) {
    if (this.#pause !== null && track.kind === "video") {
      track.enabled = this.camera.value;
      this.#pause.camera?.stop();
      this.#pause.camera = track;
      return;
    }
    for (const old of this.#local.getTracks().filter(({ kind }) => kind === track.kind)) {
      track.enabled = old.enabled;
      this.#local.removeTrack(old);
      old.stop();
    }
    this.#local.addTrack(track);
    await this.#line.attach();
    const shown = track.kind === "audio" ? this.microphone : this.camera;
    if (!this.held.value) shown.value = track.enabled;
  }

  /**
   * Shows the others this screen beside our camera, until it ends or `null` is given. Rejects when the desk refuses.
   * @param {MediaStreamTrack | null} track
   */
  async shareScreen(track) {
    this.#screen?.stop();
    this.#screen = track;
    track?.addEventListener("ended", () => {
      if (this.#screen === track) void this.shareScreen(null).catch(() => {});
    });
    await this.#line.share(track);
  }

  /** Looks for another way through the network now, as when it has changed. Also happens by itself. */
  reconnect() {
    if (this.state.value === "ended" || this.state.value === "new") return;
    if (this.#line.state === "connected") {
      this.#attempt({ restart: true });
    } else {
      this.#lostAt = performance.now();
      this.state.value = "reconnecting";
      this.#retry();
    }
  }

  /** Ends our side: nothing is sent or received any more, and camera and microphone are off. */
  hangUp() {
    clearTimeout(this.#later);
    for (const track of [...this.#local.getTracks(), this.#screen, this.#pause?.camera]) track?.stop();
    this.#line.close();
    this.state.value = "ended";
    this.others.value = [];
  }

  /** How the call goes, from the browser's own counters. @returns {Promise<CallStats>} */
  async stats() {
    /** @type {CallStats} */
    const found = { framesDecoded: 0, framesPerSecond: 0, audioEnergy: 0, packetsLost: 0, roundTrip: null, codecs: [] };
    const report = await this.#line.stats();
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

  #draw() {
    /** @type {Line} */
    const line = new Line({
      offer: this.#offer,
      iceServers: this.#iceServers,
      local: this.#local,
      codec: this.#codec,
      onState: (state) => this.#line === line && this.#follow(state),
      onOthers: (others) => this.#line === line && (this.others.value = others),
    });
    return line;
  }

  #cameras() {
    return this.#pause === null ? this.#local.getVideoTracks() : [this.#pause.camera].filter((one) => one !== null);
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
        if (this.#owing) this.#attempt({});
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
    if (this.state.value === "failed" || this.state.value === "ended") return;
    this.#lostAt ??= performance.now();
    this.state.value = "reconnecting";
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#retry(), wait);
  }

  #retry() {
    if ((this.state.value !== "reconnecting" && this.state.value !== "failed") || this.#lostAt === null) return;
    if (performance.now() - this.#lostAt > GIVE_UP) this.state.value = "failed";
    this.#attempt({ restart: this.#line.state !== "new" });
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#retry(), this.state.value === "failed" ? LONG_PAUSE : PAUSE);
  }

  /** @param {{ restart?: boolean }} how */
  #attempt(how) {
    const line = this.#line;
    const settled = () => {
      if (line === this.#line) this.#owing = false;
    };
    const failed = () => {
      // Refused, or unheard: while a call moves, its media worker is gone and the next has not come.
      if (line !== this.#line) return;
      this.#owing = true;
      if (this.state.value === "connecting") this.#lose(PATIENCE);
      if (this.state.value !== "connected") return;
      clearTimeout(this.#later);
      this.#later = setTimeout(() => this.#attempt(how), PAUSE);
    };
    line.negotiate(how).then(settled, failed);
  }
}
