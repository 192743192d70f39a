/** What an agent is writing, for each conversation apart: kept through reloads and a sign-in that ended. */

import { signal } from "@preact/signals-core";

/**
 * @typedef {object} Draft
 * @property {string} reply
 * @property {string} note
 * @property {"reply" | "note"} mode  which of the two is in front
 */

/** @typedef {NonNullable<import("../shared/protocol.js").Utterance["lesson"]>} Lesson */

/** @typedef {Pick<import("../shared/letters.js").Shelf, "get" | "set" | "remove">} Shelf */

/** @type {Draft} */
const EMPTY = { reply: "", note: "", mode: "reply" };

export class Drafts {
  /** @type {Shelf} */ #shelf;
  /** @type {Map<string, import("@preact/signals-core").Signal<Draft>>} */ #open = new Map();

  /** By what was said. @type {Map<string, import("@preact/signals-core").Signal<Lesson | null>>} */ #lessons = new Map();

  /** @param {Shelf} shelf  of this tab */
  constructor(shelf) {
    this.#shelf = shelf;
  }

  /**
   * The draft of a conversation; the same signal each time.
   * @param {string} conversation
   */
  of(conversation) {
    let draft = this.#open.get(conversation);
    if (draft === undefined) {
      draft = signal(this.#restore(conversation));
      this.#open.set(conversation, draft);
    }
    return draft;
  }

  /**
   * @param {string} conversation
   * @param {Partial<Draft>} change
   */
  change(conversation, change) {
    const draft = this.of(conversation);
    draft.value = { ...draft.value, ...change };
    if (draft.value.reply === "" && draft.value.note === "") {
      this.#shelf.remove(keyOf(conversation));
    } else {
      this.#shelf.set(keyOf(conversation), JSON.stringify(draft.value));
    }
  }

  /**
   * A letter that was refused is written anew, before what is being written.
   * @param {string} conversation
   * @param {Pick<import("../shared/letters.js").Letter, "event" | "text">} letter
   */
  takeBack(conversation, { event, text }) {
    const mode = event === "note.post" ? "note" : "reply";
    const written = this.of(conversation).peek()[mode];
    this.change(conversation, { mode, [mode]: written === "" ? text : `${text}\n\n${written}` });
  }

  /**
   * The lesson that is being written about what somebody said, until the page is loaded again; the same signal each time,
   * null where nothing was changed.
   * @param {Pick<import("../shared/protocol.js").Utterance, "conversation" | "message">} said
   */
  lesson({ conversation, message }) {
    const key = `${conversation} ${message}`;
    const lesson = this.#lessons.get(key) ?? signal(/** @type {Lesson | null} */ (null));
    this.#lessons.set(key, lesson);
    return lesson;
  }

  /** The conversation is over for this agent. @param {string} conversation */
  forget(conversation) {
    this.#open.delete(conversation);
    this.#shelf.remove(keyOf(conversation));
  }

  /** @param {string} conversation @returns {Draft} */
  #restore(conversation) {
    try {
      const { reply, note, mode } = JSON.parse(this.#shelf.get(keyOf(conversation)) ?? "{}");
      return {
        reply: typeof reply === "string" ? reply : "",
        note: typeof note === "string" ? note : "",
        mode: mode === "note" ? "note" : "reply",
      };
    } catch {
      return EMPTY;
    }
  }
}

/** @param {string} conversation */
function keyOf(conversation) {
  return `draft.${conversation}`;
}
