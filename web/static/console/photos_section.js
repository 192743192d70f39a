/** The photos that a report holds, or will: for whoever handles it. */

import { html } from "../components/html.js";
import { PhotoList } from "../components/photo_list.js";
import { useText } from "../components/speech.js";

/** @typedef {import("./assignment.js").Assignment} Assignment */
/** @typedef {import("../shared/protocol.js").PhotoView} PhotoView */

/**
 * Nothing where there is none.
 * @param {{ assignment: Assignment, report: string | null, removable: boolean }} props `report`: null for those that no
 *   report holds yet
 */
export function PhotosSection({ assignment, report, removable }) {
  const text = useText();
  const { conversation, shelf } = assignment;
  const photos = conversation.photos.value.filter((view) => view.report === report && view.state === "taken");
  if (photos.length === 0) return null;
  const list = html`<${PhotoList}
    photos=${photos}
    shelf=${shelf}
    about=${(/** @type {PhotoView} */ view) => html`<${About} view=${view} />`}
    remove=${removable ? (/** @type {string} */ photo) => conversation.send("photo.remove", { photo }) : undefined}
  />`;
  if (report !== null) return html`<h4>${text("photos-title")}</h4>${list}`;
  return html`<section class="panel-section">
    <h3>${text("photos-unfiled")}</h3>
    <p class="field-help">${text("photos-unfiled-help")}</p>
    ${list}
  </section>`;
}

/** @param {{ view: PhotoView }} props */
function About({ view }) {
  const text = useText();
  return html`
    <p class="recording-digest">${text("recording-digest", { digest: view.sha256 ?? "" })}</p>
    <p class="field-help">${text("photo-logged")}</p>
  `;
}
