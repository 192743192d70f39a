import assert from "node:assert/strict";
import { test } from "node:test";

import { arrange } from "../../../web/static/components/log_items.js";
import { AGENT, BOT, CITIZEN, entry, said } from "./entries.js";

/** @param {any} view */
const arranged = (view) =>
  arrange({ entries: [], outgoing: [], me: CITIZEN, audience: "citizen", read: 0, closed: false, ...view });

/** @param {any[]} items */
const groups = (items) => items.filter(({ kind }) => kind === "group");

const DOORS = [
  { value: "door.victim", label: "Ik ben slachtoffer" },
  { value: "door.question", label: "Ik heb een vraag" },
];

test("messages of one author close together are one group, under one name and time", () => {
  const entries = [entry(1, BOT, said("een")), entry(2, BOT, said("twee")), entry(3, CITIZEN, said("drie"))];
  const items = arranged({ entries });
  assert.deepEqual(items.map(({ kind }) => kind), ["day", "group", "group"]);
  assert.deepEqual(groups(items).map(({ mine, messages }) => [mine, messages.map((/** @type {any} */ m) => m.text)]), [
    [false, ["een", "twee"]],
    [true, ["drie"]],
  ]);
});

test("after five quiet minutes the same author gets a new group", () => {
  const entries = [
    entry(1, BOT, said("een"), { at: "2026-11-23T12:00:00Z" }),
    entry(2, BOT, said("twee"), { at: "2026-11-23T12:05:00Z" }),
  ];
  assert.equal(groups(arranged({ entries })).length, 2);
});

test("each day is named once", () => {
  const at = (/** @type {number} */ day) => new Date(2026, 10, day, 12).toISOString();
  const entries = [1, 2, 3].map((number) => entry(number, BOT, said("x"), { at: at(number === 1 ? 22 : 23) }));
  assert.deepEqual(arranged({ entries }).map(({ kind }) => kind), ["day", "group", "day", "group"]);
});

test("own messages say how far they got; those of others say nothing", () => {
  const entries = [entry(1, CITIZEN, said("gelezen")), entry(2, CITIZEN, said("bewaard")), entry(3, BOT, said("antwoord"))];
  const outgoing = [
    { client_id: "onderweg", log: "shared", text: "onderweg", at: entries[2]?.at },
    { client_id: "geweigerd", log: "shared", text: "geweigerd", at: entries[2]?.at, refused: "conversation_closed" },
  ];
  const marks = groups(arranged({ entries, outgoing, read: 1 })).flatMap(({ messages }) =>
    messages.map((/** @type {any} */ { text, mark, refused }) => [text, mark, refused]),
  );
  assert.deepEqual(marks, [
    ["gelezen", "read", null],
    ["bewaard", "kept", null],
    ["antwoord", null, null],
    ["onderweg", "pending", null],
    ["geweigerd", "refused", "conversation_closed"],
  ]);
});

test("a message keeps its key when it arrives, and is never shown twice", () => {
  const letter = { client_id: "letter-1", log: "shared", text: "fiets", at: "2026-11-23T12:00:00Z" };
  const before = groups(arranged({ outgoing: [letter] }));
  const after = groups(arranged({ outgoing: [letter], entries: [entry(1, CITIZEN, said("fiets"), { client_id: "letter-1" })] }));
  assert.equal(after.length, 1);
  assert.deepEqual([after[0].key, after[0].messages.length], [before[0].key, 1]);
  assert.deepEqual([before[0].messages[0].mark, after[0].messages[0].mark], ["pending", "kept"]);
});

test("choices are open until the citizen says something, and the chosen one is known", () => {
  const question = entry(1, BOT, said("Waarmee?", { choices: DOORS }));
  const [open] = groups(arranged({ entries: [question] }));
  assert.deepEqual([open.messages[0].open, open.messages[0].chosen], [true, null]);
  const pressed = entry(2, CITIZEN, said("Ik heb een vraag", { choice: "door.question" }));
  const [taken] = groups(arranged({ entries: [question, pressed] }));
  assert.deepEqual([taken.messages[0].open, taken.messages[0].chosen], [false, "door.question"]);
  const [passed] = groups(arranged({ entries: [question, entry(2, CITIZEN, said("iets anders"))] }));
  assert.deepEqual([passed.messages[0].open, passed.messages[0].chosen], [false, ""]);
  const [closed] = groups(arranged({ entries: [question], closed: true }));
  assert.equal(closed.messages[0].open, false);
});

test("a report filled field by field is one line, not twenty", () => {
  const changed = { type: "report.changed", report: "r_12345678", revision: 1, fields: {} };
  const entries = ["brand", "colour", "brand"].map((field, index) => entry(index + 1, AGENT, { ...changed, fields: { [field]: "x" } }));
  const names = { field: (/** @type {string} */ report, /** @type {string} */ field) => `${report}: ${field}` };
  const view = { entries: [...entries, entry(4, CITIZEN, { ...changed, fields: { brand: null } })], names };
  const events = arranged(view).filter(({ kind }) => kind === "event");
  assert.deepEqual(events.map((/** @type {any} */ { line }) => [line.args.who, line.named]), [
    ["agent", ["r_12345678: brand", "r_12345678: colour"]],
    ["me", ["r_12345678: brand"]],
  ]);
});

test("a citizen is not told what only staff needs, nor that the bot left", () => {
  const entries = [
    entry(1, CITIZEN, { type: "conversation.opened", language: "nl", site: null }),
    entry(2, CITIZEN, { type: "participant.joined", participant: CITIZEN }),
    entry(3, BOT, { type: "participant.left", participant: BOT, reason: "transfer" }),
    entry(4, CITIZEN, { type: "conversation.rated", score: 4, comment: "" }),
  ];
  assert.deepEqual(arranged({ entries }), []);
  assert.equal(arranged({ entries, audience: "staff", me: AGENT }).filter(({ kind }) => kind === "event").length, 4);
});

test("of a form that has changed the log says so, and what no longer belongs in the report", () => {
  const desk = { participant: "p_desk0001", kind: "desk", name: null, role: null };
  const changed = { type: "report.changed", report: "r_12345678", revision: 2, fields: { brand: null }, form_version: 2 };
  const [, { line }] = arranged({ entries: [entry(1, desk, changed)], names: { field: (/** @type {string} */ _, /** @type {string} */ id) => id } });
  assert.deepEqual([line.args.who, line.args.gone, line.named], ["desk", 1, ["brand"]]);
});

test("only the latest emergency calls out", () => {
  const raised = { type: "emergency.raised", tier: 1 };
  const items = arranged({ entries: [entry(1, BOT, raised), entry(2, BOT, raised)] });
  assert.deepEqual(items.slice(1).map((/** @type {any} */ { latest }) => latest), [false, true]);
});

test("a note never stands in a group with a message", () => {
  const entries = [entry(1, AGENT, said("hallo")), entry(1, AGENT, { type: "note.posted", text: "stil" }, { log: "staff" })];
  assert.deepEqual(groups(arranged({ entries, me: AGENT, audience: "staff" })).map(({ note }) => note), [false, true]);
});
