/** The player: all films of a recording at once, in step. */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

import { Button } from "../components/button.js";
import { Dialog } from "../components/dialog.js";
import { html } from "../components/html.js";
import { Problem } from "../components/notices.js";
import { useText } from "../components/speech.js";
import { written } from "../components/written.js";

/** @typedef {import("../shared/protocol.js").FilmView} FilmView */

/** Seconds by which one film may be ahead of another before it is put back in step. */
const APART = 0.08;

/**
 * @param {{
 *   opened: import("../shared/protocol.js").RecordingToWatch,
 *   when: string,
 *   onClose: () => void,
 * }} props
 */
export function RecordingPlayer({ opened, when, onClose }) {
  const text = useText();
  const stage = useRef(/** @type {HTMLDivElement | null} */ (null));
  const playing = useSignal(false);
  const place = useSignal(0);
  const failed = useSignal(/** @type {readonly string[]} */ ([]));
  const length = Math.max(0, ...opened.films.map(({ seconds }) => seconds));
  const films = () => [...(stage.current?.querySelectorAll("video") ?? [])].filter(({ error }) => error === null);

  useEffect(() => {
    // The first film leads; the others follow it.
    const [first, ...others] = films();
    if (first === undefined) return undefined;
    const follow = () => {
      place.value = first.currentTime;
      for (const other of others) {
        if (Math.abs(other.currentTime - first.currentTime) > APART) other.currentTime = first.currentTime;
      }
    };
    const ended = () => (playing.value = false);
    first.addEventListener("timeupdate", follow);
    first.addEventListener("ended", ended);
    return () => {
      first.removeEventListener("timeupdate", follow);
      first.removeEventListener("ended", ended);
    };
  }, [opened, failed.value]);

  const toggle = async () => {
    playing.value = !playing.value;
    if (playing.value) {
      // What one of them cannot do, the others do.
      await Promise.allSettled(films().map((film) => film.play()));
      if (films().every(({ paused }) => paused)) playing.value = false;
    } else {
      for (const film of films()) film.pause();
    }
  };
  /** @param {Event} event */
  const seek = (event) => {
    place.value = Number(written(event));
    for (const film of films()) film.currentTime = place.value;
  };

  return html`
    <${Dialog} wide title=${text("recording-player", { when })} onClose=${onClose}>
      <p class="field-help">${text("recording-watch-logged")}</p>
      <div class="recording-films" ref=${stage}>
        ${opened.films.map(
          (film) => html`<${Film}
            key=${film.path}
            film=${film}
            name=${nameOf(film, text)}
            failed=${failed.value.includes(film.path)}
            onFailed=${() => (failed.value = [...failed.value, film.path])}
          />`,
        )}
        ${opened.films.length === 0 && html`<${Problem}>${text("recording-no-films")}</${Problem}>`}
      </div>
      <div class="recording-seek" hidden=${opened.films.length === failed.value.length}>
        <${Button}
          kind="primary"
          icon=${playing.value ? "pause" : "play"}
          label=${text(playing.value ? "recording-halt" : "recording-play")}
          onClick=${toggle}
        />
        <input
          type="range"
          min="0"
          max=${length}
          step="0.1"
          value=${place.value}
          aria-label=${text("recording-place")}
          aria-valuetext="${clock(place.value)} / ${clock(length)}"
          onInput=${seek}
        />
        <span>${clock(place.value)} / ${clock(length)}</span>
      </div>
    </${Dialog}>
  `;
}

/** @param {{ film: FilmView, name: string, failed: boolean, onFailed: () => void }} props */
function Film({ film, name, failed, onFailed }) {
  const text = useText();
  const title = text(`recording-film-${film.shows}`, { name });
  return html`
    <figure>
      <video src=${film.path} preload="auto" playsinline aria-label=${title} onError=${onFailed}></video>
      <figcaption>
        <p>${title}</p>
        <div role="status">${failed && html`<${Problem}>${text("recording-film-failed")}</${Problem}>`}</div>
        <p class="recording-digest field-help">${text("recording-digest", { digest: film.sha256 })}</p>
      </figcaption>
    </figure>
  `;
}

/**
 * Who is seen: the citizen, or an agent or guest by name.
 * @param {FilmView} film
 * @param {import("../components/speech.js").Text} text
 */
function nameOf({ author }, text) {
  return author === null
    ? text("recording-film-unknown")
    : text("log-author", { who: author.kind, name: author.name ?? "", named: author.name ? "yes" : "no" });
}

/** Minutes and seconds. @param {number} seconds */
function clock(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
