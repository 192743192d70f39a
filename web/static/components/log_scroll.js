/** Where a log stands: the reader who is at the end stays there, the reader who looks back is left in peace. */

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

/** From this close to the end, in pixels, the reader is at the end. */
const AT_END = 48;

/** What arrives within so many milliseconds of each other is read as one. */
const TOGETHER = 4_000;

/** What the log is made of, in the order of the page. */
const PIECES = ".message, .message-log-event, .message-log-day, .emergency";

/** What interrupts: it is brought into sight wherever the reader is, and its beginning stays there. */
const ALERT = "[role=alert]";

/** What is left visible, in pixels, above the first of what is new. */
const MARGIN = 8;

/** From this close to the beginning of what is drawn, in pixels, what came before is wanted. */
const NEAR = 400;

/**
 * Scrolling: whoever is at the end stays there, but never loses the beginning of what is new to its end; whoever
 * reads back is left in peace and told how much is new, and keeps their place when what came before is added. An alert
 * is shown to both.
 * @param {object} state
 * @param {number} state.heard  how much others said
 * @param {number} state.waiting  how many of the reader's own messages are not in the log yet
 * @param {boolean} state.live  what comes now is new, not history being read in
 * @param {string} state.beginning  what the log begins with; another where something was added before it
 * @param {(() => void) | undefined} state.onSeen
 * @param {() => void} state.onNear  the reader is near the beginning, or all that is drawn is in sight
 */
export function useScroll({ heard, waiting, live, beginning, onSeen, onNear }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const content = useRef(/** @type {HTMLElement | null} */ (null));
  const atEnd = useRef(true);
  const before = useRef({ heard, waiting, beginning, newest: /** @type {Element | null} */ (null) });
  /** What is new: where it begins, how much of it is by others, and when the latest of it came. */
  const fresh = useRef({ first: /** @type {Element | null} */ (null), heard: 0, at: -Infinity });
  /** The alert that was shown last. */
  const alerts = useRef(/** @type {Element | null} */ (null));
  const held = useRef(/** @type {number | null} */ (null));
  const [behind, setBehind] = useState(0);
  const told = useRef({ onSeen, onNear });
  told.current = { onSeen, onNear };
  const size = useRef("");
  /** Where the log was put last by `follow`, so that a scroll by the reader is told from it. */
  const placed = useRef(-1);

  const reportSeen = () => {
    if (atEnd.current && document.visibilityState === "visible" && document.hasFocus()) {
      told.current.onSeen?.();
    }
  };
  const follow = () => {
    const element = box.current;
    const { first: begins, at } = fresh.current;
    const first = performance.now() - at < TOGETHER || begins?.matches(ALERT) ? begins : null;
    if (element && content.current) {
      const end = element.scrollHeight - element.clientHeight;
      const top = first?.isConnected ? topOf(first) - topOf(content.current) - MARGIN : end;
      element.scrollTop = Math.min(end, top);
      placed.current = element.scrollTop;
      atEnd.current = end - element.scrollTop < AT_END;
      setBehind(atEnd.current ? 0 : fresh.current.heard);
    }
    reportSeen();
  };
  const lookBack = () => {
    // What is put away is not looked at.
    if (box.current && box.current.clientHeight > 0 && box.current.scrollTop < NEAR) told.current.onNear();
  };
  const toEnd = () => {
    fresh.current.first = null;
    follow();
  };
  const grewBack = before.current.beginning !== "" && before.current.beginning !== beginning;
  // Measured before anything is drawn.
  if (grewBack && !atEnd.current) {
    held.current = box.current && box.current.scrollHeight - box.current.scrollTop;
  }

  useLayoutEffect(() => {
    const known = before.current;
    // What was added before all there was is by others, too, and not new.
    if (grewBack) known.heard = heard;
    const pieces = [...(content.current?.querySelectorAll(PIECES) ?? [])];
    const newest = pieces.at(-1) ?? null;
    const alert = pieces.findLast((piece) => piece.matches(ALERT)) ?? null;
    // One that was read in is history, unless it is the last thing that was said.
    const alerted = alert !== null && alert !== alerts.current && !grewBack && (live || alert === newest);
    alerts.current = alert;
    before.current = { heard, waiting, beginning, newest };
    // What is read in at the start is history, not new.
    if (live && (waiting > known.waiting || heard > known.heard)) {
      const now = performance.now();
      if (waiting > known.waiting || now - fresh.current.at > TOGETHER) {
        const first = pieces[pieces.indexOf(/** @type {Element} */ (known.newest)) + 1] ?? null;
        fresh.current = { first: startOf(first), heard: 0, at: now };
      }
      fresh.current.at = now;
      fresh.current.heard += heard - known.heard;
    }
    if (alerted) {
      fresh.current.first = alert;
    }
    if (held.current !== null && box.current) {
      box.current.scrollTop = box.current.scrollHeight - held.current;
      held.current = null;
    } else if (atEnd.current || alerted || waiting > known.waiting) {
      follow();
    } else if (heard > known.heard) {
      setBehind((count) => count + heard - known.heard);
    }
    lookBack();
  });

  useEffect(() => {
    const element = /** @type {HTMLElement} */ (box.current);
    const onScroll = () => {
      // The box or what is in it has just changed its size: nobody scrolled, and the observer below sets it right.
      if (size.current !== sizeOf(element)) {
        return;
      }
      if (element.scrollTop !== placed.current) {
        fresh.current = { first: null, heard: 0, at: -Infinity };
      }
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < AT_END;
      if (atEnd.current) {
        setBehind(0);
        reportSeen();
      }
      lookBack();
    };
    const grown = new ResizeObserver(() => {
      size.current = sizeOf(element);
      if (atEnd.current || fresh.current.first?.matches(ALERT)) {
        follow();
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

  return { box, content, behind, toEnd };
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

/** @param {Element} element */
function sizeOf({ clientHeight, scrollHeight }) {
  return `${clientHeight} ${scrollHeight}`;
}
