/** The top of the screen: where you are, whom to call in danger, and the way out in a hurry. */

import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { Icon } from "../components/icon.js";
import { LanguageSwitcher } from "../components/language_switcher.js";
import { useText } from "../components/speech.js";
import { useDesk } from "./desk.js";
import { OwnWindowButton } from "./own_window.js";

/** How many numbers stand on the line for emergencies; the card has them all. */
const ALWAYS_SEEN = 2;

export function Head() {
  const { visit, host, data, chooseLanguage } = useDesk();
  const text = useText();
  return html`
    <header class="head">
      <h1 class="head-title">${data.title}</h1>
      <${LanguageSwitcher} languages=${data.languages} language=${visit.language.value} onChange=${chooseLanguage} />
      <${OwnWindowButton} bare kind="quiet" />
      ${host.framed && html`<${Button} bare kind="quiet" icon="x" label=${text("citizen-put-away")} onClick=${() => host.close()} />`}
    </header>
  `;
}

/** Always in sight: what to do when it cannot wait. */
export function Urgent() {
  const { data } = useDesk();
  const text = useText();
  const numbers = data.card.numbers.filter(({ href }) => href.startsWith("tel:")).slice(0, ALWAYS_SEEN);
  return html`
    <section class="urgent" aria-label=${text("citizen-urgent-label")}>
      <p><${Icon} name="triangle-alert" />${text("citizen-urgent")}</p>
      ${numbers.map(
        ({ id, number, href }) => html`<a
          key=${id}
          class="button button-danger"
          href=${href}
          aria-label=${text("citizen-call", { number })}
        >
          <${Icon} name="phone" /><span>${number}</span>
        </a>`,
      )}
    </section>
  `;
}

/** The first thing the keyboard reaches where somebody may be watched. */
export function FirstWayOut() {
  const { visit, exit, data } = useDesk();
  const text = useText();
  if (!visit.sensitive.value) return null;
  return html`<a
    class="skip unseen"
    href=${data.exit_url}
    onClick=${(/** @type {Event} */ event) => {
      event.preventDefault();
      exit.leave();
    }}
    >${text("citizen-exit")}</a
  >`;
}

/** The red button, with what it does and what it cannot do; that is told until the conversation is under way. */
export function WayOut() {
  const { visit, exit } = useDesk();
  const text = useText();
  if (!visit.sensitive.value) return null;
  return html`
    <section class="way-out" aria-label=${text("citizen-exit-label")}>
      <${Button} kind="danger" icon="log-out" label=${text("citizen-exit")} onClick=${() => exit.leave()} />
      <details open=${isFresh(visit)}>
        <summary>${text("citizen-exit-what")}</summary>
        <p>${text("citizen-exit-about")} <span class="way-out-keys">${text("citizen-exit-keys")}</span></p>
      </details>
    </section>
  `;
}

/** Whether no more than the first word was said. @param {import("./visit.js").Visit} visit */
function isFresh({ conversation, outgoing }) {
  const log = conversation.value?.shared.log;
  const said = (log?.entries.value ?? []).filter(({ author, body }) => author.kind === "citizen" && body.type === "message.posted");
  return !log?.hasEarlier.value && said.length + outgoing.value.length <= 1;
}
