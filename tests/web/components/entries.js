/** Entries of logs as the desk sends them, with all defaults filled in. */

export const CITIZEN = { participant: "p_citizen01", kind: "citizen", name: null, role: null };
export const BOT = { participant: "p_bot00001", kind: "bot", name: null, role: null };
export const AGENT = { participant: "p_agent0001", kind: "agent", name: "Lies", role: "onthaal" };
export const OTHER = { participant: "p_agent0002", kind: "agent", name: "Tom", role: "preventie" };

/**
 * @param {number} number
 * @param {any} author
 * @param {any} body
 * @param {{ at?: string, log?: "shared" | "staff", client_id?: string }} [more]
 */
export function entry(number, author, body, { at, log = "shared", client_id } = {}) {
  return {
    conversation: "c_12345678",
    log,
    number,
    at: at ?? new Date(Date.UTC(2026, 10, 23, 12, 0, number)).toISOString(),
    author,
    client_id: client_id ?? null,
    body,
  };
}

/** @param {string} text @param {object} [more] */
export function said(text, more = {}) {
  return { type: "message.posted", text, choices: [], choice: null, links: [], answer: null, ...more };
}
