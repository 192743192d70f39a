# What the bot says of itself and of the conversation. What it answers to questions is zone data.

bot-greeting =
    Goedendag. Ik ben de digitale assistent van dit loket. Ik ben een bot, geen mens.
    Ik beantwoord eenvoudige vragen en zet meldingen klaar. U kunt altijd een medewerker vragen.
    Schrijf wat er aan de hand is, of kies hieronder. Geef nog geen persoonlijke gegevens.
bot-person = Ik wil een medewerker
bot-none-of-these = Geen van deze
bot-yes = Ja
bot-no = Nee
bot-skip = Weet ik niet

bot-clarify = Ik ben niet zeker wat u bedoelt. Gaat het over een van deze onderwerpen?
bot-rephrase = Dat begrijp ik nog niet. Kunt u het in andere woorden zeggen? U kunt ook een medewerker vragen.
bot-nothing-read = Ik kan alleen tekst lezen. Schrijf in een paar woorden wat er aan de hand is.

bot-helped = Bent u hiermee geholpen?
bot-helped-yes = Ja, dank u
bot-helped-no = Nee
bot-anything-else = Goed. Kan ik nog iets voor u doen?
bot-more = Ik heb nog een vraag
bot-end = Nee, dat was alles
bot-ask-away = Stel gerust uw vraag.
bot-what-is-missing = Wat wilt u nog weten? Schrijf het hier, of vraag een medewerker.
bot-not-in-answer = Dat staat niet in mijn informatie. Een medewerker weet het wel.
bot-heard-more = Dank u, dat neem ik mee.
bot-goodbye = Dank u voor uw bericht. Ik sluit dit gesprek nu af. U kunt altijd een nieuw gesprek beginnen.

bot-hand-over-requested = Ik haal er een medewerker bij. Die leest wat u al geschreven hebt. U hoeft niets te herhalen.
bot-hand-over-unsure = Excuses, ik begrijp u niet goed genoeg. Ik haal er een medewerker bij. Die leest wat u al geschreven hebt.
bot-hand-over-topic = Hierbij helpt een medewerker u beter dan een bot. Ik haal er iemand bij. U hoeft niets te herhalen.
bot-hand-over-sensitive =
    Goed dat u dit vertelt. Een medewerker praat hier met u over verder. U gaat voor in de rij.
    U beslist zelf wat u vertelt. Met de knop bovenaan verlaat u deze pagina meteen.
bot-hand-over-form = Dank u. Een medewerker kijkt alles met u na en vult de rest samen met u in. U hoeft niets te herhalen.

bot-emergency-now = Gebeurt dit nu, of is er iemand in gevaar?
bot-emergency-yes = Ja, nu
bot-emergency-no = Nee, niet nu
bot-not-now = Goed, dan gaan we hier verder.

bot-form-offer = Ik kan de eerste vragen van uw melding nu al stellen. Een medewerker neemt het daarna over. Zullen we beginnen?
bot-form-start = Begin met de vragen
bot-form-no = Nee, nu niet
bot-form-intro =
    Goed. Ik stel een paar korte vragen. U ziet de antwoorden in het formulier en u kunt ze altijd verbeteren.
    Weet u iets niet? Dan slaat u de vraag over. Schrijf “medewerker” als u liever meteen met iemand spreekt.
bot-form-moment-again = Ik herken geen dag in uw antwoord. Schrijf bijvoorbeeld “gisteravond”, “dinsdag” of “14 maart”.
bot-form-moment-future = Die dag moet nog komen. Op welke dag in het verleden was het?
bot-form-choice-again = Dat past bij geen van de antwoorden. Kies er een, of kies “Weet ik niet”.
bot-form-yes-no-again = Antwoord met ja of nee, of kies “Weet ik niet”.
bot-form-text-again = Dat kan ik niet noteren. Schrijf het kort en in gewone woorden, of kies “Weet ik niet”.
bot-form-progress = Vraag { $number } van { $of }
bot-form-line = { $label }: { $answer }
bot-form-confirm-one = { $answer }. Klopt dat?
bot-form-confirm-many =
    Dit heb ik begrepen:
    { $answers }
    Klopt dat?
bot-form-noted-yes = Ja, dat klopt
bot-form-noted-no = Nee, verbeteren
bot-form-confirm-again = Kies “Ja, dat klopt” of “Nee, verbeteren”. U kunt ook schrijven wat het wel was.
bot-form-which-wrong = Wat klopt er niet?
bot-form-all-wrong = Alles
bot-form-mended = Aangepast. { $answer }.
bot-form-as-written = zoals u het schreef
bot-form-noted = Dit heb ik genoteerd:
bot-form-wait = Neem uw tijd. Alles blijft bewaard, ook als u deze pagina opnieuw laadt. Schrijf uw antwoord als u klaar bent.
bot-form-paused = Goed, ik stop met de vragen. Uw antwoorden blijven bewaard. U kunt later verdergaan, of het met een medewerker afmaken.
bot-form-resume = Verder met de vragen
bot-form-other = Er loopt al een melding in dit gesprek. Een medewerker helpt u graag met de tweede.
bot-form-resume-offer = Bent u hiermee geholpen? Uw antwoorden van daarnet zijn bewaard. Wilt u verdergaan?
bot-form-moment-past = Die dag is al voorbij. Welke dag in de toekomst is het?
bot-form-moment-before = Dat is vroeger dan wat u eerder schreef. Wanneer was het precies?
bot-form-days-few = Tussen de twee dagen liggen te weinig dagen. Op welke dag is het?
bot-form-days-many = Tussen de twee dagen liggen te veel dagen. Op welke dag is het?
bot-form-amount-again = Ik herken geen bedrag. Schrijf alleen een getal, bijvoorbeeld 250 of 49,90.
bot-hand-over-form-first = Dank u, dat is belangrijk. Een medewerker spreekt nu eerst met u. Is er nog gevaar of heeft iemand hulp nodig? Bel 112.

bot-abuse = Ik blijf u graag helpen. Wilt u het zonder scheldwoorden zeggen? U kunt ook een medewerker vragen.
bot-language-now = Ik ga verder in het Nederlands.
bot-language-back = Liever Nederlands
bot-foreign = Ik begrijp uw taal niet. Een medewerker helpt u verder.
