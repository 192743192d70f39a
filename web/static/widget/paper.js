/** Papers to take away: fetched by a ticket for one use, so that no address opens them a second time. */

import { useState } from "preact/hooks";

import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { refusalText } from "../components/notices.js";
import { useText } from "../components/speech.js";
import { useDesk } from "./desk.js";

export function TranscriptButton() {
  return html`<${PaperButton} purpose="transcript" label="citizen-transcript" />`;
}

/** @param {{ report: string }} props */
export function ReportButton({ report }) {
  return html`<${PaperButton} purpose="report" report=${report} label="citizen-report-paper" />`;
}

/** That something was reported and not what: to show to others. @param {{ report: string }} props */
export function CertificateButton({ report }) {
  const text = useText();
  return html`<div>
    <${PaperButton} purpose="certificate" report=${report} label="citizen-report-certificate" />
    <p class="field-help">${text("citizen-report-certificate-about")}</p>
  </div>`;
}

/** @param {{ purpose: "transcript" | "report" | "certificate", report?: string, label: string }} props */
function PaperButton({ purpose, report, label }) {
  const { visit } = useDesk();
  const text = useText();
  const [trouble, setTrouble] = useState("");
  const [busy, setBusy] = useState(false);
  const fetchPaper = async () => {
    setBusy(true);
    try {
      const { path } = await visit.mintTicket(purpose, report);
      if (path !== null) save(path);
      setTrouble("");
    } catch (error) {
      setTrouble(refusalText(error, text));
    } finally {
      setBusy(false);
    }
  };
  return html`<${Button} icon="download" label=${text(label)} busy=${busy} onClick=${fetchPaper} />
    ${trouble && html`<p class="field-problem" role="status">${trouble}</p>`}`;
}

/** Lets the browser save what stands at a path; the server names the file. @param {string} path */
function save(path) {
  const link = document.createElement("a");
  link.href = path;
  link.download = "";
  document.body.append(link);
  link.click();
  link.remove();
}
