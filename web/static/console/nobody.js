/** What stands in the middle while no conversation is open. */

import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { useText } from "../components/speech.js";
import { useDesk } from "./context.js";

/** @param {{ actions: readonly import("./keys.js").Action[] }} props */
export function Nobody({ actions }) {
  const desk = useDesk();
  const text = useText();
  const waiting = desk.queue.value.waiting_count;
  const accepting = desk.accepting.value;
  if (accepting === null) {
    return null;
  }
  /** @param {string} id */
  const run = (id) => actions.find((action) => action.id === id)?.run();
  return html`
    <div class="nobody">
      <p class="nobody-text">
        ${accepting ? text("nobody-accepting", { count: waiting }) : text("nobody-away", { count: waiting })}
      </p>
      <div class="nobody-actions">
        ${!accepting && html`<${Button}
          kind="primary"
          label=${text("action-accept")}
          keys="Alt+B"
          onClick=${() => run("accept")}
        />`}
        ${
          accepting &&
          waiting > 0 &&
          html`<${Button}
            kind="primary"
            label=${text("action-take-next")}
            keys="Alt+N"
            onClick=${() => run("take-next")}
          />`
        }
        <${Button} icon="keyboard" label=${text("action-keys")} keys="?" onClick=${() => run("keys")} />
      </div>
    </div>
  `;
}
