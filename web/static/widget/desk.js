/** What every part of the citizen's screen speaks to. */

import { createContext } from "preact";
import { useContext } from "preact/hooks";

/**
 * @typedef {object} Desk
 * @property {import("./visit.js").Visit} visit
 * @property {import("./host.js").Host} host
 * @property {import("./exit.js").QuickExit} exit
 * @property {import("./calls.js").Calls} calls
 * @property {import("../shared/storage.js").Storage} storage
 * @property {import("../shared/protocol.js").DeskData} data in the language of the screen
 * @property {(language: import("../shared/protocol.js").Language) => void} chooseLanguage
 */

export const DeskContext = createContext(/** @type {Desk | null} */ (null));

/** @returns {Desk} */
export function useDesk() {
  return /** @type {Desk} */ (useContext(DeskContext));
}
