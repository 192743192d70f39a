/** Handing a conversation to a team, or to a colleague who accepts conversations now. */

import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";

import { Button } from "../components/button.js";
import { isUnderWay } from "../components/call_standing.js";
import { Dialog } from "../components/dialog.js";
import { html } from "../components/html.js";
import { refusalText } from "../components/notices.js";
import { useText } from "../components/speech.js";
import { written } from "../components/written.js";
import { useDesk } from "./context.js";
import { Unsettled } from "./unsettled.js";

/**
 * @param {{ assignment: import("./assignment.js").Assignment, recipient: string | null, onClose: () => void }} props
 *   `recipient`: the colleague who is chosen already
 */
export function TransferDialog({ assignment, recipient, onClose }) {
  const desk = useDesk();
  const text = useText();
  const id = useId();
  const to = useSignal(/** @type {{ team: string } | { agent: string } | null} */ (recipient && { agent: recipient }));
  const remark = useSignal("");
  const busy = useSignal(false);
  const problem = useSignal(/** @type {string | null} */ (null));
  const colleagues = desk.queue.value.colleagues.filter(
    (colleague) => colleague.accepting && colleague.agent !== desk.agent.agent,
  );

  const go = async () => {
    if (to.value === null) {
      problem.value = text("transfer-choose");
      return;
    }
    busy.value = true;
    try {
      if (await desk.transfer(assignment, to.value, remark.value.trim())) {
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
    <${Button} kind="primary" icon="arrow-right-left" label=${text("transfer-go")} busy=${busy.value} onClick=${go} />
  `;
  return html`<${Dialog} title=${text("transfer-title")} onClose=${onClose} footer=${footer}>
    ${assignment.isReportUnsettled && html`<${Unsettled} />`}
    ${isUnderWay(assignment.conversation.call.value) && html`<p>${text("transfer-in-call")}</p>`}
    <fieldset class="field">
      <legend class="field-label">${text("transfer-team")}</legend>
      <div class="choice-list">
        ${desk.data.value.teams.map(
          (team) => html`<label class="option" key=${team.id}>
            <input
              type="radio"
              name="${id}-to"
              checked=${to.value !== null && "team" in to.value && to.value.team === team.id}
              onChange=${() => (to.value = { team: team.id })}
            />
            <span>
              <bdi>${team.name}</bdi>
              <span class="field-help">
                ${text(`team-${team.kind}`)} · ${text(team.open ? "team-open" : "team-closed")}
              </span>
            </span>
          </label>`,
        )}
      </div>
    </fieldset>
    <fieldset class="field">
      <legend class="field-label">${text("transfer-colleague")}</legend>
      <div class="choice-list">
        ${colleagues.map(
          (colleague) => html`<label class="option" key=${colleague.agent}>
            <input
              type="radio"
              name="${id}-to"
              checked=${to.value !== null && "agent" in to.value && to.value.agent === colleague.agent}
              onChange=${() => (to.value = { agent: colleague.agent })}
            />
            <span>
              <bdi>${colleague.name}</bdi>
              <span class="field-help">
                <bdi>${colleague.role}</bdi> · ${text("colleague-accepting", { load: colleague.load })}
              </span>
            </span>
          </label>`,
        )}
        ${colleagues.length === 0 && html`<p class="field-help">${text("transfer-no-colleague")}</p>`}
      </div>
    </fieldset>
    <label class="field" for="${id}-remark">
      <span class="field-label">
        ${text("transfer-remark")} <span class="field-mark">${text("report-optional")}</span>
      </span>
      <span class="field-help">${text("transfer-remark-help")}</span>
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
