/** How urgent something is, in words and with a sign, never by colour alone. */

import { html } from "../components/html.js";
import { Icon } from "../components/icon.js";
import { useText } from "../components/speech.js";

/** What is routine has no mark. @param {{ urgency: import("../shared/protocol.js").Urgency }} props */
export function UrgencyMark({ urgency }) {
  const text = useText();
  if (urgency === "routine") {
    return null;
  }
  return html`<span class="urgency urgency-${urgency}">
    <${Icon} name=${urgency === "emergency" ? "triangle-alert" : "circle-alert"} />${text(`urgency-${urgency}`)}
  </span>`;
}
