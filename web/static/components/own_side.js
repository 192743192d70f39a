/** Our side of a call: devices, what we send of them, and what we should know about it. Headless. */

import { effect, signal, untracked } from "@preact/signals-core";

import { ChosenDevices } from "../shared/chosen_devices.js";
import { OwnDevices } from "../shared/own_devices.js";
import { QualityWatch } from "../shared/quality_watch.js";
import { pickScreen } from "../shared/screen.js";
import { VoiceWatch } from "../shared/voice_watch.js";
import { refusedBy } from "./call_trouble.js";

/** @typedef {import("../shared/call.js").Call} Call */
/** @typedef {import("./call_trouble.js").Trouble} Trouble */

/** Before a call we hear ourselves: the microphone counts as on. */
const ON = signal(true);

export class OwnSide {
  /** @type {import("@preact/signals-core").ReadonlySignal<Call | null>} */ #call;
  /** @type {import("@preact/signals-core").Signal<Trouble | null>} */ #trouble;
  /** @type {() => boolean} */ #signed;
  /** @type {boolean} */ #showsPage;
  /** @type {(() => void)[]} */ #ends;

  /**
   * @param {object} options
   * @param {import("@preact/signals-core").ReadonlySignal<Call | null>} options.call
   * @param {import("@preact/signals-core").Signal<Trouble | null>} options.trouble where it is said what does not work
   * @param {ChosenDevices} [options.chosen] devices that were chosen earlier; for this page only where none are given
   * @param {() => boolean} options.signed whether somebody signs: sound alone would say nothing then; followed as a signal
   * @param {() => void} options.onLost a device ended by itself
   * @param {boolean} [options.showsPage] whether this page may be shown as a screen
   */
  constructor({ call, trouble, chosen = new ChosenDevices(), signed, onLost, showsPage = false }) {
    this.#call = call;
    this.#trouble = trouble;
    this.#signed = signed;
    this.#showsPage = showsPage;
    this.devices = new OwnDevices({
      chosen,
      onTrack: (track) => this.#attempt(async () => call.peek()?.own.replace(track)),
      onLost: (kind) => {
        if (kind === "videoinput") void this.#attempt(async () => call.peek()?.own.dropCamera());
        onLost();
      },
    });
    /** What we should know about our microphone. @type {import("@preact/signals-core").Signal<import("../shared/voice_watch.js").VoiceWarning | null>} */
    this.warning = signal(/** @type {import("../shared/voice_watch.js").VoiceWarning | null} */ (null));
    /** @type {import("@preact/signals-core").Signal<QualityWatch | null>} */
    this.quality = signal(/** @type {QualityWatch | null} */ (null));
    /** Why there is sound alone: we wished it so, or the line is too thin; null where there are pictures. */
    this.soundOnly = signal(/** @type {"wish" | "thin" | null} */ (null));
    this.#ends = [effect(() => this.#watchVoice()), effect(() => this.#watchQuality())];
  }

  /** Switches the camera on, or really off. In a call with sound alone, on brings the pictures back. @param {boolean} on */
  async setCamera(on) {
    if (on && this.soundOnly.peek() !== null) {
      await this.setSoundOnly(null);
    } else if (on) {
      await this.#openCamera();
    } else {
      this.devices.dropCamera();
      await this.#attempt(async () => this.#call.peek()?.own.dropCamera());
    }
  }

  /**
   * Goes on with sound alone, or with pictures again.
   * @param {"wish" | "thin" | null} why  null: with pictures
   */
  async setSoundOnly(why) {
    const call = this.#call.peek();
    if (call === null) return;
    this.soundOnly.value = why;
    if (why !== null) {
      this.devices.dropCamera();
      await this.#attempt(() => call.own.dropCamera());
      // Meanwhile something else may have been wished.
      if (this.soundOnly.peek() !== why) return;
    }
    const wish = this.devices.wishOf("videoinput");
    await call.setPictures(why === null);
    if (why === null && !wish.aborted) await this.#openCamera();
  }

  /** @param {import("../shared/devices.js").DeviceKind} kind @param {string} deviceId */
  choose = async (kind, deviceId) => {
    this.#trouble.value = null;
    const wish = this.devices.wishOf(kind);
    if ((await this.devices.choose(kind, deviceId)) || wish.aborted) return;
    this.#trouble.value = { devices: kind === "videoinput" ? "call-trouble-camera-busy" : "call-trouble-busy" };
  };

  /** Lets its owner choose what to show the others, and shows it until it ends. */
  async shareScreen() {
    const call = this.#call.peek();
    const track = await pickScreen(this.#showsPage);
    if (track === null) return;
    // They may have taken their time: the call is another one, or on hold.
    if (call === null || call !== this.#call.peek() || call.own.held.peek()) {
      track.stop();
      return;
    }
    await this.#attempt(() => call.shareScreen(track));
  }

  async stopScreen() {
    await this.#attempt(async () => this.#call.peek()?.shareScreen(null));
  }

  /** Closes the devices and stops watching them; they may be opened again. */
  rest() {
    this.devices.close();
    this.soundOnly.value = null;
  }

  /** For good. */
  close() {
    this.rest();
    for (const end of this.#ends) end();
  }

  async #openCamera() {
    const { chosen, stream } = this.devices;
    const wish = this.devices.wishOf("videoinput");
    this.#trouble.value = null;
    const track = await this.devices.take("videoinput", chosen.get("videoinput"), null);
    // Whoever let go of it meanwhile, or closed everything, misses no camera.
    if (track !== null || wish.aborted || stream.peek() === null) return;
    this.#trouble.value = { devices: "call-trouble-no-camera" };
  }

  #watchVoice() {
    const track = this.devices.microphone;
    const on = this.#call.value?.own.heard ?? ON;
    if (track === null) return undefined;
    return untracked(() => {
      const watch = new VoiceWatch({ track, on });
      const stop = watch.warning.subscribe((warning) => (this.warning.value = warning));
      return () => {
        stop();
        watch.close();
        this.warning.value = null;
      };
    });
  }

  #watchQuality() {
    const call = this.#call.value;
    if (call === null) return undefined;
    return untracked(() => {
      const watch = new QualityWatch(call);
      this.quality.value = watch;
      const stop = effect(() => {
        const wanted = watch.thin.value && !this.#signed();
        if (wanted && this.soundOnly.peek() === null) untracked(() => void this.setSoundOnly("thin"));
      });
      return () => {
        stop();
        watch.close();
        this.quality.value = null;
      };
    });
  }

  /** @param {() => Promise<unknown>} action */
  async #attempt(action) {
    try {
      await action();
    } catch (error) {
      this.#trouble.value = refusedBy(error, "media_failed");
    }
  }
}
