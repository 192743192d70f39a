/** Starts the page on which citizens and agents test whether a call would work. */

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
const phrases = await loadPhrases(chooseLanguage([document.documentElement.lang], offered), CATALOGUES);
const check = new Check();

/** The numbers below stand in the page as it came, so it comes again. @param {Language} language */
function changeLanguage(language) {
  location.search = new URLSearchParams({ language }).toString();
}

render(
  html`
    <${SpeechContext.Provider} value=${phrases}>
      <${CheckPage} check=${check} languages=${offered} onLanguage=${changeLanguage} />
    <//>
  `,
  /** @type {HTMLElement} */ (document.getElementById("app")),
);
