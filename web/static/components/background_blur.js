/** A background that cannot be recognised, where browser and camera do that themselves. */

import { useSignal } from "@preact/signals";

import { html } from "./html.js";
import { useText } from "./speech.js";

/** Not in every browser's type yet. @typedef {{ backgroundBlur?: boolean }} Blurred */

/** Nothing where it cannot be switched. @param {{ track: MediaStreamTrack }} props `track`: of the camera */
export function BackgroundBlur({ track }) {
  const text = useText();
  const settings = /** @type {MediaTrackSettings & Blurred} */ (track.getSettings());
  const blurred = useSignal(settings.backgroundBlur ?? false);
  const capabilities = /** @type {{ backgroundBlur?: boolean[] }} */ (track.getCapabilities?.() ?? {});
  if ((capabilities.backgroundBlur?.length ?? 0) < 2) {
    return null;
  }
  const turn = async () => {
    const wanted = !blurred.peek();
    const constraints = /** @type {MediaTrackConstraints} */ ({ backgroundBlur: wanted });
    // Where the camera cannot after all, the box stays as it was.
    await track.applyConstraints({ ...track.getConstraints(), ...constraints }).then(
      () => (blurred.value = wanted),
      () => undefined,
    );
  };
  return html`<label class="option">
    <input type="checkbox" checked=${blurred.value} onChange=${turn} />${text("call-blur")}
  </label>`;
}
