"""Cameras, microphones and screens of the people in a call, as far as a test has to reach them."""

from playwright.async_api import Page, expect

from tests.scenarios.people import Person

REMEMBER_TRACKS = """(() => {
  window.tracks = [];
  const keep = stream => { window.tracks.push(...stream.getTracks()); return stream; };
  const devices = navigator.mediaDevices;
  const camera = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async wanted => {
    const stream = keep(await camera(wanted));
    if (window.silent && wanted.audio) {
      const [noisy] = stream.getAudioTracks();
      const [silent] = new AudioContext().createMediaStreamDestination().stream.getAudioTracks();
      stream.removeTrack(noisy);
      noisy.stop();
      stream.addTrack(silent);
      window.tracks.push(silent);
    }
    return stream;
  };
  const screen = devices.getDisplayMedia?.bind(devices);
  if (screen) devices.getDisplayMedia = async wanted => {
    window.picking = wanted;
    const canvas = document.createElement("canvas");
    canvas.width = 800;
    canvas.height = 600;
    const brush = canvas.getContext("2d");
    const drawing = setInterval(() => {
      brush.fillStyle = `hsl(${performance.now() / 20} 80% 40%)`;
      brush.fillRect(0, 0, 800, 600);
    }, 100);
    const stream = canvas.captureStream(10);
    window.shared = stream.getVideoTracks()[0];
    window.shared.addEventListener("ended", () => clearInterval(drawing));
    return keep(stream);
  };
  window.tones = [];
  const begin = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...when) {
    this.addEventListener("ended", () => window.tones.push(this.frequency.value));
    begin.apply(this, when);
  };
  const clone = MediaStreamTrack.prototype.clone;
  MediaStreamTrack.prototype.clone = function () {
    const copy = clone.call(this);
    window.tracks.push(copy);
    return copy;
  };
})()"""
"""Remembers every track that a page opens or copies, and what it shares: the picture of a screen that a person would
have chosen. The tones that it has sounded, too, in hertz. With `window.silent` nothing comes from its microphones."""

SENDS_SOUND = """() => window.peers.at(-1).getSenders().find(({track}) => track?.kind === "audio").track.enabled"""

SENDS_A_SIGN = """() => {
  const sent = window.peers.at(-1).getSenders().map(({track}) => track).find(each => each?.kind === "video");
  return sent instanceof CanvasCaptureMediaStreamTrack;
}"""

UNPLUG = """kind => {
  const track = window.peers.at(-1).getSenders().map(({track}) => track).find(each => each?.kind === kind);
  track.stop();
  track.dispatchEvent(new Event("ended"));
}"""
"""What a browser does when a device is gone: the track has ended, and says so."""

BROWSER_BAR = """() => { window.shared.stop(); window.shared.dispatchEvent(new Event("ended")); }"""
"""What a browser does when its own bar ends the sharing."""


FAIL = """name => {
  window.fails = name;
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async wanted => {
    const fails = window.fails === "camera" ? wanted.video && "NotReadableError" : window.fails;
    if (fails) throw new DOMException("", fails);
    return open(wanted);
  };
}"""
"""Opening devices fails with this error of the browser from now on, for `camera` only where a camera is asked for."""

HESITATE = """() => {
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  const told = new Promise((go) => (window.openDevices = go));
  navigator.mediaDevices.getUserMedia = async wanted => { await told; return open(wanted); };
}"""
"""Opening devices takes until `openDevices()` is called, as where a browser asks first."""

BLURS = """() => {
  const { getCapabilities, applyConstraints } = MediaStreamTrack.prototype;
  MediaStreamTrack.prototype.getCapabilities = function () {
    return { ...getCapabilities.call(this), backgroundBlur: [false, true] };
  };
  MediaStreamTrack.prototype.applyConstraints = function (wanted) {
    window.blurred = wanted.backgroundBlur;
    return applyConstraints.call(this, wanted);
  };
}"""
"""A camera that can blur what is behind somebody."""


async def permit(page: Page, setting: str) -> None:
    """What the browser says to camera and microphone from now on: `granted`, `denied` or `prompt`.

    A test's browser opens them all the same, unless `FAIL` keeps it from that.
    """
    devtools = await page.context.new_cdp_session(page)
    context = (await devtools.send("Target.getTargetInfo"))["targetInfo"]["browserContextId"]
    for name in ("camera", "microphone"):
        wanted = {"permission": {"name": name}, "setting": setting, "browserContextId": context}
        await devtools.send("Browser.setPermission", wanted)


async def remember_tracks(page: Page) -> None:
    """From the next page that is loaded here on."""
    await page.context.add_init_script(REMEMBER_TRACKS)
    await page.reload()


async def is_heard(person: Person, heard: bool) -> None:
    """Whether what the person says leaves the page."""
    for _ in range(150):
        if await person.screen.evaluate(SENDS_SOUND) is heard:
            return
        await person.page.wait_for_timeout(100)
    raise AssertionError(f"heard: {not heard}")


async def shows_a_sign(person: Person) -> bool:
    """Whether the page sends a picture that it drew instead of the camera's."""
    return bool(await person.screen.evaluate(SENDS_A_SIGN))


async def lets_go(person: Person) -> None:
    """Every track that the page ever opened has ended: no light is on, nothing is listened to."""
    await person.screen.wait_for_function("() => window.tracks.every(({readyState}) => readyState === 'ended')")
    assert await person.screen.evaluate("window.tracks.length") > 1, "there were some"


async def sounds(person: Person, *tones: int) -> None:
    """Of such tones the page has sounded these, each to its end."""
    sounded = f"window.tones.filter(each => {sorted(set(tones))}.includes(each))"
    await person.screen.wait_for_function(f"() => String({sounded}) === String({list(tones)})")


async def more(person: Person) -> None:
    """Opens the drawer with what is needed less often."""
    button = person.button("Meer")
    await button.click()
    await expect(button).to_have_attribute("aria-expanded", "true")
