/** How urgent something is, in words and with a sign, never by colour alone. */

import { html } from "../components/html.js";
import { Icon } from "../components/icon.js";
import { useText } from "../components/speech.js";

/**
 * What is routine has no mark. A brief one leaves the word to those who cannot see the sign.
 * @param {{ urgency: import("../shared/protocol.js").Urgency, brief?: boolean }} props
 */
export function UrgencyMark({ urgency, brief = false }) {
  const text = useText();
  if (urgency === "routine") {
    return null;
  }
  const icon = urgency === "emergency" ? "triangle-alert" : "circle-alert";
  const word = text(`urgency-${urgency}`);
  return html`<span class="urgency urgency-${urgency}" title=${brief ? word : undefined}>
    ${brief ? html`<${Icon} name=${icon} label=${word} />` : html`<${Icon} name=${icon} />${word}`}
  </span>`;
}
