/** The left of the console: who I am, who waits, what the team has. */

import { Button } from "../components/button.js";
import { ConnectionLine } from "../components/connection_line.js";
import { html } from "../components/html.js";
import { Icon } from "../components/icon.js";
import { LanguageSwitcher } from "../components/language_switcher.js";
import { useSpeech } from "../components/speech.js";
import { useDesk } from "./context.js";
import { openReview } from "./reviewing.js";
import { TeamList } from "./team_list.js";
import { WaitingList } from "./waiting_list.js";

/** @typedef {import("../shared/protocol.js").Language} Language */

/**
 * @param {{
 *   languages: readonly Language[],
 *   onLanguage: (language: Language) => void,
 *   dialog: import("@preact/signals").Signal<import("./console_view.js").DialogName | null>,
 *   chime: import("./chime.js").Chime,
 * }} props
 */
export function Sidebar({ languages, onLanguage, dialog, chime }) {
  const desk = useDesk();
  const { language, text } = useSpeech();
  const { demo_notice } = desk.data.value;
  // A console that the desk does not let in knows nothing of who waits.
  const known = desk.connection.state.value !== "refused";
  return html`
    <aside class="sidebar" aria-label=${text("sidebar-label")}>
      <div class="sidebar-me">
        <p class="sidebar-name">
          <strong><bdi>${desk.agent.name}</bdi></strong> <span><bdi>${desk.agent.role}</bdi></span>
        </p>
        ${known && html`<${Availability} />`}
      </div>
      <div class="sidebar-lists">${known && html`<${WaitingList} /><${TeamList} />`}</div>
      <${ConnectionLine} connection=${desk.connection} waiting=${desk.waitingToBeSent} kept=${desk.keptIn} />
      <div class="sidebar-foot">
        <div class="sidebar-tools" role="group" aria-label=${text("sidebar-tools")}>
          <${SoundSwitch} chime=${chime} />
          ${
            desk.agent.supervisor &&
            html`<${Button}
              bare
              kind="quiet"
              icon="bot"
              label=${text("action-review")}
              keys="Alt+O"
              onClick=${() => openReview(desk)}
            />`
          }
          <${Button}
            bare
            kind="quiet"
            icon="search"
            label=${text("action-palette")}
            keys="Control+K"
            onClick=${() => (dialog.value = "palette")}
          />
          <${Button}
            bare
            kind="quiet"
            icon="keyboard"
            label=${text("action-keys")}
            keys="?"
            onClick=${() => (dialog.value = "keys")}
          />
          <a
            class="button button-quiet button-bare"
            href="/check?language=${language}"
            target="_blank"
            rel="noopener"
            aria-label=${text("call-check")}
            title=${text("call-check")}
          >
            <${Icon} name="gauge" />
          </a>
          <${Button}
            bare
            kind="quiet"
            icon="log-out"
            label=${text("sign-out")}
            onClick=${() => (dialog.value = "sign-out")}
          />
        </div>
        <${LanguageSwitcher} languages=${languages} language=${language} onChange=${onLanguage} />
        ${demo_notice && html`<p class="sidebar-demo">${demo_notice}</p>`}
      </div>
    </aside>
  `;
}

/** Whether I take conversations: only I, or a supervisor, change it. */
function Availability() {
  const desk = useDesk();
  const { text } = useSpeech();
  const accepting = desk.accepting.value;
  if (accepting === null) {
    return html`<p class="availability-unknown" role="status">${text("connecting")}</p>`;
  }
  return html`
    <button
      type="button"
      class="button availability ${accepting ? "availability-on" : ""}"
      role="switch"
      aria-checked=${accepting ? "true" : "false"}
      aria-keyshortcuts="Alt+B"
      onClick=${() => desk.setAvailability(!accepting)}
    >
      <span class="availability-knob" aria-hidden="true"></span>
      <span>${text(accepting ? "availability-on" : "availability-off")}</span>
    </button>
  `;
}

/** @param {{ chime: import("./chime.js").Chime }} props */
function SoundSwitch({ chime }) {
  const { attention } = useDesk();
  const { text } = useSpeech();
  const on = attention.sounding.value;
  return html`<${Button}
    bare
    kind="quiet"
    icon=${on ? "bell" : "bell-off"}
    label=${text(on ? "sound-off" : "sound-on")}
    onClick=${() => {
      attention.setSounding(!on);
      if (!on) {
        chime.play("waiting");
      }
    }}
  />`;
}
