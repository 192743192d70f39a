/** One conversation: what it is about, its call, its log, and where the agent writes. */

import { useMemo } from "preact/hooks";

import { Button } from "../components/button.js";
import { isIn, partyOf } from "../components/call_standing.js";
import { CallView } from "../components/call_view.js";
import { html } from "../components/html.js";
import { Icon } from "../components/icon.js";
import { MessageLog } from "../components/message_log.js";
import { timeOfDay, useSpeech } from "../components/speech.js";
import { CallPeople } from "./call_people.js";
import { useDesk, useNames } from "./context.js";
import { languageTitle } from "./names.js";
import { PaperLinks } from "./paper_links.js";
import { PutAway } from "./tabs.js";
import { UrgencyMark } from "./urgency_mark.js";
import { BotAnswer } from "./why.js";
import { Writing } from "./writing.js";

/** @typedef {import("./assignment.js").Assignment} Assignment */

/** @type {import("../components/call_view.js").Party} */
const CITIZEN = { who: "citizen", name: "" };

/**
 * @param {{
 *   assignment: Assignment,
 *   dialog: import("@preact/signals").Signal<import("./console_view.js").DialogName | null>,
 *   panel: import("@preact/signals").Signal<import("./console_view.js").PanelName>,
 *   panelOpen: import("@preact/signals").Signal<boolean>,
 * }} props
 */
export function ConversationView({ assignment, dialog, panel, panelOpen }) {
  const { text } = useSpeech();
  const names = useNames();
  const { conversation, calling, mine, closed } = assignment;
  const active = mine.value && !closed.value;
  const seated = partyOf(conversation.call.value, conversation.me) !== null;
  return html`
    <div class="conversation" id="open-conversation" role="tabpanel" aria-label=${text("conversation-label")}>
      <${Heading} assignment=${assignment} panelOpen=${panelOpen} />
      <div class="conversation-body">
        ${
          (active || seated) &&
          html`<div class="conversation-call">
            <${CallView}
              calling=${calling}
              view=${conversation.call.value}
              me=${conversation.me}
              other=${CITIZEN}
              mayRecord=${active && names.mayRecord(assignment.need.value.topic)}
              photos=${active ? "asks" : null}
            />
            ${active && html`<${CallPeople} assignment=${assignment} />`}
          </div>`
        }
        <div class="conversation-log">
          <${ConversationLog} assignment=${assignment} dialog=${dialog} />
          <${Writing} assignment=${assignment} panel=${panel} panelOpen=${panelOpen} />
        </div>
      </div>
      ${active ? html`<${Doings}
        assignment=${assignment}
        dialog=${dialog}
      />` : html`<${NotMine} assignment=${assignment} />`}
    </div>
  `;
}

/** @param {{ assignment: Assignment, panelOpen: import("@preact/signals").Signal<boolean> }} props */
function Heading({ assignment, panelOpen }) {
  const names = useNames();
  const { language, text } = useSpeech();
  const { topic, neighbourhood, urgency } = assignment.need.value;
  const opened = assignment.shown.value.opened_at;
  return html`
    <header class="conversation-head">
      <h2>${topic === null ? text("topic-unknown") : names.topic(topic)}</h2>
      <p class="conversation-facts">
        <${UrgencyMark} urgency=${urgency} />
        <span>${languageTitle(assignment.language.value, language)}</span>
        ${
          neighbourhood !== null &&
          html`<span><${Icon} name="map-pin" /><bdi>${names.neighbourhood(neighbourhood)}</bdi></span>`
        }
        ${opened && html`<span>${text("conversation-since", { time: timeOfDay(language, opened) })}</span>`}
        ${
          assignment.conversation.sensitive.value &&
          html`<span><${Icon} name="shield" />${text("conversation-sensitive")}</span>`
        }
      </p>
      <${Button}
        class="panel-toggle"
        icon="list"
        label=${text("panel-toggle")}
        aria-expanded=${panelOpen.value ? "true" : "false"}
        aria-controls="panel"
        onClick=${() => (panelOpen.value = !panelOpen.value)}
      />
    </header>
  `;
}

/**
 * @param {{
 *   assignment: Assignment,
 *   dialog: import("@preact/signals").Signal<import("./console_view.js").DialogName | null>,
 * }} props
 */
function ConversationLog({ assignment, dialog }) {
  const desk = useDesk();
  const names = useNames();
  const { text } = useSpeech();
  const { conversation } = assignment;
  const reports = conversation.reports.value;
  const forms = JSON.stringify(reports.map(({ report, form }) => [report, form]));
  const named = useMemo(() => names.withReports(new Map(JSON.parse(forms))), [names, forms]);
  const mark = (/** @type {number} */ message) => {
    assignment.marking.value = message;
    dialog.value = "mark";
  };
  const actions = useMemo(
    () => ({
      onRetry: (/** @type {string} */ clientId) => conversation.outbox.retry(clientId),
      onDrop: (/** @type {string} */ clientId) => conversation.outbox.drop(clientId),
      onEdit: (/** @type {string} */ clientId) => {
        const letter = conversation.outbox.takeBack(clientId);
        if (letter !== undefined) desk.drafts.takeBack(assignment.id, letter);
      },
      /** @type {import("../components/message.js").MessageActions["below"]} */
      below: ({ number }, { kind }) =>
        kind === "bot" && number !== null && html`<${BotAnswer} assignment=${assignment} number=${number} onMark=${mark} />`,
    }),
    [conversation],
  );
  const typing = Object.values(conversation.strands).flatMap(({ typing }) => typing.who.value);
  return html`
    <${MessageLog}
      label=${text("conversation-log")}
      entries=${assignment.entries.value}
      outgoing=${conversation.outgoing.value}
      me=${assignment.me}
      audience="staff"
      read=${assignment.read.value}
      closed=${assignment.closed.value}
      names=${named}
      settled=${assignment.settled}
      hasEarlier=${assignment.hasEarlier.value}
      onEarlier=${() => assignment.readBack()}
      emergency=${(/** @type {{ tier: 1 | 2 }} */ { tier }) => html`<${EmergencyLine} tier=${tier} />`}
      paper=${(/** @type {string} */ report) => html`<${PaperLinks} report=${report} />`}
      actions=${actions}
      onSeen=${() => assignment.seen()}
    />
    <p class="typing conversation-typing">
      ${typing.map(({ kind, name }) => html`<span>${text("typing", { who: kind, name: name ?? "" })}</span>`)}
    </p>
  `;
}

/** The citizen was shown whom to call. @param {{ tier: 1 | 2 }} props */
function EmergencyLine({ tier }) {
  const { text } = useSpeech();
  return html`<div class="message-log-event emergency-line">
    <p><${Icon} name="triangle-alert" /> ${text(tier === 1 ? "emergency-shown" : "emergency-asked")}</p>
  </div>`;
}

/**
 * What can be done with a conversation that is one's own.
 * @param {{
 *   assignment: Assignment,
 *   dialog: import("@preact/signals").Signal<import("./console_view.js").DialogName | null>,
 * }} props
 */
function Doings({ assignment, dialog }) {
  const desk = useDesk();
  const { text } = useSpeech();
  const { calling } = assignment;
  return html`
    <div class="doings" role="group" aria-label=${text("doings-label")}>
      <${Button}
        icon="video"
        label=${text("action-call")}
        keys="Alt+V"
        disabled=${!calling.mayPropose}
        onClick=${() => calling.prepare("propose", true)}
      />
      <${Button}
        icon="triangle-alert"
        label=${text("action-emergency")}
        onClick=${() => desk.raiseEmergency(assignment)}
      />
      <span class="doings-gap"></span>
      <${Button}
        icon="arrow-right-left"
        label=${text("action-transfer")}
        keys="Alt+T"
        onClick=${() => (dialog.value = "transfer")}
      />
      <${Button} icon="check" label=${text("action-finish")} keys="Alt+S" onClick=${() => (dialog.value = "finish")} />
    </div>
  `;
}

/** Why nothing can be said here, and what can be done instead. @param {{ assignment: Assignment }} props */
function NotMine({ assignment }) {
  const desk = useDesk();
  const { text } = useSpeech();
  const { closed, conversation } = assignment;
  const waits = conversation.phase.value === "waiting";
  const inCall = isIn(conversation.call.value, conversation.me);
  const why = closed.value ? "closed" : inCall ? "in-call" : waits ? "waiting" : "colleague";
  return html`
    <div class="doings">
      <p class="doings-why">
        <${Icon}
          name=${closed.value ? "lock" : inCall ? "video" : "eye"}
        />${text(`not-mine-${why}`)}
      </p>
      <span class="doings-gap"></span>
      ${waits && html`<${Button}
        kind="primary"
        label=${text("waiting-take")}
        onClick=${() => desk.take(assignment.id)}
      />`}
      <${PutAway} assignment=${assignment} />
    </div>
  `;
}
