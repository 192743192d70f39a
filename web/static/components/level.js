/** How loud a microphone is heard. */

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

import { LevelMeter } from "../shared/level_meter.js";
import { SPEAKING } from "../shared/voice_watch.js";
import { html } from "./html.js";
import { Icon } from "./icon.js";
import { useText } from "./speech.js";

/**
 * The level of a stream, 0 to 1, while it is shown.
 * @param {MediaStream | null} stream
 * @returns {import("@preact/signals").Signal<number>}
 */
function useLevel(stream) {
  const level = useSignal(0);
  useEffect(() => {
    if (stream === null || stream.getAudioTracks().length === 0) {
      return undefined;
    }
    const meter = new LevelMeter(stream);
    const stop = meter.level.subscribe((value) => (level.value = value));
    void meter.resume();
    return () => {
      stop();
      void meter.close();
    };
  }, [stream]);
  return level;
}

/**
 * Whether somebody speaks, steady enough to be shown: it stays for a second after the last sound.
 * @param {MediaStream | null} stream
 */
export function useSpeaking(stream) {
  const level = useLevel(stream);
  const speaking = useSignal(false);
  useEffect(() => {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let silence;
    const stop = level.subscribe((value) => {
      if (value > SPEAKING) {
        speaking.value = true;
        clearTimeout(silence);
        silence = setTimeout(() => (speaking.value = false), 1_000);
      }
    });
    return () => {
      stop();
      clearTimeout(silence);
    };
  }, []);
  return speaking.value;
}

/** A meter, so that people see that they are heard. @param {{ stream: MediaStream }} props */
export function Level({ stream }) {
  const text = useText();
  const level = useLevel(stream);
  return html`<label class="level">
    <${Icon} name="mic" />
    <span>${text("call-level")}</span>
    <meter min="0" max="1" low="0.2" value=${level.value.toFixed(2)}></meter>
  </label>`;
}
