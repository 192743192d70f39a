/** What the screen says beside the conversation: what stands, what went wrong and what to do next. */

import { html } from "./html.js";
import { Icon } from "./icon.js";

const ICONS = { info: "info", warning: "triangle-alert", success: "check", danger: "triangle-alert" };

/**
 * One notice with what to do about it. Where it must be read out, it stands in a `role="status"` of the page.
 * @param {{ kind?: keyof typeof ICONS, icon?: string, children?: import("preact").ComponentChildren }} props
 */
export function Banner({ kind = "info", icon, children }) {
  return html`<div class="banner banner-${kind}">
    <${Icon} name=${icon ?? ICONS[kind]} />
    <div class="banner-text">${children}</div>
  </div>`;
}

/**
 * One quiet line whose changes are read out. Leave it in the page while it is empty: what appears together with its
 * live region is often not read.
 * @param {{ icon?: string, children?: import("preact").ComponentChildren }} props
 */
export function StatusLine({ icon, children }) {
  return html`<div class="status-line" role="status">
    ${children && icon && html`<${Icon} name=${icon} />`}${children && html`<span>${children}</span>`}
  </div>`;
}

/**
 * What is wrong with one thing, to stand beside it.
 * @param {{ children?: import("preact").ComponentChildren }} props
 */
export function Problem({ children }) {
  return html`<p class="field-problem"><${Icon} name="circle-alert" /><span>${children}</span></p>`;
}

/**
 * A refusal of the desk in words, with what to do next.
 * @param {unknown} error  a `Refused`, an `Unanswered`, or whatever else was thrown
 * @param {import("./speech.js").Text} text
 */
export function refusalText(error, text) {
  const { code, retryAfter } = /** @type {{ code?: string, retryAfter?: number | null }} */ (error ?? {});
  return text(`error-${code ?? "unanswered"}`, { seconds: Math.ceil(retryAfter ?? 0) });
}
