/** A connection to the desk: commands out, entries and signals in, over one Socket.IO socket that comes back by itself. */

import { signal } from "@preact/signals-core";

import { ENTRY_EVENT, readResult, readSignal, withDefaults } from "./protocol.js";

/** @typedef {import("./protocol.js").CommandEvent} CommandEvent */
/** @typedef {import("./protocol.js").Commands} Commands */
/** What arrives by itself. @typedef {import("./protocol.js").Signals & {entry: import("./protocol.js").Entry}} Arrivals */

/**
 * Life of a connection: `closed` -> `connecting` -> `open` <-> `lost`; `refused` is final until `open()` is called again.
 * @typedef {"closed" | "connecting" | "open" | "lost" | "refused"} ConnectionState
 */

/**
 * The part of a socket.io-client socket that is used here. It is made with `autoConnect: false`.
 * @typedef {object} Socket
 * @property {boolean} active whether it tries to come back by itself
 * @property {() => unknown} connect
 * @property {() => unknown} disconnect
 * @property {(event: string, heard: (...values: any[]) => void) => unknown} on
 * @property {(event: string, heard: (...values: any[]) => void) => unknown} off
 * @property {(heard: (...values: any[]) => void) => unknown} onAny
 * @property {(milliseconds: number) => {emit(event: string, payload: unknown, answer: (late: Error | null, ack: any) => void): unknown}} timeout
 * @property {{engine?: {close(): unknown}}} io
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
}

/** No answer came, so nobody knows whether the command was carried out. Repeating it is safe. */
export class Unanswered extends Error {
  /** @param {string} event */
  constructor(event) {
    super(`no answer to ${event}`);
    this.name = "Unanswered";
  }
}

/** Refusals of a connection that pass; any other is final. */
const PASSING = new Set(["unavailable", "too_many_requests"]);

/** @param {keyof Arrivals} event @param {unknown} payload */
function readArrival(event, payload) {
  return event === ENTRY_EVENT ? withDefaults("Entry", payload) : readSignal(event, payload);
}

export class Connection {
  /** @type {Socket} */ #socket;
  /** @type {number} */ #patience;
  /** @type {Set<() => void>} */ #openings = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #retry;
  #retries = 0;
  #heardAt = 0;
  #wanted = false;

  /**
   * @param {Socket} socket
   * @param {{patience?: number}} [options] `patience`: milliseconds an answer may take
   */
  constructor(socket, { patience = 10_000 } = {}) {
    this.#socket = socket;
    this.#patience = patience;
    /** @type {import("@preact/signals-core").Signal<ConnectionState>} */
    this.state = signal(/** @type {ConnectionState} */ ("closed"));
    /** Why the connection is `refused`. @type {import("@preact/signals-core").Signal<Refused | null>} */
    this.refusal = signal(/** @type {Refused | null} */ (null));
    socket.on("connect", () => this.#opened());
    socket.on("connect_error", (error) => this.#failed(error));
    socket.on("disconnect", () => this.#dropped());
    socket.onAny(() => this.#hear());
  }

  /** Connects, and stays connected until `close()`. */
  open() {
    if (this.#wanted && this.state.value !== "refused") return;
    this.#wanted = true;
    this.state.value = "connecting";
    this.#socket.connect();
  }

  /** Disconnects for good. */
  close() {
    this.#wanted = false;
    clearTimeout(this.#retry);
    this.state.value = "closed";
    this.#socket.disconnect();
  }

  /** Tries again at once where it would have waited: the device woke up, or the network is back. */
  wake() {
    if (this.state.value !== "lost") return;
    clearTimeout(this.#retry);
    this.#socket.disconnect();
    this.#socket.connect();
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
    return new Promise((resolve, reject) => {
      this.#socket.timeout(this.#patience).emit(event, payload, (late, ack) => {
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

  #opened() {
    this.#retries = 0;
    this.#hear();
    this.refusal.value = null;
    this.state.value = "open";
    for (const opened of [...this.#openings]) opened();
  }

  /** @param {Error & {data?: {code?: string, retry_after?: number}}} error */
  #failed(error) {
    if (!this.#wanted) return;
    const code = error.data?.code;
    if (this.#socket.active || code === undefined) {
      this.state.value = "lost";
      if (!this.#socket.active) this.#retryIn(null);
    } else if (PASSING.has(code)) {
      this.state.value = "lost";
      this.#retryIn(error.data?.retry_after ?? null);
    } else {
      this.#wanted = false;
      this.refusal.value = new Refused({ ...error.data, code });
      this.state.value = "refused";
    }
  }

  #dropped() {
    if (!this.#wanted) return;
    this.state.value = "lost";
    // socket.io comes back by itself, except where the desk itself ended the connection.
    if (!this.#socket.active) this.#retryIn(null);
  }

  /** Comes back after the seconds asked for, or after a wait that grows, jittered so that a crowd does not return as one. @param {number | null} seconds */
  #retryIn(seconds) {
    clearTimeout(this.#retry);
    const wait = seconds ?? Math.min(2 ** this.#retries, 15);
    this.#retries += 1;
    this.#retry = setTimeout(() => this.#socket.connect(), wait * (750 + Math.random() * 500));
  }

  #hear() {
    this.#heardAt = performance.now();
  }

  /** A socket that took a command and has been silent since may be half open: only a new one can tell. @param {number} sentAt */
  #doubt(sentAt) {
    if (this.state.value === "open" && this.#heardAt <= sentAt) this.#socket.io.engine?.close();
  }
}
