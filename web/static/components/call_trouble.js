/** What can be wrong with a call, on this side or by the desk's word. */

import { refusalText } from "./notices.js";

/**
 * What is wrong with the devices, or what was refused: a `Refused` of the desk, or the code of what failed here.
 * @typedef {{ devices: import("../shared/devices.js").DeviceTrouble } | { refused: { code: string } }} Trouble
 */

/**
 * A browser's own errors have codes too, which are numbers and mean nothing here.
 * @param {unknown} error
 * @param {string} otherwise  the code of whatever the desk did not say itself
 * @returns {Trouble}
 */
export function refusedBy(error, otherwise) {
  const { code } = /** @type {{ code?: unknown }} */ (error ?? {});
  return { refused: typeof code === "string" ? /** @type {{ code: string }} */ (error) : { code: otherwise } };
}

/**
 * What went wrong with a call, with what to do next.
 * @param {Trouble} trouble
 * @param {import("./speech.js").Text} text
 */
export function troubleText(trouble, text) {
  return "devices" in trouble ? text(trouble.devices) : refusalText(trouble.refused, text);
}
