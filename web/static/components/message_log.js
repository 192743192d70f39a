/** The log of a conversation, as it is read: the newest at the end, in sight as long as the reader is there. */

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";

import { Button } from "./button.js";
import { html } from "./html.js";
import { Icon } from "./icon.js";
import { arrange } from "./log_items.js";
import { MessageGroup } from "./message.js";
import { dayInFull, useSpeech } from "./speech.js";

/** @typedef {import("./log_items.js").Item} Item */
/** @typedef {import("./log_items.js").Emergency} Emergency */

/** How many items are drawn at first, and how many more each time somebody reads back. */
const WINDOW = 120;

/** From this close to the end, in pixels, the reader is at the end. */
const AT_END = 48;

/** What arrives within so many milliseconds of each other is read as one. */
const TOGETHER = 4_000;

/** What the log is made of, in the order of the page. */
const PIECES = ".message, .message-log-event, .message-log-day, .emergency";

/** What is left visible, in pixels, above the first of what is new. */
const MARGIN = 8;

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
  const [drawn, setDrawn] = useState(WINDOW);
  const [live, setLive] = useState(false);
  const { box, content, behind, toEnd, holdPlace } = useScroll(spoken(stable), outgoing.length, live, props.onSeen);
  const from = Math.max(0, stable.length - drawn);

  // Only additions are announced: not what was there before, nor what is read back.
  useEffect(() => {
    if (!settled || live) {
      return undefined;
    }
    const timer = setTimeout(() => setLive(true), 500);
    return () => clearTimeout(timer);
  }, [settled, live]);

  const earlier = () => {
    holdPlace();
    setLive(false);
    setDrawn(drawn + WINDOW);
  };

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
            from > 0 &&
            html`<div class="message-log-earlier">
              <${Button} kind="quiet" icon="history" label=${text("log-earlier")} onClick=${earlier} />
            </div>`
          }
          ${stable.slice(from).map((item) => html`<${ItemShown} key=${item.key} item=${item} log=${props} />`)}
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
        <time datetime=${new Date(item.at).toISOString().slice(0, 10)}>${dayInFull(language, item.at, new Date())}</time>
      </p>`;
    case "group":
      return html`<${MessageGroup} item=${item} audience=${log.audience} actions=${log.actions} />`;
    case "emergency":
      return log.emergency(item);
    case "event":
      return html`<div class="message-log-event ${item.staff ? "message-log-event-staff" : ""}">
        <p><${Icon} name=${item.line.icon} /> ${text(item.line.id, item.line.args)}</p>
        ${item.line.detail && html`<p dir="auto">${item.line.detail}</p>`}
        ${item.line.paper && log.paper?.(item.line.paper)}
      </div>`;
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

/**
 * Scrolling: whoever is at the end stays there, but never loses the beginning of what is new to its end; whoever reads back
 * is left in peace and told how much is new.
 * @param {number} heard  how much others said
 * @param {number} waiting  how many of the reader's own messages are not in the log yet
 * @param {boolean} live  what comes now is new, not history being read in
 * @param {(() => void) | undefined} onSeen
 */
function useScroll(heard, waiting, live, onSeen) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const content = useRef(/** @type {HTMLElement | null} */ (null));
  const atEnd = useRef(true);
  const before = useRef({ heard, waiting, newest: /** @type {Element | null} */ (null) });
  /** What is new: where it begins, how much of it is by others, and when the latest of it came. */
  const fresh = useRef({ first: /** @type {Element | null} */ (null), heard: 0, at: -Infinity });
  const held = useRef(/** @type {number | null} */ (null));
  const [behind, setBehind] = useState(0);
  const seen = useRef(onSeen);
  seen.current = onSeen;
  const following = useRef(() => {});

  const reportSeen = () => {
    if (atEnd.current && document.visibilityState === "visible" && document.hasFocus()) {
      seen.current?.();
    }
  };
  const follow = () => {
    const element = box.current;
    const first = live ? fresh.current.first : null;
    if (element && content.current) {
      const end = element.scrollHeight - element.clientHeight;
      const top = first?.isConnected ? topOf(first) - topOf(content.current) - MARGIN : end;
      element.scrollTop = Math.min(end, top);
      atEnd.current = end - element.scrollTop < AT_END;
      setBehind(atEnd.current ? 0 : fresh.current.heard);
    }
    reportSeen();
  };
  following.current = follow;
  const toEnd = () => {
    fresh.current.first = null;
    follow();
  };
  const holdPlace = () => {
    held.current = box.current && box.current.scrollHeight - box.current.scrollTop;
  };

  useLayoutEffect(() => {
    const known = before.current;
    const pieces = [...(content.current?.querySelectorAll(PIECES) ?? [])];
    before.current = { heard, waiting, newest: pieces.at(-1) ?? null };
    if (waiting > known.waiting || heard > known.heard) {
      const now = performance.now();
      if (waiting > known.waiting || now - fresh.current.at > TOGETHER) {
        const first = pieces[pieces.indexOf(/** @type {Element} */ (known.newest)) + 1] ?? null;
        fresh.current = { first: startOf(first), heard: 0, at: now };
      }
      fresh.current.at = now;
      fresh.current.heard += heard - known.heard;
    }
    if (held.current !== null && box.current) {
      box.current.scrollTop = box.current.scrollHeight - held.current;
      held.current = null;
    } else if (atEnd.current || waiting > known.waiting) {
      follow();
    } else if (heard > known.heard) {
      setBehind((count) => count + heard - known.heard);
    }
  });

  useEffect(() => {
    const element = /** @type {HTMLElement} */ (box.current);
    const onScroll = () => {
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < AT_END;
      if (atEnd.current) {
        setBehind(0);
        reportSeen();
      }
    };
    const grown = new ResizeObserver(() => {
      if (atEnd.current) {
        following.current();
      }
    });
    grown.observe(element);
    grown.observe(/** @type {HTMLElement} */ (content.current));
    element.addEventListener("scroll", onScroll, { passive: true });
    document.addEventListener("visibilitychange", reportSeen);
    window.addEventListener("focus", reportSeen);
    return () => {
      grown.disconnect();
      element.removeEventListener("scroll", onScroll);
      document.removeEventListener("visibilitychange", reportSeen);
      window.removeEventListener("focus", reportSeen);
    };
  }, []);

  return { box, content, behind, toEnd, holdPlace };
}

/** The first message of a group begins with who wrote it. @param {Element | null} piece */
function startOf(piece) {
  const group = piece?.closest(".message-group") ?? null;
  return group?.querySelector(".message") === piece ? group : piece;
}

/** @param {Element} element */
function topOf(element) {
  return element.getBoundingClientRect().top;
}
