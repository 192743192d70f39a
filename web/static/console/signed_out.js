/** Noticing that a sign-in is over: by the desk's word, or because it no longer lets this page in. */

import { effect } from "@preact/signals-core";

/**
 * @param {import("../shared/connection.js").Connection} connection
 * @param {() => void} signedOut
 * @returns {() => void} stops it
 */
export function onSignedOut(connection, signedOut) {
  const stops = [
    connection.on("signed_out", signedOut),
    effect(() => {
      if (connection.refusal.value?.code === "not_signed_in") {
        signedOut();
      }
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
