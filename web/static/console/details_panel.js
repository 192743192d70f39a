/** Who it is, where, what for, and what the bot made of it. */

import { html } from "../components/html.js";
import { Icon } from "../components/icon.js";
import { named } from "../components/log_events.js";
import { useSpeech } from "../components/speech.js";
import { useNames } from "./context.js";
import { languageName, languageTitle } from "./names.js";
import { NeedForm } from "./need_form.js";
import { RecordingsSection } from "./recordings_section.js";

/** @typedef {import("./assignment.js").Assignment} Assignment */

const ICONS = { citizen: "user", agent: "user-check", bot: "bot", guest: "languages", desk: "shield"  };

/** @param {{ assignment: Assignment }} props */
export function DetailsPanel({ assignment }) {
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
    <${RecordingsSection} assignment=${assignment} />
    <${Findings} assignment=${assignment} />
  `;
}

/** The newest first: what was decided on which message, and why. @param {{ assignment: Assignment }} props */
function Findings({ assignment }) {
  const names = useNames();
  const { language, text } = useSpeech();
  const findings = assignment.findings.value;
  if (findings.length === 0) {
    return null;
  }
  return html`
    <section class="panel-section">
      <h3>${text("findings-title")}</h3>
      <ol role="list" class="findings">
        ${findings.map(
          (finding) => html`<li key=${finding.message} class="finding">
            <p>
              <strong>${text(`finding-${finding.action}`)}</strong>
              ${finding.topics.length > 0 && html`: ${finding.topics.map(names.topic).join(", ")}`}
            </p>
            <p class="field-help">
              ${text("finding-message", { number: finding.message })}
              ${finding.language !== null && ` · ${languageName(finding.language, language)}`}
              ${finding.rules.length > 0 && ` · ${finding.rules.join(", ")}`}
              ${topScore(finding.scores)}
            </p>
          </li>`,
        )}
      </ol>
    </section>
  `;
}

/**
 * How sure the bot was of what it was surest of.
 * @param {{ readonly [topic: string]: number }} scores
 */
function topScore(scores) {
  const best = Math.max(...Object.values(scores), -Infinity);
  return best === -Infinity ? "" : ` · ${Math.round(best * 100)}\u00a0%`;
}
