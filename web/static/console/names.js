/** What the ids of zone data are called, in the language of the console. */

/** @typedef {import("../shared/protocol.js").ConsoleData} ConsoleData */
/** @typedef {import("../shared/protocol.js").FormPage} FormPage */

/** An id that the zone no longer has is shown as it is: better than nothing at all. */
export class ZoneNames {
  /** @param {ConsoleData} data */
  constructor(data) {
    this.data = data;
  }

  /** @param {string} id */
  team = (id) => this.data.teams.find((each) => each.id === id)?.name ?? id;

  /** @param {string} id */
  outcome = (id) => labelOf(this.data.outcomes, id);

  /** @param {string} id */
  topic = (id) => labelOf(this.data.topics, id);

  /** Whether calls about a topic may be recorded. @param {string | null} topic */
  mayRecord = (topic) => topic !== null && this.data.recorded_topics.includes(topic);

  /** @param {string} id */
  neighbourhood = (id) => labelOf(this.data.neighbourhoods, id);

  /** @param {string} id @returns {FormPage | undefined} */
  form = (id) => this.data.forms.find((each) => each.id === id);

  /**
   * With the names of the questions in a conversation's reports.
   * @param {Map<string, string>} forms  the form of each report
   * @returns {import("../components/log_events.js").Names}
   */
  withReports(forms) {
    /** @param {string} report @param {string} id */
    const field = (report, id) => {
      const sections = this.form(forms.get(report) ?? "")?.sections ?? [];
      return sections.flatMap((section) => section.fields).find((each) => each.id === id)?.label ?? "";
    };
    return { team: this.team, outcome: this.outcome, field };
  }
}

/**
 * @param {readonly import("../shared/protocol.js").Label[]} labels
 * @param {string} id
 */
function labelOf(labels, id) {
  return labels.find((each) => each.id === id)?.label ?? id;
}

/**
 * A language by its ISO 639 code, in the language of the console: `French`, `Arabisch`.
 * @param {string} code
 * @param {string} language
 */
export function languageName(code, language) {
  return new Intl.DisplayNames([language], { type: "language" }).of(code) ?? code;
}

/**
 * The same, to stand by itself: with a capital in every language.
 * @param {string} code
 * @param {string} language
 */
export function languageTitle(code, language) {
  const [first = "", ...rest] = languageName(code, language);
  return first.toLocaleUpperCase(language) + rest.join("");
}
