/** Before the first word: what this is, who answers, and the doors. */

import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { useText } from "../components/speech.js";
import { useDesk } from "./desk.js";

export function Welcome() {
  const { visit, data } = useDesk();
  const text = useText();
  return html`
    <section class="welcome" aria-labelledby="welcome-title">
      <h2 id="welcome-title">${text("citizen-welcome")}</h2>
      <p>${text("citizen-welcome-who")}</p>
      <ul class="doors" role="list" aria-label=${text("citizen-doors")}>
        ${data.doors.map(
          (door) => html`<li key=${door.id}>
            <${Button} label=${door.label} icon="chevron-right" onClick=${() => visit.enter(door)} />
          </li>`,
        )}
      </ul>
      <p class="welcome-type">${text("citizen-welcome-type")}</p>
    </section>
  `;
}
