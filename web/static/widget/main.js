/** Starts the citizen's screen, at /widget in a frame and at /desk as a page of its own. */

import { effect, signal } from "@preact/signals";
import { render } from "preact";

import { html } from "../components/html.js";
import { SpeechContext, prepareTimes } from "../components/speech.js";
import { Connection } from "../shared/connection.js";
import { isBehind } from "../shared/form_versions.js";
import { chooseLanguage, loadPhrases } from "../shared/language.js";
import { LANGUAGES, withDefaults } from "../shared/protocol.js";
import { deskSocket } from "../shared/socket.js";
import { Storage } from "../shared/storage.js";
import { onWake } from "../shared/wake.js";
import { App } from "./app.js";
import { Calls } from "./calls.js";
import { DeskContext } from "./desk.js";
import { QuickExit } from "./exit.js";
import { Host } from "./host.js";
import { moveOut } from "./own_page.js";
import { Unread } from "./unread.js";
import { followViewport } from "./viewport.js";
import { Visit } from "./visit.js";

/** @typedef {import("../shared/protocol.js").Language} Language */

/** All that is said in one language: our own words and the zone's. @typedef {{phrases: import("../shared/language.js").Phrases, data: import("../shared/protocol.js").DeskData}} Spoken */

const CATALOGUES = ["components", "errors", "widget"];
/** How long to wait before words that did not come are asked for again. */
const PAUSE = 2_000;

const storage = new Storage({ view: window });
const host = new Host();
const visit = new Visit({
  storage,
  connect: (token) => new Connection(deskSocket("/citizen", () => ({ token })), { token }),
  // The page came in the language that was asked for, or that the browser likes best of what the zone serves.
  language: chooseLanguage([storage.get("language"), document.documentElement.lang], LANGUAGES),
  site: host.site,
});
const spoken = signal(/** @type {Spoken | null} */ (null));
const exit = new QuickExit({ visit, host, to: () => spoken.peek()?.data.exit_url ?? "about:blank" });
const calls = new Calls(visit);
const unread = new Unread({ visit, tell: (count) => host.unread(count) });

/** @param {Language} language @returns {Promise<Spoken>} */
async function learn(language) {
  for (;;) {
    try {
      const [phrases, answer] = await Promise.all([
        loadPhrases(language, CATALOGUES),
        fetch(`/api/desk?language=${language}`),
      ]);
      if (answer.ok) return { phrases, data: withDefaults("DeskData", await answer.json()) };
    } catch {
      // The network is away: what the server wrote into the page stands there in the meantime.
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** @param {Language} language */
async function changeLanguage(language) {
  visit.chooseLanguage(language);
  await relearn(language);
}

/** @param {Language} language */
async function relearn(language) {
  const learned = await learn(language);
  if (visit.language.peek() === language) spoken.value = learned;
}

function Root() {
  const { phrases, data } = /** @type {Spoken} */ (spoken.value);
  const desk = { visit, host, exit, calls, storage, data, chooseLanguage: changeLanguage };
  return html`
    <${SpeechContext.Provider} value=${phrases}>
      <${DeskContext.Provider} value=${desk}><${App} /><//>
    <//>
  `;
}

/** The code that leads to a conversation begun elsewhere. It must not stay where somebody else could read it. */
function takeCode() {
  const code = new URLSearchParams(location.hash.slice(1)).get("code");
  if (code !== null) history.replaceState(null, "", location.pathname + location.search);
  return code;
}

host.meet({
  onShown: (shown) => unread.show(shown),
  onExit: () => exit.leave(),
  onMove: () => void moveOut({ visit, host }),
});
exit.listen();
onWake(() => visit.wake());
followViewport();
visit.start({ code: takeCode() });
const learned = learn(visit.language.peek());
// While the words are on their way and the line is being opened there is nothing else to do.
prepareTimes(visit.language.peek());
spoken.value = await learned;
effect(() => {
  document.documentElement.lang = spoken.value?.phrases.language ?? "";
});
effect(() => {
  const reports = visit.conversation.value?.reports.value ?? [];
  if (isBehind(spoken.peek()?.data.forms ?? [], reports)) void relearn(visit.language.peek());
});
effect(() => host.offerExit(visit.sensitive.value ? (spoken.value?.data.exit_url ?? null) : null));
render(html`<${Root} />`, /** @type {HTMLElement} */ (document.getElementById("app")));
