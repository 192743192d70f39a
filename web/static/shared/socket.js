/** The Socket.IO socket a page connects to its own desk with. */

import { io } from "socket.io-client";

import { PROTOCOL } from "./protocol.js";

/**
 * A socket on one of the desk's namespaces, not yet connected.
 * @param {"/citizen" | "/agent"} namespace
 * @param {() => Record<string, unknown>} [credentials] what goes with each connecting, beside the protocol's version
 * @returns {import("./connection.js").Socket}
 */
export function deskSocket(namespace, credentials = () => ({})) {
  return io(namespace, {
    autoConnect: false,
    // A websocket at once costs the desk less than half of polling first; polling is for networks that block it.
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 15_000,
    randomizationFactor: 0.5,
    timeout: 10_000,
    auth: (give) => give({ ...credentials(), protocol: PROTOCOL }),
  });
}
