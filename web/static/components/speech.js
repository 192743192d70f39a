/** What components speak: texts from the catalogues, times and days, in the language of the screen. */

import { createContext } from "preact";
import { useContext } from "preact/hooks";

/**
 * @typedef {(id: string, args?: Record<string, string | number>) => string} Text  A text of the catalogues by its
 *   id.
 */

/**
 * @typedef {object} Speech
 * @property {string} language  BCP 47 tag of the screen, e.g. `nl`
 * @property {Text} text
 */

/** Its provider stands at the root of each page. Without one, ids are shown. */
export const SpeechContext = createContext(/** @type {Speech} */ ({ language: "nl", text: (id) => id }));

/** @returns {Text} */
export function useText() {
  return useContext(SpeechContext).text;
}

/** @returns {Speech} */
export function useSpeech() {
  return useContext(SpeechContext);
}

/**
 * The time of day, e.g. `14:02`. Belgium reads 24 hours in all four languages.
 * @param {string} language
 * @param {string | number | Date} at
 */
export function timeOfDay(language, at) {
  return formatter(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(at));
}

/**
 * A day in full, e.g. `maandag 23 november 2026`; without the year when it is the year of `now`.
 * @param {string} language
 * @param {string | number | Date} at
 * @param {Date} [now]
 */
export function dayInFull(language, at, now) {
  const day = new Date(at);
  const year = day.getFullYear() === now?.getFullYear() ? undefined : "numeric";
  return formatter(language, { weekday: "long", day: "numeric", month: "long", year }).format(day);
}

/**
 * Makes ready what a log says of times: done before there is anything to show, the first screen need not wait for it.
 * @param {string} language
 */
export function prepareTimes(language) {
  const now = new Date();
  timeOfDay(language, now);
  dayInFull(language, now, now);
}

/** @type {Map<string, Intl.DateTimeFormat>} */
const formatters = new Map();

/**
 * Making a formatter costs more than using it a thousand times.
 * @param {string} language
 * @param {Intl.DateTimeFormatOptions} options
 */
function formatter(language, options) {
  const region = language.includes("-") ? language : `${language}-BE`;
  const key = region + JSON.stringify(options);
  let found = formatters.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(region, options);
    formatters.set(key, found);
  }
  return found;
}
