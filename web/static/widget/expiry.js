/** Nothing ends without a word: before the token does, the citizen is asked to go on. */

import { useSignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";

import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { Banner, refusalText } from "../components/notices.js";
import { useText } from "../components/speech.js";
import { useDesk } from "./desk.js";

const MINUTE = 60_000;
/** From so many minutes before the end on, it is said. */
const WARNED = 20;

export function Expiry() {
  const { visit } = useDesk();
  const text = useText();
  const left = useMinutesLeft(visit.expiresAt.value);
  const [trouble, setTrouble] = useState("");
  const shown = left <= WARNED && !visit.over.value;
  const goOn = async () => {
    try {
      await visit.renew();
      setTrouble("");
    } catch (error) {
      setTrouble(refusalText(error, text));
    }
  };
  return html`<div class="expiry" role="status">
    ${
      shown &&
      html`<${Banner} kind="warning" icon="clock">
        <p>${text("citizen-expires", { minutes: Math.max(left, 1) })}</p>
        <${Button} label=${text("citizen-expires-go-on")} onClick=${goOn} />
        ${trouble && html`<p class="field-problem">${trouble}</p>`}
      <//>`
    }
  </div>`;
}

/** Looked at once a minute. @param {Date | null} end @returns {number} */
function useMinutesLeft(end) {
  const now = useSignal(Date.now());
  useEffect(() => {
    now.value = Date.now();
    const timer = setInterval(() => (now.value = Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, [end]);
  return end === null ? Infinity : Math.ceil((end.getTime() - now.value) / MINUTE);
}
