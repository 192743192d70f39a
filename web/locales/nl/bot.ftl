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
bot-goodbye = Dank u voor uw bericht. Ik sluit dit gesprek nu af. U kunt altijd een nieuw gesprek beginnen.

bot-hand-over-requested = Ik haal er een medewerker bij. Die leest wat u al geschreven hebt. U hoeft niets te herhalen.
bot-hand-over-unsure = Excuses, ik begrijp u niet goed genoeg. Ik haal er een medewerker bij. Die leest wat u al geschreven hebt.
bot-hand-over-topic = Hierbij helpt een medewerker u beter dan een bot. Ik haal er iemand bij. U hoeft niets te herhalen.
bot-hand-over-sensitive =
    Goed dat u dit vertelt. Een medewerker praat hier met u over verder. U gaat voor in de rij.
    U beslist zelf wat u vertelt. Met de knop bovenaan verlaat u deze pagina meteen.
bot-hand-over-form = Dank u. Ik heb alles genoteerd. Een medewerker kijkt het met u na en vult de rest samen met u in.

bot-emergency-now = Gebeurt dit nu, of is er iemand in gevaar?
bot-emergency-yes = Ja, nu
bot-emergency-no = Nee, niet nu
bot-not-now = Goed, dan gaan we hier verder.

bot-form-offer = Ik kan de eerste vragen van uw aangifte nu al stellen. Een medewerker neemt het daarna over. Of wilt u meteen een medewerker?
bot-form-start = Begin met de vragen
bot-form-no = Nee, dank u
bot-form-intro = Goed. Ik stel een paar korte vragen. U ziet de antwoorden in het formulier en u kunt ze altijd verbeteren. Een medewerker meteen? Schrijf dan “medewerker”.
bot-form-moment-again = Ik herken geen dag in uw antwoord. Schrijf bijvoorbeeld “gisteravond”, “dinsdag” of “14 maart”.
bot-form-moment-future = Die dag moet nog komen. Op welke dag in het verleden was het?
bot-form-choice-again = Dat past bij geen van de antwoorden. Kies er een, of kies “Weet ik niet”.
bot-form-yes-no-again = Antwoord met ja of nee, of kies “Weet ik niet”.
bot-form-text-again = Dat antwoord past niet in het formulier. Kunt u het korter en zonder vreemde tekens schrijven?

bot-abuse = Ik blijf u graag helpen. Wilt u het zonder scheldwoorden zeggen? U kunt ook een medewerker vragen.
bot-language-now = Ik ga verder in het Nederlands.
bot-language-back = Liever Nederlands
bot-foreign = Ik begrijp uw taal niet. Een medewerker helpt u verder.
