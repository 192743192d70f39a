/** One thing that is tested: its name, what came of it, and what to do about that. */

import { html } from "../components/html.js";
import { Icon } from "../components/icon.js";
import { useText } from "../components/speech.js";

/** @typedef {import("./check.js").Outcome} Outcome */
/** @typedef {import("./check.js").Part} Part */

/** @type {Readonly<Record<Outcome, string>>} */
const ICONS = Object.freeze({
  waiting: "circle-dot",
  running: "loader-circle",
  good: "check",
  slow: "info",
  bad: "circle-alert",
  untried: "circle-dot",
  later: "clock",
  closed: "circle-alert",
  unsupported: "circle-alert",
});

/** What means the same for all. @type {readonly Outcome[]} */
const ALIKE = ["waiting", "running", "untried", "later", "closed", "unsupported"];

/**
 * @param {{
 *   part: Part,
 *   outcome: Outcome,
 *   alone?: boolean,
 *   says?: string | null,
 *   children?: import("preact").ComponentChildren,
 * }} props  `alone`: there is no other way; `says`: the text that says more than the outcome does
 */
export function Row({ part, outcome, alone = false, says = null, children }) {
  const text = useText();
  const id = ALIKE.includes(outcome) ? `check-${outcome}` : `check-${part}-${outcome}${alone && outcome === "bad" ? "-alone" : ""}`;
  return html`
    <li class="check-row" data-outcome=${outcome}>
      <${Icon} name=${ICONS[outcome]} />
      <div class="check-said">
        <h3>${text(`check-${part}`)}</h3>
        <p>${text(says ?? id)}</p>
        ${children}
      </div>
    </li>
  `;
}
