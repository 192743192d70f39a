/** Which browser on which system this is, as far as it matters for telling somebody what to press. */

/** @typedef {"chromium" | "firefox" | "safari"} Family  What its settings look like: Edge's are Chromium's. */
/** @typedef {"android" | "ios" | "mac" | "windows" | "other"} System */

/**
 * On an iPhone or iPad a browser other than Safari leaves camera and microphone to the settings of the device.
 * @param {Pick<Navigator, "userAgent" | "maxTouchPoints">} navigator
 * @returns {{ family: Family, system: System }}
 */
export function browserOf({ userAgent, maxTouchPoints }) {
  const system = systemOf(userAgent, maxTouchPoints);
  if (/Firefox\/|FxiOS\//.test(userAgent)) return { family: "firefox", system };
  if (/Chrome\/|Chromium\/|CriOS\/|EdgiOS\//.test(userAgent)) return { family: "chromium", system };
  return { family: /Safari\//.test(userAgent) ? "safari" : "chromium", system };
}

/** @param {string} userAgent @param {number} maxTouchPoints @returns {System} */
function systemOf(userAgent, maxTouchPoints) {
  if (/Android/.test(userAgent)) return "android";
  // An iPad says that it is a Mac; no Mac is touched.
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return "ios";
  if (/Macintosh/.test(userAgent)) return "mac";
  return /Windows/.test(userAgent) ? "windows" : "other";
}
