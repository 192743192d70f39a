/** What a citizen said that is worth a look: why, what the bot did, and how it becomes training data. */

import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";

import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { Icon } from "../components/icon.js";
import { refusalText } from "../components/notices.js";
import { dayInFull, timeOfDay, useSpeech } from "../components/speech.js";
import { written } from "../components/written.js";
import { useDesk, useNames } from "./context.js";
import { languageTitle } from "./names.js";

/** @typedef {import("../shared/protocol.js").Language} Language */
/** @typedef {import("../shared/protocol.js").Utterance} Utterance */

/** What can be taught beside the zone's topics. */
const BESIDE = ["elsewhere", "emergency"];

/** @param {{ review: import("./review.js").Review, utterance: Utterance }} props */
export function UtteranceShown({ review, utterance }) {
  const desk = useDesk();
  const names = useNames();
  const { language, text } = useSpeech();
  const { action, at, topic, wrong, right_topic } = utterance;
  const said = utterance.text !== "";
  return html`
    <li class="utterance">
      <p class="utterance-causes">
        ${utterance.causes.map((cause) => html`<span key=${cause} class="cause">
          <${Icon} name="circle-alert" />${text(`cause-${cause}`)}
        </span>`)}
      </p>
      ${
        said
          ? html`<blockquote class="utterance-text" dir="auto">${utterance.text}</blockquote>`
          : html`<p class="utterance-text">${text("utterance-none")}</p>`
      }
      <p class="field-help">
        ${dayInFull(language, at, new Date())}, ${timeOfDay(language, at)} · ${languageTitle(utterance.language, language)}
        ${" · "}${text(`finding-${action}`)}${topic !== null && action === "answer" && `: ${names.topic(topic)}`}
      </p>
      ${
        wrong !== null &&
        html`<p>
          ${text("utterance-marked", { reason: text(`mark-${wrong}`) })}
          ${right_topic !== null && text("utterance-right", { topic: names.topic(right_topic) })}
        </p>`
      }
      ${said && html`<${LessonForm} review=${review} utterance=${utterance} />`}
      <div>
        <${Button} icon="eye" label=${text("utterance-look")} onClick=${() => desk.look(utterance.conversation)} />
      </div>
    </li>
  `;
}

/** The text is read, and changed where needed, before it is added. @param {{ review: import("./review.js").Review, utterance: Utterance }} props */
function LessonForm({ review, utterance }) {
  const desk = useDesk();
  const names = useNames();
  const id = useId();
  const { language, text } = useSpeech();
  const { lesson } = utterance;
  const own = /** @type {Language[]} */ (desk.data.value.languages);
  const spoken = own.find((each) => each === utterance.language) ?? own[0] ?? "nl";
  const draft = desk.drafts.lesson(utterance);
  const begun = draft.value ?? {
    text: lesson?.text ?? utterance.masked.replaceAll(/\s+/gu, " "),
    topic: lesson?.topic ?? utterance.right_topic ?? "",
    language: lesson?.language ?? spoken,
  };
  /** @param {Partial<typeof begun>} change */
  const write = (change) => (draft.value = { ...(draft.peek() ?? begun), ...change });
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
  const add = () => {
    if (begun.topic === "") {
      problem.value = text("lesson-choose");
      return;
    }
    void attempt(async () => {
      await review.add(utterance, begun);
      if (draft.peek() === begun) {
        draft.value = null;
      }
    });
  };
  const remove = () =>
    attempt(async () => {
      await review.remove(utterance);
      // Its words stay, to be changed and added again.
      draft.value = draft.peek() ?? begun;
    });
  /** @param {string} each */
  const label = (each) => (BESIDE.includes(each) ? text(`lesson-${each}`) : names.topic(each));
  return html`
    <div class="lesson" role="group" aria-label=${text("lesson-title")}>
      <label class="field lesson-text" for="${id}-text">
        <span class="field-label">${text("lesson-text")}</span>
        <textarea
          class="input"
          id="${id}-text"
          rows="2"
          maxlength="1000"
          dir="auto"
          value=${begun.text}
          aria-describedby="${id}-help"
          onInput=${(/** @type {Event} */ event) => write({ text: written(event) })}
        ></textarea>
        <span class="field-help" id="${id}-help">${text("lesson-help")}</span>
      </label>
      <div class="lesson-row">
        <label class="field">
          <span class="field-label">${text("lesson-topic")}</span>
          <select
            class="input"
            value=${begun.topic}
            onChange=${(/** @type {Event} */ event) => write({ topic: written(event) })}
          >
            <option value="">${text("lesson-topic-none")}</option>
            ${[...desk.data.value.topics.map((each) => each.id), ...BESIDE].map(
              (each) => html`<option key=${each} value=${each}>${label(each)}</option>`,
            )}
          </select>
        </label>
        <label class="field">
          <span class="field-label">${text("lesson-language")}</span>
          <select
            class="input"
            value=${begun.language}
            onChange=${(/** @type {Event} */ event) => write({ language: /** @type {Language} */ (written(event)) })}
          >
            ${own.map((code) => html`<option key=${code} value=${code}>${languageTitle(code, language)}</option>`)}
          </select>
        </label>
        <${Button}
          icon=${lesson === null ? "plus" : "pencil"}
          label=${text(lesson === null ? "lesson-add" : "lesson-change")}
          busy=${busy.value}
          onClick=${add}
        />
        ${
          lesson !== null &&
          html`<${Button}
            icon="x"
            label=${text("lesson-remove")}
            busy=${busy.value}
            onClick=${remove}
          />`
        }
      </div>
      ${lesson !== null && html`<p class="lesson-kept"><${Icon} name="check" />${text("lesson-kept", { topic: label(lesson.topic) })}</p>`}
      <p role="status" class="field-problem">${problem.value}</p>
    </div>
  `;
}
