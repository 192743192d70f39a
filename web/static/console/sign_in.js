/** Signing in to the console. */

import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";

import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { Icon } from "../components/icon.js";
import { LanguageSwitcher } from "../components/language_switcher.js";
import { Banner, refusalText } from "../components/notices.js";
import { useText } from "../components/speech.js";
import { signIn } from "./http.js";

/** @typedef {import("../shared/protocol.js").Language} Language */
/** @typedef {import("../shared/protocol.js").SignedIn} SignedIn */

/**
 * @typedef {object} SignInProps
 * @property {readonly Language[]} languages
 * @property {Language} language
 * @property {(language: Language) => void} onLanguage
 * @property {(agent: SignedIn) => Promise<void>} onSignedIn
 * @property {import("./chime.js").Chime} chime
 * @property {boolean} ended  the last sign-in ended by itself
 * @property {import("preact").ComponentChildren} [notice]
 */

/** @param {SignInProps} props */
export function SignIn({ languages, language, onLanguage, onSignedIn, chime, ended, notice }) {
  const text = useText();
  const id = useId();
  const busy = useSignal(false);
  const refusal = useSignal(/** @type {unknown} */ (null));
  const wait = useCountdown();
  const login = useRef(/** @type {HTMLInputElement | null} */ (null));
  const password = useRef(/** @type {HTMLInputElement | null} */ (null));

  /** @param {Event} event */
  const submit = async (event) => {
    event.preventDefault();
    if (busy.value || wait.seconds.value > 0) {
      return;
    }
    void chime.unlock();
    busy.value = true;
    try {
      await onSignedIn(await signIn(login.current?.value.trim() ?? "", password.current?.value ?? ""));
    } catch (error) {
      refusal.value = error;
      wait.from(/** @type {{ retryAfter?: number | null }} */ (error).retryAfter ?? 0);
      password.current?.select();
    }
    busy.value = false;
  };
  const waiting = wait.seconds.value;
  const shown = refusal.value === null ? null : shownRefusal(refusal.value, waiting, text);

  return html`
    <main class="sign-in">
      <h1>${text("console-title")}</h1>
      ${notice}
      ${ended && html`<${Banner} kind="info"><p>${text("sign-in-ended")}</p></${Banner}>`}
      <form class="sign-in-form" onSubmit=${submit}>
        <label class="field" for="${id}-login">
          <span class="field-label">${text("sign-in-login")}</span>
          <input
            class="input"
            id="${id}-login"
            ref=${login}
            name="username"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            required
            maxlength="80"
            aria-describedby="${id}-refusal"
          />
        </label>
        <label class="field" for="${id}-password">
          <span class="field-label">${text("sign-in-password")}</span>
          <input
            class="input"
            id="${id}-password"
            ref=${password}
            name="password"
            type="password"
            autocomplete="current-password"
            required
            maxlength="200"
            aria-describedby="${id}-refusal"
          />
        </label>
        <p id="${id}-refusal" role="status" class="field-problem">
          ${shown !== null && html`<${Icon} name="circle-alert" /><span>${shown}</span>`}
        </p>
        <${Button} kind="primary" type="submit" label=${text("sign-in-go")} busy=${busy.value || waiting > 0} />
      </form>
      <div class="sign-in-extras">
        <${Button}
          icon="volume-2"
          label=${text("sound-test")}
          onClick=${async () => {
            await chime.unlock();
            chime.play("waiting");
          }}
        />
        <${LanguageSwitcher} languages=${languages} language=${language} onChange=${onLanguage} />
      </div>
    </main>
  `;
}

/**
 * A refusal that asks to wait is gone when the wait is over.
 * @param {unknown} refusal
 * @param {number} waiting
 * @param {import("../components/speech.js").Text} text
 */
function shownRefusal(refusal, waiting, text) {
  const { code } = /** @type {{ code?: string }} */ (refusal);
  if (code === "too_many_requests") {
    return waiting > 0 ? text("error-too_many_requests", { seconds: waiting }) : null;
  }
  return refusalText(refusal, text);
}

/** Seconds that run down to 0. */
function useCountdown() {
  const seconds = useSignal(0);
  useEffect(() => {
    if (seconds.value <= 0) {
      return undefined;
    }
    const timer = setTimeout(() => (seconds.value -= 1), 1_000);
    return () => clearTimeout(timer);
  }, [seconds.value]);
  return { seconds, from: (/** @type {number} */ start) => (seconds.value = Math.ceil(start)) };
}
