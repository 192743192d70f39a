/** A window in front of the page, for a question that must be answered or left. */

import { useId, useLayoutEffect, useRef } from "preact/hooks";

import { Button } from "./button.js";
import { html } from "./html.js";
import { useText } from "./speech.js";

/**
 * Opens when it is drawn and closes when it no longer is. Escape and its cross, which comes last so that the focus
 * begins
 * with what is asked, call `onClose`; the focus then goes back to where it was.
 * @param {{
 *   title: string,
 *   onClose: () => void,
 *   wide?: boolean,
 *   footer?: import("preact").ComponentChildren,
 *   children?: import("preact").ComponentChildren,
 * }} props
 */
export function Dialog({ title, onClose, wide = false, footer, children }) {
  const text = useText();
  const heading = useId();
  const element = useRef(/** @type {HTMLDialogElement | null} */ (null));
  // At once, not after the next picture: whoever types on must type in here.
  useLayoutEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) {
        before.focus();
      }
    };
  }, []);
  return html`
    <dialog
      ref=${element}
      class="dialog ${wide ? "dialog-wide" : ""}"
      aria-labelledby=${heading}
      onCancel=${(/** @type {Event} */ event) => {
        if (event.target === element.current) {
          event.preventDefault();
          onClose();
        }
      }}
    >
      <div class="dialog-frame">
        <header class="dialog-head">
          <h2 id=${heading}>${title}</h2>
        </header>
        <div class="dialog-body">${children}</div>
        ${footer && html`<footer class="dialog-foot">${footer}</footer>`}
        <${Button} class="dialog-close" bare kind="quiet" icon="x" label=${text("dialog-close")} onClick=${onClose} />
      </div>
    </dialog>
  `;
}
