/** The device is on another network, or back on one: what was open on the last one may be dead, whatever it says. */

/** What a browser tells of the network, where it does. @typedef {EventTarget & { type?: string }} Network */

/**
 * Calls back when the network changes. Browsers that cannot tell one network from another only say that there is one
 * again.
 * @param {() => void} changed
 * @returns {() => void} stops it
 */
export function onNetworkChange(changed) {
  const { connection } = /** @type {{ connection?: Network }} */ (navigator);
  let type = connection?.type;
  // It also tells how fast the same network seems to be, again and again.
  const look = () => {
    if (connection?.type !== type) changed();
    type = connection?.type;
  };
  window.addEventListener("online", changed);
  connection?.addEventListener("change", look);
  return () => {
    window.removeEventListener("online", changed);
    connection?.removeEventListener("change", look);
  };
}
