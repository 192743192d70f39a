/** The photos of a conversation, as the desk tells of them, and on their way there and back. */

import { Refused, Unanswered } from "./connection.js";
import { withDefaults } from "./protocol.js";
import { upload } from "./upload.js";

/** @typedef {import("./protocol.js").PhotoView} PhotoView */

/** What the desk takes: bytes and pixels of one photo. */
export const MOST_BYTES = 8_000_000;
export const MOST_PIXELS = 16_000_000;

/** States in which a photo may yet come. */
const OPEN = new Set(["asked", "agreed"]);

/**
 * With what is known of one of them now.
 * @param {readonly PhotoView[]} known
 * @param {PhotoView} view
 */
export function withPhoto(known, view) {
  return known.some(({ photo }) => photo === view.photo)
    ? known.map((one) => (one.photo === view.photo ? view : one))
    : [...known, view];
}

/** The photo that may yet come in a call. @param {readonly PhotoView[]} known @param {string | undefined} call */
export function openPhoto(known, call) {
  return known.findLast((one) => one.call === call && OPEN.has(one.state)) ?? null;
}

/**
 * Sends a photo that its citizen agreed to. Sending it again is safe.
 * @param {string} photo
 * @param {string} token the citizen's
 * @param {Blob} jpeg
 * @param {import("./upload.js").UnderWay} [underWay] what to do on the way, and when to give up
 * @returns {Promise<PhotoView>} rejects with `Refused`, or with `Unanswered` when it is not known what became of it
 */
export async function sendPhoto(photo, token, jpeg, underWay = {}) {
  const answer = await ask(photo, (path) => upload(path, jpeg, { headers: asCitizen(token), ...underWay }));
  return withDefaults("PhotoShown", await answer.json()).view;
}

/**
 * @param {string} photo
 * @param {string | null} token the citizen's; null for staff, who are known by their cookie
 * @returns {Promise<Blob>} rejects as `sendPhoto`
 */
export async function fetchPhoto(photo, token) {
  /** @type {RequestInit} */
  const how = token === null ? { credentials: "same-origin" } : { headers: asCitizen(token) };
  return (await ask(photo, (path) => fetch(path, how))).blob();
}

/** @param {string} token */
function asCitizen(token) {
  return { Authorization: `Bearer ${token}` };
}

/** @param {string} photo @param {(path: string) => Promise<Response>} request */
async function ask(photo, request) {
  const path = `/api/photos/${photo}`;
  let answer;
  try {
    answer = await request(path);
  } catch {
    throw new Unanswered(path);
  }
  if (answer.ok) return answer;
  const refusal = await answer.json().catch(() => ({}));
  throw refusal.error === undefined ? new Unanswered(path) : new Refused(refusal.error);
}
