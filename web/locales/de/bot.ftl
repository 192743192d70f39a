# What the bot says of itself and of the conversation. What it answers to questions is zone data.

bot-greeting =
    Guten Tag. Ich bin der digitale Assistent dieses Schalters. Ich bin ein Bot, kein Mensch.
    Ich beantworte einfache Fragen und bereite Anzeigen vor. Sie können immer nach einem Mitarbeiter fragen.
    Schreiben Sie, was los ist, oder wählen Sie unten. Geben Sie noch keine persönlichen Daten an.
bot-person = Ich möchte einen Mitarbeiter
bot-none-of-these = Keines davon
bot-yes = Ja
bot-no = Nein
bot-skip = Weiß ich nicht

bot-clarify = Ich bin nicht sicher, was Sie meinen. Geht es um eines dieser Themen?
bot-rephrase = Das verstehe ich noch nicht. Können Sie es anders sagen? Sie können auch nach einem Mitarbeiter fragen.
bot-nothing-read = Ich kann nur Text lesen. Schreiben Sie in ein paar Worten, was los ist.

bot-helped = Hilft Ihnen das weiter?
bot-helped-yes = Ja, danke
bot-helped-no = Nein
bot-anything-else = Gut. Kann ich noch etwas für Sie tun?
bot-more = Ich habe noch eine Frage
bot-end = Nein, das war alles
bot-ask-away = Stellen Sie gern Ihre Frage.
bot-what-is-missing = Was möchten Sie noch wissen? Schreiben Sie es hier, oder fragen Sie nach einem Mitarbeiter.
bot-goodbye = Danke für Ihre Nachricht. Ich beende dieses Gespräch jetzt. Sie können jederzeit ein neues beginnen.

bot-hand-over-requested = Ich hole einen Mitarbeiter dazu. Er liest, was Sie schon geschrieben haben. Sie müssen nichts wiederholen.
bot-hand-over-unsure = Entschuldigung, ich verstehe Sie nicht gut genug. Ich hole einen Mitarbeiter dazu. Er liest, was Sie schon geschrieben haben.
bot-hand-over-topic = Hierbei hilft Ihnen ein Mensch besser als ein Bot. Ich hole jemanden dazu. Sie müssen nichts wiederholen.
bot-hand-over-sensitive =
    Gut, dass Sie das sagen. Ein Mitarbeiter spricht hier mit Ihnen weiter. Sie kommen zuerst an die Reihe.
    Sie entscheiden selbst, was Sie erzählen. Mit dem Knopf oben verlassen Sie diese Seite sofort.
bot-hand-over-form = Danke. Ich habe alles notiert. Ein Mitarbeiter prüft es mit Ihnen und füllt den Rest gemeinsam mit Ihnen aus.

bot-emergency-now = Geschieht das jetzt, oder ist jemand in Gefahr?
bot-emergency-yes = Ja, jetzt
bot-emergency-no = Nein, nicht jetzt
bot-not-now = Gut, dann machen wir hier weiter.

bot-form-offer = Ich kann die ersten Fragen Ihrer Anzeige schon stellen. Danach übernimmt ein Mitarbeiter. Oder möchten Sie gleich einen Mitarbeiter?
bot-form-start = Mit den Fragen beginnen
bot-form-no = Nein, danke
bot-form-intro = Gut. Ich stelle ein paar kurze Fragen. Sie sehen Ihre Antworten im Formular und können sie immer verbessern. Gleich ein Mitarbeiter? Dann schreiben Sie „Mitarbeiter“.
bot-form-moment-again = Ich finde keinen Tag in Ihrer Antwort. Schreiben Sie zum Beispiel „gestern Abend“, „Dienstag“ oder „14. März“.
bot-form-moment-future = Dieser Tag kommt erst noch. An welchem Tag war es?
bot-form-choice-again = Das passt zu keiner der Antworten. Wählen Sie eine, oder „Weiß ich nicht“.
bot-form-yes-no-again = Antworten Sie mit Ja oder Nein, oder wählen Sie „Weiß ich nicht“.
bot-form-text-again = Diese Antwort passt nicht ins Formular. Können Sie sie kürzer und ohne Sonderzeichen schreiben?

bot-abuse = Ich helfe Ihnen gern weiter. Können Sie es ohne Beleidigungen sagen? Sie können auch nach einem Mitarbeiter fragen.
bot-language-now = Ich schreibe auf Deutsch weiter.
bot-language-back = Lieber Deutsch
bot-foreign = Ich verstehe Ihre Sprache nicht. Ein Mitarbeiter hilft Ihnen.
