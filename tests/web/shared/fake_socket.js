/** A Socket.IO socket whose other end is the test. */

/** @typedef {{event: string, payload: any, answer: (ack: unknown) => void, late: () => void}} Sent */

export class FakeSocket {
  connected = false;
  attempts = 0;
  engineClosed = 0;
  /** @type {Sent[]} */ sent = [];
  /** What answers by itself: a result for each event. @type {Record<string, (payload: any) => unknown>} */ desk = {};
  /** @type {Map<string, Set<(...values: any[]) => void>>} */ #heard = new Map();
  /** @type {((...values: any[]) => void)[]} */ #any = [];
  io = {
    engine: { close: () => (this.engineClosed += 1) },
    /** @param {"ping"} event @param {() => void} heard */
    on: (event, heard) => this.on(event, heard),
  };

  connect() {
    this.attempts += 1;
  }

  disconnect() {
    this.connected = false;
  }

  /** @param {string} event @param {(...values: any[]) => void} heard */
  on(event, heard) {
    const all = this.#heard.get(event) ?? new Set();
    this.#heard.set(event, all.add(heard));
  }

  /** @param {string} event @param {(...values: any[]) => void} heard */
  off(event, heard) {
    this.#heard.get(event)?.delete(heard);
  }

  /** @param {(...values: any[]) => void} heard */
  onAny(heard) {
    this.#any.push(heard);
  }

  /** @param {number} [patience] */
  timeout(patience) {
    this.patience = patience;
    /** @param {string} event @param {any} payload @param {(late: Error | null, ack: any) => void} answer */
    const emit = (event, payload, answer) => {
      const known = this.desk[event];
      this.sent.push({
        event,
        payload,
        answer: (ack) => answer(null, ack),
        late: () => answer(new Error("operation has timed out"), undefined),
      });
      if (known) queueMicrotask(() => answer(null, known(payload)));
    };
    return { emit };
  }

  /** The desk lets it in. */
  accept() {
    this.connected = true;
    this.#happen("connect");
  }

  /** The desk, or the network, does not. @param {object} [data] */
  refuse(data) {
    this.#happen("connect_error", Object.assign(new Error("refused"), { data }));
  }

  /** The connection is lost. */
  drop() {
    this.connected = false;
    this.#happen("disconnect", "transport close");
  }

  /** The desk asks whether it is still there. */
  ping() {
    this.#happen("ping");
  }

  /** Something arrives by itself. @param {string} event @param {unknown} payload */
  arrive(event, payload) {
    for (const heard of this.#any) heard(event, payload);
    this.#happen(event, payload);
  }

  /** The newest command of that name. @param {string} event @returns {Sent} */
  newest(event) {
    const found = this.sent.findLast((one) => one.event === event);
    if (!found) throw new Error(`${event} was not sent`);
    return found;
  }

  /** @param {string} event @param {...unknown} values */
  #happen(event, ...values) {
    for (const heard of [...(this.#heard.get(event) ?? [])]) heard(...values);
  }
}

/** Lets everything run that waits for no clock. */
export async function settle() {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

/**
 * An entry of a message.
 * @param {number} number
 * @param {{client_id?: string, log?: string, by?: string, kind?: string, body?: object}} [more]
 * @returns {any}
 */
export function entry(number, { client_id, log = "shared", by = "p_citizen01", kind = "citizen", body } = {}) {
  return {
    conversation: "c_12345678",
    log,
    number,
    at: "2026-11-23T14:02:00Z",
    author: { participant: by, kind },
    ...(client_id ? { client_id } : {}),
    body: body ?? { type: "message.posted", text: `word ${number}` },
  };
}
