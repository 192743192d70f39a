/** Starts the page of a guest, who was asked into a call by a link for one use. */

import { effect, signal } from "@preact/signals";
import { render } from "preact";

import { Calling } from "../components/calling.js";
import { html } from "../components/html.js";
import { SpeechContext } from "../components/speech.js";
import { Connection } from "../shared/connection.js";
import { chooseLanguage, loadPhrases } from "../shared/language.js";
import { LANGUAGES } from "../shared/protocol.js";
import { deskSocket } from "../shared/socket.js";
import { onWake } from "../shared/wake.js";
import { GuestVisit } from "./guest.js";
import { Join } from "./view.js";

/** @typedef {import("../shared/protocol.js").Language} Language */

const CATALOGUES = ["components", "errors", "join"];

const offered = /** @type {Language[]} */ (LANGUAGES);
const visit = new GuestVisit({
  storage: tabStorage(),
  connect: (token) => new Connection(deskSocket("/guest", () => ({ token }))),
  code: takeCode(),
});
visit.language.value = chooseLanguage([document.documentElement.lang, ...navigator.languages], offered);
const calling = visit.connection && new Calling({ conversation: visit, connection: visit.connection });
const phrases = signal(await loadPhrases(visit.language.peek(), CATALOGUES));

/** @param {Language} language */
async function changeLanguage(language) {
  visit.language.value = language;
  const learned = await loadPhrases(language, CATALOGUES);
  if (visit.language.peek() === language) phrases.value = learned;
}

/** The code of the link. It must not stay where somebody else could read it. */
function takeCode() {
  const code = new URLSearchParams(location.hash.slice(1)).get("code");
  if (code !== null) history.replaceState(null, "", location.pathname + location.search);
  return code;
}

/** Null where the browser forbids it: then a reload loses the place. */
function tabStorage() {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

function Root() {
  return html`
    <${SpeechContext.Provider} value=${phrases.value}>
      <${Join} visit=${visit} calling=${calling} languages=${offered} onLanguage=${changeLanguage} />
    <//>
  `;
}

effect(() => {
  document.documentElement.lang = phrases.value.language;
});
// A connection in a call notices within seconds that its line is dead.
visit.connection?.hurry(true);
onWake(() => visit.connection?.wake());
// Another link in the same tab is another visit.
window.addEventListener("hashchange", () => location.reload());
render(html`<${Root} />`, /** @type {HTMLElement} */ (document.getElementById("app")));
