/** When there is no conversation any more: why, and what to do. */

import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { useText } from "../components/speech.js";
import { useDesk } from "./desk.js";

/** @param {{ loss: import("./visit.js").Loss }} props */
export function Lost({ loss }) {
  const { visit } = useDesk();
  const text = useText();
  return html`
    <section class="lost" role="status">
      <p>${text("citizen-lost", { loss })}</p>
      ${
        visit.draft.text.value !== "" &&
        html`<p>${text("citizen-unsent")}</p>
          <p class="lost-unsent" dir="auto">${visit.draft.text.value}</p>`
      }
      <${Button} kind="primary" label=${text("citizen-start-over")} onClick=${() => visit.startOver()} />
    </section>
  `;
}
