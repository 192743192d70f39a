/** The console's page: built here, by hand, from its parts. */

import { signal } from "@preact/signals";
import { render } from "preact";

import { html } from "../components/html.js";
import { chooseLanguage, loadPhrases } from "../shared/language.js";
import { LANGUAGES } from "../shared/protocol.js";
import { App } from "./app.js";
import { Chime } from "./chime.js";

/** @typedef {import("../shared/protocol.js").Language} Language */

/** Under this key the agent's language is kept on the device. */
const KEY = "onlineloket-console-language";
const CATALOGUES = ["components", "errors", "console"];

const root = /** @type {HTMLElement} */ (document.getElementById("app"));
const device = deviceStorage();
const offered = /** @type {Language[]} */ (LANGUAGES);
const language = chooseLanguage([device?.getItem(KEY), root.dataset.language, ...navigator.languages], offered);
const phrases = signal(await loadPhrases(language, CATALOGUES));
document.documentElement.lang = language;

/** @param {Language} chosen */
async function changeLanguage(chosen) {
  phrases.value = await loadPhrases(chosen, CATALOGUES);
  document.documentElement.lang = chosen;
  device?.setItem(KEY, chosen);
}

render(
  html`<${App}
    phrases=${phrases}
    languages=${offered}
    onLanguage=${changeLanguage}
    chime=${new Chime()}
    device=${device}
  />`,
  root,
);

/** Null where the browser forbids it. */
function deviceStorage() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
