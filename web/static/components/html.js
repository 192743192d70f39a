/** The template tag of all components. */

// Imported for what it does: a component that reads a signal is drawn again when the signal changes.
import "@preact/signals";
import htm from "htm";
import { h } from "preact";

/** @type {(strings: TemplateStringsArray, ...values: unknown[]) => import("preact").VNode} */
export const html = /** @type {any} */ (htm.bind(h));
