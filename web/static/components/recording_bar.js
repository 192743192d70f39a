/** The recording of a call, for whoever is in it: the question, the mark that stays in sight, and how to end it. */

import { useEffect } from "preact/hooks";

import { Button } from "./button.js";
import { html } from "./html.js";
import { Icon } from "./icon.js";
import { Problem, StatusLine } from "./notices.js";
import { RecordingTone } from "./recording_tone.js";
import { useText } from "./speech.js";

/** @typedef {import("./recording.js").Recording} Recording */

/**
 * @param {{ recording: Recording, mayRecord?: boolean }} props  `mayRecord`: whether we may ask, about this topic
 */
export function RecordingBar({ recording, mayRecord = false }) {
  const text = useText();
  const view = recording.view.value;
  const running = view?.state === "running";
  useEffect(() => {
    if (!running) return undefined;
    const tone = new RecordingTone();
    tone.start();
    return () => tone.stop();
  }, [running]);
  const asked = view !== null && recording.isMineToAnswer;
  return html`
    <div class="recording ${running ? "recording-on" : ""}">
      <${StatusLine} icon=${view?.state === "paused" ? "pause" : "circle-dot"}>
        ${view !== null && !asked && text(`recording-${standing(view, recording.me)}`)}
      </${StatusLine}>
      <div class="recording-actions call-controls">
        ${asked ? null : html`<${Actions} recording=${recording} mayRecord=${mayRecord} />`}
      </div>
      <div role="status" aria-atomic="false">
        ${asked && html`<${Question} recording=${recording} days=${view?.keep_days ?? 0} />`}
      </div>
      ${recording.trouble.value && html`<${Problem}>${text(recording.trouble.value)}</${Problem}>`}
    </div>
  `;
}

/** What is asked before anybody is recorded. @param {{ recording: Recording, days: number }} props */
function Question({ recording, days }) {
  const text = useText();
  return html`
    <section class="recording-question" aria-label=${text("recording-question")}>
      <p class="recording-title"><${Icon} name="circle-dot" />${text("recording-question")}</p>
      <p>${text("recording-what", { days })}</p>
      <p class="field-help">${text("recording-free")}</p>
      <div class="recording-actions call-controls">
        <${Button} kind="primary" icon="check" label=${text("recording-agree")} onClick=${() => recording.answer(true)} />
        <${Button} icon="x" label=${text("recording-refuse")} onClick=${() => recording.answer(false)} />
      </div>
    </section>
  `;
}

/** @param {{ recording: Recording, mayRecord: boolean }} props */
function Actions({ recording, mayRecord }) {
  const text = useText();
  const view = recording.view.value;
  if (view === null) {
    return (
      mayRecord &&
      recording.mayBeAsked.value &&
      html`<${Button} icon="circle-dot" label=${text("recording-propose")} onClick=${() => recording.propose()} />`
    );
  }
  const stop = text(view.state === "asked" ? "recording-withdraw" : "recording-stop");
  return html`
    ${
      view.state === "running" &&
      html`<${Button} icon="pause" label=${text("recording-pause")} onClick=${() => recording.pause()} />`
    }
    ${
      view.state === "paused" &&
      view.paused_by === recording.me &&
      html`<${Button} icon="play" label=${text("recording-resume")} onClick=${() => recording.resume()} />`
    }
    <${Button} icon="square" label=${stop} onClick=${() => recording.stop()} />
  `;
}

/**
 * Which text says how it stands.
 * @param {import("../shared/protocol.js").RecordingView} view
 * @param {string} me
 */
function standing({ state, paused_by }, me) {
  if (state !== "paused") return state;
  if (paused_by === null) return "newcomer";
  return paused_by === me ? "paused-by-me" : "paused";
}
