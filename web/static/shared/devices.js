/** Cameras, microphones and speakers: opening them, listing them, and saying what is wrong with them. */

/** What we ask of camera and microphone: sign language needs the frames more than the pixels. */
export const CAPTURE = Object.freeze({
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  video: { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 } },
});

/** @typedef {"audioinput" | "videoinput"} InputKind */
/** @typedef {InputKind | "audiooutput"} DeviceKind */

/**
 * What is wrong, by the text that says so. Without a microphone: `denied` by a person or a system, `dismissed` without an
 * answer, `missing`, or `busy` with something else. Without a camera, while the microphone works: `camera-denied`,
 * `camera-busy`, `no-camera`.
 * @typedef {"call-trouble-denied" | "call-trouble-dismissed" | "call-trouble-missing" | "call-trouble-busy"} NoMicrophone
 * @typedef {"call-trouble-camera-denied" | "call-trouble-camera-busy" | "call-trouble-no-camera"} NoCamera
 * @typedef {NoMicrophone | NoCamera} DeviceTrouble
 */

const NAMES = /** @type {const} */ (["camera", "microphone"]);

/** What it means for the camera, where the microphone alone works. @type {Record<NoMicrophone, NoCamera>} */
const WITHOUT_CAMERA = {
  "call-trouble-denied": "call-trouble-camera-denied",
  "call-trouble-dismissed": "call-trouble-camera-denied",
  "call-trouble-busy": "call-trouble-camera-busy",
  "call-trouble-missing": "call-trouble-no-camera",
};

/**
 * Opens a microphone, and a camera where one is asked for and can be had: without a camera one can still talk.
 * @param {boolean} video
 * @param {{ get(kind: DeviceKind): string | null }} [chosen] which ones, where they are there
 * @returns {Promise<{ stream: MediaStream | null, trouble: DeviceTrouble | null }>}
 */
export async function openDevices(video, chosen) {
  const audio = wanted("audioinput", chosen?.get("audioinput") ?? null);
  const both = { ...audio, ...wanted("videoinput", chosen?.get("videoinput") ?? null) };
  let lacking = /** @type {DeviceTrouble | null} */ (null);
  try {
    return { stream: await open(video ? both : audio), trouble: null };
  } catch (error) {
    const trouble = await troubleOf(error);
    const mayTalk = trouble !== "call-trouble-denied" || (await permission("microphone")) === "granted";
    if (!video || trouble === "call-trouble-dismissed" || !mayTalk) return { stream: null, trouble };
    lacking = WITHOUT_CAMERA[trouble];
  }
  try {
    return { stream: await open(audio), trouble: lacking };
  } catch (error) {
    return { stream: null, trouble: await troubleOf(error) };
  }
}

/**
 * The devices of a kind to choose from; their names are known once one of them has been opened.
 * @param {DeviceKind} kind
 * @returns {Promise<MediaDeviceInfo[]>}
 */
export async function listDevices(kind) {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter((device) => device.kind === kind && device.deviceId !== "");
}

/**
 * Opens one camera or microphone.
 * @param {InputKind} kind
 * @param {string | null} deviceId  null takes what the browser proposes
 * @returns {Promise<MediaStreamTrack | null>} null where it cannot be opened
 */
export async function openDevice(kind, deviceId) {
  try {
    return (await ask(wanted(kind, deviceId))).getTracks()[0] ?? null;
  } catch {
    return null;
  }
}

/** Whether sound can be sent to a speaker of one's choice. */
export function canChooseSpeaker() {
  return "setSinkId" in HTMLMediaElement.prototype;
}

/**
 * Calls back when neither camera nor microphone is refused any more. Not every browser tells.
 * @param {() => void} allowed
 * @returns {() => void} stops it
 */
export function onceAllowed(allowed) {
  const stop = new AbortController();
  const look = async () => {
    const states = await Promise.all(NAMES.map(permission));
    if (!stop.signal.aborted && !states.includes("denied")) allowed();
  };
  for (const name of NAMES) {
    query(name)?.then(
      (status) => status.addEventListener("change", look, { signal: stop.signal }),
      () => undefined,
    );
  }
  return () => stop.abort();
}

/** @param {InputKind} kind @param {string | null} deviceId @returns {MediaStreamConstraints} */
function wanted(kind, deviceId) {
  const which = deviceId === null ? {} : { deviceId: { exact: deviceId } };
  return kind === "audioinput" ? { audio: { ...CAPTURE.audio, ...which } } : { video: { ...CAPTURE.video, ...which } };
}

/**
 * Opens what is asked for; something else of its kind where a chosen device is not there today. Browsers do not take a
 * mere wish for a device seriously.
 * @param {MediaStreamConstraints} constraints
 */
async function open(constraints) {
  try {
    return await ask(constraints);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== "OverconstrainedError") throw error;
    return ask({ audio: constraints.audio && CAPTURE.audio, video: constraints.video && CAPTURE.video });
  }
}

/** @param {MediaStreamConstraints} constraints */
async function ask(constraints) {
  // Browsers hide the interface altogether where a page may not use it.
  if (navigator.mediaDevices === undefined) {
    throw new DOMException("no devices on this page", "NotAllowedError");
  }
  return navigator.mediaDevices.getUserMedia(constraints);
}

/** @param {unknown} error @returns {Promise<NoMicrophone>} */
async function troubleOf(error) {
  switch (error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      // Whoever closed the browser's question without an answer is asked again next time.
      return (await permission("microphone")) === "prompt" ? "call-trouble-dismissed" : "call-trouble-denied";
    case "NotReadableError":
    case "AbortError":
      return "call-trouble-busy";
    default:
      return "call-trouble-missing";
  }
}

/** @param {"camera" | "microphone"} name @returns {Promise<PermissionState | null>} null where the browser does not tell */
async function permission(name) {
  try {
    return (await query(name))?.state ?? null;
  } catch {
    return null;
  }
}

/** @param {"camera" | "microphone"} name */
function query(name) {
  return navigator.permissions?.query({ name: /** @type {PermissionName} */ (name) });
}
