# What only the citizen reads: the widget, the full page and the button on other sites.

## The button on other sites. The loader holds these words itself; a test compares.

loader-open = Politie online
loader-close = Sluiten
loader-new = nieuw

## The top of the screen

citizen-own-window = Open in een eigen venster
citizen-put-away = Sluit. Uw gesprek blijft bewaard
citizen-urgent-label = Dringende hulp
citizen-urgent = Dringend? Bel
citizen-call = Bel { $number }
citizen-exit = Verlaat deze pagina nu
citizen-exit-label = Snel weg
citizen-exit-what = Wat doet deze knop?
citizen-exit-about = U gaat meteen naar een andere site. Wij wissen uw gesprek in deze browser. De geschiedenis van uw browser kunnen wij niet wissen.
citizen-exit-keys = Drie keer Shift doet hetzelfde.

## Before the first word

citizen-welcome = Waarmee kunnen wij u helpen?
citizen-welcome-who = Eerst antwoordt een digitale assistent. Dat is een computer. U kunt altijd een medewerker vragen.
citizen-doors = Kies wat het best past
citizen-welcome-type = Of typ hieronder wat er gebeurd is.

## How the conversation stands

citizen-with-bot = U praat met de digitale assistent.
citizen-with-agent = U praat met { $name }, { $role }.
citizen-waiting = U bent nummer { $position } in de rij.
citizen-waiting-minutes = U bent nummer { $position } in de rij. U wacht ongeveer { $least ->
    [0] { $most ->
        [one] { $most } minuut
       *[other] { $most } minuten
    }
   *[other] { $least } tot { $most } minuten
}.
citizen-nobody-now = Er is nu geen medewerker vrij. U blijft in de rij.
citizen-person-please = Een mens, graag
citizen-other-ways = Andere manieren
citizen-log = Uw gesprek

## Writing, and the options

citizen-write = Uw bericht
citizen-write-here = Typ uw bericht
citizen-options = Opties
citizen-transcript = Bewaar het gesprek als bestand
citizen-end = Stop het gesprek
citizen-end-sure = Wilt u stoppen? Daarna kunt u in dit gesprek niets meer schrijven.
citizen-end-yes = Ja, stop
citizen-end-no = Nee, ga verder
citizen-keep-on-device = Bewaar dit gesprek op dit toestel
citizen-kept-in-tab = Uw gesprek blijft bewaard tot u dit tabblad sluit.
citizen-kept-on-device = U kunt later verdergaan op dit toestel. Wie dit toestel gebruikt, kan uw gesprek lezen.
citizen-kept-in-memory = Uw browser bewaart dit gesprek niet. Het is weg als u de pagina sluit of opnieuw laadt.
citizen-understood = Begrepen
citizen-expires = Dit gesprek sluit over { $minutes ->
    [one] { $minutes } minuut
   *[other] { $minutes } minuten
}. Wilt u verdergaan?
citizen-expires-go-on = Ja, ik wil verdergaan
citizen-numbers = Nuttige nummers
citizen-privacy = Uw gegevens en uw rechten
citizen-accessibility = Toegankelijkheid

## After the end

citizen-ended = Het gesprek is afgelopen
citizen-ended-about = Bewaar nu wat u nodig hebt. Wij wissen het gesprek in deze browser als u de pagina sluit.
citizen-rate = Hoe vond u onze hulp?
citizen-rate-score = { $score ->
    [1] 1 · zeer slecht
    [2] 2 · slecht
    [3] 3 · gewoon
    [4] 4 · goed
   *[5] 5 · zeer goed
}
citizen-rate-comment = Wilt u er iets bij zeggen? (mag u overslaan)
citizen-rate-choose = Kies eerst een cijfer.
citizen-rate-send = Verstuur uw mening
citizen-rated = Bedankt voor uw mening.
citizen-start-over = Begin een nieuw gesprek
citizen-go-on = Ga verder over hetzelfde
citizen-go-on-about = Gaat u verder over hetzelfde? Dan zien onze medewerkers dat dit gesprek eraan voorafging.
citizen-unsent = Dit is niet verstuurd. Het staat klaar in uw nieuwe gesprek:
citizen-unsent-ended = Niet alles is nog verstuurd. Wat overblijft, staat klaar in uw nieuwe gesprek.
citizen-lost = { $loss ->
    [quick_exit] Dit gesprek is gesloten en gewist.
    [ticket_used] Deze link is al gebruikt of te oud. Ga terug naar het eerste venster, of begin opnieuw.
   *[expired] Dit gesprek is te oud en kan niet verder. U kunt een nieuw gesprek beginnen.
}

## The report

citizen-panes = Wat u ziet
citizen-pane-talk = Gesprek
citizen-pane-report = Aangifte
citizen-pane-report-offered = Aangifte: lees na
citizen-report-state = { $state ->
    [draft] U en de medewerker vullen dit samen in. U kunt alles verbeteren.
    [offered] Lees alles na. Klopt er iets niet? Verbeter het. Bevestig daarna.
   *[filed] Uw aangifte is bewaard.
}
citizen-report-reference = Referentie
citizen-report-pv = Nummer van het proces-verbaal
citizen-report-paper = Bewaar de aangifte (pdf)
citizen-report-certificate = Bewaar het attest (pdf)
citizen-report-certificate-about = Om te tonen aan uw verzekering of werkgever. Er staat niet in wat er gebeurd is.
citizen-rights = Uw rechten bij een verklaring
citizen-report-confirm = Ik bevestig deze aangifte
citizen-report-confirm-about = U bevestigt wat hierboven staat. Daarna kunt u het hier niet meer veranderen. U hoeft niet te ondertekenen.

## A call

citizen-rather-call = Liever videobellen?
citizen-call-other = Uw gesprekspartner
citizen-call-own-window = Op deze site mogen wij uw camera en microfoon niet gebruiken. Open het loket in een eigen venster. Uw gesprek gaat daar verder.
