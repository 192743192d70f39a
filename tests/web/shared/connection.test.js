import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { Backoff } from "../../../web/static/shared/backoff.js";
import { Connection, Refused, Unanswered } from "../../../web/static/shared/connection.js";
import { FakeSocket } from "./fake_socket.js";

function opened() {
  const socket = new FakeSocket();
  const connection = new Connection(socket);
  connection.open();
  socket.accept();
  return { socket, connection };
}

test("what is sent comes back with every field that was left out", async () => {
  const { socket, connection } = opened();
  const answer = connection.send("ticket.mint", { conversation: "c_12345678", purpose: "move" });
  socket.newest("ticket.mint").answer({ ok: { code: "abc", expires_at: "2026-11-23T14:02:00Z" } });
  assert.deepEqual(await answer, { code: "abc", path: null, expires_at: "2026-11-23T14:02:00Z" });
});

test("a refusal carries its code and what helps", async () => {
  const { socket, connection } = opened();
  const answer = connection.send("person.request", { conversation: "c_12345678" });
  socket.newest("person.request").answer({ error: { code: "too_many_requests", retry_after: 2.5 } });
  await assert.rejects(answer, (error) => error instanceof Refused && error.code === "too_many_requests" && error.retryAfter === 2.5);
});

test("nothing is sent while the connection is lost", async () => {
  const { socket, connection } = opened();
  socket.drop();
  assert.equal(connection.state.value, "lost");
  await assert.rejects(connection.send("person.request", { conversation: "c_12345678" }), Unanswered);
  assert.equal(socket.sent.length, 0);
});

test("a socket that swallows a command and stays silent is closed, so that a new one can come", async () => {
  const { socket, connection } = opened();
  const answer = connection.send("person.request", { conversation: "c_12345678" });
  socket.newest("person.request").late();
  await assert.rejects(answer, Unanswered);
  assert.equal(socket.engineClosed, 1);
});

test("a late answer on a socket that is heard from does not cost the connection", async () => {
  const { socket, connection } = opened();
  const answer = connection.send("person.request", { conversation: "c_12345678" });
  await new Promise((resolve) => setTimeout(resolve, 2));
  socket.arrive("typing", { conversation: "c_12345678", log: "shared", author: {}, typing: true });
  socket.newest("person.request").late();
  await assert.rejects(answer, Unanswered);
  assert.equal(socket.engineClosed, 0);
});

test("each opening is told, the present one at once", () => {
  const { socket, connection } = opened();
  let openings = 0;
  const stop = connection.onOpen(() => (openings += 1));
  assert.equal(openings, 1);
  socket.drop();
  socket.accept();
  assert.equal(openings, 2);
  stop();
  socket.accept();
  assert.equal(openings, 2);
});

test("a refused token is final until asked again", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const socket = new FakeSocket();
    const connection = new Connection(socket);
    connection.open();
    socket.refuse({ code: "token_expired" });
    assert.equal(connection.state.value, "refused");
    assert.equal(connection.refusal.value?.code, "token_expired");
    mock.timers.tick(60_000);
    assert.equal(socket.attempts, 1);
    connection.open();
    assert.equal(socket.attempts, 2);
    socket.accept();
    assert.equal(connection.refusal.value, null);
  } finally {
    mock.timers.reset();
  }
});

/** Waits as long as they may be, with a clock that the test moves. @param {() => void} story */
function inTime(story) {
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
  try {
    story();
  } finally {
    mock.timers.reset();
  }
}

const longest = () => new Backoff({ random: () => 1 });

test("a desk that is busy is tried again after the time it asked for, whatever wakes up meanwhile", () => {
  inTime(() => {
    const socket = new FakeSocket();
    const connection = new Connection(socket, { backoff: longest() });
    connection.open();
    socket.refuse({ code: "too_many_requests", retry_after: 10 });
    assert.equal(connection.state.value, "lost");
    assert.equal(connection.crowded.value, true);
    mock.timers.tick(9_900);
    connection.wake();
    assert.equal(socket.attempts, 1);
    mock.timers.tick(1_100);
    assert.equal(socket.attempts, 2);
    socket.refuse(undefined);
    assert.equal(connection.crowded.value, false);
  });
});

test("a lost connection comes back soon, then with growing waits, and soon again once it held", () => {
  inTime(() => {
    const socket = new FakeSocket();
    const connection = new Connection(socket, { backoff: longest() });
    connection.open();
    socket.accept();
    socket.drop();
    for (const [attempts, wait] of [[1, 1_000], [2, 2_000], [3, 4_000]]) {
      mock.timers.tick(wait - 1);
      assert.equal(socket.attempts, attempts);
      mock.timers.tick(1);
      assert.equal(socket.attempts, attempts + 1);
      socket.refuse(undefined);
    }
    mock.timers.tick(8_000);
    socket.accept();
    socket.drop();
    mock.timers.tick(1_000);
    assert.equal(socket.attempts, 5, "it opened but did not hold");
    mock.timers.tick(15_000);
    socket.accept();
    mock.timers.tick(10_000);
    socket.drop();
    mock.timers.tick(1_000);
    assert.equal(socket.attempts, 7);
  });
});

test("a device that wakes up does not wait for its turn, but leaves one attempt at a time", () => {
  inTime(() => {
    const socket = new FakeSocket();
    const connection = new Connection(socket, { backoff: longest() });
    connection.open();
    connection.wake();
    assert.equal(socket.attempts, 1);
    socket.accept();
    connection.wake();
    assert.equal(socket.attempts, 1);
    socket.drop();
    connection.wake();
    assert.equal(socket.attempts, 2);
    connection.wake();
    assert.equal(socket.attempts, 2);
    mock.timers.tick(1_000);
    assert.equal(socket.attempts, 2, "the wait it was spared makes no second attempt");
    mock.timers.tick(1_500);
    connection.wake();
    assert.equal(socket.attempts, 3, "what hangs since before the sleep is given up");
  });
});

test("after a sleep an answer must come soon, until something is heard", async () => {
  const { socket, connection } = opened();
  const ask = () => void connection.send("person.request", { conversation: "c_12345678" }).catch(() => undefined);
  ask();
  assert.equal(socket.patience, 10_000);
  await new Promise((resolve) => setTimeout(resolve, 2));
  connection.wake();
  ask();
  assert.equal(socket.patience, 4_000);
  await new Promise((resolve) => setTimeout(resolve, 2));
  socket.ping();
  ask();
  assert.equal(socket.patience, 10_000);
});

test("a socket that is asked whether it is there is not half open", async () => {
  const { socket, connection } = opened();
  const answer = connection.send("person.request", { conversation: "c_12345678" });
  await new Promise((resolve) => setTimeout(resolve, 2));
  socket.ping();
  socket.newest("person.request").late();
  await assert.rejects(answer, Unanswered);
  assert.equal(socket.engineClosed, 0);
});

test("a closed connection stays closed", () => {
  const { socket, connection } = opened();
  connection.close();
  socket.drop();
  connection.wake();
  assert.equal(connection.state.value, "closed");
  assert.equal(socket.attempts, 1);
});

test("in a call a line that falls silent is given up within seconds", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  let now = 0;
  context.mock.method(performance, "now", () => now);
  /** @param {number} seconds */
  const pass = (seconds) => {
    for (let each = 0; each < seconds; each += 1) {
      now += 1_000;
      context.mock.timers.tick(1_000);
    }
  };
  const { socket, connection } = opened();
  pass(60);
  assert.equal(socket.engineClosed, 0);
  connection.hurry(true);
  for (let turn = 0; turn < 5; turn += 1) {
    pass(10);
    socket.ping();
  }
  assert.equal(socket.engineClosed, 0);
  pass(16);
  assert.equal(socket.engineClosed, 1);
  socket.drop();
  socket.accept();
  pass(14);
  assert.equal(socket.engineClosed, 1);
  connection.hurry(false);
  pass(60);
  assert.equal(socket.engineClosed, 1);
});
