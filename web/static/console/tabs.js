/** The conversations in front of an agent, one tab each. */

import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { Icon } from "../components/icon.js";
import { useText } from "../components/speech.js";
import { useDesk, useNames } from "./context.js";
import { focusSoon } from "./keys.js";
import { UrgencyMark } from "./urgency_mark.js";

export function Tabs() {
  const desk = useDesk();
  const text = useText();
  const open = desk.open.value;
  if (open.length === 0) {
    return null;
  }
  /** Arrow keys walk along the tabs, as in every list of tabs. @param {KeyboardEvent} event */
  const onKey = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -open.length, End: open.length }[event.key];
    if (step === undefined) {
      return;
    }
    event.preventDefault();
    const rightToLeft = getComputedStyle(/** @type {Element} */ (event.currentTarget)).direction === "rtl";
    const index = open.findIndex(({ id }) => id === desk.front.value) + (rightToLeft ? -step : step);
    const next = open[Math.min(Math.max(index, 0), open.length - 1)];
    if (next !== undefined) {
      desk.bring(next.id);
    }
    focusSoon(".tab[aria-selected=true]");
  };
  return html`
    <div class="tabs">
      <div class="tab-list" role="tablist" aria-label=${text("tabs-label")} onKeyDown=${onKey}>
        ${open.map((assignment, index) => html`<${Tab}
          key=${assignment.id}
          assignment=${assignment}
          index=${index}
        />`)}
      </div>
    </div>
  `;
}

/** @param {{ assignment: import("./assignment.js").Assignment, index: number }} props */
function Tab({ assignment, index }) {
  const desk = useDesk();
  const names = useNames();
  const text = useText();
  const { need, language, unread, mine, closed } = assignment;
  const inFront = desk.front.value === assignment.id && desk.review.value === null;
  const draft = desk.drafts.of(assignment.id).value;
  const written = draft.reply !== "" || draft.note !== "";
  const topic = need.value.topic === null ? text("topic-unknown") : names.topic(need.value.topic);
  const call = assignment.calling.call.value !== null;
  return html`
    <button
      type="button"
      class="tab"
      role="tab"
      tabindex=${inFront ? 0 : -1}
      aria-selected=${inFront ? "true" : "false"}
      aria-controls="open-conversation"
      aria-keyshortcuts=${index < 4 ? `Alt+${index + 1}` : undefined}
      onClick=${() => desk.bring(assignment.id)}
    >
      ${index < 4 && html`<kbd aria-hidden="true">${index + 1}</kbd>`}
      <span class="tab-text">
        <span class="tab-topic">${topic}</span>
        <span class="tab-facts">
          ${
            unread.value.count > 0 &&
            mine.value &&
            !inFront &&
            html`<span class="unread">${text("tab-unread", { count: unread.value.count, more: String(unread.value.more) })}</span>`
          }
          ${language.value.toUpperCase()}
          <${UrgencyMark} urgency=${need.value.urgency} brief />
          ${!mine.value && !closed.value && !call && html`<span><${Icon} name="eye" />${text("tab-looking")}</span>`}
          ${closed.value && html`<span><${Icon} name="lock" />${text("tab-closed")}</span>`}
          ${call && html`<${Icon} name="video" label=${text("tab-call")} />`}
          ${written && html`<${Icon} name="pencil" label=${text("tab-draft")} />`}
        </span>
      </span>
    </button>
  `;
}

/**
 * Takes a conversation off the screen that is not one's own, or is over.
 * @param {{ assignment: import("./assignment.js").Assignment }} props
 */
export function PutAway({ assignment }) {
  const desk = useDesk();
  const text = useText();
  return html`<${Button} icon="x" label=${text("tab-put-away")} onClick=${() => desk.putAway(assignment.id)} />`;
}
