/** Time passing, for what says how long somebody has waited. */

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** Minutes are shown: a look this often never lags far behind, in milliseconds. */
const EVERY = 10_000;

/**
 * The desk's clock, in milliseconds, looked at again and again.
 * @param {number} ahead  how far the desk's clock is ahead of this machine's
 */
export function useNow(ahead) {
  const now = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => (now.value = Date.now()), EVERY);
    return () => clearInterval(timer);
  }, []);
  return now.value + ahead;
}
