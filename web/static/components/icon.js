/** Icons of the vendored sprite. */

import { html } from "./html.js";

/**
 * Where the sprite is served, under the version that this module has: kept for good, so that an icon that is first
 * needed when the network is gone is there. Each symbol in it bears the name of its icon.
 */
const SPRITE = new URL("../../vendor/lucide.svg", import.meta.url).pathname;

/**
 * An icon. Beside a text it is decoration and has no label; alone, it needs one.
 * @param {{ name: string, label?: string }} props
 */
export function Icon({ name, label }) {
  const spoken = label === undefined ? { "aria-hidden": "true" } : { role: "img", "aria-label": label };
  return html`<svg class="icon" ...${spoken} focusable="false"><use href="${SPRITE}#${name}" /></svg>`;
}
