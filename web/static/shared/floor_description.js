/**
 * Writes a floor under what is sent into a session description, as Chromium reads it; others may pass over it.
 *
 * It stands with the sound, and holds for the connection as a whole. With each answer the browser takes it from there
 * anew; from a section of video only when its codec changes, and then the encoder begins anew with a whole picture.
 */

const OPUS = /^a=rtpmap:(\d+) opus\//im;

/**
 * @param {string} sdp an answer
 * @param {number | null} floor bits a second that are sent at least; null leaves the answer as it is
 * @returns {string}
 */
export function withFloor(sdp, floor) {
  if (floor === null) return sdp;
  const parameter = `x-google-min-bitrate=${Math.round(floor / 1_000)}`;
  return sdp
    .split(/^(?=m=)/m)
    .map((section) => {
      const format = OPUS.exec(section)?.[1];
      if (format === undefined) return section;
      const line = `a=fmtp:${format} `;
      if (section.includes(`\r\n${line}`)) return section.replace(`\r\n${line}`, `\r\n${line}${parameter};`);
      return `${section}${line}${parameter}\r\n`;
    })
    .join("");
}
