/**
 * What a message log shows, made from a conversation's entries: days, groups by author and time, lines of what
 * happened.
 */

import { eventOf } from "./log_events.js";

/** @typedef {import("../shared/protocol.js").Entry} Entry */
/** @typedef {import("../shared/protocol.js").Author} Author */
/** @typedef {import("../shared/protocol.js").Choice} Choice */
/** @typedef {import("../shared/protocol.js").Link} Link */
/** @typedef {import("../shared/conversation.js").Outgoing} Outgoing */
/** @typedef {import("./log_events.js").EventLine} EventLine */

/**
 * @typedef {object} Message
 * @property {string} key  stays the same when what was on its way is kept
 * @property {number | null} number
 * @property {string} text
 * @property {string} at
 * @property {readonly Choice[]} choices
 * @property {boolean} open  its choices can still be taken
 * @property {string | null} chosen  the value that was taken of its choices
 * @property {readonly Link[]} links
 * @property {"pending" | "refused" | "kept" | "read" | null} mark  null on what others wrote
 * @property {string | null} refused
 */

/**
 * @typedef {object} Group  Messages of one author, close together in time.
 * @property {"group"} kind
 * @property {string} key
 * @property {Author} author
 * @property {boolean} mine
 * @property {boolean} note
 * @property {string} at
 * @property {Message[]} messages
 */

/** @typedef {{ kind: "day", key: string, at: string }} Day */
/** @typedef {{ kind: "event", key: string, at: string, staff: boolean, line: EventLine }} Event */
/** @typedef {{ kind: "emergency", key: string, at: string, tier: 1 | 2, latest: boolean }} Emergency */
/** @typedef {Day | Group | Event | Emergency} Item */

/**
 * @typedef {object} View  What is looked at, and by whom.
 * @property {readonly Entry[]} entries  of one log, or of both, in the order they happened
 * @property {readonly Outgoing[]} outgoing  what is not in the log yet
 * @property {Author} me
 * @property {"citizen" | "staff"} audience
 * @property {number} read  how far the other side has read the shared log
 * @property {boolean} closed
 * @property {import("./log_events.js").Names} [names]
 */

/** How long after a message the next of the same author still belongs to its group, in milliseconds. */
const TOGETHER = 5 * 60_000;

/**
 * The items of a log, oldest first.
 * @param {View} view
 * @returns {Item[]}
 */
export function arrange(view) {
  /** @type {Item[]} */
  const items = [];
  const chosen = takenChoices(view.entries);
  const emergency = view.entries.findLast((entry) => entry.body.type === "emergency.raised");
  let day = "";
  /** @param {string} at */
  const openDay = (at) => {
    const date = new Date(at).toDateString();
    if (date !== day) {
      day = date;
      items.push({ kind: "day", key: `day ${date}`, at });
    }
  };

  for (const [index, entry] of view.entries.entries()) {
    const { body } = entry;
    const key = entry.client_id ?? `${entry.log} ${entry.number}`;
    if (body.type === "message.posted" || body.type === "note.posted") {
      openDay(entry.at);
      const mine = entry.author.participant === view.me.participant;
      const shared = entry.log === "shared";
      const choices = body.type === "message.posted" ? body.choices : [];
      addMessage(items, entry.author, mine, !shared, {
        key,
        number: entry.number,
        text: body.text,
        at: entry.at,
        choices,
        open: choices.length > 0 && chosen.get(index) === undefined && !view.closed,
        chosen: chosen.get(index) ?? null,
        links: body.type === "message.posted" ? body.links : [],
        mark: !mine ? null : shared && entry.number <= view.read ? "read" : "kept",
        refused: null,
      });
    } else if (body.type === "emergency.raised") {
      openDay(entry.at);
      items.push({ kind: "emergency", key, at: entry.at, tier: body.tier, latest: entry === emergency });
    } else {
      const line = eventOf(entry, view);
      if (line !== null) {
        openDay(entry.at);
        addEvent(items, { kind: "event", key, at: entry.at, staff: entry.log === "staff", line });
      }
    }
  }

  const arrived = new Set(view.entries.map((entry) => entry.client_id));
  for (const letter of view.outgoing) {
    if (arrived.has(letter.client_id)) {
      continue;
    }
    openDay(letter.at);
    addMessage(items, view.me, true, letter.log === "staff", {
      key: letter.client_id,
      number: null,
      text: letter.text,
      at: letter.at,
      choices: [],
      open: false,
      chosen: null,
      links: [],
      mark: letter.refused === undefined ? "pending" : "refused",
      refused: letter.refused ?? null,
    });
  }
  return items;
}

/**
 * Which of its choices each message's answer took, by the index of the message. A message whose choices were passed
 * over by a later word of the citizen has `""`: they are no longer offered.
 * @param {readonly Entry[]} entries
 * @returns {Map<number, string>}
 */
function takenChoices(entries) {
  /** @type {Map<number, string>} */
  const taken = new Map();
  /** @type {number[]} */
  let offering = [];
  for (const [index, { author, body }] of entries.entries()) {
    if (body.type !== "message.posted") {
      continue;
    }
    if (author.kind === "citizen") {
      for (const offer of offering) {
        taken.set(offer, body.choice ?? "");
      }
      offering = [];
    } else if (body.choices.length > 0) {
      offering.push(index);
    }
  }
  return taken;
}

/**
 * @param {Item[]} items
 * @param {Author} author
 * @param {boolean} mine
 * @param {boolean} note
 * @param {Message} message
 */
function addMessage(items, author, mine, note, message) {
  const last = items.at(-1);
  const together =
    last?.kind === "group" &&
    last.author.participant === author.participant &&
    last.note === note &&
    Date.parse(message.at) - Date.parse(last.messages.at(-1)?.at ?? last.at) < TOGETHER;
  if (together) {
    last.messages.push(message);
  } else {
    items.push({ kind: "group", key: `by ${message.key}`, author, mine, note, at: message.at, messages: [message] });
  }
}

/**
 * Lines that say the same one after the other (a report filled field by field) are one line, with its latest time.
 * @param {Item[]} items
 * @param {Event} event
 */
function addEvent(items, event) {
  const last = items.at(-1);
  if (last?.kind === "event" && last.line.merge !== undefined && last.line.merge === event.line.merge) {
    const named = [...new Set([...(last.line.named ?? []), ...(event.line.named ?? [])])];
    items[items.length - 1] = { ...event, key: last.key, line: { ...event.line, named } };
  } else {
    items.push(event);
  }
}
