/** One party's side of a video call, from its media to the media worker; the other party's comes back the same way. */

import { signal } from "@preact/signals-core";

/**
 * Life of a call: `new` -> `connecting` -> `connected` <-> `reconnecting`; from any of these to `failed`, when it stays
 * without a connection for long, and to `ended`. From `failed` a `reconnect()` leads back.
 * @typedef {"new" | "connecting" | "connected" | "reconnecting" | "failed" | "ended"} CallState
 */

/**
 * What came in since the call began; frames a second are of now.
 * @typedef {object} CallStats
 * @property {number} framesDecoded
 * @property {number} framesPerSecond
 * @property {number} audioEnergy as `totalAudioEnergy`: it grows with all that is heard
 * @property {number} packetsLost
 * @property {number | null} roundTrip seconds to the other party and back
 * @property {string[]} codecs such as `video/VP8`
 */

/** What we ask of camera and microphone: sign language needs the frames more than the pixels. */
export const CAPTURE = Object.freeze({
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  video: { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 } },
});

const KINDS = /** @type {const} */ (["audio", "video"]);
/** Bits a second of video at most: 640 by 480 at 30 frames needs no more. */
const MAX_BITRATE = 1_000_000;
/** A short interruption heals by itself. */
const PATIENCE = 1_500;
/** Between attempts to find another way through the network. */
const PAUSE = 4_000;
/** After so long without a connection the call counts as failed. */
const GIVE_UP = 30_000;

export class Call {
  /** @type {(kind: "offer" | "answer", sdp: string) => Promise<unknown>} */ #tell;
  /** @type {RTCPeerConnection} */ #connection;
  /** @type {MediaStream} */ #local;
  /** @type {string | undefined} */ #codec;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #later;
  /** When the connection was lost; `null` while there is one. @type {number | null} */ #lostAt = null;
  /** The offer that was taken last, with our answer. @type {{offer: string, answer: string} | null} */ #answered = null;
  /** Descriptions are taken one after the other. @type {Promise<unknown>} */ #negotiation = Promise.resolve();

  /**
   * @param {object} options
   * @param {(kind: "offer" | "answer", sdp: string) => Promise<unknown>} options.signal hands a description over to the
   *   desk; rejects when the desk refuses it, as it does with an offer while the other party's waits for an answer
   * @param {MediaStream} options.stream what we send: sound, or sound and picture; `hangUp` stops it
   * @param {RTCIceServer[]} [options.iceServers] TURN servers, for networks that let nothing else through
   * @param {RTCIceTransportPolicy} [options.iceTransportPolicy] `relay` allows nothing but TURN
   * @param {"VP8" | "H264"} [options.videoCodec] preferred over the browser's own choice
   */
  constructor({ signal: tell, stream, iceServers = [], iceTransportPolicy = "all", videoCodec }) {
    this.#tell = tell;
    this.#local = stream;
    this.#codec = videoCodec && `video/${videoCodec}`;
    this.#connection = new RTCPeerConnection({ iceServers, iceTransportPolicy, bundlePolicy: "max-bundle" });
    this.#connection.addEventListener("track", ({ track }) => this.#receive(track));
    this.#connection.addEventListener("connectionstatechange", () => this.#follow());
    /** How the call stands. */
    this.state = signal(/** @type {CallState} */ ("new"));
    /** What the other party sends, once there is something. @type {import("@preact/signals-core").Signal<MediaStream | null>} */
    this.remote = signal(/** @type {MediaStream | null} */ (null));
    /** Whether our microphone is on. Off, silence is sent. */
    this.microphone = signal(stream.getAudioTracks().some(({ enabled }) => enabled));
    /** Whether our camera is on. Off, a black picture is sent. */
    this.camera = signal(stream.getVideoTracks().some(({ enabled }) => enabled));
  }

  /** What we send. */
  get local() {
    return this.#local;
  }

  /** Calls the other party. Rejects when the desk refuses. */
  async offer() {
    if (this.#connection.getTransceivers().length === 0) {
      for (const kind of KINDS) {
        const transceiver = this.#connection.addTransceiver(kind, { direction: "sendrecv", streams: [this.#local] });
        if (kind === "video") this.#preferCodec(transceiver);
      }
      await this.#attach();
    }
    await this.#propose();
  }

  /**
   * Takes the other party's offer and answers it. An offer of our own that waits is taken back. An offer that comes once
   * more, as after a reconnect, gets the same answer once more.
   * @param {string} sdp
   */
  async acceptOffer(sdp) {
    const answer = await this.#inTurn(async () => {
      if (this.#answered?.offer === sdp) return this.#answered.answer;
      await this.#connection.setRemoteDescription({ type: "offer", sdp });
      await this.#attach();
      await this.#connection.setLocalDescription();
      await this.#tune();
      this.#answered = { offer: sdp, answer: this.#connection.localDescription?.sdp ?? "" };
      return this.#answered.answer;
    });
    await this.#tell("answer", answer);
  }

  /** Takes the answer to our offer. One that comes when the offer was taken back changes nothing. @param {string} sdp */
  async acceptAnswer(sdp) {
    await this.#inTurn(async () => {
      if (this.#connection.signalingState !== "have-local-offer") return;
      await this.#connection.setRemoteDescription({ type: "answer", sdp });
      await this.#tune();
    });
  }

  /** @param {boolean} on */
  setMicrophone(on) {
    for (const track of this.#local.getAudioTracks()) track.enabled = on;
    this.microphone.value = on && this.#local.getAudioTracks().length > 0;
  }

  /** @param {boolean} on */
  setCamera(on) {
    for (const track of this.#local.getVideoTracks()) track.enabled = on;
    this.camera.value = on && this.#local.getVideoTracks().length > 0;
  }

  /** Sends another camera or microphone instead; the other party notices nothing but the picture. @param {MediaStreamTrack} track */
  async replaceTrack(track) {
    for (const old of this.#local.getTracks().filter(({ kind }) => kind === track.kind)) {
      track.enabled = old.enabled;
      this.#local.removeTrack(old);
      old.stop();
    }
    this.#local.addTrack(track);
    await this.#inTurn(() => this.#attach());
    (track.kind === "audio" ? this.microphone : this.camera).value = track.enabled;
  }

  /** Looks for another way through the network now, as when it has changed. Also happens by itself. */
  reconnect() {
    if (this.state.value === "ended") return;
    if (this.#connection.connectionState === "connected") {
      this.#restart();
    } else {
      this.#lostAt = performance.now();
      this.state.value = "reconnecting";
      this.#retry();
    }
  }

  /** Ends our side: nothing is sent or received any more, and camera and microphone are off. */
  hangUp() {
    clearTimeout(this.#later);
    for (const track of this.#local.getTracks()) track.stop();
    this.#connection.close();
    this.state.value = "ended";
    this.remote.value = null;
  }

  /** How the call goes, from the browser's own counters. @returns {Promise<CallStats>} */
  async stats() {
    /** @type {CallStats} */
    const found = { framesDecoded: 0, framesPerSecond: 0, audioEnergy: 0, packetsLost: 0, roundTrip: null, codecs: [] };
    const report = await this.#connection.getStats();
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

  /** @param {MediaStreamTrack} track */
  #receive(track) {
    const others = this.remote.value?.getTracks().filter(({ id }) => id !== track.id) ?? [];
    this.remote.value = new MediaStream([...others, track]);
  }

  #follow() {
    switch (this.#connection.connectionState) {
      case "connecting":
        if (this.state.value === "new") this.state.value = "connecting";
        break;
      case "connected":
        clearTimeout(this.#later);
        this.#lostAt = null;
        this.state.value = "connected";
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
    if (this.state.value === "failed") return;
    this.#lostAt ??= performance.now();
    this.state.value = "reconnecting";
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#retry(), wait);
  }

  #retry() {
    if (this.state.value !== "reconnecting" || this.#lostAt === null) return;
    if (performance.now() - this.#lostAt > GIVE_UP) {
      this.state.value = "failed";
      return;
    }
    this.#restart();
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#retry(), PAUSE);
  }

  #restart() {
    this.#connection.restartIce();
    // Refused while the other party's offer waits for our answer, or unheard: the next attempt will do.
    this.#propose().catch(() => {});
  }

  async #propose() {
    const offer = await this.#inTurn(async () => {
      await this.#connection.setLocalDescription();
      return this.#connection.localDescription;
    });
    if (offer?.type === "offer") await this.#tell("offer", offer.sdp);
  }

  /** Sends our tracks; a kind that we have none of stays ready for one. */
  async #attach() {
    for (const kind of KINDS) {
      const transceiver = this.#connection.getTransceivers().find(({ receiver }) => receiver.track.kind === kind);
      if (!transceiver || transceiver.currentDirection === "stopped") continue;
      const track = this.#local.getTracks().find((one) => one.kind === kind) ?? null;
      if (track && kind === "video") track.contentHint = "motion";
      transceiver.direction = "sendrecv";
      transceiver.sender.setStreams(this.#local);
      await transceiver.sender.replaceTrack(track);
    }
  }

  /** @param {RTCRtpTransceiver} transceiver */
  #preferCodec(transceiver) {
    if (!this.#codec) return;
    const codecs = RTCRtpReceiver.getCapabilities("video")?.codecs ?? [];
    const preferred = codecs.filter(({ mimeType }) => mimeType === this.#codec);
    transceiver.setCodecPreferences([...preferred, ...codecs.filter((codec) => !preferred.includes(codec))]);
  }

  /** On a thin network, lose sharpness before frames. */
  async #tune() {
    for (const sender of this.#connection.getSenders().filter(({ track }) => track?.kind === "video")) {
      const parameters = sender.getParameters();
      parameters.degradationPreference = "maintain-framerate";
      for (const encoding of parameters.encodings) encoding.maxBitrate = MAX_BITRATE;
      await sender.setParameters(parameters);
    }
  }

  /**
   * One change of the connection at a time.
   * @template T
   * @param {() => Promise<T>} change
   * @returns {Promise<T>}
   */
  #inTurn(change) {
    const turn = this.#negotiation.then(change);
    this.#negotiation = turn.catch(() => {});
    return turn;
  }
}
