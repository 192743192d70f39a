/** How the bot does, for a supervisor: figures by language, and what citizens said that is worth a look. */

import { useEffect } from "preact/hooks";

import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { Problem, refusalText } from "../components/notices.js";
import { useSpeech } from "../components/speech.js";
import { written } from "../components/written.js";
import { useDesk } from "./context.js";
import { languageTitle } from "./names.js";
import { PERIODS, columnsOf } from "./review.js";
import { closeReview } from "./reviewing.js";
import { UtteranceShown } from "./utterance.js";

/** @typedef {import("./review.js").Review} Review */
/** @typedef {import("../shared/protocol.js").BotFigures} BotFigures */

/** @type {import("./review.js").Cause[]} */
const CAUSES = ["unanswered", "not_helped", "wrong", "recontact"];

/**
 * The rows of the table: the measure, what it is a part of, and whether it stands under another.
 * @type {{ name: keyof Omit<BotFigures, "language">, of?: keyof Omit<BotFigures, "language">, under?: boolean }[]}
 */
const ROWS = [
  { name: "conversations" },
  { name: "by_bot", of: "conversations", under: true },
  { name: "by_bot_recontact", of: "by_bot", under: true },
  { name: "utterances" },
  { name: "unanswered", of: "utterances", under: true },
  { name: "not_helped", of: "utterances", under: true },
  { name: "wrong", of: "utterances", under: true },
  { name: "missed_danger", under: true },
  { name: "recontact", of: "utterances", under: true },
];

/** @param {{ review: Review }} props */
export function ReviewView({ review }) {
  const desk = useDesk();
  const { text } = useSpeech();
  useEffect(() => void review.read(), [review]);
  return html`
    <section class="review" aria-labelledby="review-title" aria-busy=${review.busy.value ? "true" : "false"}>
      <header class="review-head">
        <h2 id="review-title" tabindex="-1">${text("review-title")}</h2>
        <${Button} icon="arrow-left" label=${text("review-back")} onClick=${() => closeReview(desk)} />
      </header>
      <div class="review-body">
        <${Choices} review=${review} />
        ${review.trouble.value !== null && html`<${Problem}>${refusalText(review.trouble.value, text)}</${Problem}>`}
        ${review.figures.value !== null && html`<${Figures} review=${review} figures=${review.figures.value} />`}
        ${review.utterances.value !== null && html`<${List} review=${review} />`}
      </div>
    </section>
  `;
}

/** @param {{ review: Review }} props */
function Choices({ review }) {
  const desk = useDesk();
  const { language, text } = useSpeech();
  const known = [...new Set([...desk.data.value.languages, ...(review.figures.value ?? []).map((each) => each.language)])];
  return html`
    <div class="review-choices">
      <label class="field">
        <span class="field-label">${text("review-period")}</span>
        <select
          class="input"
          value=${String(review.days.value)}
          onChange=${(/** @type {Event} */ event) => review.read({ days: Number(written(event)) })}
        >
          ${PERIODS.map((days) => html`<option key=${days} value=${days}>${text("review-days", { days })}</option>`)}
        </select>
      </label>
      <label class="field">
        <span class="field-label">${text("review-language")}</span>
        <select
          class="input"
          value=${review.language.value ?? ""}
          onChange=${(/** @type {Event} */ event) => review.read({ language: written(event) || null })}
        >
          <option value="">${text("review-language-all")}</option>
          ${known.map((code) => html`<option key=${code} value=${code}>${languageTitle(code, language)}</option>`)}
        </select>
      </label>
    </div>
  `;
}

/** @param {{ review: Review, figures: readonly BotFigures[] }} props */
function Figures({ review, figures }) {
  const desk = useDesk();
  const { language, text } = useSpeech();
  const only = review.language.value;
  const shown = only === null ? figures : figures.filter((each) => each.language === only);
  const columns = columnsOf(shown, only === null ? desk.data.value.languages : [only]);
  if (columns.length === 0) {
    return html`<p class="review-nothing">${text("review-nothing")}</p>`;
  }
  const all = columns.length > 1 ? [review.total.value, ...columns] : columns;
  /** @param {BotFigures} column @param {number} index */
  const title = (column, index) =>
    index === 0 && columns.length > 1
      ? text("review-all")
      : column.language === ""
        ? text("review-others")
        : languageTitle(column.language, language);
  return html`
    <div class="review-scroll" role="region" aria-labelledby="review-caption" tabindex="0">
      <table class="review-table">
        <caption id="review-caption">${text("review-caption", { days: review.days.value })}</caption>
        <thead>
          <tr>
            <td></td>
            ${all.map((column, index) => html`<th key=${column.language} scope="col">${title(column, index)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${ROWS.map(
            ({ name, of, under }) => html`<tr key=${name} class=${under ? "review-under" : ""}>
              <th scope="row">${text(`review-${name}`)}</th>
              ${all.map((column) => html`<td key=${column.language}>
                <span>${column[name]}</span>${" "}
                ${of && column[of] > 0 && html`<span class="review-share">${share(column[name], column[of], language)}</span>`}
              </td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="field-help">${text("review-known")}</p>
  `;
}

/** @param {{ review: Review }} props */
function List({ review }) {
  const { text } = useSpeech();
  const utterances = review.utterances.value ?? [];
  const kept = review.kept.value;
  return html`
    <div class="review-list-head">
      <h3>${text("review-list")}</h3>
      <label class="field">
        <span class="field-label">${text("review-cause")}</span>
        <select
          class="input"
          value=${review.cause.value ?? ""}
          onChange=${(/** @type {Event} */ event) =>
            review.read({ cause: /** @type {import("./review.js").Cause} */ (written(event)) || null })}
        >
          <option value="">${text("review-cause-any")}</option>
          ${CAUSES.map((cause) => html`<option key=${cause} value=${cause}>${text(`cause-${cause}`)}</option>`)}
        </select>
      </label>
    </div>
    <p class="field-help">${text("review-list-about")}</p>
    <p class="review-kept" role="status">
      ${kept !== null && html`${text("lessons-kept", { count: kept.count })} <code>${kept.folder}</code>`}
    </p>
    ${utterances.length === 0 && html`<p class="review-nothing">${text("review-list-empty")}</p>`}
    <ol role="list" class="utterances">
      ${utterances.map(
        (utterance) => html`<${UtteranceShown}
          key=${`${utterance.conversation} ${utterance.message}`}
          review=${review}
          utterance=${utterance}
        />`,
      )}
    </ol>
    ${
      review.next.value !== null &&
      html`<${Button} icon="chevron-down" label=${text("review-more")} busy=${review.busy.value} onClick=${() => review.more()} />`
    }
  `;
}

/** @param {number} part @param {number} whole @param {string} language */
function share(part, whole, language) {
  return new Intl.NumberFormat(`${language}-BE`, { style: "percent", maximumFractionDigits: 0 }).format(part / whole);
}
