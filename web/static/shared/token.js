/** Names and keys made in the browser, all from Web Crypto. */

/** The token of a citizen: 256 random bits, base64url without padding (43 characters). Never put it in a URL. */
export function mintToken() {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

/**
 * When a token ends, by this device's clock, whatever that says: the desk tells how long it lives.
 * @param {number | null} seconds
 */
export function endOf(seconds) {
  return seconds === null ? null : new Date(Date.now() + seconds * 1_000);
}

/** A `client_id`: names one thing a client wants kept, so that sending it twice keeps it once. */
export function mintClientId() {
  return base64url(crypto.getRandomValues(new Uint8Array(16)));
}

/** @param {Uint8Array} bytes */
function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
