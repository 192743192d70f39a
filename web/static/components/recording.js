/** The recording of the call that one is in: what one says to it. Headless. */

import { computed, signal } from "@preact/signals-core";

import { openRecording, wasRefused } from "../shared/recordings.js";

/** @typedef {import("../shared/protocol.js").Commands} Commands */
/** @typedef {import("../shared/protocol.js").RecordingView} RecordingView */
/** @typedef {"recording.answer" | "recording.pause" | "recording.resume" | "recording.stop"} Saying */

/**
 * Whatever knows of a call and its recordings: a conversation, or a guest's visit.
 * @typedef {object} Told
 * @property {string} me
 * @property {import("@preact/signals-core").ReadonlySignal<import("../shared/protocol.js").CallView | null>} call
 * @property {import("@preact/signals-core").ReadonlySignal<readonly RecordingView[]>} recordings
 * @property {import("../shared/conversation.js").Conversation["send"]} send
 */

export class Recording {
  /** @type {Told} */ #told;

  /** @param {Told} told */
  constructor(told) {
    this.#told = told;
    /** How it stands; null where the call is not recorded and nobody is asked. */
    this.view = computed(() => openRecording(told.recordings.value, told.call.value?.call));
    /** What went wrong last, as the code of a refusal. @type {import("@preact/signals-core").Signal<string | null>} */
    this.trouble = signal(/** @type {string | null} */ (null));
    /** Whether it may be asked for: a no in this call is not asked about again. */
    this.mayBeAsked = computed(() => {
      const call = told.call.value;
      return call?.state === "running" && this.view.value === null && !wasRefused(told.recordings.value, call.call);
    });
  }

  /** Who we are. */
  get me() {
    return this.#told.me;
  }

  /** Whether we are asked and have not answered. */
  get isMineToAnswer() {
    const view = this.view.value;
    return view !== null && !view.agreed.includes(this.me);
  }

  /** Asks everybody. */
  async propose() {
    const call = this.#told.call.peek()?.call;
    if (call !== undefined) await this.#attempt(() => this.#told.send("recording.propose", { call }));
  }

  /** @param {boolean} agree */
  answer(agree) {
    return this.#say("recording.answer", { agree });
  }

  pause() {
    return this.#say("recording.pause", {});
  }

  resume() {
    return this.#say("recording.resume", {});
  }

  stop() {
    return this.#say("recording.stop", {});
  }

  /**
   * @template {Saying} E
   * @param {E} event
   * @param {Omit<Commands[E]["payload"], "conversation" | "recording">} fields
   */
  async #say(event, fields) {
    const recording = this.view.peek()?.recording;
    if (recording === undefined) return;
    const payload = /** @type {Omit<Commands[E]["payload"], "conversation">} */ ({ recording, ...fields });
    await this.#attempt(() => this.#told.send(event, payload));
  }

  /** @param {() => Promise<unknown>} action */
  async #attempt(action) {
    try {
      await action();
      this.trouble.value = null;
    } catch (error) {
      this.trouble.value = `error-${/** @type {{ code?: string }} */ (error).code ?? "unanswered"}`;
    }
  }
}
