/** A citizen's visit to the desk: the token, the connection, at most one conversation, and how it ends. Headless. */

import { computed, effect, signal } from "@preact/signals-core";

import { Backoff } from "../shared/backoff.js";
import { passes, Refused, retryAfter, Unanswered } from "../shared/connection.js";
import { Conversation } from "../shared/conversation.js";
import { Outbox } from "../shared/outbox.js";
import { endOf, mintToken } from "../shared/token.js";
import { inTurn } from "../shared/turns.js";
import { Draft } from "./draft.js";
import { openConversation } from "./opening.js";

/** @typedef {import("../shared/connection.js").Connection} Connection */
/** @typedef {import("../shared/connection.js").ConnectionState} ConnectionState */
/** @typedef {import("../shared/protocol.js").Door} Door */
/** @typedef {import("../shared/protocol.js").Language} Language */
/** @typedef {import("../shared/protocol.js").TicketMinted} TicketMinted */

/**
 * Why there is no conversation any more, or none to be had: its token `expired`, it was left by quick exit (here or in
 * another window), or the code that led to it was used (`ticket_used`).
 * @typedef {"expired" | "quick_exit" | "ticket_used"} Loss
 */

/** How long somebody who pressed something waits for the desk to open the conversation. */
const PATIENCE = 4_000;

export class Visit {
  /** @type {import("../shared/storage.js").Storage} */ #storage;
  /** @type {(token: string) => Connection} */ #connect;
  /** @type {string | null} */ #site;
  /** @type {string | null} */ #code = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #later;
  /** Whether a door for those in danger was opened. @type {import("@preact/signals-core").Signal<boolean>} */ #feared;
  #backoff = new Backoff({ first: 3_000 });
  #token = "";
  /** The token of the conversation that this one goes on from. @type {string | null} */ #earlier = null;
  #attempt = 0;

  /**
   * @param {object} options
   * @param {import("../shared/storage.js").Storage} options.storage
   * @param {(token: string) => Connection} options.connect a connection under that token, not yet open
   * @param {Language} options.language
   * @param {string | null} options.site the origin of the page that shows the desk
   */
  constructor({ storage, connect, language, site }) {
    this.#storage = storage;
    this.#connect = connect;
    this.#site = site;
    this.language = signal(language);
    /** @type {import("@preact/signals-core").Signal<Connection | null>} */
    this.connection = signal(/** @type {Connection | null} */ (null));
    /** Null until something is said: who only looks leaves nothing behind. */
    this.conversation = signal(/** @type {Conversation | null} */ (null));
    /** Whether there is a conversation, or will be as soon as the desk can be reached. */
    this.begun = signal(false);
    this.loss = signal(/** @type {Loss | null} */ (null));
    /** Whether the desk no longer speaks with this version of the page. */
    this.outdated = signal(false);
    this.draft = new Draft(storage);
    /** Until when the token is good. */
    this.expiresAt = signal(/** @type {Date | null} */ (null));
    this.outbox = signal(this.#newOutbox());
    /** What was said and is not in the log yet. */
    this.outgoing = computed(() => this.outbox.value.outgoing.value);
    this.state = computed(() => this.connection.value?.state.value ?? /** @type {ConnectionState} */ ("closed"));
    this.phase = computed(() => this.conversation.value?.phase.value ?? null);
    this.over = computed(() => this.phase.value === "closed" || this.loss.value !== null);
    this.#feared = signal(storage.get("sensitive") !== null);
    /** Whether somebody may look over the citizen's shoulder: quick exit is offered, and nothing outlives the tab. */
    this.sensitive = computed(() => this.#feared.value || (this.conversation.value?.sensitive.value ?? false));
  }

  /** Comes to the desk: goes on where this browser was, or where a code leads. @param {{code?: string | null}} [options] */
  start({ code = null } = {}) {
    const known = this.#storage.get("token");
    this.#code = code;
    this.#token = (code === null ? known : null) ?? mintToken();
    effect(() => {
      if (this.sensitive.value && this.#storage.place.value === "device") this.#storage.keepInTab();
    });
    effect(() => {
      // The conversation is done: what is left of it lives in this page alone.
      if (this.phase.value === "closed") this.#storage.withdraw();
    });
    this.#open();
    if (known !== null || code !== null) this.#begin();
  }

  /**
   * Says something; the first word begins the conversation.
   * @param {string} text
   * @param {import("../shared/outbox.js").Extras} [extras]
   */
  say(text, extras = {}) {
    this.conversation.peek()?.shared.typing.stopped();
    this.outbox.peek().post(text, { extras });
    this.#begin();
  }

  /** Goes in by one of the doors. @param {Door} door */
  enter(door) {
    if (door.sensitive) {
      this.#storage.set("sensitive", "yes");
      this.#feared.value = true;
    }
    this.say(door.label, { choice: `door.${door.id}` });
  }

  /** Goes on in another language. @param {Language} language */
  chooseLanguage(language) {
    this.language.value = language;
    this.#storage.set("language", language);
    this.#tellLanguage();
  }

  /**
   * A code for one use: for a paper, or for moving to another window.
   * @param {"move" | "transcript" | "report" | "certificate"} purpose
   * @param {string} [report]
   * @returns {Promise<TicketMinted>} rejects as `Connection.send` does
   */
  async mintTicket(purpose, report) {
    const conversation = await this.#opened();
    return conversation.send("ticket.mint", { purpose, ...(report ? { report } : {}) });
  }

  /** The conversation, as soon as the desk has opened it. @returns {Promise<Conversation>} */
  #opened() {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Unanswered("conversation.open")), PATIENCE);
      const stop = this.conversation.subscribe((conversation) => {
        if (conversation === null) return;
        clearTimeout(late);
        resolve(conversation);
        queueMicrotask(() => stop());
      });
    });
  }

  /** The token lives a whole life from now. */
  async renew() {
    const renewed = await this.conversation.peek()?.send("token.renew", {});
    if (renewed) this.expiresAt.value = endOf(renewed.expires_in);
  }

  /**
   * Leaves in a hurry: the token opens nothing from now on, and nothing is left in the browser.
   * @returns {string | null} the token to revoke, where the desk knows it
   */
  flee() {
    const token = this.begun.peek() ? this.#token : null;
    this.#leave("quick_exit");
    return token;
  }

  /** Begins anew, under another token; what was not sent stays. With `same` the desk is told which conversation this
   * one goes on from, as the citizen wishes. @param {{ same?: boolean }} [options] */
  startOver({ same = false } = {}) {
    this.#leave(null);
    this.#feared.value = false;
    this.#earlier = same ? this.#token : null;
    this.#token = mintToken();
    this.#open();
  }

  /** The page woke up: reconnects at once, and reads what was missed. */
  wake() {
    this.#storage.refresh();
    this.connection.peek()?.wake();
    this.conversation.peek()?.catchUp();
  }

  #newOutbox() {
    const shared = () => this.#storage.place.peek() === "device";
    return new Outbox({
      shelf: this.#storage,
      key: "outbox",
      inTurn: (work) => (shared() ? inTurn("onlineloket.outbox", work) : work()),
    });
  }

  #open() {
    const connection = this.#connect(this.#token);
    this.connection.value = connection;
    connection.onOpen(() => void this.#follow());
    connection.on("revoked", ({ reason }) => this.#leave(reason === "quick_exit" ? "quick_exit" : "expired"));
    connection.refusal.subscribe((refusal) => refusal && this.#refused(refusal));
    connection.open();
  }

  #begin() {
    if (this.begun.peek()) return;
    this.begun.value = true;
    if (this.#code === null) this.#remember();
    void this.#follow();
  }

  /** A reload leads back here. */
  #remember() {
    this.#storage.set("token", this.#token);
    this.#storage.set("language", this.language.peek());
  }

  /** Opens the conversation, or shows it again after a reconnect. Only the newest attempt counts. */
  async #follow() {
    const connection = this.connection.peek();
    // Where the connection is not open yet, its opening leads here again.
    if (!this.begun.peek() || connection?.state.peek() !== "open") return;
    clearTimeout(this.#later);
    const attempt = (this.#attempt += 1);
    const known = this.conversation.peek() !== null;
    const wishes = { language: this.language.peek(), site: this.#site, code: this.#code, earlier: this.#earlier, known };
    try {
      const { shown, overtaken } = await openConversation(connection, wishes);
      if (attempt === this.#attempt) {
        this.#backoff.reset();
        this.#show(connection, shown);
        // Nobody was there to take what came first: it is asked for once more.
        if (overtaken) void this.#follow();
      }
    } catch (error) {
      if (attempt !== this.#attempt) return;
      if (error instanceof Refused) this.#refused(error);
      else this.#openIn(null);
    }
  }

  /** @param {Connection} connection @param {import("../shared/protocol.js").ConversationShown} shown */
  #show(connection, shown) {
    this.expiresAt.value = endOf(shown.expires_in);
    if (this.#code !== null) {
      this.#code = null;
      this.#remember();
    }
    const known = this.conversation.peek();
    if (known) known.show(shown);
    else this.conversation.value = new Conversation({ connection, outbox: this.outbox.peek(), shown });
    if (shown.language !== this.language.peek()) this.#tellLanguage();
  }

  #tellLanguage() {
    if (this.phase.peek() === null || this.phase.peek() === "closed") return;
    // Where it is not heard, looking at the conversation again leads here again.
    const told = this.conversation.peek()?.send("language.choose", { language: this.language.peek() });
    told?.catch((error) => passes(error) && this.#openIn(retryAfter(error)));
  }

  /** The desk lets this token or this page in no more, or not now. @param {Refused} refusal */
  #refused({ code, retryAfter }) {
    if (code === "token_expired" || code === "token_malformed") this.#leave("expired");
    else if (code === "ticket_used") this.#goBack();
    else if (code === "outdated_protocol") this.outdated.value = true;
    else this.#openIn(retryAfter);
  }

  /** @param {number | null} asked seconds that the desk asked to be left alone for */
  #openIn(asked) {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => void this.#follow(), this.#backoff.next(asked));
  }

  /** The code leads nowhere: on with the conversation that this browser had before, if there was one. */
  #goBack() {
    const known = this.#storage.get("token");
    if (known === null) return this.#leave("ticket_used");
    this.#code = null;
    this.#token = known;
    this.connection.peek()?.close();
    this.#open();
  }

  /**
   * Ends the connection and wipes every store. What was not sent goes back to its writer, unless somebody else may be
   * looking by now.
   * @param {Loss | null} loss
   */
  #leave(loss) {
    const stays = loss === null || (loss !== "quick_exit" && !this.sensitive.peek());
    const written = stays ? [...this.outbox.peek().unsent(), this.draft.text.peek()] : [];
    clearTimeout(this.#later);
    this.#attempt += 1;
    this.conversation.peek()?.close();
    this.outbox.peek().close();
    this.connection.peek()?.close();
    this.#storage.wipe();
    this.draft.write("");
    this.draft.takeBack(written);
    this.outbox.value = this.#newOutbox();
    this.begun.value = false;
    this.#code = null;
    this.expiresAt.value = null;
    this.conversation.value = null;
    this.connection.value = null;
    this.loss.value = loss;
  }
}
