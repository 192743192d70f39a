/** The reports of a conversation: begun here, filled together, offered to the citizen, filed. */

import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";

import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { Icon } from "../components/icon.js";
import { Banner, refusalText } from "../components/notices.js";
import { ReportForm } from "../components/report_form.js";
import { useText } from "../components/speech.js";
import { written } from "../components/written.js";
import { useDesk, useNames } from "./context.js";
import { focusSoon } from "./keys.js";
import { PaperLinks } from "./paper_links.js";
import { PhotosSection } from "./photos_section.js";

/** @typedef {import("./assignment.js").Assignment} Assignment */
/** @typedef {import("../shared/protocol.js").ReportView} ReportView */

/** As the police number their official reports: the same pattern as the contract's. */
const PV_NUMBER = "[A-Z]{2}\\.[0-9]{2}\\.[A-Z0-9]{2}\\.[0-9]{5,6}/([0-9]{2}|[0-9]{4})";

/** @param {{ assignment: Assignment }} props */
export function ReportPanel({ assignment }) {
  const text = useText();
  const reports = assignment.conversation.reports.value;
  const canStart = assignment.mine.value && !assignment.closed.value;
  return html`
    <${PhotosSection} assignment=${assignment} report=${null} removable=${canStart} />
    ${reports.map((view) => html`<${OneReport} key=${view.report} assignment=${assignment} view=${view} />`)}
    ${canStart && html`<${StartReport} assignment=${assignment} first=${reports.length === 0} />`}
    ${!canStart && reports.length === 0 && html`<p class="queue-empty">${text("report-none")}</p>`}
  `;
}

/** @param {{ assignment: Assignment, first: boolean }} props */
function StartReport({ assignment, first }) {
  const desk = useDesk();
  const text = useText();
  const trouble = useSignal(/** @type {unknown} */ (null));
  const begun = assignment.conversation.reports.value.filter((view) => view.state !== "filed");
  const forms = desk.data.value.forms.filter((form) => begun.every((view) => view.form !== form.id));
  if (forms.length === 0) {
    return null;
  }
  /** @param {string} form */
  const start = async (form) => {
    try {
      await assignment.conversation.send("report.start", { form });
      trouble.value = null;
    } catch (error) {
      trouble.value = error;
    }
  };
  return html`<section class="panel-section">
    <h3>${text(first ? "report-start" : "report-start-another")}</h3>
    <div class="report-forms">
      ${forms.map(
        (form) => html`<${Button}
          key=${form.id}
          icon="file-text"
          label=${form.title}
          onClick=${() => start(form.id)}
        />`,
      )}
    </div>
    <p role="status" class="field-problem">${trouble.value !== null && refusalText(trouble.value, text)}</p>
  </section>`;
}

/** @param {{ assignment: Assignment, view: ReportView }} props */
function OneReport({ assignment, view }) {
  const names = useNames();
  const text = useText();
  const form = names.form(view.form);
  const nameMissing = useSignal(false);
  const trouble = useSignal(/** @type {unknown} */ (null));
  const { conversation, mine, closed } = assignment;
  const canFill = mine.value && !closed.value;

  const offer = async () => {
    try {
      await conversation.send("report.offer", { report: view.report });
      trouble.value = null;
    } catch (error) {
      nameMissing.value = true;
      trouble.value = error;
      focusSoon(".report-field:has(.field-problem) :is(input, select, textarea)");
    }
  };
  return html`
    <section class="panel-section">
      <h3>${form?.title ?? view.form}</h3>
      <${State} view=${view} />
      ${view.state === "filed" && html`<${PvNumber} assignment=${assignment} view=${view} />`}
      <${PhotosSection} assignment=${assignment} report=${view.report} removable=${canFill && view.state !== "filed"} />
      ${
        form !== undefined &&
        html`<${ReportForm}
          key=${view.report}
          form=${form}
          view=${view}
          edits=${assignment.edits(view.report)}
          locked=${!canFill}
          nameMissing=${nameMissing.value}
        />`
      }
      <p role="status" class="field-problem">${trouble.value !== null && refusalText(trouble.value, text)}</p>
      ${
        canFill &&
        view.state !== "filed" &&
        html`<${Button}
          kind="primary"
          icon="file-check"
          label=${text(view.state === "draft" ? "report-offer" : "report-offer-again")}
          onClick=${offer}
        />`
      }
    </section>
  `;
}

/** @param {{ view: ReportView }} props */
function State({ view }) {
  const text = useText();
  if (view.state === "filed") {
    return html`<${Banner} kind="success">
      <p>${text("report-filed")}<br /><span class="reference">${view.reference}</span></p>
      <${PaperLinks} report=${view.report} />
    </${Banner}>`;
  }
  return view.state === "offered" ? html`<${Banner} icon="clock"><p>${text("report-offered")}</p></${Banner}>` : null;
}

/**
 * The number of the official report, once an officer has it.
 * @param {{ assignment: Assignment, view: ReportView }} props
 */
function PvNumber({ assignment, view }) {
  const text = useText();
  const id = useId();
  const trouble = useSignal(/** @type {string | null} */ (null));
  const { conversation, pvNumbers } = assignment;
  const value = pvNumbers.value[view.report] ?? view.pv_number ?? "";
  /** @param {string | undefined} number */
  const write = (number) => (pvNumbers.value = { ...pvNumbers.peek(), [view.report]: number });
  /** @param {Event} event */
  const keep = async (event) => {
    event.preventDefault();
    const number = value.trim().toUpperCase();
    if (!new RegExp(`^${PV_NUMBER}$`, "u").test(number)) {
      trouble.value = text("pv-malformed");
      return;
    }
    try {
      await conversation.send("report.record_pv_number", { report: view.report, pv_number: number });
      trouble.value = null;
      if (pvNumbers.peek()[view.report] === value) {
        write(undefined);
      }
    } catch (error) {
      trouble.value = refusalText(error, text);
    }
  };
  return html`
    <form class="field" onSubmit=${keep}>
      <label class="field-label" for=${id}>${text("pv-label")}</label>
      <span class="field-help" id="${id}-help">${text("pv-help")}</span>
      <span class="pv-row">
        <input
          class="input"
          id=${id}
          value=${value}
          onInput=${(/** @type {Event} */ event) => write(written(event))}
          maxlength="24"
          autocomplete="off"
          spellcheck="false"
          aria-describedby="${id}-help ${id}-problem"
          aria-invalid=${trouble.value === null ? undefined : "true"}
        />
        <${Button} type="submit" label=${text("pv-keep")} />
      </span>
      <p role="status" class="field-problem" id="${id}-problem">
        ${trouble.value !== null && html`<${Icon} name="circle-alert" /><span>${trouble.value}</span>`}
      </p>
    </form>
  `;
}
