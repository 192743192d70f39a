/** Noticing that a page woke up: phones freeze tabs, laptops sleep, networks come and go. */

/**
 * Calls back when the page becomes visible, comes out of the back-forward cache, or gets its network back.
 * @param {() => void} woke
 * @param {{page?: Document, view?: Window}} [where]
 * @returns {() => void} stops it
 */
export function onWake(woke, { page = document, view = window } = {}) {
  const shown = () => {
    if (page.visibilityState === "visible") woke();
  };
  page.addEventListener("visibilitychange", shown);
  view.addEventListener("pageshow", woke);
  view.addEventListener("online", woke);
  return () => {
    page.removeEventListener("visibilitychange", shown);
    view.removeEventListener("pageshow", woke);
    view.removeEventListener("online", woke);
  };
}
