/** Noting that the citizen was here before: which conversation it was, from a list or by a reference. */

import { useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";

import { Button } from "../components/button.js";
import { Dialog } from "../components/dialog.js";
import { html } from "../components/html.js";
import { refusalText } from "../components/notices.js";
import { dayInFull, timeOfDay, useSpeech } from "../components/speech.js";
import { written } from "../components/written.js";
import { useNames } from "./context.js";

/** @typedef {import("../shared/protocol.js").EarlierContact} EarlierContact */

/** @param {{ assignment: import("./assignment.js").Assignment, onClose: () => void }} props */
export function ContactDialog({ assignment, onClose }) {
  const { text } = useSpeech();
  const id = useId();
  const found = useSignal(/** @type {readonly EarlierContact[] | null} */ (null));
  const chosen = useSignal(/** @type {string | null} */ (null));
  const reference = useSignal("");
  const busy = useSignal(false);
  const problem = useSignal(/** @type {string | null} */ (null));

  /** @param {() => Promise<void>} work */
  const attempt = async (work) => {
    busy.value = true;
    problem.value = null;
    try {
      await work();
    } catch (error) {
      problem.value = refusalText(error, text);
    } finally {
      busy.value = false;
    }
  };
  const find = () =>
    attempt(async () => {
      const named = reference.value.trim();
      const { contacts } = await assignment.conversation.send("contact.find", named === "" ? {} : { reference: named });
      found.value = contacts;
      chosen.value = null;
    });
  const go = () => {
    const earlier = chosen.value;
    if (earlier === null) {
      problem.value = text("contact-choose");
      return;
    }
    void attempt(async () => {
      await assignment.conversation.sendOnce("contact.link", { earlier });
      onClose();
    });
  };
  useEffect(() => void find(), []);

  const footer = html`
    <${Button} label=${text("dialog-cancel")} onClick=${onClose} />
    <${Button} kind="primary" icon="check" label=${text("contact-go")} busy=${busy.value} onClick=${go} />
  `;
  return html`<${Dialog} title=${text("contact-title")} onClose=${onClose} footer=${footer}>
    <p>${text("contact-about")}</p>
    <form
      class="contact-search"
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        void find();
      }}
    >
      <label class="field" for="${id}-reference">
        <span class="field-label">
          ${text("contact-reference")} <span class="field-mark">${text("report-optional")}</span>
        </span>
        <input
          class="input"
          id="${id}-reference"
          maxlength="32"
          autocomplete="off"
          value=${reference.value}
          onInput=${(/** @type {Event} */ event) => (reference.value = written(event))}
        />
      </label>
      <${Button} type="submit" icon="search" label=${text("contact-find")} busy=${busy.value} />
    </form>
    ${
      found.value !== null &&
      html`<fieldset class="field">
        <legend class="field-label">${text("contact-found", { count: found.value.length })}</legend>
        <div class="choice-list">
          ${found.value.map(
            (each) => html`<label class="option" key=${each.conversation}>
              <input type="radio" name="${id}-contact" onChange=${() => (chosen.value = each.conversation)} />
              <${Contact} contact=${each} />
            </label>`,
          )}
        </div>
      </fieldset>`
    }
    <p role="status" class="field-problem">${problem.value}</p>
  </${Dialog}>`;
}

/** When it was, and what about. @param {{ contact: EarlierContact }} props */
export function Contact({ contact }) {
  const names = useNames();
  const { language, text } = useSpeech();
  const { opened_at, topic, helped_by } = contact;
  return html`<span class="contact">
    ${topic === null ? text("topic-unknown") : names.topic(topic)}
    <span class="field-help">
      ${dayInFull(language, opened_at, new Date())}, ${timeOfDay(language, opened_at)}
      ${" · "}${text(`contact-by-${helped_by}`)}
    </span>
  </span>`;
}
