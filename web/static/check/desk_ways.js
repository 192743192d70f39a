/** Ways from this browser to the desk and to a media worker, each tried as a conversation or a call would use it. */

import { io } from "socket.io-client";

import { Connection } from "../shared/connection.js";
import { forConnection } from "../shared/ice_servers.js";
import { PROTOCOL } from "../shared/protocol.js";
import { mintToken } from "../shared/token.js";

/** @typedef {import("../shared/protocol.js").IceServer} IceServer */

/**
 * The way is open, and the desk lets us in no further: nobody more for now, or no page as old as this one.
 * @typedef {"crowded" | "outdated"} NotIn
 */

/** How long a way may take before it counts as closed, in milliseconds. */
const PATIENCE = 10_000;

/**
 * A connection to the desk over this transport and no other, under a token that opens nothing.
 * @param {"websocket" | "polling"} transport
 * @returns {Promise<Connection | NotIn | null>} null where the way is closed
 */
export async function connectBy(transport) {
  const token = mintToken();
  const connection = new Connection(
    io("/citizen", {
      autoConnect: false,
      reconnection: false,
      forceNew: true,
      upgrade: false,
      transports: [transport],
      auth: { token, protocol: PROTOCOL },
    }),
  );
  /** @type {Promise<Connection | NotIn | null>} */
  const came = new Promise((resolve) => {
    connection.state.subscribe((state) => {
      if (state === "open") resolve(connection);
      if (state === "refused") resolve(connection.isOutdated ? "outdated" : null);
    });
    connection.crowded.subscribe((crowded) => crowded && resolve("crowded"));
    setTimeout(() => resolve(null), PATIENCE);
  });
  connection.open();
  if ((await came) !== connection) connection.close();
  return came;
}

/**
 * Whether a media worker and this browser reach each other, keys and all.
 * @param {(sdp: string) => Promise<string>} offer hands our offer over, and gives the answer
 * @param {readonly IceServer[] | null} relays allow nothing but these TURN servers
 * @returns {Promise<boolean>} rejects where the offer is refused
 */
export async function reachesWorker(offer, relays) {
  const connection = new RTCPeerConnection(
    relays === null
      ? { bundlePolicy: "max-bundle" }
      : { bundlePolicy: "max-bundle", iceTransportPolicy: "relay", iceServers: relays.map(forConnection) },
  );
  try {
    connection.addTransceiver("audio", { direction: "sendrecv" });
    await connection.setLocalDescription();
    const sdp = await offer(connection.localDescription?.sdp ?? "");
    const settled = new Promise((resolve) => {
      connection.addEventListener("connectionstatechange", () => {
        if (connection.connectionState === "connected") resolve(true);
        if (connection.connectionState === "failed") resolve(false);
      });
      setTimeout(() => resolve(false), PATIENCE);
    });
    await connection.setRemoteDescription({ type: "answer", sdp });
    return Boolean(await settled);
  } finally {
    connection.close();
  }
}
