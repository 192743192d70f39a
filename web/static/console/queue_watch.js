/** The queue as one agent sees it, and whether they take conversations: looked at anew after each reconnect. */

import { signal } from "@preact/signals-core";

import { Backoff } from "../shared/backoff.js";
import { retryAfter } from "../shared/connection.js";

/** @typedef {import("../shared/protocol.js").QueueStands} QueueStands */

/** @type {QueueStands} */
const EMPTY = {
  waiting: [],
  waiting_count: 0,
  mine: [],
  team: [],
  team_count: 0,
  colleagues: [],
  invited: [],
  at: new Date(0).toISOString(),
};

export class QueueWatch {
  #backoff = new Backoff();
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #later;
  /** @type {(() => void)[]} */ #ends;

  /**
   * @param {object} options
   * @param {import("../shared/connection.js").Connection} options.connection
   * @param {string} options.agent  whose it is
   * @param {(queue: QueueStands) => void} options.onStands  the queue is another
   * @param {() => Promise<void>} options.onWatched  the connection is open and the queue has been seen; rejects where
   *   the desk did not answer what followed from it
   * @param {(trouble: unknown) => void} options.onTrouble  what does not work just now; null when it does
   */
  constructor({ connection, agent, onStands, onWatched, onTrouble }) {
    this.connection = connection;
    this.agent = agent;
    this.onStands = onStands;
    this.onWatched = onWatched;
    this.onTrouble = onTrouble;
    this.queue = signal(EMPTY);
    /** How far the desk's clock is ahead of this one, in milliseconds. */
    this.ahead = signal(0);
    this.capacity = signal(0);
    /** Whether I may do what only supervisors may. */
    this.supervisor = signal(false);
    /**
     * Whether I take conversations; null until the desk has said so.
     * @type {import("@preact/signals-core").Signal<boolean | null>}
     */
    this.accepting = signal(/** @type {boolean | null} */ (null));
    this.#ends = [
      connection.onOpen(() => void this.#watch()),
      connection.on("queue", (queue) => this.#stands(queue)),
      () => clearTimeout(this.#later),
    ];
  }

  close() {
    for (const end of this.#ends) {
      end();
    }
  }

  /** Tries again until the desk has answered, or the connection is lost. */
  async #watch() {
    clearTimeout(this.#later);
    try {
      const { me, capacity, supervisor, queue } = await this.connection.send("queue.watch", {});
      this.capacity.value = capacity;
      this.supervisor.value = supervisor;
      this.accepting.value = me.accepting;
      this.#stands(queue);
      await this.onWatched();
      this.#backoff.reset();
      this.onTrouble(null);
    } catch (error) {
      if (this.connection.state.value !== "open") {
        return;
      }
      this.onTrouble(error);
      this.#later = setTimeout(() => void this.#watch(), this.#backoff.next(retryAfter(error)));
    }
  }

  /** @param {QueueStands} queue */
  #stands(queue) {
    this.queue.value = queue;
    this.ahead.value = Date.parse(queue.at) - Date.now();
    const me = queue.colleagues.find((colleague) => colleague.agent === this.agent);
    this.accepting.value = me?.accepting ?? this.accepting.value;
    this.onStands(queue);
  }
}
