/** The desk as a page of its own, where the conversation goes on. */

/** @typedef {import("./visit.js").Visit} Visit */

/**
 * Where it is. A conversation goes along by a code, good for one use: what a frame stores, no page of its own sees.
 * @param {Visit} visit
 * @returns {Promise<string>} rejects as `Visit.mintTicket` does
 */
export async function ownPage(visit) {
  const code = visit.begun.peek() ? (await visit.mintTicket("move")).code : null;
  const page = `/desk?language=${visit.language.peek()}`;
  return code === null ? page : `${page}#code=${code}`;
}

/**
 * Goes there in place of the page around the frame; where that cannot be, the frame is shown after all.
 * @param {{ visit: Visit, host: import("./host.js").Host }} desk
 */
export async function moveOut({ visit, host }) {
  try {
    host.leaveFor(await ownPage(visit));
  } catch {
    host.open(visit.begun.peek());
  }
}
