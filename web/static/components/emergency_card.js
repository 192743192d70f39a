/** The card that says what to do now, when there may be danger. */

import { Button } from "./button.js";
import { html } from "./html.js";
import { Icon } from "./icon.js";
import { useText } from "./speech.js";

/**
 * Tier 1 says whom to call; tier 2 first asks whether it is happening now. For an agent it only tells that it was shown.
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
      <p>${tier === 2 ? card.soft_question : card.text}</p>
      <ul class="emergency-numbers" role="list">
        ${card.numbers.map(
          (number) => html`<li key=${number.id}>
            <a class="button button-danger" href=${number.href}>
              <${Icon} name="phone" /><span>${number.label} <bdi>${number.number}</bdi></span>
            </a>
            ${number.about && html`<p class="field-help">${number.about}</p>`}
          </li>`,
        )}
      </ul>
      ${
        tier === 2 &&
        latest &&
        onAnswer &&
        html`<div class="choices">
          <${Button} label=${text("emergency-now")} onClick=${() => onAnswer(true)} />
          <${Button} label=${text("emergency-not-now")} onClick=${() => onAnswer(false)} />
        </div>`
      }
    </section>
  `;
}
