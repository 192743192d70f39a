/** How a citizen's conversation is opened: the end of its log comes along, and what arrives meanwhile is noticed. */

import { PAGE } from "../shared/log.js";

/** @typedef {import("../shared/protocol.js").ConversationShown} ConversationShown */
/** @typedef {import("../shared/protocol.js").Language} Language */

/** What changes how a conversation stands. */
const NEWS = /** @type {const} */ (["entry", "standing", "call", "call.moved", "recording", "photo", "report"]);

/**
 * @param {import("../shared/connection.js").Connection} connection
 * @param {object} wishes
 * @param {Language} wishes.language
 * @param {string | null} wishes.site
 * @param {string | null} wishes.code
 * @param {string | null} wishes.earlier
 * @param {boolean} wishes.known whether it is followed here already: its log is then read from where it is known
 * @returns {Promise<{shown: ConversationShown, overtaken: boolean}>} `overtaken`: news arrived before the answer;
 *   rejects as `Connection.send` does
 */
export async function openConversation(connection, { language, site, code, earlier, known }) {
  let overtaken = false;
  const ends = NEWS.map((news) => connection.on(news, () => (overtaken = true)));
  try {
    const shown = await connection.send("conversation.open", {
      language,
      ...(site === null ? {} : { site }),
      ...(code === null ? {} : { code }),
      ...(earlier === null ? {} : { earlier }),
      ...(known ? {} : { entries: PAGE }),
    });
    return { shown, overtaken };
  } finally {
    for (const end of ends) end();
  }
}
