/** Answers of a form: which questions are asked, what is missing, and how answers are written and read. */

/** @typedef {import("../shared/protocol.js").FieldValue} FieldValue */
/** @typedef {import("../shared/protocol.js").FormPage} FormPage */
/** @typedef {import("../shared/protocol.js").FormField} FormField */

/**
 * @typedef {{ day: string, part: string, time: string }} MomentParts  `part` is one of PARTS, `at` (then `time`
 *   counts), or blank
 */

export const PARTS = ["night", "morning", "afternoon", "evening", "unknown"];

/**
 * The fields whose conditions hold, by id. A field that is not asked does not count as a condition either.
 * @param {FormPage} form
 * @param {(field: string) => FieldValue} value
 * @returns {Set<string>}
 */
export function asked(form, value) {
  /** @type {Set<string>} */
  const shown = new Set();
  for (const field of form.sections.flatMap((section) => section.fields)) {
    const holds = Object.entries(field.when).every(([id, wanted]) => shown.has(id) && value(id) === wanted);
    if (holds) {
      shown.add(field.id);
    }
  }
  return shown;
}

/**
 * The required fields that are asked and have no answer, in order.
 * @param {FormPage} form
 * @param {(field: string) => FieldValue} value
 * @returns {FormField[]}
 */
export function missing(form, value) {
  const shown = asked(form, value);
  return form.sections
    .flatMap((section) => section.fields)
    .filter((field) => field.required && shown.has(field.id) && isBlank(value(field.id)));
}

/** @param {FieldValue} value */
export function isBlank(value) {
  return value === null || (typeof value === "string" && value.trim() === "");
}

/**
 * What is sent for what stands in a field: blank is no answer, an amount is a number where it can be read as one.
 * @param {FormField["kind"]} kind
 * @param {string} written
 * @returns {FieldValue}
 */
export function fromText(kind, written) {
  const text = written.trim();
  if (text === "") {
    return null;
  }
  return kind === "amount" ? (readAmount(text) ?? text) : text;
}

/**
 * How an answer stands in its field.
 * @param {FormField["kind"]} kind
 * @param {FieldValue} value
 * @param {string} language
 */
export function toText(kind, value, language) {
  if (value === null) {
    return "";
  }
  if (kind === "amount" && typeof value === "number") {
    return value.toLocaleString(`${language}-BE`, { maximumFractionDigits: 2, useGrouping: false });
  }
  return String(value);
}

/** Thousands grouped by points or by commas, or not at all; then at most two decimals after the other sign. */
const AMOUNTS = [
  /^(?<whole>\d{1,3}(?:\.\d{3})+)(?:,(?<cents>\d{1,2}))?$/u,
  /^(?<whole>\d{1,3}(?:,\d{3})+)(?:\.(?<cents>\d{1,2}))?$/u,
  /^(?<whole>\d+)(?:[.,](?<cents>\d{1,2}))?$/u,
];

/**
 * Euros as people write them: `1 250,50`, `1.250,50`, `1250.5`, `€ 12`. Null for anything else.
 * @param {string} text
 * @returns {number | null}
 */
export function readAmount(text) {
  const plain = text.replace(/[€\s\u00a0\u202f']|eur(o|os)?$/giu, "");
  const found = AMOUNTS.map((amount) => amount.exec(plain)?.groups).find(Boolean);
  return found ? Number(`${found.whole?.replace(/[.,]/gu, "")}.${found.cents ?? "0"}`) : null;
}

/**
 * A moment as it is stored, cut into what is asked: the day, and the part of the day or the time.
 * @param {string} written  `2026-03-14`, `2026-03-14T21:30`, `2026-03-14Tevening`; without a day until one is chosen
 * @returns {MomentParts}
 */
export function readMoment(written) {
  const [day = "", rest = ""] = written.split("T");
  if (PARTS.includes(rest)) {
    return { day, part: rest, time: "" };
  }
  return rest === "" ? { day, part: "", time: "" } : { day, part: "at", time: rest === "at" ? "" : rest };
}

/** @param {MomentParts} parts @returns {string} as `readMoment` reads it */
export function writeMoment({ day, part, time }) {
  const rest = part === "at" ? time || "at" : part;
  return rest === "" ? day : `${day}T${rest}`;
}

/**
 * Whether somebody has written a day to its end: browsers report a change at every digit of the year, `0002`, `0020`…
 * @param {string} day
 */
export function isWholeDay(day) {
  return /^[12]\d{3}-\d{2}-\d{2}$/u.test(day);
}

/**
 * Whether a moment can be stored: it has a day, and a time where one was announced. Nothing at all can be stored, too.
 * @param {string} written
 */
export function isWholeMoment(written) {
  const { day, part, time } = readMoment(written);
  return written === "" || (isWholeDay(day) && (part !== "at" || /^\d{2}:\d{2}$/u.test(time)));
}

/**
 * Whether what stands in a field can be stored; only a moment has halves.
 * @param {FormField["kind"]} kind
 * @param {FieldValue} value
 */
export function isWhole(kind, value) {
  return kind !== "moment" || isWholeMoment(String(value ?? ""));
}
