/** Being heard as long as the space bar is held down, while the microphone is off. */

import { useEffect } from "preact/hooks";

/** A shorter press of the microphone's own button means the button, milliseconds. */
const PRESS = 300;
const BUSY = "input, textarea, select, button, a, summary, [contenteditable], [role=button], [role=option]";

/** The button of the microphone bears this, as holding space on it means talking too. */
export const TALKS = "data-talks";

/** @param {import("../shared/own_media.js").OwnMedia} own */
export function usePushToTalk(own) {
  useEffect(() => {
    /** When space went down, and whether on the button. @type {{ at: number, button: boolean } | null} */
    let held = null;
    /** @param {KeyboardEvent} event */
    const press = (event) => {
      if (!isSpace(event) || own.microphone.peek() || own.held.peek() || !isFree(event.target)) return;
      event.preventDefault();
      if (event.repeat) return;
      held = { at: event.timeStamp, button: isTalkButton(event.target) };
      own.talk(true);
    };
    /** @param {KeyboardEvent} event */
    const release = (event) => {
      if (!isSpace(event) || held === null) return;
      event.preventDefault();
      const { at, button } = held;
      stop();
      if (button && event.timeStamp - at < PRESS) own.setMicrophone(true);
    };
    const stop = () => {
      held = null;
      own.talk(false);
    };
    window.addEventListener("keydown", press, true);
    window.addEventListener("keyup", release, true);
    // The key may come up where this page does not see it.
    window.addEventListener("blur", stop);
    return () => {
      stop();
      window.removeEventListener("keydown", press, true);
      window.removeEventListener("keyup", release, true);
      window.removeEventListener("blur", stop);
    };
  }, [own]);
}

/** @param {KeyboardEvent} event */
function isSpace({ code, altKey, ctrlKey, metaKey, shiftKey }) {
  return code === "Space" && !altKey && !ctrlKey && !metaKey && !shiftKey;
}

/** Whether space means nothing else there. @param {EventTarget | null} target */
function isFree(target) {
  if (!(target instanceof Element)) return false;
  if (isTalkButton(target) || target === document.body) return true;
  return target.closest(".call") !== null && target.closest(BUSY) === null;
}

/** @param {EventTarget | null} target */
function isTalkButton(target) {
  return target instanceof Element && target.closest(`[${TALKS}]`) !== null;
}
