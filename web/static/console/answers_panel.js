/** All answers that stand ready, to search, read and put into the reply. */

import { useSignal } from "@preact/signals";

import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { useSpeech } from "../components/speech.js";
import { written } from "../components/written.js";
import { answersFor, textIn } from "./answer_picker.js";
import { useDesk } from "./context.js";
import { focusSoon } from "./keys.js";
import { languageName } from "./names.js";

/** @param {{ assignment: import("./assignment.js").Assignment }} props */
export function AnswersPanel({ assignment }) {
  const desk = useDesk();
  const { language, text } = useSpeech();
  const search = useSignal("");
  const spoken = assignment.language.value;
  const found = answersFor(desk.data.value.canned, search.value, spoken);
  const canReply = assignment.mine.value && !assignment.closed.value;

  /** Behind what the agent has written already. @param {string} answer */
  const insert = (answer) => {
    const { reply } = desk.drafts.of(assignment.id).value;
    const written = reply.startsWith("/") ? "" : reply.trimEnd();
    desk.drafts.change(assignment.id, { mode: "reply", reply: written === "" ? answer : `${written}\n${answer}` });
    focusSoon(".composer-field");
  };
  return html`
    <label class="field">
      <span class="field-label">${text("answers-search")}</span>
      <input
        class="input"
        type="search"
        value=${search.value}
        onInput=${(/** @type {Event} */ event) => (search.value = written(event))}
      />
      <span class="field-help">${text("answers-language", { language: languageName(spoken, language) })}</span>
    </label>
    <p class="unseen" role="status">${text("answers-found", { count: found.length })}</p>
    <ul role="list" class="answers">
      ${found.map(
        (answer) => html`<li key=${answer.id} class="answer">
          <details>
            <summary>${answer.label}</summary>
            <p class="answer-text" lang=${spoken} dir="auto">${textIn(answer, spoken)}</p>
          </details>
          <${Button}
            label=${text("answers-use")}
            aria-label=${text("answers-use-this", { name: answer.label })}
            disabled=${!canReply}
            onClick=${() => insert(textIn(answer, spoken))}
          />
        </li>`,
      )}
    </ul>
    ${found.length === 0 && html`<p class="queue-empty">${text("answers-none")}</p>`}
  `;
}
