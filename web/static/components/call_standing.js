/** How a call stands for one participant, by the desk's view of it. */

/** @typedef {import("../shared/protocol.js").CallView} CallView */

/** Whether a call has parties. @param {CallView | null} view */
export function isUnderWay(view) {
  return view?.state === "accepted" || view?.state === "running";
}

/** Who a participant is in a call. @param {CallView | null} view @param {string} participant */
export function partyOf(view, participant) {
  return view?.parties.find((party) => party.participant.participant === participant) ?? null;
}

/** Whether a participant is in a call. @param {CallView | null} view @param {string} participant */
export function isIn(view, participant) {
  return partyOf(view, participant)?.state === "in";
}

/** The others who are in a call. @param {CallView | null} view @param {string} me */
export function othersIn(view, me) {
  return (view?.parties ?? []).filter(({ participant, state }) => participant.participant !== me && state === "in");
}
