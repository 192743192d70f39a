/** Live text below the pictures of a call: what everybody writes, as it is written, and the line that we write. */

import { useLayoutEffect, useRef } from "preact/hooks";

import { LONGEST_LINE } from "../shared/own_line.js";
import { nameOf } from "./call_pictures.js";
import { Composer } from "./composer.js";
import { html } from "./html.js";
import { Icon } from "./icon.js";
import { useFilledScreen } from "./larger.js";
import { Problem, refusalText } from "./notices.js";
import { useText } from "./speech.js";

/** @typedef {import("../shared/live_text.js").Line} Line */
/** @typedef {import("../shared/live_text.js").LiveText} LiveText */

/** So near to the end somebody reads what is newest. */
const NEAR = 40;

/**
 * What is finished is read out once: by the conversation's log, or here where none is in sight. What is unfinished can be
 * read, and is read out to nobody.
 * @param {{ live: LiveText, id: string, logged: boolean, focused: { current: boolean } }} props `logged`: there is a log
 *   beside the call; `focused`: whether its owner asked for it, and wants to write
 */
export function LiveTextPane({ live, id, logged, focused }) {
  const text = useText();
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const lines = live.lines.value.filter((line) => line.text !== "");
  const trouble = live.trouble.value;
  // With the drawing: whoever types fast loses no letter.
  useLayoutEffect(() => {
    if (focused.current) field.current?.focus();
    focused.current = false;
  }, []);
  return html`
    <section class="live-text" id=${id} aria-label=${text("call-text-label")}>
      <${Lines} lines=${lines} logged=${logged} />
      <p class="live-text-hint">${text("call-text-hint")}</p>
      ${trouble !== null && html`<${Problem}>${text("call-text-lost")} ${refusalText({ code: trouble }, text)}<//>`}
      <${Composer}
        field=${field}
        value=${live.own.text.value}
        longest=${LONGEST_LINE}
        label=${text("call-text-field")}
        placeholder=${text("call-text-field")}
        onInput=${(/** @type {string} */ value) => live.own.write(value)}
        onSend=${() => live.endLine()}
      />
    </section>
  `;
}

/** @param {{ lines: readonly Line[], logged: boolean }} props */
function Lines({ lines, logged }) {
  const text = useText();
  const frame = useRef(/** @type {HTMLElement | null} */ (null));
  const follows = useRef(true);
  // A call that fills the screen hides the log.
  const filled = useFilledScreen();
  const spoken = filled || !logged;
  useLayoutEffect(() => {
    const shown = frame.current;
    if (shown !== null && follows.current) shown.scrollTop = shown.scrollHeight;
  }, [lines]);
  const onScroll = () => {
    const { scrollTop = 0, scrollHeight = 0, clientHeight = 0 } = frame.current ?? {};
    follows.current = scrollHeight - clientHeight - scrollTop < NEAR;
  };
  const finished = lines.filter((line) => line.finished);
  const unfinished = lines.filter((line) => !line.finished);
  return html`
    <div
      ref=${frame}
      class="live-lines"
      role="group"
      aria-label=${text("call-text-lines")}
      tabindex="0"
      onScroll=${onScroll}
    >
      <div ...${spoken ? { role: "log", "aria-label": text("call-text-finished") } : {}}>
        <ul role="list">${finished.map((line) => html`<${LineShown} key=${line.line} line=${line} />`)}</ul>
      </div>
      <ul role="list" aria-live="off">${unfinished.map((line) => html`<${LineShown} key=${line.line} line=${line} />`)}</ul>
      ${lines.length === 0 && html`<p class="live-text-hint">${text("call-text-none")}</p>`}
    </div>
  `;
}

/** @param {{ line: Line }} props */
function LineShown({ line: { author, text: words, finished } }) {
  const text = useText();
  const mine = author === null;
  const name = mine ? { who: "me", name: "" } : nameOf({ participant: author });
  return html`
    <li class="live-line ${mine ? "live-line-mine" : ""} ${finished ? "" : "live-line-unfinished"}">
      <p class="live-line-who">
        <bdi>${text("log-author", name)}</bdi>
        <span class="unseen"> ${text(mine ? "call-text-sent" : "call-text-received")}</span>
        ${!finished && html`<${Icon} name="pencil" label=${text("call-text-writing")} />`}
      </p>
      <p class="live-line-words" dir="auto">${words}</p>
    </li>
  `;
}
