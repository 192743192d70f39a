/** Photos that a page shows: each fetched once for its thumbnail, and gone from the page when it is closed. */

import { fetchPhoto } from "./photos.js";

export class PhotoShelf {
  /** @type {string | null} */ #token;
  /** @type {Map<string, Promise<string>>} */ #thumbnails = new Map();

  /** @param {string | null} token the citizen's; null for staff */
  constructor(token) {
    this.#token = token;
  }

  /**
   * An address of the photo inside this page, the same each time.
   * @param {string} photo
   * @returns {Promise<string>} rejects as `fetchPhoto`
   */
  thumbnail(photo) {
    const known = this.#thumbnails.get(photo) ?? this.open(photo);
    this.#thumbnails.set(photo, known);
    known.catch(() => this.#thumbnails.delete(photo));
    return known;
  }

  /**
   * Fetches the photo anew, to look at it: for staff, each look is written down.
   * @param {string} photo
   * @returns {Promise<string>} an address inside this page, to be revoked by whoever asked; rejects as `fetchPhoto`
   */
  async open(photo) {
    return URL.createObjectURL(await fetchPhoto(photo, this.#token));
  }

  /** Lets go of everything. */
  close() {
    for (const known of this.#thumbnails.values()) known.then(URL.revokeObjectURL, () => undefined);
    this.#thumbnails.clear();
  }
}
