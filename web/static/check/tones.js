/** Three tones that rise: what a speaker is tried with. */

const FREQUENCIES = [523, 659, 784];
/** Of each tone, in seconds. */
const LENGTH = 0.3;
/** Of full scale. */
const LOUDNESS = 0.2;

/** Plays them; over when they are. Begins with a click, so the browser lets the page sound. */
export async function playTones() {
  const context = new AudioContext();
  await context.resume();
  const begin = context.currentTime + 0.05;
  FREQUENCIES.forEach((frequency, index) => {
    const start = begin + index * LENGTH;
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.frequency.value = frequency;
    // It swells and fades: no click at either end.
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02);
    gain.gain.linearRampToValueAtTime(0, start + LENGTH);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + LENGTH);
  });
  await new Promise((resolve) => setTimeout(resolve, (FREQUENCIES.length * LENGTH + 0.2) * 1_000));
  await context.close();
}
