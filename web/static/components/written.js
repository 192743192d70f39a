/** What somebody wrote or chose in the field that an event comes from. */

/** @param {Event} event @returns {string} */
export function written(event) {
  return /** @type {HTMLInputElement} */ (event.target).value;
}
