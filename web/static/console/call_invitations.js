/** What calls ask of an agent who may look elsewhere: a colleague asks them in, or a guest waits at the door. */

import { useEffect } from "preact/hooks";

import { Button } from "../components/button.js";
import { nameOf } from "../components/call_pictures.js";
import { isIn } from "../components/call_standing.js";
import { html } from "../components/html.js";
import { Banner } from "../components/notices.js";
import { useText } from "../components/speech.js";
import { useDesk } from "./context.js";

/** @typedef {import("../shared/protocol.js").CallInvitation} CallInvitation */

export function CallInvitations() {
  const desk = useDesk();
  const text = useText();
  const { invited } = desk.queue.value;
  const knocking = desk.open.value.filter(({ mine, conversation }) => mine.value && knocks(conversation).length > 0);
  const calls = [...invited.map(({ call }) => call), ...knocking.flatMap(({ conversation }) => knocks(conversation))];
  useEffect(() => {
    if (calls.length > 0) desk.attention.message();
  }, [calls.map((each) => (typeof each === "string" ? each : each.participant.participant)).join(" ")]);
  const elsewhere = knocking.filter(({ id }) => id !== desk.front.value);
  return html`
    <div class="call-invitations" role="status">
      ${invited.map((each) => html`<${Invitation} key=${each.call} invitation=${each} />`)}
      ${elsewhere.map(
        ({ id, conversation }) => html`<${Banner} key=${id} kind="info" icon="door-open">
          <p>${text("call-person-waiting", nameOf(/** @type {any} */ (knocks(conversation)[0])))}</p>
          <${Button} kind="primary" label=${text("call-show")} onClick=${() => desk.look(id)} />
        </${Banner}>`,
      )}
    </div>
  `;
}

/**
 * Looks at the call that we are asked into, and at ourselves first.
 * @param {import("./desk.js").Desk} desk
 * @param {CallInvitation} invitation
 */
export async function comeInto(desk, { conversation, call, video }) {
  await desk.look(conversation);
  // It may have been taken back while the conversation was being opened.
  if (!desk.queue.value.invited.some((each) => each.call === call)) return;
  await desk.open.value.find(({ id }) => id === conversation)?.calling.prepare("join", video);
}

/** @param {{ invitation: CallInvitation }} props */
function Invitation({ invitation }) {
  const desk = useDesk();
  const text = useText();
  const { conversation, call, by } = invitation;
  return html`<${Banner} kind="info" icon="video">
    <p>${text("call-invited", { name: by ?? "" })}</p>
    <${Button} kind="primary" icon="video" label=${text("call-look-first")} onClick=${() => comeInto(desk, invitation)} />
    <${Button} label=${text("call-not-now")} onClick=${() => desk.declineCall(conversation, call)} />
  </${Banner}>`;
}

/** The guests who wait at the door of a conversation's call. @param {import("../shared/conversation.js").Conversation} conversation */
function knocks({ call, me }) {
  const view = call.value;
  return isIn(view, me) ? (view?.parties ?? []).filter(({ state }) => state === "waiting") : [];
}
