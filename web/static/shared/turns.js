/** Windows of one browser that take turns. */

/** A window that was frozen in its turn must not keep the others waiting. */
const PATIENCE = 15_000;

/**
 * Runs `work` while no other window runs work of that name; without waiting where the browser has no locks, and after a
 * while in any case. It saves the desk from hearing everything twice; that nothing is kept twice does not depend on it.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inTurn(name, work) {
  let begun = false;
  const begin = () => {
    begun = true;
    return work();
  };
  try {
    return await navigator.locks.request(name, { signal: AbortSignal.timeout(PATIENCE) }, begin);
  } catch (error) {
    if (begun) throw error;
    return work();
  }
}
