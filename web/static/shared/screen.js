/** Showing others a page or a window of one's own. */

/** What to show, and how: not in every browser's type yet. @typedef {DisplayMediaStreamOptions & Record<string, unknown>} Picking */

/**
 * What is read needs no more frames. Whole screens show more than anybody means to, other people's conversations for
 * example: browsers that can leave them out of the choice.
 * @type {Picking}
 */
const PICKING = {
  video: { frameRate: { max: 15 } },
  audio: false,
  monitorTypeSurfaces: "exclude",
  surfaceSwitching: "include",
};

/** Whether this browser can; those on phones cannot. */
export function canShareScreen() {
  return typeof navigator.mediaDevices?.getDisplayMedia === "function";
}

/**
 * @param {boolean} thisPage whether the page that asks is in the choice, in browsers that can leave it out
 * @returns {Promise<MediaStreamTrack | null>} what was chosen; null where nothing was
 */
export async function pickScreen(thisPage) {
  /** @type {Picking} */
  const picking = { ...PICKING, selfBrowserSurface: thisPage ? "include" : "exclude" };
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia(picking);
    return stream.getVideoTracks()[0] ?? null;
  } catch {
    return null;
  }
}
