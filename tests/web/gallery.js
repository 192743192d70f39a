/** The shared components on a page of their own, each with the state that a test gives it through `window.gallery`. */

import { signal } from "@preact/signals";
import { render } from "preact";

import { Composer } from "/static/components/composer.js";
import { ConnectionLine } from "/static/components/connection_line.js";
import { Dialog } from "/static/components/dialog.js";
import { EmergencyCard } from "/static/components/emergency_card.js";
import { html } from "/static/components/html.js";
import { LanguageSwitcher } from "/static/components/language_switcher.js";
import { MessageLog } from "/static/components/message_log.js";
import { Banner } from "/static/components/notices.js";
import { ReportEdits } from "/static/components/report_edits.js";
import { ReportForm } from "/static/components/report_form.js";
import { SpeechContext } from "/static/components/speech.js";
import { Refused } from "/static/shared/connection.js";
import { loadPhrases } from "/static/shared/language.js";
import { AGENT, BOT, CITIZEN, entry, said } from "/tests/components/entries.js";

const language = new URLSearchParams(location.search).get("language") ?? "nl";
const phrases = await loadPhrases(language, ["components", "errors"]);

const LOST = { state: signal("lost"), crowded: signal(false) };
const CARD = {
  title: "Is er nu gevaar?",
  text: "Bel meteen.",
  soft_question: "Gebeurt dit nu?",
  numbers: [{ id: "112", label: "Bel", number: "112", href: "tel:112", about: "Ook als u niet kunt spreken." }],
};
const FORM = {
  id: "bike_theft",
  version: 1,
  title: "Fietsdiefstal",
  sections: [
    {
      title: "De fiets",
      fields: [
        field("brand", "text", "Merk", { required: true, help: "Staat op het kader." }),
        field("price", "amount", "Prijs"),
        field("locked", "yes_no", "Op slot", { required: true }),
        field("lock", "choice", "Soort slot", { when: { locked: true }, choices: many("slot", 3), required: true }),
        field("colour", "choice", "Kleur", { choices: many("kleur", 8) }),
        field("when", "moment", "Wanneer"),
        field("story", "long_text", "Wat is er gebeurd", { max_length: 500 }),
      ],
    },
  ],
};

function field(id, kind, label, more = {}) {
  return { id, kind, label, help: "", required: false, sensitive: false, max_length: null, choices: [], when: {}, ...more };
}

function many(word, count) {
  return Array.from({ length: count }, (_, index) => ({ value: `${word}_${index}`, label: `${word} ${index}` }));
}

/** So many messages, by turns of citizen, bot and agent. */
function talk(count) {
  return Array.from({ length: count }, (_, index) => entry(index + 1, [CITIZEN, BOT, AGENT][index % 3], said(`bericht ${index + 1}`)));
}

const log = {
  entries: signal([
    entry(1, BOT, said("Waarmee kan ik u helpen?", { choices: many("keuze", 2), links: [{ href: "tel:101", label: "101" }] })),
    entry(2, AGENT, { type: "note.posted", text: "Let op: البيت" }, { log: "staff" }),
    entry(3, AGENT, said("Kijk op https://www.politie.be voor meer.")),
    entry(4, CITIZEN, { type: "call.proposed", call: "k_12345678", video: true }),
    entry(5, CITIZEN, said("مرحبا، أحتاج إلى مساعدة")),
    entry(6, BOT, { type: "emergency.raised", tier: 1 }),
  ]),
  outgoing: signal([]),
  read: signal(0),
  settled: signal(false),
  audience: signal("citizen"),
  hasEarlier: signal(false),
};

/** A log of so many messages of which the newest fifty are read; the others come when they are asked for. */
function history(count) {
  const all = talk(count);
  log.entries.value = all.slice(-50);
  log.hasEarlier.value = count > 50;
  log.readBack = async () => {
    told.readings += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
    const refused = answers.shift();
    if (refused) throw new Refused({ code: refused });
    const first = all.findIndex(({ number }) => number === log.entries.value[0].number);
    log.entries.value = [...all.slice(Math.max(0, first - 50), first), ...log.entries.value];
    log.hasEarlier.value = first > 50;
  };
}
const draft = signal("");
const view = signal({
  report: "r_12345678",
  form: "bike_theft",
  form_version: 1,
  revision: 1,
  state: "draft",
  fields: { brand: "Gazelle" },
  problems: {},
  reference: null,
  pv_number: null,
});
const dialog = signal(false);
const nameMissing = signal(false);
/** Whether the report is in front: on a console it comes and goes with its panel. */
const formShown = signal(true);

/** What the components told, for tests to look at. */
const told = { sent: [], chosen: [], seen: 0, fills: [], languages: [], closed: 0, readings: 0 };
const actions = {
  onChoice: (choice) => told.chosen.push(choice.value),
  onRetry: (id) => told.sent.push(`again ${id}`),
  onDrop: (id) => told.sent.push(`dropped ${id}`),
};
/** What the desk answers to the next change of the report, or the promise of it; without one it stores it. */
const answers = [];

async function fill({ revision, fields }) {
  told.fills.push({ revision, fields });
  const refused = await answers.shift();
  if (refused) {
    throw new Refused({ code: refused });
  }
  view.value = { ...view.value, revision: view.value.revision + 1, fields: { ...view.value.fields, ...fields } };
  return { view: view.value };
}

const edits = new ReportEdits(fill);

function Gallery() {
  return html`
    <${SpeechContext.Provider} value=${{ language, text: phrases.text }}>
      <h1>Onlineloket</h1>
      <h2>Gesprek</h2>
      <div class="log-frame">
        <${MessageLog}
          label="Gesprek"
          entries=${log.entries.value}
          outgoing=${log.outgoing.value}
          me=${log.audience.value === "staff" ? AGENT : CITIZEN}
          audience=${log.audience.value}
          read=${log.read.value}
          closed=${false}
          settled=${log.settled.value}
          hasEarlier=${log.hasEarlier.value}
          onEarlier=${() => log.readBack()}
          emergency=${({ tier, latest }) => html`<${EmergencyCard} card=${CARD} tier=${tier} latest=${latest} />`}
          actions=${actions}
          onSeen=${() => (told.seen += 1)}
        />
      </div>
      <${Composer} value=${draft.value} label="Bericht" onInput=${(value) => (draft.value = value)} onSend=${(text) => {
        told.sent.push(text);
        draft.value = "";
      }} />
      <${Composer} kind="note" hint="Alleen voor collega’s" value="" label="Notitie" onInput=${() => {}} onSend=${() => {}} />
      <${Banner} kind="warning"><p>Let op.</p></${Banner}>
      <${ConnectionLine} connection=${LOST} waiting=${1} kept="tab" />
      <${LanguageSwitcher} languages=${["nl", "fr", "en", "de"]} language=${language} onChange=${(one) => told.languages.push(one)} />
      <h2>Aangifte</h2>
      ${formShown.value && html`<${ReportForm} form=${FORM} view=${view.value} edits=${edits} nameMissing=${nameMissing.value} />`}
      ${dialog.value && html`<${Dialog} title="Zeker?" onClose=${() => {
        told.closed += 1;
        dialog.value = false;
      }}><button type="button" id="inside">Ja</button></${Dialog}>`}
    </${SpeechContext.Provider}>
  `;
}

render(html`<${Gallery} />`, document.getElementById("app"));
window.gallery = { log, draft, view, dialog, nameMissing, formShown, told, answers, talk, history, entry, said, AGENT, BOT, CITIZEN };
