/** The Socket.IO socket a page connects to its own desk with. */

import { io } from "socket.io-client";

import { PROTOCOL } from "./protocol.js";
import { followTransports } from "./transports.js";

/**
 * A socket on one of the desk's namespaces, not yet connected. When to come back is its connection's business.
 * @param {"/citizen" | "/agent" | "/guest"} namespace
 * @param {() => Record<string, unknown>} [credentials] what goes with each connecting, beside the protocol's version
 * @returns {import("./connection.js").Socket}
 */
export function deskSocket(namespace, credentials = () => ({})) {
  const socket = io(namespace, {
    autoConnect: false,
    reconnection: false,
    tryAllTransports: true,
    // An agent whose line is dead has to know within seconds, and so has a guest, who is here for a call only.
    query: namespace === "/citizen" ? {} : { pace: "brisk" },
    auth: (give) => give({ ...credentials(), protocol: PROTOCOL }),
  });
  followTransports(socket);
  return socket;
}
