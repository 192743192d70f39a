import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { entry, settle } from "../shared/fake_socket.js";
import { comeIn, QUESTION, Store, VICTIM } from "./coming_in.js";

// Nothing here waits for a clock; what would go on waiting is dropped.
beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

test("what was not sent when the conversation was lost is ready for the next one", async () => {
  const { visit, latest, tab } = comeIn();
  visit.enter(QUESTION);
  visit.say("mijn fiets is weg");
  visit.draft.write("en mijn");
  latest().socket.refuse({ code: "token_expired" });
  assert.equal(visit.draft.text.value, "mijn fiets is weg\n\nen mijn");
  assert.deepEqual([...tab.keys()], ["onlineloket.draft"]);
  visit.startOver();
  assert.equal(visit.draft.text.value, "mijn fiets is weg\n\nen mijn");
  assert.deepEqual(visit.outgoing.value, []);
});

test("where somebody may be watched, nothing of a lost conversation comes back", async () => {
  const { visit, latest, tab } = comeIn();
  visit.enter(VICTIM);
  visit.say("hij slaat mij");
  visit.draft.write("help");
  latest().socket.refuse({ code: "token_expired" });
  assert.equal(visit.draft.text.value, "");
  assert.equal(tab.size, 0);
});

test("what was refused because the conversation had ended goes along to the next", async () => {
  const { visit, latest } = comeIn();
  latest().socket.desk["message.post"] = () => ({ error: { code: "conversation_closed" } });
  visit.say("nog iets");
  latest().socket.accept();
  await settle();
  latest().socket.arrive("entry", entry(1, { body: { type: "conversation.closed", reason: "agent" } }));
  assert.equal(visit.outgoing.value[0]?.refused, "conversation_closed");
  visit.startOver();
  assert.equal(visit.draft.text.value, "nog iets");
});

test("kept on the device, what was written in a tab that was closed is sent by the next", async () => {
  const device = new Store();
  const first = comeIn({ device });
  first.visit.say("hallo");
  first.storage.keepOnDevice();
  first.latest().socket.accept();
  await settle();
  first.latest().socket.drop();
  first.visit.say("nog niet verstuurd");
  const next = comeIn({ device });
  next.latest().socket.accept();
  await settle();
  const { payload } = next.latest().socket.newest("message.post");
  assert.deepEqual([payload.text, payload.client_id], ["nog niet verstuurd", first.visit.outgoing.value.at(-1)?.client_id]);
});
