/** Photos in a call: the agent asks for one, the citizen is asked. */

import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";

import { Button } from "./button.js";
import { html } from "./html.js";
import { Icon } from "./icon.js";
import { Problem, StatusLine } from "./notices.js";
import { PhotoList } from "./photo_list.js";
import { PhotoTaking } from "./photo_taking.js";
import { useText } from "./speech.js";

/** @typedef {import("./calling.js").Calling} Calling */
/** @typedef {import("./photo.js").Photo} Photo */

/** @type {readonly import("./photo.js").PhotoPurpose[]} */
const PURPOSES = ["identity_card", "damage", "other"];

/** What the agent sees of it. @param {{ photo: Photo }} props */
export function PhotoAsking({ photo }) {
  const text = useText();
  const choosing = useSignal(false);
  const group = useId();
  const open = photo.view.value;
  const last = photo.last.value;
  /** @param {import("./photo.js").PhotoPurpose} purpose */
  const ask = async (purpose) => {
    choosing.value = false;
    await photo.ask(purpose);
  };
  return html`
    <div class="photo">
      <${StatusLine} icon="camera">
        ${last !== null && STANDINGS.has(last.state) && text(`photo-standing-${last.state}`)}
      </${StatusLine}>
      <div class="photo-actions call-controls">
        ${
          open === null
            ? html`<${Button}
                icon="camera"
                label=${text("photo-ask")}
                aria-expanded=${String(choosing.value)}
                aria-controls=${group}
                onClick=${() => (choosing.value = !choosing.value)}
              />`
            : html`<${Button} icon="x" label=${text("photo-withdraw")} onClick=${() => photo.withdraw()} />`
        }
      </div>
      <div
        class="photo-actions call-controls"
        id=${group}
        role="group"
        aria-label=${text("photo-ask-of")}
        hidden=${open !== null || !choosing.value}
      >
        ${PURPOSES.map(
          (purpose) => html`<${Button} key=${purpose} label=${text("photo-purpose", { purpose })} onClick=${() => ask(purpose)} />`,
        )}
      </div>
      <div role="alert">${photo.trouble.value && html`<${Problem}>${text(photo.trouble.value)}</${Problem}>`}</div>
    </div>
  `;
}

/** How a photo stands, where the agent is told. */
const STANDINGS = new Set(["asked", "agreed", "taken", "declined"]);

/** What the citizen sees: the question, the camera, and that it was sent. @param {{ calling: Calling }} props */
export function PhotoCard({ calling }) {
  const text = useText();
  const { photo } = calling;
  const frame = useRef(/** @type {HTMLElement | null} */ (null));
  const view = photo.view.value;
  const last = photo.last.value;
  const stage = view?.state ?? null;
  const before = useRef(stage);
  useEffect(() => {
    // What was pressed is gone: whoever goes by the keyboard stays where they were.
    if (before.current !== null && before.current !== stage) frame.current?.focus();
    before.current = stage;
  }, [stage]);
  return html`
    <div class="photo" tabindex="-1" ref=${frame}>
      <${StatusLine} icon="camera">${view === null && last?.state === "taken" && text("photo-sent")}</${StatusLine}>
      <div role="status" aria-atomic="false">${view?.state === "asked" && html`<${Question} photo=${photo} view=${view} />`}</div>
      ${view === null && html`<${PhotoList} photos=${photo.loose.value} shelf=${photo.shelf} />`}
      ${view?.state === "agreed" && html`<${PhotoTaking} key=${view.photo} calling=${calling} />`}
      <div role="alert">${photo.trouble.value && html`<${Problem}>${text(photo.trouble.value)}</${Problem}>`}</div>
    </div>
  `;
}

/** @param {{ photo: Photo, view: import("../shared/protocol.js").PhotoView }} props */
function Question({ photo, view: { purpose } }) {
  const text = useText();
  const question = text("photo-question", { purpose });
  return html`
    <section class="photo-card" aria-label=${question}>
      <p class="photo-title"><${Icon} name="camera" />${question}</p>
      <p>${text("photo-what")}</p>
      ${purpose === "identity_card" && html`<p>${text("photo-cover")}</p>`}
      <p class="field-help">${text("recording-free")}</p>
      <div class="photo-actions call-controls">
        <${Button} kind="primary" icon="check" label=${text("photo-agree")} onClick=${() => photo.answer(true)} />
        <${Button} icon="x" label=${text("photo-refuse")} onClick=${() => photo.answer(false)} />
      </div>
    </section>
  `;
}
