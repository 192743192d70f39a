/**
 * A floor under what a browser sends, on a line that loses packets although it is not full.
 *
 * Browsers take loss for a sign that a line is full, and send less. A radio link loses as much of that, so they send
 * less again, until five pictures a second are left. Such a line is told by its round trip: nothing waits on it. Whether
 * it really has room is only known by trying: where the floor fills it, packets wait or more are lost, and it is lifted.
 */

/**
 * What became of our pictures between two looks.
 * @typedef {object} Look
 * @property {number} sent packets, each counted once
 * @property {number} lost packets, by who gets them
 * @property {number | null} roundTrip seconds, as reported last; null where nobody reported since
 * @property {number | null} room bits a second that the browser thinks the line carries; null where it does not tell
 */

/** Bits a second, with sound and with what is sent again: 320 by 240 moves thirty times a second. */
export const FLOOR = 250_000;
/** A line was like this at so many looks in a row before a floor is laid. */
const STEADY = 4;
/** What is lost on a line that is not full: less is no reason to send less, more leaves no picture. */
const LEAST_LOSS = 0.03;
const MOST_LOSS = 0.25;
/** Looks at the round trip of which the shortest is the one on which nothing waits: two minutes. */
const REMEMBERED = 60;
/** Seconds that the round trip is above the shortest: nothing waits, or much does. */
const NO_WAIT = 0.06;
const LONG_WAIT = 0.15;
/** On a floor, a line is full when packets wait or nobody reports at two looks, or so much more is lost at three. */
const MORE_LOSS = 0.1;
/** A share of the floor: with less room than that, the browser passes over it. */
const HELD = 0.9;
/** Looks until a floor is laid again where it did harm or nothing; each time twice as many. */
const PAUSE = 30;
const LONGEST_PAUSE = 480;

export class Floor {
  /** The newest last. @type {readonly Look[]} */ #looks = [];
  /** Seconds, the newest last: the way may become longer at either end. @type {readonly number[]} */ #trips = [];
  #laid = false;
  /** What was lost when it was laid. */
  #loss = 0;
  #rest = 0;
  #pause = PAUSE;

  /** Bits a second that are sent at least; null where the browser decides alone. */
  get rate() {
    return this.#laid ? FLOOR : null;
  }

  /** Takes one look more into account. @param {Look} look */
  take(look) {
    this.#looks = [...this.#looks, look].slice(-STEADY);
    if (look.roundTrip !== null) this.#trips = [...this.#trips, look.roundTrip].slice(-REMEMBERED);
    this.#rest = Math.max(0, this.#rest - 1);
    if (this.#laid && (this.#isFull || this.#hasRoomBelow(HELD * FLOOR))) {
      this.#set(false);
      this.#rest = this.#pause;
      this.#pause = Math.min(LONGEST_PAUSE, 2 * this.#pause);
    } else if (!this.#laid && this.#rest === 0 && this.#losesWhatFits) {
      this.#loss = lossIn(this.#looks);
      this.#set(true);
    }
  }

  /** The way may be another, or who is at its end: what was seen of it counts no longer. A pause after harm goes on. */
  forget() {
    this.#trips = [];
    this.#set(false);
  }

  /** @param {boolean} laid */
  #set(laid) {
    this.#laid = laid;
    this.#looks = [];
  }

  get #losesWhatFits() {
    if (!this.#hasRoomBelow(FLOOR)) return false;
    const loss = lossIn(this.#looks);
    const waits = this.#looks.map((look) => this.#waitIn(look));
    return loss >= LEAST_LOSS && loss <= MOST_LOSS && sum(waits) / waits.length < NO_WAIT;
  }

  /** @param {number} bitrate */
  #hasRoomBelow(bitrate) {
    return this.#looks.length === STEADY && this.#looks.every(({ room }) => (room ?? Infinity) < bitrate);
  }

  get #isFull() {
    const two = this.#looks.slice(-2);
    if (two.length === 2 && two.every((look) => this.#waitIn(look) > LONG_WAIT)) return true;
    const three = this.#looks.slice(-3);
    return three.length === 3 && lossIn(three) > this.#loss + MORE_LOSS;
  }

  /** Seconds that packets waited on the way; endless where nobody reported. @param {Look} look */
  #waitIn({ roundTrip }) {
    return roundTrip === null ? Infinity : roundTrip - Math.min(...this.#trips);
  }
}

/** @param {readonly Look[]} looks */
function lossIn(looks) {
  return sum(looks.map(({ lost }) => lost)) / Math.max(1, sum(looks.map(({ sent }) => sent)));
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, one) => total + one, 0);
}
