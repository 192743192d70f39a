/** The log of a conversation, as it is read: the newest at the end, in sight as long as the reader is there. */

import { useMemo, useRef } from "preact/hooks";

import { Button } from "./button.js";
import { html } from "./html.js";
import { Icon } from "./icon.js";
import { useEarlier, useLive } from "./log_history.js";
import { arrange } from "./log_items.js";
import { useScroll } from "./log_scroll.js";
import { MessageGroup } from "./message.js";
import { Problem } from "./notices.js";
import { dayInFull, useSpeech } from "./speech.js";

/** @typedef {import("./log_items.js").Item} Item */
/** @typedef {import("./log_items.js").Emergency} Emergency */

/** So many things are named on one line; of more, that there are more. */
const FEW = 5;

/**
 * @typedef {object} MessageLogProps
 * @property {string} label  names the log for a screen reader
 * @property {readonly import("../shared/protocol.js").Entry[]} entries
 * @property {readonly import("../shared/conversation.js").Outgoing[]} outgoing
 * @property {import("../shared/protocol.js").Author} me
 * @property {"citizen" | "staff"} audience
 * @property {number} read  how far the other side has read the shared log
 * @property {boolean} closed
 * @property {import("./log_events.js").Names} [names]  for staff
 * @property {boolean} settled  what was there already has been read in: from now on additions are announced
 * @property {boolean} [hasEarlier]  there are entries before the first of these
 * @property {() => Promise<void>} [onEarlier]  reads some of them; rejects as `Connection.send` does
 * @property {(item: Emergency) => import("preact").ComponentChildren} emergency  shows the card
 * @property {(report: string) => import("preact").ComponentChildren} [paper]  shows the way to a filed report's papers
 * @property {import("./message.js").MessageActions} actions  must stay the same object from one drawing to the next
 * @property {() => void} [onSeen]  the end is in sight of somebody who is there
 * @property {import("preact").ComponentChildren} [children]  what stands below the last entry: who is typing, doors
 */

/** @param {MessageLogProps} props */
export function MessageLog(props) {
  const { label, entries, outgoing, me, audience, read, closed, names, settled, children } = props;
  const { text } = useSpeech();
  const items = useMemo(
    () => arrange({ entries, outgoing, me, audience, read, closed, names }),
    [entries, outgoing, me, audience, read, closed, names],
  );
  const stable = useStable(items);
  const beginning = entries[0] === undefined ? "" : `${entries[0].log} ${entries[0].number}`;
  const live = useLive(beginning, settled);
  const earlier = useEarlier(props);
  const { box, content, behind, toEnd } = useScroll({
    heard: spoken(stable),
    waiting: outgoing.length,
    live,
    beginning,
    onSeen: props.onSeen,
    onNear: earlier.onNear,
  });

  return html`
    <div class="message-log">
      <div
        class="message-log-scroll"
        ref=${box}
        role="log"
        aria-label=${label}
        aria-live=${live ? "polite" : "off"}
        aria-relevant="additions"
        tabindex="0"
      >
        <div class="message-log-content" ref=${content}>
          ${
            earlier.shown &&
            html`<div class="message-log-earlier" ref=${earlier.place}>
              <${Button}
                kind="quiet"
                icon="history"
                label=${text("log-earlier")}
                busy=${earlier.busy}
                onClick=${earlier.read}
              />
              ${earlier.problem && html`<${Problem}>${earlier.problem}</${Problem}>`}
            </div>`
          }
          ${stable.map((item) => html`<${ItemShown} key=${item.key} item=${item} log=${props} />`)}
          ${children}
        </div>
      </div>
      ${
        behind > 0 &&
        html`<div class="message-log-behind">
          <${Button} kind="primary" icon="chevron-down" label=${text("log-new", { count: behind })} onClick=${toEnd} />
        </div>`
      }
    </div>
  `;
}

/** @param {{ item: Item, log: MessageLogProps }} props */
function ItemShown({ item, log }) {
  const { language, text } = useSpeech();
  switch (item.kind) {
    case "day":
      return html`<p class="message-log-day">
        <time datetime=${item.at}>${dayInFull(language, item.at, new Date())}</time>
      </p>`;
    case "group":
      return html`<${MessageGroup} item=${item} audience=${log.audience} actions=${log.actions} />`;
    case "emergency":
      return log.emergency(item);
    case "event": {
      const named = item.line.named?.filter(Boolean) ?? [];
      return html`<div class="message-log-event ${item.staff ? "message-log-event-staff" : ""}">
        <p><${Icon} name=${item.line.icon} /> ${text(item.line.id, item.line.args)}</p>
        ${named.length > 0 && html`<p>${named.slice(0, FEW).join(", ")}${named.length > FEW && "…"}</p>`}
        ${item.line.detail && html`<p dir="auto">${item.line.detail}</p>`}
        ${item.line.paper && log.paper?.(item.line.paper)}
      </div>`;
    }
  }
}

/**
 * The same objects for items that say the same as before, so that only what changed is drawn again.
 * @param {Item[]} items
 * @returns {Item[]}
 */
function useStable(items) {
  const before = useRef(/** @type {Map<string, { item: Item, said: string }>} */ (new Map()));
  return useMemo(() => {
    const kept = new Map();
    const stable = items.map((item) => {
      const said = JSON.stringify(item);
      const known = before.current.get(item.key);
      const same = known?.said === said ? known : { item, said };
      kept.set(item.key, same);
      return same.item;
    });
    before.current = kept;
    return stable;
  }, [items]);
}

/**
 * How many messages and lines of others there are.
 * @param {Item[]} items
 */
function spoken(items) {
  return items.reduce((sum, item) => sum + (item.kind === "group" ? (item.mine ? 0 : item.messages.length) : 1), 0);
}
