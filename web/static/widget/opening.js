/** How a citizen's conversation is opened: the end of its log comes along, and what arrives meanwhile is noticed. */

import { PAGE } from "../shared/log.js";
import { askInPeace, askOnce } from "../shared/news.js";

/** @typedef {import("../shared/protocol.js").ConversationShown} ConversationShown */
/** @typedef {import("../shared/protocol.js").Language} Language */

/**
 * @param {import("../shared/connection.js").Connection} connection
 * @param {object} wishes
 * @param {Language} wishes.language
 * @param {string | null} wishes.site
 * @param {string | null} wishes.code
 * @param {string | null} wishes.earlier
 * @param {boolean} wishes.known whether it is followed here already: its log is then read from where it is known
 * @returns {Promise<{shown: ConversationShown, overtaken: boolean}>} `overtaken`: news arrived before the answer, and
 *   nobody here followed them; rejects as `Connection.send` does
 */
export async function openConversation(connection, { language, site, code, earlier, known }) {
  const ask = () =>
    connection.send("conversation.open", {
      language,
      ...(site === null ? {} : { site }),
      ...(code === null ? {} : { code }),
      ...(earlier === null ? {} : { earlier }),
      ...(known ? {} : { entries: PAGE }),
    });
  if (known) return { shown: await askInPeace(connection, undefined, ask), overtaken: false };
  const { answer, overtaken } = await askOnce(connection, ask);
  return { shown: answer, overtaken };
}
