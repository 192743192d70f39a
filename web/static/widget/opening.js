/** How a citizen's conversation is opened: the end of its log comes along, and nothing that arrives meanwhile is lost. */

import { PAGE } from "../shared/log.js";

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
 * @returns {Promise<{shown: ConversationShown, overtaken: boolean}>} `overtaken`: an entry arrived before the answer;
 *   rejects as `Connection.send` does
 */
export async function openConversation(connection, { language, site, code, earlier, known }) {
  let overtaken = false;
  const stop = connection.on("entry", () => (overtaken = true));
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
    stop();
  }
}
