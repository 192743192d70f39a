/** Where a message or a note is written. */

import { useLayoutEffect, useRef } from "preact/hooks";

import { Button } from "./button.js";
import { html } from "./html.js";
import { Icon } from "./icon.js";
import { useText } from "./speech.js";
import { written } from "./written.js";

/** The longest text the desk takes. */
export const LONGEST = 4000;

/** From this many characters before the end on, what is left is said. */
const NEAR = 300;

/**
 * @typedef {object} ComposerProps
 * @property {string} value
 * @property {(value: string) => void} onInput
 * @property {(text: string) => void} onSend  gets the text without blank edges; never an empty or too long one
 * @property {string} label
 * @property {string} [placeholder]
 * @property {string} [hint]  who will read it, said under the field
 * @property {"reply" | "note"} [kind]
 * @property {boolean} [disabled]
 * @property {number} [longest]  characters it takes
 * @property {string} [language]  what is written is in this language
 * @property {(event: KeyboardEvent) => void} [onKey]  hears keys first; what it prevents does not happen
 * @property {import("preact").RefObject<HTMLTextAreaElement>} [field]
 * @property {import("preact").ComponentChildren} [children]  buttons before the field
 */

/**
 * Grows with what is written, up to six lines. Enter sends, Shift+Enter breaks the line.
 * @param {ComposerProps} props
 */
export function Composer(props) {
  const { value, onInput, onSend, label, placeholder, hint, kind = "reply", disabled = false, longest = LONGEST, children } = props;
  const text = useText();
  const own = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const field = props.field ?? own;
  const left = longest - value.length;

  useLayoutEffect(() => fit(field.current), [value]);

  const send = () => {
    const said = value.trim();
    if (said !== "" && left >= 0 && !disabled) {
      onSend(said);
    }
    field.current?.focus();
  };
  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    props.onKey?.(event);
    // While an input method composes a character, Enter chooses it. Safari says so only by the old key code.
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) {
      return;
    }
    if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      send();
    }
  };

  return html`
    <form
      class="composer composer-${kind}"
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        send();
      }}
    >
      ${kind === "note" && html`<p class="composer-who"><${Icon} name="sticky-note" />${hint}</p>`}
      <div class="composer-row">
        ${children}
        <textarea
          ref=${field}
          class="input composer-field"
          rows="1"
          dir="auto"
          lang=${props.language}
          aria-label=${label}
          placeholder=${placeholder}
          disabled=${disabled}
          aria-invalid=${left < 0 ? "true" : undefined}
          enterkeyhint="send"
          autocomplete="off"
          value=${value}
          onInput=${(/** @type {Event} */ event) => onInput(written(event))}
          onKeyDown=${onKeyDown}
        ></textarea>
        <${Button}
          kind="primary"
          bare
          icon="send"
          type="submit"
          label=${text(kind === "note" ? "composer-keep-note" : "composer-send")}
          disabled=${disabled}
        />
      </div>
      <p class="composer-left ${left < 0 ? "field-problem" : ""}" role="status">
        ${left < Math.min(NEAR, longest / 4) && text("composer-left", { left: Math.max(left, 0), over: Math.max(-left, 0) })}
      </p>
    </form>
  `;
}

/**
 * As high as what is in it; the style sheet says where it stops growing.
 * @param {HTMLTextAreaElement | null} field
 */
function fit(field) {
  if (field === null) {
    return;
  }
  field.style.blockSize = "auto";
  const edges = field.offsetHeight - field.clientHeight;
  field.style.blockSize = `${field.scrollHeight + edges}px`;
}
