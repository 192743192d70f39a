import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { LONGEST_LINE, OwnLine } from "../../../web/static/shared/own_line.js";
import { settle } from "./fake_socket.js";

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
  mock.method(performance, "now", () => Date.now());
});
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

/** A line, and all that was shown of it with when. @param {(state: {line: string, sequence: number, text: string}) => Promise<unknown>} [answer] */
function watched(answer = () => Promise.resolve()) {
  /** @type {{line: string, sequence: number, text: string, at: number}[]} */
  const shown = [];
  const own = new OwnLine((state) => {
    shown.push({ ...state, at: Date.now() });
    return answer(state);
  });
  return { own, shown };
}

/** @param {number} milliseconds in small steps, as a clock goes */
async function pass(milliseconds) {
  for (let left = milliseconds; left > 0; left -= 10) {
    mock.timers.tick(Math.min(10, left));
    await settle();
  }
}

test("each character is on its way within 200 milliseconds, and never more than five states a second", async () => {
  const { own, shown } = watched();
  const words = "mijn fiets is gisteren gestolen aan het station";
  /** @type {number[]} */
  const typedAt = [];
  for (let end = 1; end <= words.length; end += 1) {
    own.write(words.slice(0, end));
    typedAt.push(Date.now());
    await pass(70);
  }
  await pass(200);
  const delays = typedAt.map((at, index) => {
    const state = shown.find(({ text }) => text.length > index);
    return (state?.at ?? Infinity) - at;
  });
  assert.ok(Math.max(...delays) <= 200, `${Math.max(...delays)} ms`);
  assert.equal(delays[0], 0, "the first at once");
  const gaps = shown.slice(1).map(({ at }, index) => at - /** @type {{at: number}} */ (shown[index]).at);
  assert.ok(Math.min(...gaps) >= 200);
  assert.deepEqual(new Set(shown.map(({ line }) => line)).size, 1);
  assert.deepEqual(shown.map(({ sequence }) => sequence), shown.map((_, index) => index + 1));
  assert.equal(shown.at(-1)?.text, words);
});

test("what stands still is repeated, and what is taken back is shown as empty and then no more", async () => {
  const { own, shown } = watched();
  own.write("hallo");
  await pass(9_000);
  assert.deepEqual(shown.map(({ text }) => text), ["hallo", "hallo", "hallo"]);
  own.write("");
  await pass(20_000);
  assert.deepEqual(shown.map(({ text }) => text), ["hallo", "hallo", "hallo", ""]);
});

test("a line that ends is given back once, and the next has another id", async () => {
  const { own, shown } = watched();
  own.write(" tot straks ");
  const ended = own.end();
  assert.equal(ended?.text, "tot straks");
  assert.equal(ended?.line, shown[0]?.line);
  assert.equal(own.text.value, "");
  assert.equal(own.end(), null);
  await pass(10_000);
  assert.equal(shown.length, 1, "an ended line is not repeated");
  own.write("x");
  await pass(200);
  assert.notEqual(shown.at(-1)?.line, ended?.line);
  assert.equal(shown.at(-1)?.sequence, 1);
});

test("ending a line of blanks takes it back", () => {
  const { own, shown } = watched();
  own.write("  ");
  assert.equal(own.end(), null);
  assert.deepEqual(shown.map(({ text }) => text), ["  ", ""]);
});

test("what was not taken is shown again, after a moment", async () => {
  let refuse = true;
  const { own, shown } = watched(() => (refuse ? Promise.reject(new Error("too_many_requests")) : Promise.resolve()));
  own.write("een");
  await pass(500);
  own.write("een twee");
  refuse = false;
  await pass(600);
  assert.deepEqual(shown.map(({ text }) => text), ["een", "een twee"]);
});

test("on a line that is slow only some states are on their way, and then the newest", async () => {
  /** @type {((value?: unknown) => void)[]} */
  const waiting = [];
  const { own, shown } = watched(() => new Promise((resolve) => waiting.push(resolve)));
  for (let end = 1; end <= 40; end += 1) {
    own.write("x".repeat(end));
    await pass(100);
  }
  assert.equal(shown.length, 5);
  waiting.shift()?.();
  await pass(200);
  assert.equal(shown.at(-1)?.text.length, 40);
});

test("on a line that is slow the next one is shown once earlier states are answered", async () => {
  /** @type {((value?: unknown) => void)[]} */
  const waiting = [];
  const { own, shown } = watched(() => new Promise((resolve) => waiting.push(resolve)));
  for (const text of ["e", "ee", "een", "een ", "een f"]) {
    own.write(text);
    await pass(200);
  }
  own.end();
  own.write("twee");
  await pass(1_000);
  assert.equal(shown.at(-1)?.text, "een f");
  waiting.shift()?.();
  await pass(200);
  assert.equal(shown.at(-1)?.text, "twee");
});

test("a line that is too long is shown as far as the desk takes it, with whole characters", async () => {
  const { own, shown } = watched();
  own.write("🚲".repeat(LONGEST_LINE + 3));
  assert.equal([...(shown[0]?.text ?? "")].length, LONGEST_LINE);
  assert.ok(shown[0]?.text.isWellFormed());
});

test("dropped is dropped", async () => {
  const { own, shown } = watched();
  own.write("niet voor u");
  own.drop();
  await pass(10_000);
  assert.equal(shown.length, 1);
  assert.equal(own.end(), null);
});
