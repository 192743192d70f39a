/** The calls of one conversation, as one party has them: devices first, then the proposal, then the connection. Headless. */

import { effect, signal, untracked } from "@preact/signals-core";

import { Call } from "../shared/call.js";
import { IceServers } from "../shared/ice_servers.js";
import { onNetworkChange } from "../shared/network_change.js";
import { isIn, isUnderWay } from "./call_standing.js";
import { refusedBy } from "./call_trouble.js";
import { openDevices } from "./devices.js";
import { Recording } from "./recording.js";

/** @typedef {import("../shared/protocol.js").CallView} CallView */

/**
 * Where a party has its calls: a conversation, or the one call that a guest was asked into.
 * @typedef {Pick<import("../shared/conversation.js").Conversation, "id" | "me" | "call" | "recordings" | "send" | "sendOnce">
 *   & { enter?: () => Promise<CallView> }} Venue
 *   `enter`: how one comes into a call that is under way, or to its door
 */

/**
 * What the preview leads to: proposing a call, accepting the other's proposal, coming into one that is under way, as
 * who was asked or took the conversation, or back into one that this page lost, by a reload for example; or, as a guest,
 * going to its door.
 * @typedef {"propose" | "accept" | "join" | "rejoin" | "knock"} Wish
 */

/** @typedef {import("./call_trouble.js").Trouble} Trouble */

export class Calling {
  /** @type {Venue} */ #venue;
  /** @type {(() => void)[]} */ #ends;
  /** @type {(() => void) | undefined} */ #unfollow;
  /** The placement that our line was made for. */
  #placement = 0;
  #broken = false;

  /**
   * @param {object} options
   * @param {Venue} options.conversation
   * @param {import("../shared/connection.js").Connection} options.connection
   */
  constructor({ conversation, connection }) {
    this.#venue = conversation;
    /** Whether the call is recorded, and what we say to that. */
    this.recording = new Recording(conversation);
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
      // What was missed while the desk was away is found by offering once more.
      connection.onOpen(() => this.call.peek()?.refresh()),
      connection.on("call.streams", ({ conversation: id, party }) => {
        if (id === this.#venue.id && party === this.#venue.me) this.call.peek()?.refresh();
      }),
      effect(() => {
        const view = conversation.call.value;
        untracked(() => this.#stands(view));
      }),
      onNetworkChange(() => this.call.peek()?.reconnect()),
    ];
  }

  /** Whether the other party waits for us to say yes or no. */
  get isAsked() {
    const view = this.#venue.call.value;
    return view?.state === "proposed" && view.proposed_by !== this.#venue.me;
  }

  /** Whether a call is under way that this page has no part in yet. */
  get isAway() {
    return isUnderWay(this.#venue.call.value) && this.call.value === null && this.stream.value === null;
  }

  /** How one comes in where one is away: back where one was in it, or for the first time. @returns {Wish} */
  get wayIn() {
    return isIn(this.#venue.call.value, this.#venue.me) ? "rejoin" : "join";
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
    const venue = this.#venue;
    const view = venue.call.value;
    const video = (this.stream.value?.getVideoTracks().length ?? 0) > 0;
    try {
      if (wish === "propose") {
        venue.call.value = (await venue.send("call.propose", { video })).view;
      } else if (wish === "accept" && view !== null) {
        venue.call.value = (await venue.send("call.accept", { call: view.call })).view;
      } else if (wish === "join" || wish === "knock") {
        venue.call.value = await this.#enter(view);
      }
      // Whoever comes back was away: once connected, the record says that too.
      this.#broken = wish === "rejoin";
      this.wish.value = null;
      this.#stands(venue.call.peek());
    } catch (error) {
      this.trouble.value = refusedBy(error, "unanswered");
    }
  }

  /** Says no, or takes one's own proposal back. There is no consequence. */
  async decline() {
    const view = this.#venue.call.value;
    this.putAway();
    if (view?.state === "proposed") {
      await this.#tell(() => this.#venue.send("call.decline", { call: view.call }));
    }
  }

  /** Ends the call, where it is ours to end; else leaves it, and it goes on. */
  async hangUp() {
    const view = this.#venue.call.value;
    this.#end();
    if (view !== null && view.state !== "ended") {
      await this.#tell(() => this.#venue.send("call.hang_up", { call: view.call }));
    }
  }

  /** Holds the call, or goes on: the others see a still sign, hear nothing, and are told why. @param {boolean} held */
  async hold(held) {
    const view = this.#venue.call.value;
    const call = this.call.value;
    if (view === null || call === null) {
      return;
    }
    await this.#tell(async () => {
      await call.hold(held);
      await this.#venue.send("call.hold", { call: view.call, held });
    });
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

  /** Leaves, without ending the call for the others. */
  close() {
    for (const end of this.#ends) {
      end();
    }
    this.#end();
  }

  /** @param {CallView | null} view @returns {Promise<CallView>} */
  async #enter(view) {
    if (this.#venue.enter) {
      return this.#venue.enter();
    }
    if (view === null) {
      throw new TypeError("there is no call to come into");
    }
    return (await this.#venue.send("call.join", { call: view.call })).view;
  }

  /** @param {CallView | null} view */
  #stands(view) {
    const call = this.call.peek();
    if (view === null || view.state === "ended") {
      if (call !== null || (this.wish.peek() !== "propose" && this.stream.peek() !== null)) {
        this.#end();
      }
      return;
    }
    const stream = this.stream.peek();
    if (!isUnderWay(view)) {
      return;
    }
    if (!isIn(view, this.#venue.me)) {
      // Taken out of it, or it was handed over.
      if (call !== null) this.#end();
    } else if (call === null && stream !== null && this.wish.peek() === null) {
      this.#connect(view, stream);
    } else if (call !== null && view.placement > this.#placement) {
      this.#placement = view.placement;
      // The record says it already: the desk noticed first.
      this.#broken = true;
      call.move();
    }
  }

  /**
   * @param {CallView} view
   * @param {MediaStream} stream
   */
  #connect({ call: id, placement }, stream) {
    const servers = new IceServers(() => this.#venue.send("turn.mint", { call: id }));
    const call = new Call({
      offer: (sdp, screen) => this.#venue.send("call.offer", { call: id, sdp, screen }),
      iceServers: servers.current,
      stream,
    });
    for (const track of stream.getTracks()) {
      track.addEventListener("ended", () => this.#note(id, "device_lost"));
    }
    this.#placement = placement;
    this.#unfollow = call.state.subscribe((state) => this.#follow(id, state));
    this.call.value = call;
    call.connect();
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
    void this.#tell(() => this.#venue.sendOnce("call.incident", { call, incident }), { quietly: true });
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
    this.#broken = false;
    this.call.value?.hangUp();
    this.call.value = null;
    this.stream.value?.getTracks().forEach((track) => track.stop());
    this.stream.value = null;
    this.wish.value = null;
  }
}
