/** How a citizen's conversation is opened: the end of its log comes along, and nothing that arrives meanwhile is lost. */

import { PAGE } from "../shared/log.js";

/** @typedef {import("../shared/protocol.js").ConversationShown} ConversationShown */
/** @typedef {import("../shared/protocol.js").Language} Language */

/**
 * @param {import("../shared/connection.js").Connection} connection
 * @param {{language: Language, site: string | null, code: string | null, earlier: string | null}} wishes
 * @param {{known: boolean}} here whether the conversation is followed here already: its log is then read from where it is known
 * @returns {Promise<{shown: ConversationShown, missed: boolean}>} `missed`: an entry arrived that nobody was there to
 *   take; rejects as `Connection.send` does
 */
export async function openConversation(connection, { language, site, code, earlier }, { known }) {
  let missed = false;
  const stop = connection.on("entry", () => (missed = !known));
  try {
    const shown = await connection.send("conversation.open", {
      language,
      ...(site === null ? {} : { site }),
      ...(code === null ? {} : { code }),
      ...(earlier === null ? {} : { earlier }),
      ...(known ? {} : { last: PAGE }),
    });
    return { shown, missed };
  } finally {
    stop();
  }
}
