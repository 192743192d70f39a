/** Seeing and hearing oneself before anybody else does: the step before each call. */

import { useEffect, useRef } from "preact/hooks";

import { BackgroundBlur } from "./background_blur.js";
import { Button } from "./button.js";
import { troubleText } from "./call_trouble.js";
import { DeviceChoices } from "./device_choice.js";
import { html } from "./html.js";
import { Icon } from "./icon.js";
import { Level } from "./level.js";
import { Banner, StatusLine } from "./notices.js";
import { PermissionHelp } from "./permission_help.js";
import { useSpeech, useText } from "./speech.js";
import { StreamVideo } from "./stream_video.js";

/** @typedef {import("./calling.js").Calling} Calling */

/** @type {readonly import("../shared/devices.js").DeviceTrouble[]} */
const REFUSED = ["call-trouble-denied", "call-trouble-camera-denied"];

/**
 * Shown while `calling.wish` is set.
 * @param {{ calling: Calling, asksPlace?: boolean }} props `asksPlace`: ask whether this is a calm and safe place
 */
export function CallPreview({ calling, asksPlace = false }) {
  const { language, text } = useSpeech();
  const stream = calling.stream.value;
  const trouble = calling.trouble.value;
  const wish = calling.wish.value ?? "propose";
  const stuck = stream === null && trouble !== null;
  const video = stream !== null && stream.getVideoTracks().length > 0;
  const asks = asksPlace && wish !== "rejoin";
  const section = useRef(/** @type {HTMLElement | null} */ (null));
  // On a small screen it may open above what is in sight.
  useEffect(() => section.current?.scrollIntoView({ block: "nearest" }), []);
  return html`
    <section ref=${section} class="call-preview" aria-label=${text("call-preview-title")}>
      <h3>${text("call-preview-title")}</h3>
      ${
        asks &&
        html`<div class="call-place">
          <p class="call-question-title"><${Icon} name="shield" />${text("call-place-question")}</p>
          <p>${text("call-place-why")}</p>
        </div>`
      }
      <p class="field-help">${text("call-preview-private")}</p>
      <div role="status">${stuck && html`<${Trouble} calling=${calling} trouble=${trouble} />`}</div>
      ${
        !stuck &&
        html`<div class="call-mirror">
          ${stream === null && html`<p role="status">${text("call-preview-opening")}</p>`}
          ${video && html`<${StreamVideo} stream=${stream} own label=${text("call-own-picture")} />`}
          ${stream !== null && !video && html`<${Icon} name="video-off" />`}
        </div>`
      }
      <div class="call-preview-actions">
        ${
          stuck
            ? html`<${Button}
              icon="rotate-cw"
              label=${text("call-try-again")}
              onClick=${() => calling.prepare(wish, true)}
            />`
            : html`<${Button}
              kind="primary"
              icon="video"
              label=${text(`call-${wish}`)}
              busy=${stream === null}
              onClick=${() => calling.proceed()}
            />`
        }
        <${Button}
          label=${text(asks ? "call-place-no" : "call-cancel")}
          onClick=${() => (asks ? calling.decline() : calling.putAway())}
        />
      </div>
      <div role="status">
        ${trouble !== null && !stuck && html`<${Trouble} calling=${calling} trouble=${trouble} />`}
      </div>
      ${stream !== null && html`<${Ready} calling=${calling} stream=${stream} />`}
      <p class="field-help">
        <a href="/check?language=${language}" target="_blank" rel="noopener">${text("call-check")}</a>
      </p>
    </section>
  `;
}

/** What to do with devices that are open: below the actions, so that what comes late moves none of them. @param {{ calling: Calling, stream: MediaStream }} props */
function Ready({ calling, stream }) {
  const text = useText();
  const { own } = calling;
  const camera = own.devices.camera;
  return html`
    <${Level} stream=${stream} />
    <${StatusLine} icon="triangle-alert">${own.warning.value === "silent" && text("call-warning-silent")}<//>
    <${DeviceChoices}
      stream=${stream}
      speaker=${own.devices.chosen.get("audiooutput")}
      onChoose=${own.choose}
    />
    ${camera && html`<${BackgroundBlur} key=${camera.id} track=${camera} />`}
    <${Button}
      icon=${camera ? "video-off" : "video"}
      label=${text(camera ? "call-without-camera" : "call-with-camera")}
      onClick=${() => own.setCamera(camera === null)}
    />
  `;
}

/** @param {{ calling: Calling, trouble: import("./call_trouble.js").Trouble }} props */
function Trouble({ calling, trouble }) {
  const text = useText();
  const refused = "devices" in trouble && REFUSED.includes(trouble.devices);
  return html`<${Banner} kind="warning">
    <p>${troubleText(trouble, text)}</p>
    ${refused && html`<${PermissionHelp} onAllowed=${() => calling.prepare(calling.wish.peek() ?? "propose", true)} />`}
  <//>`;
}
