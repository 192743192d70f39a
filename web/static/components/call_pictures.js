/** The others in a call: the picture of each, who they are, and why one is not seen or heard just now. */

import { html } from "./html.js";
import { Icon } from "./icon.js";
import { useSpeaking } from "./level.js";
import { othersIn, partyOf } from "./call_standing.js";
import { QualityMark } from "./quality_mark.js";
import { useText } from "./speech.js";
import { StreamSound, StreamVideo } from "./stream_video.js";

/** @typedef {import("../shared/call.js").Call} Call */
/** @typedef {import("../shared/quality.js").Quality} Quality */
/** @typedef {import("../shared/protocol.js").CallParty} CallParty */
/** @typedef {import("../shared/protocol.js").CallView} CallView */

/** How a text names somebody in a call. @param {Pick<CallParty, "participant">} party */
export function nameOf({ participant: { kind, name } }) {
  return { who: kind, name: name ?? "", named: name ? "yes" : "no" };
}

/**
 * @param {{
 *   call: Call,
 *   view: CallView,
 *   me: string,
 *   own: MediaStream | null,
 *   received: ReadonlyMap<string, Quality>,
 *   signing: import("../shared/signing.js").Signing,
 * }} props `own`: our own picture, where we show ourselves; `received`: how each of the others arrives
 */
export function CallPictures({ call, view, me, own, received, signing }) {
  const text = useText();
  const others = othersIn(view, me);
  const screens = call.others.value.filter(({ screen }) => screen !== null);
  const known = new Map(others.map((party) => [party.participant.participant, party]));
  return html`
    <div class="call-others" data-others=${others.length}>
      ${screens.map(({ party, screen }) => {
        const who = known.get(party);
        return who && html`<div class="call-other call-screen" key="${party}-screen">
          <${StreamVideo} stream=${screen} label=${text("call-screen-of", nameOf(who))} />
        </div>`;
      })}
      ${others.map(
        (party) => html`<${Other}
          key=${party.participant.participant}
          call=${call}
          party=${party}
          quality=${received.get(party.participant.participant) ?? null}
          signing=${signing.who.value.has(party.participant.participant)}
        />`,
      )}
      ${
        others.length === 0 &&
        html`<p class="call-alone" role="status">
          <${Icon} name="clock" />${text("call-alone", { who: partyOf(view, me)?.participant.kind ?? "citizen" })}
        </p>`
      }
      ${
        own !== null &&
        html`<div class="call-other call-own ${signing.mine.value ? "call-signing" : ""}" key="own">
          <${StreamVideo} stream=${own} own label=${text("call-own-picture")} />
        </div>`
      }
    </div>
  `;
}

/** @param {{ call: Call, party: CallParty, quality: Quality | null, signing: boolean }} props */
function Other({ call, party, quality, signing }) {
  const text = useText();
  const stream = call.others.value.find((other) => other.party === party.participant.participant)?.stream ?? null;
  const speaking = useSpeaking(stream) && !party.held;
  const pictured = stream !== null && stream.getVideoTracks().length > 0;
  const name = nameOf(party);
  const why = party.held ? "call-held-by" : party.connected ? null : "call-not-there";
  return html`
    <div class="call-other ${signing ? "call-signing" : speaking ? "call-speaking" : ""}">
      ${
        pictured
          ? html`<${StreamVideo} stream=${stream} label=${text("call-picture-of", name)} />`
          : html`<${Icon} name="user" />`
      }
      <p class="call-name">
        ${speaking && html`<${Icon} name="volume-2" label=${text("call-speaking")} />`}
        ${signing && html`<span class="call-signs"><${Icon} name="hand" /><span>${text("call-signs")}</span></span>`}
        <bdi>${text("log-author", name)}</bdi>
        <${QualityMark} quality=${party.held ? null : quality} whose="theirs" small />
      </p>
      <p class="call-why" role="status">${why && text(why, name)}</p>
    </div>
  `;
}

/** The sound of all others; to be kept in the page as long as the call lasts. @param {{ calling: import("./calling.js").Calling }} props */
export function CallSounds({ calling }) {
  const call = calling.call.value;
  const speaker = calling.own.devices.chosen.get("audiooutput");
  if (call === null || call.own.held.value) {
    return null;
  }
  return call.others.value.map(
    ({ party, stream }) => html`<${StreamSound} key=${party} stream=${stream} speaker=${speaker} />`,
  );
}
