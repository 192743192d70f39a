/**
 * The calls of one conversation, as one party has them: devices first, then the proposal, then the connection.
 * Headless.
 */

import { effect, signal } from "@preact/signals-core";

import { Call } from "../shared/call.js";
import { openDevices } from "./devices.js";

/** @typedef {import("../shared/conversation.js").Conversation} Conversation */
/** @typedef {import("../shared/protocol.js").CallDescription} CallDescription */

/**
 * What the preview leads to: proposing a call, accepting the other's proposal, or coming back into a call that this
 * page lost, by a reload for example.
 * @typedef {"propose" | "accept" | "rejoin"} Wish
 */

/**
 * What is wrong with the devices, or what was refused: a `Refused` of the desk, or the code of what failed here.
 * @typedef {{ devices: import("./devices.js").DeviceTrouble } | { refused: { code: string } }} Trouble
 */

export class Calling {
  /** @type {Conversation} */ #conversation;
  /** @type {(() => void)[]} */ #ends;
  /** @type {(() => void) | undefined} */ #unfollow;
  /** An offer that came before there were devices to answer it with. @type {string | null} */ #held = null;
  #broken = false;

  /**
   * @param {object} options
   * @param {Conversation} options.conversation
   * @param {import("../shared/connection.js").Connection} options.connection
   */
  constructor({ conversation, connection }) {
    this.#conversation = conversation;
    /**
     * What the devices are open for; null while they are not.
     * @type {import("@preact/signals-core").Signal<Wish | null>}
     */
    this.wish = signal(/** @type {Wish | null} */ (null));
    /** Our camera and microphone. @type {import("@preact/signals-core").Signal<MediaStream | null>} */
    this.stream = signal(/** @type {MediaStream | null} */ (null));
    /** @type {import("@preact/signals-core").Signal<Call | null>} */
    this.call = signal(/** @type {Call | null} */ (null));
    /** @type {import("@preact/signals-core").Signal<Trouble | null>} */
    this.trouble = signal(/** @type {Trouble | null} */ (null));
    this.#ends = [
      connection.on("call.description", (description) => void this.#described(description)),
      effect(() => this.#stands(conversation.call.value)),
    ];
  }

  /** Whether the other party waits for us to say yes or no. */
  get isAsked() {
    const view = this.#conversation.call.value;
    return view?.state === "proposed" && view.proposed_by !== this.#conversation.me;
  }

  /** Whether a call is under way that this page has no part in yet. */
  get isAway() {
    const state = this.#conversation.call.value?.state;
    return (state === "accepted" || state === "running") && this.call.value === null && this.stream.value === null;
  }

  /**
   * Opens camera and microphone to see and hear oneself first. Nobody else does yet.
   * @param {Wish} wish
   * @param {boolean} video
   */
  async prepare(wish, video) {
    this.trouble.value = null;
    this.wish.value = wish;
    const { stream, trouble } = await openDevices(video);
    if (this.wish.value !== wish) {
      stream?.getTracks().forEach((track) => track.stop());
      return;
    }
    this.trouble.value = trouble && { devices: trouble };
    this.stream.value = stream;
  }

  /** Goes ahead with what the devices were opened for. */
  async proceed() {
    const wish = this.wish.value;
    const view = this.#conversation.call.value;
    const video = (this.stream.value?.getVideoTracks().length ?? 0) > 0;
    try {
      if (wish === "propose") {
        this.#conversation.call.value = (await this.#conversation.send("call.propose", { video })).view;
      } else if (wish === "accept" && view !== null) {
        this.#conversation.call.value = (await this.#conversation.send("call.accept", { call: view.call })).view;
      } else if (wish === "rejoin") {
        await this.#rejoin();
      }
      this.wish.value = null;
    } catch (error) {
      this.trouble.value = refusedBy(error, "unanswered");
    }
  }

  /** Says no, or takes one's own proposal back. There is no consequence. */
  async decline() {
    const view = this.#conversation.call.value;
    this.putAway();
    if (view?.state === "proposed") {
      await this.#tell(() => this.#conversation.send("call.decline", { call: view.call }));
    }
  }

  async hangUp() {
    const view = this.#conversation.call.value;
    this.#end();
    if (view !== null && view.state !== "ended") {
      await this.#tell(() => this.#conversation.send("call.hang_up", { call: view.call }));
    }
  }

  /** Closes the devices, when it comes to nothing. */
  putAway() {
    this.wish.value = null;
    if (this.call.value === null) {
      this.stream.value?.getTracks().forEach((track) => track.stop());
      this.stream.value = null;
    }
  }

  /** Takes another camera or microphone. @param {MediaStreamTrack} track */
  async replaceTrack(track) {
    const stream = this.stream.value;
    if (this.call.value !== null) {
      await this.call.value.replaceTrack(track);
    } else if (stream !== null) {
      for (const old of stream.getTracks().filter(({ kind }) => kind === track.kind)) {
        stream.removeTrack(old);
        old.stop();
      }
      stream.addTrack(track);
    }
    // The same tracks in another object, so that whatever shows the stream looks again.
    this.stream.value = stream && new MediaStream(stream.getTracks());
  }

  /** Leaves, without ending the call for the other. */
  close() {
    for (const end of this.#ends) {
      end();
    }
    this.#end();
  }

  /** @param {import("../shared/protocol.js").CallView | null} view */
  #stands(view) {
    if (view === null || view.state === "ended") {
      if (this.call.peek() !== null || (this.wish.peek() !== "propose" && this.stream.peek() !== null)) {
        this.#end();
      }
      return;
    }
    const toOffer = view.state === "accepted" && view.proposed_by === this.#conversation.me;
    const stream = this.stream.peek();
    if (toOffer && stream !== null && this.call.peek() === null) {
      void this.#tell(() => this.#connect(view.call, stream).offer());
    }
  }

  /** @param {CallDescription} description */
  async #described({ conversation, call, kind, sdp }) {
    if (conversation !== this.#conversation.id || call !== this.#conversation.call.peek()?.call) {
      return;
    }
    const stream = this.stream.peek();
    if (kind === "answer") {
      await this.#tell(async () => this.call.peek()?.acceptAnswer(sdp));
    } else if (this.call.peek() !== null || (stream !== null && this.wish.peek() === null)) {
      const connection = this.call.peek() ?? this.#connect(call, /** @type {MediaStream} */ (stream));
      await this.#tell(() => connection.acceptOffer(sdp));
    } else {
      this.#held = sdp;
    }
  }

  async #rejoin() {
    const view = this.#conversation.call.value;
    if (view === null || this.stream.value === null) {
      return;
    }
    const connection = this.#connect(view.call, this.stream.value);
    // Whoever comes back was away: once connected, the record says that too.
    this.#broken = true;
    const held = this.#held;
    this.#held = null;
    await (held === null ? connection.offer() : connection.acceptOffer(held));
  }

  /**
   * @param {string} id  of the call
   * @param {MediaStream} stream
   * @returns {Call}
   */
  #connect(id, stream) {
    const call = new Call({
      signal: (kind, sdp) => this.#conversation.send("call.describe", { call: id, kind, sdp }),
      stream,
    });
    for (const track of stream.getTracks()) {
      track.addEventListener("ended", () => this.#note(id, "device_lost"));
    }
    this.#broken = false;
    this.#unfollow = call.state.subscribe((state) => this.#follow(id, state));
    this.call.value = call;
    this.wish.value = null;
    return call;
  }

  /**
   * What goes wrong on this side becomes part of the record; the desk only sees what reaches it.
   * @param {string} id
   * @param {import("../shared/call.js").CallState} state
   */
  #follow(id, state) {
    if (state === "reconnecting" && !this.#broken) {
      this.#broken = true;
      this.#note(id, "connection_lost");
    } else if (state === "connected" && this.#broken) {
      this.#broken = false;
      this.#note(id, "reconnected");
    } else if (state === "failed") {
      this.#note(id, "negotiation_failed");
    }
  }

  /**
   * @param {string} call
   * @param {import("../shared/protocol.js").ReportIncident["incident"]} incident
   */
  #note(call, incident) {
    void this.#tell(() => this.#conversation.sendOnce("call.incident", { call, incident }), { quietly: true });
  }

  /**
   * @param {() => Promise<unknown>} action
   * @param {{ quietly?: boolean }} [options]
   */
  async #tell(action, { quietly = false } = {}) {
    try {
      await action();
    } catch (error) {
      if (!quietly) {
        this.trouble.value = refusedBy(error, "media_failed");
      }
    }
  }

  #end() {
    this.#unfollow?.();
    this.#held = null;
    this.call.value?.hangUp();
    this.call.value = null;
    this.stream.value?.getTracks().forEach((track) => track.stop());
    this.stream.value = null;
    this.wish.value = null;
  }
}

/**
 * A browser's own errors have codes too, which are numbers and mean nothing here.
 * @param {unknown} error
 * @param {string} otherwise  the code of whatever the desk did not say itself
 * @returns {Trouble}
 */
function refusedBy(error, otherwise) {
  const { code } = /** @type {{ code?: unknown }} */ (error ?? {});
  return { refused: typeof code === "string" ? /** @type {{ code: string }} */ (error) : { code: otherwise } };
}
