/** A browser whose camera and microphone are opened when the test allows it. */

export class FakeTrack extends EventTarget {
  enabled = true;
  readyState = "live";
  label = "";

  /** @param {string} kind @param {string} [deviceId] */
  constructor(kind, deviceId = kind) {
    super();
    this.kind = kind;
    this.deviceId = deviceId;
  }

  stop() {
    this.readyState = "ended";
  }

  clone() {
    return new FakeTrack(this.kind, this.deviceId);
  }

  getSettings() {
    return { deviceId: this.deviceId };
  }
}

export class FakeStream {
  /** @param {Iterable<FakeTrack>} [tracks] */
  constructor(tracks = []) {
    this.tracks = new Set(tracks);
  }

  getTracks() {
    return [...this.tracks];
  }

  getAudioTracks() {
    return this.getTracks().filter(({ kind }) => kind === "audio");
  }

  getVideoTracks() {
    return this.getTracks().filter(({ kind }) => kind === "video");
  }

  /** @param {FakeTrack} track */
  addTrack(track) {
    this.tracks.add(track);
  }

  /** @param {FakeTrack} track */
  removeTrack(track) {
    this.tracks.delete(track);
  }
}

/** Hears nothing, as before anybody clicked in the page. */
class FakeAudio {
  state = "suspended";
  createAnalyser = () => ({ fftSize: 0, getFloatTimeDomainData: () => undefined });
  createMediaStreamSource = () => ({ connect: () => undefined });
  resume = async () => undefined;
  close = async () => undefined;
}

/** What a page asked for: `allow` opens it, `refuse` does not. @typedef {{ allow: () => void, refuse: () => void }} Question */

export class FakeDevices extends EventTarget {
  /** All that was asked for, the oldest first. @type {Question[]} */ questions = [];
  /** All that was opened. @type {FakeTrack[]} */ opened = [];
  /** By id, in the order the browser lists them. */ cameras = ["front", "back"];

  /** The page's own from now on. */
  constructor() {
    super();
    Object.defineProperty(globalThis, "navigator", { value: { mediaDevices: this }, configurable: true });
    Object.assign(globalThis, { MediaStream: FakeStream, AudioContext: FakeAudio });
  }

  /** What is open by now. */
  get live() {
    return this.opened.filter(({ readyState }) => readyState === "live");
  }

  async enumerateDevices() {
    return this.cameras.map((deviceId) => ({ kind: "videoinput", deviceId }));
  }

  /** @param {{ audio?: any, video?: any }} wanted */
  getUserMedia({ audio, video }) {
    return new Promise((resolve, reject) => {
      const allow = () => {
        const tracks = [audio && new FakeTrack("audio"), video && new FakeTrack("video", video.deviceId?.exact ?? this.cameras[0])];
        const open = tracks.filter((track) => track !== undefined);
        this.opened.push(...open);
        resolve(new FakeStream(open));
      };
      this.questions.push({ allow, refuse: () => reject(new DOMException("in use", "NotReadableError")) });
    });
  }
}
