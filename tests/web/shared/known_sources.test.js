import assert from "node:assert/strict";
import { test } from "node:test";

import { withKnownSources } from "../../../web/static/shared/known_sources.js";

const SOURCES = ["a=ssrc-group:FID 11 12", "a=ssrc:11 cname:x", "a=ssrc:12 cname:x"];

/** An answer with these sections of video, by mid. @param {Record<string, string[]>} sections */
function answer(sections) {
  const media = Object.entries(sections).flatMap(([mid, lines]) => ["m=video 9 UDP/TLS/RTP/SAVPF 96", `a=mid:${mid}`, ...lines]);
  return ["v=0", "s=-", ...media].map((line) => `${line}\r\n`).join("");
}

const SENDS = answer({ 0: ["a=sendrecv", ...SOURCES] });

test("who pauses is still named, until they go on", () => {
  const paused = withKnownSources(answer({ 0: ["a=recvonly"] }), SENDS);
  assert.equal(paused, answer({ 0: ["a=recvonly", ...SOURCES] }));
  assert.equal(withKnownSources(answer({ 0: ["a=inactive"] }), paused), answer({ 0: ["a=inactive", ...SOURCES] }));
  assert.equal(withKnownSources(SENDS, paused), SENDS);
});

test("whoever comes instead is named instead", () => {
  const another = answer({ 0: ["a=sendrecv", "a=ssrc:21 cname:y"] });
  assert.equal(withKnownSources(another, SENDS), another);
});

test("a source is named in one section only", () => {
  const moved = answer({ 0: ["a=recvonly"], 1: ["a=sendonly", ...SOURCES] });
  assert.equal(withKnownSources(moved, SENDS), moved);
});

test("a section that is gone names nobody", () => {
  const gone = answer({ 0: ["a=inactive"] }).replace("video 9", "video 0");
  assert.equal(withKnownSources(gone, SENDS), gone);
});

test("a first answer stays as it is", () => {
  const first = answer({ 0: ["a=recvonly"] });
  assert.equal(withKnownSources(first, ""), first);
});
