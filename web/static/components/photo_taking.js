/** Taking a photo that one agreed to: the camera, then the photo to look at, then on its way. */

import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";

import { PhotoCamera } from "../shared/photo_camera.js";
import { Button } from "./button.js";
import { html } from "./html.js";
import { Problem, StatusLine } from "./notices.js";
import { useText } from "./speech.js";
import { StreamVideo } from "./stream_video.js";

/** @typedef {{ jpeg: Blob, url: string }} Shot */

/** @param {{ calling: import("./calling.js").Calling }} props */
export function PhotoTaking({ calling }) {
  const text = useText();
  const { photo } = calling;
  const { devices } = calling.own;
  const camera = useMemo(() => new PhotoCamera(devices), [devices]);
  const shot = useSignal(/** @type {Shot | null} */ (null));
  const busy = useSignal(/** @type {"camera" | "taking" | "sending" | null} */ ("camera"));
  const trouble = useSignal(/** @type {string | null} */ (null));
  const frame = useRef(/** @type {HTMLElement | null} */ (null));

  /** @param {"camera" | "taking" | "sending"} what @param {() => Promise<string | null>} action says what went wrong */
  const during = async (what, action) => {
    busy.value = what;
    trouble.value = null;
    trouble.value = await action();
    busy.value = null;
  };
  const lookFor = (/** @type {() => Promise<boolean>} */ open) =>
    during("camera", async () => ((await open().catch(() => false)) ? null : "photo-trouble-camera"));
  const show = (/** @type {Shot | null} */ next) => {
    if (shot.value !== null) URL.revokeObjectURL(shot.value.url);
    shot.value = next;
    // The button that was pressed is gone.
    frame.current?.focus();
  };
  const take = () =>
    during("taking", async () => {
      try {
        const jpeg = await camera.take();
        show({ jpeg, url: URL.createObjectURL(jpeg) });
        return null;
      } catch {
        return "photo-trouble-take";
      }
    });
  const send = () =>
    during("sending", async () => {
      if (shot.value !== null) await photo.send(shot.value.jpeg);
      return null;
    });
  useEffect(() => {
    void lookFor(() => camera.open());
    return () => {
      camera.close();
      photo.giveUp();
      if (shot.peek() !== null) URL.revokeObjectURL(/** @type {Shot} */ (shot.peek()).url);
    };
  }, [camera]);

  const held = calling.call.value?.own.held.value ?? false;
  const seen = camera.apart.value === null && devices.camera !== null && !held;
  const doing = busy.value === "taking" || busy.value === "sending";
  return html`
    <section class="photo-card" aria-label=${text(shot.value === null ? "photo-take" : "photo-review")} tabindex="-1" ref=${frame}>
      ${
        shot.value === null
          ? html`
              <${Live} track=${camera.track.value} />
              <p class="field-help">${text("photo-seen", { seen: seen ? "yes" : "no" })}</p>
            `
          : html`
              <p>${text("photo-review")}</p>
              <img class="photo-shot" src=${shot.value.url} alt=${text("photo-own")} />
            `
      }
      <${StatusLine} icon="camera">${doing && text(`photo-${busy.value}`)}</${StatusLine}>
      ${busy.value === "sending" && html`<progress aria-label=${text("photo-sending")} value=${photo.sent.value}></progress>`}
      <div class="photo-actions call-controls">
        ${
          shot.value === null
            ? html`
                <${Button}
                  kind="primary"
                  icon="camera"
                  label=${text("photo-take")}
                  busy=${busy.value !== null || camera.track.value === null}
                  onClick=${take}
                />
                ${
                  camera.cameras.value > 1 &&
                  html`<${Button}
                    icon="rotate-cw"
                    label=${text("photo-other-camera")}
                    busy=${busy.value !== null}
                    onClick=${() => lookFor(() => camera.other())}
                  />`
                }
                ${
                  camera.track.value === null &&
                  busy.value === null &&
                  html`<${Button}
                    icon="rotate-cw"
                    label=${text("call-try-again")}
                    onClick=${() => lookFor(() => camera.open())}
                  />`
                }
              `
            : html`
                <${Button} kind="primary" icon="send" label=${text("photo-send")} busy=${busy.value !== null} onClick=${send} />
                <${Button} icon="rotate-cw" label=${text("photo-retake")} busy=${busy.value !== null} onClick=${() => show(null)} />
              `
        }
        <${Button} icon="x" label=${text("photo-cancel")} busy=${busy.value === "taking"} onClick=${() => photo.answer(false)} />
      </div>
      <div role="alert">${trouble.value && html`<${Problem}>${text(trouble.value)}</${Problem}>`}</div>
    </section>
  `;
}

/** What the camera sees, not as in a mirror: it is to be read. @param {{ track: MediaStreamTrack | null }} props */
function Live({ track }) {
  const text = useText();
  const stream = useMemo(() => track && new MediaStream([track]), [track]);
  return html`<${StreamVideo} stream=${stream} label=${text("photo-live")} />`;
}
