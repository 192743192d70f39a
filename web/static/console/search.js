/** Searching as people type: any order of words, without minding capitals, accents and the kind of apostrophe. */

/**
 * Whether a text holds every word of a search.
 * @param {string} text
 * @param {string} search
 */
export function holdsAll(text, search) {
  const within = plain(text);
  return plain(search)
    .split(/\s+/u)
    .every((word) => within.includes(word));
}

/** @param {string} text */
function plain(text) {
  return text.normalize("NFD").replace(/\p{Diacritic}/gu, "").replaceAll("’", "'").toLowerCase().trim();
}
