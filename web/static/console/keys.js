/** What can be done from anywhere, by which keys. The list of keys and the palette are made from the same actions. */

/**
 * @typedef {object} Action
 * @property {string} id  also of its text: `action-<id>`
 * @property {string} [keys]  as shown and as `aria-keyshortcuts` wants them
 * @property {string} [code]  the key's place on the keyboard, with Alt: what Alt makes of a letter differs
 * @property {boolean} [possible]  false: not now
 * @property {() => void} run
 */

/**
 * @param {object} place
 * @param {import("./desk.js").Desk} place.desk
 * @param {import("@preact/signals").Signal<import("./console_view.js").DialogName | null>} place.dialog
 * @param {import("@preact/signals").Signal<import("./console_view.js").PanelName>} place.panel
 * @param {import("@preact/signals").Signal<boolean>} place.panelOpen
 * @param {() => void} place.review  shows how the bot does
 * @returns {Action[]}
 */
export function actionsOf({ desk, dialog, panel, panelOpen, review }) {
  const current = desk.review.value === null ? desk.current.value : null;
  const mine = current !== null && current.mine.value && !current.closed.value;
  /** What stands in the middle; on a narrow screen the panel lies over it. @param {string} part */
  const toMiddle = (part) => {
    panelOpen.value = false;
    focusSoon(part);
  };
  /** @param {"reply" | "note"} mode */
  const write = (mode) => {
    if (current !== null) {
      desk.drafts.change(current.id, { mode });
      toMiddle(".composer-field");
    }
  };
  const call = () => {
    toMiddle("[role=log]");
    void current?.calling.prepare("propose", true);
  };
  /** @param {import("./console_view.js").PanelName} name @param {string} [first]  what gets the focus */
  const show = (name, first = "#panel [role=tab][aria-selected=true]") => {
    panel.value = name;
    panelOpen.value = true;
    focusSoon(first);
  };
  return [
    { id: "take-next", keys: "Alt+N", code: "KeyN", run: () => void desk.take() },
    {
      id: desk.accepting.value ? "stop-accepting" : "accept",
      keys: "Alt+B",
      code: "KeyB",
      possible: desk.accepting.value !== null,
      run: () => void desk.setAvailability(!desk.accepting.value),
    },
    ...[0, 1, 2, 3].map((index) => ({
      id: `tab-${index + 1}`,
      keys: `Alt+${index + 1}`,
      code: `Digit${index + 1}`,
      possible: desk.open.value.length > index,
      run: () => desk.bring(desk.open.value[index]?.id ?? ""),
    })),
    { id: "reply", keys: "Alt+A", code: "KeyA", possible: mine, run: () => write("reply") },
    { id: "note", keys: "Alt+I", code: "KeyI", possible: current !== null, run: () => write("note") },
    { id: "waiting", keys: "Alt+W", code: "KeyW", run: () => focusSoon("#waiting") },
    { id: "log", keys: "Alt+L", code: "KeyL", possible: current !== null, run: () => toMiddle("[role=log]") },
    { id: "details", keys: "Alt+G", code: "KeyG", possible: current !== null, run: () => show("details") },
    { id: "report", keys: "Alt+R", code: "KeyR", possible: current !== null, run: () => show("report") },
    { id: "answers", keys: "Alt+Z", code: "KeyZ", possible: mine, run: () => show("answers", "#panel input") },
    { id: "call", keys: "Alt+V", code: "KeyV", possible: mine && current.calling.mayPropose, run: call },
    { id: "transfer", keys: "Alt+T", code: "KeyT", possible: mine, run: () => (dialog.value = "transfer") },
    { id: "finish", keys: "Alt+S", code: "KeyS", possible: mine, run: () => (dialog.value = "finish") },
    { id: "review", keys: "Alt+O", code: "KeyO", possible: desk.agent.supervisor, run: review },
    { id: "palette", keys: "Control+K", run: () => (dialog.value = "palette") },
    { id: "keys", keys: "?", run: () => (dialog.value = "keys") },
  ];
}

/**
 * Runs what a key stands for. In a window in front only that window's own keys count.
 * @param {KeyboardEvent} event
 * @param {readonly Action[]} actions
 * @param {boolean} dialogOpen
 */
export function keyPressed(event, actions, dialogOpen) {
  if (event.defaultPrevented || event.isComposing || dialogOpen) {
    return;
  }
  const action = actions.find((each) => each.possible !== false && isFor(event, each));
  if (action !== undefined) {
    event.preventDefault();
    action.run();
  }
}

/**
 * @param {Pick<KeyboardEvent, "key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "target">} event
 * @param {Action} action
 */
export function isFor(event, action) {
  if (action.id === "palette") {
    return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
  }
  if (action.id === "keys") {
    return event.key === "?" && !event.ctrlKey && !event.altKey && !event.metaKey && !isWriting(event.target);
  }
  // AltGr, by which Belgian keyboards write half of their signs, counts as Control and Alt.
  return event.code === action.code && event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
}

/** @param {EventTarget | null} target */
function isWriting(target) {
  const { tagName, type } = /** @type {HTMLInputElement} */ (target ?? {});
  const pressed = type === "radio" || type === "checkbox";
  return tagName === "TEXTAREA" || tagName === "SELECT" || (tagName === "INPUT" && !pressed);
}

/**
 * Focuses an element once what was asked for is drawn: right after this turn, so that not even a fast typist's first
 * letter is lost; with the next picture where it takes longer.
 * @param {string} selector
 */
export function focusSoon(selector) {
  queueMicrotask(() => {
    if (!focus(selector)) {
      requestAnimationFrame(() => focus(selector));
    }
  });
}

/** @param {string} selector @returns {boolean} whether it is there */
function focus(selector) {
  const element = /** @type {HTMLElement | null} */ (document.querySelector(selector));
  element?.focus();
  return element !== null;
}
