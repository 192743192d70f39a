/** The report, seen live: the citizen corrects it, reads the rights, and confirms exactly what stands there. */

import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { Banner, refusalText } from "../components/notices.js";
import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { PhotoList } from "../components/photo_list.js";
import { ReportEdits } from "../components/report_edits.js";
import { ReportForm } from "../components/report_form.js";
import { useText } from "../components/speech.js";
import { PhotoShelf } from "../shared/photo_shelf.js";
import { useDesk } from "./desk.js";
import { CertificateButton, ReportButton } from "./paper.js";

/** @typedef {import("../shared/protocol.js").ReportView} ReportView */

/** @param {{ conversation: import("../shared/conversation.js").Conversation, view: ReportView }} props */
export function Report({ conversation, view }) {
  const { data } = useDesk();
  const text = useText();
  const form = data.forms.find(({ id }) => id === view.form);
  const latest = useRef(view);
  latest.current = view;
  /** @param {{ revision: number, fields: Record<string, import("../shared/protocol.js").FieldValue> }} change */
  const fill = async (change) => {
    const filled = await conversation.send("report.fill", { report: view.report, ...change });
    latest.current = filled.view;
    return filled;
  };
  const edits = useMemo(() => new ReportEdits(fill), [conversation]);
  useEffect(() => () => edits.close(), [edits]);
  if (!form) return null;

  const confirm = async () => {
    await edits.stored(form, view, () => latest.current);
    await conversation.send("report.confirm", { report: view.report, revision: latest.current.revision });
  };

  return html`
    <section class="report" aria-labelledby="report-title">
      <h2 id="report-title">${form.title}</h2>
      <p role="status">${text("citizen-report-state", { state: view.state, reference: view.reference ?? "" })}</p>
      ${view.state === "filed" && html`<${Filed} view=${view} />`}
      <${Photos} conversation=${conversation} report=${view.report} />
      <${ReportForm} key=${view.report} form=${form} view=${view} edits=${edits} nameMissing=${view.state === "offered"} />
      ${view.state !== "filed" && html`<${Rights} open=${view.state === "offered"} />`}
      ${view.state === "offered" && html`<${Confirm} confirm=${confirm} />`}
    </section>
  `;
}

/** @param {{ view: ReportView }} props */
function Filed({ view }) {
  const text = useText();
  return html`<${Banner} kind="success" icon="file-check">
    <dl class="report-numbers">
      <div><dt>${text("citizen-report-reference")}</dt><dd>${view.reference}</dd></div>
      ${view.pv_number && html`<div><dt>${text("citizen-report-pv")}</dt><dd>${view.pv_number}</dd></div>`}
    </dl>
    <${ReportButton} report=${view.report} />
    <${CertificateButton} report=${view.report} />
  <//>`;
}

/** What was sent with it. @param {{ conversation: import("../shared/conversation.js").Conversation, report: string }} props */
function Photos({ conversation, report }) {
  const { visit } = useDesk();
  const text = useText();
  const token = visit.connection.value?.token ?? null;
  const shelf = useMemo(() => new PhotoShelf(token), [token]);
  useEffect(() => () => shelf.close(), [shelf]);
  const photos = conversation.photos.value.filter((view) => view.report === report && view.state === "taken");
  if (photos.length === 0) return null;
  return html`<h3>${text("photos-title")}</h3>
    <${PhotoList} photos=${photos} shelf=${shelf} />`;
}

/** What a victim or witness is told before a statement. @param {{ open: boolean }} props */
function Rights({ open }) {
  const { data } = useDesk();
  const text = useText();
  if (data.rights.length === 0) return null;
  return html`<details class="rights" open=${open}>
    <summary><h3>${text("citizen-rights")}</h3></summary>
    <ul>
      ${data.rights.map((right) => html`<li key=${right}>${right}</li>`)}
    </ul>
  </details>`;
}

/** @param {{ confirm: () => Promise<void> }} props */
function Confirm({ confirm }) {
  const text = useText();
  const [trouble, setTrouble] = useState("");
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    try {
      await confirm();
      setTrouble("");
    } catch (error) {
      setTrouble(refusalText(error, text));
    } finally {
      setBusy(false);
    }
  };
  return html`<div class="report-confirm">
    <p>${text("citizen-report-confirm-about")}</p>
    <${Button} kind="primary" icon="file-check" label=${text("citizen-report-confirm")} busy=${busy} onClick=${press} />
    <p class="field-problem" role="status">${trouble}</p>
  </div>`;
}
