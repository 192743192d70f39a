# The page of a guest: an interpreter who was asked into a call.

join-title = Appel
join-welcome = Vous êtes invité comme interprète dans un appel avec la police.
join-how = D’abord, vous seul vous voyez et vous entendez. Ensuite, vous attendez. L’agent vous laisse entrer.
join-private = Vous voyez et entendez seulement l’appel. Vous ne voyez pas ce qui a été écrit avant. Personne n’enregistre l’appel ici sans le demander.
join-name = Votre nom
join-name-help = Les personnes dans l’appel voient ce nom.
join-language = Langue de cette page
join-begin = Voir d’abord votre caméra
join-waiting = Vous attendez. L’agent sait que vous êtes là et vous laisse bientôt entrer. Gardez cette page ouverte.
join-leave = Partir
join-over = L’appel est terminé. Merci. Vous pouvez fermer cette page.
join-left = Vous avez quitté l’appel. Vous pouvez fermer cette page.
join-refused = L’agent ne vous laisse pas entrer maintenant. Téléphonez-lui si vous pensez que c’est une erreur.
join-removed = L’agent vous a retiré de l’appel. Merci. Vous pouvez fermer cette page.
join-dead = Ce lien ne fonctionne plus. Il fonctionne une seule fois, sur un seul appareil. Demandez un nouveau lien à la personne qui vous a invité.
join-connecting = Nous cherchons l’appel…
