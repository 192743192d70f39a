import assert from "node:assert/strict";
import { test } from "node:test";

import { answersFor, textIn } from "../../../web/static/console/answer_picker.js";
import { languageTitle, ZoneNames } from "../../../web/static/console/names.js";
import { holdsAll } from "../../../web/static/console/search.js";

const ANSWERS = /** @type {any[]} */ ([
  { id: "greet", label: "Begroeting", texts: { nl: "Goedendag.", fr: "Bonjour." } },
  { id: "cards", label: "Kaarten blokkeren", texts: { nl: "Bel Card Stop.", fr: "Appelez Card Stop." } },
  { id: "stop", label: "Afsluiten", texts: { nl: "Tot ziens." } },
]);

test("words are found in any order, without minding capitals, accents and the kind of apostrophe", () => {
  assert.equal(holdsAll("carte d’identité", "d'identité"), true);
  assert.equal(holdsAll("carte d'identité", "d’identite"), true);
  assert.equal(holdsAll("Gegevens van de déclaration", "DECLARATION gegevens"), true);
  assert.equal(holdsAll("Gegevens", "gegevens ontbreken"), false);
  assert.equal(holdsAll("Gegevens", "  "), true);
});

test("answers are found by name first, then by what they say in the citizen's language", () => {
  assert.deepEqual(answersFor(ANSWERS, "", "nl").map(({ id }) => id), ["greet", "cards", "stop"]);
  assert.deepEqual(answersFor(ANSWERS, "card", "fr").map(({ id }) => id), ["cards"]);
  assert.deepEqual(answersFor(ANSWERS, "bonjour", "nl"), []);
  assert.deepEqual(answersFor(ANSWERS, "bonjour", "fr").map(({ id }) => id), ["greet"]);
});

test("an answer that lacks a language is given in another", () => {
  assert.equal(textIn(ANSWERS[2], "fr"), "Tot ziens.");
});

test("an id that the zone no longer knows is shown as it is", () => {
  const names = new ZoneNames(/** @type {any} */ ({ teams: [], topics: [{ id: "a", label: "A" }], outcomes: [], neighbourhoods: [], forms: [] }));
  assert.deepEqual([names.topic("a"), names.topic("b"), names.team("c"), names.form("d")], ["A", "b", "c", undefined]);
  assert.equal(names.withReports(new Map([["r", "gone"]])).field("r", "brand"), "");
});

test("a language that stands by itself begins with a capital", () => {
  assert.deepEqual([languageTitle("fr", "nl"), languageTitle("ar", "fr")], ["Frans", "Arabe"]);
});
