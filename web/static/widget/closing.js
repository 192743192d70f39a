/** After the end: how it was, what to take away, and beginning anew. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";

import { Button } from "../components/button.js";
import { html } from "../components/html.js";
import { refusalText } from "../components/notices.js";
import { useText } from "../components/speech.js";
import { useDesk } from "./desk.js";
import { TranscriptButton } from "./paper.js";

const SCORES = [1, 2, 3, 4, 5];
const LONGEST = 2000;

/** @param {{ conversation: import("../shared/conversation.js").Conversation }} props */
export function Closing({ conversation }) {
  const { visit } = useDesk();
  const text = useText();
  const title = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => {
    // Where one was writing is gone; the keyboard goes on here, and nowhere else is a focus taken away.
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, []);
  return html`
    <section class="closing" aria-labelledby="closing-title">
      <h2 id="closing-title" tabindex="-1" ref=${title}>${text("citizen-ended")}</h2>
      <p>${text("citizen-ended-about")}</p>
      ${conversation.rated.value ? html`<p role="status">${text("citizen-rated")}</p>` : html`<${Rating} conversation=${conversation} />`}
      ${visit.outbox.value.unsent().length > 0 && html`<p>${text("citizen-unsent-ended")}</p>`}
      <div class="closing-ways">
        <${TranscriptButton} />
        <${Button} icon="rotate-cw" label=${text("citizen-start-over")} onClick=${() => visit.startOver()} />
        <${Button} icon="history" label=${text("citizen-go-on")} onClick=${() => visit.startOver({ same: true })} />
      </div>
      <p class="field-help">${text("citizen-go-on-about")}</p>
    </section>
  `;
}

/** @param {{ conversation: import("../shared/conversation.js").Conversation }} props */
function Rating({ conversation }) {
  const text = useText();
  const [score, setScore] = useState(0);
  const [comment, setComment] = useState("");
  const [trouble, setTrouble] = useState("");
  const [busy, setBusy] = useState(false);
  const send = async () => {
    if (score === 0) {
      setTrouble(text("citizen-rate-choose"));
      return;
    }
    setBusy(true);
    try {
      await conversation.send("conversation.rate", { score, comment: comment.trim() });
    } catch (error) {
      setTrouble(refusalText(error, text));
    } finally {
      setBusy(false);
    }
  };
  return html`
    <form
      class="rating"
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        void send();
      }}
    >
      <fieldset class="field">
        <legend class="field-label">${text("citizen-rate")}</legend>
        <div class="options">
          ${SCORES.map(
            (each) => html`<label class="option" key=${each}>
              <input type="radio" name="score" checked=${score === each} onChange=${() => setScore(each)} />
              <span>${text("citizen-rate-score", { score: each })}</span>
            </label>`,
          )}
        </div>
      </fieldset>
      ${
        score > 0 &&
        html`<div class="field">
          <label class="field-label" for="rating-comment">${text("citizen-rate-comment")}</label>
          <textarea
            class="input"
            id="rating-comment"
            rows="2"
            dir="auto"
            maxlength=${LONGEST}
            value=${comment}
            onInput=${(/** @type {Event} */ event) => setComment(/** @type {HTMLTextAreaElement} */ (event.target).value)}
          ></textarea>
        </div>`
      }
      <${Button} kind="primary" type="submit" label=${text("citizen-rate-send")} busy=${busy} />
      <p class="field-problem" role="status">${trouble}</p>
    </form>
  `;
}
