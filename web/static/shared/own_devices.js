/** Our camera and microphone while they are open: which, others instead, and what to do when one is unplugged. */

import { signal } from "@preact/signals-core";

import { openDevice, openDevices } from "./devices.js";

/** @typedef {import("./devices.js").DeviceKind} DeviceKind */
/** @typedef {import("./devices.js").InputKind} InputKind */

/** A device that ended by itself; `now`: the name of what is used instead, null where there is nothing. */
/** @typedef {{ kind: InputKind, now: string | null }} Loss */

export class OwnDevices {
  /** @type {(track: MediaStreamTrack) => Promise<void>} */ #onTrack;
  /** @type {(kind: InputKind) => void} */ #onLost;
  /** Ends what is open: a later answer of the browser finds that nobody waits for it. */
  #open = new AbortController();
  /** The same for the camera alone. */
  #camera = new AbortController();

  /**
   * @param {object} options
   * @param {import("./chosen_devices.js").ChosenDevices} options.chosen
   * @param {(track: MediaStreamTrack) => Promise<void>} options.onTrack another one is used for its kind from now on
   * @param {(kind: InputKind) => void} options.onLost a device ended by itself
   */
  constructor({ chosen, onTrack, onLost }) {
    this.chosen = chosen;
    this.#onTrack = onTrack;
    this.#onLost = onLost;
    /** Another object whenever a track is another. @type {import("@preact/signals-core").Signal<MediaStream | null>} */
    this.stream = signal(/** @type {MediaStream | null} */ (null));
    /** @type {import("@preact/signals-core").Signal<Loss | null>} */
    this.loss = signal(/** @type {Loss | null} */ (null));
  }

  /**
   * Opens a microphone, and a camera where one is asked for; what was open is closed first.
   * @param {boolean} video
   * @returns {Promise<import("./devices.js").DeviceTrouble | null>}
   */
  async open(video) {
    this.close();
    const { signal } = this.#open;
    const { stream, trouble } = await openDevices(video, this.chosen);
    if (signal.aborted) {
      for (const track of stream?.getTracks() ?? []) track.stop();
      return null;
    }
    for (const track of stream?.getTracks() ?? []) this.#follow(track);
    this.stream.value = stream;
    if (stream !== null) navigator.mediaDevices.addEventListener("devicechange", () => this.#lookAgain(), { signal });
    return trouble;
  }

  /** The camera, where one is on. */
  get camera() {
    return this.stream.value?.getVideoTracks()[0] ?? null;
  }

  get microphone() {
    return this.stream.value?.getAudioTracks()[0] ?? null;
  }

  /**
   * Takes another device, and remembers it. A speaker is only remembered: whoever plays sound looks there.
   * @param {DeviceKind} kind
   * @param {string} deviceId
   * @returns {Promise<boolean>} whether it works
   */
  async choose(kind, deviceId) {
    if (kind === "audiooutput") {
      this.chosen.choose(kind, deviceId);
      return true;
    }
    const wish = this.wishOf(kind);
    const track = await openDevice(kind, deviceId);
    if (track === null) return false;
    // Also where it was let go of meanwhile: the choice was made.
    this.chosen.choose(kind, deviceId);
    await this.#use(track, wish);
    return true;
  }

  /**
   * Opens a device instead of what is used for its kind, or where there is nothing yet.
   * @param {InputKind} kind
   * @param {string | null} [deviceId] null takes what the browser proposes
   * @param {string | null} [instead] where that one cannot be opened
   * @returns {Promise<MediaStreamTrack | null>} null where it cannot be opened, or it was let go of meanwhile
   */
  async take(kind, deviceId = null, instead = deviceId) {
    if (this.stream.peek() === null) return null;
    const wish = this.wishOf(kind);
    let track = await openDevice(kind, deviceId);
    if (track === null && instead !== deviceId && !wish.aborted) track = await openDevice(kind, instead);
    return track && this.#use(track, wish);
  }

  /**
   * Uses a device that was just opened instead of what is used for its kind.
   * @param {MediaStreamTrack} track
   * @param {AbortSignal} wish aborted where it was let go of meanwhile
   * @returns {Promise<MediaStreamTrack | null>} null where nobody waits for it any more
   */
  async #use(track, wish) {
    if (wish.aborted) {
      track.stop();
      return null;
    }
    this.#follow(track);
    const others = this.stream.peek()?.getTracks() ?? [];
    for (const old of others.filter(isOf(track.kind))) old.stop();
    this.stream.value = new MediaStream([...others.filter((one) => one.kind !== track.kind), track]);
    if (this.loss.peek()?.kind === kindOf(track)) this.loss.value = null;
    await this.#onTrack(track);
    return track;
  }

  /** Lets go of the camera, also of one that is only being opened: its light goes out. Keeps the microphone. */
  dropCamera() {
    this.#camera.abort();
    this.#camera = new AbortController();
    const tracks = this.stream.peek()?.getTracks() ?? [];
    for (const camera of tracks.filter(isOf("video"))) camera.stop();
    if (this.loss.peek()?.kind === "videoinput") this.loss.value = null;
    this.stream.value = this.stream.peek() && new MediaStream(tracks.filter(isOf("audio")));
  }

  /** Closes everything. */
  close() {
    for (const each of [this.#open, this.#camera]) each.abort();
    this.#open = new AbortController();
    this.#camera = new AbortController();
    for (const track of this.stream.peek()?.getTracks() ?? []) track.stop();
    this.stream.value = null;
    this.loss.value = null;
  }

  /**
   * Aborted once a device of this kind is let go of: what was to be done with one is not wished any more.
   * @param {DeviceKind} kind
   */
  wishOf(kind) {
    return kind === "videoinput" ? this.#camera.signal : this.#open.signal;
  }

  /** @param {MediaStreamTrack} track */
  #follow(track) {
    const { signal } = this.#open;
    // A track that is stopped by ourselves ends without an event.
    track.addEventListener("ended", () => void this.#lose(track), { once: true, signal });
  }

  /** Goes on with another microphone by itself; another camera shows another view, so that is for its owner to say. @param {MediaStreamTrack} track */
  async #lose(track) {
    const stream = this.stream.peek();
    if (stream === null || !stream.getTracks().includes(track)) return;
    const kind = kindOf(track);
    this.#onLost(kind);
    this.loss.value = { kind, now: null };
    if (kind === "audioinput") await this.#replaceMicrophone();
    else this.stream.value = new MediaStream(stream.getTracks().filter((one) => one !== track));
  }

  /** Something was plugged in, or out. */
  #lookAgain() {
    const loss = this.loss.peek();
    if (loss?.kind === "audioinput" && loss.now === null) void this.#replaceMicrophone();
  }

  async #replaceMicrophone() {
    const track = await this.take("audioinput");
    if (track !== null) this.loss.value = { kind: "audioinput", now: track.label };
  }
}

/** @param {MediaStreamTrack} track @returns {InputKind} */
function kindOf(track) {
  return track.kind === "audio" ? "audioinput" : "videoinput";
}

/** @param {string} kind */
function isOf(kind) {
  return (/** @type {MediaStreamTrack} */ track) => track.kind === kind;
}
