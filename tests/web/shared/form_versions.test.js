import assert from "node:assert/strict";
import { test } from "node:test";

import { isBehind } from "../../../web/static/shared/form_versions.js";

const FORMS = /** @type {any[]} */ ([{ id: "bike_theft", version: 2 }]);

/** @param {string} form @param {number} version @returns {any[]} */
const on = (form, version) => [{ form, form_version: version }];

test("a page is behind where a report goes on by a newer form than it knows", () => {
  assert.equal(isBehind(FORMS, on("bike_theft", 3)), true);
  assert.equal(isBehind(FORMS, on("bike_theft", 2)), false);
});

test("a report that was filed under an older form, or on one that is gone, is none the newer for it", () => {
  assert.equal(isBehind(FORMS, [...on("bike_theft", 1), ...on("gone", 4)]), false);
});
