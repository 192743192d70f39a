/** How good a connection is: a sign and a word. */

import { html } from "./html.js";
import { Icon } from "./icon.js";
import { useText } from "./speech.js";

const ICONS = /** @type {const} */ ({ good: "signal", fair: "signal-medium", poor: "signal-low" });

/**
 * Nothing while nothing is known. In a picture (`small`) the word is only read out where all is well.
 * @param {{ quality: import("../shared/quality.js").Quality | null, whose: "mine" | "theirs", small?: boolean }} props
 */
export function QualityMark({ quality, whose, small = false }) {
  const text = useText();
  if (quality === null) {
    return null;
  }
  const word = text(`call-quality-${whose}-${quality}`);
  return html`<span class="call-quality call-quality-${quality}">
    <${Icon} name=${ICONS[quality]} /><span class=${small && quality === "good" ? "unseen" : ""}>${word}</span>
  </span>`;
}
