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
bot-not-in-answer = Das steht nicht in meinen Informationen. Ein Mitarbeiter kann es Ihnen sagen.
bot-heard-more = Danke, das behalte ich.
bot-goodbye = Danke für Ihre Nachricht. Ich beende dieses Gespräch jetzt. Sie können jederzeit ein neues beginnen.

bot-hand-over-requested = Ich hole einen Mitarbeiter dazu. Er liest, was Sie schon geschrieben haben. Sie müssen nichts wiederholen.
bot-hand-over-unsure = Entschuldigung, ich verstehe Sie nicht gut genug. Ich hole einen Mitarbeiter dazu. Er liest, was Sie schon geschrieben haben.
bot-hand-over-topic = Hierbei hilft Ihnen ein Mensch besser als ein Bot. Ich hole jemanden dazu. Sie müssen nichts wiederholen.
bot-hand-over-sensitive =
    Gut, dass Sie das sagen. Ein Mitarbeiter spricht hier mit Ihnen weiter. Sie kommen zuerst an die Reihe.
    Sie entscheiden selbst, was Sie erzählen. Mit dem Knopf oben verlassen Sie diese Seite sofort.
bot-hand-over-form = Danke. Ein Mitarbeiter prüft alles mit Ihnen und füllt den Rest mit Ihnen aus. Sie müssen nichts wiederholen.

bot-emergency-now = Geschieht das jetzt, oder ist jemand in Gefahr?
bot-emergency-yes = Ja, jetzt
bot-emergency-no = Nein, nicht jetzt
bot-not-now = Gut, dann machen wir hier weiter.

bot-form-offer = Ich kann die ersten Fragen Ihrer Meldung jetzt schon stellen. Danach übernimmt ein Mitarbeiter. Wollen wir anfangen?
bot-form-start = Mit den Fragen beginnen
bot-form-no = Nein, jetzt nicht
bot-form-intro =
    Gut. Ich stelle ein paar kurze Fragen. Sie sehen die Antworten im Formular und können sie immer verbessern.
    Sie wissen etwas nicht? Dann überspringen Sie die Frage. Schreiben Sie „Mitarbeiter“, wenn Sie lieber gleich mit jemandem sprechen.
bot-form-moment-again = Ich finde keinen Tag in Ihrer Antwort. Schreiben Sie zum Beispiel „gestern Abend“, „Dienstag“ oder „14. März“.
bot-form-moment-future = Dieser Tag kommt erst noch. An welchem Tag war es?
bot-form-choice-again = Das passt zu keiner der Antworten. Wählen Sie eine, oder „Weiß ich nicht“.
bot-form-yes-no-again = Antworten Sie mit Ja oder Nein, oder wählen Sie „Weiß ich nicht“.
bot-form-text-again = Das kann ich nicht notieren. Schreiben Sie es kurz und in einfachen Worten, oder wählen Sie „Weiß ich nicht“.
bot-form-progress = Frage { $number } von { $of }
bot-form-line = { $label }: { $answer }
bot-form-confirm-one = { $answer }. Stimmt das?
bot-form-confirm-many =
    Das habe ich verstanden:
    { $answers }
    Stimmt das?
bot-form-noted-yes = Ja, das stimmt
bot-form-noted-no = Nein, verbessern
bot-form-confirm-again = Wählen Sie „Ja, das stimmt“ oder „Nein, verbessern“. Sie können auch schreiben, wie es war.
bot-form-which-wrong = Was stimmt nicht?
bot-form-all-wrong = Alles
bot-form-mended = Geändert. { $answer }.
bot-form-as-written = wie Sie es geschrieben haben
bot-form-noted = Das habe ich notiert:
bot-form-wait = Nehmen Sie sich Zeit. Alles bleibt gespeichert, auch wenn Sie diese Seite neu laden. Schreiben Sie Ihre Antwort, wenn Sie so weit sind.
bot-form-paused = Gut, ich höre mit den Fragen auf. Ihre Antworten bleiben gespeichert. Sie können später weitermachen oder es mit einem Mitarbeiter beenden.
bot-form-resume = Weiter mit den Fragen
bot-form-other = In diesem Gespräch gibt es schon eine Meldung. Ein Mitarbeiter hilft Ihnen gern bei der zweiten.
bot-form-resume-offer = Hilft Ihnen das? Ihre Antworten von vorhin sind gespeichert. Möchten Sie weitermachen?
bot-form-moment-past = Dieser Tag ist schon vorbei. Welcher kommende Tag ist es?
bot-form-moment-before = Das ist früher als das, was Sie vorher geschrieben haben. Wann war es genau?
bot-form-days-few = Zwischen den beiden Tagen liegen zu wenige Tage. Welcher Tag ist es?
bot-form-days-many = Zwischen den beiden Tagen liegen zu viele Tage. Welcher Tag ist es?
bot-form-amount-again = Ich finde keinen Betrag. Schreiben Sie nur eine Zahl, zum Beispiel 250 oder 49,90.
bot-hand-over-form-first = Danke, das ist wichtig. Ein Mitarbeiter spricht jetzt zuerst mit Ihnen. Gibt es noch Gefahr oder braucht jemand Hilfe? Rufen Sie 112 an.

bot-abuse = Ich helfe Ihnen gern weiter. Können Sie es ohne Beleidigungen sagen? Sie können auch nach einem Mitarbeiter fragen.
bot-language-now = Ich schreibe auf Deutsch weiter.
bot-language-back = Lieber Deutsch
bot-foreign = Ich verstehe Ihre Sprache nicht. Ein Mitarbeiter hilft Ihnen.
