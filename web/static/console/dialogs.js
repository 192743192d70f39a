/** The windows in front of the console, one at a time. */

import { useSignal } from "@preact/signals";

import { Button } from "../components/button.js";
import { Dialog } from "../components/dialog.js";
import { html } from "../components/html.js";
import { useText } from "../components/speech.js";
import { ContactDialog } from "./contact_dialog.js";
import { useDesk } from "./context.js";
import { FinishDialog } from "./finish_dialog.js";
import { Keys } from "./keys_shown.js";
import { MarkDialog } from "./mark_dialog.js";
import { Palette } from "./palette.js";
import { TransferDialog } from "./transfer_dialog.js";

/** @typedef {import("./console_view.js").DialogName} DialogName */

/**
 * @param {{
 *   dialog: import("@preact/signals").Signal<DialogName | null>,
 *   actions: readonly import("./keys.js").Action[],
 *   onSignOut: () => void,
 * }} props
 */
export function Dialogs({ dialog, actions, onSignOut }) {
  const desk = useDesk();
  /** The colleague that a transfer is meant for, when it was begun by their name. */
  const recipient = useSignal(/** @type {string | null} */ (null));
  const current = desk.current.value;
  const close = () => {
    dialog.value = null;
    recipient.value = null;
  };
  /** @param {string} agent */
  const transferTo = (agent) => {
    recipient.value = agent;
    dialog.value = "transfer";
  };
  switch (dialog.value) {
    case "keys":
      return html`<${KeysDialog} actions=${actions} onClose=${close} />`;
    case "palette":
      return html`<${Palette} actions=${actions} onClose=${close} onTransfer=${transferTo} />`;
    case "transfer":
      return (
        current &&
        html`<${TransferDialog}
          key=${current.id}
          assignment=${current}
          recipient=${recipient.value}
          onClose=${close}
        />`
      );
    case "finish":
      return current && html`<${FinishDialog} key=${current.id} assignment=${current} onClose=${close} />`;
    case "mark":
      return (
        current &&
        current.marking.value !== null &&
        html`<${MarkDialog} key=${current.id} assignment=${current} message=${current.marking.value} onClose=${close} />`
      );
    case "contact":
      return current && html`<${ContactDialog} key=${current.id} assignment=${current} onClose=${close} />`;
    case "sign-out":
      return html`<${SignOutDialog} onClose=${close} onSignOut=${onSignOut} />`;
    case null:
      return null;
  }
}

/** @param {{ actions: readonly import("./keys.js").Action[], onClose: () => void }} props */
function KeysDialog({ actions, onClose }) {
  const desk = useDesk();
  const text = useText();
  return html`<${Dialog} title=${text("action-keys")} wide onClose=${onClose}>
    <dl class="keys">
      ${actions
        .filter(({ id, keys }) => keys !== undefined && (id !== "review" || desk.agent.supervisor))
        .map(
          (action) => html`<div key=${action.id}>
            <dt><${Keys} keys=${action.keys ?? ""} /></dt>
            <dd>${text(`action-${action.id}`)}</dd>
          </div>`,
        )}
      <div>
        <dt><kbd>Enter</kbd></dt>
        <dd>${text("keys-enter")}</dd>
      </div>
      <div>
        <dt><kbd>Shift</kbd>+<kbd>Enter</kbd></dt>
        <dd>${text("keys-shift-enter")}</dd>
      </div>
      <div>
        <dt><kbd>/</kbd></dt>
        <dd>${text("keys-slash")}</dd>
      </div>
    </dl>
  </${Dialog}>`;
}

/** @param {{ onClose: () => void, onSignOut: () => void }} props */
function SignOutDialog({ onClose, onSignOut }) {
  const desk = useDesk();
  const text = useText();
  const mine = desk.open.value.filter((assignment) => assignment.mine.value && !assignment.closed.value).length;
  const footer = html`
    <${Button} label=${text("dialog-cancel")} onClick=${onClose} />
    <${Button} kind="primary" icon="log-out" label=${text("sign-out")} onClick=${onSignOut} />
  `;
  return html`<${Dialog} title=${text("sign-out-title")} onClose=${onClose} footer=${footer}>
    <p>${text("sign-out-open", { count: mine })}</p>
  </${Dialog}>`;
}
