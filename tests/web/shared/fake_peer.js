/** A browser's connection to a media worker that takes whatever is offered: no network, and nothing flows. */

import { FakeTrack } from "./fake_devices.js";

/** @typedef {{ track: FakeTrack | null, replaceTrack: (track: FakeTrack | null) => Promise<void> }} Sender */

export class FakePeer extends EventTarget {
  /** The newest. @type {FakePeer | null} */ static newest = null;
  connectionState = "new";
  signalingState = "stable";
  /** @type {{ sdp: string } | null} */ localDescription = null;
  /** @type {{ sdp: string } | null} */ remoteDescription = null;
  /** @type {{ mid: string, direction: string, receiver: { track: FakeTrack }, sender: Sender }[]} */ #sections = [];

  constructor() {
    super();
    FakePeer.newest = this;
  }

  /** @param {string} kind @param {{ direction: string }} options */
  addTransceiver(kind, { direction }) {
    const sender = {
      track: /** @type {FakeTrack | null} */ (null),
      replaceTrack: async (/** @type {FakeTrack | null} */ track) => void (sender.track = track),
      getParameters: () => ({ encodings: [] }),
      setParameters: async () => undefined,
    };
    const section = { mid: String(this.#sections.length), direction, receiver: { track: new FakeTrack(kind) }, sender };
    this.#sections.push(section);
    return section;
  }

  getTransceivers() {
    return this.#sections;
  }

  /** An offer says of each section what it is for, and which way it goes. */
  async setLocalDescription() {
    this.localDescription = { sdp: this.#sections.map(({ receiver, direction }) => `${receiver.track.kind} ${direction}`).join("\n") };
  }

  /** @param {{ sdp: string }} description */
  async setRemoteDescription(description) {
    this.remoteDescription = description;
  }

  restartIce() {}

  async getStats() {
    return new Map();
  }

  close() {
    this.signalingState = "closed";
  }

  /** @param {string} state */
  become(state) {
    this.connectionState = state;
    this.dispatchEvent(new Event("connectionstatechange"));
  }
}
