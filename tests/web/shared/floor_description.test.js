import assert from "node:assert/strict";
import { test } from "node:test";

import { withFloor } from "../../../web/static/shared/floor_description.js";

const SESSION = ["v=0", "s=-"];
const SOUND = ["m=audio 9 UDP/TLS/RTP/SAVPF 111", "a=mid:0", "a=rtpmap:111 opus/48000/2"];
const PARAMETERS = "a=fmtp:111 minptime=10;useinbandfec=1";
const PICTURE = ["m=video 9 UDP/TLS/RTP/SAVPF 96", "a=mid:1", "a=rtpmap:96 VP8/90000", "a=fmtp:96 max-fr=30"];

/** @param {readonly string[][]} parts */
function description(...parts) {
  return parts.flat().map((line) => `${line}\r\n`).join("");
}

test("without a floor an answer stays as it is", () => {
  const sdp = description(SESSION, [...SOUND, PARAMETERS], PICTURE);
  assert.equal(withFloor(sdp, null), sdp);
});

test("a floor stands with the sound, in thousands, beside what stands there", () => {
  assert.equal(
    withFloor(description(SESSION, [...SOUND, PARAMETERS], PICTURE), 250_000),
    description(SESSION, [...SOUND, "a=fmtp:111 x-google-min-bitrate=250;minptime=10;useinbandfec=1"], PICTURE),
  );
});

test("sound without parameters gets a line for it", () => {
  assert.equal(
    withFloor(description(SESSION, SOUND, PICTURE), 250_000),
    description(SESSION, [...SOUND, "a=fmtp:111 x-google-min-bitrate=250"], PICTURE),
  );
});

test("each section of sound has it: whichever the browser reads last counts", () => {
  const sdp = withFloor(description(SESSION, [...SOUND, PARAMETERS], PICTURE, [...SOUND, PARAMETERS]), 250_000);
  assert.equal(sdp.match(/x-google-min-bitrate=250/g)?.length, 2);
});

test("where there is no sound there is no floor", () => {
  const sdp = description(SESSION, PICTURE);
  assert.equal(withFloor(sdp, 250_000), sdp);
});
