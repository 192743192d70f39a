/** To the bot's work and back to the conversations. */

import { focusSoon } from "./keys.js";
import { Review } from "./review.js";

/** @typedef {import("./desk.js").Desk} Desk */

/** Shows a supervisor how the bot does. @param {Desk} desk */
export function openReview(desk) {
  desk.review.value ??= new Review({ connection: desk.connection });
  focusSoon("#review-title");
}

/** @param {Desk} desk */
export function closeReview(desk) {
  desk.review.value = null;
  focusSoon("#conversation");
}
