/** What one can do in a call. */

import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";

import { canShareScreen } from "../shared/screen.js";
import { BackgroundBlur } from "./background_blur.js";
import { Button } from "./button.js";
import { DeviceChoices } from "./device_choice.js";
import { html } from "./html.js";
import { useFullScreen, usePictureInPicture } from "./larger.js";
import { TALKS } from "./push_to_talk.js";
import { useText } from "./speech.js";

/** @typedef {import("../shared/call.js").Call} Call */
/** @typedef {import("./calling.js").Calling} Calling */
/** @typedef {import("./larger.js").Switch} Switch */
/** @typedef {{ current: HTMLElement | null }} Stage  Where the call is drawn. */

/** The picture that a small window shows: a screen that is shared, or else the first of the others. */
const PICTURES = [".call-screen video", ".call-other video"];

/**
 * @param {{
 *   calling: Calling,
 *   call: Call,
 *   stage: Stage,
 *   frame: string,
 *   textPane: string,
 *   onText: (open: boolean) => void,
 *   onHangUp: () => void,
 * }} props `frame`: selects what fills a full screen, from the stage up; `textPane`: the id of the live text
 */
export function CallControls({ calling, call, stage, frame, textPane, onText, onHangUp }) {
  const text = useText();
  const more = useSignal(false);
  const drawer = useId();
  const { own, screen, state } = call;
  const live = calling.text;
  const written = live.open.value ?? false;
  const signs = calling.signing.mine.value;
  const held = own.held.value;
  const microphone = own.microphone.value;
  const camera = calling.own.devices.camera !== null;
  // Here, and not in the drawer: closing that leaves the screen as it is.
  const full = useFullScreen(() => stage.current?.closest(frame) ?? null);
  const small = usePictureInPicture(() => {
    const found = PICTURES.map((one) => stage.current?.querySelector(one)).find((one) => one);
    return /** @type {HTMLVideoElement | null} */ (found ?? null);
  });
  return html`
    <div class="call-controls" role="group" aria-label=${text("call-controls")}>
      <${Button}
        icon=${microphone ? "mic" : "mic-off"}
        label=${text(microphone ? "call-mute" : "call-unmute")}
        onClick=${() => own.setMicrophone(!microphone)}
        ...${{ [TALKS]: "" }}
      />
      <${Button}
        icon=${camera ? "video" : "video-off"}
        label=${text(camera ? "call-camera-off" : "call-camera-on")}
        disabled=${held}
        onClick=${() => calling.own.setCamera(!camera)}
      />
      <${Button}
        icon=${held ? "play" : "pause"}
        label=${text(held ? "call-resume" : "call-hold")}
        onClick=${() => calling.hold.turn(!held)}
      />
      ${
        canShareScreen() &&
        call.pictures.value &&
        (screen.value === null
          ? html`<${Button}
              icon="monitor-up"
              label=${text("call-screen-share")}
              disabled=${held}
              onClick=${() => calling.own.shareScreen()}
            />`
          : html`<${Button} icon="monitor-off" label=${text("call-screen-stop")} onClick=${() => calling.own.stopScreen()} />`)
      }
      ${
        state.value === "failed" &&
        html`<${Button} icon="rotate-cw" label=${text("call-try-again")} onClick=${() => call.reconnect()} />`
      }
      <${Button}
        icon="keyboard"
        label=${text(live.unseen.value ? "call-text-new" : "call-text")}
        class=${live.unseen.value ? "call-text-new" : ""}
        aria-expanded=${String(written)}
        aria-controls=${written ? textPane : undefined}
        onClick=${() => onText(!written)}
      />
      <${Button}
        icon="hand"
        label=${text(signs ? "call-sign-end" : "call-sign")}
        class=${signs ? "call-signs-on" : ""}
        onClick=${() => calling.signing.turn(!signs)}
      />
      <${Button}
        icon="ellipsis"
        label=${text("call-more")}
        aria-expanded=${String(more.value)}
        aria-controls=${drawer}
        onClick=${() => (more.value = !more.value)}
      />
      <${Button} kind="primary" icon="phone-off" label=${text("call-hang-up")} onClick=${onHangUp} />
    </div>
    <div class="call-controls call-more" id=${drawer} role="group" aria-label=${text("call-more-label")} hidden=${!more.value}>
      ${more.value && html`<${More} calling=${calling} full=${full} small=${small} />`}
    </div>
  `;
}

/** @param {{ calling: Calling, full: Switch, small: Switch }} props */
function More({ calling, full, small }) {
  const text = useText();
  const { own } = calling;
  const camera = own.devices.camera;
  return html`
    ${
      own.soundOnly.value === null &&
      html`<${Button} icon="volume-2" label=${text("call-sound-only")} onClick=${() => own.setSoundOnly("wish")} />`
    }
    ${
      full.possible &&
      html`<${Button}
        icon=${full.on ? "minimize-2" : "maximize-2"}
        label=${text(full.on ? "call-full-end" : "call-full")}
        onClick=${full.turn}
      />`
    }
    ${
      small.possible &&
      html`<${Button}
        icon="picture-in-picture-2"
        label=${text(small.on ? "call-small-end" : "call-small")}
        onClick=${small.turn}
      />`
    }
    <${DeviceChoices}
      stream=${calling.stream.value}
      speaker=${own.devices.chosen.get("audiooutput")}
      onChoose=${own.choose}
    />
    ${camera && html`<${BackgroundBlur} key=${camera.id} track=${camera} />`}
  `;
}
