/** Seeing and hearing oneself before anybody else does: the step before each call. */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

import { Button } from "./button.js";
import { listDevices, openDevice } from "./devices.js";
import { html } from "./html.js";
import { Level } from "./level.js";
import { Banner, refusalText } from "./notices.js";
import { useSpeech, useText } from "./speech.js";
import { StreamVideo } from "./stream_video.js";
import { written } from "./written.js";

const KINDS = /** @type {const} */ (["audioinput", "videoinput"]);

/** Shown while `calling.wish` is set. @param {{ calling: import("./calling.js").Calling }} props */
export function CallPreview({ calling }) {
  const { language, text } = useSpeech();
  const stream = calling.stream.value;
  const trouble = calling.trouble.value;
  const wish = calling.wish.value ?? "propose";
  const video = stream !== null && stream.getVideoTracks().length > 0;
  const section = useRef(/** @type {HTMLElement | null} */ (null));
  // On a small screen it may open above what is in sight; with the picture it grows.
  useEffect(() => section.current?.scrollIntoView({ block: "nearest" }), [stream]);
  return html`
    <section ref=${section} class="call-preview" aria-label=${text("call-preview-title")}>
      <h3>${text("call-preview-title")}</h3>
      <p class="field-help">${text("call-preview-private")}</p>
      ${
        trouble !== null &&
        html`<div role="status">
          <${Banner} kind="warning"><p>${troubleText(trouble, text)}</p></${Banner}>
        </div>`
      }
      ${stream === null && trouble === null && html`<p role="status">${text("call-preview-opening")}</p>`}
      ${video && html`<${StreamVideo} stream=${stream} own label=${text("call-own-picture")} />`}
      ${
        stream !== null &&
        html`
          <${Level} stream=${stream} />
          <div class="call-devices">
            ${KINDS.map((kind) => html`<${DeviceChoice} key=${kind} kind=${kind} calling=${calling} />`)}
          </div>
        `
      }
      <div class="call-preview-actions">
        ${
          stream !== null
            ? html`<${Button}
              kind="primary"
              icon="video"
              label=${text(`call-${wish}`)}
              onClick=${() => calling.proceed()}
            />`
            : trouble !== null &&
              html`<${Button}
                icon="rotate-cw"
                label=${text("call-try-again")}
                onClick=${() => calling.prepare(wish, true)}
              />`
        }
        <${Button} label=${text("call-cancel")} onClick=${() => calling.putAway()} />
      </div>
      <p class="field-help">
        <a href="/check?language=${language}" target="_blank" rel="noopener">${text("call-check")}</a>
      </p>
    </section>
  `;
}

/**
 * What went wrong with a call, with what to do next.
 * @param {import("./call_trouble.js").Trouble} trouble
 * @param {import("./speech.js").Text} text
 */
export function troubleText(trouble, text) {
  return "devices" in trouble ? text(trouble.devices) : refusalText(trouble.refused, text);
}

/**
 * Nothing where there is nothing to choose.
 * @param {{ kind: "audioinput" | "videoinput", calling: import("./calling.js").Calling }} props
 */
function DeviceChoice({ kind, calling }) {
  const text = useText();
  const devices = useSignal(/** @type {MediaDeviceInfo[]} */ ([]));
  const stream = calling.stream.value;
  useEffect(() => {
    const look = async () => {
      devices.value = await listDevices(kind);
    };
    void look();
    navigator.mediaDevices.addEventListener("devicechange", look);
    return () => navigator.mediaDevices.removeEventListener("devicechange", look);
  }, [stream]);
  const tracks = (kind === "audioinput" ? stream?.getAudioTracks() : stream?.getVideoTracks()) ?? [];
  if (devices.value.length < 2 || tracks.length === 0) {
    return null;
  }
  /** @param {Event} event */
  const choose = async (event) => {
    const track = await openDevice(kind, written(event));
    if (track !== null) {
      await calling.replaceTrack(track);
    }
  };
  return html`<label class="field">
    <span class="field-label">${text(kind === "audioinput" ? "call-microphone" : "call-camera")}</span>
    <select class="input" value=${tracks[0]?.getSettings().deviceId} onChange=${choose}>
      ${devices.value.map(
        ({ deviceId, label }) => html`<option key=${deviceId} value=${deviceId}>${label}</option>`,
      )}
    </select>
  </label>`;
}
