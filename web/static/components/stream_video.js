/** Pictures and sound of a stream. */

import { useEffect, useRef } from "preact/hooks";

import { html } from "./html.js";

/**
 * The picture, without sound: `StreamSound` plays that, wherever the picture is. One's own is shown as in a mirror.
 * @param {{ stream: MediaStream | null, own?: boolean, label: string }} props
 */
export function StreamVideo({ stream, own = false, label }) {
  const element = useStream(stream);
  return html`<video
    ref=${element}
    class="stream ${own ? "stream-own" : ""}"
    autoplay
    playsinline
    muted
    aria-label=${label}
  ></video>`;
}

/**
 * The sound of the other party; to be kept in the page as long as the call lasts.
 * @param {{ stream: MediaStream | null, speaker: string | null }} props `speaker`: the device that plays it, where one was
 *   chosen
 */
export function StreamSound({ stream, speaker }) {
  const element = useStream(stream);
  useEffect(() => {
    // A speaker that is gone leaves the sound where it was.
    if (speaker !== null) element.current?.setSinkId?.(speaker).catch(() => undefined);
  }, [speaker, stream]);
  return html`<audio ref=${element} autoplay hidden></audio>`;
}

/** @param {MediaStream | null} stream */
function useStream(stream) {
  const element = useRef(/** @type {HTMLMediaElement | null} */ (null));
  useEffect(() => {
    const shown = element.current;
    if (shown !== null && shown.srcObject !== stream) {
      shown.srcObject = stream;
      // Refused until somebody clicks in the page; a call always begins with a click, so the next one plays it.
      shown.play().catch(() => undefined);
    }
  }, [stream]);
  return element;
}
