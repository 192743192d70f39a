/*
 * The Onlineloket button for any site: <script src="https://desk.example/loader.js" async data-language="nl"></script>
 * docs/embedding.md says more. The words are loader-open, loader-close and loader-new of widget.ftl; a test compares.
 */
(() => {
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  if (!script || document.querySelector("onlineloket-desk")) return;

  const WORDS = {
    nl: ["Politie online", "Sluiten", "nieuw"],
    fr: ["Police en ligne", "Fermer", "nouveau"],
    en: ["Police online", "Close", "new"],
    de: ["Polizei online", "Schließen", "neu"],
  };
  const STYLE = `
:host { all: initial; color-scheme: light dark }
button, iframe { position: fixed; z-index: 2147483000; box-sizing: border-box; inset: auto calc(16px + env(safe-area-inset-right)) calc(16px + env(safe-area-inset-bottom)) auto; box-shadow: 0 2px 16px rgb(0 0 0 / 35%) }
button { display: flex; gap: 10px; align-items: center; min-height: 48px; padding: 0 18px; border: 2px solid #fff; border-radius: 26px; background: #0f4c81; color: #fff; font: 600 16px system-ui, sans-serif; cursor: pointer }
button:hover { background: #0b3a64 }
button:focus-visible { outline: 3px solid #0f4c81 }
svg { width: 22px; fill: none; stroke: currentColor; stroke-width: 2 }
iframe { width: min(400px, 100vw - 32px); height: min(700px, calc(100dvh - 92px)); margin-bottom: 60px; border: 1px solid #76838f; border-radius: 6px; background: Canvas }
[hidden] { display: none }
@media print { button, iframe { display: none } }`;

  const desk = new URL(script.src).origin;
  const language =
    [script.dataset.language, document.documentElement.lang, ...navigator.languages]
      .map((tag) => /** @type {keyof typeof WORDS} */ (tag?.slice(0, 2)))
      .find((tag) => WORDS[tag]) ?? "nl";
  const [label, close, fresh] = WORDS[language];
  const page = `${desk}/desk?language=${language}`;
  const small = () => matchMedia("(max-width: 639px), (max-height: 419px)").matches;

  const place = document.createElement("onlineloket-desk");
  const root = place.attachShadow({ mode: "open" });
  const button = document.createElement("button");
  const words = document.createElement("span");
  /** @type {HTMLIFrameElement | undefined} */ let frame;
  let open = false;
  let ready = false;
  let unread = 0;
  /** Where a quick exit leads, while one is offered. @type {string | undefined} */ let exit;
  /** @type {number[]} */ let shifts = [];

  /** Somebody who is talking reads on: the desk stays open from page to page. @param {(store: Storage) => unknown} use */
  const stored = (use) => {
    try {
      return use(sessionStorage);
    } catch {
      return null;
    }
  };

  /** @param {string} type */
  const tell = (type) => ready && frame?.contentWindow?.postMessage({ onlineloket: type }, desk);

  function show() {
    button.setAttribute("aria-expanded", String(open));
    words.textContent = open ? /** @type {string} */ (close) : unread ? `${label} · ${unread} ${fresh}` : `${label}`;
    if (frame) frame.hidden = !open;
    if (!open) stored((store) => store.removeItem("onlineloket"));
    else if (ready) stored((store) => store.setItem("onlineloket", "open"));
  }

  const tellIfOpen = () => tell(open ? "shown" : "hidden");

  /** @param {boolean} wanted */
  function toggle(wanted) {
    open = wanted;
    if (open) unread = 0;
    if (open && !frame) {
      frame = document.createElement("iframe");
      frame.title = `${label}`;
      frame.allow = "camera; microphone; speaker-selection; display-capture; fullscreen; autoplay";
      frame.referrerPolicy = "origin";
      // A frame that was refused loads, too, but never says that it is ready.
      frame.onload = () => setTimeout(() => ready || !open || location.assign(page), 3000);
      frame.src = `${desk}/widget?language=${language}`;
      root.prepend(frame);
    }
    show();
    tellIfOpen();
  }

  /** Covers the page at once, then leaves it for good. */
  function leave() {
    const cover = document.createElement("div");
    cover.style.cssText = "all:initial;position:fixed;inset:0;z-index:2147483647;width:100vw;height:100vh;background:#fff";
    cover.popover = "manual";
    document.documentElement.append(cover);
    cover.showPopover?.();
    stored((store) => store.removeItem("onlineloket"));
    // The frame takes back its token and wipes what it stored.
    tell("exit");
    const to = /** @type {string} */ (exit);
    exit = undefined; // The frame answers with the same word: leaving twice would break off the first way out.
    setTimeout(() => location.replace(to), 60);
  }

  addEventListener("message", ({ source, origin, data }) => {
    if (!frame || source !== frame.contentWindow || origin !== desk) return;
    const type = data?.onlineloket;
    if (type === "ready") {
      ready = true;
      show();
      tellIfOpen();
    } else if (type === "close") {
      toggle(false);
      button.focus();
    } else if (type === "open") {
      if (data.begun) toggle(true);
      else location.assign(page);
    } else if (type === "sensitive") exit = /^https:/.test(data.exit) ? data.exit : undefined;
    else if (type === "exit" && exit) leave();
    else if (type === "unread" && !open) {
      unread = data.count;
      show();
    }
  });

  addEventListener(
    "keydown",
    ({ key, timeStamp, repeat }) => {
      if (!exit || repeat) return;
      shifts = key === "Shift" ? [...shifts, timeStamp].slice(-3) : [];
      if (shifts.length > 2 && timeStamp - /** @type {number} */ (shifts[0]) < 5000) leave();
    },
    true,
  );

  // Where the host's own policy forbids the frame, the desk is a page of its own.
  document.addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) => {
    if (effectiveDirective === "frame-src" && blockedURI.startsWith(desk)) location.assign(page);
  });

  button.onclick = () => {
    if (open || !small()) {
      toggle(!open);
      if (open) frame?.focus();
    } else if (ready) tell("move"); // What was said in the frame lies in a store that the page of its own does not see.
    else location.assign(page);
  };

  const start = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    icon.setAttribute("viewBox", "0 0 24 24");
    const path = document.createElementNS(icon.namespaceURI, "path");
    path.setAttribute("d", "M21 15a2 2 0 0 1-2 2H7l-4 4V5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2z");
    icon.append(path);
    button.lang = language;
    button.append(icon, words);
    root.append(button);
    document.body.append(place);
    const wasOpen = stored((store) => store.getItem("onlineloket"));
    if (wasOpen && !small()) toggle(true);
    else show();
  };
  if (document.body) start();
  else addEventListener("DOMContentLoaded", start);
})();
