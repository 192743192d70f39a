/** What whoever parts with a conversation would lose of what they wrote in its report. */

import { html } from "../components/html.js";
import { Banner } from "../components/notices.js";
import { useText } from "../components/speech.js";

export function Unsettled() {
  const text = useText();
  return html`<${Banner} kind="warning"><p>${text("parting-unsettled")}</p></${Banner}>`;
}
