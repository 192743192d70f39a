/** The conversation itself: what was said, how it stands, and where to write. */

import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";

import { Button } from "../components/button.js";
import { Composer } from "../components/composer.js";
import { EmergencyCard } from "../components/emergency_card.js";
import { html } from "../components/html.js";
import { MessageLog } from "../components/message_log.js";
import { Banner } from "../components/notices.js";
import { Outdated } from "../components/outdated.js";
import { useText } from "../components/speech.js";
import { Closing } from "./closing.js";
import { useDesk } from "./desk.js";
import { Expiry } from "./expiry.js";
import { Options } from "./options.js";
import { OwnWindowButton } from "./own_window.js";
import { Standing } from "./standing.js";
import { Welcome } from "./welcome.js";

/** @typedef {import("../shared/protocol.js").Author} Author */

/** @type {readonly import("../shared/protocol.js").Entry[]} */
const NOTHING_SAID = [];

/** @param {{ onPaper: (report: string) => import("preact").ComponentChildren }} props */
export function Talk({ onPaper }) {
  const { visit, data, storage } = useDesk();
  const text = useText();
  const conversation = visit.conversation.value;
  const shared = conversation?.shared;
  /** @type {Author} */
  const me = useMemo(
    () => ({ participant: conversation?.me ?? "", kind: "citizen", name: null, role: null }),
    [conversation],
  );
  const actions = useMemo(
    () => ({
      onChoice: (/** @type {import("../shared/protocol.js").Choice} */ { value, label }) => visit.say(label, { choice: value }),
      onRetry: (/** @type {string} */ id) => visit.outbox.peek().retry(id),
      onDrop: (/** @type {string} */ id) => visit.outbox.peek().drop(id),
      onEdit: (/** @type {string} */ id) => visit.draft.takeBack([visit.outbox.peek().takeBack(id)?.text ?? ""]),
    }),
    [visit],
  );
  const asked = !visit.over.value && isAsked(shared?.log.entries.value ?? NOTHING_SAID, me);
  /** @param {boolean} now */
  const answer = (now) =>
    visit.say(text(now ? "emergency-now" : "emergency-not-now"), { choice: now ? "emergency.yes" : "emergency.no" });
  /** @param {import("../components/log_items.js").Emergency} item */
  const emergency = ({ tier, latest }) =>
    html`<${EmergencyCard} card=${data.card} tier=${tier} latest=${latest} onAnswer=${asked ? answer : undefined} />`;

  return html`
    <${MessageLog}
      label=${text("citizen-log")}
      entries=${shared?.log.entries.value ?? NOTHING_SAID}
      outgoing=${visit.outgoing.value}
      me=${me}
      audience="citizen"
      read=${shared?.reading.byOthers.value ?? 0}
      closed=${visit.over.value}
      settled=${!visit.begun.value || (shared?.log.complete.value ?? false)}
      hasEarlier=${shared?.log.hasEarlier.value ?? false}
      onEarlier=${async () => shared?.log.readBack()}
      emergency=${emergency}
      paper=${onPaper}
      actions=${actions}
      onSeen=${() => shared?.reading.seen(shared.log.last)}
    >
      ${!visit.begun.value && html`<${Welcome} />`}
    <//>
    <footer class="foot">
      <${Standing} />
      <${NotKept} />
      <${Expiry} />
      <div role="alert">${visit.outdated.value && html`<${Outdated} kept=${storage.place.value !== "memory"} />`}</div>
      ${visit.over.value && conversation ? html`<${Closing} conversation=${conversation} />` : html`<${Writing} />`}
    </footer>
  `;
}

/**
 * Whether the question if it happens now still waits: whatever the citizen says next goes past it.
 * @param {readonly import("../shared/protocol.js").Entry[]} entries
 * @param {Author} me
 */
function isAsked(entries, me) {
  const raised = entries.findLastIndex(({ body }) => body.type === "emergency.raised");
  const said = entries.findLastIndex(
    ({ author, body }) => author.participant === me.participant && body.type === "message.posted",
  );
  return raised > said;
}

/** Where the browser forbids storage, a reload ends the conversation: that is said, with the way around it. */
function NotKept() {
  const { visit, storage } = useDesk();
  const text = useText();
  const read = useSignal(false);
  const shown = storage.place.value === "memory" && visit.begun.value && !visit.over.value && !read.value;
  return html`<div class="not-kept" role="status">
    ${
      shown &&
      html`<${Banner} kind="warning">
        <p>${text("citizen-kept-in-memory")}</p>
        <${OwnWindowButton} />
        <${Button} bare kind="quiet" icon="x" label=${text("citizen-understood")} onClick=${() => (read.value = true)} />
      <//>`
    }
  </div>`;
}

function Writing() {
  const { visit } = useDesk();
  const text = useText();
  /** @param {string} written */
  const write = (written) => {
    visit.draft.write(written);
    const typing = visit.conversation.peek()?.shared.typing;
    if (written === "") typing?.stopped();
    else typing?.typed();
  };
  return html`<${Composer}
    value=${visit.draft.text.value}
    onInput=${write}
    onSend=${(/** @type {string} */ said) => {
      visit.say(said);
      write("");
    }}
    label=${text("citizen-write")}
    placeholder=${text("citizen-write-here")}
  >
    <${MoreButton} />
  <//>`;
}

function MoreButton() {
  const text = useText();
  const open = useSignal(false);
  return html`<${Button} bare icon="ellipsis" label=${text("citizen-options")} aria-haspopup="dialog" onClick=${() => (open.value = true)} />
    ${open.value && html`<${Options} onClose=${() => (open.value = false)} />`}`;
}
