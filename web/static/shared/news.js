/** News of a conversation: what arrives before the desk's answer how it stands may be newer than that answer. */

/** @typedef {import("./connection.js").Connection} Connection */

/** What tells how a conversation stands, and is lost on whoever is not listening. */
const SIGNALS = /** @type {const} */ (["standing", "call", "call.moved", "recording", "photo", "report"]);
/** The same, where its log is not followed yet. */
const ALL = /** @type {const} */ (["entry", ...SIGNALS]);
/** So often it is asked at most: whoever waits is shown something, too, while one piece of news follows the other. */
const MOST = 4;

/**
 * Asks once.
 * @template T
 * @param {Connection} connection
 * @param {() => Promise<T>} ask
 * @param {{ conversation?: string, kinds?: typeof ALL | typeof SIGNALS }} [heeded]  news of which conversation and kind
 * @returns {Promise<{ answer: T, overtaken: boolean }>} `overtaken`: news arrived first; rejects as `ask`
 */
export async function askOnce(connection, ask, { conversation, kinds = ALL } = {}) {
  let overtaken = false;
  const ends = kinds.map((kind) =>
    connection.on(kind, (news) => (overtaken ||= conversation === undefined || news.conversation === conversation)),
  );
  try {
    return { answer: await ask(), overtaken };
  } finally {
    for (const end of ends) end();
  }
}

/**
 * Asks until no signal arrives first. Entries do no harm: who follows a log knows which of them are newer.
 * @template T
 * @param {Connection} connection
 * @param {string | undefined} conversation  of any, where it is not known which
 * @param {() => Promise<T>} ask
 * @returns {Promise<T>} rejects as `ask`
 */
export async function askInPeace(connection, conversation, ask) {
  for (let left = MOST - 1; ; left -= 1) {
    const { answer, overtaken } = await askOnce(connection, ask, { conversation, kinds: SIGNALS });
    if (!overtaken || left === 0) return answer;
  }
}
