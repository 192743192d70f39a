/** A conversation as one agent has it before them: the agent's own, or one they only look into. */

import { computed, effect, signal, untracked } from "@preact/signals-core";

import { Calling } from "../components/calling.js";
import { ReportEdits } from "../components/report_edits.js";
import { Conversation } from "../shared/conversation.js";
import { Outbox } from "../shared/outbox.js";
import { PhotoShelf } from "../shared/photo_shelf.js";
import { stream } from "./stream.js";

/** @typedef {import("../shared/protocol.js").Author} Author */
/** @typedef {import("../shared/protocol.js").ConversationShown} ConversationShown */
/** @typedef {import("../shared/protocol.js").Entry} Entry */
/** @typedef {import("../shared/protocol.js").Language} Language */
/** @typedef {import("../shared/protocol.js").Need} Need */
/** @typedef {import("../shared/protocol.js").TriageDecided} TriageDecided */

/** @typedef {import("../shared/protocol.js").AnswerMarked & { author: Author }} Mark  A mark, and who set it. */

/** How long what was written last may take before the conversation is closed or handed over, in milliseconds. */
const PATIENCE = 5_000;
const LOOK = 50;

/** @type {readonly Entry[]} */
const NOTHING = [];

export class Assignment {
  /** @type {() => void} */ #unwatch;
  /** By report. @type {Map<string, ReportEdits>} */ #edits = new Map();
  /** What was chosen of the need and is not stated yet. @type {Partial<Need>} */ #chosen = {};
  #stating = false;

  /**
   * @param {object} options
   * @param {import("../shared/connection.js").Connection} options.connection
   * @param {ConversationShown} options.shown
   * @param {import("../shared/letters.js").Shelf} options.shelf  of this tab
   * @param {{ name: string, role: string }} options.agent  who sits at this console
   * @param {boolean} options.mine
   * @param {import("../shared/chosen_devices.js").ChosenDevices} options.chosen  devices for its calls
   */
  constructor({ connection, shown, shelf, agent, mine, chosen }) {
    const outbox = new Outbox({ shelf, key: `outbox.${shown.conversation}` });
    this.conversation = new Conversation({ connection, outbox, shown, logs: ["shared", "staff"] });
    this.calling = new Calling({ conversation: this.conversation, connection, chosen, showsPage: true });
    /** The photos that are looked at here. */
    this.shelf = new PhotoShelf(null);
    /** Whether it is this agent's to answer. */
    this.mine = signal(mine);
    this.shown = signal(shown);
    this.me = /** @type {Author} */ ({ participant: shown.participant, kind: "agent", ...agent });

    /** Both logs, in the order things happened, from where both are known. */
    this.entries = computed(() => stream(this.#known("shared"), this.#known("staff")));
    this.hasEarlier = computed(() => this.#known("shared").hasEarlier || this.#known("staff").hasEarlier);
    /** Numbers of official reports that are written here and not handed in yet, by report. */
    this.pvNumbers = signal(/** @type {Readonly<Record<string, string | undefined>>} */ ({}));
    /** Which of the bot's messages is being marked as wrong. */
    this.marking = signal(/** @type {number | null} */ (null));
    /** What the conversation asks for, as it was stated last. */
    this.need = computed(() => this.#latest(this.#staff, "need.stated")?.need ?? this.shown.value.need);
    /** Why what was chosen last is not stated. @type {import("@preact/signals-core").Signal<unknown>} */
    this.needTrouble = signal(/** @type {unknown} */ (null));
    /** The language that the citizen chose last. @type {import("@preact/signals-core").ReadonlySignal<Language>} */
    this.language = computed(
      () => this.#latest(this.#shared, "language.chosen")?.language ?? this.shown.value.language,
    );
    /** Where the citizen came from: an origin, or nothing for the desk's own page. */
    this.site = computed(() => this.shown.value.site);
    /** What the bot made of the citizen's messages, newest first; of those before the known part of the log, nothing. */
    this.findings = computed(() => this.#staff.map((entry) => entry.body).filter(isTriage).toReversed());
    /** The same, by the number of the last thing that was said about it. */
    this.decided = computed(() => new Map(this.findings.value.map((body) => [body.said.at(-1), body])));
    /** What the bot said that somebody found wrong, by its number. */
    this.marks = computed(() => marksOf(this.#staff));
    /** The conversation that the citizen had before, as far as anybody said so. */
    this.earlier = computed(() => {
      const linked = this.#latest(this.#staff, "contact.linked");
      return linked === undefined ? this.shown.value.earlier : linked.earlier;
    });
    this.closed = computed(() => this.conversation.phase.value === "closed");
    // Who may not call any more need not look at themselves before: the page no longer shows it either.
    this.#unwatch = effect(() => {
      if (this.mine.value && !this.closed.value) return;
      untracked(() => this.calling.wish.peek() === "propose" && this.calling.putAway());
    });
    /** How many messages of others are not read here yet, and whether there are maybe more. */
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

  /**
   * Corrects what the conversation asks for. Each statement says all of it: one goes after the other, with what was chosen
   * meanwhile.
   * @param {Partial<Need>} change
   */
  async state(change) {
    this.#chosen = { ...this.#chosen, ...change };
    if (this.#stating) {
      return;
    }
    this.#stating = true;
    try {
      for (let stated = null; stated !== this.#chosen; ) {
        stated = this.#chosen;
        await this.conversation.sendOnce("need.state", { need: { ...this.need.peek(), ...stated } });
      }
      this.needTrouble.value = null;
    } catch (error) {
      this.needTrouble.value = error;
    } finally {
      this.#chosen = {};
      this.#stating = false;
    }
  }

  /** Whether the desk keeps all that was written here, given a moment: who parts with it before loses the rest. */
  async isAllSent() {
    const seen = this.isReportUnsettled;
    const until = performance.now() + PATIENCE;
    while (this.#isSaving && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, LOOK));
    }
    const sent = await this.conversation.outbox.emptied(PATIENCE);
    // What has become the writer's to settle meanwhile was not seen when parting was asked for.
    return sent && !this.#isSaving && (seen || !this.isReportUnsettled);
  }

  /** All that is there has been seen. */
  seen() {
    for (const { log, reading } of Object.values(this.conversation.strands)) {
      reading.seen(log.last);
    }
  }

  /** Reads what came before. The first entry shown is of the log that has to be read for more to be shown. */
  async readBack() {
    const first = this.entries.peek()[0]?.log;
    const strands = Object.entries(this.conversation.strands).filter(([, { log }]) => log.hasEarlier.peek());
    const [, strand] = strands.find(([name]) => name === first) ?? strands[0] ?? [];
    await strand?.log.readBack();
  }

  /** Whether both logs have been read in. */
  get settled() {
    return Object.values(this.conversation.strands).every(({ log }) => log.complete.value);
  }

  /**
   * What is being changed in a report: it is stored, or tried again, also while another panel or conversation is in front.
   * @param {string} report
   */
  edits(report) {
    let edits = this.#edits.get(report);
    if (edits === undefined) {
      edits = new ReportEdits((change) => this.conversation.send("report.fill", { report, ...change }));
      this.#edits.set(report, edits);
    }
    return edits;
  }

  /** Whether a report that is not filed yet lacks something that was written here, and its writer has to look at it. */
  get isReportUnsettled() {
    return this.#unfiled.some((edits) => edits.isUnsettled);
  }

  close() {
    this.#unwatch();
    for (const edits of this.#edits.values()) {
      edits.close();
    }
    this.calling.close();
    this.shelf.close();
    this.conversation.close();
  }

  get #isSaving() {
    return this.#unfiled.some((edits) => edits.isSaving);
  }

  /** What is being changed in reports that are not filed yet. */
  get #unfiled() {
    return this.conversation.reports.value
      .filter((view) => view.state !== "filed")
      .map((view) => this.edits(view.report));
  }

  get #shared() {
    return this.#known("shared").entries;
  }

  get #staff() {
    return this.#known("staff").entries;
  }

  /** @param {import("../shared/protocol.js").LogName} name @returns {import("./stream.js").Known} */
  #known(name) {
    const log = this.conversation.strands[name]?.log;
    return { entries: log?.entries.value ?? NOTHING, hasEarlier: log?.hasEarlier.value ?? false };
  }

  #unread() {
    let count = 0;
    let more = false;
    for (const { log, reading } of Object.values(this.conversation.strands)) {
      const known = reading.byMe.value;
      more ||= log.hasEarlier.value && known + 1 < (log.entries.value[0]?.number ?? 0);
      for (const { number, author, body } of log.entries.value) {
        const spoken = body.type === "message.posted" || body.type === "note.posted";
        const byOthers = author.participant !== this.me.participant && author.kind !== "bot";
        count += Number(spoken && byOthers && number > known);
      }
    }
    return { count, more };
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
