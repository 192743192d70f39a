/** A test of everything that a conversation and a call need, and what comes of each. Headless. */

import { signal } from "@preact/signals-core";

import { Refused } from "../shared/connection.js";
import { connectBy, reachesWorker } from "./desk_ways.js";

/** @typedef {import("../shared/connection.js").Connection} Connection */
/** @typedef {import("./desk_ways.js").NotIn} NotIn */

/**
 * What came of one thing. `waiting` -> `running` -> one of the others.
 *
 * `slow`: it works, less well. `bad`: it does not, and the reader can do something. `untried`: another thing failed
 * first. `later`: too many are there, or testing. `closed`: the desk has no calls now. `unsupported`: this browser has
 * none.
 * @typedef {"waiting" | "running" | "good" | "slow" | "bad" | "untried" | "later" | "closed" | "unsupported"} Outcome
 */

/** @typedef {"socket" | "direct" | "turn"} NetworkPart */
/** @typedef {NetworkPart | "camera" | "microphone" | "speaker"} Part */

/** What a reader can do by now, as far as it was tested. @typedef {"video" | "sound" | "chat" | "nothing" | null} Verdict */

/** Milliseconds that a WebSocket may take before the slower way is tried beside it. */
const HEAD_START = 2_000;

/** What goes out to the network; a test of this module gives its own. */
const WAYS = {
  connectBy,
  reachesWorker,
  supported: () => "RTCPeerConnection" in globalThis,
  /** @returns {Promise<null>} */
  headStart: () => new Promise((resolve) => setTimeout(() => resolve(null), HEAD_START)),
};

export class Check {
  #ways;

  /** @param {typeof WAYS} [ways] */
  constructor(ways = WAYS) {
    this.#ways = ways;
    this.outcomes = Object.freeze({
      socket: outcome(),
      direct: outcome(),
      turn: outcome(),
      camera: outcome(),
      microphone: outcome(),
      speaker: outcome(),
    });
    /** Whether the desk has TURN servers: known once it was asked. */
    this.hasTurn = signal(true);
    /** Whether this page is older than the desk: loaded again, it can test. */
    this.outdated = signal(false);
    /** Whether the network is being tested. */
    this.busy = signal(false);
  }

  /** What the reader can do, in one word; null while that is not known. @returns {Verdict} */
  get verdict() {
    const { socket, direct, turn, camera, microphone } = this.outcomes;
    if (this.busy.value || socket.value === "waiting") return null;
    if (socket.value === "bad") return "nothing";
    if (direct.value !== "good" && turn.value !== "good") {
      return [socket.value, direct.value, turn.value].some((each) => each === "later") ? null : "chat";
    }
    if (microphone.value === "bad") return "chat";
    if (microphone.value !== "good") return null;
    return camera.value === "bad" ? "sound" : "video";
  }

  /** Tests the network, from the beginning. */
  async testNetwork() {
    if (this.busy.peek()) return;
    this.busy.value = true;
    this.outdated.value = false;
    for (const part of /** @type {const} */ (["socket", "direct", "turn"])) this.outcomes[part].value = "waiting";
    try {
      await this.#test();
    } finally {
      this.busy.value = false;
    }
  }

  async #test() {
    const { socket, direct, turn } = this.outcomes;
    socket.value = "running";
    const { way, quick } = await this.#connect();
    if (way === "outdated") {
      this.outdated.value = true;
      socket.value = "waiting";
      return;
    }
    if (way === null || way === "crowded") {
      socket.value = way === null ? "bad" : "later";
      direct.value = turn.value = "untried";
      return;
    }
    socket.value = quick ? "good" : "slow";
    try {
      if (this.#ways.supported()) await this.#testMedia(way);
      else direct.value = turn.value = "unsupported";
    } finally {
      way.close();
    }
  }

  /**
   * The best way to the desk that is open. A network that swallows one way without a word takes long to say so: the other
   * is tried meanwhile.
   * @returns {Promise<{way: Connection | NotIn | null, quick: boolean}>}
   */
  async #connect() {
    const quick = this.#ways.connectBy("websocket");
    const first = await Promise.race([quick, this.#ways.headStart()]);
    if (first) return { way: first, quick: true };
    const slow = this.#ways.connectBy("polling");
    const late = await quick;
    if (late === null) return { way: await slow, quick: false };
    void slow.then((spare) => typeof spare !== "string" && spare?.close());
    return { way: late, quick: true };
  }

  /** @param {Connection} connection */
  async #testMedia(connection) {
    const { direct, turn } = this.outcomes;
    direct.value = "running";
    let started;
    try {
      started = await connection.send("test.start", {});
    } catch (error) {
      direct.value = turn.value = outcomeOf(error);
      return;
    }
    const { test, servers } = started;
    const relays = servers.filter(({ credential }) => credential !== null);
    this.hasTurn.value = relays.length > 0;
    /** @param {string} sdp */
    const offer = async (sdp) => (await connection.send("test.offer", { test, sdp })).sdp;
    turn.value = this.hasTurn.value ? "running" : "untried";
    await Promise.all([
      this.#reaches(offer, null).then((outcome) => (direct.value = outcome)),
      this.hasTurn.value && this.#reaches(offer, relays).then((outcome) => (turn.value = outcome)),
    ]);
    await connection.send("test.end", { test }).catch(() => undefined);
  }

  /**
   * @param {(sdp: string) => Promise<string>} offer
   * @param {readonly import("../shared/protocol.js").IceServer[] | null} relays
   * @returns {Promise<Outcome>}
   */
  async #reaches(offer, relays) {
    try {
      return (await this.#ways.reachesWorker(offer, relays)) ? "good" : "bad";
    } catch (error) {
      return outcomeOf(error);
    }
  }
}

function outcome() {
  return signal(/** @type {Outcome} */ ("waiting"));
}

/** What a test comes to that the desk would not do. @param {unknown} error @returns {Outcome} */
function outcomeOf(error) {
  if (error instanceof Refused && error.code === "too_many_requests") return "later";
  return "closed";
}
