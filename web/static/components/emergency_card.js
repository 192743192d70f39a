/** The card that says what to do now, when there may be danger. */

import { Button } from "./button.js";
import { html } from "./html.js";
import { Icon } from "./icon.js";
import { useText } from "./speech.js";

/**
 * Tier 1 says whom to call; tier 2 first asks whether it is happening now. For an agent it only tells that it was
 * shown.
 * The latest one is an alert: the only thing on the desk that interrupts.
 * @param {{
 *   card: import("../shared/protocol.js").Card,
 *   tier: 1 | 2,
 *   latest: boolean,
 *   onAnswer?: (now: boolean) => void,
 * }} props
 */
export function EmergencyCard({ card, tier, latest, onAnswer }) {
  const text = useText();
  return html`
    <section class="emergency" role=${latest ? "alert" : undefined}>
      <h3 class="emergency-title"><${Icon} name="triangle-alert" />${card.title}</h3>
      <p class="emergency-text">${tier === 2 ? card.soft_question : card.text}</p>
      ${
        tier === 2 &&
        latest &&
        onAnswer &&
        html`<div class="choices">
          <${Button} label=${text("emergency-now")} onClick=${() => onAnswer(true)} />
          <${Button} label=${text("emergency-not-now")} onClick=${() => onAnswer(false)} />
        </div>`
      }
      <ul class="emergency-numbers" role="list">
        ${card.numbers.map(
          (number) => html`<li key=${number.id}><${Way} ...${number} /></li>`,
        )}
      </ul>
    </section>
  `;
}

/** A number to call, or an app to write in. @param {import("../shared/protocol.js").NumberShown} props */
function Way({ label, number, href, about }) {
  const call = href.startsWith("tel:");
  return html`
    <a class="button button-danger" href=${href} target=${call ? undefined : "_blank"} rel="noopener">
      <${Icon} name=${call ? "phone" : "external-link"} /><span>${label} ${call && html`<bdi>${number}</bdi>`}</span>
    </a>
    ${about && html`<p class="field-help">${about}</p>`}
  `;
}
