/** A guest's visit: the link that led here, the place at the door or in the call, and how it ended. Headless. */

import { signal } from "@preact/signals-core";

import { Backoff } from "../shared/backoff.js";
import { passes, retryAfter } from "../shared/connection.js";
import { askInPeace } from "../shared/news.js";
import { withRecording } from "../shared/recordings.js";
import { mintClientId, mintToken } from "../shared/token.js";

/** @typedef {import("../shared/connection.js").Connection} Connection */
/** @typedef {import("../shared/protocol.js").CallView} CallView */
/** @typedef {import("../shared/protocol.js").Commands} Commands */
/** @typedef {import("../shared/protocol.js").Language} Language */

/**
 * Life of a visit: `opening` -> `welcome` (the link is not used yet) -> `inside` (at the door, or in the call) -> `over`,
 * `left`, `refused` or `removed`; or `dead`, where the link does not lead anywhere.
 * @typedef {"opening" | "welcome" | "inside" | "over" | "left" | "refused" | "removed" | "dead"} Stage
 */

/** What this tab keeps, so that a reload keeps the place. @typedef {{ token: string, code: string | null }} Kept */

const KEY = "onlineloket-guest";

/** A line of live text is said again where it is not known whether it was heard, so often and with such pauses. */
const TRIES = 5;
const PAUSE = 1_500;

export class GuestVisit {
  /** @type {Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem"> | null} */ #storage;
  /** @type {Kept | null} */ #kept = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #later;
  #backoff = new Backoff();

  /**
   * @param {object} options
   * @param {Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem"> | null} options.storage  of this tab
   * @param {(token: string) => Connection} options.connect
   * @param {string | null} options.code  of the link
   */
  constructor({ storage, connect, code }) {
    this.#storage = storage;
    this.stage = signal(/** @type {Stage} */ ("opening"));
    this.name = signal("");
    this.language = signal(/** @type {Language} */ ("nl"));
    /** @type {import("@preact/signals-core").Signal<CallView | null>} */
    this.call = signal(/** @type {CallView | null} */ (null));
    /** @type {import("@preact/signals-core").Signal<readonly import("../shared/protocol.js").RecordingView[]>} */
    this.recordings = signal(/** @type {readonly import("../shared/protocol.js").RecordingView[]} */ ([]));
    this.id = "";
    this.me = "";
    this.#kept = code === null ? this.#restore() : this.#keep({ token: mintToken(), code });
    /** @type {Connection | null} */
    this.connection = this.#kept && connect(this.#kept.token);
    if (this.connection === null) {
      this.stage.value = "dead";
      return;
    }
    this.#listen(this.connection);
    this.connection.open();
  }

  /** Goes to the door, or finds the place there again. @returns {Promise<CallView>} */
  enter = async () => {
    const { connection } = this;
    const kept = this.#kept;
    if (kept === null || connection === null) {
      throw new TypeError("there is no door");
    }
    try {
      const wishes = { code: kept.code, name: this.name.peek().trim() || null, language: this.language.peek() };
      const ask = () => connection.send("call.enter", wishes);
      const { conversation, participant, view, recordings } = await askInPeace(connection, undefined, ask);
      this.id = conversation;
      this.me = participant;
      this.#keep({ token: kept.token, code: null });
      this.recordings.value = recordings;
      this.#stands(view);
      return view;
    } catch (error) {
      if (/** @type {{ code?: string }} */ (error).code === "invitation_over") {
        this.#end("dead");
      }
      throw error;
    }
  };

  /**
   * @template {import("../shared/conversation.js").ConversationCommand} E
   * @param {E} event
   * @param {Omit<Commands[E]["payload"], "conversation">} fields
   * @returns {Promise<Commands[E]["result"]>}
   */
  send(event, fields) {
    const payload = /** @type {Commands[E]["payload"]} */ ({ conversation: this.id, ...fields });
    return /** @type {Connection} */ (this.connection).send(event, payload);
  }

  /**
   * @template {import("../shared/conversation.js").ConversationCommand} E
   * @param {E} event
   * @param {Omit<Commands[E]["payload"], "conversation" | "client_id">} fields
   * @returns {Promise<Commands[E]["result"]>}
   */
  sendOnce(event, fields) {
    const given = /** @type {Omit<Commands[E]["payload"], "conversation">} */ ({ ...fields, client_id: mintClientId() });
    return this.send(event, given);
  }

  /** Says a line of live text that has ended. @param {string} text @param {{line: string, call: string}} line */
  async say(text, { line, call }) {
    for (let left = TRIES; ; left -= 1) {
      try {
        await this.send("message.post", { client_id: line, text, call });
        return;
      } catch (error) {
        if (left === 0 || !passes(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    }
  }

  /** We left by ourselves. */
  leave() {
    this.#end("left");
  }

  /** @param {Connection} connection */
  #listen(connection) {
    connection.onOpen(() => void this.#opened(connection));
    connection.on("call", ({ view }) => this.#stands(view));
    connection.on("call.moved", ({ view }) => this.#stands(view));
    connection.on("recording", ({ view }) => (this.recordings.value = withRecording(this.recordings.peek(), view)));
    connection.on("revoked", ({ reason }) => this.#end(reason === "removed" ? "removed" : "refused"));
  }

  /** Finds the place again after a reload or a reconnect: the desk tells this page nothing before. @param {Connection} connection */
  async #opened(connection) {
    clearTimeout(this.#later);
    if (this.#kept?.code) {
      if (this.stage.value === "opening") this.stage.value = "welcome";
      return;
    }
    try {
      await this.enter();
      this.#backoff.reset();
    } catch (error) {
      clearTimeout(this.#later);
      // Where the line is lost, the next opening asks again.
      if (!passes(error) || connection.state.peek() !== "open") return;
      this.#later = setTimeout(() => void this.#opened(connection), this.#backoff.next(retryAfter(error)));
    }
  }

  /** @param {CallView} view */
  #stands(view) {
    if (this.call.peek() !== null && this.call.peek()?.call !== view.call) return;
    this.call.value = view;
    if (view.state === "ended") this.#end("over");
    else this.stage.value = "inside";
  }

  /** @param {Stage} stage */
  #end(stage) {
    if (["over", "left", "refused", "removed", "dead"].includes(this.stage.peek())) return;
    this.stage.value = stage;
    const view = this.call.peek();
    if (view !== null) this.call.value = { ...view, state: "ended", parties: [] };
    this.#kept = null;
    this.#storage?.removeItem(KEY);
    clearTimeout(this.#later);
    this.connection?.close();
  }

  /** @param {Kept} kept */
  #keep(kept) {
    this.#kept = kept;
    try {
      this.#storage?.setItem(KEY, JSON.stringify(kept));
    } catch {
      // A browser that keeps nothing: a reload loses the place.
    }
    return kept;
  }

  /** @returns {Kept | null} */
  #restore() {
    try {
      return JSON.parse(this.#storage?.getItem(KEY) ?? "null");
    } catch {
      return null;
    }
  }
}
