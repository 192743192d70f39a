# The page of a guest: an interpreter who was asked into a call.

join-title = Anruf
join-welcome = Sie wurden gebeten, in einem Anruf mit der Polizei zu dolmetschen.
join-how = Zuerst sehen und hören nur Sie sich selbst. Dann warten Sie. Die Polizei lässt Sie ein.
join-private = Sie sehen und hören nur den Anruf. Sie sehen nicht, was vorher geschrieben wurde. Niemand nimmt den Anruf hier auf, ohne zu fragen.
join-name = Ihr Name
join-name-help = Die Menschen im Anruf sehen diesen Namen.
join-language = Sprache dieser Seite
join-begin = Zuerst die Kamera ansehen
join-waiting = Sie warten. Die Polizei weiß, dass Sie da sind, und lässt Sie gleich ein. Lassen Sie diese Seite offen.
join-leave = Gehen
join-over = Der Anruf ist vorbei. Danke. Sie können diese Seite schließen.
join-left = Sie haben den Anruf verlassen. Sie können diese Seite schließen.
join-refused = Sie werden jetzt nicht eingelassen. Rufen Sie an, wenn Sie denken, dass das falsch ist.
join-removed = Sie wurden aus dem Anruf genommen. Danke. Sie können diese Seite schließen.
join-dead = Dieser Link gilt nicht mehr. Er gilt einmal, auf einem Gerät. Bitten Sie um einen neuen Link, wo Sie eingeladen wurden.
join-connecting = Wir suchen den Anruf…
