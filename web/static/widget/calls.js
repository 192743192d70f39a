/** The calls of a visit: what they need is loaded once somebody is there who can be called. */

import { computed, effect, signal } from "@preact/signals-core";

import { Later } from "./later.js";

/** @typedef {import("../components/calling.js").Calling} Calling */
/** @typedef {import("../shared/conversation.js").Conversation} Conversation */

export class Calls {
  /** @param {import("./visit.js").Visit} visit */
  constructor(visit) {
    /** @type {Later<typeof import("./call_pane.js")>} */
    this.pane = new Later((again) => import(`./call_pane.js${again}`));
    /** @type {import("@preact/signals-core").Signal<{conversation: Conversation, calling: Calling} | null>} */
    this.current = signal(/** @type {{conversation: Conversation, calling: Calling} | null} */ (null));
    const wanted = computed(() => {
      const conversation = visit.conversation.value;
      const call = conversation?.call.value?.state ?? "ended";
      return conversation && (conversation.phase.value === "active" || call !== "ended") ? conversation : null;
    });
    effect(() => {
      const state = visit.conversation.value?.call.value?.state;
      visit.connection.value?.hurry(state === "accepted" || state === "running");
    });
    effect(() => {
      const conversation = wanted.value;
      const connection = visit.connection.value;
      const part = this.pane.part.value;
      if (conversation === null || connection === null) return undefined;
      this.pane.want();
      if (part === null) return undefined;
      const calling = new part.Calling({ conversation, connection });
      this.current.value = { conversation, calling };
      return () => {
        calling.close();
        this.current.value = null;
      };
    });
  }
}
