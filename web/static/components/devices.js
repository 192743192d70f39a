/** Cameras and microphones: opening them, choosing among them, and saying what is wrong with them. */

import { CAPTURE } from "../shared/call.js";

/**
 * @typedef {"call-trouble-denied" | "call-trouble-missing" | "call-trouble-busy" | "call-trouble-no-camera"}
 *   DeviceTrouble
 */

/**
 * Opens a microphone, and a camera where one is asked for and can be had: without a camera one can still talk.
 * @param {boolean} video
 * @returns {Promise<{ stream: MediaStream | null, trouble: DeviceTrouble | null }>}
 */
export async function openDevices(video) {
  try {
    return { stream: await open({ audio: CAPTURE.audio, video: video && CAPTURE.video }), trouble: null };
  } catch (error) {
    if (!video || nameOf(error) === "NotAllowedError") {
      return { stream: null, trouble: troubleOf(error) };
    }
  }
  try {
    return { stream: await open({ audio: CAPTURE.audio }), trouble: "call-trouble-no-camera" };
  } catch (error) {
    return { stream: null, trouble: troubleOf(error) };
  }
}

/**
 * The cameras or microphones there are to choose from; their names are known once one of them has been opened.
 * @param {"audioinput" | "videoinput"} kind
 * @returns {Promise<MediaDeviceInfo[]>}
 */
export async function listDevices(kind) {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter((device) => device.kind === kind && device.deviceId !== "");
}

/**
 * Opens one camera or microphone.
 * @param {"audioinput" | "videoinput"} kind
 * @param {string} deviceId
 * @returns {Promise<MediaStreamTrack | null>} null where it cannot be opened
 */
export async function openDevice(kind, deviceId) {
  const which = { deviceId: { exact: deviceId } };
  const sound = kind === "audioinput";
  const wanted = sound ? { audio: { ...CAPTURE.audio, ...which } } : { video: { ...CAPTURE.video, ...which } };
  try {
    return (await open(wanted)).getTracks()[0] ?? null;
  } catch {
    return null;
  }
}

/** @param {MediaStreamConstraints} constraints */
async function open(constraints) {
  // Browsers hide the interface altogether where a page may not use it.
  if (navigator.mediaDevices === undefined) {
    throw new DOMException("no devices on this page", "NotAllowedError");
  }
  return navigator.mediaDevices.getUserMedia(constraints);
}

/** @param {unknown} error @returns {DeviceTrouble} */
function troubleOf(error) {
  switch (nameOf(error)) {
    case "NotAllowedError":
    case "SecurityError":
      return "call-trouble-denied";
    case "NotReadableError":
    case "AbortError":
      return "call-trouble-busy";
    default:
      return "call-trouble-missing";
  }
}

/** @param {unknown} error */
function nameOf(error) {
  return error instanceof DOMException ? error.name : "";
}
