/** A camera that takes a photo in its full resolution: the call's own, or one that nobody else sees. */

import { computed, signal } from "@preact/signals-core";

import { listDevices, openDevice } from "./devices.js";
import { MOST_BYTES, MOST_PIXELS } from "./photos.js";

/** How long a camera may take over a photo, and over another resolution, in milliseconds. */
const PATIENCE = 8_000;
const SETTLES = 6_000;
/** So much of what the camera has is all of it. */
const ALMOST = 0.9;
/** More than any camera has: it then gives what it can. */
const PLENTY = 8_192;
/** From the best to what can still be read. */
const QUALITIES = [0.92, 0.85, 0.75, 0.6, 0.4];

export class PhotoCamera {
  /** @type {import("./own_devices.js").OwnDevices} */ #devices;
  /** The camera of the call before we took another. @type {string | null} */ #before = null;
  /** One exchange of the call's camera at a time. @type {Promise<void>} */ #exchanging = Promise.resolve();
  #closed = false;

  /** @param {import("./own_devices.js").OwnDevices} devices of the call */
  constructor(devices) {
    this.#devices = devices;
    /** A camera of our own, where the call's is off. @type {import("@preact/signals-core").Signal<MediaStreamTrack | null>} */
    this.apart = signal(/** @type {MediaStreamTrack | null} */ (null));
    /** What the photo is taken of; null while there is no picture. */
    this.track = computed(() => this.apart.value ?? devices.camera);
    /** How many cameras there are to choose from. */
    this.cameras = signal(0);
  }

  /** @returns {Promise<boolean>} whether there is a picture */
  async open() {
    await this.#openApart(this.#devices.chosen.get("videoinput"), null);
    this.cameras.value = (await listDevices("videoinput").catch(() => [])).length;
    return this.track.peek() !== null;
  }

  /** Goes on with the next camera, such as the one on the back. @returns {Promise<boolean>} whether it gives a picture */
  async other() {
    const all = await listDevices("videoinput");
    if (this.#closed) return false;
    const now = this.track.peek()?.getSettings().deviceId;
    const next = all[(all.findIndex(({ deviceId }) => deviceId === now) + 1) % all.length]?.deviceId ?? null;
    if (this.#devices.camera === null) {
      this.apart.peek()?.stop();
      this.apart.value = null;
      await this.#openApart(next, now ?? null);
    } else {
      this.#before ??= now ?? null;
      this.#exchanging = this.#exchange(next, now ?? null);
      await this.#exchanging;
    }
    return this.track.peek() !== null;
  }

  /** Takes a photo. @returns {Promise<Blob>} a JPEG without anything but the picture; rejects where the camera gives none */
  async take() {
    const track = this.track.peek();
    if (track === null) throw new Error("there is no camera");
    const taken = await still(track);
    if (taken !== null && area(taken) >= ALMOST * mostOf(track)) return asJpeg(taken);
    // Some browsers take no photo, and some only what the call sends.
    const frame = await sharpFrame(track).catch(() => null);
    const [best, other] = area(taken) > area(frame) ? [taken, frame] : [frame, taken];
    other?.close();
    if (best === null) throw new Error("the camera gives no picture");
    return asJpeg(best);
  }

  /** Puts everything back as the call had it. */
  close() {
    this.#closed = true;
    this.apart.peek()?.stop();
    this.apart.value = null;
    // Another camera that is only being opened comes on all the same.
    void this.#exchanging.then(() => this.#restore());
  }

  async #restore() {
    // Not where the call has let go of its camera meanwhile.
    const now = this.#devices.camera?.getSettings().deviceId;
    if (this.#before !== null && now !== undefined && now !== this.#before) await this.#exchange(this.#before, now);
  }

  /** Opens a camera of our own, the first of these that can be: none any more once we are closed. @param {...(string | null)} deviceIds */
  async #openApart(...deviceIds) {
    for (const deviceId of deviceIds) {
      if (this.#closed || this.track.peek() !== null) return;
      const track = await openDevice("videoinput", deviceId);
      if (this.#closed) track?.stop();
      else this.apart.value = track;
    }
  }

  /**
   * Has the call send what another camera sees. A phone has one open at a time.
   * @param {string | null} wanted
   * @param {string | null} instead where that one cannot be opened
   */
  async #exchange(wanted, instead) {
    const wish = this.#devices.wishOf("videoinput");
    // Nor does one come on that was switched off meanwhile.
    if ((await this.#devices.take("videoinput", wanted)) !== null || wish.aborted) return;
    this.#devices.dropCamera();
    await this.#devices.take("videoinput", wanted, instead);
  }
}

/**
 * A photo as the camera itself takes one; null where the browser or the camera cannot.
 * @param {MediaStreamTrack} track
 * @returns {Promise<ImageBitmap | null>}
 */
async function still(track) {
  const Capture = /** @type {{ ImageCapture?: new (track: MediaStreamTrack) => { takePhoto(): Promise<Blob> } }} */ (
    /** @type {unknown} */ (window)
  ).ImageCapture;
  if (Capture === undefined) return null;
  const before = track.getConstraints();
  try {
    return await createImageBitmap(await within(PATIENCE, new Capture(track).takePhoto()));
  } catch {
    return null;
  } finally {
    await track.applyConstraints(before).catch(() => undefined);
  }
}

/**
 * A frame of the picture, for which the camera gives all the resolution it has.
 * @param {MediaStreamTrack} track
 * @returns {Promise<ImageBitmap>}
 */
async function sharpFrame(track) {
  const before = track.getConstraints();
  const { frameRate: _, ...sharp } = before;
  const { width, height } = track.getCapabilities?.() ?? {};
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  try {
    await within(PATIENCE, video.play());
    const most = { width: { ideal: width?.max ?? PLENTY }, height: { ideal: height?.max ?? PLENTY } };
    await track.applyConstraints({ ...sharp, ...most }).catch(() => undefined);
    await settled(video, track);
    return await createImageBitmap(video);
  } finally {
    video.srcObject = null;
    await track.applyConstraints(before).catch(() => undefined);
  }
}

/** @param {ImageBitmap | null} picture */
function area(picture) {
  return picture === null ? 0 : picture.width * picture.height;
}

/** The pixels that a camera can give, as far as its browser says. @param {MediaStreamTrack} track */
function mostOf(track) {
  const { width, height } = track.getCapabilities?.() ?? {};
  return (width?.max ?? 0) * (height?.max ?? 0);
}

/** The picture has the resolution that the camera says it has, or does not get it in time. @param {HTMLVideoElement} video @param {MediaStreamTrack} track */
async function settled(video, track) {
  const until = performance.now() + SETTLES;
  do {
    await new Promise((resolve) => setTimeout(resolve, 100));
  } while (performance.now() < until && !sameSize(video, track.getSettings()));
  // The first frames after a change are often dark.
  await new Promise((resolve) => setTimeout(resolve, 300));
}

/** Whichever way up a phone is held. @param {HTMLVideoElement} video @param {MediaTrackSettings} settings */
function sameSize({ videoWidth, videoHeight }, { width = 0, height = 0 }) {
  return Math.max(videoWidth, videoHeight) === Math.max(width, height);
}

/**
 * Draws it anew: what a camera writes beside the picture, where and when and by what, is not in it.
 * @param {ImageBitmap} picture
 * @returns {Promise<Blob>}
 */
async function asJpeg(picture) {
  const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (picture.width * picture.height)));
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(picture.width * scale);
  canvas.height = Math.floor(picture.height * scale);
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  for (const quality of QUALITIES) {
    const jpeg = await new Promise((/** @type {(jpeg: Blob | null) => void} */ done) =>
      canvas.toBlob(done, "image/jpeg", quality),
    );
    if (jpeg !== null && jpeg.type === "image/jpeg" && jpeg.size <= MOST_BYTES) return jpeg;
  }
  throw new Error("the picture cannot be written");
}

/**
 * @template T
 * @param {number} milliseconds
 * @param {Promise<T>} promised
 * @returns {Promise<T>}
 */
function within(milliseconds, promised) {
  const late = new Promise((/** @type {(value: never) => void} */ _, reject) =>
    setTimeout(() => reject(new Error("too late")), milliseconds),
  );
  return Promise.race([promised, late]);
}
