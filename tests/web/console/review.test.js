import assert from "node:assert/strict";
import { test } from "node:test";

import { Review, columnsOf, periodOf } from "../../../web/static/console/review.js";

/** @typedef {{ event: string, payload: any, resolve: (result: any) => void, reject: (error: unknown) => void }} Asked */

/** A desk whose answers the test gives. */
function desk() {
  /** @type {Asked[]} */
  const asked = [];
  const connection = /** @type {any} */ ({
    send: (/** @type {string} */ event, /** @type {any} */ payload) =>
      new Promise((resolve, reject) => asked.push({ event, payload, resolve, reject })),
  });
  return { asked, review: new Review({ connection, clock: () => new Date(2026, 2, 2, 10, 30) }) };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** @param {string} language @param {object} [more] */
const figures = (language, more) => /** @type {any} */ ({
  language,
  conversations: 0,
  by_bot: 0,
  by_bot_recontact: 0,
  utterances: 0,
  unanswered: 0,
  not_helped: 0,
  wrong: 0,
  missed_danger: 0,
  recontact: 0,
  ...more,
});

/** @param {number} message @param {object} [more] */
const utterance = (message, more) => /** @type {any} */ ({ conversation: "c_one", message, text: "wat", lesson: null, ...more });

test("a period is whole days, up to and with today", () => {
  const { since, until } = periodOf(7, new Date(2026, 2, 2, 23, 59));
  assert.equal(new Date(since).getTime(), new Date(2026, 1, 24).getTime());
  assert.equal(new Date(until).getTime(), new Date(2026, 2, 3).getTime());
});

test("the desk's languages have a column each, all others one together", () => {
  const shown = columnsOf(
    [figures("ar", { utterances: 1 }), figures("fr"), figures("nl"), figures("tr", { utterances: 2 })],
    ["nl", "fr", "en"],
  );
  assert.deepEqual(
    shown.map(({ language, utterances }) => [language, utterances]),
    [["nl", 0], ["fr", 0], ["", 3]],
  );
  assert.deepEqual(columnsOf([], ["nl"]), []);
});

test("figures and list are asked for with what is chosen, and added up", async () => {
  const { asked, review } = desk();
  void review.read({ days: 7, language: "fr", cause: "wrong" });
  assert.deepEqual(asked.map(({ event }) => event), ["bot.review", "bot.utterances"]);
  assert.deepEqual([asked[1]?.payload.language, asked[1]?.payload.cause], ["fr", "wrong"]);
  assert.equal(asked[1]?.payload.since, asked[0]?.payload.since);
  asked[0]?.resolve({ figures: [figures("nl", { wrong: 1 }), figures("fr", { wrong: 2 })] });
  asked[1]?.resolve({ utterances: [utterance(2)], next: null });
  await settle();
  assert.equal(review.total.value.wrong, 3);
  assert.equal(review.utterances.value?.length, 1);
  assert.equal(review.busy.value, false);
});

test("an answer that comes late does not take the place of a newer one", async () => {
  const { asked, review } = desk();
  void review.read({ days: 7 });
  void review.read({ days: 30 });
  asked[2]?.resolve({ figures: [figures("nl", { wrong: 30 })] });
  asked[3]?.resolve({ utterances: [], next: null });
  await settle();
  asked[0]?.resolve({ figures: [figures("nl", { wrong: 7 })] });
  asked[1]?.resolve({ utterances: [utterance(2)], next: null });
  await settle();
  assert.equal(review.total.value.wrong, 30);
  assert.deepEqual(review.utterances.value, []);
});

test("what follows is asked for from where the list ends", async () => {
  const { asked, review } = desk();
  void review.read();
  asked[0]?.resolve({ figures: [] });
  asked[1]?.resolve({ utterances: [utterance(6)], next: "1.2.c_one" });
  await settle();
  void review.more();
  assert.equal(asked[2]?.payload.after, "1.2.c_one");
  assert.equal(asked[2]?.payload.until, asked[1]?.payload.until);
  asked[2]?.resolve({ utterances: [utterance(4)], next: null });
  await settle();
  assert.deepEqual(review.utterances.value?.map(({ message }) => message), [6, 4]);
  void review.more();
  assert.equal(asked.length, 3);
});

test("what was added shows, and no longer once it is taken out", async () => {
  const { asked, review } = desk();
  review.utterances.value = [utterance(2), utterance(4)];
  const lesson = { text: "wat", topic: "bike_theft", language: /** @type {const} */ ("nl") };
  const adding = review.add(utterance(4), lesson);
  assert.deepEqual(asked[0]?.payload, { conversation: "c_one", message: 4, ...lesson });
  asked[0]?.resolve({ count: 1, folder: "/var/lessons" });
  await adding;
  assert.deepEqual(review.utterances.value?.map((each) => each.lesson), [null, lesson]);
  assert.equal(review.kept.value?.count, 1);
  const removing = review.remove(utterance(4));
  asked[1]?.resolve({ count: 0, folder: "/var/lessons" });
  await removing;
  assert.deepEqual(review.utterances.value?.map((each) => each.lesson), [null, null]);
});

test("a refusal leaves what was there, and is shown", async () => {
  const { asked, review } = desk();
  review.figures.value = [figures("nl", { wrong: 1 })];
  void review.read();
  asked[1]?.resolve({ utterances: [], next: null });
  asked[0]?.reject({ code: "not_allowed" });
  await settle();
  assert.deepEqual(review.trouble.value, { code: "not_allowed" });
  assert.equal(review.total.value.wrong, 1);
});
