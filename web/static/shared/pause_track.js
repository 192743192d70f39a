/** The picture that the others get while somebody holds the call: the sign of a pause, which stands still. */

const WIDTH = 320;
const HEIGHT = 240;
/** A picture that never changes is repeated now and then, so that whoever comes in gets it too. */
const EVERY = 500;

/** @returns {MediaStreamTrack} to be stopped when the call goes on */
export function pauseTrack() {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const brush = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const draw = () => {
    brush.fillStyle = "#1d2733";
    brush.fillRect(0, 0, WIDTH, HEIGHT);
    brush.fillStyle = "#ffffff";
    for (const left of [124, 172]) brush.fillRect(left, 76, 24, 88);
  };
  draw();
  const track = /** @type {MediaStreamTrack} */ (canvas.captureStream(5).getVideoTracks()[0]);
  const drawing = setInterval(() => (track.readyState === "live" ? draw() : clearInterval(drawing)), EVERY);
  return track;
}
