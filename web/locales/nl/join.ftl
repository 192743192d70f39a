# The page of a guest: an interpreter who was asked into a call.

join-title = Gesprek met geluid of beeld
join-welcome = U bent gevraagd als tolk in een gesprek met de politie.
join-how = Eerst ziet en hoort u alleen uzelf. Daarna wacht u. De medewerker laat u binnen.
join-private = U ziet en hoort alleen het gesprek. U ziet niet wat er vroeger geschreven is. Niemand neemt het gesprek hier op zonder het te vragen.
join-name = Uw naam
join-name-help = De mensen in het gesprek zien deze naam.
join-language = Taal van deze pagina
join-begin = Bekijk eerst uw camera
join-waiting = U wacht. De medewerker weet dat u er bent en laat u zo binnen. Laat deze pagina open.
join-leave = Ga weg
join-over = Het gesprek is voorbij. Dank u wel. U mag deze pagina sluiten.
join-left = U hebt het gesprek verlaten. U mag deze pagina sluiten.
join-refused = De medewerker laat u nu niet binnen. Bel de medewerker als u denkt dat dit fout is.
join-removed = De medewerker heeft u uit het gesprek gehaald. Dank u wel. U mag deze pagina sluiten.
join-dead = Deze link werkt niet meer. Hij werkt één keer, op één toestel. Vraag een nieuwe link aan wie u uitnodigde.
join-connecting = We zoeken het gesprek…
