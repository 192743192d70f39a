/** What colleagues have at this moment, and who they are. */

import { html } from "../components/html.js";
import { Icon } from "../components/icon.js";
import { useSpeech } from "../components/speech.js";
import { useDesk, useNames } from "./context.js";
import { UrgencyMark } from "./urgency_mark.js";

export function TeamList() {
  const desk = useDesk();
  const { text } = useSpeech();
  const { team, team_count, colleagues } = desk.queue.value;
  const others = colleagues.filter((colleague) => colleague.agent !== desk.agent.agent);
  return html`
    <details class="sidebar-more">
      <summary>${text("team-title")} <span class="count">${team_count}</span></summary>
      <ul role="list" class="queue-rows">
        ${team.map((overview) => html`<${TeamRow} key=${overview.conversation} overview=${overview} />`)}
      </ul>
      ${team_count > team.length && html`<p class="queue-empty">${text("queue-more", { count: team_count - team.length })}</p>`}
      ${team.length === 0 && html`<p class="queue-empty">${text("team-empty")}</p>`}
    </details>
    <details class="sidebar-more">
      <summary>${text("colleagues-title")} <span class="count">${others.length}</span></summary>
      <ul role="list" class="colleagues">
        ${others.map(
          (colleague) => html`<li key=${colleague.agent}>
            <${Icon} name=${colleague.accepting ? "user-check" : "user"} />
            <span>
              <bdi>${colleague.name}</bdi>, <bdi>${colleague.role}</bdi>
              <span class="field-help">
                ${text(colleague.accepting ? "colleague-accepting" : "colleague-away", { load: colleague.load })}
              </span>
            </span>
          </li>`,
        )}
      </ul>
    </details>
  `;
}

/** @param {{ overview: import("../shared/protocol.js").Overview }} props */
function TeamRow({ overview }) {
  const desk = useDesk();
  const names = useNames();
  const { text } = useSpeech();
  const { need } = overview;
  return html`<li class="queue-row">
    <button
      type="button"
      class="queue-open"
      aria-current=${desk.front.value === overview.conversation ? "true" : undefined}
      onClick=${() => desk.look(overview.conversation)}
    >
      <${UrgencyMark} urgency=${need.urgency} />
      <span class="queue-topic">${need.topic === null ? text("topic-unknown") : names.topic(need.topic)}</span>
      <span class="queue-facts">
        <span>${need.languages.join(", ").toUpperCase()}</span>
        <span><bdi>${overview.agent_name ?? ""}</bdi></span>
      </span>
    </button>
  </li>`;
}
