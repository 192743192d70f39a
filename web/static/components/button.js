/** Buttons. */

import { html } from "./html.js";
import { Icon } from "./icon.js";

/**
 * @typedef {object} ButtonProps
 * @property {"plain" | "primary" | "quiet" | "danger"} [kind]  `danger` is for 112, 101 and leaving in a hurry alone
 * @property {string} [icon]
 * @property {string} label  what it says; with `bare` it is read out and shown as a tooltip
 * @property {boolean} [bare]  only the icon is seen
 * @property {boolean} [busy]  what it does is under way: it can still be reached, but does nothing
 * @property {string} [keys]  the keys that do the same, e.g. `Alt+1`
 * @property {(event: MouseEvent) => void} [onClick]
 */

/**
 * A button. Other attributes (`aria-expanded`, `disabled`, …) go to the element as they are.
 * @param {ButtonProps & Record<string, unknown>} props
 */
export function Button({ kind = "plain", icon, label, bare = false, busy = false, keys, onClick, ...rest }) {
  return html`
    <button
      type="button"
      ...${rest}
      class="button button-${kind} ${bare ? "button-bare" : ""} ${rest.class ?? ""}"
      aria-label=${bare ? label : undefined}
      title=${bare ? (keys ? `${label} (${keys})` : label) : undefined}
      aria-keyshortcuts=${keys}
      aria-disabled=${busy ? "true" : undefined}
      onClick=${busy ? ignore : onClick}
    >
      ${icon && html`<${Icon} name=${icon} />`}${!bare && html`<span>${label}</span>`}
    </button>
  `;
}

/** @param {Event} event */
function ignore(event) {
  event.preventDefault();
}
