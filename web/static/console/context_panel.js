/**
 * The right of the console: what is known about the conversation in front, its report, and answers that stand
 * ready.
 */

import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { useText } from "../components/speech.js";
import { AnswersPanel } from "./answers_panel.js";
import { DetailsPanel } from "./details_panel.js";
import { focusSoon } from "./keys.js";
import { ReportPanel } from "./report_panel.js";

/** @typedef {import("./console_view.js").PanelName} PanelName */

/** @type {PanelName[]} */
const PANELS = ["details", "report", "answers"];

/**
 * @param {{
 *   assignment: import("./assignment.js").Assignment,
 *   panel: import("@preact/signals").Signal<PanelName>,
 *   panelOpen: import("@preact/signals").Signal<boolean>,
 *   dialog: import("@preact/signals").Signal<import("./console_view.js").DialogName | null>,
 * }} props
 */
export function ContextPanel({ assignment, panel, panelOpen, dialog }) {
  const text = useText();
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const rightToLeft = getComputedStyle(/** @type {Element} */ (event.currentTarget)).direction === "rtl";
      const index = PANELS.indexOf(panel.value) + (rightToLeft ? -step : step);
      panel.value = PANELS[(index + PANELS.length) % PANELS.length] ?? "details";
      focusSoon("#panel [role=tab][aria-selected=true]");
    }
  };
  /** Over the conversation it can be left as a window can. @param {KeyboardEvent} event */
  const onEscape = (event) => {
    if (event.key === "Escape" && panelOpen.value) {
      panelOpen.value = false;
      focusSoon(".panel-toggle");
    }
  };
  return html`
    <aside class="panel" id="panel" aria-label=${text("panel-label")} onKeyDown=${onEscape}>
      <div class="panel-head">
        <div class="panel-tabs" role="tablist" aria-label=${text("panel-label")} onKeyDown=${onKey}>
          ${PANELS.map(
            (name) => html`<button
              key=${name}
              type="button"
              role="tab"
              class="panel-tab"
              id="panel-tab-${name}"
              aria-selected=${panel.value === name ? "true" : "false"}
              aria-controls="panel-content"
              tabindex=${panel.value === name ? 0 : -1}
              onClick=${() => (panel.value = name)}
            >
              ${text(`panel-${name}`)}
            </button>`,
          )}
        </div>
        <${Button}
          bare
          kind="quiet"
          class="panel-close"
          icon="x"
          label=${text("panel-close")}
          onClick=${() => (panelOpen.value = false)}
        />
      </div>
      <div
        class="panel-content"
        id="panel-content"
        role="tabpanel"
        aria-labelledby="panel-tab-${panel.value}"
        tabindex="0"
      >
        ${panel.value === "details" && html`<${DetailsPanel} assignment=${assignment} dialog=${dialog} />`}
        ${panel.value === "report" && html`<${ReportPanel} assignment=${assignment} />`}
        ${panel.value === "answers" && html`<${AnswersPanel} assignment=${assignment} />`}
      </div>
    </aside>
  `;
}
