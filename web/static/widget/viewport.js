/** The part of the window that a phone's keyboard leaves free. */

/** Keeps `--height` on the root at the height that can be seen. Where the browser resizes the page itself it is the whole. */
export function followViewport() {
  const seen = window.visualViewport;
  if (!seen) return;
  const fit = () => {
    // A zoomed-in reader scrolls over the page; only the keyboard is made room for.
    if (seen.scale > 1.01) return;
    document.documentElement.style.setProperty("--height", `${Math.round(seen.height)}px`);
    if (seen.offsetTop > 0) window.scrollTo(0, 0);
  };
  seen.addEventListener("resize", fit);
  fit();
}
