/** The papers of a filed report, for an agent who is signed in. */

import { html } from "../components/html.js";
import { Icon } from "../components/icon.js";
import { useText } from "../components/speech.js";

/** @param {{ report: string }} props */
export function PaperLinks({ report }) {
  const text = useText();
  const path = `/papers/report/${encodeURIComponent(report)}`;
  return html`<span class="paper-links">
    <a href="${path}.pdf" target="_blank" rel="noopener">
      <${Icon} name="file-text" />${text("paper-pdf")}<span class="unseen"> ${text("link-new-window")}</span>
    </a>
    <a href="/papers/certificate/${encodeURIComponent(report)}.pdf" target="_blank" rel="noopener">
      <${Icon} name="file-text" />${text("paper-certificate")}<span class="unseen"> ${text("link-new-window")}</span>
    </a>
    <a href="${path}.json" download><${Icon} name="download" />${text("paper-json")}</a>
  </span>`;
}
