/** A connection to the desk: commands out, entries and signals in, over one Socket.IO socket that comes back by itself. */

import { signal } from "@preact/signals-core";

import { Backoff } from "./backoff.js";
import { ENTRY_EVENT, readResult, readSignal, withDefaults } from "./protocol.js";

/** @typedef {import("./protocol.js").CommandEvent} CommandEvent */
/** @typedef {import("./protocol.js").Commands} Commands */
/** What arrives by itself. @typedef {import("./protocol.js").Signals & {entry: import("./protocol.js").Entry}} Arrivals */

/**
 * Life of a connection: `closed` -> `connecting` -> `open` <-> `lost`; `refused` is final until `open()` is called again.
 * @typedef {"closed" | "connecting" | "open" | "lost" | "refused"} ConnectionState
 */

/**
 * The part of a socket.io-client socket that is used here. It is made with `autoConnect` and `reconnection` off.
 * @typedef {object} Socket
 * @property {() => unknown} connect
 * @property {() => unknown} disconnect
 * @property {(event: string, heard: (...values: any[]) => void) => unknown} on
 * @property {(event: string, heard: (...values: any[]) => void) => unknown} off
 * @property {(heard: (...values: any[]) => void) => unknown} onAny
 * @property {(milliseconds: number) => {emit(event: string, payload: unknown, answer: (late: Error | null, ack: any) => void): unknown}} timeout
 * @property {{engine?: {close(): unknown}, on(event: "ping", heard: () => void): unknown}} io
 */

/** The desk refused a command; `code` is one of the protocol's, its prose stands in `errors.ftl`. */
export class Refused extends Error {
  /** @param {{code: string, field?: string, retry_after?: number, fields?: Record<string, string>}} refusal */
  constructor(refusal) {
    super(refusal.code);
    this.name = "Refused";
    this.code = refusal.code;
    this.field = refusal.field ?? null;
    /** Seconds to wait, where waiting helps. @type {number | null} */
    this.retryAfter = refusal.retry_after ?? null;
    this.fields = refusal.fields ?? {};
  }

  /** Whether the same may be taken in a while. */
  get passes() {
    return this.code === "unavailable" || this.code === "too_many_requests";
  }
}

/** No answer came, so nobody knows whether the command was carried out. Repeating it is safe. */
export class Unanswered extends Error {
  /** @param {string} event */
  constructor(event) {
    super(`no answer to ${event}`);
    this.name = "Unanswered";
  }
}

/** Whether the same may be taken in a while: what was refused for good is not. @param {unknown} error */
export function passes(error) {
  return !(error instanceof Refused) || error.passes;
}

/** Seconds that the desk asked to wait; null where it did not. @param {unknown} error @returns {number | null} */
export function retryAfter(error) {
  return error instanceof Refused ? error.retryAfter : null;
}

/** A connection that held for so long had nothing to do with the failures before it. */
const STEADY = 10_000;
/** An attempt that is older when the device wakes up hangs on a network that is no more. */
const STUCK = 2_000;
/** How long the first answer after a sleep may take, before the socket counts as half open. */
const STARTLED = 4_000;
/** In a call the desk asks for a sign of life every ten seconds: after so long without, the socket is half open. */
const SILENT = 15_000;

/** @param {keyof Arrivals} event @param {unknown} payload */
function readArrival(event, payload) {
  return event === ENTRY_EVENT ? withDefaults("Entry", payload) : readSignal(event, payload);
}

export class Connection {
  /** @type {Socket} */ #socket;
  /** @type {number} */ #patience;
  /** @type {Backoff} */ #backoff;
  /** @type {Set<() => void>} */ #openings = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #retry;
  /** When the attempt under way began; null while none is. @type {number | null} */ #trying = null;
  /** The desk asked not to be asked before this. */
  #notBefore = 0;
  #openedAt = 0;
  #heardAt = 0;
  #wokeAt = -1;
  #wanted = false;
  /** Runs while the desk is to be heard every few seconds. @type {ReturnType<typeof setTimeout> | undefined} */ #listening;

  /**
   * @param {Socket} socket
   * @param {{patience?: number, backoff?: Backoff, token?: string | null}} [options] `patience`: milliseconds an answer
   *   may take; `token`: a citizen's, for what does not go over the socket
   */
  constructor(socket, { patience = 10_000, backoff = new Backoff(), token = null } = {}) {
    this.#socket = socket;
    this.token = token;
    this.#patience = patience;
    this.#backoff = backoff;
    /** @type {import("@preact/signals-core").Signal<ConnectionState>} */
    this.state = signal(/** @type {ConnectionState} */ ("closed"));
    /** Why the connection is `refused`. @type {import("@preact/signals-core").Signal<Refused | null>} */
    this.refusal = signal(/** @type {Refused | null} */ (null));
    /** Whether it is the desk that asked to wait: the network is there. */
    this.crowded = signal(false);
    socket.on("connect", () => this.#opened());
    socket.on("connect_error", (error) => this.#failed(error));
    socket.on("disconnect", () => this.#dropped());
    socket.onAny(() => this.#hear());
    socket.io.on("ping", () => this.#hear());
  }

  /** Whether the desk no longer speaks with a page as old as this one: only loading it again helps. */
  get isOutdated() {
    return this.refusal.value?.code === "outdated_protocol";
  }

  /** Connects, and stays connected until `close()`. */
  open() {
    if (this.#wanted && this.state.value !== "refused") return;
    this.#wanted = true;
    this.state.value = "connecting";
    this.#connect();
  }

  /** Disconnects for good. */
  close() {
    this.#wanted = false;
    this.#trying = null;
    clearTimeout(this.#retry);
    clearTimeout(this.#listening);
    this.state.value = "closed";
    this.#socket.disconnect();
  }

  /**
   * The device woke up, or the network is back: tries at once where it would have waited, unless the desk itself asked
   * for it; and trusts an open socket only once something is heard on it.
   */
  wake() {
    this.#wokeAt = performance.now();
    if (!this.#wanted || this.state.value === "open" || Date.now() < this.#notBefore) return;
    if (this.#trying !== null && Date.now() - this.#trying < STUCK) return;
    this.#trying = null;
    this.#socket.disconnect();
    this.#connect();
  }

  /**
   * Whether a dead line is to be noticed within seconds, as in a call, and not within the minute that saves a battery.
   * @param {boolean} hurried
   */
  hurry(hurried) {
    clearTimeout(this.#listening);
    this.#listening = undefined;
    if (hurried) this.#listen(performance.now());
  }

  /** @param {number} since the line may have been silent before */
  #listen(since) {
    this.#listening = setTimeout(() => {
      const last = Math.max(this.#heardAt, since);
      const trusted = this.state.value === "open" && performance.now() - last < SILENT;
      if (this.state.value === "open" && !trusted) this.#socket.io.engine?.close();
      this.#listen(trusted ? last : performance.now());
    }, SILENT - (performance.now() - since));
  }

  /**
   * Hears every signal of that name, or every entry.
   * @template {keyof Arrivals} E
   * @param {E} event
   * @param {(arrived: Arrivals[E]) => void} heard
   * @returns {() => void} stops it
   */
  on(event, heard) {
    /** @param {unknown} payload */
    const read = (payload) => heard(/** @type {Arrivals[E]} */ (readArrival(event, payload)));
    this.#socket.on(event, read);
    return () => this.#socket.off(event, read);
  }

  /**
   * Calls back each time the connection opens, and at once where it is open.
   * @param {() => void} opened
   * @returns {() => void} stops it
   */
  onOpen(opened) {
    this.#openings.add(opened);
    if (this.state.value === "open") opened();
    return () => this.#openings.delete(opened);
  }

  /**
   * Sends a command.
   * @template {CommandEvent} E
   * @param {E} event
   * @param {Commands[E]["payload"]} payload
   * @returns {Promise<Commands[E]["result"]>} rejects with `Refused`, or with `Unanswered` when it is not known what became of it
   */
  send(event, payload) {
    if (this.state.value !== "open") return Promise.reject(new Unanswered(event));
    const sentAt = performance.now();
    const patience = this.#heardAt < this.#wokeAt ? Math.min(STARTLED, this.#patience) : this.#patience;
    return new Promise((resolve, reject) => {
      this.#socket.timeout(patience).emit(event, payload, (late, ack) => {
        if (late) {
          this.#doubt(sentAt);
          reject(new Unanswered(event));
          return;
        }
        this.#hear();
        if (ack?.error) reject(new Refused(ack.error));
        else resolve(readResult(event, ack.ok));
      });
    });
  }

  #connect() {
    clearTimeout(this.#retry);
    this.#trying = Date.now();
    this.#socket.connect();
  }

  #opened() {
    this.#trying = null;
    this.#openedAt = Date.now();
    this.#notBefore = 0;
    this.#hear();
    this.refusal.value = null;
    this.crowded.value = false;
    this.state.value = "open";
    for (const opened of [...this.#openings]) opened();
  }

  /** @param {Error & {data?: {code?: string, retry_after?: number}}} error */
  #failed(error) {
    if (!this.#wanted) return;
    this.#trying = null;
    const code = error.data?.code;
    const refused = code === undefined ? null : new Refused({ ...error.data, code });
    if (refused === null || refused.passes) {
      this.crowded.value = refused !== null;
      this.#retryIn(retryAfter(refused));
    } else {
      this.#wanted = false;
      this.refusal.value = refused;
      this.state.value = "refused";
    }
  }

  #dropped() {
    if (!this.#wanted) return;
    if (Date.now() - this.#openedAt >= STEADY) this.#backoff.reset();
    this.#retryIn(null);
  }

  /** @param {number | null} asked seconds that the desk asked for */
  #retryIn(asked) {
    this.state.value = "lost";
    clearTimeout(this.#retry);
    this.#notBefore = Date.now() + (asked ?? 0) * 1_000;
    this.#retry = setTimeout(() => this.#connect(), this.#backoff.next(asked));
  }

  #hear() {
    this.#heardAt = performance.now();
  }

  /** A socket that took a command and has been silent since may be half open: only a new one can tell. @param {number} sentAt */
  #doubt(sentAt) {
    if (this.state.value === "open" && this.#heardAt <= sentAt) this.#socket.io.engine?.close();
  }
}
