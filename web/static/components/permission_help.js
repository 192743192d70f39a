/** How to let this page use camera and microphone after all, in this browser on this system. */

import { useEffect } from "preact/hooks";

import { browserOf } from "../shared/browser.js";
import { onceAllowed } from "../shared/devices.js";
import { html } from "./html.js";
import { useText } from "./speech.js";

/** @typedef {import("../shared/browser.js").Family} Family */
/** @typedef {import("../shared/browser.js").System} System */

/**
 * The texts to follow, one after the other: the browser's own setting first, then the one of its system.
 * @param {{ family: Family, system: System }} browser
 * @returns {string[]}
 */
export function stepsFor({ family, system }) {
  if (system === "ios") {
    return [family === "safari" ? "permission-safari-ios" : "permission-other-ios"];
  }
  const own = family === "safari" ? "safari-mac" : system === "android" ? `${family}-android` : family;
  return [`permission-${own}`, ...(system === "other" ? [] : [`permission-system-${system}`])];
}

/** @param {{ onAllowed: () => void }} props `onAllowed`: the browser says that it is allowed now */
export function PermissionHelp({ onAllowed }) {
  const text = useText();
  useEffect(() => onceAllowed(onAllowed), []);
  return html`
    <p>${text("permission-how")}</p>
    <ol class="permission-help">
      ${stepsFor(browserOf(navigator)).map((step) => html`<li key=${step}>${text(step)}</li>`)}
      <li>${text("permission-again")}</li>
    </ol>
  `;
}
