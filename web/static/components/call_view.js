/** A call: who is seen and heard, and what one can do about it. */

import { useId, useRef } from "preact/hooks";

import { Button } from "./button.js";
import { CallControls } from "./call_controls.js";
import { CallNotices } from "./call_notices.js";
import { CallPictures } from "./call_pictures.js";
import { CallPreview } from "./call_preview.js";
import { troubleText } from "./call_trouble.js";
import { html } from "./html.js";
import { Icon } from "./icon.js";
import { LiveTextPane } from "./live_text_pane.js";
import { Banner, StatusLine } from "./notices.js";
import { PhotoAsking, PhotoCard } from "./photo_bar.js";
import { usePushToTalk } from "./push_to_talk.js";
import { RecordingBar } from "./recording_bar.js";
import { useText } from "./speech.js";

/** @typedef {import("./calling.js").Calling} Calling */

/**
 * The other party: an agent by name, the citizen by none.
 * @typedef {{ who: "citizen" | "agent", name: string }} Party
 */

/** @type {ReadonlyMap<string, import("../shared/quality.js").Quality>} */
const NOTHING_KNOWN = new Map();

/**
 * Whatever the conversation's call needs shown now: the question, the preview, the waiting, the call; nothing where
 * there is none. The sound is `StreamSound`'s.
 * @param {{
 *   calling: Calling,
 *   view: import("../shared/protocol.js").CallView | null,
 *   me: string,
 *   other: Party,
 *   onHangUp?: () => void,
 *   mayRecord?: boolean,
 *   photos?: "asks" | "sends" | null,
 *   asksPlace?: boolean,
 *   frame?: string,
 *   logged?: boolean,
 * }} props `me`: our participant; `onHangUp`: what hanging up does, where it is more than to hang up; `mayRecord`: whether
 *   we may ask for a recording; `photos`: whether we ask for photos, or send them; `asksPlace`: ask first whether we are
 *   in a calm and safe place; `frame`: selects what fills a full screen, where that is more than the call; `logged`: what
 *   is said stands in a log beside the call
 */
export function CallView({
  calling,
  view,
  me,
  other,
  onHangUp = () => calling.hangUp(),
  mayRecord = false,
  photos = null,
  asksPlace = false,
  frame = ".call",
  logged = true,
}) {
  const text = useText();
  const call = calling.call.value;
  if (calling.wish.value !== null) {
    return html`<${CallPreview} calling=${calling} asksPlace=${asksPlace} />`;
  }
  if (call !== null) {
    return (
      view &&
      html`<${CallRunning}
        calling=${calling}
        call=${call}
        view=${view}
        me=${me}
        other=${other}
        onHangUp=${onHangUp}
        mayRecord=${mayRecord}
        photos=${photos}
        frame=${frame}
        logged=${logged}
      />`
    );
  }
  if (view === null || view.state === "ended") {
    return (
      calling.trouble.value &&
      html`<${Banner} kind="warning"><p>${troubleText(calling.trouble.value, text)}</p></${Banner}>`
    );
  }
  if (view.state === "proposed" && view.proposed_by !== me) {
    return html`<${CallQuestion} calling=${calling} video=${view.video} other=${other} />`;
  }
  if (view.state === "proposed") {
    return html`<section class="call-waiting">
      <${StatusLine} icon="video">${text("call-waiting", other)}</${StatusLine}>
      <${Button} label=${text("call-take-back")} onClick=${() => calling.decline()} />
    </section>`;
  }
  if (calling.isAway) {
    return html`<${CallAway} calling=${calling} video=${view.video} onHangUp=${onHangUp} />`;
  }
  return html`<section class="call-waiting">
    <${StatusLine} icon="video">${text("call-connecting")}</${StatusLine}>
  </section>`;
}

/**
 * A call is under way, and this page has no part in it.
 * @param {{ calling: Calling, video: boolean, onHangUp: () => void }} props
 */
function CallAway({ calling, video, onHangUp }) {
  const text = useText();
  const { isElsewhere, wayIn } = calling;
  const first = wayIn === "join";
  return html`<section class="call-waiting">
    <p role="status">${text(first ? "call-under-way" : isElsewhere ? "call-elsewhere" : "call-away")}</p>
    <${Button}
      kind="primary"
      icon="video"
      label=${text(first ? "call-look-first" : isElsewhere ? "call-take-over" : "call-rejoin")}
      onClick=${() => calling.prepare(wayIn, video)}
    />
    <${Button} icon="phone-off" label=${text("call-hang-up")} onClick=${onHangUp} />
  </section>`;
}

/**
 * The other would like to call. Saying no has no consequence, and the screen says so.
 * @param {{ calling: Calling, video: boolean, other: Party }} props
 */
function CallQuestion({ calling, video, other }) {
  const text = useText();
  return html`
    <section class="call-question" aria-label=${text("call-question-title", { ...other, video: String(video) })}>
      <p class="call-question-title">
        <${Icon} name="video" />${text("call-question-title", { ...other, video: String(video) })}
      </p>
      <p class="field-help">${text("call-question-free")}</p>
      <div class="call-preview-actions">
        <${Button}
          kind="primary"
          icon="video"
          label=${text("call-look-first")}
          onClick=${() => calling.prepare("accept", video)}
        />
        <${Button} label=${text("call-decline")} onClick=${() => calling.decline()} />
      </div>
    </section>
  `;
}

/**
 * @param {{
 *   calling: Calling,
 *   call: import("../shared/call.js").Call,
 *   view: import("../shared/protocol.js").CallView,
 *   me: string,
 *   other: Party,
 *   onHangUp: () => void,
 *   mayRecord: boolean,
 *   photos: "asks" | "sends" | null,
 *   frame: string,
 *   logged: boolean,
 * }} props
 */
function CallRunning({ calling, call, view, me, other, onHangUp, mayRecord, photos, frame, logged }) {
  const text = useText();
  const stage = useRef(/** @type {HTMLElement | null} */ (null));
  const textPane = useId();
  const writes = useRef(false);
  /** @param {boolean} open */
  const onText = (open) => {
    writes.current = open;
    calling.text.turn(open);
  };
  usePushToTalk(call.own);
  const seen = calling.own.devices.camera !== null && !call.own.held.value;
  return html`
    <section ref=${stage} class="call" aria-label=${text("call-with", other)}>
      <${RecordingBar} recording=${calling.recording} mayRecord=${mayRecord} />
      ${photos === "asks" && html`<${PhotoAsking} photo=${calling.photo} />`}
      ${photos === "sends" && html`<${PhotoCard} calling=${calling} />`}
      <div class="call-pictures">
        <${CallPictures}
          call=${call}
          view=${view}
          me=${me}
          own=${seen ? calling.stream.value : null}
          received=${calling.own.quality.value?.received.value ?? NOTHING_KNOWN}
          signing=${calling.signing}
        />
      </div>
      <${CallNotices} calling=${calling} call=${call} view=${view} showsOthers=${other.who === "citizen"} />
      ${
        calling.text.open.value &&
        html`<${LiveTextPane} live=${calling.text} id=${textPane} logged=${logged} focused=${writes} />`
      }
      <${CallControls}
        calling=${calling}
        call=${call}
        stage=${stage}
        frame=${frame}
        textPane=${textPane}
        onText=${onText}
        onHangUp=${onHangUp}
      />
    </section>
  `;
}
