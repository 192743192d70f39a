import assert from "node:assert/strict";
import { test } from "node:test";

import {
  asked,
  fromText,
  isWholeMoment,
  missing,
  readAmount,
  readMoment,
  toText,
  writeMoment,
} from "../../../web/static/components/report_answers.js";
import { ReportEdits } from "../../../web/static/components/report_edits.js";
import { Refused, Unanswered } from "../../../web/static/shared/connection.js";

/** @param {number} revision @param {Record<string, any>} fields */
const view = (revision, fields = {}) => /** @type {any} */ ({ revision, fields, problems: {}, state: "draft" });

/** @param {string} id @param {object} [more] */
const field = (id, more = {}) =>
  /** @type {any} */ ({ id, kind: "text", label: id, help: "", required: false, choices: [], when: {}, max_length: null, ...more });

/** @param {any[]} fields */
const form = (...fields) => /** @type {any} */ ({ id: "f", version: 1, title: "f", sections: [{ title: "s", fields }] });

/** A desk that answers in turn. @param {(any | Error)[]} answers */
function desk(...answers) {
  /** @type {any[]} */ const sent = [];
  const edits = new ReportEdits(async (change) => {
    sent.push(change);
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return { view: answer };
  });
  return { edits, sent };
}

test("a field is stored when its writer leaves it, with the revision that was seen", async () => {
  const { edits, sent } = desk(view(3, { brand: "Gazelle" }));
  edits.change(view(2), "brand", "Gaz");
  edits.change(view(2), "brand", "Gazelle");
  await edits.leave(view(2), "brand");
  assert.deepEqual(sent, [{ revision: 2, fields: { brand: "Gazelle" } }]);
  assert.equal(edits.value(view(2), "brand"), "Gazelle", "shown until the report itself says so");
  edits.settle(view(3, { brand: "Gazelle" }));
  assert.deepEqual(edits.edits.value, {});
});

test("what was left as it was is not sent", async () => {
  const { edits, sent } = desk();
  edits.change(view(1, { brand: "Gazelle" }), "brand", "Gazelle");
  await edits.leave(view(1, { brand: "Gazelle" }), "brand");
  assert.deepEqual([sent, edits.edits.value], [[], {}]);
});

test("what is set back while the change is on its way is stored as it was", async () => {
  const before = view(1, { brand: "Gazelle" });
  const { edits, sent } = desk(view(2, { brand: "Batavus" }), view(3, { brand: "Gazelle" }));
  edits.change(before, "brand", "Batavus");
  const first = edits.leave(before, "brand");
  edits.change(before, "brand", "Gazelle");
  await Promise.all([first, edits.leave(before, "brand")]);
  assert.deepEqual(sent[1], { revision: 2, fields: { brand: "Gazelle" } });
});

test("what is set back is sent also where it is not known whether the change was stored", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const before = view(1, { brand: "Gazelle" });
  const { edits, sent } = desk(new Unanswered("report.fill"), new Refused({ code: "report_changed" }));
  edits.change(before, "brand", "Batavus");
  await edits.leave(before, "brand");
  edits.change(before, "brand", "Gazelle");
  await edits.leave(before, "brand");
  assert.deepEqual(sent[1], { revision: 1, fields: { brand: "Gazelle" } });
  assert.equal(edits.edits.value.brand?.state, "conflict", "its writer sees what was stored");
});

test("what is set back before the report says that the change is stored is stored as it was", async () => {
  const before = view(1, { brand: "Gazelle" });
  const { edits, sent } = desk(view(2, { brand: "Batavus" }), view(3, { brand: "Gazelle" }));
  edits.change(before, "brand", "Batavus");
  await edits.leave(before, "brand");
  edits.change(before, "brand", "Gazelle");
  await edits.leave(before, "brand");
  assert.deepEqual(sent[1], { revision: 2, fields: { brand: "Gazelle" } });
});

test("what is typed stays while others change other fields, and is judged by what its writer saw", async () => {
  const { edits, sent } = desk(view(6, { brand: "Gazelle" }));
  edits.change(view(2), "brand", "Gaz");
  edits.change(view(5, { colour: "red" }), "brand", "Gazelle");
  await edits.leave(view(5, { colour: "red" }), "brand");
  assert.equal(sent[0].revision, 2);
});

test("a conflict is the writer's to settle: nothing is overwritten unseen", async () => {
  const { edits, sent } = desk(new Refused({ code: "report_changed" }), view(4, { brand: "Mine" }));
  edits.change(view(2), "brand", "Mine");
  await edits.leave(view(2), "brand");
  assert.equal(edits.edits.value.brand?.state, "conflict");
  await edits.keepMine(view(3, { brand: "Theirs" }), "brand");
  assert.deepEqual(sent[1], { revision: 3, fields: { brand: "Mine" } });
  assert.equal(edits.edits.value.brand?.state, "saved");
});

test("keeping the other's answer forgets one's own", async () => {
  const { edits } = desk(new Refused({ code: "report_changed" }));
  edits.change(view(2), "brand", "Mine");
  await edits.leave(view(2), "brand");
  edits.keepTheirs("brand");
  assert.equal(edits.value(view(3, { brand: "Theirs" }), "brand"), "Theirs");
});

test("without an answer the change is sent again until there is one", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { edits, sent } = desk(new Unanswered("report.fill"), view(3, { brand: "Gazelle" }));
  edits.change(view(2), "brand", "Gazelle");
  await edits.leave(view(2), "brand");
  assert.equal(edits.edits.value.brand?.state, "saving");
  context.mock.timers.tick(3_000);
  await new Promise(setImmediate);
  assert.equal(sent.length, 2);
  assert.equal(edits.edits.value.brand?.state, "saved");
});

test("a desk that asks to wait is not asked before", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { edits, sent } = desk(new Refused({ code: "too_many_requests", retry_after: 20 }), view(3, { brand: "Gazelle" }));
  edits.change(view(2), "brand", "Gazelle");
  await edits.leave(view(2), "brand");
  context.mock.timers.tick(19_999);
  assert.equal(sent.length, 1);
  context.mock.timers.tick(1);
  assert.equal(sent.length, 2);
});

test("what is typed on while the last change is stored is kept and sent next", async () => {
  /** @type {(answer: any) => void} */ let answer = () => undefined;
  const edits = new ReportEdits(() => new Promise((resolve) => (answer = (stands) => resolve({ view: stands }))));
  edits.change(view(1), "brand", "Gaz");
  const first = edits.leave(view(1), "brand");
  edits.change(view(1), "brand", "Gazelle");
  answer(view(2, { brand: "Gaz" }));
  await first;
  assert.deepEqual(edits.edits.value.brand, { value: "Gazelle", revision: 2, state: "open", doubtful: false });
});

test("a field that is left twice in a row is sent twice in a row, never at the same time", async () => {
  /** @type {any[]} */ const sent = [];
  /** @type {((stands: any) => void)[]} */ const answers = [];
  const edits = new ReportEdits((change) => {
    sent.push(change);
    return new Promise((resolve) => answers.push((stands) => resolve({ view: stands })));
  });
  edits.change(view(1), "when", "2026-03-14");
  const first = edits.leave(view(1), "when");
  edits.change(view(1), "when", "2026-03-14Tevening");
  const second = edits.leave(view(1), "when");
  await new Promise(setImmediate);
  assert.equal(sent.length, 1);
  answers[0]?.(view(2, { when: "2026-03-14" }));
  await first;
  await new Promise(setImmediate);
  assert.deepEqual(sent[1], { revision: 2, fields: { when: "2026-03-14Tevening" } });
  answers[1]?.(view(3, { when: "2026-03-14Tevening" }));
  await second;
  assert.equal(edits.edits.value.when?.state, "saved");
});

test("a refusal stays beside the field, with its code", async () => {
  const { edits } = desk(new Refused({ code: "report_filed" }));
  edits.change(view(1), "brand", "x");
  await edits.leave(view(1), "brand");
  assert.deepEqual([edits.edits.value.brand?.state, edits.edits.value.brand?.code], ["refused", "report_filed"]);
});

test("what was left and is not stored is known before anybody confirms it", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { edits } = desk(new Unanswered("report.fill"), new Refused({ code: "report_changed" }), view(4, { brand: "Mine" }));
  const latest = () => view(2);
  const questions = form(field("brand"));
  await edits.stored(questions, view(2), latest);
  edits.change(view(2), "brand", "Mine");
  void edits.leave(view(2), "brand");
  await assert.rejects(edits.stored(questions, view(2), latest), Unanswered);
  await edits.stored(form(field("colour")), view(2), latest);
  context.mock.timers.tick(3_000);
  await assert.rejects(edits.stored(questions, view(2), latest), { code: "report_changed" });
  void edits.keepMine(view(3, { brand: "Theirs" }), "brand");
  await edits.stored(questions, view(2), latest);
  assert.equal(edits.edits.value.brand?.state, "saved");
});

test("what is still being written is stored before it is confirmed", async () => {
  const { edits, sent } = desk(view(3, { price: 12.5 }));
  edits.change(view(2), "price", "12,50");
  await edits.stored(form(field("price", { kind: "amount" })), view(2), () => view(2));
  assert.deepEqual(sent, [{ revision: 2, fields: { price: 12.5 } }]);
});

test("half a moment is not confirmed as the one that was stored before", async () => {
  const { edits, sent } = desk(view(3, { when: "2026-03-14T21:30" }));
  const before = view(2, { when: "2026-03-14Tmorning" });
  const questions = form(field("when", { kind: "moment" }));
  edits.change(before, "when", "2026-03-14Tat");
  await assert.rejects(edits.stored(questions, before, () => before), { code: "report_incomplete" });
  assert.deepEqual([sent, edits.edits.value.when?.state], [[], "open"]);
  edits.change(before, "when", "2026-03-14T21:30");
  await edits.stored(questions, before, () => before);
  assert.equal(sent.length, 1);
});

test("what somebody else changes while one's own change is stored is read before it is confirmed", async () => {
  const questions = form(field("brand"), field("colour"));
  const [before, after] = [view(2, { colour: "red" }), view(4, { brand: "Gazelle", colour: "blue" })];
  const { edits } = desk(after);
  let latest = before;
  edits.change(before, "brand", "Gazelle");
  const stored = edits.leave(before, "brand").then(() => (latest = after));
  await assert.rejects(edits.stored(questions, before, () => latest), { code: "report_changed" });
  await stored;
  await edits.stored(questions, after, () => latest);
});

test("a question is asked only while its conditions hold, through chains of them", () => {
  const questions = form(
    field("insured", { kind: "yes_no" }),
    field("company", { when: { insured: true }, required: true }),
    field("policy", { when: { company: "AG" }, required: true }),
  );
  const answers = (/** @type {Record<string, any>} */ values) => (/** @type {string} */ id) => values[id] ?? null;
  assert.deepEqual([...asked(questions, answers({ insured: false, company: "AG" }))], ["insured"]);
  assert.deepEqual([...asked(questions, answers({ insured: true, company: "AG" }))], ["insured", "company", "policy"]);
  assert.deepEqual(missing(questions, answers({ insured: true })).map(({ id }) => id), ["company"]);
  assert.deepEqual(missing(questions, answers({ insured: false })), []);
});

test("amounts are read as people write them", () => {
  const read = ["12", "€ 12,50", "1.250,50", "1 250,5", "1250.50", "12 EUR", "1.250", "2,5", "€1,000.99"].map(readAmount);
  assert.deepEqual(read, [12, 12.5, 1250.5, 1250.5, 1250.5, 12, 1250, 2.5, 1000.99]);
  assert.deepEqual(["veel", "12,345,6", "", "-5", "1,2,3"].map(readAmount), [null, null, null, null, null]);
});

test("what cannot be read as an amount is sent as it is, so that the desk can say what is wrong", () => {
  assert.equal(fromText("amount", "veel"), "veel");
  assert.equal(fromText("amount", " 12,5 "), 12.5);
  assert.equal(fromText("text", "   "), null);
  assert.equal(toText("amount", 1250.5, "nl"), "1250,5");
});

test("a moment survives being cut into what is asked", () => {
  for (const written of ["2026-03-14", "2026-03-14T21:30", "2026-03-14Tevening", "2026-03-14Tunknown"]) {
    assert.equal(writeMoment(readMoment(written)), written);
    assert.equal(isWholeMoment(written), true);
  }
  for (const half of ["Tevening", "2026-03-14Tat", "T21:30"]) {
    assert.equal(writeMoment(readMoment(half)), half);
    assert.equal(isWholeMoment(half), false);
  }
});

