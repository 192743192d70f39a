/** The frame of the console: queue, conversation, context; the dialogs in front, and the keys. */

import { useComputed, useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";

import { Button } from "../components/button.js";
import { CallSounds } from "../components/call_pictures.js";
import { html } from "../components/html.js";
import { Banner, refusalText } from "../components/notices.js";
import { Outdated } from "../components/outdated.js";
import { useText } from "../components/speech.js";
import { CallInvitations } from "./call_invitations.js";
import { useDesk } from "./context.js";
import { ContextPanel } from "./context_panel.js";
import { ConversationView } from "./conversation_view.js";
import { Dialogs } from "./dialogs.js";
import { actionsOf, keyPressed } from "./keys.js";
import { Nobody } from "./nobody.js";
import { ReviewView } from "./review_view.js";
import { openReview } from "./reviewing.js";
import { Sidebar } from "./sidebar.js";
import { Tabs } from "./tabs.js";
import { useTitle } from "./title.js";

/** @typedef {import("../shared/protocol.js").Language} Language */

/**
 * Which window is in front of the console.
 * @typedef {"keys" | "palette" | "transfer" | "finish" | "mark" | "contact" | "sign-out"} DialogName
 */

/** @typedef {"details" | "report" | "answers"} PanelName */

/**
 * @param {{
 *   languages: readonly Language[],
 *   onLanguage: (language: Language) => void,
 *   onSignOut: () => void,
 *   chime: import("./chime.js").Chime,
 * }} props
 */
export function ConsoleView({ languages, onLanguage, onSignOut, chime }) {
  const desk = useDesk();
  const text = useText();
  const dialog = useSignal(/** @type {DialogName | null} */ (null));
  const panel = useSignal(/** @type {PanelName} */ ("details"));
  /** Only counts where the screen is too narrow for it to be there always. */
  const panelOpen = useSignal(false);
  const waiting = useComputed(() => desk.queue.value.waiting_count);
  const current = desk.current.value;
  const review = desk.review.value;
  useTitle();

  const actions = actionsOf({ desk, dialog, panel, panelOpen, review: () => openReview(desk) });
  // With the drawing: a key is pressed as soon as there is something to press it for.
  useLayoutEffect(() => {
    /** @param {KeyboardEvent} event */
    const onKey = (event) => keyPressed(event, actions, dialog.peek() !== null);
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });

  return html`
    <a class="skip unseen" href="#waiting">${text("skip-to-waiting", { count: waiting.value })}</a>
    <a class="skip unseen" href="#conversation">${text("skip-to-conversation")}</a>
    <div class="console" data-panel=${panel.value} data-panel-open=${panelOpen.value}>
      <${Sidebar} languages=${languages} onLanguage=${onLanguage} dialog=${dialog} chime=${chime} />
      <main class="middle" id="conversation" tabindex="-1">
        <h1 class="unseen">${text("console-title")}</h1>
        <${Trouble} />
        <${CallInvitations} />
        <${Tabs} />
        ${
          review !== null
            ? html`<${ReviewView} review=${review} />`
            : current === null
              ? html`<${Nobody} actions=${actions} />`
              : html`<${ConversationView}
              key=${current.id}
              assignment=${current}
              dialog=${dialog}
              panel=${panel}
              panelOpen=${panelOpen}
            />`
        }
      </main>
      ${current !== null && review === null && html`<${ContextPanel}
        key=${current.id}
        assignment=${current}
        panel=${panel}
        panelOpen=${panelOpen}
        dialog=${dialog}
      />`}
    </div>
    ${desk.open.value.map(
      ({ id, calling }) => html`<${CallSounds} key=${id} calling=${calling} />`,
    )}
    <${Dialogs} dialog=${dialog} actions=${actions} onSignOut=${onSignOut} />
  `;
}

/** What does not work just now, in one quiet place. */
function Trouble() {
  const desk = useDesk();
  const text = useText();
  const outdated = desk.connection.isOutdated;
  const trouble = desk.connection.refusal.value ?? (desk.connection.state.value === "open" ? desk.trouble.value : null);
  return html`
    <div class="trouble" role="status">
      ${outdated && html`<${Outdated} kept=${desk.keptIn !== "memory"} />`}
      ${
        trouble !== null &&
        !outdated &&
        html`<${Banner} kind="warning">
          <p>${refusalText(trouble, text)}</p>
          <${Button}
            bare
            kind="quiet"
            icon="x"
            label=${text("trouble-close")}
            onClick=${() => (desk.trouble.value = null)}
          />
        </${Banner}>`
      }
    </div>
  `;
}
