/** What one party sends in a call: sound, and a picture where there is one; muted, held, or with other devices. */

import { computed, signal } from "@preact/signals-core";

import { pauseTrack } from "./pause_track.js";

export class OwnMedia {
  /** @type {() => Promise<void>} */ #attach;
  /** What we send while we hold the call. @type {{ sign: MediaStreamTrack, camera: MediaStreamTrack } | null} */
  #pause = null;

  /**
   * @param {MediaStream} stream sound, or sound and picture; its tracks are exchanged as what we send changes
   * @param {() => Promise<void>} attach has the line send what the stream has by now
   */
  constructor(stream, attach) {
    this.stream = stream;
    this.#attach = attach;
    /** Whether our microphone is on. Off, silence is sent. */
    this.microphone = signal(stream.getAudioTracks().some(({ enabled }) => enabled));
    /** Whether we are heard for a moment although our microphone is off. */
    this.talking = signal(false);
    /** Whether we hold the call: the others get a still sign and silence. */
    this.held = signal(false);
    /** Whether the others hear us. */
    this.heard = computed(() => (this.microphone.value || this.talking.value) && !this.held.value);
  }

  /** @param {boolean} on */
  setMicrophone(on) {
    this.microphone.value = on && this.stream.getAudioTracks().length > 0;
    this.talking.value = false;
    this.#sound();
  }

  /** Lets us be heard as long as something is held down, while the microphone is off. @param {boolean} on */
  talk(on) {
    this.talking.value = on && !this.microphone.value && !this.held.value;
    this.#sound();
  }

  /**
   * Holds the call, or goes on: our camera is replaced by a sign that stands still, our microphone by silence. The camera
   * itself goes on, for us alone.
   * @param {boolean} held
   */
  async hold(held) {
    if (held === this.held.value) return;
    this.held.value = held;
    this.talking.value = false;
    this.#sound();
    if (held) {
      const [camera] = this.stream.getVideoTracks();
      if (camera === undefined) return;
      // Dark at once: the sign takes its place only after what the line is doing now.
      camera.enabled = false;
      this.#keepForLater(camera);
    } else if (this.#pause !== null) {
      const { sign, camera } = this.#pause;
      this.#pause = null;
      camera.enabled = true;
      this.#exchange(sign, camera);
      sign.stop();
    }
    const pause = this.#pause;
    await this.#attach();
    // Photos may be taken of it, unless the call has gone on meanwhile and is held anew.
    if (pause !== null && pause === this.#pause) pause.camera.enabled = true;
  }

  /** Sends another camera or microphone instead; the others notice nothing but the picture. @param {MediaStreamTrack} track */
  async replace(track) {
    if (this.held.value && track.kind === "video") {
      this.#keepForLater(track);
      await this.#attach();
      return;
    }
    const old = this.#tracks(track.kind)[0];
    this.#exchange(old, track);
    old?.stop();
    this.#sound();
    await this.#attach();
  }

  /** Sends no picture any more, and lets go of the camera: its light goes out. */
  async dropCamera() {
    this.#pause?.camera.stop();
    this.#pause = null;
    for (const track of this.stream.getVideoTracks()) {
      this.stream.removeTrack(track);
      track.stop();
    }
    await this.#attach();
  }

  /** Camera and microphone are off for good. */
  stop() {
    this.#pause?.camera.stop();
    for (const track of this.stream.getTracks()) track.stop();
  }

  /** A camera that nobody sees before the call goes on: the sign of a pause instead. @param {MediaStreamTrack} camera */
  #keepForLater(camera) {
    if (this.#pause === null) {
      this.#pause = { sign: pauseTrack(), camera };
      this.#exchange(this.#tracks("video")[0], this.#pause.sign);
    } else {
      this.#pause.camera.stop();
      this.#pause.camera = camera;
    }
  }

  #sound() {
    for (const track of this.stream.getAudioTracks()) track.enabled = this.heard.value;
  }

  /** @param {string} kind */
  #tracks(kind) {
    return this.stream.getTracks().filter((track) => track.kind === kind);
  }

  /** @param {MediaStreamTrack | undefined} old @param {MediaStreamTrack} track */
  #exchange(old, track) {
    if (old !== undefined) this.stream.removeTrack(old);
    this.stream.addTrack(track);
  }
}
