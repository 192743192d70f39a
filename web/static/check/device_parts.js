/** Camera, microphone and speaker: the browser asks for them, the reader says what it cannot know. */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

import { Button } from "../components/button.js";
import { openDevices } from "../shared/devices.js";
import { html } from "../components/html.js";
import { Level, useSpeaking } from "../components/level.js";
import { useText } from "../components/speech.js";
import { StreamVideo } from "../components/stream_video.js";
import { Row } from "./row.js";
import { playTones } from "./tones.js";

/** @typedef {import("./check.js").Check} Check */
/** @typedef {import("../shared/devices.js").DeviceTrouble} DeviceTrouble */

/** How long somebody may think of what to say, in milliseconds. */
const SILENCE = 10_000;

/** @param {{ check: Check }} props */
export function DeviceParts({ check }) {
  const text = useText();
  const { camera, microphone } = check.outcomes;
  const stream = useSignal(/** @type {MediaStream | null} */ (null));
  const trouble = useSignal(/** @type {DeviceTrouble | null} */ (null));

  const close = () => {
    for (const track of stream.peek()?.getTracks() ?? []) track.stop();
    stream.value = null;
  };
  // A camera must not stay on behind a page that nobody looks at any more.
  useEffect(() => {
    window.addEventListener("pagehide", close);
    return () => window.removeEventListener("pagehide", close);
  }, []);

  const open = async () => {
    close();
    camera.value = microphone.value = "running";
    const opened = await openDevices(true);
    stream.value = opened.stream;
    trouble.value = opened.trouble;
    if (opened.stream === null) microphone.value = "bad";
    if (opened.stream === null || opened.trouble !== null) camera.value = "bad";
  };

  return html`
    <section aria-labelledby="check-devices">
      <h2 id="check-devices">${text("check-devices")}</h2>
      <p class="field-help">${text("check-devices-why")}</p>
      <div class="check-actions">
        ${
          stream.value === null
            ? html`<${Button} icon="video" label=${text("check-devices-begin")} onClick=${open} />`
            : html`<${Button} icon="video-off" label=${text("check-devices-end")} onClick=${close} />`
        }
      </div>
      <ul class="check-rows" role="list" aria-live="polite">
        <${Row} part="camera" outcome=${camera.value} says=${camera.value === "bad" ? trouble.value : null}>
          ${stream.value !== null && html`<${Picture} check=${check} stream=${stream.value} />`}
        <//>
        <${Row}
          part="microphone"
          outcome=${microphone.value}
          says=${microphone.value === "running" ? "check-microphone-speak" : stream.value === null && microphone.value === "bad" ? trouble.value : null}
        >
          ${stream.value !== null && html`<${Heard} check=${check} stream=${stream.value} />`}
        <//>
        <${Speaker} check=${check} />
      </ul>
    </section>
  `;
}

/** A camera works when its picture moves. @param {{ check: Check, stream: MediaStream }} props */
function Picture({ check, stream }) {
  const text = useText();
  const { camera } = check.outcomes;
  useEffect(() => {
    if (stream.getVideoTracks().length === 0) return undefined;
    const seen = document.createElement("video");
    seen.muted = true;
    seen.srcObject = stream;
    seen.addEventListener("timeupdate", () => (camera.value = "good"), { once: true });
    void seen.play().catch(() => undefined);
    const late = setTimeout(() => {
      if (camera.peek() === "running") camera.value = "bad";
    }, SILENCE);
    return () => {
      clearTimeout(late);
      seen.srcObject = null;
    };
  }, [stream]);
  return stream.getVideoTracks().length > 0 && html`<${StreamVideo} stream=${stream} own label=${text("call-own-picture")} />`;
}

/** A microphone works when it hears something. @param {{ check: Check, stream: MediaStream }} props */
function Heard({ check, stream }) {
  const { microphone } = check.outcomes;
  const speaking = useSpeaking(stream);
  useEffect(() => {
    if (speaking) microphone.value = "good";
  }, [speaking]);
  useEffect(() => {
    const late = setTimeout(() => {
      if (microphone.peek() === "running") microphone.value = "bad";
    }, SILENCE);
    return () => clearTimeout(late);
  }, [stream]);
  return html`<${Level} stream=${stream} />`;
}

/** Only the reader knows whether it was heard. @param {{ check: Check }} props */
function Speaker({ check }) {
  const text = useText();
  const { speaker } = check.outcomes;
  const again = useRef(/** @type {HTMLElement | null} */ (null));
  const play = async () => {
    speaker.value = "running";
    await playTones();
  };
  /** @param {"good" | "bad"} outcome */
  const answer = (outcome) => {
    speaker.value = outcome;
    // The button that was pressed is gone.
    again.current?.querySelector("button")?.focus();
  };
  return html`
    <${Row} part="speaker" outcome=${speaker.value} says=${speaker.value === "running" ? "check-speaker-ask" : null}>
      <div class="check-actions">
        ${
          speaker.value === "running" &&
          html`
            <${Button} kind="primary" label=${text("check-speaker-yes")} onClick=${() => answer("good")} />
            <${Button} label=${text("check-speaker-no")} onClick=${() => answer("bad")} />
          `
        }
        <div ref=${again}>
          <${Button}
            icon="volume-2"
            label=${text(speaker.value === "waiting" ? "check-speaker-play" : "check-speaker-again")}
            onClick=${play}
          />
        </div>
      </div>
    <//>
  `;
}
