# Pages that the desk sends whole.

page-skip = Naar de tekst
page-languages = Taal
page-language-nl = Nederlands
page-language-fr = Français
page-language-en = English
page-language-de = Deutsch
page-to-desk = Naar het loket
page-urgent = Dringend? Bel.
page-console-title = Console
page-join-title = Gesprek
page-without-script = Dit loket heeft JavaScript nodig. Uw browser staat dat nu niet toe. Zet JavaScript aan, of gebruik een van deze nummers.

## When something goes wrong

page-error-missing = Deze pagina bestaat niet
    .about = Kijk het adres na, of begin opnieuw bij het loket.
page-error-forbidden = Dit mag hier niet
    .about = U mag deze pagina niet bekijken.
page-error-sign-in = U bent niet aangemeld
    .about = Meld u aan op de console en open de pagina opnieuw.
page-error-over = Deze link werkt niet meer
    .about = De link werkt maar één keer en maar één minuut. Vraag een nieuwe in het gesprek.
page-error-busy = Even wachten
    .about = Dit lukt nu even niet. Er is niets verloren. Probeer het zo meteen opnieuw.
page-error-fault = Er ging iets mis
    .about = Dit is onze fout. Probeer het zo meteen opnieuw.

## The console on an address where browsers keep no sign-in

page-insecure-title = Aanmelden kan niet op dit adres
page-insecure-why = U opende de console op { $address }. Op dit adres kan iemand meelezen. Uw browser bewaart uw aanmelding daarom niet.
page-insecure-then = Er zijn twee mogelijkheden:
page-insecure-here = Werkt u op de computer waar het loket draait? Open dan:
page-insecure-https = Werkt u op een andere computer? Dan is een adres met https nodig. De beheerder stelt dat adres in met

## Accessibility statement

page-accessibility-title = Toegankelijkheid
accessibility-aim = { $zone } wil dat iedereen het loket kan gebruiken. We volgen de norm EN 301 549 en de richtlijnen WCAG 2.2, niveau AA.
accessibility-can-title = Wat u kunt doen
accessibility-can-keyboard = U kunt alles met het toetsenbord bedienen.
accessibility-can-reader = Een schermlezer leest nieuwe berichten voor, en zegt wie ze schreef.
accessibility-can-size = U kunt de tekst groter maken. Niets valt dan weg.
accessibility-can-colour = Kleur is nooit het enige teken. Er is een donkere weergave en een weergave met veel contrast.
accessibility-can-motion = Er beweegt bijna niets. Wie beweging uitzet, ziet er geen.
accessibility-can-time = U krijgt de tijd. Een formulier verdwijnt niet terwijl u nadenkt.
accessibility-can-text = U hoeft nooit te bellen of uzelf te tonen. Typen mag altijd, ook tijdens een videogesprek.
accessibility-can-live = In een videogesprek kunnen de anderen meelezen terwijl u typt. Gebruikt u gebarentaal? Met een knop toont u dat u aan het woord bent.
accessibility-not-title = Wat nog niet kan
accessibility-not-captions = In een videogesprek is er geen ondertiteling van wat gezegd wordt. U kunt vragen om te typen.
accessibility-not-language = De digitale assistent spreekt Nederlands, Frans, Engels en Duits. Voor andere talen vraagt u een mens.
accessibility-not-sign = We bieden zelf geen tolk voor gebarentaal aan.
accessibility-checked-title = Hoe we dit nagaan
accessibility-checked = Bij elke verandering toetst een programma alle schermen aan de richtlijnen. Dat vindt niet alles. Mensen met een beperking hebben dit loket nog niet getest.
accessibility-tell-title = Lukt iets niet?
accessibility-tell = Zeg het ons. In een gesprek, of op een van deze manieren:
accessibility-complain = Bent u niet tevreden met ons antwoord? Dan kunt u naar de ombudsdienst gaan.

## Privacy

page-privacy-title = Uw gegevens
privacy-who = { $zone } is verantwoordelijk voor de gegevens in dit loket.
privacy-kept-title = Wat we bewaren
privacy-kept-talk = Wat u en wij in het gesprek schrijven, met datum en uur.
privacy-kept-report = De aangifte die u invult en bevestigt.
privacy-kept-call = Van een videogesprek: wanneer het begon en eindigde.
privacy-kept-recording = Een opname van een videogesprek, alleen als iedereen in het gesprek ja zei. We wissen ze na { $days ->
    [one] { $days } dag
   *[other] { $days } dagen
}, tenzij we ze om een wettelijke reden langer moeten bewaren.
privacy-kept-no-recording = We nemen beeld en geluid van een videogesprek niet op.
privacy-kept-photo = Een foto die u nam omdat een agent erom vroeg. Hoort ze niet bij een aangifte die u bevestigde? Dan wissen we ze na { $days ->
    [one] { $days } dag
   *[other] { $days } dagen
}.
privacy-kept-looks = Welke medewerker uw gesprek of aangifte bekeek of veranderde, en wanneer.
privacy-device-title = Wat op uw toestel staat
privacy-device-key = Een sleutel waarmee u het gesprek weer opent. Die werkt { $hours } uur en verdwijnt als u het tabblad sluit, tenzij u kiest om die te bewaren.
privacy-device-exit = Verlaat u de pagina met de rode knop? Dan wissen we alles van dit loket op uw toestel.
privacy-device-history = De geschiedenis van uw browser kunnen we niet wissen. Dat moet u zelf doen.
privacy-others-title = Wie verder meekijkt
privacy-others = Niemand. Er zijn geen volgers, geen reclame en geen diensten van anderen op deze pagina’s.
privacy-bot = De digitale assistent is een programma op onze eigen computers. Hij leest wat u typt om u een antwoord te geven.
privacy-learns = Een leidinggevende kan iets wat u tegen de digitale assistent zei, opnieuw opschrijven om die beter te maken: zonder uw naam, nummers of adres. Dat gebeurt nooit vanzelf.
privacy-rights-title = Uw rechten
privacy-rights = U kunt vragen welke gegevens we over u hebben, en een fout laten verbeteren. Vraag het in een gesprek. Komt u er met ons niet uit, dan kunt u naar de overheid gaan die toezicht houdt op gegevens bij de politie.

## The demo municipality’s page

demo-notice = Dit is een voorbeeld van de website van een gemeente. Ze bestaat niet echt.
demo-menu-home = Start
demo-menu-living = Wonen
demo-menu-news = Nieuws
demo-menu-contact = Contact
demo-menu = Hoofdmenu
demo-heading = Politie en veiligheid
demo-intro = Is uw fiets gestolen, bent u uw identiteitskaart kwijt, of hebt u een vraag? Het onlineloket van de politie is dag en nacht open.
demo-how = Druk rechts onderaan op de knop. U praat eerst met een digitale assistent. U kunt altijd om een mens vragen.
demo-page = Liever een volledige pagina? Open het loket.
demo-news = Nieuws uit de gemeente
demo-news-market = De markt verhuist voor de werken naar het stationsplein.
demo-news-library = De bibliotheek is op donderdag langer open.
demo-topics = Vaak gevraagd
demo-topic-bike = Fiets gestolen of gevonden
demo-topic-documents = Identiteitskaart of papieren kwijt
demo-topic-holiday = Toezicht op uw huis tijdens uw vakantie
demo-topic-neighbours = Lawaai of ruzie met de buren
demo-hours = Openingsuren van het stadhuis
demo-hours-week = Maandag tot vrijdag: van 9 tot 16 uur.
demo-hours-evening = Donderdag ook van 16 tot 19 uur.
