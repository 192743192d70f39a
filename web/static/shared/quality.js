/** How good a connection is, judged by what the browser counted between two looks. */

/** Sound and picture flow; they stutter now and then; hardly anything is understood. @typedef {"good" | "fair" | "poor"} Quality */

/**
 * What came of one of the others between two looks.
 * @typedef {object} Received
 * @property {number} packets that arrived
 * @property {number} lost
 * @property {number} concealed share of the sound that was made up because it was missing, 0 to 1
 * @property {number} frozen share of the time in which the picture stood still, 0 to 1
 */

/**
 * What became of what we sent.
 * @typedef {object} Sent
 * @property {number} lost share, as whoever gets it reports, 0 to 1
 * @property {number | null} roundTrip seconds
 * @property {number | null} room bits a second that the browser thinks the line carries
 */

/** Below so many bits a second, a picture is none any more. */
export const THIN = 80_000;
const NARROW = 200_000;

/** @param {Received} counted @returns {Quality | null} null where nothing came, which may be right */
export function judgeReceived({ packets, lost, concealed, frozen }) {
  if (packets + lost === 0) return null;
  const missing = lost / (packets + lost);
  if (missing > 0.15 || concealed > 0.15 || frozen > 0.6) return "poor";
  return missing > 0.05 || concealed > 0.04 || frozen > 0.25 ? "fair" : "good";
}

/** @param {Sent} counted @returns {Quality} */
export function judgeSent({ lost, roundTrip, room }) {
  if (lost > 0.15 || isThin({ lost, roundTrip, room })) return "poor";
  return lost > 0.05 || (roundTrip ?? 0) > 0.5 || (room ?? Infinity) < NARROW ? "fair" : "good";
}

/** Whether the line carries sound at most. @param {Sent} counted */
export function isThin({ lost, room }) {
  return lost > 0.4 || (room ?? Infinity) < THIN;
}

/** The worse of two. @param {Quality | null} one @param {Quality | null} other @returns {Quality | null} */
export function worse(one, other) {
  const found = /** @type {const} */ (["poor", "fair", "good"]).find((each) => one === each || other === each);
  return found ?? null;
}
