/** Noticing that a page woke up: phones freeze tabs, laptops sleep, networks come and go. */

/** How often it is looked whether the clock jumped: a lid that opens over a visible page makes no event. */
const EVERY = 2_000;
/** A jump of so much means sleep. Browsers let a hidden page look but once a minute. */
const ASLEEP = 10_000;
const ASLEEP_HIDDEN = 90_000;

/**
 * Calls back when the page becomes visible, comes out of the back-forward cache, is thawed, gets its network back, or
 * when the machine slept.
 * @param {() => void} woke
 * @param {{page?: Document, view?: Window, clock?: () => number}} [where] `clock`: milliseconds, on through sleep
 * @returns {() => void} stops it
 */
export function onWake(woke, { page = document, view = window, clock = Date.now } = {}) {
  const shown = () => {
    if (page.visibilityState === "visible") woke();
  };
  let looked = clock();
  const look = setInterval(() => {
    const gap = clock() - looked;
    looked += gap;
    if (gap > (page.visibilityState === "visible" ? ASLEEP : ASLEEP_HIDDEN)) woke();
  }, EVERY);
  page.addEventListener("visibilitychange", shown);
  page.addEventListener("resume", woke);
  view.addEventListener("pageshow", woke);
  view.addEventListener("online", woke);
  return () => {
    clearInterval(look);
    page.removeEventListener("visibilitychange", shown);
    page.removeEventListener("resume", woke);
    view.removeEventListener("pageshow", woke);
    view.removeEventListener("online", woke);
  };
}
