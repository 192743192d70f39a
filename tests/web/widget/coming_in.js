/** A citizen who comes in at a desk that is the test's. */

import { Connection } from "../../../web/static/shared/connection.js";
import { Storage } from "../../../web/static/shared/storage.js";
import { Visit } from "../../../web/static/widget/visit.js";
import { FakeSocket } from "../shared/fake_socket.js";

export const SHOWN = {
  conversation: "c_12345678",
  participant: "p_citizen01",
  phase: "triage",
  language: "nl",
  need: {},
  team: "central",
  sensitive: false,
  shared_last: 0,
};
export const VICTIM = { id: "victim", label: "Ik ben slachtoffer", sensitive: true };
export const QUESTION = { id: "question", label: "Ik heb een vraag", sensitive: false };

/** A browser's tab and device, as two maps. */
export class Store extends Map {
  get length() {
    return this.size;
  }
  /** @param {number} index */
  key = (index) => [...this.keys()][index] ?? null;
  /** @param {string} key */
  getItem = (key) => this.get(key) ?? null;
  /** @param {string} key @param {string} value */
  setItem = (key, value) => void this.set(key, value);
  /** @param {string} key */
  removeItem = (key) => void this.delete(key);
}

/** @param {{ tab?: Store, device?: Store, shown?: object, code?: string | null, language?: "nl" | "fr" }} [given] */
export function comeIn({ tab = new Store(), device = new Store(), shown = {}, code = null, language = "nl" } = {}) {
  /** @type {{ token: string, socket: FakeSocket }[]} */ const connections = [];
  const storage = new Storage({ tab: () => tab, device: () => device });
  const visit = new Visit({
    storage,
    connect: (token) => {
      const socket = new FakeSocket();
      socket.desk["conversation.open"] = () => ({ ok: { ...SHOWN, ...shown } });
      socket.desk["log.sync"] = () => ({ ok: { log: "shared", entries: [], last: 0 } });
      socket.desk["message.post"] = () => ({ ok: { number: 1, at: "2026-11-23T14:02:00Z" } });
      socket.desk["language.choose"] = () => ({ ok: {} });
      socket.desk["typing.show"] = () => ({ ok: {} });
      connections.push({ token, socket });
      return new Connection(socket);
    },
    language,
    site: "https://www.example.be",
  });
  visit.start({ code });
  const latest = () => /** @type {{ token: string, socket: FakeSocket }} */ (connections.at(-1));
  return { visit, storage, tab, device, connections, latest };
}
