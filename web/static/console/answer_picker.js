/** Answers that stand ready, found by a few letters. */

import { html } from "../components/html.js";
import { useText } from "../components/speech.js";
import { holdsAll } from "./search.js";

/** @typedef {import("../shared/protocol.js").CannedAnswer} CannedAnswer */
/** @typedef {import("../shared/protocol.js").Language} Language */

/**
 * The answers that hold every word of a search, in their name or text; those with the words in their name first.
 * @param {readonly CannedAnswer[]} answers
 * @param {string} search
 * @param {Language} language
 * @returns {CannedAnswer[]}
 */
export function answersFor(answers, search, language) {
  const named = answers.filter((answer) => holdsAll(answer.label, search));
  const told = answers.filter((answer) => holdsAll(`${answer.label} ${textIn(answer, language)}`, search));
  return [...new Set([...named, ...told])];
}

/**
 * The text of an answer in a language; in any other where it has none in that.
 * @param {CannedAnswer} answer
 * @param {Language} language
 */
export function textIn(answer, language) {
  return answer.texts[language] ?? Object.values(answer.texts)[0] ?? "";
}

/**
 * The list over the composer while an agent types after a slash. The focus stays in the composer.
 * @param {{
 *   answers: readonly CannedAnswer[],
 *   picked: number,
 *   language: Language,
 *   onPick: (answer: CannedAnswer) => void,
 * }} props
 */
export function AnswerPicker({ answers, picked, language, onPick }) {
  const text = useText();
  const answer = answers[picked];
  return html`
    <div class="answer-picker">
      <ul role="listbox" aria-label=${text("answers-title")} class="answer-rows">
        ${answers.map(
          (each, index) => html`<li
            key=${each.id}
            role="option"
            aria-selected=${index === picked ? "true" : "false"}
            class="answer-row"
            onPointerDown=${(/** @type {Event} */ event) => {
              event.preventDefault();
              onPick(each);
            }}
          >
            <span class="answer-name">${each.label}</span>
            <span class="answer-start" lang=${language} dir="auto">${textIn(each, language)}</span>
          </li>`,
        )}
      </ul>
      <p class="unseen" role="status">${answer && text("answer-picked", { name: answer.label })}</p>
    </div>
  `;
}
