/** The desk's own words in the reader's language, from the Fluent catalogues. */

import { FluentBundle, FluentResource } from "@fluent/bundle";

/** @typedef {import("./protocol.js").Language} Language */

/** How each language is written here: in Belgium, where a date, a time and a number look alike in all of them. */
const LOCALES = /** @type {const} */ ({ nl: "nl-BE", fr: "fr-BE", en: "en-GB", de: "de-BE" });

/** What each language calls itself. */
export const LANGUAGE_NAMES = /** @type {const} */ ({ nl: "Nederlands", fr: "Français", en: "English", de: "Deutsch" });

/**
 * The first wish that is on offer; the first on offer where none is.
 * @param {readonly (string | null | undefined)[]} wishes language tags, most wanted first: `fr-BE` asks for `fr`
 * @param {readonly Language[]} offered
 * @returns {Language}
 */
export function chooseLanguage(wishes, offered) {
  for (const wish of wishes) {
    const language = wish?.toLowerCase().split("-", 1)[0];
    const found = offered.find((one) => one === language);
    if (found) return found;
  }
  return offered[0] ?? "nl";
}

/**
 * Reads catalogues from the desk.
 * @param {Language} language
 * @param {readonly string[]} catalogues their names, such as `widget`
 * @returns {Promise<Phrases>} rejects when one cannot be read
 */
export async function loadPhrases(language, catalogues) {
  const sources = await Promise.all(
    catalogues.map(async (name) => {
      const answer = await fetch(`/locales/${language}/${name}.ftl`);
      if (!answer.ok) throw new Error(`no catalogue ${name} in ${language}`);
      return answer.text();
    }),
  );
  return new Phrases(language, sources);
}

export class Phrases {
  /** @type {FluentBundle} */ #bundle;

  /** @param {Language} language @param {readonly string[]} sources catalogues in Fluent's syntax */
  constructor(language, sources) {
    this.language = language;
    // No isolating marks: what people typed stands in elements of its own with dir="auto".
    this.#bundle = new FluentBundle(LOCALES[language], { useIsolating: false });
    for (const source of sources) this.#bundle.addResource(new FluentResource(source));
  }

  /** Whether there is such a phrase. @param {string} id */
  has(id) {
    return this.#bundle.hasMessage(id);
  }

  /** A phrase; its id where there is none. @param {string} id @param {Record<string, string | number>} [args] */
  text = (id, args) => {
    const pattern = this.#bundle.getMessage(id)?.value;
    return pattern ? this.#bundle.formatPattern(pattern, args, []) : id;
  };
}
