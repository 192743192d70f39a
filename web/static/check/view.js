/** The page of the test: each thing with a plain verdict and what to do, and what it comes to in the end. */

import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { LanguageSwitcher } from "../components/language_switcher.js";
import { Banner } from "../components/notices.js";
import { Outdated } from "../components/outdated.js";
import { useSpeech, useText } from "../components/speech.js";
import { DeviceParts } from "./device_parts.js";
import { Row } from "./row.js";

/** @typedef {import("../shared/protocol.js").Language} Language */
/** @typedef {import("./check.js").Check} Check */
/** @typedef {import("./check.js").NetworkPart} NetworkPart */

/**
 * @param {{ check: Check, languages: readonly Language[], onLanguage: (language: Language) => void }} props
 */
export function CheckPage({ check, languages, onLanguage }) {
  const { language, text } = useSpeech();
  return html`
    <header class="page-head">
      <h1>${text("check-title")}</h1>
      <${LanguageSwitcher} languages=${languages} language=${language} onChange=${onLanguage} />
    </header>
    <main class="check">
      <p>${text("check-intro")}</p>
      <p class="field-help">${text("check-private")}</p>
      <div role="alert">${check.outdated.value && html`<${Outdated} kept=${null} />`}</div>
      <${Network} check=${check} />
      <${DeviceParts} check=${check} />
      <${Verdict} check=${check} />
      <p><a href="/desk?language=${language}">${text("check-to-desk")}</a></p>
    </main>
  `;
}

/** @param {{ check: Check }} props */
function Network({ check }) {
  const text = useText();
  const { socket, direct, turn } = check.outcomes;
  const begun = socket.value !== "waiting";
  const busy = check.busy.value;
  return html`
    <section aria-labelledby="check-network">
      <h2 id="check-network">${text("check-network")}</h2>
      <div>
        <${Button}
          kind=${begun ? "plain" : "primary"}
          icon=${begun ? "rotate-cw" : "play"}
          label=${text(busy ? "check-running" : begun ? "check-again" : "check-begin")}
          busy=${busy}
          onClick=${() => check.testNetwork()}
        />
      </div>
      <ul class="check-rows" role="list" aria-live="polite">
        <${Row} part="socket" outcome=${socket.value} />
        <${Row} part="direct" outcome=${direct.value} alone=${!check.hasTurn.value} />
        ${check.hasTurn.value && html`<${Row} part="turn" outcome=${turn.value} alone=${direct.value !== "good"} />`}
      </ul>
    </section>
  `;
}

const KINDS = /** @type {const} */ ({ video: "success", sound: "warning", chat: "warning", nothing: "warning" });

/**
 * What the reader can do now. Its place is there before it says anything, so that it is read out.
 * @param {{ check: Check }} props
 */
function Verdict({ check }) {
  const text = useText();
  const { verdict } = check;
  return html`
    <div class="check-verdict" role="status">
      ${verdict !== null && html`<${Banner} kind=${KINDS[verdict]}><p>${text(`check-verdict-${verdict}`)}</p></${Banner}>`}
    </div>
  `;
}
