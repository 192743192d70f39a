/** What one should know about the call now, with what to do about it. */

import { Button } from "./button.js";
import { troubleText } from "./call_trouble.js";
import { html } from "./html.js";
import { StatusLine } from "./notices.js";
import { QualityMark } from "./quality_mark.js";
import { useText } from "./speech.js";

/** @typedef {import("../shared/call.js").Call} Call */
/** @typedef {import("./calling.js").Calling} Calling */

/**
 * @param {{ calling: Calling, call: Call, view: import("../shared/protocol.js").CallView, showsOthers: boolean }} props
 *   `showsOthers`: our screen may show other people's affairs
 */
export function CallNotices({ calling, call, view, showsOthers }) {
  const text = useText();
  const state = call.state.value;
  const held = call.own.held.value;
  const away = state === "reconnecting" || state === "failed";
  const trouble = calling.trouble.value;
  const screen = call.screen.value !== null;
  const signs = calling.signing.active;
  return html`
    <div class="call-notices">
      <${QualityMark} quality=${calling.own.quality.value?.sent.value ?? null} whose="mine" />
      <${StatusLine} icon=${away ? "wifi-off" : undefined}>
        ${state !== "connected" ? text(`call-state-${state}`) : held ? text("call-held") : ""}
      <//>
      <${Voice} calling=${calling} call=${call} />
      <${StatusLine} icon="triangle-alert">${trouble && troubleText(trouble, text)}<//>
      <${Lost} calling=${calling} />
      <${StatusLine} icon="monitor-up">
        ${screen && text(showsOthers ? "call-screen-shared-staff" : "call-screen-shared")}
      <//>
      <${StatusLine} icon="hand">${calling.signing.mine.value && text("call-signs-mine")}<//>
      <${SoundOnly} calling=${calling} mayOffer=${!signs && !view.parties.some((party) => party.held)} />
    </div>
  `;
}

/** Whether we are heard, where we may be wrong about it. @param {{ calling: Calling, call: Call }} props */
function Voice({ calling, call }) {
  const text = useText();
  const { held, microphone, talking } = call.own;
  const warning = held.value || talking.value ? null : calling.own.warning.value;
  const muted = !microphone.value && !held.value;
  return html`
    <div class=${warning === null ? "" : "call-warning"}>
      <${StatusLine} icon=${warning === null ? "mic" : "mic-off"}>
        ${warning !== null ? text(`call-warning-${warning}`) : talking.value && text("call-talking")}
      <//>
    </div>
    ${muted && !talking.value && html`<p class="call-hint">${text("call-talk-hint")}</p>`}
  `;
}

/** A device was unplugged. @param {{ calling: Calling }} props */
function Lost({ calling }) {
  const text = useText();
  const { devices } = calling.own;
  const loss = devices.loss.value;
  const camera = loss?.kind === "videoinput";
  return html`
    <${StatusLine} icon=${camera ? "video-off" : "mic-off"}>
      ${loss !== null && text(`call-lost-${loss.kind}`, { found: loss.now === null ? "no" : "yes", name: loss.now ?? "" })}
    <//>
    ${
      loss !== null &&
      loss.now === null &&
      html`<div>
        <${Button}
          icon="rotate-cw"
          label=${text(camera ? "call-lost-other-camera" : "call-lost-other-microphone")}
          onClick=${() => devices.take(loss.kind)}
        />
      </div>`
    }
  `;
}

/**
 * That there is sound alone, and how pictures come back; on a weak line, that sound alone would be better.
 * @param {{ calling: Calling, mayOffer: boolean }} props `mayOffer`: nobody signs, and nobody sends a still sign, which
 *   looks like a bad line
 */
function SoundOnly({ calling, mayOffer }) {
  const text = useText();
  const { own } = calling;
  const why = own.soundOnly.value ?? (mayOffer && own.quality.value?.weak.value ? "offer" : null);
  return html`
    <${StatusLine} icon="volume-2">${why !== null && text(`call-sound-${why}`)}<//>
    ${
      why !== null &&
      html`<div>
        ${
          why === "offer"
            ? html`<${Button} icon="volume-2" label=${text("call-sound-accept")} onClick=${() => own.setSoundOnly("wish")} />`
            : html`<${Button} icon="video" label=${text("call-pictures-again")} onClick=${() => own.setSoundOnly(null)} />`
        }
      </div>`
    }
  `;
}
