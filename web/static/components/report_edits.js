/** What somebody is changing in a report, field by field, until the desk has stored it. Headless. */

import { signal } from "@preact/signals-core";

import { Refused, retryAfter, Unanswered } from "../shared/connection.js";
import { asked, fromText, isWhole } from "./report_answers.js";

/** @typedef {import("../shared/protocol.js").FieldValue} FieldValue */
/** @typedef {import("../shared/protocol.js").FormField} FormField */
/** @typedef {import("../shared/protocol.js").FormPage} FormPage */
/** @typedef {import("../shared/protocol.js").ReportView} ReportView */

/**
 * Life of an edit: `open` (being typed) -> `saving` -> `saved` (until the report itself says so, then it is gone),
 * or `saving` -> `conflict` (somebody else changed the field meanwhile: the writer decides) or `refused`.
 * @typedef {object} Edit
 * @property {FieldValue} value
 * @property {number} revision  of the report that the writer saw; once saved, the one that holds the value
 * @property {"open" | "saving" | "saved" | "conflict" | "refused"} state
 * @property {boolean} [doubtful]  what was sent of this field before may have been stored, or may not
 * @property {string} [code]  why it was refused
 */

/** How long to wait at least before a change that was not taken is sent again, in milliseconds. */
const AGAIN = 3_000;

export class ReportEdits {
  /**
   * @type {(change: { revision: number, fields: Record<string, FieldValue> }) => Promise<{ view: ReportView }>}
   */
  #fill;
  /** @type {Set<ReturnType<typeof setTimeout>>} */ #timers = new Set();
  /**
   * By field, the change that is on its way: the next one must know the revision that comes of it.
   * @type {Map<string, Promise<void>>}
   */
  #underWay = new Map();
  #closed = false;

  /**
   * @param {(change: { revision: number, fields: Record<string, FieldValue> }) => Promise<{ view: ReportView }>} fill
   *   sends `report.fill`; rejects as `Connection.send` does
   */
  constructor(fill) {
    this.#fill = fill;
    /** By field. @type {import("@preact/signals-core").Signal<Readonly<Record<string, Edit>>>} */
    this.edits = signal(/** @type {Readonly<Record<string, Edit>>} */ ({}));
  }

  /**
   * A field as it should be shown.
   * @param {ReportView} view
   * @param {string} field
   * @returns {FieldValue}
   */
  value(view, field) {
    const edit = this.edits.value[field];
    return edit === undefined ? (view.fields[field] ?? null) : edit.value;
  }

  /**
   * Something was typed or chosen.
   * @param {ReportView} view
   * @param {string} field
   * @param {FieldValue} value
   */
  change(view, field, value) {
    const known = this.edits.peek()[field];
    const revision = known === undefined || known.state === "saved" ? view.revision : known.revision;
    const doubtful = known?.state === "saving" || known?.doubtful === true;
    this.#set(field, { value, revision: Math.max(revision, known?.revision ?? 0), state: "open", doubtful });
  }

  /**
   * The writer is done with a field for now: what differs from the report is stored.
   * @param {ReportView} view
   * @param {string} field
   */
  async leave(view, field) {
    // Where nothing is under way it is sent at once: a press on "offer" leaves the field, and must come after it.
    if (this.#underWay.has(field)) {
      await this.#underWay.get(field);
    }
    const edit = this.edits.peek()[field];
    if (edit?.state !== "open" || this.#closed) {
      return;
    }
    const known = !edit.doubtful && edit.revision <= view.revision;
    if (known && edit.value === (view.fields[field] ?? null)) {
      this.#set(field, undefined);
      return;
    }
    await this.#save(field, edit);
  }

  /**
   * The same for what was typed: it is stored as the desk wants it. Half an answer stays `open`.
   * @param {ReportView} view
   * @param {FormField} field
   */
  async finish(view, { id, kind }) {
    const edit = this.edits.peek()[id];
    if (edit?.state === "open" && typeof edit.value === "string") {
      if (!isWhole(kind, edit.value)) {
        return;
      }
      this.change(view, id, fromText(kind, edit.value));
    }
    await this.leave(view, id);
  }

  /**
   * In a conflict: my value goes over what somebody else wrote, which I have seen now.
   * @param {ReportView} view
   * @param {string} field
   */
  async keepMine(view, field) {
    const edit = this.edits.peek()[field];
    if (edit !== undefined) {
      await this.#save(field, { ...edit, revision: view.revision });
    }
  }

  /** In a conflict: what somebody else wrote stays. @param {string} field */
  keepTheirs(field) {
    this.#set(field, undefined);
  }

  /** The report now stands like this: what is stored in it need no longer be kept here. @param {ReportView} view */
  settle(view) {
    for (const [field, edit] of Object.entries(this.edits.peek())) {
      if (edit.state === "saved" && edit.revision <= view.revision) {
        this.#set(field, undefined);
      }
    }
  }

  /**
   * Waits until all that is written here is stored: a press on "confirm" leaves a field, and what was written there
   * belongs to what is confirmed. Rejects as `Connection.send` does where something was not stored, also where it is
   * only half an answer: the report holds another one then than the form shows. Nor is confirmed unread what somebody
   * else changes meanwhile.
   * @param {FormPage} form
   * @param {ReportView} seen  what stood on the screen
   * @param {() => ReportView} latest
   */
  async stored(form, seen, latest) {
    const own = new Set(Object.keys(this.edits.peek()));
    const fields = () => {
      const shown = asked(form, (field) => this.value(latest(), field));
      return form.sections.flatMap((section) => section.fields).filter(({ id }) => shown.has(id));
    };
    await Promise.all(fields().map((field) => this.finish(latest(), field)));
    while (this.#underWay.size > 0) {
      await Promise.all(this.#underWay.values());
    }
    for (const { id } of fields()) {
      this.#insist(this.edits.peek()[id]);
      if (!own.has(id) && (seen.fields[id] ?? null) !== (latest().fields[id] ?? null)) {
        throw new Refused({ code: "report_changed" });
      }
    }
  }

  /** Whether something is on its way, or waits for what is, or to be sent again. */
  get isSaving() {
    return Object.entries(this.edits.value).some(
      ([field, { state }]) => state === "saving" || (state === "open" && this.#underWay.has(field)),
    );
  }

  /** Whether something is written here that its writer has to look at before it can be stored. */
  get isUnsettled() {
    return Object.values(this.edits.value).some(({ state }) => state !== "saving" && state !== "saved");
  }

  /** Sends nothing more. */
  close() {
    this.#closed = true;
    for (const timer of this.#timers) {
      clearTimeout(timer);
    }
  }

  /** @param {Edit | undefined} edit  throws where it is not stored */
  #insist(edit) {
    if (edit?.state === "open") {
      throw new Refused({ code: "report_incomplete" });
    }
    if (edit?.state === "saving") {
      throw new Unanswered("report.fill");
    }
    if (edit?.state === "conflict" || edit?.state === "refused") {
      throw new Refused({ code: edit.code ?? "report_changed" });
    }
  }

  /**
   * @param {string} field
   * @param {Edit} edit
   */
  async #save(field, edit) {
    const saved = this.#send(field, edit);
    this.#underWay.set(field, saved);
    await saved;
    if (this.#underWay.get(field) === saved) {
      this.#underWay.delete(field);
    }
  }

  /**
   * @param {string} field
   * @param {Edit} edit
   */
  async #send(field, edit) {
    const sent = { value: edit.value, revision: edit.revision, state: /** @type {const} */ ("saving") };
    this.#set(field, sent);
    try {
      const { view } = await this.#fill({ revision: sent.revision, fields: { [field]: sent.value } });
      const now = this.edits.peek()[field];
      if (now === sent) {
        this.#set(field, { ...sent, revision: view.revision, state: "saved" });
      } else if (now !== undefined) {
        this.#set(field, { ...now, revision: view.revision, doubtful: false });
      }
    } catch (error) {
      if (this.edits.peek()[field] === sent) {
        this.#failed(field, sent, error);
      }
    }
  }

  /**
   * @param {string} field
   * @param {Edit} sent
   * @param {unknown} error
   */
  #failed(field, sent, error) {
    if (error instanceof Refused && error.code === "report_changed") {
      this.#set(field, { ...sent, state: "conflict" });
    } else if (error instanceof Refused && !error.passes) {
      this.#set(field, { ...sent, state: "refused", code: error.code });
    } else if (!this.#closed) {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        if (this.edits.peek()[field] === sent) {
          void this.#save(field, sent);
        }
      }, Math.max(AGAIN, (retryAfter(error) ?? 0) * 1_000));
      this.#timers.add(timer);
    }
  }

  /**
   * @param {string} field
   * @param {Edit | undefined} edit
   */
  #set(field, edit) {
    const { [field]: _, ...others } = this.edits.peek();
    this.edits.value = edit === undefined ? others : { ...others, [field]: edit };
  }
}
