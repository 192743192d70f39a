/** This page is older than the desk: only loading it again helps. */

import { Button } from "./button.js";
import { html } from "./html.js";
import { Banner } from "./notices.js";
import { useText } from "./speech.js";

/** @param {{ kept: boolean | null }} props  `kept`: whether what was written outlives the page; null where nothing is */
export function Outdated({ kept }) {
  const text = useText();
  return html`<${Banner} kind="warning">
    <p>${text(kept === null ? "outdated-nothing" : kept ? "outdated" : "outdated-unkept")}</p>
    <${Button} kind="primary" icon="rotate-cw" label=${text("outdated-reload")} onClick=${() => location.reload()} />
  <//>`;
}
