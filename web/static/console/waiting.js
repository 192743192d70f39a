/** The waiting list: what it says of each conversation, and that it holds still under the pointer. Pure. */

/** @typedef {import("../shared/protocol.js").Overview} Overview */

/** @typedef {Overview & { gone: boolean }} Row  `gone`: no longer there, and drawn only so that nothing moves */

/** Whoever waits this long waits too long, in minutes, by urgency. */
const TOO_LONG = { routine: 10, priority: 5, emergency: 1 };

/**
 * The rows to draw. While the list is held (the pointer or the focus is in it) the rows stay where they are: what left
 * remains as a gap, what is new comes at the end. Otherwise the desk's own order counts.
 * @param {readonly Row[]} drawn
 * @param {readonly Overview[]} list  as the desk orders it: most urgent first
 * @param {boolean} held
 * @returns {Row[]}
 */
export function rows(drawn, list, held) {
  if (!held) {
    return list.map((overview) => ({ ...overview, gone: false }));
  }
  const current = new Map(list.map((overview) => [overview.conversation, overview]));
  const kept = drawn.map((row) => {
    const overview = current.get(row.conversation);
    current.delete(row.conversation);
    return overview === undefined ? { ...row, gone: true } : { ...overview, gone: false };
  });
  return [...kept, ...[...current.values()].map((overview) => ({ ...overview, gone: false }))];
}

/**
 * How long a conversation has waited, in whole minutes.
 * @param {Overview} overview
 * @param {number} now  the desk's clock, milliseconds
 */
export function minutesWaited({ queued_at, opened_at }, now) {
  return Math.max(0, Math.floor((now - Date.parse(queued_at ?? opened_at)) / 60_000));
}

/**
 * @param {Overview} overview
 * @param {number} now
 */
export function waitsTooLong(overview, now) {
  return minutesWaited(overview, now) >= TOO_LONG[overview.need.urgency];
}

/**
 * The conversations in `list` that were not in it before: what an agent is called for.
 * @param {ReadonlySet<string>} known
 * @param {readonly Overview[]} list
 */
export function arrivals(known, list) {
  return list.filter(({ conversation }) => !known.has(conversation));
}
