/**
 * A line: one connection of a call to one media worker. We offer, the worker answers at once, whoever else is there.
 * A call that moves to another worker gets a line of its own there.
 */

import { withFloor } from "./floor_description.js";
import { FloorWatch } from "./floor_watch.js";
import { withKnownSources } from "./known_sources.js";

/** @typedef {import("./protocol.js").Stream} Stream */

/**
 * What the media worker answers to an offer, and what the others send it.
 * @typedef {{ sdp: string, streams: readonly Stream[] }} Answer
 */

/**
 * One of the others, as far as anything of them arrives here. The objects stay the same as long as their tracks do.
 * @typedef {object} Other
 * @property {string} party the participant
 * @property {MediaStream} stream sound, or sound and picture
 * @property {MediaStream | null} screen what they share
 */

const KINDS = /** @type {const} */ (["audio", "video"]);
/** Bits a second of video at most: 640 by 480 at 30 frames needs no more. */
const MAX_BITRATE = 1_000_000;
/** A page or a document needs more pixels, and fewer frames. */
const MAX_SCREEN_BITRATE = 2_000_000;
/** Offers in a row, for others who keep coming meanwhile. */
const MOST_OFFERS = 4;

export class Line {
  /** @type {RTCPeerConnection} */ #connection;
  /** @type {(sdp: string, screen: string | null) => Promise<Answer>} */ #offer;
  /** @type {() => Promise<RTCIceServer[]>} */ #iceServers;
  /** @type {RTCIceServer[] | null} */ #served = null;
  /** @type {MediaStream} */ #local;
  /** @type {(others: readonly Other[]) => void} */ #onOthers;
  /** @type {readonly Other[]} */ #others = [];
  /** @type {RTCRtpTransceiver | null} */ #screen = null;
  /** Whether pictures cross, either way. @type {boolean} */ #pictures;
  /** @type {FloorWatch} */ #floor;
  /** Bits a second that the browser was told to send at least. @type {number | null} */ #leastRate = null;
  /** One change of the connection at a time. @type {Promise<unknown>} */ #changing = Promise.resolve();

  /**
   * @param {object} options
   * @param {(sdp: string, screen: string | null) => Promise<Answer>} options.offer hands our description to the media
   *   worker, with the section that our screen is sent in; rejects when the desk refuses it
   * @param {() => Promise<RTCIceServer[]>} options.iceServers asked at first, and before each look for another way
   * @param {MediaStream} options.local what we send
   * @param {boolean} options.pictures whether pictures cross, either way
   * @param {string} [options.codec] of video, preferred over the browser's own choice, such as `video/VP8`
   * @param {(state: RTCPeerConnectionState) => void} options.onState
   * @param {(others: readonly Other[]) => void} options.onOthers
   */
  constructor({ offer, iceServers, local, pictures, codec, onState, onOthers }) {
    this.#offer = offer;
    this.#iceServers = iceServers;
    this.#local = local;
    this.#pictures = pictures;
    this.#onOthers = onOthers;
    this.#connection = new RTCPeerConnection({ bundlePolicy: "max-bundle" });
    this.#connection.addEventListener("connectionstatechange", () => onState(this.#connection.connectionState));
    this.#floor = new FloorWatch({
      report: () => this.stats(),
      connected: () => this.state === "connected",
      applies: () => this.#others.length === 1,
      told: () => this.#leastRate,
      tell: () => this.negotiate(),
    });
    for (const kind of KINDS) {
      const transceiver = this.#connection.addTransceiver(kind, { direction: "sendrecv", streams: [local] });
      if (kind === "video" && codec) prefer(transceiver, codec);
    }
  }

  get state() {
    return this.#connection.connectionState;
  }

  /**
   * Offers what we send and takes what the others do; again, when more of them came than there were sections for.
   * @param {object} [options]
   * @param {boolean} [options.restart] look for another way through the network
   * @returns {Promise<void>} rejects when the desk refuses
   */
  negotiate({ restart = false } = {}) {
    return this.#inTurn(() => this.#negotiate(restart));
  }

  /**
   * Sends the tracks that the local stream has by now; the others notice nothing but the picture, or that there is none.
   * @returns {Promise<boolean>} whether it takes an offer as well; rejects where a track cannot be exchanged
   */
  attach() {
    return this.#inTurn(() => this.#attach());
  }

  /** Lets pictures cross, or sound alone, from the next offer on. @param {boolean} on */
  setPictures(on) {
    this.#pictures = on;
  }

  /** Sends this screen beside the camera, or none any more, from the next offer on. @param {MediaStreamTrack | null} track */
  show(track) {
    return this.#inTurn(() => this.#show(track));
  }

  /**
   * Sends this screen beside the camera, or none any more, and offers that at once.
   * @param {MediaStreamTrack | null} track
   * @returns {Promise<void>} rejects when the desk refuses: then no later offer has a screen either
   */
  share(track) {
    return this.#inTurn(async () => {
      try {
        await this.#show(track);
        await this.#negotiate();
      } catch (error) {
        // Before anything else is offered. A line that is closed offers nothing.
        if (this.#connection.signalingState !== "closed") await this.#show(null);
        throw error;
      }
    });
  }

  /** @returns {Promise<RTCStatsReport>} */
  stats() {
    return this.#connection.getStats();
  }

  close() {
    this.#floor.close();
    this.#connection.close();
    this.#others = [];
  }

  async #negotiate(restart = false) {
    await this.#attach();
    if (restart || this.#served === null) await this.#serve();
    if (restart) {
      this.#floor.forget();
      this.#connection.restartIce();
    }
    for (let offers = 0; offers < MOST_OFFERS; offers += 1) {
      const missing = await this.#exchange();
      if (missing.length === 0) return;
      for (const { source } of missing) {
        this.#connection.addTransceiver(source === "microphone" ? "audio" : "video", { direction: "recvonly" });
      }
    }
  }

  /** @param {MediaStreamTrack | null} track */
  async #show(track) {
    this.#screen ??= track && this.#connection.addTransceiver("video", { direction: "inactive" });
    if (this.#screen === null) return;
    this.#screen.direction = track ? "sendonly" : "inactive";
    if (track) track.contentHint = "detail";
    await this.#screen.sender.replaceTrack(track);
  }

  /** Has the connection look for its way with the servers there are now: the last ones may let nobody in any more. */
  async #serve() {
    const servers = await this.#iceServers();
    const before = this.#served ?? [];
    this.#served = servers;
    if (servers === before || servers.length + before.length === 0) return;
    if (this.#connection.signalingState === "closed") return;
    this.#connection.setConfiguration({ ...this.#connection.getConfiguration(), iceServers: servers });
  }

  /** One offer and its answer; the streams for which we have no section yet. */
  async #exchange() {
    const connection = this.#connection;
    await connection.setLocalDescription();
    const screen = this.#screen?.direction === "sendonly" ? this.#screen.mid : null;
    const answer = await this.#offer(connection.localDescription?.sdp ?? "", screen);
    if (connection.signalingState === "closed") return [];
    const known = withKnownSources(answer.sdp, connection.remoteDescription?.sdp ?? "");
    const rate = this.#floor.rate;
    await connection.setRemoteDescription({ type: "answer", sdp: withFloor(known, rate) });
    this.#leastRate = rate;
    await this.#tune();
    this.#take(answer.streams);
    return answer.streams.filter(({ mid, source }) => mid === null && (this.#pictures || source === "microphone"));
  }

  /** @param {readonly Stream[]} streams */
  #take(streams) {
    /** @type {Map<string, {stream: MediaStreamTrack[], screen: MediaStreamTrack[]}>} */
    const found = new Map();
    for (const { party, source, mid } of streams) {
      const transceiver = this.#connection.getTransceivers().find((one) => mid !== null && one.mid === mid);
      if (transceiver === undefined) continue;
      const tracks = found.get(party) ?? { stream: [], screen: [] };
      tracks[source === "screen" ? "screen" : "stream"].push(transceiver.receiver.track);
      found.set(party, tracks);
    }
    const known = new Map(this.#others.map((other) => [other.party, other]));
    this.#others = [...found].map(([party, { stream, screen }]) => ({
      party,
      stream: sameOrNew(known.get(party)?.stream ?? null, stream),
      screen: screen.length > 0 ? sameOrNew(known.get(party)?.screen ?? null, screen) : null,
    }));
    this.#onOthers(this.#others);
  }

  /**
   * A kind that we have no track of stays ready for one.
   * @returns {Promise<boolean>} whether the others have to be told
   */
  async #attach() {
    let told = true;
    const screen = this.#screen;
    for (const [index, transceiver] of this.#connection.getTransceivers().entries()) {
      if (transceiver === screen) continue;
      const kind = transceiver.receiver.track.kind;
      const ours = index < KINDS.length;
      const track = (ours && this.#local.getTracks().find((one) => one.kind === kind)) || null;
      if (track && kind === "video") track.contentHint = "motion";
      if (ours && transceiver.sender.track !== track) await transceiver.sender.replaceTrack(track);
      // Sound has its place even where nobody has a microphone yet.
      const sends = ours && (kind === "audio" || track !== null);
      const direction = directionOf(sends, kind === "audio" || this.#pictures);
      if (transceiver.direction !== direction && transceiver.direction !== "stopped") {
        transceiver.direction = direction;
        told = false;
      }
    }
    return !told;
  }

  /** On a thin network, lose sharpness before frames; of what is read, frames before sharpness. */
  async #tune() {
    for (const { sender } of this.#connection.getTransceivers()) {
      if (sender.track?.kind !== "video") continue;
      const screen = sender === this.#screen?.sender;
      const parameters = sender.getParameters();
      parameters.degradationPreference = screen ? "maintain-resolution" : "maintain-framerate";
      for (const encoding of parameters.encodings) encoding.maxBitrate = screen ? MAX_SCREEN_BITRATE : MAX_BITRATE;
      await sender.setParameters(parameters);
    }
  }

  /**
   * @template T
   * @param {() => Promise<T>} change
   * @returns {Promise<T>}
   */
  #inTurn(change) {
    const turn = this.#changing.then(change);
    this.#changing = turn.catch(() => {});
    return turn;
  }
}

/** @param {MediaStream | null} known @param {MediaStreamTrack[]} tracks */
function sameOrNew(known, tracks) {
  const had = known?.getTracks() ?? [];
  const same = known !== null && had.length === tracks.length && tracks.every((track) => had.includes(track));
  return same ? known : new MediaStream(tracks);
}

/** @param {RTCRtpTransceiver} transceiver @param {string} codec */
function prefer(transceiver, codec) {
  const codecs = RTCRtpReceiver.getCapabilities("video")?.codecs ?? [];
  const preferred = codecs.filter(({ mimeType }) => mimeType === codec);
  transceiver.setCodecPreferences([...preferred, ...codecs.filter((one) => !preferred.includes(one))]);
}

/** @param {boolean} sends @param {boolean} takes @returns {RTCRtpTransceiverDirection} */
function directionOf(sends, takes) {
  if (sends) return takes ? "sendrecv" : "sendonly";
  return takes ? "recvonly" : "inactive";
}
