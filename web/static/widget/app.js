/** The citizen's screen, in a frame or as a page of its own. */

import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";

import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { useText } from "../components/speech.js";
import { useDesk } from "./desk.js";
import { FirstWayOut, Head, Urgent, WayOut } from "./head.js";
import { Later } from "./later.js";
import { Lost } from "./lost.js";
import { ReportButton } from "./paper.js";
import { Talk } from "./talk.js";

/** @typedef {"talk" | "report"} Pane */

export function App() {
  const { visit, data } = useDesk();
  const pane = useSignal(/** @type {Pane} */ ("talk"));
  const loss = visit.loss.value;
  const reports = visit.conversation.value?.reports.value ?? [];
  return html`
    <${FirstWayOut} />
    <${Head} />
    ${data.demo_notice && html`<p class="demo-notice">${data.demo_notice}</p>`}
    <${Urgent} />
    <${WayOut} />
    ${reports.length > 0 && html`<${Panes} pane=${pane} offered=${reports.some(({ state }) => state === "offered")} />`}
    <main class="panes" data-pane=${reports.length > 0 ? pane.value : "talk"}>
      <${CallBeside} />
      <div class="pane pane-talk" id="pane-talk">
        ${loss === null ? html`<${Talk} onPaper=${paper} />` : html`<${Lost} loss=${loss} />`}
      </div>
      ${reports.length > 0 && html`<${Reports} reports=${reports} />`}
    </main>
  `;
}

function CallBeside() {
  const { calls } = useDesk();
  const current = calls.current.value;
  const part = calls.pane.part.value;
  if (current === null || part === null || !part.hasCall(current.conversation, current.calling)) return null;
  return html`<div class="pane pane-call"><${part.CallPane} ...${current} /></div>`;
}

/** @param {{ reports: readonly import("../shared/protocol.js").ReportView[] }} props */
function Reports({ reports }) {
  const { visit } = useDesk();
  const text = useText();
  /** @type {Later<typeof import("./report.js")>} */
  const later = useMemo(() => new Later((again) => import(`./report.js${again}`)), []);
  later.want();
  const part = later.part.value;
  return html`<div class="pane pane-report" id="pane-report" role="region" aria-label=${text("citizen-pane-report")}>
    ${part && reports.map((view) => html`<${part.Report} key=${view.report} conversation=${visit.conversation.value} view=${view} />`)}
  </div>`;
}

/** @param {string} report */
function paper(report) {
  return html`<${ReportButton} report=${report} />`;
}

/** Where there is room for one pane only: which one. @param {{ pane: import("@preact/signals").Signal<Pane>, offered: boolean }} props */
function Panes({ pane, offered }) {
  const text = useText();
  /** Arrow keys walk along the tabs. @param {KeyboardEvent} event */
  const walk = (event) => {
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    pane.value = pane.value === "talk" ? "report" : "talk";
    document.getElementById(`tab-${pane.value}`)?.focus();
  };
  /** @param {Pane} one @param {string} icon @param {string} label */
  const tab = (one, icon, label) =>
    html`<${Button}
      id="tab-${one}"
      role="tab"
      icon=${icon}
      label=${text(label)}
      tabindex=${pane.value === one ? 0 : -1}
      aria-selected=${String(pane.value === one)}
      aria-controls="pane-${one}"
      onClick=${() => (pane.value = one)}
    />`;
  return html`<div class="pane-choice" role="tablist" aria-label=${text("citizen-panes")} onKeyDown=${walk}>
    ${tab("talk", "message-circle", "citizen-pane-talk")}
    ${tab("report", "file-text", offered ? "citizen-pane-report-offered" : "citizen-pane-report")}
  </div>`;
}
