/** Keys as they stand on the keyboard. */

import { html } from "../components/html.js";
import { useText } from "../components/speech.js";

/** @param {{ keys: string }} props  joined by `+`, as `aria-keyshortcuts` has them */
export function Keys({ keys }) {
  const text = useText();
  return keys
    .split("+")
    .map((key, index) => html`${index > 0 && "+"}<kbd>${key === "Control" ? text("key-control") : key}</kbd>`);
}
