/** Live text of a call: what we and the others write in it, line by line, while it is written. */

import { effect, signal } from "@preact/signals-core";

import { OwnLine } from "./own_line.js";

/** @typedef {import("./protocol.js").Author} Author */
/** @typedef {import("./protocol.js").CallView} CallView */

/**
 * Where the text of a call comes from and goes to: a conversation, or a guest's visit.
 * @typedef {object} TextVenue
 * @property {string} id
 * @property {string} me
 * @property {import("@preact/signals-core").ReadonlySignal<CallView | null>} call
 * @property {import("./conversation.js").Conversation["send"]} send
 * @property {(text: string, line: { line: string, call: string }) => Promise<void>} say  keeps a line that has ended;
 *   rejects where it is certain that the desk does not
 */

/**
 * A line as it is shown. `line`: the id that we gave ours, and of another's the author with it; `author`: null for our own.
 * @typedef {{ line: string, author: Author | null, text: string, sequence: number, finished: boolean }} Line
 */

/** An unfinished line that is not repeated is good for so long. */
const GOOD_FOR = 15_000;
/** So many of one author may be unfinished: the one before may end a little later than the next begins. */
const MOST_UNFINISHED = 2;
/** So many lines are kept to be read again; the log has them all. */
const MOST = 50;

export class LiveText {
  /** @type {TextVenue} */ #venue;
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */ #fading = new Map();
  /** @type {(() => void)[]} */ #ends;

  /**
   * @param {object} options
   * @param {TextVenue} options.venue
   * @param {import("./connection.js").Connection} options.connection
   */
  constructor({ venue, connection }) {
    this.#venue = venue;
    /** Oldest first; our own unfinished one is in `own`. @type {import("@preact/signals-core").Signal<readonly Line[]>} */
    this.lines = signal(/** @type {readonly Line[]} */ ([]));
    /** Why our last line was not kept, as the code of a refusal. @type {import("@preact/signals-core").Signal<string | null>} */
    this.trouble = signal(/** @type {string | null} */ (null));
    /** Whether it is looked at; null before anybody decided, when the first line of another opens it. */
    this.open = signal(/** @type {boolean | null} */ (null));
    /** Whether something was written that nobody looked at. */
    this.unseen = signal(false);
    /** What we are writing. */
    this.own = new OwnLine((state) => this.#show(state));
    this.#ends = [
      connection.onOpen(() => this.own.repeat()),
      connection.on("writing", (writing) => {
        if (writing.conversation === venue.id && writing.call === venue.call.peek()?.call) this.#take(writing);
      }),
      this.#followParties(),
      this.#followCalls(),
    ];
  }

  /** Shows it, or puts it away: both stay so until the call is over. @param {boolean} open */
  turn(open) {
    this.open.value = open;
    this.unseen.value = false;
  }

  /** Our line is over: the desk keeps it. @returns {Promise<void>} when it has, or does not */
  async endLine() {
    const call = this.#venue.call.peek()?.call;
    const ended = this.own.end();
    if (ended === null || call === undefined) return;
    const { line, text } = ended;
    this.#put({ line, author: null, text, sequence: 0, finished: true });
    try {
      await this.#venue.say(text, { line, call });
      this.trouble.value = null;
    } catch (error) {
      this.#forget(line);
      this.trouble.value = /** @type {{ code?: string }} */ (error).code ?? "unanswered";
      // Back to its writer, who may have gone on meanwhile.
      if (!this.#isOver) this.own.write([text, this.own.text.peek()].filter(Boolean).join(" "));
    }
  }

  /** The call is over here: what we were writing has ended with it. @returns {Promise<void>} as `endLine` */
  async leave() {
    const kept = this.endLine();
    this.#clear();
    await kept;
    this.own.drop();
  }

  /** For good; what we were writing is dropped. */
  close() {
    for (const end of this.#ends) end();
    this.own.drop();
    this.#clear();
  }

  get #isOver() {
    return (this.#venue.call.peek()?.state ?? "ended") === "ended";
  }

  /** @param {{ line: string, sequence: number, text: string }} state */
  #show(state) {
    const call = this.#venue.call.peek()?.call;
    return call === undefined || this.#isOver
      ? Promise.resolve()
      : this.#venue.send("writing.show", { call, ...state });
  }

  /** Whoever comes in sees what is being written. */
  #followParties() {
    let known = "";
    return effect(() => {
      const parties = this.#venue.call.value?.parties ?? [];
      const present = parties.filter(({ state }) => state === "in").map(({ participant }) => participant.participant);
      const now = present.join();
      if (now !== known && known !== "") this.own.repeat();
      known = now;
    });
  }

  /** What was written in a call that this page took no part in, as another window of ours did, is not of the next. */
  #followCalls() {
    let known = this.#venue.call.peek()?.call;
    return effect(() => {
      const now = this.#venue.call.value?.call;
      if (now !== known) this.#clear();
      known = now;
    });
  }

  /** @param {import("./protocol.js").Writing} writing */
  #take({ author, line: id, sequence, text, finished }) {
    if (author.participant === this.#venue.me) return;
    // Everybody is told everybody's ids: under another's somebody writes a line of their own.
    const line = `${author.participant} ${id}`;
    const known = this.lines.peek().find((one) => one.line === line);
    // What is late is known already.
    if (known && (known.finished || (!finished && known.sequence >= sequence))) return;
    if (!known && !finished) this.#makeRoom(author);
    this.#put({ line, author, text, sequence, finished });
    this.#stop(line);
    if (!finished) this.#fading.set(line, setTimeout(() => this.#forget(line), GOOD_FOR));
    if (text === "" || this.open.peek() === true) return;
    if (this.open.peek() === null) this.open.value = true;
    else this.unseen.value = true;
  }

  /** Whoever begins line after line pushes out their own, and not what others wrote. @param {Author} author */
  #makeRoom({ participant }) {
    const begun = this.lines.peek().filter((one) => !one.finished && one.author?.participant === participant);
    for (const { line } of begun.slice(0, Math.max(0, begun.length + 1 - MOST_UNFINISHED))) this.#forget(line);
  }

  /** @param {Line} line */
  #put(line) {
    const lines = this.lines.peek();
    this.lines.value = lines.some((one) => one.line === line.line)
      ? lines.map((one) => (one.line === line.line ? line : one))
      : [...lines, line].slice(-MOST);
  }

  /** @param {string} line */
  #forget(line) {
    this.#stop(line);
    this.lines.value = this.lines.peek().filter((one) => one.line !== line);
  }

  /** @param {string} line */
  #stop(line) {
    clearTimeout(this.#fading.get(line));
    this.#fading.delete(line);
  }

  #clear() {
    for (const line of [...this.#fading.keys()]) this.#stop(line);
    this.lines.value = [];
    this.trouble.value = null;
    this.open.value = null;
    this.unseen.value = false;
  }
}
