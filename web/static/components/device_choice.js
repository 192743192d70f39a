/** Which camera, microphone and speaker are used, where there are several. */

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

import { canChooseSpeaker, listDevices } from "../shared/devices.js";
import { html } from "./html.js";
import { useText } from "./speech.js";
import { written } from "./written.js";

/** @typedef {import("../shared/devices.js").DeviceKind} DeviceKind */

const TEXTS = /** @type {const} */ ({
  audioinput: "call-microphone",
  videoinput: "call-camera",
  audiooutput: "call-speaker",
});

/**
 * @param {{
 *   stream: MediaStream | null,
 *   speaker: string | null,
 *   onChoose: (kind: DeviceKind, deviceId: string) => void,
 * }} props `stream`: of the camera and microphone in use; `speaker`: the one in use, null where none was chosen
 */
export function DeviceChoices({ stream, speaker, onChoose }) {
  const [audio] = stream?.getAudioTracks() ?? [];
  const [video] = stream?.getVideoTracks() ?? [];
  /** @param {DeviceKind} kind @param {string | undefined} used */
  const choice = (kind, used) =>
    html`<${DeviceChoice} kind=${kind} used=${used} onChoose=${(/** @type {string} */ id) => onChoose(kind, id)} />`;
  return html`<div class="call-devices">
    ${audio && choice("audioinput", audio.getSettings().deviceId)}
    ${video && choice("videoinput", video.getSettings().deviceId)}
    ${audio && canChooseSpeaker() && choice("audiooutput", speaker ?? "default")}
  </div>`;
}

/**
 * Nothing where there is nothing to choose.
 * @param {{ kind: DeviceKind, used: string | undefined, onChoose: (deviceId: string) => void }} props
 */
function DeviceChoice({ kind, used, onChoose }) {
  const text = useText();
  const devices = useSignal(/** @type {MediaDeviceInfo[]} */ ([]));
  useEffect(() => {
    const look = async () => {
      devices.value = await listDevices(kind);
    };
    void look();
    navigator.mediaDevices.addEventListener("devicechange", look);
    return () => navigator.mediaDevices.removeEventListener("devicechange", look);
  }, [kind, used]);
  if (devices.value.length < 2) {
    return null;
  }
  return html`<label class="field">
    <span class="field-label">${text(TEXTS[kind])}</span>
    <select class="input" value=${used} onChange=${(/** @type {Event} */ event) => onChoose(written(event))}>
      ${devices.value.map(
        ({ deviceId, label }) => html`<option key=${deviceId} value=${deviceId}>${label}</option>`,
      )}
    </select>
  </label>`;
}
