/** Closing a conversation, with how it ended. */

import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";

import { Button } from "../components/button.js";
import { Dialog } from "../components/dialog.js";
import { html } from "../components/html.js";
import { Banner, refusalText } from "../components/notices.js";
import { useText } from "../components/speech.js";
import { written } from "../components/written.js";
import { useDesk } from "./context.js";
import { Unsettled } from "./unsettled.js";

/** @param {{ assignment: import("./assignment.js").Assignment, onClose: () => void }} props */
export function FinishDialog({ assignment, onClose }) {
  const desk = useDesk();
  const text = useText();
  const id = useId();
  const outcome = useSignal(/** @type {string | null} */ (null));
  const remark = useSignal("");
  const busy = useSignal(false);
  const problem = useSignal(/** @type {string | null} */ (null));
  const unfiled = assignment.conversation.reports.value.some((view) => view.state !== "filed");

  const go = async () => {
    if (outcome.value === null) {
      problem.value = text("finish-choose");
      return;
    }
    busy.value = true;
    try {
      if (await desk.finish(assignment, outcome.value, remark.value.trim())) {
        onClose();
        return;
      }
      problem.value = text("parting-unsent");
    } catch (error) {
      problem.value = refusalText(error, text);
    }
    busy.value = false;
  };
  const footer = html`
    <${Button} label=${text("dialog-cancel")} onClick=${onClose} />
    <${Button} kind="primary" icon="check" label=${text("finish-go")} busy=${busy.value} onClick=${go} />
  `;
  return html`<${Dialog} title=${text("finish-title")} onClose=${onClose} footer=${footer}>
    ${assignment.isReportUnsettled && html`<${Unsettled} />`}
    ${unfiled && html`<${Banner} kind="warning"><p>${text("finish-unfiled")}</p></${Banner}>`}
    <fieldset class="field">
      <legend class="field-label">${text("finish-outcome")}</legend>
      <div class="choice-list">
        ${desk.data.value.outcomes.map(
          (each) => html`<label class="option" key=${each.id}>
            <input type="radio" name="${id}-outcome" onChange=${() => (outcome.value = each.id)} />
            <span>${each.label}</span>
          </label>`,
        )}
      </div>
    </fieldset>
    <label class="field" for="${id}-remark">
      <span class="field-label">
        ${text("finish-remark")} <span class="field-mark">${text("report-optional")}</span>
      </span>
      <textarea
        class="input"
        id="${id}-remark"
        rows="3"
        maxlength="2000"
        dir="auto"
        value=${remark.value}
        onInput=${(/** @type {Event} */ event) => (remark.value = written(event))}
      ></textarea>
    </label>
    <p role="status" class="field-problem">${problem.value}</p>
  </${Dialog}>`;
}
