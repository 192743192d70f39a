/** What a guest sees: a welcome, themselves, the waiting, the call, the end. */

import { useEffect, useRef } from "preact/hooks";

import { Button } from "../components/button.js";
import { CallPreview } from "../components/call_preview.js";
import { CallSounds } from "../components/call_pictures.js";
import { isIn, othersIn } from "../components/call_standing.js";
import { CallView } from "../components/call_view.js";
import { ConnectionLine } from "../components/connection_line.js";
import { html } from "../components/html.js";
import { LanguageSwitcher } from "../components/language_switcher.js";
import { StatusLine } from "../components/notices.js";
import { Outdated } from "../components/outdated.js";
import { useSpeech } from "../components/speech.js";
import { StreamVideo } from "../components/stream_video.js";
import { written } from "../components/written.js";

/** @typedef {import("../components/calling.js").Calling} Calling */
/** @typedef {import("../shared/protocol.js").Language} Language */
/** @typedef {import("./guest.js").GuestVisit} GuestVisit */

/**
 * @param {{
 *   visit: GuestVisit,
 *   calling: Calling | null,
 *   languages: readonly Language[],
 *   onLanguage: (language: Language) => void,
 * }} props
 */
export function Join({ visit, calling, languages, onLanguage }) {
  const { language, text } = useSpeech();
  const stage = visit.stage.value;
  const heading = useRef(/** @type {HTMLHeadingElement | null} */ (null));
  const ended = stage !== "opening" && stage !== "welcome" && stage !== "inside";
  const outdated = !ended && visit.connection?.isOutdated;
  useEffect(() => {
    // What one was looking at is gone: what is said instead is where one goes on reading.
    if (ended) heading.current?.focus();
  }, [ended]);
  return html`
    <header class="page-head">
      <h1 tabindex="-1" ref=${heading}>${text("join-title")}</h1>
      <${LanguageSwitcher} languages=${languages} language=${language} onChange=${onLanguage} />
    </header>
    <main class="join">
      <div role="alert">${outdated && html`<${Outdated} kept=${null} />`}</div>
      ${stage === "opening" && !outdated && html`<p role="status">${text("join-connecting")}</p>`}
      ${stage === "welcome" && calling && html`<${Welcome} visit=${visit} calling=${calling} />`}
      ${stage === "inside" && calling && html`<${Inside} visit=${visit} calling=${calling} />`}
      ${ended && html`<p class="join-end" role="status">${text(`join-${stage}`)}</p>`}
      ${!ended && visit.connection && html`<${ConnectionLine} connection=${visit.connection} waiting=${0} kept="tab" />`}
    </main>
    ${calling && html`<${CallSounds} calling=${calling} />`}
  `;
}

/** @param {{ visit: GuestVisit, calling: Calling }} props */
function Welcome({ visit, calling }) {
  const { text } = useSpeech();
  if (calling.wish.value !== null) {
    return html`<${CallPreview} calling=${calling} />`;
  }
  return html`
    <p>${text("join-welcome")}</p>
    <p>${text("join-how")}</p>
    <p>${text("join-private")}</p>
    <label class="field">
      <span class="field-label">${text("join-name")}</span>
      <span class="field-help">${text("join-name-help")}</span>
      <input
        class="input"
        maxlength="80"
        autocomplete="name"
        dir="auto"
        value=${visit.name.value}
        onInput=${(/** @type {Event} */ event) => (visit.name.value = written(event))}
      />
    </label>
    <div>
      <${Button} kind="primary" icon="video" label=${text("join-begin")} onClick=${() => calling.prepare("knock", true)} />
    </div>
  `;
}

/** @param {{ visit: GuestVisit, calling: Calling }} props */
function Inside({ visit, calling }) {
  const { text } = useSpeech();
  const view = visit.call.value;
  const leave = async () => {
    await calling.hangUp();
    visit.leave();
  };
  if (calling.wish.value !== null) {
    return html`<${CallPreview} calling=${calling} />`;
  }
  if (isIn(view, visit.me)) {
    const agent = othersIn(view, visit.me).find(({ participant }) => participant.kind === "agent");
    return html`<${CallView}
      calling=${calling}
      view=${view}
      me=${visit.me}
      other=${{ who: "agent", name: agent?.participant.name ?? "" }}
      onHangUp=${leave}
      logged=${false}
    />`;
  }
  const stream = calling.stream.value;
  return html`
    <${StatusLine} icon="clock">${text("join-waiting")}</${StatusLine}>
    ${
      stream === null
        ? html`<div>
          <${Button} kind="primary" icon="video" label=${text("join-begin")} onClick=${() => calling.prepare("knock", true)} />
        </div>`
        : stream.getVideoTracks().length > 0 &&
          html`<${StreamVideo} stream=${stream} own label=${text("call-own-picture")} />`
    }
    <div><${Button} icon="log-out" label=${text("join-leave")} onClick=${leave} /></div>
  `;
}
