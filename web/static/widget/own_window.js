/** Going on in a window of its own: more room, storage, and a camera where the page around the frame forbids it. */

import { useState } from "preact/hooks";

import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { refusalText } from "../components/notices.js";
import { useText } from "../components/speech.js";
import { useDesk } from "./desk.js";
import { ownPage } from "./own_page.js";

/** How long a browser may take to bring a new window to the front. */
const TO_FRONT = 1_000;

/** Nothing where the desk has its own window already. Its props go to the button. @param {Record<string, unknown>} props */
export function OwnWindowButton(props) {
  const { visit, host } = useDesk();
  const text = useText();
  const [trouble, setTrouble] = useState("");
  if (!host.framed) return null;
  const open = async () => {
    try {
      // A site that isolates itself gets no window back even without `noopener`: whether one opened, only the focus tells.
      window.open(await ownPage(visit), "_blank", "noopener");
      setTimeout(() => document.hasFocus() || host.close(), TO_FRONT);
      setTrouble("");
    } catch (error) {
      setTrouble(refusalText(error, text));
    }
  };
  return html`<${Button} icon="maximize-2" label=${text("citizen-own-window")} onClick=${open} ...${props} />
    ${trouble && html`<p class="field-problem" role="status">${trouble}</p>`}`;
}
