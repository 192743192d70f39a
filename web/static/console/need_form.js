/** What a conversation asks for, to be corrected by whoever has it. Each change is stated at once. */

import { useId } from "preact/hooks";

import { html } from "../components/html.js";
import { refusalText } from "../components/notices.js";
import { useSpeech } from "../components/speech.js";
import { written } from "../components/written.js";
import { useDesk } from "./context.js";
import { languageTitle } from "./names.js";

/** @typedef {import("../shared/protocol.js").Need} Need */

/** Spoken here often enough to be on the list, beside the desk's own. */
const SPOKEN = ["nl", "fr", "en", "de", "ar", "tr", "es", "it", "pl", "ro", "bg", "uk", "ru", "ps", "fa"];
const URGENCIES = ["routine", "priority", "emergency"];

/** @param {{ assignment: import("./assignment.js").Assignment }} props */
export function NeedForm({ assignment }) {
  const desk = useDesk();
  const id = useId();
  const { language, text } = useSpeech();
  const trouble = assignment.needTrouble.value;
  const need = assignment.need.value;
  const { topics, neighbourhoods } = desk.data.value;
  const locked = !assignment.mine.value || assignment.closed.value;

  /** @param {Partial<Need>} change */
  const state = (change) => assignment.state(change);
  const spoken = [...new Set([...SPOKEN, ...need.languages])];
  /**
   * @param {keyof Need} field
   * @param {string | null} value
   * @param {{ id: string, label: string }[]} options
   * @param {(value: string) => void} onChoose
   */
  const choice = (field, value, options, onChoose) => html`
    <label class="field" for="${id}-${field}">
      <span class="field-label">${text(`need-${field}`)}</span>
      <select
        class="input"
        id="${id}-${field}"
        disabled=${locked}
        value=${value ?? ""}
        onChange=${(/** @type {Event} */ event) => onChoose(written(event))}
      >
        ${value === null && html`<option value="">${text("need-none")}</option>`}
        ${options.map((option) => html`<option key=${option.id} value=${option.id}>${option.label}</option>`)}
      </select>
    </label>
  `;
  return html`
    <div class="need">
      ${choice("topic", need.topic, [...topics], (topic) => state({ topic }))}
      ${choice("neighbourhood", need.neighbourhood, [...neighbourhoods], (neighbourhood) => state({ neighbourhood }))}
      ${choice(
        "languages",
        need.languages[0] ?? null,
        spoken.map((code) => ({ id: code, label: languageTitle(code, language) })),
        (code) => state({ languages: [code] }),
      )}
      ${choice(
        "urgency",
        need.urgency,
        URGENCIES.map((urgency) => ({ id: urgency, label: text(`urgency-${urgency}`) })),
        (urgency) => state({ urgency: /** @type {Need["urgency"]} */ (urgency) }),
      )}
      <p role="status" class="field-problem">${trouble !== null && refusalText(trouble, text)}</p>
    </div>
  `;
}
