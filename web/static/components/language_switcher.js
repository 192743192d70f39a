/** Choosing the language of the screen. Each language is named in itself. */

import { LANGUAGE_NAMES } from "../shared/language.js";
import { html } from "./html.js";
import { Icon } from "./icon.js";
import { useText } from "./speech.js";
import { written } from "./written.js";

/** @typedef {import("../shared/protocol.js").Language} Language */

/**
 * @param {{ languages: readonly Language[], language: Language, onChange: (language: Language) => void }} props
 */
export function LanguageSwitcher({ languages, language, onChange }) {
  const text = useText();
  return html`
    <label class="languages">
      <${Icon} name="languages" />
      <span class="unseen">${text("language-label")}</span>
      <span class="languages-code" aria-hidden="true">${language.toUpperCase()}</span>
      <select
        class="input"
        value=${language}
        onChange=${(/** @type {Event} */ event) => onChange(/** @type {Language} */ (written(event)))}
      >
        ${languages.map(
          (each) => html`<option key=${each} value=${each} lang=${each}>${LANGUAGE_NAMES[each]}</option>`,
        )}
      </select>
    </label>
  `;
}
