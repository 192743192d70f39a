/** What carries a connection: a WebSocket, or polling in networks that block it. What got through last is tried first. */

/** A crowd takes a while to be let in: who gives up and knocks again only makes it take longer. */
const PATIENT = 20_000;
/** A proxy that does not know WebSockets may swallow one without a word. */
const HASTY = 6_000;
/** A WebSocket that worked on this page is believed to work for so many failures. */
const BELIEVED = 3;

/**
 * Chooses anew after each try of a socket made with `tryAllTransports`: whatever refuses at once costs no further try.
 * @param {import("socket.io-client").Socket} socket
 */
export function followTransports(socket) {
  const manager = socket.io;
  let worked = false;
  let failures = 0;

  /** @param {("websocket" | "polling")[]} transports @param {number} patience */
  const choose = (transports, patience) => {
    manager.opts.transports = transports;
    manager.timeout(patience);
  };
  const carried = () => {
    failures = 0;
    worked = manager.engine.transport.name === "websocket";
    choose(worked ? ["websocket", "polling"] : ["polling", "websocket"], PATIENT);
  };

  // A websocket at once costs the desk less than half of polling first.
  choose(["websocket", "polling"], HASTY);
  socket.on("connect", () => {
    carried();
    manager.engine.once("upgrade", carried);
  });
  socket.on("connect_error", (error) => {
    // Where the desk itself refused, the way was open.
    if ("data" in error && error.data !== undefined) return;
    failures += 1;
    if (worked && failures < BELIEVED) choose(["websocket"], PATIENT);
    else choose(failures % 2 ? ["polling", "websocket"] : ["websocket", "polling"], worked ? PATIENT : HASTY);
  });
}
