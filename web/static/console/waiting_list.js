/** Who waits. Rows keep their place while the pointer or the focus is among them. */

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";

import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { Icon } from "../components/icon.js";
import { useSpeech } from "../components/speech.js";
import { useNow } from "./clock.js";
import { useDesk, useNames } from "./context.js";
import { UrgencyMark } from "./urgency_mark.js";
import { minutesWaited, rows, waitsTooLong } from "./waiting.js";

/** @typedef {import("./waiting.js").Row} Row */

export function WaitingList() {
  const desk = useDesk();
  const { text } = useSpeech();
  const pointed = useSignal(false);
  const focused = useSignal(false);
  const drawn = useRef(/** @type {Row[]} */ ([]));
  const { waiting, waiting_count } = desk.queue.value;
  drawn.current = rows(drawn.current, waiting, pointed.value || focused.value);
  const now = useNow(desk.ahead.value);

  /** @param {FocusEvent} event */
  const onFocusOut = (event) => {
    const { relatedTarget } = event;
    const list = /** @type {Element} */ (event.currentTarget);
    focused.value = relatedTarget instanceof Node && list.contains(relatedTarget);
  };
  return html`
    <section class="queue" aria-labelledby="waiting-title">
      <div class="queue-head">
        <h2 id="waiting-title">${text("waiting-title")} <span class="count">${waiting_count}</span></h2>
      </div>
      <${Button}
        id="waiting"
        kind="primary"
        class="queue-next"
        label=${text("action-take-next")}
        keys="Alt+N"
        disabled=${waiting.length === 0}
        onClick=${() => desk.take()}
      />
      <ul
        role="list"
        class="queue-rows"
        onPointerEnter=${() => (pointed.value = true)}
        onPointerLeave=${() => (pointed.value = false)}
        onFocusIn=${() => (focused.value = true)}
        onFocusOut=${onFocusOut}
      >
        ${drawn.current.map((row) => html`<${WaitingRow} key=${row.conversation} row=${row} now=${now} />`)}
      </ul>
      ${
        waiting_count > waiting.length &&
        html`<p class="queue-empty">${text("queue-more", { count: waiting_count - waiting.length })}</p>`
      }
      ${waiting.length === 0 && html`<p class="queue-empty">${text("waiting-empty")}</p>`}
      <p class="unseen" role="status">${text("waiting-count", { count: waiting_count })}</p>
    </section>
  `;
}

/** @param {{ row: Row, now: number }} props */
function WaitingRow({ row, now }) {
  const desk = useDesk();
  const names = useNames();
  const { text } = useSpeech();
  const { need, gone } = row;
  const topic = need.topic === null ? text("topic-unknown") : names.topic(need.topic);
  const minutes = minutesWaited(row, now);
  const late = waitsTooLong(row, now);
  return html`
    <li class="queue-row ${gone ? "queue-row-gone" : ""}">
      <button
        type="button"
        class="queue-open"
        disabled=${gone}
        aria-current=${desk.front.value === row.conversation ? "true" : undefined}
        onClick=${() => desk.look(row.conversation)}
      >
        <${UrgencyMark} urgency=${need.urgency} />
        <span class="queue-topic">${topic}</span>
        <span class="queue-facts">
          <span>${need.languages.join(", ").toUpperCase()}</span>
          ${need.neighbourhood !== null && html`<span><bdi>${names.neighbourhood(need.neighbourhood)}</bdi></span>`}
          ${need.video && html`<${Icon} name="video" label=${text("need-video")} />`}
          <span class="queue-wait ${late ? "queue-late" : ""}">
            ${late && html`<${Icon} name="clock" label=${text("waiting-too-long")} />`}${text("minutes", { minutes })}
          </span>
        </span>
      </button>
      ${
        gone
          ? html`<span class="queue-gone">${text("waiting-gone")}</span>`
          : html`<${Button}
            class="queue-take"
            label=${text("waiting-take")}
            aria-label=${text("waiting-take-this", { topic, minutes })}
            onClick=${() => desk.take(row.conversation)}
          />`
      }
    </li>
  `;
}
