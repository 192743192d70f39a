/** The recordings of a conversation's calls: how each stands, and the way to watch it. */

import { useSignal } from "@preact/signals";

import { Button } from "../components/button.js";
import { Dialog } from "../components/dialog.js";
import { html } from "../components/html.js";
import { Icon } from "../components/icon.js";
import { Problem, refusalText } from "../components/notices.js";
import { useSpeech } from "../components/speech.js";
import { written } from "../components/written.js";
import { useDesk } from "./context.js";
import { RecordingPlayer } from "./recording_player.js";

/** @typedef {import("./assignment.js").Assignment} Assignment */
/** @typedef {import("../shared/protocol.js").RecordingToWatch} RecordingToWatch */
/** @typedef {import("../shared/protocol.js").RecordingView} RecordingView */

/** Nothing where there is none. @param {{ assignment: Assignment }} props */
export function RecordingsSection({ assignment }) {
  const { text } = useSpeech();
  const recordings = assignment.conversation.recordings.value;
  if (recordings.length === 0) {
    return null;
  }
  return html`
    <section class="panel-section">
      <h3>${text("recordings-title")}</h3>
      <ul role="list" class="recordings">
        ${recordings.map(
          (view) => html`<${Item} key=${view.recording} assignment=${assignment} view=${view} />`,
        )}
      </ul>
    </section>
  `;
}

/** @param {{ assignment: Assignment, view: RecordingView }} props */
function Item({ assignment, view }) {
  const desk = useDesk();
  const { language, text } = useSpeech();
  const open = useSignal(/** @type {RecordingToWatch | null} */ (null));
  const problem = useSignal(/** @type {string | null} */ (null));
  const { conversation } = assignment;
  const { recording, state, held } = view;
  /** @param {() => Promise<unknown>} action */
  const attempt = async (action) => {
    try {
      await action();
      problem.value = null;
    } catch (error) {
      problem.value = refusalText(error, text);
    }
  };
  const watch = () =>
    attempt(async () => {
      open.value = await conversation.send("recording.open", { recording });
    });
  const asking = useSignal(false);
  /** @param {string} reason */
  const hold = async (reason) => {
    asking.value = false;
    await attempt(() => conversation.send("recording.hold", { recording, held: !held, reason }));
  };
  const when = new Date(view.asked_at).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
  const until = view.erase_at === null ? "" : new Date(view.erase_at).toLocaleDateString(language, { dateStyle: "medium" });
  return html`
    <li>
      <p><${Icon} name="circle-dot" />${when}</p>
      <p class="field-help">${text(state === "stored" && held ? "recording-list-held" : `recording-list-${state}`, { until })}</p>
      <div class="recording-actions">
        ${state === "stored" && html`<${Button} icon="play" label=${text("recording-watch")} onClick=${watch} />`}
        ${
          state === "stored" &&
          desk.supervisor.value &&
          html`<${Button} icon="lock" label=${text(held ? "recording-release" : "recording-hold")} onClick=${() => (asking.value = true)} />`
        }
      </div>
      ${problem.value && html`<${Problem}>${problem.value}</${Problem}>`}
      ${asking.value && html`<${HoldDialog} held=${held} onHold=${hold} onClose=${() => (asking.value = false)} />`}
      ${
        open.value &&
        html`<${RecordingPlayer}
          opened=${open.value}
          when=${when}
          onClose=${() => (open.value = null)}
        />`
      }
    </li>
  `;
}

/**
 * Why it is kept longer, or no longer: a reason is written down with it.
 * @param {{ held: boolean, onHold: (reason: string) => Promise<void>, onClose: () => void }} props
 */
function HoldDialog({ held, onHold, onClose }) {
  const { text } = useSpeech();
  const reason = useSignal("");
  const title = text(held ? "recording-release" : "recording-hold");
  const ready = reason.value.trim() !== "";
  return html`
    <${Dialog}
      title=${title}
      onClose=${onClose}
      footer=${html`<${Button}
        kind="primary"
        icon="lock"
        label=${title}
        disabled=${!ready}
        onClick=${() => onHold(reason.value.trim())}
      />`}
    >
      <label class="field">
        <span class="field-label">${text("recording-hold-reason")}</span>
        <textarea
          class="input"
          maxlength="2000"
          rows="3"
          value=${reason.value}
          onInput=${(/** @type {Event} */ event) => (reason.value = written(event))}
        ></textarea>
      </label>
    </${Dialog}>
  `;
}
