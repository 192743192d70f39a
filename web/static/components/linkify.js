/** Finds web addresses in what staff wrote. What citizens wrote stays text: an agent must not open it by mistake. */

/** @typedef {{ text: string, href: string | null }} Part */

const ADDRESS = /https:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]}]/gu;

/**
 * The text cut into plain parts and addresses; joined, the parts are the text again.
 * @param {string} text
 * @returns {Part[]}
 */
export function linkify(text) {
  /** @type {Part[]} */
  const parts = [];
  let end = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    if (index > end) {
      parts.push({ text: text.slice(end, index), href: null });
    }
    parts.push({ text: address, href: address });
    end = index + address.length;
  }
  if (end < text.length || parts.length === 0) {
    parts.push({ text: text.slice(end), href: null });
  }
  return parts;
}
