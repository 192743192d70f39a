/** What a log says of its past: read when somebody goes back to it, and never announced as if it were new. */

import { useEffect, useRef, useState } from "preact/hooks";

import { refusalText } from "./notices.js";
import { useText } from "./speech.js";

/** So long a screen reader may take to see what was added, in milliseconds, before additions are announced. */
const SEEN_BY_THEN = 500;

/**
 * Whether additions are announced: not what was there before, nor what is read back.
 * @param {string} beginning  what the log begins with; another where something was added before it
 * @param {boolean} settled  what was there already has been read in
 */
export function useLive(beginning, settled) {
  /** The beginning from which on all was announced or known. */
  const [known, setKnown] = useState(/** @type {string | null} */ (null));
  useEffect(() => {
    if (known === beginning) {
      return undefined;
    }
    // Where there was nothing, all that came is new.
    if (known === "") {
      setKnown(beginning);
      return undefined;
    }
    if (!settled) {
      return undefined;
    }
    const timer = setTimeout(() => setKnown(beginning), SEEN_BY_THEN);
    return () => clearTimeout(timer);
  }, [known, beginning, settled]);
  return known === beginning || known === "";
}

/**
 * Reading back: by the button at the beginning, and by itself as the reader comes near it. After a failure only the
 * button tries again.
 * @param {{ hasEarlier?: boolean, onEarlier?: () => Promise<void>, settled: boolean }} log
 */
export function useEarlier({ hasEarlier = false, onEarlier, settled }) {
  const text = useText();
  const shown = hasEarlier && settled;
  const place = useRef(/** @type {HTMLElement | null} */ (null));
  const focused = useRef(/** @type {HTMLElement | null} */ (null));
  const reading = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");

  const read = async () => {
    if (reading.current) {
      return;
    }
    reading.current = true;
    setBusy(true);
    const { activeElement } = document;
    focused.current = place.current?.contains(activeElement) ? place.current.closest("[role=log]") : null;
    try {
      await onEarlier?.();
      setProblem("");
    } catch (error) {
      setProblem(refusalText(error, text));
    } finally {
      reading.current = false;
      setBusy(false);
    }
  };
  const onNear = () => {
    if (shown && problem === "") {
      void read();
    }
  };

  // The button goes with the last of what came before: whoever stood on it stays in the log.
  useEffect(() => {
    if (!shown && document.activeElement === document.body) {
      focused.current?.focus({ preventScroll: true });
    }
  }, [shown]);

  return { shown, place, busy, problem, read, onNear };
}
