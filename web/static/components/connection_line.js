/** How the connection stands, and what happens to what is written meanwhile, in one quiet line. */

import { useEffect, useState } from "preact/hooks";

import { html } from "./html.js";
import { StatusLine } from "./notices.js";
import { useText } from "./speech.js";

/** @typedef {import("../shared/connection.js").ConnectionState} ConnectionState */

/** What lasts less long is not worth a word. @type {Partial<Record<ConnectionState, number>>} */
const GRACE = { connecting: 3_000, lost: 1_500 };
/** How long it is said that the connection is back. */
const RELIEF = 4_000;

/**
 * Nothing while the connection is open, or only just lost.
 * @param {{
 *   connection: import("../shared/connection.js").Connection | null,
 *   waiting: number,
 *   kept: import("../shared/storage.js").Place,
 * }} props
 *   `waiting`: how many messages are not sent yet; `kept`: where they are meanwhile
 */
export function ConnectionLine({ connection, waiting, kept }) {
  const text = useText();
  const state = connection?.state.value ?? "closed";
  const told = useTold(state);
  const online = useOnline();
  if (told === "back") return html`<${StatusLine} icon="check">${text("connection-back")}</${StatusLine}>`;
  const why = !online ? "offline" : connection?.crowded.value ? "crowded" : "lost";
  return html`<${StatusLine} icon="wifi-off">
    ${
      told !== null &&
      `${text(told === "lost" ? `connection-${why}` : "connection-first")} ${text("connection-meanwhile", { waiting, kept })}`
    }
  </${StatusLine}>`;
}

/**
 * What to say of it: a trouble once it lasts, and its end where it was said.
 * @param {ConnectionState} state
 * @returns {"connecting" | "lost" | "back" | null}
 */
function useTold(state) {
  const [told, setTold] = useState(/** @type {"connecting" | "lost" | "back" | null} */ (null));
  useEffect(() => {
    const troubled = state === "connecting" || state === "lost";
    if (state === "open" && told === "lost") setTold("back");
    else if (!troubled || told === "back") setTold(null);
    const next = troubled ? state : null;
    const timer = setTimeout(() => setTold(next), GRACE[state] ?? RELIEF);
    return () => clearTimeout(timer);
  }, [state]);
  return told;
}

function useOnline() {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, []);
  return online;
}
