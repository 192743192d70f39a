/** Finding any action, conversation or person by a few letters. */

import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";

import { Dialog } from "../components/dialog.js";
import { html } from "../components/html.js";
import { Icon } from "../components/icon.js";
import { useText } from "../components/speech.js";
import { written } from "../components/written.js";
import { useDesk, useNames } from "./context.js";
import { Keys } from "./keys_shown.js";
import { holdsAll } from "./search.js";

/**
 * @typedef {object} Found
 * @property {string} id
 * @property {string} icon
 * @property {string} label
 * @property {string} about
 * @property {string} [keys]
 * @property {() => void} run
 */

/** Longer lists are searched, not read. */
const MOST = 12;

/**
 * @param {{
 *   actions: readonly import("./keys.js").Action[],
 *   onClose: () => void,
 *   onTransfer: (agent: string) => void,
 * }} props
 */
export function Palette({ actions, onClose, onTransfer }) {
  const text = useText();
  const id = useId();
  const search = useSignal("");
  const picked = useSignal(0);
  const list = useRef(/** @type {HTMLUListElement | null} */ (null));
  const all = useFindable(actions, onTransfer);
  const found = all.filter(({ label, about }) => holdsAll(`${label} ${about}`, search.value)).slice(0, MOST);
  const index = Math.min(picked.value, found.length - 1);

  useEffect(() => list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }), [index]);
  /** @param {Found | undefined} one */
  const run = (one) => {
    if (one !== undefined) {
      onClose();
      // Once the window is gone, so that what is run may open another or move the focus.
      setTimeout(one.run);
    }
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      picked.value = (index + (event.key === "ArrowDown" ? 1 : found.length - 1)) % Math.max(found.length, 1);
    } else if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      run(found[index]);
    }
  };
  return html`<${Dialog} title=${text("action-palette")} onClose=${onClose}>
    <input
      class="input"
      type="search"
      role="combobox"
      aria-label=${text("palette-search")}
      placeholder=${text("palette-search")}
      aria-expanded="true"
      aria-controls="${id}-found"
      aria-activedescendant=${found[index] && `${id}-${index}`}
      value=${search.value}
      onInput=${(/** @type {Event} */ event) => {
        search.value = written(event);
        picked.value = 0;
      }}
      onKeyDown=${onKey}
    />
    <ul role="listbox" id="${id}-found" ref=${list} aria-label=${text("palette-found")} class="palette">
      ${found.map(
        (one, place) => html`<li
          key=${one.id}
          id="${id}-${place}"
          role="option"
          aria-selected=${place === index ? "true" : "false"}
          class="palette-row"
          onClick=${() => run(one)}
        >
          <${Icon} name=${one.icon} />
          <span class="palette-label"><bdi>${one.label}</bdi></span>
          <span class="field-help"><bdi>${one.about}</bdi></span>
          ${one.keys && html`<span class="palette-keys"><${Keys} keys=${one.keys} /></span>`}
        </li>`,
      )}
    </ul>
    <p
      role="status"
      class=${found.length > 0 ? "unseen" : "queue-empty"}
    >${text("palette-count", { count: found.length })}</p>
  </${Dialog}>`;
}

/**
 * What can be found at this moment.
 * @param {readonly import("./keys.js").Action[]} actions
 * @param {(agent: string) => void} onTransfer
 * @returns {Found[]}
 */
function useFindable(actions, onTransfer) {
  const desk = useDesk();
  const names = useNames();
  const text = useText();
  const { waiting, team, colleagues } = desk.queue.value;
  /** @param {import("../shared/protocol.js").Need} need */
  const topic = (need) => (need.topic === null ? text("topic-unknown") : names.topic(need.topic));
  const current = desk.current.value;
  return [
    ...desk.open.value.map(({ id, need, language }) => ({
      id: `open ${id}`,
      icon: "message-circle",
      label: topic(need.value),
      about: `${text("palette-open")} · ${language.value.toUpperCase()}`,
      run: () => void (desk.front.value = id),
    })),
    ...actions
      .filter((action) => action.possible !== false && action.id !== "palette")
      .map(({ id, keys, run }) => ({ id, icon: "chevron-right", label: text(`action-${id}`), about: "", keys, run })),
    ...waiting.map(({ conversation, need }) => ({
      id: `waiting ${conversation}`,
      icon: "clock",
      label: topic(need),
      about: `${text("palette-waiting")} · ${need.languages.join(", ").toUpperCase()}`,
      run: () => void desk.look(conversation),
    })),
    ...team.map(({ conversation, need, agent_name }) => ({
      id: `team ${conversation}`,
      icon: "users",
      label: topic(need),
      about: `${text("palette-team")} · ${agent_name ?? ""}`,
      run: () => void desk.look(conversation),
    })),
    ...colleagues
      .filter((colleague) => current?.mine.value && colleague.accepting && colleague.agent !== desk.agent.agent)
      .map((colleague) => ({
        id: `to ${colleague.agent}`,
        icon: "arrow-right-left",
        label: text("palette-transfer-to", { name: colleague.name }),
        about: colleague.role,
        run: () => onTransfer(colleague.agent),
      })),
  ];
}
