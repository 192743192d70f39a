/** What one seldom needs, behind one button: keeping, ending, papers, and other ways to be helped. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";

import { Button } from "../components/button.js";
import { Dialog } from "../components/dialog.js";
import { html } from "../components/html.js";
import { Icon } from "../components/icon.js";
import { refusalText } from "../components/notices.js";
import { useText } from "../components/speech.js";
import { useDesk } from "./desk.js";
import { OwnWindowButton } from "./own_window.js";
import { TranscriptButton } from "./paper.js";

/** @param {{ onClose: () => void }} props */
export function Options({ onClose }) {
  const { visit, data } = useDesk();
  const text = useText();
  const conversation = visit.conversation.value;
  return html`
    <${Dialog} title=${text("citizen-options")} onClose=${onClose}>
      ${
        conversation &&
        html`<div class="options-list">
          <${TranscriptButton} />
          <${OwnWindowButton} />
          <${EndButton} conversation=${conversation} onEnded=${onClose} />
        </div>`
      }
      <${Keeping} />
      <section>
        <h3>${text("citizen-numbers")}</h3>
        <ul class="numbers" role="list">
          ${data.numbers.map(
            ({ id, label, number, href, about }) => html`<li key=${id}>
              <a href=${href}>
                <${Icon} name=${href.startsWith("tel:") ? "phone" : "external-link"} /><span>${label} ${href.startsWith("tel:") && html`<bdi>${number}</bdi>`}</span>
              </a>
              ${about && html`<p class="field-help">${about}</p>`}
            </li>`,
          )}
        </ul>
      </section>
      <p class="options-about">
        <a href="/privacy" target="_blank" rel="noopener">${text("citizen-privacy")}</a>
        <a href="/accessibility" target="_blank" rel="noopener">${text("citizen-accessibility")}</a>
      </p>
    <//>
  `;
}

/** Ending is asked twice, in place. @param {{ conversation: import("../shared/conversation.js").Conversation, onEnded: () => void }} props */
function EndButton({ conversation, onEnded }) {
  const text = useText();
  const [asked, setAsked] = useState(false);
  const [trouble, setTrouble] = useState("");
  const question = useRef(/** @type {HTMLElement | null} */ (null));
  // The button that was pressed is gone: whoever uses the keyboard goes on at the question. At once: a later focus would take a fast
  // hand back from the answer it already reached.
  useLayoutEffect(() => question.current?.focus(), [asked]);
  if (conversation.phase.value === "closed") return null;
  if (!asked) return html`<${Button} icon="door-open" label=${text("citizen-end")} onClick=${() => setAsked(true)} />`;
  const end = async () => {
    try {
      await conversation.send("conversation.end", {});
      onEnded();
    } catch (error) {
      setTrouble(refusalText(error, text));
    }
  };
  return html`<div class="options-ask" role="group" aria-label=${text("citizen-end")} tabindex="-1" ref=${question}>
    <p>${text("citizen-end-sure")}</p>
    <${Button} kind="primary" label=${text("citizen-end-yes")} onClick=${end} />
    <${Button} label=${text("citizen-end-no")} onClick=${() => setAsked(false)} />
    <p class="field-problem" role="status">${trouble}</p>
  </div>`;
}

/** Where the conversation is kept. On sensitive topics the device is never offered. */
function Keeping() {
  const { visit, storage } = useDesk();
  const text = useText();
  const place = storage.place.value;
  if (visit.over.value) return null;
  if (place === "memory") return html`<p><${Icon} name="info" /> ${text("citizen-kept-in-memory")}</p>`;
  if (visit.sensitive.value || !storage.canKeepOnDevice) return html`<p class="field-help">${text("citizen-kept-in-tab")}</p>`;
  return html`<div class="field">
    <label class="option">
      <input
        type="checkbox"
        checked=${place === "device"}
        onChange=${(/** @type {Event} */ event) => {
          if (/** @type {HTMLInputElement} */ (event.target).checked) storage.keepOnDevice();
          else storage.keepInTab();
        }}
      />
      <span>${text("citizen-keep-on-device")}</span>
    </label>
    <p class="field-help">${text(place === "device" ? "citizen-kept-on-device" : "citizen-kept-in-tab")}</p>
  </div>`;
}
