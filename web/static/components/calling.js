/** The calls of one conversation, as one party has them: devices first, then the proposal, then the connection. Headless. */

import { effect, signal, untracked } from "@preact/signals-core";

import { Call } from "../shared/call.js";
import { IceServers } from "../shared/ice_servers.js";
import { LiveText } from "../shared/live_text.js";
import { onNetworkChange } from "../shared/network_change.js";
import { Signing } from "../shared/signing.js";
import { CallIncidents } from "./call_incidents.js";
import { isIn, isUnderWay, partyOf } from "./call_standing.js";
import { refusedBy } from "./call_trouble.js";
import { Hold } from "./hold.js";
import { OwnSide } from "./own_side.js";
import { Photo } from "./photo.js";
import { Recording } from "./recording.js";

/** @typedef {import("../shared/protocol.js").CallView} CallView */

/**
 * Where a party has its calls: a conversation, or the one call that a guest was asked into.
 * @typedef {Pick<import("../shared/conversation.js").Conversation, "id" | "me" | "call" | "recordings" | "send" | "sendOnce" | "say">
 *   & { enter?: () => Promise<CallView>, photos?: import("./photo.js").Told["photos"] }} Venue
 *   `enter`: how one comes into a call that is under way, or to its door
 */

/**
 * What the preview leads to: proposing a call, accepting the other's proposal, coming into one that is under way, as
 * who was asked or took the conversation, or back into one that this page lost, by a reload for example; or, as a guest,
 * going to its door.
 * @typedef {"propose" | "accept" | "join" | "rejoin" | "knock"} Wish
 */

/** @typedef {import("./call_trouble.js").Trouble} Trouble */

/** What was being written has so long to be kept before we leave. */
const GRACE = 1_000;

export class Calling {
  /** @type {Venue} */ #venue;
  /** @type {CallIncidents} */ #incidents;
  /** @type {(() => void)[]} */ #ends;
  /** @type {(() => void) | undefined} */ #unfollow;
  /** The placement that our line was made for. */
  #placement = 0;
  /** Whether a colleague asked us into the call that the devices are open for. */
  #asked = false;

  /**
   * @param {object} options
   * @param {Venue} options.conversation
   * @param {import("../shared/connection.js").Connection} options.connection
   * @param {import("../shared/chosen_devices.js").ChosenDevices} [options.chosen] devices that were chosen earlier
   * @param {boolean} [options.showsPage] whether the others may be shown this page: a report stands there, for example
   */
  constructor({ conversation, connection, chosen, showsPage }) {
    this.#venue = conversation;
    this.#incidents = new CallIncidents(conversation);
    /** Whether the call is recorded, and what we say to that. */
    this.recording = new Recording(conversation);
    /** What is written in the call while it is written, and who signs. */
    this.text = new LiveText({ venue: conversation, connection });
    this.signing = new Signing({ venue: conversation, connection });
    /** The photo that is asked for in the call. */
    this.photo = new Photo(conversation, connection.token);
    /**
     * What the devices are open for; null while they are not.
     * @type {import("@preact/signals-core").Signal<Wish | null>}
     */
    this.wish = signal(/** @type {Wish | null} */ (null));
    /** @type {import("@preact/signals-core").Signal<Call | null>} */
    this.call = signal(/** @type {Call | null} */ (null));
    /** @type {import("@preact/signals-core").Signal<Trouble | null>} */
    this.trouble = signal(/** @type {Trouble | null} */ (null));
    /** Whether we hold the call. */
    this.hold = new Hold({ venue: conversation, call: this.call, trouble: this.trouble });
    /** Our devices and what we send of them. */
    this.own = new OwnSide({
      call: this.call,
      trouble: this.trouble,
      chosen,
      showsPage,
      signed: () => this.signing.active,
      onLost: () => this.call.peek() !== null && this.#incidents.note("device_lost"),
    });
    /** Our camera and microphone. */
    this.stream = this.own.devices.stream;
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

  /** Whether another page of ours has the call. */
  get isElsewhere() {
    return this.isAway && (partyOf(this.#venue.call.value, this.#venue.me)?.connected ?? false);
  }

  /** Whether we may propose a call: there is none, and we do not look at ourselves before one. */
  get mayPropose() {
    const view = this.#venue.call.value;
    return this.wish.value === null && (view === null || view.state === "ended");
  }

  /** How one comes in where one is away: back where one was in it, or for the first time. @returns {Wish} */
  get wayIn() {
    return isIn(this.#venue.call.value, this.#venue.me) ? "rejoin" : "join";
  }

  /**
   * Opens camera and microphone to see and hear oneself first. Nobody else does yet. In a call they are open already.
   * @param {Wish} wish
   * @param {boolean} video
   */
  async prepare(wish, video) {
    // What is open would be closed first, and the call sends it.
    if (this.call.peek() !== null) return;
    const view = this.#venue.call.peek();
    // Over by the time that somebody answers to being asked in.
    if (wish === "join" && !isUnderWay(view)) return;
    this.#asked = wish === "join" && partyOf(view, this.#venue.me)?.state === "invited";
    this.trouble.value = null;
    this.wish.value = wish;
    const trouble = await this.own.devices.open(video);
    if (this.wish.value === wish) this.trouble.value = trouble && { devices: trouble };
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
      this.#incidents.broken = wish === "rejoin";
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
    const kept = this.#end();
    if (view !== null && view.state !== "ended") {
      // Whoever leaves may say nothing afterwards; and leaves, also when nobody answers.
      await Promise.race([kept, new Promise((resolve) => setTimeout(resolve, GRACE))]);
      await this.#tell(() => this.#venue.send("call.hang_up", { call: view.call }));
    }
  }

  /** Closes the devices, when it comes to nothing. */
  putAway() {
    this.wish.value = null;
    if (this.call.value === null) this.own.rest();
  }

  /** Leaves, without ending the call for the others. */
  close() {
    for (const end of this.#ends) {
      end();
    }
    // Whoever closes the page, in a hurry perhaps, says nothing more.
    this.text.close();
    this.#end();
    this.signing.close();
    this.photo.close();
    this.own.close();
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
      // Not what is opened to propose another; but also what the browser still asks about.
      const wish = this.wish.peek();
      if (call !== null || (wish !== "propose" && (wish !== null || this.stream.peek() !== null))) {
        this.#end();
      }
      return;
    }
    const stream = this.stream.peek();
    if (!isUnderWay(view)) {
      return;
    }
    if (!isIn(view, this.#venue.me)) {
      // Taken out of it, or it was handed over; or nobody asks us in any more.
      const uninvited = this.wish.peek() === "join" && this.#asked && partyOf(view, this.#venue.me) === null;
      if (call !== null || uninvited) this.#end();
    } else if (call === null && stream !== null && this.wish.peek() === null) {
      this.#connect(view, stream);
    } else if (call !== null && view.placement > this.#placement) {
      this.#placement = view.placement;
      // The record says it already: the desk noticed first.
      this.#incidents.broken = true;
      call.move();
    }
  }

  /**
   * @param {CallView} view
   * @param {MediaStream} stream
   */
  #connect(view, stream) {
    const { call: id, placement } = view;
    const servers = new IceServers(() => this.#venue.send("turn.mint", { call: id }));
    this.#placement = placement;
    const call = new Call({
      offer: (sdp, screen) =>
        this.#venue.send("call.offer", { call: id, sdp, screen, placement: this.#placement }),
      iceServers: servers.current,
      // A stream of its own: the call exchanges the tracks in it.
      stream: new MediaStream(stream.getTracks()),
    });
    const unfollow = this.#incidents.follow(id, call);
    // Another window of ours has it by now: this one lets go of everything, and nobody hangs up.
    const unwatch = call.state.subscribe((state) => state === "taken" && this.#end());
    this.#unfollow = () => (unfollow(), unwatch());
    this.hold.keep(call, view);
    this.call.value = call;
    call.connect();
  }

  /** @param {() => Promise<unknown>} action */
  async #tell(action) {
    try {
      await action();
    } catch (error) {
      this.trouble.value = refusedBy(error, "media_failed");
    }
  }

  /** @returns {Promise<void>} when what we were writing is kept */
  #end() {
    this.#unfollow?.();
    this.call.value?.hangUp();
    this.call.value = null;
    this.own.rest();
    this.wish.value = null;
    this.hold.leave();
    this.signing.leave();
    return this.text.leave();
  }
}
