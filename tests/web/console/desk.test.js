import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { comeInto } from "../../../web/static/console/call_invitations.js";
import { FakeDevices } from "../shared/fake_devices.js";
import { entry, settle } from "../shared/fake_socket.js";
import { MINE, SEAT, looking, queue } from "./looking.js";

// Where calls listen for another network, and a page that is looked at.
Object.assign(globalThis, { window: new EventTarget(), document: { visibilityState: "visible" } });

// A microphone that is open is listened to again and again.
beforeEach(() => mock.timers.enable({ apis: ["setInterval"] }));
afterEach(() => mock.timers.reset());

test("what is looked into here and taken in another window is answered here too", async () => {
  const { socket, desk, console, assignment } = await looking();
  Object.assign(desk, { phase: "active", participants: [SEAT] });
  socket.arrive("queue", queue({ mine: [MINE] }));
  await settle();
  assert.equal(assignment.mine.value, true);
  assert.equal(assignment.conversation.phase.value, "active");
  console.close();
});

test("a queue that was on its way does not give back what somebody else has by now", async () => {
  const { socket, desk, console, assignment } = await looking();
  Object.assign(desk, { phase: "active", participants: [SEAT] });
  socket.arrive("queue", queue({ mine: [MINE] }));
  await settle();
  Object.assign(desk, { participants: [] });
  socket.arrive("assignment.ended", { conversation: "c_12345678" });
  socket.arrive("queue", queue({ mine: [MINE] }));
  await settle();
  assert.equal(assignment.mine.value, false);
  console.close();
});

for (const { name, goes } of [
  { name: "goes to somebody else", goes: () => ({ event: "assignment.ended", payload: { conversation: "c_12345678" } }) },
  { name: "is over", goes: () => ({ event: "entry", payload: entry(1, { body: { type: "conversation.closed", reason: "citizen" } }) }) },
]) {
  test(`camera and microphone are off once the conversation ${name} in which one was about to call`, async () => {
    const devices = new FakeDevices();
    const { socket, desk, console, assignment } = await looking();
    Object.assign(desk, { phase: "active", participants: [SEAT] });
    socket.arrive("queue", queue({ mine: [MINE] }));
    await settle();
    const opening = assignment.calling.prepare("propose", true);
    devices.questions[0]?.allow();
    await opening;
    assert.equal(devices.live.length, 2);
    const { event, payload } = goes();
    socket.arrive(event, payload);
    await settle();
    assert.deepEqual([assignment.calling.wish.value, devices.live], [null, []]);
    console.close();
  });
}

test("what is changed in a report is tried again whatever is in front, until the conversation is put away", async (context) => {
  const { socket, console, assignment } = await looking();
  const view = (/** @type {number} */ revision, fields = {}) => /** @type {any} */ ({ report: "r_12345678", revision, fields });
  const fills = () => socket.sent.filter(({ event }) => event === "report.fill");
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const edits = assignment.edits("r_12345678");
  edits.change(view(1), "brand", "Gazelle");
  const left = edits.leave(view(1), "brand");
  socket.newest("report.fill").late();
  await left;
  assert.equal(assignment.edits("r_12345678"), edits);
  context.mock.timers.tick(3_000);
  assert.equal(fills().length, 2);
  // The answer comes when nobody waits for it any more.
  console.putAway("c_12345678");
  socket.newest("report.fill").late();
  await settle();
  context.mock.timers.tick(60_000);
  assert.equal(fills().length, 2);
  console.close();
});

test("of a need, what is chosen while another choice is on its way is stated with it", async () => {
  const { socket, console, assignment } = await looking();
  const stated = () =>
    socket.sent
      .filter(({ event }) => event === "need.state")
      .map(({ payload: { need } }) => [need.topic, need.urgency, need.neighbourhood]);
  const first = assignment.state({ topic: "bike_theft" });
  void assignment.state({ urgency: "priority" });
  assert.deepEqual(stated(), [["bike_theft", "routine", null]]);
  socket.newest("need.state").answer({ ok: {} });
  await settle();
  assert.deepEqual(stated()[1], ["bike_theft", "priority", null]);
  socket.newest("need.state").late();
  await first;
  assert.ok(assignment.needTrouble.value, "said wherever one looks meanwhile");
  void assignment.state({ neighbourhood: "centre" });
  assert.deepEqual(stated()[2], [null, "routine", "centre"]);
  console.close();
});

for (const { name, asked } of [
  { name: "stands", asked: true },
  { name: "was taken back while the conversation was being opened", asked: false },
]) {
  test(`whoever answers an invitation that ${name} ${asked ? "looks at themselves first" : "opens no devices"}`, async () => {
    const devices = new FakeDevices();
    const { socket, desk, console } = await looking();
    const invitation = { conversation: "c_12345678", call: "k_12345678", video: true, need: {}, by: "Bram" };
    const parties = [{ participant: SEAT, state: "invited" }];
    const call = { call: invitation.call, state: "running", proposed_by: "p_citizen01", video: true, placement: 1, parties };
    Object.assign(desk, { call });
    console.putAway("c_12345678");
    socket.arrive("queue", queue({ invited: [invitation] }));
    await settle();
    const answering = comeInto(console, /** @type {any} */ (invitation));
    if (!asked) socket.arrive("queue", queue());
    await settle();
    devices.questions[0]?.allow();
    await answering;
    assert.equal(console.current.value?.id, invitation.conversation);
    assert.deepEqual(devices.live.map(({ kind }) => kind), asked ? ["audio", "video"] : []);
    console.close();
  });
}

for (const { when, late } of [
  { when: "after", late: true },
  { when: "before", late: false },
]) {
  test(`a conversation that is given back in its call is the agent's again: the queue left it out ${when} it was handed over`, async () => {
    const { socket, desk, console } = await looking();
    Object.assign(desk, { phase: "active", participants: [SEAT] });
    socket.arrive("queue", queue({ mine: [MINE] }));
    await settle();
    const part = console.transfer(/** @type {any} */ (console.current.value), { agent: "a_another1" }, "");
    await settle();
    if (!late) socket.arrive("queue", queue());
    socket.newest("conversation.transfer").answer({ ok: {} });
    await part;
    if (late) {
      socket.arrive("queue", queue({ mine: [MINE] }));
      assert.deepEqual(console.open.value, [], "this one was on its way");
      socket.arrive("queue", queue());
    }
    await console.look("c_12345678");
    socket.arrive("queue", queue({ mine: [MINE] }));
    await settle();
    assert.equal(console.current.value?.mine.value, true);
    console.close();
  });
}

test("what arrives while a conversation is shown again is not overwritten by what was read before", async () => {
  const { socket, console, assignment } = await looking();
  const view = (/** @type {number} */ revision) => ({ report: "r_12345678", revision, fields: {} });
  const revisions = () => assignment.conversation.reports.value.map(({ revision }) => revision);
  const shown = (/** @type {number} */ revision) => ({
    ok: { ...assignment.shown.value, reports: [view(revision)] },
  });
  socket.drop();
  delete socket.desk["conversation.show"];
  socket.accept();
  await settle();
  socket.arrive("report", { conversation: "c_another1", view: view(1) });
  socket.arrive("report", { conversation: "c_12345678", view: view(3) });
  socket.newest("conversation.show").answer(shown(2));
  await settle();
  assert.deepEqual(revisions(), [3]);
  socket.newest("conversation.show").answer(shown(4));
  await settle();
  assert.deepEqual(revisions(), [4]);
  const asked = socket.sent.filter(({ event }) => event === "conversation.show");
  assert.equal(asked.length, 3);
  console.close();
});
