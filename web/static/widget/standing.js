/** How the conversation stands: who answers, how long it takes, and how else one can be helped. */

import { useState } from "preact/hooks";

import { Button } from "../components/button.js";
import { ConnectionLine } from "../components/connection_line.js";
import { html } from "../components/html.js";
import { refusalText } from "../components/notices.js";
import { useText } from "../components/speech.js";
import { useDesk } from "./desk.js";

/** @typedef {import("../shared/conversation.js").Conversation} Conversation */

/** One place for who answers, who types, and that the connection is lost: what is under way covers what stands. */
export function Standing() {
  const { visit, storage } = useDesk();
  const text = useText();
  const conversation = visit.conversation.value;
  const phase = visit.phase.value;
  return html`
    <div class="standing">
      <div class="standing-news">
        <p role="status">${conversation && said(conversation, text)}</p>
        <${Typing} conversation=${conversation} />
        <${ConnectionLine}
          connection=${visit.connection.value}
          waiting=${visit.outbox.value.waiting.value}
          kept=${storage.place.value}
        />
      </div>
      ${conversation && phase === "triage" && html`<${PersonPlease} conversation=${conversation} />`}
      ${((conversation && phase === "waiting") || visit.connection.value?.crowded.value) && html`<${OtherWays} conversation=${conversation} />`}
      ${phase === "active" && html`<${RatherCall} />`}
    </div>
  `;
}

/** Not read out: a screen reader would say little else. @param {{ conversation: Conversation | null }} props */
function Typing({ conversation }) {
  const text = useText();
  const author = conversation?.shared.typing.who.value[0];
  return author && html`<p class="typing">${text("typing", { who: author.kind, name: author.name ?? "" })}</p>`;
}

/** @param {Conversation} conversation @param {import("../components/speech.js").Text} text */
function said(conversation, text) {
  const phase = conversation.phase.value;
  if (phase === "triage") return text("citizen-with-bot");
  if (phase === "active") {
    const agent = conversation.participants.value.findLast(({ kind }) => kind === "agent");
    return agent ? text("citizen-with-agent", { name: agent.name ?? "", role: agent.role ?? "" }) : "";
  }
  const standing = conversation.standing.value;
  if (phase !== "waiting" || standing === null) return "";
  if (!standing.staffed) return text("citizen-nobody-now");
  const [least, most] = standing.minutes ?? [0, 0];
  return text(standing.minutes === null ? "citizen-waiting" : "citizen-waiting-minutes", {
    position: standing.position ?? 1,
    least,
    most,
  });
}

/** @param {{ conversation: Conversation }} props */
function PersonPlease({ conversation }) {
  const text = useText();
  const [trouble, setTrouble] = useState("");
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    setBusy(true);
    try {
      await conversation.send("person.request", {});
      setTrouble("");
    } catch (error) {
      setTrouble(refusalText(error, text));
    } finally {
      setBusy(false);
    }
  };
  return html`<${Button} icon="user" label=${text("citizen-person-please")} busy=${busy} onClick=${ask} />
    ${trouble && html`<p class="field-problem" role="status">${trouble}</p>`}`;
}

/** Nobody is ever asked twice to call: this is for who would rather. */
function RatherCall() {
  const { calls } = useDesk();
  const text = useText();
  const current = calls.current.value;
  const pane = calls.pane.part.value;
  if (current === null || pane === null || pane.hasCall(current.conversation, current.calling)) return null;
  return html`<${Button} icon="video" label=${text("citizen-rather-call")} onClick=${() => current.calling.prepare("propose", true)} />`;
}

/** For who waits, and for who is not let in because of a crowd. @param {{ conversation: Conversation | null }} props */
function OtherWays({ conversation }) {
  const { data } = useDesk();
  const text = useText();
  const told = conversation?.standing.value?.ways ?? [];
  const ways = told.length > 0 ? told : data.ways;
  if (ways.length === 0) return null;
  return html`<details class="standing-ways">
    <summary>${text("citizen-other-ways")}</summary>
    <ul role="list">
      ${ways.map(({ href, label }) => html`<li key=${href}><a href=${href} target=${href.startsWith("https:") ? "_blank" : undefined} rel="noopener">${label}</a></li>`)}
    </ul>
  </details>`;
}
