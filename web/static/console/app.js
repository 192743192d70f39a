/** The console: a sign-in, and behind it the desk. */

import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";

import { html } from "../components/html.js";
import { Banner, refusalText } from "../components/notices.js";
import { SpeechContext } from "../components/speech.js";
import { Backoff } from "../shared/backoff.js";
import { ChosenDevices } from "../shared/chosen_devices.js";
import { Connection, retryAfter } from "../shared/connection.js";
import { isBehind } from "../shared/form_versions.js";
import { deskSocket } from "../shared/socket.js";
import { Storage } from "../shared/storage.js";
import { onWake } from "../shared/wake.js";
import { Attention } from "./attention.js";
import { ConsoleView } from "./console_view.js";
import { DeskContext } from "./context.js";
import { Desk } from "./desk.js";
import { consoleData, signOut, whoAmI } from "./http.js";
import { SignIn } from "./sign_in.js";
import { onSignedOut } from "./signed_out.js";

/** @typedef {import("../shared/protocol.js").Language} Language */
/** @typedef {import("../shared/protocol.js").SignedIn} SignedIn */

/** Whose drafts lie in this tab: another agent must not find them. */
const OWNER = "owner";

/**
 * @typedef {object} AppProps
 * @property {import("@preact/signals").Signal<import("../shared/language.js").Phrases>} phrases
 * @property {readonly Language[]} languages
 * @property {(language: Language) => Promise<void>} onLanguage
 * @property {import("./chime.js").Chime} chime
 * @property {globalThis.Storage | null} device
 */

/** @param {AppProps} props */
export function App({ phrases, languages, onLanguage, chime, device }) {
  const desk = useSignal(/** @type {Desk | null} */ (null));
  const asking = useSignal(true);
  const ended = useSignal(false);
  const trouble = useSignal(/** @type {unknown} */ (null));
  const storage = useMemo(() => new Storage({ prefix: "onlineloket-console." }), []);
  const { language, text } = phrases.value;
  const speech = useMemo(() => ({ language, text }), [phrases.value]);

  /** @param {SignedIn} agent */
  const enter = async (agent) => {
    if (storage.get(OWNER) !== agent.agent) {
      storage.wipe();
      storage.set(OWNER, agent.agent);
    }
    const data = await consoleData(phrases.peek().language);
    const connection = new Connection(deskSocket("/agent"));
    const attention = new Attention({ chime, device });
    const chosen = new ChosenDevices(device);
    desk.value = new Desk({ connection, storage, agent, data, attention, chosen });
    ended.value = false;
    connection.open();
  };
  const leave = () => {
    desk.peek()?.close();
    desk.value = null;
  };

  useEffect(() => {
    const look = async () => {
      const backoff = new Backoff();
      while (asking.peek()) {
        try {
          const agent = await whoAmI();
          if (agent !== null) {
            await enter(agent);
          }
          asking.value = false;
        } catch (error) {
          // Whoever is signed in must not be asked to sign in because the desk is away for a moment.
          await new Promise((resolve) => setTimeout(resolve, backoff.next(retryAfter(error))));
        }
      }
    };
    void look();
  }, []);
  useEffect(() => unlockAtFirstTouch(chime), []);
  useEffect(
    () => desk.value?.connection && onSignedOut(desk.value.connection, () => (leave(), (ended.value = true))),
    [desk.value],
  );
  useEffect(() => onWake(() => desk.peek()?.wake()), []);

  const learn = async () => {
    const entered = desk.peek();
    if (entered !== null) {
      entered.data.value = await consoleData(phrases.peek().language);
    }
  };
  useSignalEffect(() => {
    const reports = desk.value?.open.value.flatMap(({ conversation }) => conversation.reports.value) ?? [];
    if (isBehind(desk.peek()?.data.peek().forms ?? [], reports)) {
      // Where it fails, the next change of a report leads here again.
      learn().catch(() => undefined);
    }
  });

  /** @param {Language} chosen */
  const changeLanguage = async (chosen) => {
    await onLanguage(chosen);
    await learn();
  };
  const signOutNow = async () => {
    // Closed first: the desk then ends nothing but this.
    leave();
    storage.wipe();
    await signOut().catch((error) => (trouble.value = error));
  };

  const notice =
    trouble.value !== null &&
    html`<${Banner} kind="warning"><p>${refusalText(trouble.value, text)}</p></${Banner}>`;

  return html`
    <${SpeechContext.Provider} value=${speech}>
      ${
        desk.value !== null
          ? html`<${DeskContext.Provider} value=${desk.value}>
              <${ConsoleView}
                languages=${languages}
                onLanguage=${changeLanguage}
                onSignOut=${signOutNow}
                chime=${chime}
              />
            </${DeskContext.Provider}>`
          : !asking.value &&
            html`<${SignIn}
              languages=${languages}
              language=${language}
              onLanguage=${changeLanguage}
              onSignedIn=${enter}
              chime=${chime}
              ended=${ended.value}
              notice=${notice}
            />`
      }
    </${SpeechContext.Provider}>
  `;
}

/**
 * Browsers let a page sound only after somebody touched it; after a reload that may be anything.
 * @param {import("./chime.js").Chime} chime
 */
function unlockAtFirstTouch(chime) {
  const unlock = () => {
    stop();
    void chime.unlock();
  };
  const stop = () => {
    window.removeEventListener("pointerdown", unlock, true);
    window.removeEventListener("keydown", unlock, true);
  };
  window.addEventListener("pointerdown", unlock, true);
  window.addEventListener("keydown", unlock, true);
  return stop;
}
