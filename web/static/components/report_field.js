/** One question of a report's form, as it is asked, answered and corrected. */

import { useId, useLayoutEffect, useRef } from "preact/hooks";

import { Button } from "./button.js";
import { html } from "./html.js";
import { Icon } from "./icon.js";
import { Problem } from "./notices.js";
import { isWholeDay, PARTS, readMoment, toText, writeMoment } from "./report_answers.js";
import { dayInFull, timeOfDay, useSpeech } from "./speech.js";
import { written } from "./written.js";

/** @typedef {import("../shared/protocol.js").FieldValue} FieldValue */
/** @typedef {import("../shared/protocol.js").FormField} FormField */
/** @typedef {import("./report_edits.js").Edit} Edit */

/**
 * @typedef {object} ReportFieldProps
 * @property {FormField} field
 * @property {FieldValue} value
 * @property {FieldValue} stored  what the report holds now
 * @property {Edit | undefined} edit
 * @property {string | undefined} problem  the code of what is wrong with it
 * @property {boolean} missing  it must be answered, is not, and it is time to say so
 * @property {boolean} changed  somebody else changed it and it was not looked at since
 * @property {boolean} locked
 * @property {string | undefined} late  where it is locked: the code of why the edit is not in it
 * @property {(value: FieldValue) => void} onChange
 * @property {() => void} onLeave
 * @property {() => void} onLook
 * @property {() => void} onMine
 * @property {() => void} onTheirs
 */

/** @type {Partial<Record<FormField["kind"], Record<string, string>>>} */
const INPUTS = {
  date: { type: "date" },
  amount: { inputmode: "decimal" },
  phone: { type: "tel", autocomplete: "off" },
  email: { type: "email", autocomplete: "off" },
  national_number: { inputmode: "numeric", autocomplete: "off" },
  serial: { autocapitalize: "characters", autocomplete: "off", spellcheck: "false" },
  street: { autocomplete: "off" },
};

/** Up to so many answers are shown all at once; more go into a list. */
const FEW = 5;

/** @param {ReportFieldProps} props */
export function ReportField(props) {
  const { field, problem, missing, changed, edit, locked, late } = props;
  const speech = useSpeech();
  const { text } = speech;
  const id = useId();
  const notes = [`${id}-help`, `${id}-problem`].join(" ");
  const several = field.kind === "yes_no" || field.kind === "moment" || isFew(field);
  if (locked) {
    return html`<div class="report-field">
      <p class="field-label">${field.label}</p>
      <p class="report-answer" dir="auto">${spoken(props, speech)}</p>
      ${
        edit !== undefined &&
        late !== undefined &&
        html`<${Problem}>${text(`error-${late}`)} <q dir="auto">${spoken({ ...props, value: edit.value }, speech)}</q></${Problem}>`
      }
    </div>`;
  }
  const label = html`
    <${several ? "legend" : "label"} class="field-label" for=${several ? undefined : id}>
      ${field.label}${" "}
      <span class="field-mark">${text(field.required ? "report-required" : "report-optional")}</span>
    </${several ? "legend" : "label"}>
  `;
  return html`
    <${several ? "fieldset" : "div"}
      class="field report-field ${changed ? "report-field-changed" : ""}"
      aria-describedby=${several ? notes : undefined}
      onFocusIn=${props.onLook}
    >
      ${label}
      <p class="field-help" id="${id}-help">${field.help}</p>
      <${Control} ...${props} id=${id} notes=${notes} />
      <div id="${id}-problem" class="report-notes">
        ${
          (problem || missing) &&
          html`<${Problem}>
            ${text(`report-problem-${problem ?? "missing"}`, { limit: field.max_length ?? 0 })}
          </${Problem}>`
        }
        ${
          changed &&
          edit?.state !== "conflict" &&
          html`<p class="report-changed"><${Icon} name="pencil" />${text("report-changed-by-other")}</p>`
        }
        ${edit?.state === "refused" && html`<${Problem}>${text(`error-${edit.code}`)}</${Problem}>`}
        ${edit?.state === "conflict" && html`<${Conflict} ...${props} />`}
      </div>
    </${several ? "fieldset" : "div"}>
  `;
}

/** @param {ReportFieldProps & { id: string, notes: string }} props */
function Control(props) {
  const { field, value, problem, missing, id, notes, onChange, onLeave } = props;
  const { language, text } = useSpeech();
  const invalid = problem !== undefined || missing ? "true" : undefined;
  const leaving = useRef(onLeave);
  leaving.current = onLeave;
  // Browsers differ: not all tell that a field was left which is taken off the page.
  useLayoutEffect(() => () => leaving.current(), []);
  /** @param {Event} event */
  const typed = (event) => onChange(written(event) || null);
  const shared = {
    id,
    "aria-describedby": notes,
    "aria-invalid": invalid,
    "aria-required": field.required ? "true" : undefined,
    value: toText(field.kind, value, language),
    onInput: typed,
    onChange: field.kind === "date" ? (/** @type {Event} */ event) => isWholeDay(written(event)) && onLeave() : onLeave,
    onBlur: onLeave,
  };
  /** @param {FieldValue} chosen */
  const choose = (chosen) => {
    onChange(chosen);
    onLeave();
  };
  if (field.kind === "yes_no") {
    const answers = [
      { value: true, label: text("report-yes") },
      { value: false, label: text("report-no") },
    ];
    return html`<${Options} name=${id} answers=${answers} value=${value} onChoose=${choose} />`;
  }
  if (field.kind === "moment") {
    return html`<${MomentControl} ...${props} />`;
  }
  if (isFew(field)) {
    return html`<${Options} name=${id} answers=${field.choices} value=${value} onChoose=${choose} />`;
  }
  if (field.kind === "choice") {
    return html`<select class="input" ...${shared}>
      <option value="">${text("report-choose")}</option>
      ${field.choices.map((choice) => html`<option key=${choice.value} value=${choice.value}>${choice.label}</option>`)}
    </select>`;
  }
  if (field.kind === "long_text") {
    return html`<textarea class="input" rows="5" dir="auto" maxlength=${field.max_length} ...${shared}></textarea>`;
  }
  return html`<input class="input" dir="auto" maxlength=${field.max_length} ...${INPUTS[field.kind]} ...${shared} />`;
}

/**
 * @param {{
 *   name: string,
 *   answers: readonly { value: FieldValue, label: string }[],
 *   value: FieldValue,
 *   onChoose: (value: FieldValue) => void,
 * }} props
 */
function Options({ name, answers, value, onChoose }) {
  return html`<div class="options">
    ${answers.map(
      (answer) => html`<label class="option" key=${String(answer.value)}>
        <input type="radio" name=${name} checked=${value === answer.value} onChange=${() => onChoose(answer.value)} />
        <span>${answer.label}</span>
      </label>`,
    )}
  </div>`;
}

/**
 * A moment is asked as people remember it: the day, and then the hour or only the part of the day.
 * @param {ReportFieldProps & { id: string, notes: string }} props
 */
function MomentControl({ value, problem, missing, id, notes, onChange, onLeave }) {
  const { text } = useSpeech();
  const parts = readMoment(String(value ?? ""));
  /** @param {Partial<import("./report_answers.js").MomentParts>} change */
  const change = (change) => onChange(writeMoment({ ...parts, ...change }) || null);
  const shared = { "aria-describedby": notes, onBlur: onLeave };
  return html`<div class="moment">
    <input
      class="input"
      type="date"
      id=${id}
      aria-label=${text("moment-day")}
      aria-invalid=${problem !== undefined || missing ? "true" : undefined}
      value=${parts.day}
      onInput=${(/** @type {Event} */ event) => change({ day: written(event) })}
      onChange=${(/** @type {Event} */ event) => isWholeDay(written(event)) && onLeave()}
      ...${shared}
    />
    <select
      class="input"
      aria-label=${text("moment-part")}
      value=${parts.part}
      onChange=${(/** @type {Event} */ event) => {
        change({ part: written(event) });
        onLeave();
      }}
      ...${shared}
    >
      <option value="">${text("moment-whole-day")}</option>
      <option value="at">${text("moment-at")}</option>
      ${PARTS.map((part) => html`<option key=${part} value=${part}>${text(`moment-${part}`)}</option>`)}
    </select>
    ${
      parts.part === "at" &&
      html`<input
        class="input"
        type="time"
        aria-label=${text("moment-time")}
        value=${parts.time}
        onInput=${(/** @type {Event} */ event) => change({ time: written(event) })}
        ...${shared}
      />`
    }
  </div>`;
}

/**
 * Somebody else wrote something else in the same field meanwhile: nothing is lost, the writer decides.
 * @param {ReportFieldProps} props
 */
function Conflict(props) {
  const speech = useSpeech();
  const { text } = speech;
  return html`<div class="banner banner-warning" role="status">
    <${Icon} name="triangle-alert" />
    <div class="banner-text">
      <p>${text("report-conflict")} <strong dir="auto">${spoken({ ...props, value: props.stored }, speech)}</strong></p>
      <${Button} label=${text("report-keep-mine")} onClick=${props.onMine} />
      <${Button} label=${text("report-keep-theirs")} onClick=${props.onTheirs} />
    </div>
  </div>`;
}

/**
 * An answer in words.
 * @param {{ field: FormField, value: FieldValue }} answer
 * @param {import("./speech.js").Speech} speech
 */
function spoken({ field, value }, { language, text }) {
  if (value === null) {
    return text("report-no-answer");
  }
  switch (field.kind) {
    case "yes_no":
      return text(value === true ? "report-yes" : "report-no");
    case "choice":
      return field.choices.find((choice) => choice.value === value)?.label ?? String(value);
    case "amount":
      return `€ ${toText(field.kind, value, language)}`;
    case "date":
      return dayInFull(language, `${String(value)}T12:00`);
    case "moment": {
      const { day, part, time } = readMoment(String(value));
      const date = dayInFull(language, `${day}T12:00`);
      if (part === "at") {
        return `${date}, ${timeOfDay(language, `${day}T${time}`)}`;
      }
      return part === "" ? date : `${date}, ${text(`moment-${part}`)}`;
    }
    default:
      return String(value);
  }
}

/** @param {FormField} field */
function isFew(field) {
  return field.kind === "choice" && field.choices.length <= FEW;
}
