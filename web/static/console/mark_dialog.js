/** Marking what the bot said as wrong: why, and what it should have been about. */

import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";

import { Button } from "../components/button.js";
import { Dialog } from "../components/dialog.js";
import { html } from "../components/html.js";
import { refusalText } from "../components/notices.js";
import { useText } from "../components/speech.js";
import { written } from "../components/written.js";
import { useDesk } from "./context.js";

/** @typedef {import("../shared/protocol.js").AnswerMarked["reason"]} MarkReason */

/** @type {MarkReason[]} */
const REASONS = ["wrong_topic", "wrong_text", "unclear", "should_hand_over", "missed_danger"];

/** @param {{ assignment: import("./assignment.js").Assignment, message: number, onClose: () => void }} props */
export function MarkDialog({ assignment, message, onClose }) {
  const desk = useDesk();
  const text = useText();
  const id = useId();
  const reason = useSignal(/** @type {MarkReason | null} */ (null));
  const topic = useSignal("");
  const busy = useSignal(false);
  const problem = useSignal(/** @type {string | null} */ (null));

  const go = async () => {
    if (reason.value === null) {
      problem.value = text("mark-choose");
      return;
    }
    busy.value = true;
    try {
      await assignment.conversation.sendOnce("answer.mark", {
        message,
        reason: reason.value,
        ...(topic.value === "" ? {} : { topic: topic.value }),
      });
      onClose();
    } catch (error) {
      problem.value = refusalText(error, text);
      busy.value = false;
    }
  };
  const footer = html`
    <${Button} label=${text("dialog-cancel")} onClick=${onClose} />
    <${Button} kind="primary" icon="circle-alert" label=${text("mark-go")} busy=${busy.value} onClick=${go} />
  `;
  return html`<${Dialog} title=${text("mark-title")} onClose=${onClose} footer=${footer}>
    <p>${text("mark-about")}</p>
    <fieldset class="field">
      <legend class="field-label">${text("mark-reason")}</legend>
      <div class="choice-list">
        ${REASONS.map(
          (each) => html`<label class="option" key=${each}>
            <input type="radio" name="${id}-reason" onChange=${() => (reason.value = each)} />
            <span>${text(`mark-${each}`)}</span>
          </label>`,
        )}
      </div>
    </fieldset>
    <label class="field" for="${id}-topic">
      <span class="field-label">
        ${text("mark-topic")} <span class="field-mark">${text("report-optional")}</span>
      </span>
      <select
        class="input"
        id="${id}-topic"
        value=${topic.value}
        onChange=${(/** @type {Event} */ event) => (topic.value = written(event))}
      >
        <option value="">${text("need-none")}</option>
        ${desk.data.value.topics.map((each) => html`<option key=${each.id} value=${each.id}>${each.label}</option>`)}
      </select>
    </label>
    <p role="status" class="field-problem">${problem.value}</p>
  </${Dialog}>`;
}
