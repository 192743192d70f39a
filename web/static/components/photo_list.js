/** Photos that were sent: small, with their facts, and large for whoever looks closer. */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

import { Button } from "./button.js";
import { Dialog } from "./dialog.js";
import { html } from "./html.js";
import { Problem, refusalText } from "./notices.js";
import { useText } from "./speech.js";

/** @typedef {import("../shared/photo_shelf.js").PhotoShelf} PhotoShelf */
/** @typedef {import("../shared/protocol.js").PhotoView} PhotoView */

/**
 * Nothing where there is none.
 * @param {{
 *   photos: readonly PhotoView[],
 *   shelf: PhotoShelf,
 *   about?: (view: PhotoView) => import("preact").ComponentChildren,
 *   remove?: (photo: string) => Promise<unknown>,
 * }} props `about`: what stands below the large photo; `remove`: where they may be removed
 */
export function PhotoList({ photos, shelf, about, remove }) {
  const text = useText();
  if (photos.length === 0) return null;
  return html`
    <ul role="list" class="photos" aria-label=${text("photos-title")}>
      ${photos.map(
        (view) => html`<${Item} key=${view.photo} view=${view} shelf=${shelf} about=${about} remove=${remove} />`,
      )}
    </ul>
  `;
}

/**
 * @param {{
 *   view: PhotoView,
 *   shelf: PhotoShelf,
 *   about?: (view: PhotoView) => import("preact").ComponentChildren,
 *   remove?: (photo: string) => Promise<unknown>,
 * }} props
 */
function Item({ view, shelf, about, remove }) {
  const text = useText();
  const shown = useSignal(/** @type {"large" | "removing" | null} */ (null));
  const problem = useSignal(/** @type {string | null} */ (null));
  const item = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    const panel = /** @type {HTMLElement | null | undefined} */ (item.current?.closest("[role=tabpanel]"));
    // Whoever goes by the keyboard stays near what they removed; whoever went on is left alone.
    return () => {
      if (document.activeElement === document.body) panel?.focus({ preventScroll: true });
    };
  }, []);
  const title = text("photo-title", { purpose: view.purpose });
  const close = () => (shown.value = null);
  const removeNow = async () => {
    close();
    try {
      await remove?.(view.photo);
      problem.value = null;
    } catch (error) {
      problem.value = refusalText(error, text);
    }
  };
  return html`
    <li class="photo-item" ref=${item}>
      <${Picture} load=${() => shelf.thumbnail(view.photo)} class="photo-thumbnail" alt=${title} />
      <div>
        <p>${title}</p>
        <p class="field-help">${text("photo-facts", facts(view))}</p>
        <div class="photo-actions">
          <${Button} icon="maximize-2" label=${text("photo-open")} onClick=${() => (shown.value = "large")} />
          ${remove && html`<${Button} icon="x" label=${text("photo-remove")} onClick=${() => (shown.value = "removing")} />`}
        </div>
        ${problem.value && html`<${Problem}>${problem.value}</${Problem}>`}
      </div>
      ${
        shown.value === "large" &&
        html`<${Dialog} title=${title} wide onClose=${close}>
          <${Picture} load=${() => shelf.open(view.photo)} own class="photo-shot" alt=${title} />
          <p class="field-help">${text("photo-facts", facts(view))}</p>
          ${about?.(view)}
        </${Dialog}>`
      }
      ${
        shown.value === "removing" &&
        html`<${Dialog}
          title=${text("photo-remove")}
          onClose=${close}
          footer=${html`<${Button} kind="primary" icon="x" label=${text("photo-remove")} onClick=${removeNow} />`}
        >
          <p>${text("photo-remove-sure")}</p>
        </${Dialog}>`
      }
    </li>
  `;
}

/**
 * @param {{ load: () => Promise<string>, own?: boolean, class: string, alt: string }} props `own`: the address is for
 *   this picture alone, and goes with it
 */
function Picture({ load, own = false, class: name, alt }) {
  const text = useText();
  const url = useSignal(/** @type {string | null} */ (null));
  const problem = useSignal(/** @type {string | null} */ (null));
  const attempt = useSignal(0);
  useEffect(() => {
    let left = false;
    load().then(
      (found) => {
        if (!left) url.value = found;
        else if (own) URL.revokeObjectURL(found);
      },
      (error) => (problem.value = refusalText(error, text)),
    );
    return () => {
      left = true;
      if (own && url.peek() !== null) URL.revokeObjectURL(/** @type {string} */ (url.peek()));
    };
  }, [attempt.value]);
  const again = () => {
    problem.value = null;
    attempt.value += 1;
  };
  if (url.value !== null) return html`<img class=${name} src=${url.value} alt=${alt} />`;
  return html`<div class=${name} role="status">
    ${
      problem.value === null
        ? html`<span class="field-help">${text("photo-loading")}</span>`
        : html`<${Problem}>${problem.value}</${Problem}>
            <${Button} icon="rotate-cw" label=${text("photo-again")} onClick=${again} />`
    }
  </div>`;
}

/** @param {PhotoView} view */
function facts({ width, height, size }) {
  return { width: width ?? 0, height: height ?? 0, size: Math.ceil((size ?? 0) / 1_000) };
}
