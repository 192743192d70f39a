/** Who it is, where, what for, and what the bot made of it. */

import { useSignal } from "@preact/signals";

import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { Icon } from "../components/icon.js";
import { named } from "../components/log_events.js";
import { refusalText } from "../components/notices.js";
import { useSpeech } from "../components/speech.js";
import { Contact } from "./contact_dialog.js";
import { useDesk, useNames } from "./context.js";
import { languageName, languageTitle } from "./names.js";
import { NeedForm } from "./need_form.js";
import { hasGuess, percent } from "./why.js";
import { RecordingsSection } from "./recordings_section.js";

/** @typedef {import("./assignment.js").Assignment} Assignment */

const ICONS = { citizen: "user", agent: "user-check", bot: "bot", guest: "languages", desk: "shield"  };

/**
 * @param {{
 *   assignment: Assignment,
 *   dialog: import("@preact/signals").Signal<import("./console_view.js").DialogName | null>,
 * }} props
 */
export function DetailsPanel({ assignment, dialog }) {
  const names = useNames();
  const { language, text } = useSpeech();
  const { conversation, site, shown } = assignment;
  return html`
    <section class="panel-section">
      <h3>${text("need-title")}</h3>
      <${NeedForm} assignment=${assignment} />
    </section>
    <section class="panel-section">
      <h3>${text("who-title")}</h3>
      <ul role="list" class="participants">
        ${conversation.participants.value.map((author) => {
          const who = author.participant === conversation.me ? "me" : author.kind;
          return html`<li key=${author.participant}>
            <${Icon} name=${ICONS[author.kind]} />
            <bdi>${text("log-author", { who, name: named(author) })}</bdi>
          </li>`;
        })}
      </ul>
      <dl class="facts">
        <dt>${text("fact-language")}</dt>
        <dd>${languageTitle(assignment.language.value, language)}</dd>
        <dt>${text("fact-site")}</dt>
        <dd><bdi>${site.value ?? text("fact-own-page")}</bdi></dd>
        <dt>${text("fact-team")}</dt>
        <dd><bdi>${names.team(shown.value.team)}</bdi></dd>
      </dl>
    </section>
    <section class="panel-section">
      <h3>${text("contact-earlier")}</h3>
      <${EarlierContact} assignment=${assignment} onChoose=${() => (dialog.value = "contact")} />
    </section>
    <${RecordingsSection} assignment=${assignment} />
    <${Findings} assignment=${assignment} />
  `;
}

/** Whether the citizen was here before. @param {{ assignment: Assignment, onChoose: () => void }} props */
function EarlierContact({ assignment, onChoose }) {
  const desk = useDesk();
  const { text } = useSpeech();
  const problem = useSignal(/** @type {string | null} */ (null));
  const earlier = assignment.earlier.value;
  const takeBack = async () => {
    try {
      await assignment.conversation.sendOnce("contact.link", {});
      problem.value = null;
    } catch (error) {
      problem.value = refusalText(error, text);
    }
  };
  if (earlier === null) {
    return html`
      <p class="field-help">${text("contact-unknown")}</p>
      <div><${Button} icon="history" label=${text("contact-open")} onClick=${onChoose} /></div>
    `;
  }
  return html`
    <p><${Contact} contact=${earlier} /></p>
    <div class="contact-doings">
      <${Button} icon="eye" label=${text("utterance-look")} onClick=${() => desk.look(earlier.conversation)} />
      <${Button} kind="quiet" icon="x" label=${text("contact-take-back")} onClick=${takeBack} />
    </div>
    <p role="status" class="field-problem">${problem.value}</p>
  `;
}

/** The newest first: what was decided on which message, and why. @param {{ assignment: Assignment }} props */
function Findings({ assignment }) {
  const names = useNames();
  const { language, text } = useSpeech();
  const problem = useSignal(/** @type {string | null} */ (null));
  const findings = assignment.findings.value;
  const log = assignment.conversation.strands.staff?.log;
  const hasEarlier = log?.hasEarlier.value ?? false;
  if (findings.length === 0 && !hasEarlier) {
    return null;
  }
  const readBack = async () => {
    try {
      await log?.readBack();
      problem.value = null;
    } catch (error) {
      problem.value = refusalText(error, text);
    }
  };
  return html`
    <section class="panel-section">
      <h3>${text("findings-title")}</h3>
      <ol role="list" class="findings">
        ${findings.map(
          (finding) => html`<li key=${finding.message} class="finding">
            <p>
              <strong>${text(`finding-${finding.action}`)}</strong>
              ${finding.topics.length > 0 && hasGuess(finding) && html`: ${finding.topics.map(names.topic).join(", ")}`}
            </p>
            <p class="field-help">
              ${text("finding-message", { number: finding.message })}
              ${finding.language !== null && ` · ${languageName(finding.language, language)}`}
              ${finding.rules.length > 0 && ` · ${finding.rules.join(", ")}`}
              ${finding.stages.length > 0 && ` · ${percent(finding)}\u00a0%`}
            </p>
          </li>`,
        )}
      </ol>
      ${hasEarlier && html`<div><${Button} icon="history" label=${text("findings-earlier")} onClick=${readBack} /></div>`}
      <p role="status" class="field-problem">${problem.value}</p>
    </section>
  `;
}
