/** What the console asks over HTTP: signing in and out, and the zone's data. */

import { Refused, Unanswered } from "../shared/connection.js";
import { withDefaults } from "../shared/protocol.js";

/** @typedef {import("../shared/protocol.js").SignedIn} SignedIn */
/** @typedef {import("../shared/protocol.js").ConsoleData} ConsoleData */

/**
 * @param {string} login
 * @param {string} password
 * @returns {Promise<SignedIn>} rejects with `Refused` (`wrong_credentials`, `too_many_requests`) or `Unanswered`
 */
export async function signIn(login, password) {
  return withDefaults("SignedIn", await ask("/api/sign-in", { login, password }));
}

/** Who is signed in here; null where nobody is. @returns {Promise<SignedIn | null>} */
export async function whoAmI() {
  try {
    return withDefaults("SignedIn", await ask("/api/me"));
  } catch (error) {
    if (error instanceof Refused && error.code === "not_signed_in") {
      return null;
    }
    throw error;
  }
}

export async function signOut() {
  await ask("/api/sign-out", {});
}

/** @param {string} language @returns {Promise<ConsoleData>} */
export async function consoleData(language) {
  return withDefaults("ConsoleData", await ask(`/api/console?language=${language}`));
}

/**
 * @param {string} path
 * @param {object} [payload]  makes it a POST
 */
async function ask(path, payload) {
  const post = payload && {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(payload),
  };
  let answer;
  try {
    answer = await fetch(path, { ...post, credentials: "same-origin" });
  } catch {
    throw new Unanswered(path);
  }
  if (answer.ok) {
    return answer.status === 204 ? {} : answer.json();
  }
  const refusal = await answer.json().catch(() => ({}));
  throw refusal.error === undefined ? new Unanswered(path) : new Refused(refusal.error);
}
