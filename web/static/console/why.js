/** Why the bot said what it said, in words for people; and the marks of who found it wrong. */

import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";

import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { Icon } from "../components/icon.js";
import { named } from "../components/log_events.js";
import { refusalText } from "../components/notices.js";
import { useSpeech } from "../components/speech.js";
import { useNames } from "./context.js";
import { languageName } from "./names.js";

/** @typedef {import("./assignment.js").Assignment} Assignment */
/** @typedef {import("../shared/protocol.js").TriageDecided} TriageDecided */

/**
 * What stands under the last thing the bot said about a message.
 * @param {{ assignment: Assignment, number: number, onMark: (message: number) => void }} props
 */
export function BotAnswer({ assignment, number, onMark }) {
  const id = useId();
  const { text } = useSpeech();
  const open = useSignal(false);
  const decided = assignment.decided.value.get(number);
  if (decided === undefined) {
    return null;
  }
  const message = decided.said[0] ?? number;
  const mark = decided.said.map((each) => assignment.marks.value.get(each)).find((each) => each !== undefined);
  return html`
    <div class="bot-answer">
      <div class="bot-answer-doings">
        <${Button}
          kind="quiet"
          icon="circle-question-mark"
          label=${text("why-show")}
          aria-expanded=${open.value ? "true" : "false"}
          aria-controls=${id}
          onClick=${() => (open.value = !open.value)}
        />
        ${
          mark === undefined &&
          html`<${Button}
            kind="quiet"
            icon="circle-alert"
            label=${text("mark-open")}
            onClick=${() => onMark(message)}
          />`
        }
      </div>
      ${mark !== undefined && html`<${MarkShown} assignment=${assignment} mark=${mark} />`}
      <div id=${id} hidden=${!open.value}>${open.value && html`<${Why} decided=${decided} />`}</div>
    </div>
  `;
}

/** @param {{ assignment: Assignment, mark: import("./assignment.js").Mark }} props */
function MarkShown({ assignment, mark }) {
  const names = useNames();
  const { text } = useSpeech();
  const problem = useSignal(/** @type {string | null} */ (null));
  const takeBack = async () => {
    try {
      await assignment.conversation.sendOnce("answer.unmark", { message: mark.message });
      problem.value = null;
    } catch (error) {
      problem.value = refusalText(error, text);
    }
  };
  return html`
    <div class="bot-answer-mark">
      <p>
        <${Icon} name="circle-alert" />
        <span>
          <strong>${text("marked", { reason: text(`mark-${mark.reason}`) })}</strong>
          ${" "}${mark.topic !== null && text("utterance-right", { topic: names.topic(mark.topic) })}
          ${" "}<bdi>${named(mark.author)}</bdi>
        </span>
      </p>
      <${Button} kind="quiet" icon="x" label=${text("mark-take-back")} onClick=${takeBack} />
      <p role="status" class="field-problem">${problem.value}</p>
    </div>
  `;
}

/** @param {{ decided: TriageDecided }} props */
function Why({ decided }) {
  const names = useNames();
  const { language, text } = useSpeech();
  const [topic, ...others] = decided.topics;
  const read = decided.stages.length > 0;
  const danger = outcomeOf(decided, "emergency");
  const guess = hasGuess(decided);
  const found = [
    !read && text(decided.action === "greet" ? "why-greet" : "why-chosen"),
    read && topic === undefined && text("why-unknown"),
    read && topic !== undefined && !guess && text("why-nearest", { topics: decided.topics.map(names.topic).join(", ") }),
    read && topic !== undefined && guess && text("why-topic", { topic: names.topic(topic), percent: percent(decided) }),
    read && others.length > 0 && guess && text("why-others", { topics: others.map(names.topic).join(", ") }),
    read &&
      decided.language !== null &&
      text("why-language", { language: languageName(decided.language, language), sure: isSure(decided) ? "yes" : "no" }),
    read && danger !== "" && danger !== "tier 0" && text("why-danger", { tier: danger === "tier 1" ? "1" : "2" }),
    decided.reply !== null && text(`why-reply-${decided.reply}`),
    did(decided, text),
    decided.answer !== null && text("why-answer", answerOf(decided.answer, names)),
  ].filter((line) => typeof line === "string" && line !== "");
  return html`
    <div class="why">
      <ul>
        ${found.map((line) => html`<li key=${line}>${line}</li>`)}
      </ul>
      ${read && html`<${Technical} decided=${decided} />`}
    </div>
  `;
}

/** For whoever looks into the model itself. @param {{ decided: TriageDecided }} props */
function Technical({ decided }) {
  const { text } = useSpeech();
  return html`
    <details>
      <summary>${text("why-technical")}</summary>
      <dl class="facts">
        ${decided.stages.map(
          ({ name, outcome, names, figures }) => html`<dt key=${name}>${name}</dt>
            <dd>
              ${[outcome, names.join(", "), ...Object.entries(figures).map(([key, value]) => `${key} ${value}`)]
                .filter(Boolean)
                .join(" · ")}
            </dd>`,
        )}
        ${decided.model !== null && html`<dt>model</dt><dd>${decided.model}</dd>`}
      </dl>
    </details>
  `;
}

/**
 * What the bot did about it, and why just that.
 * @param {TriageDecided} decided
 * @param {import("../components/speech.js").Text} text
 */
function did({ action, handover }, text) {
  return action === "handover" && handover !== null ? text("why-handover", { reason: handover }) : text(`why-did-${action}`);
}

/** Whether it took the message for its first topic: not where it came nowhere near. @param {TriageDecided} decided */
export function hasGuess(decided) {
  return outcomeOf(decided, "gate") !== "handover";
}

/** How sure the bot was of the topic, in per cent. @param {TriageDecided} decided */
export function percent({ scores }) {
  return Math.round((scores.sure ?? 0) * 100);
}

/** @param {TriageDecided} decided @param {string} name */
function outcomeOf({ stages }, name) {
  return stages.find((stage) => stage.name === name)?.outcome ?? "";
}

/** Whether it was sure of the language. @param {TriageDecided} decided */
function isSure({ stages }) {
  return stages.some(({ name, names }) => name === "language" && names.includes("sure"));
}

/** @param {string} answer  `topic@version` @param {import("./names.js").ZoneNames} names */
function answerOf(answer, names) {
  const [topic = "", version = ""] = answer.split("@");
  return { topic: names.topic(topic), version };
}
