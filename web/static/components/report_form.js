/** A report, filled by citizen and agent together: each sees what the other writes. */

import { useEffect, useRef, useState } from "preact/hooks";

import { html } from "./html.js";
import { StatusLine } from "./notices.js";
import { asked, isBlank, isWhole, missing } from "./report_answers.js";
import { ReportField } from "./report_field.js";
import { useText } from "./speech.js";

/** @typedef {import("../shared/protocol.js").FieldValue} FieldValue */
/** @typedef {import("../shared/protocol.js").ReportView} ReportView */
/** @typedef {import("./report_edits.js").ReportEdits} ReportEdits */

/**
 * @typedef {object} ReportFormProps
 * @property {import("../shared/protocol.js").FormPage} form
 * @property {ReportView} view
 * @property {ReportEdits} edits  of this report; they outlive the form, which may come and go
 * @property {boolean} [locked]  to be read, not changed; a filed report always is
 * @property {boolean} [nameMissing]  say at each field that it must still be answered
 */

/** Draw it with the report's id as `key`. @param {ReportFormProps} props */
export function ReportForm({ form, view, edits, locked = false, nameMissing = false }) {
  const text = useText();
  const latest = useRef(view);
  latest.current = view;
  const [changed, look] = useChangedByOthers(view, edits);

  const readOnly = locked || view.state === "filed";
  /** @param {string} field */
  const value = (field) => (readOnly ? (view.fields[field] ?? null) : edits.value(view, field));
  /** @param {string} field */
  const late = (field) => lateOf(view, edits.edits.value[field]);
  const shown = asked(form, value);
  const open = missing(form, value);
  const states = Object.values(edits.edits.value).map((edit) => edit.state);

  return html`
    <div class="report-form">
      ${form.sections.map((section) => {
        const told = (/** @type {string} */ id) => !isBlank(value(id)) || late(id) !== undefined;
        const fields = section.fields.filter(({ id }) => shown.has(id) && (!readOnly || told(id)));
        return (
          fields.length > 0 &&
          html`<section class="report-section" key=${section.title} aria-label=${section.title}>
            <h3>${section.title}</h3>
            ${fields.map(
              (field) => html`<${ReportField}
                key=${field.id}
                field=${field}
                value=${value(field.id)}
                stored=${view.fields[field.id] ?? null}
                edit=${edits.edits.value[field.id]}
                problem=${readOnly ? undefined : problemOf(view, field.id)}
                missing=${!readOnly && nameMissing && (open.includes(field) || !isWhole(field.kind, value(field.id)))}
                changed=${changed.has(field.id)}
                locked=${readOnly}
                late=${late(field.id)}
                onChange=${(/** @type {FieldValue} */ written) => edits.change(latest.current, field.id, written)}
                onLeave=${() => void edits.finish(latest.current, field)}
                onLook=${() => look(field.id)}
                onMine=${() => void edits.keepMine(latest.current, field.id)}
                onTheirs=${() => edits.keepTheirs(field.id)}
              />`,
            )}
          </section>`
        );
      })}
      ${
        !readOnly &&
        html`<${StatusLine}>
          ${
            states.includes("saving")
              ? text("report-saving")
              : open.length > 0
                ? text("report-still-open", { count: open.length })
                : text("report-complete")
          }
        </${StatusLine}>`
      }
    </div>
  `;
}

/**
 * What is wrong with an answer. That there is none yet is not wrong: whoever fills it in may not have come to it.
 * @param {ReportView} view
 * @param {string} field
 */
function problemOf({ problems }, field) {
  return problems[field] === "missing" ? undefined : problems[field];
}

/**
 * Why a change is not in the report and never will be. A conflict can be settled until the report is filed.
 * @param {ReportView} view
 * @param {import("./report_edits.js").Edit | undefined} edit
 */
function lateOf({ state }, edit) {
  if (edit?.state === "refused") {
    return edit.code;
  }
  return edit?.state === "conflict" && state === "filed" ? "report_filed" : undefined;
}

/**
 * The answers that others changed since this form was opened and that were not looked at since. A first answer is not
 * a change.
 * @param {ReportView} view
 * @param {ReportEdits} edits
 * @returns {[ReadonlySet<string>, (field: string) => void]}
 */
function useChangedByOthers(view, edits) {
  const before = useRef(view);
  const [changed, setChanged] = useState(/** @type {ReadonlySet<string>} */ (new Set()));
  useEffect(() => {
    const { fields } = before.current;
    before.current = view;
    const own = edits.edits.peek();
    const others = Object.keys(view.fields).filter((field) => {
      const edit = own[field];
      const mine = edit !== undefined && (edit.state !== "saved" || edit.value === view.fields[field]);
      return !mine && !isBlank(fields[field] ?? null) && view.fields[field] !== fields[field];
    });
    if (others.length > 0) {
      setChanged((known) => new Set([...known, ...others]));
    }
    edits.settle(view);
  }, [view]);
  /** @param {string} field */
  const look = (field) => {
    if (changed.has(field)) {
      setChanged(new Set([...changed].filter((each) => each !== field)));
    }
  };
  return [changed, look];
}
