/** The servers by which a call gets through a network that lets nothing else through, and the passwords they want. */

/** @typedef {import("./protocol.js").TurnMinted} TurnMinted */

/** Part of the time for which passwords are good that they are used for: what is begun with them takes a while. */
const USED = 0.5;

export class IceServers {
  /** @type {() => Promise<TurnMinted>} */ #mint;
  /** @type {() => number} */ #clock;
  /** @type {RTCIceServer[]} */ #servers = [];
  #until = 0;

  /**
   * @param {() => Promise<TurnMinted>} mint asks the desk
   * @param {() => number} [clock] milliseconds that only go forward
   */
  constructor(mint, clock = () => performance.now()) {
    this.#mint = mint;
    this.#clock = clock;
  }

  /**
   * The servers, with passwords that are good now; the same array as long as they are. Where the desk gives none, the
   * call goes without, or with those there were: most networks need none.
   */
  current = async () => {
    const now = this.#clock();
    if (now < this.#until) return this.#servers;
    try {
      const { servers, seconds } = await this.#mint();
      this.#servers = servers.map(forConnection);
      this.#until = now + seconds * 1_000 * USED;
    } catch {
      // Asked again the next time.
    }
    return this.#servers;
  };
}

/** @param {import("./protocol.js").IceServer} server @returns {RTCIceServer} */
export function forConnection({ urls, username, credential }) {
  return username === null || credential === null ? { urls: [...urls] } : { urls: [...urls], username, credential };
}
