/** Where an agent writes: the reply and the note, which never look alike, each with its own draft. */

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";

import { Button } from "../components/button.js";
import { isIn } from "../components/call_standing.js";
import { Composer } from "../components/composer.js";
import { html } from "../components/html.js";
import { useSpeech } from "../components/speech.js";
import { AnswerPicker, answersFor, textIn } from "./answer_picker.js";
import { useDesk } from "./context.js";
import { languageName } from "./names.js";

/** @typedef {import("./assignment.js").Assignment} Assignment */

/**
 * @param {{
 *   assignment: Assignment,
 *   panel: import("@preact/signals").Signal<import("./console_view.js").PanelName>,
 *   panelOpen: import("@preact/signals").Signal<boolean>,
 * }} props
 */
export function Writing({ assignment, panel, panelOpen }) {
  const desk = useDesk();
  const { text } = useSpeech();
  const draft = desk.drafts.of(assignment.id).value;
  const { call, me } = assignment.conversation;
  const canReply = (assignment.mine.value || isIn(call.value, me)) && !assignment.closed.value;
  const mode = canReply ? draft.mode : "note";
  /** @param {Partial<import("./drafts.js").Draft>} change */
  const change = (change) => desk.drafts.change(assignment.id, change);
  return html`
    <div class="writing">
      <div class="writing-modes" role="group" aria-label=${text("writing-modes")}>
        <${Button}
          kind="quiet"
          icon="message-circle"
          label=${text("action-reply")}
          keys="Alt+A"
          disabled=${!canReply}
          aria-pressed=${mode === "reply" ? "true" : "false"}
          onClick=${() => change({ mode: "reply" })}
        />
        <${Button}
          kind="quiet"
          icon="sticky-note"
          label=${text("action-note")}
          keys="Alt+I"
          aria-pressed=${mode === "note" ? "true" : "false"}
          onClick=${() => change({ mode: "note" })}
        />
        <span class="doings-gap"></span>
        ${
          mode === "reply" &&
          html`<${Button}
            kind="quiet"
            class="writing-answers"
            icon="search"
            label=${text("action-answers")}
            keys="/"
            onClick=${() => {
              panel.value = "answers";
              panelOpen.value = true;
            }}
          />`
        }
      </div>
      ${
        mode === "reply"
          ? html`<${Reply}
            assignment=${assignment}
            draft=${draft.reply}
            onDraft=${(/** @type {string} */ reply) => change({ reply })}
          />`
          : html`<${Note}
            assignment=${assignment}
            draft=${draft.note}
            onDraft=${(/** @type {string} */ note) => change({ note })}
          />`
      }
    </div>
  `;
}

/** @param {{ assignment: Assignment, draft: string, onDraft: (draft: string) => void }} props */
function Reply({ assignment, draft, onDraft }) {
  const desk = useDesk();
  const { language, text } = useSpeech();
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const chosen = useSignal(0);
  const spoken = assignment.language.value;
  // A slash at the very start asks for an answer that stands ready; what follows it searches.
  const search = draft.startsWith("/") ? draft.slice(1) : null;
  const found = search === null ? [] : answersFor(desk.data.value.canned, search, spoken).slice(0, 6);
  const picked = Math.min(chosen.value, found.length - 1);

  /** @param {import("../shared/protocol.js").CannedAnswer} answer */
  const insert = (answer) => {
    onDraft(textIn(answer, spoken));
    field.current?.focus();
  };
  /** @param {string} written */
  const onInput = (written) => {
    chosen.value = 0;
    onDraft(written);
    if (written !== "" && !written.startsWith("/")) {
      assignment.conversation.shared.typing.typed();
    }
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const answer = found[picked];
    if (answer === undefined || event.isComposing) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      chosen.value = (picked + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
    } else if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") {
      event.preventDefault();
      insert(answer);
    } else if (event.key === "Escape") {
      event.preventDefault();
      onDraft("");
    }
  };

  return html`
    ${found.length > 0 && html`<${AnswerPicker}
      answers=${found}
      picked=${picked}
      language=${spoken}
      onPick=${insert}
    />`}
    <${Composer}
      field=${field}
      value=${draft}
      language=${spoken}
      label=${text("reply-label", { language: languageName(spoken, language) })}
      placeholder=${text("reply-placeholder", { language: languageName(spoken, language) })}
      onInput=${onInput}
      onKey=${onKey}
      onSend=${(/** @type {string} */ said) => {
        assignment.conversation.post(said);
        onDraft("");
      }}
    />
  `;
}

/** @param {{ assignment: Assignment, draft: string, onDraft: (draft: string) => void }} props */
function Note({ assignment, draft, onDraft }) {
  const { text } = useSpeech();
  return html`<${Composer}
    kind="note"
    value=${draft}
    label=${text("note-label")}
    placeholder=${text("note-placeholder")}
    hint=${text("note-hint")}
    onInput=${(/** @type {string} */ written) => {
      onDraft(written);
      assignment.conversation.strands.staff?.typing.typed();
    }}
    onSend=${(/** @type {string} */ said) => {
      assignment.conversation.note(said);
      onDraft("");
    }}
  />`;
}
