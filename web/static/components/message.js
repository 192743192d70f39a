/** Messages of a log: a group of one author, each with its text, choices, links and mark. */

import { Button } from "./button.js";
import { html } from "./html.js";
import { Icon } from "./icon.js";
import { linkify } from "./linkify.js";
import { named } from "./log_events.js";
import { memo } from "./memo.js";
import { Problem } from "./notices.js";
import { timeOfDay, useSpeech } from "./speech.js";

/** @typedef {import("./log_items.js").Group} GroupItem */
/** @typedef {import("./log_items.js").Message} MessageItem */
/** @typedef {import("../shared/protocol.js").Choice} Choice */

/**
 * @typedef {object} MessageActions
 * @property {(choice: Choice, message: MessageItem) => void} [onChoice]  without it choices are only read
 * @property {(clientId: string) => void} [onRetry]
 * @property {(clientId: string) => void} [onDrop]
 * @property {(clientId: string) => void} [onEdit]  gives it back to be written anew
 * @property {(message: MessageItem, author: import("../shared/protocol.js").Author) => import("preact").ComponentChildren} [below]
 *   what stands under a message, for staff
 */

/** Refusals of what was written: it must be written otherwise. */
const EDITABLE = new Set(["malformed", "too_large"]);
/** Refusals that would come again. */
const HOPELESS = new Set(["conversation_closed", "no_such_conversation", "not_allowed"]);

/**
 * What somebody said, under their name and the time.
 * @param {{ item: GroupItem, audience: "citizen" | "staff", actions: MessageActions }} props
 */
function GroupShown({ item, audience, actions }) {
  const { language, text } = useSpeech();
  const { author, mine, note, messages } = item;
  const tone = note ? "note" : author.kind;
  const who = text("log-author", { who: mine ? "me" : author.kind, name: named(author) });
  return html`
    <div class="message-group message-group-${tone} ${mine ? "message-group-mine" : ""}">
      <p class="message-author">
        ${note && html`<span class="message-note-mark"><${Icon} name="sticky-note" />${text("log-note")}</span>`}
        <bdi>${who}</bdi> · <time datetime=${item.at}>${timeOfDay(language, item.at)}</time>
      </p>
      ${messages.map(
        (message) => html`
          ${messageShown({ text, message, links: author.kind === "agent" || author.kind === "bot", audience, actions })}
          ${actions.below?.(message, author)}
        `,
      )}
    </div>
  `;
}

export const MessageGroup = memo(GroupShown);

/**
 * No component of its own: without one for each message a long log is drawn a sixth sooner.
 * @param {{ text: import("./speech.js").Text, message: MessageItem, links: boolean, audience: "citizen" | "staff", actions: MessageActions }} props
 */
function messageShown({ text, message, links, audience, actions }) {
  return html`
    <div class="message" key=${message.key}>
      <div class="message-line">
        <div class="bubble">
          <p class="bubble-text" dir="auto">${links ? linkify(message.text).map(part) : message.text}</p>
          ${
            message.links.length > 0 &&
            html`<ul class="message-links" role="list">
              ${message.links.map((link) => html`<li key=${link.href}><${LinkShown} ...${link} /></li>`)}
            </ul>`
          }
        </div>
        ${message.mark && markShown(text, message.mark)}
      </div>
      ${message.choices.length > 0 && html`<${Choices} message=${message} audience=${audience} actions=${actions} />`}
      ${
        message.mark === "refused" &&
        html`<div class="message-refused">
          <${Problem}>${text(`error-${message.refused ?? "unavailable"}`)}</${Problem}>
          ${
            EDITABLE.has(message.refused ?? "")
              ? html`<${Button} label=${text("log-edit")} icon="pencil" onClick=${() => actions.onEdit?.(message.key)} />`
              : !HOPELESS.has(message.refused ?? "") &&
                html`<${Button} label=${text("log-retry")} icon="rotate-cw" onClick=${() => actions.onRetry?.(message.key)} />`
          }
          <${Button} label=${text("log-drop")} kind="quiet" onClick=${() => actions.onDrop?.(message.key)} />
        </div>`
      }
    </div>
  `;
}

/** @param {import("./linkify.js").Part} part */
function part({ text, href }) {
  return href === null ? text : html`<${LinkShown} href=${href} label=${text} />`;
}

/** @param {{ href: string, label: string }} props */
function LinkShown({ href, label }) {
  const { text } = useSpeech();
  const away = href.startsWith("https:") || href.startsWith("/");
  const icon = href.startsWith("tel:") ? "phone" : away ? "external-link" : null;
  return html`
    <a href=${href} target=${away ? "_blank" : undefined} rel=${away ? "noopener noreferrer" : undefined}>
      <bdi>${label}</bdi>${icon && html`<${Icon} name=${icon} />`}
      ${away && html`<span class="unseen"> ${text("link-new-window")}</span>`}
    </a>
  `;
}

/**
 * Answers that are offered. Open ones are buttons; once the citizen went on they remain as text, the chosen one marked.
 * @param {{ message: MessageItem, audience: "citizen" | "staff", actions: MessageActions }} props
 */
function Choices({ message, audience, actions }) {
  const { text } = useSpeech();
  const { onChoice } = actions;
  const pressable = message.open && onChoice !== undefined;
  return html`
    <ul class="choices ${pressable ? "" : "choices-past"}" role="list" aria-label=${text("log-choices", { audience })}>
      ${message.choices.map((choice) => {
        const chosen = message.chosen === choice.value;
        return html`<li key=${choice.value}>
          ${
            pressable
              ? html`<${Button} label=${choice.label} onClick=${() => onChoice(choice, message)} />`
              : html`<span class=${chosen ? "choice-chosen" : ""}>
                  ${chosen && html`<${Icon} name="check" />`}<bdi>${choice.label}</bdi>
                  ${chosen && html`<span class="unseen"> ${text("log-chosen")}</span>`}
                </span>`
          }
        </li>`;
      })}
    </ul>
  `;
}

const SIGNS = { pending: "◌", kept: "✓", read: "✓✓", refused: "!" };

/**
 * How far an own message got. The words change in place, so that a screen reader does not read the message again.
 * @param {import("./speech.js").Text} text
 * @param {"pending" | "kept" | "read" | "refused"} mark
 */
function markShown(text, mark) {
  const words = text(`mark-${mark}`);
  return html`<span class="mark" title=${words}>
    <span aria-hidden="true">${SIGNS[mark]}</span><span class="unseen">${words}</span>
  </span>`;
}
