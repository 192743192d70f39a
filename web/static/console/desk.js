/** The desk as one signed-in agent has it: the queue, the conversations before them, what they do with these. */

import { computed, effect, signal } from "@preact/signals-core";

import { passes } from "../shared/connection.js";
import { askInPeace } from "../shared/news.js";
import { Assignment } from "./assignment.js";
import { Drafts } from "./drafts.js";
import { Parted } from "./parted.js";
import { QueueWatch } from "./queue_watch.js";

/** @typedef {import("../shared/protocol.js").Colleague} Colleague */
/** @typedef {import("../shared/protocol.js").ConsoleData} ConsoleData */
/** @typedef {import("../shared/protocol.js").Overview} Overview */
/** @typedef {import("../shared/protocol.js").QueueStands} QueueStands */
/** @typedef {import("../shared/protocol.js").SignedIn} SignedIn */

export class Desk {
  /** @type {import("../shared/storage.js").Storage} */ #storage;
  /** @type {(() => void)[]} */ #ends = [];
  /** Being opened at this moment. @type {Set<string>} */ #opening = new Set();
  #parted = new Parted();
  /** @type {QueueWatch} */ #watch;

  /**
   * @param {object} options
   * @param {import("../shared/connection.js").Connection} options.connection
   * @param {import("../shared/storage.js").Storage} options.storage  of this tab
   * @param {SignedIn} options.agent
   * @param {ConsoleData} options.data
   * @param {import("./attention.js").Attention} options.attention
   * @param {import("../shared/chosen_devices.js").ChosenDevices} options.chosen  for calls
   */
  constructor({ connection, storage, agent, data, attention, chosen }) {
    this.connection = connection;
    this.#storage = storage;
    this.agent = agent;
    this.attention = attention;
    this.chosen = chosen;
    this.drafts = new Drafts(storage);
    this.data = signal(data);
    this.#watch = new QueueWatch({
      connection,
      agent: agent.agent,
      onStands: (queue) => this.#stands(queue),
      onWatched: async () => void (await Promise.all(this.open.value.map((assignment) => this.#refresh(assignment)))),
      onTrouble: (trouble) => (this.trouble.value = trouble),
    });
    const { queue, ahead, capacity, supervisor, accepting } = this.#watch;
    this.queue = queue;
    this.ahead = ahead;
    this.capacity = capacity;
    this.supervisor = supervisor;
    this.accepting = accepting;
    /** In the order of their tabs. @type {import("@preact/signals-core").Signal<readonly Assignment[]>} */
    this.open = signal(/** @type {readonly Assignment[]} */ ([]));
    /** The id of the one in front. */
    this.front = signal(/** @type {string | null} */ (null));
    this.current = computed(() => this.open.value.find(({ id }) => id === this.front.value) ?? null);
    /** The last thing that did not work, until the next that does. @type {import("@preact/signals-core").Signal<unknown>} */
    this.trouble = signal(/** @type {unknown} */ (null));
    /** The bot's work, while a supervisor looks it over. */
    this.review = signal(/** @type {import("./review.js").Review | null} */ (null));
    this.#listen();
  }

  /** How many written messages wait here for the connection. */
  get waitingToBeSent() {
    return this.open.value.reduce((sum, { conversation }) => sum + conversation.outbox.waiting.value, 0);
  }

  /** Where they are meanwhile. */
  get keptIn() {
    return this.#storage.place.value;
  }

  /** @param {boolean} accepting */
  async setAvailability(accepting) {
    await this.#attempt(async () => {
      await this.connection.send("availability.set", { accepting });
      this.accepting.value = accepting;
    });
  }

  /**
   * Takes a waiting conversation, or the next one that suits.
   * @param {string} [conversation]
   * @returns {Promise<boolean>} whether there was one
   */
  async take(conversation) {
    const taken = await this.#attempt(() =>
      this.connection.send("conversation.take", conversation === undefined ? {} : { conversation }),
    );
    if (!taken?.conversation) {
      return false;
    }
    this.#parted.forget(taken.conversation);
    await this.look(taken.conversation, true);
    return true;
  }

  /**
   * Brings a conversation to the front; opens it where it is not open yet. The desk notes who looked.
   * @param {string} id
   * @param {boolean} [mine]
   */
  async look(id, mine = false) {
    this.review.value = null;
    const known = this.open.value.find((each) => each.id === id);
    if (known === undefined) {
      await this.#attempt(() => this.#open(id, mine));
    } else if (mine && !known.mine.value) {
      known.mine.value = true;
      await this.#attempt(async () => known.show(await this.#shown(id)));
    }
    this.front.value = id;
  }

  /** Brings an open conversation to the front. @param {string} id */
  bring(id) {
    this.review.value = null;
    this.front.value = id;
  }

  /** Takes a conversation off the screen. What happens to it is another matter. @param {string} id */
  putAway(id) {
    const index = this.open.value.findIndex((each) => each.id === id);
    this.open.value[index]?.close();
    this.open.value = this.open.value.filter((each) => each.id !== id);
    if (this.front.value === id) {
      this.front.value = this.open.value[Math.min(index, this.open.value.length - 1)]?.id ?? null;
    }
  }

  /**
   * Closes a conversation with an outcome.
   * @param {Assignment} assignment
   * @param {string} outcome
   * @param {string} remark
   * @returns {Promise<boolean>} false where the agent's last words are not kept yet: they would be lost
   */
  async finish(assignment, outcome, remark) {
    return this.#part(assignment, () => assignment.conversation.send("conversation.close", { outcome, remark }));
  }

  /**
   * Hands a conversation to a team or a colleague.
   * @param {Assignment} assignment
   * @param {{ team: string } | { agent: string }} to
   * @param {string} remark
   * @returns {Promise<boolean>} as `finish`
   */
  async transfer(assignment, to, remark) {
    const { conversation } = assignment;
    return this.#part(assignment, () => conversation.sendOnce("conversation.transfer", { ...to, remark }));
  }

  /** Shows the citizen whom to call. @param {Assignment} assignment */
  async raiseEmergency(assignment) {
    await this.#attempt(() => assignment.conversation.sendOnce("emergency.raise", { tier: 1 }));
  }

  /** Says that we do not come into a call that a colleague asked us into. @param {string} conversation @param {string} call */
  async declineCall(conversation, call) {
    await this.#attempt(() => this.connection.send("call.decline_invitation", { conversation, call }));
  }

  /** Looks at once for what was missed: the page woke up. */
  wake() {
    this.connection.wake();
    for (const { conversation } of this.open.value) {
      conversation.catchUp();
    }
  }

  /** Leaves: drafts stay for who signs in again. */
  close() {
    for (const end of this.#ends) {
      end();
    }
    for (const assignment of this.open.value) {
      assignment.close();
    }
    this.attention.close();
    this.connection.close();
  }

  /** @param {Assignment} assignment @param {() => Promise<unknown>} leave  tells the desk */
  async #part(assignment, leave) {
    if (!(await assignment.isAllSent())) {
      return false;
    }
    await this.#parted.from(assignment.id, leave);
    this.drafts.forget(assignment.id);
    this.putAway(assignment.id);
    return true;
  }

  #listen() {
    const connection = this.connection;
    this.#ends.push(
      () => this.#watch.close(),
      connection.on("assignment.ended", ({ conversation }) => this.#lost(conversation)),
      connection.on("entry", (entry) => this.#heard(entry)),
      effect(() => this.attention.waiting(this.queue.value.waiting, this.accepting.value === true)),
    );
  }

  /** After a reconnect somebody else may have it: then it may only be read. @param {Assignment} assignment */
  async #refresh(assignment) {
    assignment.mine.value = this.queue.value.mine.some(({ conversation }) => conversation === assignment.id);
    try {
      const shown = await this.#shown(assignment.id);
      assignment.show(shown);
      // A queue that was on its way meanwhile must not give back what somebody else has by now.
      assignment.mine.value &&= shown.participants.some(({ participant }) => participant === shown.participant);
    } catch (error) {
      // It may no longer be looked at; whatever else it is passes.
      if (passes(error)) {
        throw error;
      }
    }
  }

  /** @param {QueueStands} queue */
  #stands(queue) {
    for (const conversation of this.#parted.without(queue.mine.map((each) => each.conversation))) {
      const known = this.open.value.find(({ id }) => id === conversation);
      if (known === undefined) {
        void this.#attempt(() => this.#open(conversation, true));
      } else if (!known.mine.peek()) {
        // Taken in another window, or handed over to us in its call.
        void this.#attempt(() => this.#refresh(known));
      }
    }
  }

  /** How a conversation stands by now. @param {string} id */
  #shown(id) {
    return askInPeace(this.connection, id, () => this.connection.send("conversation.show", { conversation: id }));
  }

  /** Opens a conversation behind the ones that are open. @param {string} id @param {boolean} mine */
  async #open(id, mine) {
    if (this.#opening.has(id)) {
      return;
    }
    this.#opening.add(id);
    try {
      const shown = await this.#shown(id);
      const { name, role } = this.agent;
      const assignment = new Assignment({
        connection: this.connection,
        shown,
        shelf: this.#storage,
        agent: { name, role },
        mine,
        chosen: this.chosen,
      });
      this.open.value = [...this.open.value, assignment];
      this.front.value ??= id;
    } finally {
      this.#opening.delete(id);
    }
  }

  /** Somebody else has it now; it stays on the screen to be read until it is put away. @param {string} id */
  #lost(id) {
    const assignment = this.open.value.find((each) => each.id === id);
    if (assignment !== undefined) {
      assignment.mine.value = false;
    }
  }

  /** @param {import("../shared/protocol.js").Entry} entry */
  #heard({ conversation, author, body }) {
    const elsewhere = conversation !== this.front.value || document.visibilityState === "hidden";
    if (elsewhere && body.type === "message.posted" && author.kind === "citizen") {
      this.attention.message();
    }
  }

  /**
   * @template T
   * @param {() => Promise<T>} action
   * @returns {Promise<T | undefined>}
   */
  async #attempt(action) {
    try {
      const result = await action();
      this.trouble.value = null;
      return result;
    } catch (error) {
      this.trouble.value = error;
      return undefined;
    }
  }
}
