/** Starts the page on which citizens and agents test whether a call would work. */

import { effect, signal } from "@preact/signals";
import { render } from "preact";

import { html } from "../components/html.js";
import { SpeechContext } from "../components/speech.js";
import { chooseLanguage, loadPhrases } from "../shared/language.js";
import { LANGUAGES } from "../shared/protocol.js";
import { Check } from "./check.js";
import { CheckPage } from "./view.js";

/** @typedef {import("../shared/protocol.js").Language} Language */

const CATALOGUES = ["components", "check"];

const offered = /** @type {Language[]} */ (LANGUAGES);
const phrases = signal(await loadPhrases(chooseLanguage([document.documentElement.lang], offered), CATALOGUES));
const check = new Check();

/** @param {Language} language */
async function changeLanguage(language) {
  phrases.value = await loadPhrases(language, CATALOGUES);
  await translateNumbers(language);
}

/**
 * The numbers to call came with the page, to be there without a connection: in another language they come again.
 * @param {Language} language
 */
async function translateNumbers(language) {
  const answer = await fetch(`/check?language=${language}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const numbers = page.querySelector(".check-numbers");
  if (numbers !== null) document.querySelector(".check-numbers")?.replaceWith(numbers);
}

function Root() {
  return html`
    <${SpeechContext.Provider} value=${phrases.value}>
      <${CheckPage} check=${check} languages=${offered} onLanguage=${changeLanguage} />
    <//>
  `;
}

effect(() => {
  document.documentElement.lang = phrases.value.language;
  document.title = phrases.value.text("check-title");
});
render(html`<${Root} />`, /** @type {HTMLElement} */ (document.getElementById("app")));
