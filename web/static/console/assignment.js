/** A conversation as one agent has it before them: the agent's own, or one they only look into. */

import { computed, signal } from "@preact/signals-core";

import { Calling } from "../components/calling.js";
import { interleave } from "../components/log_items.js";
import { Conversation } from "../shared/conversation.js";
import { Outbox } from "../shared/outbox.js";

/** @typedef {import("../shared/protocol.js").Author} Author */
/** @typedef {import("../shared/protocol.js").ConversationShown} ConversationShown */
/** @typedef {import("../shared/protocol.js").Entry} Entry */
/** @typedef {import("../shared/protocol.js").Language} Language */
/** @typedef {import("../shared/protocol.js").TriageDecided} TriageDecided */

/** @typedef {import("../shared/protocol.js").AnswerMarked & { author: Author }} Mark  A mark, and who set it. */

/** @type {readonly Entry[]} */
const NOTHING = [];

export class Assignment {
  /**
   * @param {object} options
   * @param {import("../shared/connection.js").Connection} options.connection
   * @param {ConversationShown} options.shown
   * @param {import("../shared/letters.js").Shelf} options.shelf  of this tab
   * @param {{ name: string, role: string }} options.agent  who sits at this console
   * @param {boolean} options.mine
   */
  constructor({ connection, shown, shelf, agent, mine }) {
    const outbox = new Outbox({ shelf, key: `outbox.${shown.conversation}` });
    this.conversation = new Conversation({ connection, outbox, shown, logs: ["shared", "staff"] });
    this.calling = new Calling({ conversation: this.conversation, connection });
    /** Whether it is this agent's to answer. */
    this.mine = signal(mine);
    this.shown = signal(shown);
    this.me = /** @type {Author} */ ({ participant: shown.participant, kind: "agent", ...agent });

    /** Both logs, in the order things happened. */
    this.entries = computed(() => interleave(this.#shared, this.#staff));
    /** Which of the bot's messages is being marked as wrong. */
    this.marking = signal(/** @type {number | null} */ (null));
    /** What the conversation asks for, as it was stated last. */
    this.need = computed(() => this.#latest(this.#staff, "need.stated")?.need ?? this.shown.value.need);
    /** The language that the citizen chose last. @type {import("@preact/signals-core").ReadonlySignal<Language>} */
    this.language = computed(
      () => this.#latest(this.#shared, "language.chosen")?.language ?? this.shown.value.language,
    );
    /** Where the citizen came from: an origin, or nothing for the desk's own page. */
    this.site = computed(() => this.#latest(this.#shared, "conversation.opened")?.site ?? null);
    /** What the bot made of the citizen's messages, newest first. */
    this.findings = computed(() => this.#staff.map((entry) => entry.body).filter(isTriage).toReversed());
    /** The same, by the number of the last thing that was said about it. */
    this.decided = computed(() => new Map(this.findings.value.map((body) => [body.said.at(-1), body])));
    /** What the bot said that somebody found wrong, by its number. */
    this.marks = computed(() => marksOf(this.#staff));
    /** The conversation that the citizen had before, as far as anybody said so. */
    this.earlier = computed(() => this.#latest(this.#staff, "contact.linked")?.earlier ?? null);
    this.closed = computed(() => this.conversation.phase.value === "closed");
    /** How many messages of others are not read here yet. */
    this.unread = computed(() => this.#unread());
    /** How far the citizen has read. */
    this.read = computed(() =>
      Object.values(this.conversation.shared.reading.positions.value)
        .filter(({ kind }) => kind === "citizen")
        .reduce((highest, { number }) => Math.max(highest, number), 0),
    );
  }

  get id() {
    return this.conversation.id;
  }

  /** The desk shows it anew, after a reconnect. @param {ConversationShown} shown */
  show(shown) {
    this.shown.value = shown;
    this.conversation.show(shown);
  }

  /** All that is there has been seen. */
  seen() {
    for (const { log, reading } of Object.values(this.conversation.strands)) {
      reading.seen(log.last);
    }
  }

  /** Whether both logs have been read in. */
  get settled() {
    return Object.values(this.conversation.strands).every(({ log }) => log.complete.value);
  }

  close() {
    this.calling.close();
    this.conversation.close();
  }

  get #shared() {
    return this.conversation.shared.log.entries.value;
  }

  get #staff() {
    return this.conversation.strands.staff?.log.entries.value ?? NOTHING;
  }

  #unread() {
    let unread = 0;
    for (const { log, reading } of Object.values(this.conversation.strands)) {
      const known = reading.byMe.value;
      for (const { number, author, body } of log.entries.value) {
        const spoken = body.type === "message.posted" || body.type === "note.posted";
        const byOthers = author.participant !== this.me.participant && author.kind !== "bot";
        unread += Number(spoken && byOthers && number > known);
      }
    }
    return unread;
  }

  /**
   * The body of the newest entry of a type.
   * @template {Entry["body"]["type"]} T
   * @param {readonly Entry[]} entries
   * @param {T} type
   * @returns {Extract<Entry["body"], { type: T }> | undefined}
   */
  #latest(entries, type) {
    const entry = entries.findLast(({ body }) => body.type === type);
    return /** @type {Extract<Entry["body"], { type: T }> | undefined} */ (entry?.body);
  }
}

/** @param {Entry["body"]} body @returns {body is TriageDecided} */
function isTriage(body) {
  return body.type === "triage.decided";
}

/**
 * The marks that stand: the newest on each message, unless it was taken back.
 * @param {readonly Entry[]} staff
 * @returns {Map<number, Mark>}
 */
function marksOf(staff) {
  const marks = new Map();
  for (const { author, body } of staff) {
    if (body.type === "answer.marked") {
      marks.set(body.message, { ...body, author });
    } else if (body.type === "answer.unmarked") {
      marks.delete(body.message);
    }
  }
  return marks;
}
