/** The recordings of a conversation's calls, as the desk tells of them. */

/** @typedef {import("./protocol.js").RecordingView} RecordingView */

/** States in which a call is, or may yet be, recorded. */
const OPEN = new Set(["asked", "running", "paused"]);

/**
 * With what is known of one of them now.
 * @param {readonly RecordingView[]} known
 * @param {RecordingView} view
 */
export function withRecording(known, view) {
  return known.some(({ recording }) => recording === view.recording)
    ? known.map((one) => (one.recording === view.recording ? view : one))
    : [...known, view];
}

/** The recording of a call that is not over. @param {readonly RecordingView[]} known @param {string | undefined} call */
export function openRecording(known, call) {
  return known.findLast((one) => one.call === call && OPEN.has(one.state)) ?? null;
}

/** Whether somebody did not agree to be recorded in this call. @param {readonly RecordingView[]} known @param {string} call */
export function wasRefused(known, call) {
  return known.some((one) => one.call === call && one.state === "refused");
}
