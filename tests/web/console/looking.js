/** A console of an agent before a desk that the test plays. */

import assert from "node:assert/strict";

import { Desk } from "../../../web/static/console/desk.js";
import { ChosenDevices } from "../../../web/static/shared/chosen_devices.js";
import { Connection } from "../../../web/static/shared/connection.js";
import { FakeSocket, settle } from "../shared/fake_socket.js";
import { MemoryShelf } from "../shared/memory_shelf.js";

export const ME = { agent: "a_12345678", name: "An", role: "Inspecteur", teams: ["central"], languages: ["nl"], accepting: true, load: 0 };
export const SEAT = { participant: "p_agent0001", kind: "agent", name: "An", role: "Inspecteur" };
export const WAITING = {
  conversation: "c_12345678",
  phase: "waiting",
  need: {},
  team: "central",
  opened_at: "2026-11-23T14:02:00Z",
  queued_at: "2026-11-23T14:03:00Z",
};
export const MINE = { ...WAITING, phase: "active", agent: ME.agent, agent_name: ME.name };

/** @param {object} [more] */
export const queue = (more = {}) => ({ waiting: [], waiting_count: 0, mine: [], team: [], team_count: 0, colleagues: [ME], at: WAITING.opened_at, ...more });

/** A console that looks into a waiting conversation; `shown` is how the desk shows it. */
export async function looking() {
  const socket = new FakeSocket();
  const desk = { participants: /** @type {object[]} */ ([]), phase: "waiting" };
  socket.desk["queue.watch"] = () => ({ ok: { me: ME, supervisor: false, capacity: 3, queue: queue({ waiting: [WAITING] }) } });
  socket.desk["conversation.show"] = () => ({
    ok: { conversation: "c_12345678", participant: SEAT.participant, language: "nl", need: {}, team: "central", sensitive: false, shared_last: 0, ...desk },
  });
  socket.desk["log.sync"] = ({ log }) => ({ ok: { log, entries: [], last: 0 } });
  socket.desk["read.mark"] = () => ({ ok: {} });
  const console = new Desk({
    connection: new Connection(socket),
    storage: /** @type {any} */ (new MemoryShelf()),
    agent: /** @type {any} */ (ME),
    data: /** @type {any} */ ({ forms: [] }),
    attention: /** @type {any} */ ({ waiting() {}, message() {}, close() {} }),
    chosen: new ChosenDevices(),
  });
  console.connection.open();
  socket.accept();
  await settle();
  await console.look("c_12345678");
  const assignment = /** @type {import("../../../web/static/console/assignment.js").Assignment} */ (console.current.value);
  assert.equal(assignment.mine.value, false);
  return { socket, desk, console, assignment };
}
