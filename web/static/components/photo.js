/** The photo in a call that one is in: asked for by the agent, sent by the citizen. Headless. */

import { computed, signal } from "@preact/signals-core";

import { PhotoShelf } from "../shared/photo_shelf.js";
import { openPhoto, sendPhoto } from "../shared/photos.js";

/** @typedef {import("../shared/protocol.js").Commands} Commands */
/** @typedef {import("../shared/protocol.js").PhotoView} PhotoView */
/** @typedef {PhotoView["purpose"]} PhotoPurpose */

/**
 * Whatever knows of a call and its photos: a conversation; a guest's visit knows of none.
 * @typedef {object} Told
 * @property {import("@preact/signals-core").ReadonlySignal<import("../shared/protocol.js").CallView | null>} call
 * @property {import("@preact/signals-core").ReadonlySignal<readonly PhotoView[]>} [photos]
 * @property {import("../shared/conversation.js").Conversation["send"]} send
 */

/** @type {readonly PhotoView[]} */
const NONE = [];

export class Photo {
  /** @type {Told} */ #told;
  /** @type {string | null} */ #token;
  /** Gives up what is on its way. */
  #sending = new AbortController();

  /** @param {Told} told @param {string | null} token the citizen's, by which photos are sent */
  constructor(told, token) {
    this.#told = told;
    this.#token = token;
    const ofCall = computed(() => (told.photos?.value ?? NONE).filter(({ call }) => call === told.call.value?.call));
    /** The question that stands; null where there is none. */
    this.view = computed(() => openPhoto(ofCall.value, told.call.value?.call));
    /** The last that was asked for in this call, however it stands. */
    this.last = computed(() => ofCall.value.at(-1) ?? null);
    /** Those that were sent and that no report holds yet: they are to be seen somewhere. */
    this.loose = computed(() => ofCall.value.filter(({ state, report }) => state === "taken" && report === null));
    this.shelf = new PhotoShelf(token);
    /** How much of a photo is on its way, from 0 to 1. */
    this.sent = signal(0);
    /** What went wrong last, as the id of a text. @type {import("@preact/signals-core").Signal<string | null>} */
    this.trouble = signal(/** @type {string | null} */ (null));
  }

  close() {
    this.giveUp();
    this.shelf.close();
  }

  /** @param {PhotoPurpose} purpose */
  async ask(purpose) {
    const call = this.#told.call.peek()?.call;
    if (call !== undefined) await this.#attempt(() => this.#told.send("photo.ask", { call, purpose }));
  }

  withdraw() {
    return this.#say((photo) => this.#told.send("photo.withdraw", { photo }));
  }

  /** A no also stops what is on its way. @param {boolean} agree */
  answer(agree) {
    if (!agree) this.giveUp();
    return this.#say((photo) => this.#told.send("photo.answer", { photo, agree }));
  }

  /** Sends the photo that was taken. @param {Blob} jpeg */
  send(jpeg) {
    const { signal: givenUp } = (this.#sending = new AbortController());
    this.sent.value = 0;
    const onProgress = (/** @type {number} */ share) => (this.sent.value = share);
    return this.#say(async (photo) => {
      try {
        await sendPhoto(photo, this.#token ?? "", jpeg, { onProgress, signal: givenUp });
      } catch (error) {
        if (!givenUp.aborted) throw error;
      }
    });
  }

  /** Sends no more of what is on its way. */
  giveUp() {
    this.#sending.abort();
  }

  /** @param {(photo: string) => Promise<unknown>} action */
  async #say(action) {
    const photo = this.view.peek()?.photo;
    if (photo !== undefined) await this.#attempt(() => action(photo));
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
