/** A browser's request that sends a file, as far as `upload` sees it; its other end is the test. */
export class FakeUpload {
  /** @type {FakeUpload} */ static last;
  /** @type {Record<string, string>} */ headers = {};
  /** @type {string[]} */ to = [];
  /** @type {{ onprogress?: (event: object) => void }} */ upload = {};
  status = 0;
  responseText = "";
  onload = () => {};
  onerror = () => {};
  onabort = () => {};
  aborted = false;

  constructor() {
    FakeUpload.last = this;
  }

  /** @param {string[]} to */
  open(...to) {
    this.to = to;
  }

  /** @param {string} name @param {string} value */
  setRequestHeader(name, value) {
    this.headers[name] = value;
  }

  send() {}

  abort() {
    this.aborted = true;
    this.onabort();
  }

  /** @param {number} status @param {string} text */
  answer(status, text) {
    Object.assign(this, { status, responseText: text }).onload();
  }
}
