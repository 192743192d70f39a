/** Both logs of a conversation as one stream, from where both are known. */

/** @typedef {import("../shared/protocol.js").Entry} Entry */

/** What is known of a log: its end, or all of it. @typedef {{ entries: readonly Entry[], hasEarlier: boolean }} Known */

/**
 * Both in the order things happened. Where one log is known further back than the other, nothing of that is shown: it
 * would look as if nothing had happened between. So the first entry shown is of a log that has earlier ones, if any has.
 * @param {Known} shared
 * @param {Known} staff
 * @returns {readonly Entry[]}
 */
export function stream(shared, staff) {
  const both = interleave(shared.entries, staff.entries);
  const starts = [shared, staff]
    .filter(({ hasEarlier }) => hasEarlier)
    .map(({ entries: [first] }) => (first === undefined ? both.length : both.indexOf(first)));
  return both.slice(Math.max(0, ...starts));
}

/**
 * Each log keeps its own order, whatever the clocks say.
 * @param {readonly Entry[]} shared
 * @param {readonly Entry[]} staff
 * @returns {Entry[]}
 */
function interleave(shared, staff) {
  /** @type {Entry[]} */
  const both = [];
  let next = 0;
  for (const entry of shared) {
    for (let note = staff[next]; note !== undefined && note.at < entry.at; note = staff[++next]) {
      both.push(note);
    }
    both.push(entry);
  }
  return both.concat(staff.slice(next));
}
