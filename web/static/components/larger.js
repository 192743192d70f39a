/** A call that fills the screen, or stays in sight in a small window while something else is looked at. */

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** @typedef {{ possible: boolean, on: boolean, turn: () => void }} Switch  What can be switched, and how it stands. */

/** Browsers that cannot fill the screen, as on an iPhone, do not know the words either. */
const isFilled = () => Boolean(document.fullscreenElement);
const isSmall = () => Boolean(document.pictureInPictureElement);

/** Whether something fills the screen. */
export function useFilledScreen() {
  const on = useSignal(isFilled());
  useEffect(() => {
    const look = () => (on.value = isFilled());
    document.addEventListener("fullscreenchange", look);
    return () => document.removeEventListener("fullscreenchange", look);
  }, []);
  return on.value;
}

/**
 * @param {() => Element | null} frame what fills the screen
 * @returns {Switch}
 */
export function useFullScreen(frame) {
  const on = useFilledScreen();
  const leave = () => ignored(document.exitFullscreen());
  useEffect(() => () => isFilled() && leave(), []);
  return {
    possible: document.fullscreenEnabled ?? false,
    on,
    turn: () => (on ? leave() : ignored(frame()?.requestFullscreen())),
  };
}

/**
 * @param {() => HTMLVideoElement | null} picture
 * @returns {Switch}
 */
export function usePictureInPicture(picture) {
  const on = useSignal(false);
  useEffect(() => {
    const look = () => (on.value = isSmall());
    document.addEventListener("enterpictureinpicture", look);
    document.addEventListener("leavepictureinpicture", look);
    return () => {
      document.removeEventListener("enterpictureinpicture", look);
      document.removeEventListener("leavepictureinpicture", look);
      if (isSmall()) ignored(document.exitPictureInPicture());
    };
  }, []);
  const turn = () => ignored(on.peek() ? document.exitPictureInPicture() : picture()?.requestPictureInPicture());
  return { possible: document.pictureInPictureEnabled ?? false, on: on.value, turn };
}

/** A browser that will not leaves everything as it is, and that is seen. @param {Promise<unknown> | undefined} asked */
function ignored(asked) {
  asked?.catch(() => undefined);
}
