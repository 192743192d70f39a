"""What a firewall leaves of a browser's ways, by the browser's own means: a policy, as an administrator sets it."""

ONLY_TURN = """(() => {
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(given, ...more) { super({...given, iceTransportPolicy: "relay"}, ...more); }
  };
})()"""
"""Nothing gets through but what goes by a TURN server."""


def only(scheme: str) -> str:
    """The same, and of the TURN servers only those whose URLs match, such as `turns:`."""
    return (
        ONLY_TURN
        + """;(() => {
  const Native = window.RTCPeerConnection;
  const left = (servers = []) => servers.map((server) => (
    {...server, urls: [server.urls].flat().filter((url) => url.includes("SCHEME"))}
  )).filter(({urls}) => urls.length > 0);
  window.RTCPeerConnection = class extends Native {
    constructor(given, ...more) { super({...given, iceServers: left(given?.iceServers)}, ...more); }
    setConfiguration(given) { super.setConfiguration({...given, iceServers: left(given.iceServers)}); }
  };
})()""".replace("SCHEME", scheme)
    )


WAY = """async () => {
  const stats = await window.peers.at(-1).getStats();
  const all = [...stats.values()];
  const pair = all.find((each) => each.type === "candidate-pair" && each.nominated && each.state === "succeeded");
  const local = stats.get(pair?.localCandidateId);
  return local ? [local.candidateType, local.relayProtocol ?? null] : null;
}"""
"""What the newest connection of a page goes by: the type of its own candidate, and how it reaches its TURN server."""
