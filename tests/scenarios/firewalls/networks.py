"""What a firewall leaves of a browser's ways, by the browser's own means: a policy, as an administrator sets it."""

ONLY_TURN = """(() => {
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(given, ...more) { super({...given, iceTransportPolicy: "relay"}, ...more); }
  };
})()"""
"""Nothing gets through but what goes by a TURN server."""


def only(scheme: str, transport: str) -> str:
    """The same, and of the TURN servers only those of this scheme (`turn:`, `turns:`) and transport (`udp`, `tcp`)."""
    return (
        ONLY_TURN
        + """;(() => {
  const Native = window.RTCPeerConnection;
  const fits = (url) => url.startsWith("SCHEME") && url.endsWith("transport=TRANSPORT");
  const left = (servers = []) => servers.map((server) => (
    {...server, urls: [server.urls].flat().filter(fits)}
  )).filter(({urls}) => urls.length > 0);
  window.RTCPeerConnection = class extends Native {
    constructor(given, ...more) { super({...given, iceServers: left(given?.iceServers)}, ...more); }
    setConfiguration(given) { super.setConfiguration({...given, iceServers: left(given.iceServers)}); }
  };
})()""".replace("SCHEME", scheme).replace("TRANSPORT", transport)
    )


WAY = """async () => {
  const stats = await window.peers.at(-1).getStats();
  const { selectedCandidatePairId } = [...stats.values()].find((each) => each.type === "transport") ?? {};
  const local = stats.get(stats.get(selectedCandidatePairId)?.localCandidateId);
  return local ? [local.candidateType, local.relayProtocol ?? null] : null;
}"""
"""What the newest connection of a page goes by: the type of its own candidate, and how it reaches its TURN server. Null
while it looks for a way."""
