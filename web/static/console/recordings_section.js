/** The recordings of a conversation's calls: how each stands, and the way to watch it. */

import { useSignal } from "@preact/signals";

import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { Icon } from "../components/icon.js";
import { Problem, refusalText } from "../components/notices.js";
import { useSpeech } from "../components/speech.js";
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
  const hold = () => attempt(() => conversation.send("recording.hold", { recording, held: !held, reason: "" }));
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
          html`<${Button} icon="lock" label=${text(held ? "recording-release" : "recording-hold")} onClick=${hold} />`
        }
      </div>
      ${problem.value && html`<${Problem}>${problem.value}</${Problem}>`}
      ${
        open.value &&
        html`<${RecordingPlayer}
          assignment=${assignment}
          opened=${open.value}
          when=${when}
          onClose=${() => (open.value = null)}
        />`
      }
    </li>
  `;
}
