/** How much was said while the widget is put away. */

import { computed, effect, signal } from "@preact/signals-core";

export class Unread {
  /**
   * @param {object} options
   * @param {import("./visit.js").Visit} options.visit
   * @param {(count: number) => void} options.tell
   */
  constructor({ visit, tell }) {
    /** The newest entry that was there when it was put away; `null` while it is shown. */
    this.since = signal(/** @type {number | null} */ (null));
    this.visit = visit;
    const count = computed(() => {
      const since = this.since.value;
      const conversation = visit.conversation.value;
      if (since === null || conversation === null) return 0;
      const { log, reading } = conversation.shared;
      const read = Math.max(since, reading.byMe.value);
      return log.entries.value.filter(
        ({ number, author, body }) =>
          number > read && author.participant !== conversation.me && body.type === "message.posted",
      ).length;
    });
    effect(() => tell(count.value));
  }

  /** @param {boolean} shown */
  show(shown) {
    this.since.value = shown ? null : (this.visit.conversation.peek()?.shared.log.last ?? 0);
  }
}
