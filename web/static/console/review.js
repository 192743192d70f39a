/** How the bot does: figures, what is worth a look, and what becomes training data. Headless; for supervisors. */

import { computed, signal } from "@preact/signals-core";

/** @typedef {import("../shared/protocol.js").BotFigures} BotFigures */
/** @typedef {import("../shared/protocol.js").Utterance["causes"][number]} Cause */
/** @typedef {import("../shared/protocol.js").Language} Language */
/** @typedef {import("../shared/protocol.js").LessonsKept} LessonsKept */
/** @typedef {import("../shared/protocol.js").Utterance} Utterance */

/** How many days are looked over. */
export const PERIODS = [7, 30, 90, 365];

/** The figures that can be added up over languages. @type {(keyof Omit<BotFigures, "language">)[]} */
export const MEASURES = [
  "conversations",
  "by_bot",
  "by_bot_recontact",
  "utterances",
  "unanswered",
  "not_helped",
  "wrong",
  "missed_danger",
  "recontact",
];

export class Review {
  /** @type {Pick<import("../shared/connection.js").Connection, "send">} */ #connection;
  /** @type {() => Date} */ #clock;
  /** Only the newest reading counts. */
  #reading = 0;
  /** What the list that is shown was asked with. @type {{ since: string, until: string }} */
  #period = { since: "", until: "" };

  /**
   * @param {object} options
   * @param {Pick<import("../shared/connection.js").Connection, "send">} options.connection
   * @param {() => Date} [options.clock]
   */
  constructor({ connection, clock = () => new Date() }) {
    this.#connection = connection;
    this.#clock = clock;
    this.days = signal(30);
    /** @type {import("@preact/signals-core").Signal<string | null>} */
    this.language = signal(/** @type {string | null} */ (null));
    /** @type {import("@preact/signals-core").Signal<Cause | null>} */
    this.cause = signal(/** @type {Cause | null} */ (null));
    /** None before they were read. @type {import("@preact/signals-core").Signal<readonly BotFigures[] | null>} */
    this.figures = signal(/** @type {readonly BotFigures[] | null} */ (null));
    /** None before they were read. @type {import("@preact/signals-core").Signal<readonly Utterance[] | null>} */
    this.utterances = signal(/** @type {readonly Utterance[] | null} */ (null));
    this.next = signal(/** @type {string | null} */ (null));
    this.busy = signal(false);
    this.trouble = signal(/** @type {unknown} */ (null));
    /** What is kept, since something was added or taken out. */
    this.kept = signal(/** @type {LessonsKept | null} */ (null));
    this.total = computed(() => sum("", this.figures.value ?? []));
  }

  /**
   * Reads figures and list anew, for what is chosen.
   * @param {{ days?: number, language?: string | null, cause?: Cause | null }} [chosen]
   */
  async read(chosen = {}) {
    const { days = this.days.peek(), language = this.language.peek(), cause = this.cause.peek() } = chosen;
    this.days.value = days;
    this.language.value = language;
    this.cause.value = cause;
    const reading = (this.#reading += 1);
    this.#period = periodOf(days, this.#clock());
    this.busy.value = true;
    try {
      const [{ figures }, listed] = await Promise.all([
        this.#connection.send("bot.review", this.#period),
        this.#connection.send("bot.utterances", this.#asked()),
      ]);
      if (reading !== this.#reading) return;
      this.figures.value = figures;
      this.utterances.value = listed.utterances;
      this.next.value = listed.next;
      this.trouble.value = null;
    } catch (error) {
      if (reading === this.#reading) this.trouble.value = error;
    } finally {
      if (reading === this.#reading) this.busy.value = false;
    }
  }

  /** Reads what follows in the list. */
  async more() {
    const after = this.next.peek();
    if (after === null || this.busy.peek()) return;
    const reading = this.#reading;
    this.busy.value = true;
    try {
      const listed = await this.#connection.send("bot.utterances", { ...this.#asked(), after });
      if (reading !== this.#reading) return;
      this.utterances.value = [...(this.utterances.peek() ?? []), ...listed.utterances];
      this.next.value = listed.next;
      this.trouble.value = null;
    } catch (error) {
      if (reading === this.#reading) this.trouble.value = error;
    } finally {
      if (reading === this.#reading) this.busy.value = false;
    }
  }

  /**
   * Adds what was said to the training data, in these words; again, and the new words take the place of the old ones.
   * @param {Utterance} utterance
   * @param {{ text: string, topic: string, language: Language }} lesson
   * @returns {Promise<void>} rejects as `Connection.send` does
   */
  async add({ conversation, message }, lesson) {
    this.kept.value = await this.#connection.send("lesson.add", { conversation, message, ...lesson });
    this.#set(conversation, message, lesson);
  }

  /** Takes it out again. @param {Utterance} utterance @returns {Promise<void>} rejects as `Connection.send` does */
  async remove({ conversation, message }) {
    this.kept.value = await this.#connection.send("lesson.remove", { conversation, message });
    this.#set(conversation, message, null);
  }

  #asked() {
    const language = this.language.peek();
    const cause = this.cause.peek();
    return { ...this.#period, ...(language === null ? {} : { language }), ...(cause === null ? {} : { cause }) };
  }

  /** @param {string} conversation @param {number} message @param {Utterance["lesson"]} lesson */
  #set(conversation, message, lesson) {
    this.utterances.value = (this.utterances.peek() ?? []).map((each) =>
      each.conversation === conversation && each.message === message ? { ...each, lesson } : each,
    );
  }
}

/**
 * Whole days up to and with today, as the clock on the wall has them.
 * @param {number} days
 * @param {Date} now
 */
export function periodOf(days, now) {
  const day = (/** @type {number} */ offset) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + offset);
  return { since: day(1 - days).toISOString(), until: day(1).toISOString() };
}

/**
 * A column for each language of the desk that anything happened in, and one for all others together.
 * @param {readonly BotFigures[]} figures
 * @param {readonly string[]} languages  of the desk
 * @returns {BotFigures[]} the last one is of language `""` where there are others
 */
export function columnsOf(figures, languages) {
  const own = languages.flatMap((language) => figures.filter((each) => each.language === language));
  const others = figures.filter(({ language }) => !languages.includes(language));
  return others.length === 0 ? own : [...own, sum("", others)];
}

/** @param {string} language @param {readonly BotFigures[]} figures @returns {BotFigures} */
function sum(language, figures) {
  const measures = MEASURES.map((name) => [name, figures.reduce((total, each) => total + each[name], 0)]);
  return /** @type {BotFigures} */ ({ language, ...Object.fromEntries(measures) });
}
