/** The call, beside the conversation. Loaded when there is one to be had. */

import { useEffect } from "preact/hooks";

import { CallSounds } from "../components/call_pictures.js";
import { CallView } from "../components/call_view.js";
import { Calling } from "../components/calling.js";
import { html } from "../components/html.js";
import { Banner } from "../components/notices.js";
import { useText } from "../components/speech.js";
import { useDesk } from "./desk.js";
import { OwnWindowButton } from "./own_window.js";

/** @typedef {import("../shared/conversation.js").Conversation} Conversation */

export { Calling };

/** Whether there is something to be shown of a call. @param {Conversation} conversation @param {Calling} calling */
export function hasCall(conversation, calling) {
  const state = conversation.call.value?.state;
  return calling.wish.value !== null || calling.trouble.value !== null || (state !== undefined && state !== "ended");
}

/** @param {{ conversation: Conversation, calling: Calling }} props */
export function CallPane({ conversation, calling }) {
  const { host } = useDesk();
  const text = useText();
  const agent = conversation.participants.value.findLast(({ kind }) => kind === "agent");
  const trouble = calling.trouble.value;
  const denied = trouble !== null && "devices" in trouble && trouble.devices === "call-trouble-denied";
  const forbidden = host.framed && (!mayUseCamera() || denied);
  useEffect(() => () => calling.putAway(), [calling]);
  return html`
    ${forbidden && html`<${OwnWindow} />`}
    <${CallView}
      calling=${calling}
      view=${conversation.call.value}
      me=${conversation.me}
      other=${{ who: "agent", name: agent?.name ?? text("citizen-call-other") }}
      photos="sends"
      asksPlace
      frame="#app"
    />
    <${CallSounds} calling=${calling} />
  `;
}

/** The site around the frame forbids camera and microphone: a page of our own does not. */
function OwnWindow() {
  const text = useText();
  return html`<${Banner} kind="info" icon="video">
    <p>${text("citizen-call-own-window")}</p>
    <${OwnWindowButton} kind="primary" />
  <//>`;
}

/** What the policy of the pages around says; true where the browser does not tell. */
function mayUseCamera() {
  const { permissionsPolicy, featurePolicy } =
    /** @type {Record<"permissionsPolicy" | "featurePolicy", {allowsFeature(feature: string): boolean} | undefined>} */ (
      /** @type {unknown} */ (document)
    );
  return (permissionsPolicy ?? featurePolicy)?.allowsFeature("camera") ?? true;
}
