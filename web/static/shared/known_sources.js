/**
 * What Chromium needs to show a picture that comes back: a section whose sender pauses keeps naming its sources.
 *
 * Chromium forgets where the pictures of a source go once an answer no longer names it, and does not look again when
 * the same source is named anew: frames are decoded and never shown. Its own answers go on naming the sources of a
 * section in which nothing is sent.
 */

const SOURCE = /^a=ssrc(?:-group:[A-Z-]+)?[: ]/;

/**
 * @param {string} sdp an answer
 * @param {string} before the answer before it on the same connection, or nothing
 * @returns {string} the answer, where sections that name no source any more name those they had
 */
export function withKnownSources(sdp, before) {
  const had = new Map(sectionsOf(before).map((section) => [midOf(section), section.filter(isSource)]));
  const [session, ...media] = splitAtMedia(sdp);
  const named = new Set(sdp.match(/^a=ssrc:\d+/gm));
  const kept = media.map((text) => {
    const section = linesOf(text);
    const known = had.get(midOf(section)) ?? [];
    // A source that is named elsewhere by now has moved there.
    if (isRejected(section) || section.some(isSource) || known.some((line) => named.has(line.split(" ")[0] ?? ""))) return text;
    return [...section, ...known].map((line) => `${line}\r\n`).join("");
  });
  return [session, ...kept].join("");
}

/** @param {string} sdp */
function splitAtMedia(sdp) {
  return sdp.split(/^(?=m=)/m);
}

/** @param {string} sdp */
function sectionsOf(sdp) {
  return splitAtMedia(sdp).slice(1).map(linesOf);
}

/** @param {string} text */
function linesOf(text) {
  return text.split("\r\n").filter((line) => line !== "");
}

/** @param {readonly string[]} section */
function midOf(section) {
  return section.find((line) => line.startsWith("a=mid:")) ?? "";
}

/** @param {readonly string[]} section */
function isRejected(section) {
  return /^m=\w+ 0 /.test(section[0] ?? "");
}

/** @param {string} line */
function isSource(line) {
  return SOURCE.test(line);
}
