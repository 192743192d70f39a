# What only the citizen reads: the widget, the full page and the button on other sites.

## The button on other sites. The loader holds these words itself; a test compares.

loader-open = Police en ligne
loader-close = Fermer
loader-new = nouveau

## The top of the screen

citizen-own-window = Ouvrir dans une autre fenêtre
citizen-put-away = Fermer. Votre conversation est gardée
citizen-urgent-label = Aide urgente
citizen-urgent = Urgent ? Appelez le
citizen-call = Appelez le { $number }
citizen-exit = Quitter cette page maintenant
citizen-exit-label = Partir vite
citizen-exit-what = Que fait ce bouton ?
citizen-exit-about = Vous allez tout de suite sur un autre site. Nous effaçons votre conversation dans ce navigateur. Nous ne pouvons pas effacer l’historique de votre navigateur.
citizen-exit-keys = Trois fois Maj fait la même chose.

## Before the first word

citizen-welcome = Comment pouvons-nous vous aider ?
citizen-welcome-who = D’abord, un assistant numérique vous répond. C’est un ordinateur. Vous pouvez toujours demander une personne.
citizen-doors = Choisissez ce qui convient le mieux
citizen-welcome-type = Ou écrivez ci-dessous ce qui s’est passé.

## How the conversation stands

citizen-with-bot = Vous parlez avec l’assistant numérique.
citizen-with-agent = Vous parlez avec { $name }, { $role }.
citizen-waiting = Vous êtes le numéro { $position } dans la file.
citizen-waiting-minutes = Vous êtes le numéro { $position } dans la file. Vous attendez environ { $least ->
    [0] { $most ->
        [one] { $most } minute
       *[other] { $most } minutes
    }
   *[other] { $least } à { $most } minutes
}.
citizen-nobody-now = Personne n’est libre en ce moment. Vous restez dans la file.
citizen-person-please = Une personne, svp
citizen-other-ways = Autres moyens
citizen-log = Votre conversation

## Writing, and the options

citizen-write = Votre message
citizen-write-here = Écrivez votre message
citizen-options = Options
citizen-transcript = Enregistrer la conversation dans un fichier
citizen-end = Arrêter la conversation
citizen-end-sure = Voulez-vous arrêter ? Ensuite, vous ne pourrez plus rien écrire dans cette conversation.
citizen-end-yes = Oui, arrêter
citizen-end-no = Non, continuer
citizen-keep-on-device = Garder cette conversation sur cet appareil
citizen-kept-in-tab = Votre conversation est gardée jusqu’à ce que vous fermiez cet onglet.
citizen-kept-on-device = Vous pouvez continuer plus tard sur cet appareil. Qui utilise cet appareil peut lire votre conversation.
citizen-kept-in-memory = Votre navigateur ne garde pas cette conversation. Elle disparaît si vous fermez ou rechargez la page.
citizen-understood = Compris
citizen-expires = Cette conversation se ferme dans { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. Voulez-vous continuer ?
citizen-expires-go-on = Oui, je veux continuer
citizen-numbers = Numéros utiles
citizen-privacy = Vos données et vos droits
citizen-accessibility = Accessibilité

## After the end

citizen-ended = La conversation est terminée
citizen-ended-about = Enregistrez maintenant ce dont vous avez besoin. Nous effaçons la conversation dans ce navigateur quand vous fermez la page.
citizen-rate = Que pensez-vous de notre aide ?
citizen-rate-score = { $score ->
    [1] 1 · très mauvaise
    [2] 2 · mauvaise
    [3] 3 · moyenne
    [4] 4 · bonne
   *[5] 5 · très bonne
}
citizen-rate-comment = Voulez-vous ajouter quelque chose ? (pas obligatoire)
citizen-rate-choose = Choisissez d’abord un chiffre.
citizen-rate-send = Envoyer votre avis
citizen-rated = Merci pour votre avis.
citizen-start-over = Commencer une nouvelle conversation
citizen-go-on = Continuer sur le même sujet
citizen-go-on-about = Vous continuez sur le même sujet ? Notre personnel voit alors que cette conversation a eu lieu avant.
citizen-unsent = Ceci n’a pas été envoyé. Vous le retrouvez dans votre nouvelle conversation :
citizen-unsent-ended = Tout n’a pas pu être envoyé. Vous retrouvez le reste dans votre nouvelle conversation.
citizen-lost = { $loss ->
    [quick_exit] Cette conversation est fermée et effacée.
    [ticket_used] Ce lien a déjà servi ou est trop ancien. Retournez à la première fenêtre, ou recommencez.
   *[expired] Cette conversation est trop ancienne et ne peut pas continuer. Vous pouvez en commencer une nouvelle.
}

## The report

citizen-panes = Ce que vous voyez
citizen-pane-talk = Conversation
citizen-pane-report = Déclaration
citizen-pane-report-offered = Déclaration : à relire
citizen-report-state = { $state ->
    [draft] Vous la remplissez avec notre collègue. Vous pouvez tout corriger.
    [offered] Relisez tout. Quelque chose n’est pas juste ? Corrigez-le. Confirmez ensuite.
   *[filed] Votre déclaration est enregistrée.
}
citizen-report-reference = Référence
citizen-report-pv = Numéro du procès-verbal
citizen-report-paper = Enregistrer la déclaration (pdf)
citizen-report-certificate = Enregistrer l’attestation (pdf)
citizen-report-certificate-about = À montrer à votre assurance ou à votre employeur. Elle ne dit pas ce qui s’est passé.
citizen-rights = Vos droits lors d’une déclaration
citizen-report-confirm = Je confirme cette déclaration
citizen-report-confirm-about = Vous confirmez ce qui est écrit ci-dessus. Ensuite, vous ne pourrez plus le changer ici. Vous ne devez pas signer.

## A call

citizen-rather-call = Plutôt un appel vidéo ?
citizen-call-other = Votre interlocuteur
citizen-call-own-window = Sur ce site, nous ne pouvons pas utiliser votre caméra et votre micro. Ouvrez le guichet dans une autre fenêtre. Votre conversation continue là.
