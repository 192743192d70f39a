/** Who is in the call of a conversation, at its door, or asked: what the agent who has it does about them. */

import { useSignal } from "@preact/signals";

import { Button } from "../components/button.js";
import { nameOf } from "../components/call_pictures.js";
import { isIn, isUnderWay, partyOf } from "../components/call_standing.js";
import { html } from "../components/html.js";
import { Icon } from "../components/icon.js";
import { refusalText } from "../components/notices.js";
import { useText } from "../components/speech.js";
import { written } from "../components/written.js";
import { useDesk } from "./context.js";

/** @typedef {import("./assignment.js").Assignment} Assignment */
/** @typedef {import("../shared/protocol.js").CallParty} CallParty */

/** Nothing where there is no call to come into. @param {{ assignment: Assignment }} props */
export function CallPeople({ assignment }) {
  const desk = useDesk();
  const text = useText();
  const problem = useSignal(/** @type {string | null} */ (null));
  const { conversation } = assignment;
  const view = conversation.call.value;
  if (view === null || !isUnderWay(view)) {
    return null;
  }
  /** @param {() => Promise<unknown>} action  what it gives, where that is text, is why it was not done */
  const attempt = async (action) => {
    try {
      const done = await action();
      problem.value = typeof done === "string" ? done : null;
    } catch (error) {
      problem.value = refusalText(error, text);
    }
  };
  const others = view.parties.filter(
    ({ participant }) => participant.participant !== conversation.me && participant.kind !== "citizen",
  );
  const colleagues = desk.queue.value.colleagues.filter(
    ({ agent, accepting, name, role }) =>
      accepting && agent !== desk.agent.agent && !others.some(({ participant }) => isOf(participant, name, role)),
  );
  return html`
    <section class="call-people" aria-label=${text("call-people")}>
      <ul role="list">
        ${others.map(
          (party) => html`<${Person}
            key=${party.participant.participant}
            assignment=${assignment}
            party=${party}
            attempt=${attempt}
          />`,
        )}
      </ul>
      ${
        isIn(view, conversation.me) &&
        desk.data.value.call_seats > 2 &&
        html`<div class="call-people-ask">
          <${AskColleague}
            colleagues=${colleagues}
            ask=${(/** @type {string} */ agent) =>
              attempt(() => conversation.send("call.invite_agent", { call: view.call, agent }))}
          />
          <${AskInterpreter} assignment=${assignment} call=${view.call} attempt=${attempt} />
        </div>`
      }
      <p role="status" class="field-problem">${problem.value}</p>
    </section>
  `;
}

/**
 * Whether a participant is this colleague: agents are known by name and role.
 * @param {import("../shared/protocol.js").Author} participant
 * @param {string} name
 * @param {string} role
 */
function isOf(participant, name, role) {
  return participant.kind === "agent" && participant.name === name && participant.role === role;
}

/**
 * @param {{
 *   assignment: Assignment,
 *   party: CallParty,
 *   attempt: (action: () => Promise<unknown>) => Promise<void>,
 * }} props
 */
function Person({ assignment, party, attempt }) {
  const desk = useDesk();
  const text = useText();
  const { conversation } = assignment;
  const call = conversation.call.value?.call ?? "";
  const { participant, state } = party;
  const name = nameOf(party);
  const who = { call, participant: participant.participant };
  const remove = () => attempt(() => conversation.send("call.remove", who));
  /** @param {string} agent */
  const handOver = (agent) =>
    attempt(async () => {
      if (assignment.isReportUnsettled) return text("parting-unsettled");
      return (await desk.transfer(assignment, { agent }, "")) || text("parting-unsent");
    });
  const called = desk.queue.value.colleagues.filter((one) => isOf(participant, one.name, one.role));
  // Two of the same name and role: the dialog for handing over tells them apart no better, but asks.
  const colleague = called.length === 1 ? called[0] : undefined;
  return html`
    <li class="call-person" data-state=${state}>
      <span><${Icon} name=${state === "waiting" ? "door-open" : "user"} />${text(`call-person-${state}`, name)}</span>
      ${
        state === "waiting" &&
        html`<${Button}
          kind="primary"
          icon="check"
          label=${text("call-admit", name)}
          onClick=${() => attempt(() => conversation.send("call.admit", who))}
        />`
      }
      ${
        state === "in" &&
        colleague !== undefined &&
        html`<${Button}
          icon="arrow-right-left"
          label=${text("call-hand-over", name)}
          onClick=${() => handOver(colleague.agent)}
        />`
      }
      <${Button} icon="x" label=${text(`call-remove-${state}`, name)} onClick=${remove} />
    </li>
  `;
}

/**
 * @param {{
 *   colleagues: readonly import("../shared/protocol.js").Colleague[],
 *   ask: (agent: string) => Promise<void>,
 * }} props
 */
function AskColleague({ colleagues, ask }) {
  const text = useText();
  const chosen = useSignal("");
  if (colleagues.length === 0) {
    return null;
  }
  const go = async () => {
    await ask(chosen.value || (colleagues[0]?.agent ?? ""));
    chosen.value = "";
  };
  return html`
    <label class="field">
      <span class="field-label">${text("call-ask-colleague")}</span>
      <select class="input" value=${chosen.value || colleagues[0]?.agent} onChange=${(/** @type {Event} */ event) => (chosen.value = written(event))}>
        ${colleagues.map(({ agent, name, role }) => html`<option key=${agent} value=${agent}>${name} (${role})</option>`)}
      </select>
    </label>
    <${Button} icon="user-plus" label=${text("call-ask")} onClick=${go} />
  `;
}

/**
 * @param {{
 *   assignment: Assignment,
 *   call: string,
 *   attempt: (action: () => Promise<unknown>) => Promise<void>,
 * }} props
 */
function AskInterpreter({ assignment, call, attempt }) {
  const text = useText();
  const minted = useSignal(/** @type {import("../shared/protocol.js").InvitationMinted | null} */ (null));
  const copied = useSignal(false);
  // Once it was used, the link leads nowhere.
  const guest = partyOf(assignment.conversation.call.value, minted.value?.participant ?? "");
  const link = guest?.state === "invited" ? (minted.value?.link ?? null) : null;
  const make = () =>
    attempt(async () => {
      minted.value = await assignment.conversation.send("call.invite_guest", { call });
      copied.value = false;
    });
  const copy = () =>
    attempt(async () => {
      await navigator.clipboard.writeText(link ?? "");
      copied.value = true;
    });
  return html`
    <${Button} icon="languages" label=${text("call-ask-interpreter")} onClick=${make} />
    ${
      link !== null &&
      html`<div class="call-link">
        <label class="field">
          <span class="field-label">${text("call-link")}</span>
          <span class="field-help">${text("call-link-help")}</span>
          <input class="input" readonly value=${link} onFocus=${(/** @type {FocusEvent} */ event) => /** @type {HTMLInputElement} */ (event.target).select()} />
        </label>
        <${Button} icon="copy" label=${text(copied.value ? "call-link-copied" : "call-link-copy")} onClick=${copy} />
      </div>`
    }
  `;
}
