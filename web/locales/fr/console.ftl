# What an agent reads at the console.

## Titles

console-title = Console · Onlineloket
console-title-count = ({ $count }) { $waiting ->
    [0] { $unread } non lus
   *[other] { $waiting } en attente
} · Onlineloket
skip-to-waiting = Vers les conversations en attente
skip-to-conversation = Vers la conversation

## Signing in

sign-in-login = Nom d’utilisateur
sign-in-password = Mot de passe
sign-in-go = Se connecter
sign-in-ended = Votre session est terminée. Connectez-vous de nouveau. Ce que vous étiez en train d’écrire est gardé.
sign-out = Se déconnecter
sign-out-title = Voulez-vous vous déconnecter ?
sign-out-open = { $count ->
    [0] Vous n’avez pas de conversation ouverte.
    [one] Vous avez encore { $count } conversation ouverte. Si vous partez, un collègue la reprend. Ce que vous n’avez pas envoyé disparaît.
   *[other] Vous avez encore { $count } conversations ouvertes. Si vous partez, un collègue les reprend. Ce que vous n’avez pas envoyé disparaît.
}

## Sound

sound-test = Tester le son
sound-on = Activer le son
sound-off = Couper le son

## Who waits, and my team

sidebar-label = Conversations et collègues
sidebar-tools = Outils
connecting = Connexion en cours…
availability-on = Disponible
availability-off = Pas disponible
trouble-close = Fermer le message
waiting-title = En attente
waiting-empty = Personne n’attend.
waiting-count = { $count ->
    [0] Personne n’attend.
    [one] { $count } conversation attend.
   *[other] { $count } conversations attendent.
}
waiting-take = Prendre
waiting-take-this = Prendre : { $topic }, attend depuis { $minutes } min
waiting-gone = Parti
waiting-too-long = Attend trop longtemps
minutes = { $minutes ->
    [0] < 1 min
   *[other] { $minutes } min
}
topic-unknown = Sujet pas encore connu
urgency-routine = Normal
urgency-priority = Prioritaire
urgency-emergency = Danger
queue-more = { $count ->
    [one] Encore { $count } conversation n’est pas affichée ici.
   *[other] Encore { $count } conversations ne sont pas affichées ici.
}
team-title = Chez les collègues
team-empty = Les collègues n’ont pas de conversations.
colleagues-title = Collègues
colleague-accepting = { $load ->
    [0] prend des conversations
    [one] prend des conversations, en a { $load }
   *[other] prend des conversations, en a { $load }
}
colleague-away = { $load ->
    [0] ne prend pas de conversations
    [one] ne prend plus de conversations, en a { $load }
   *[other] ne prend plus de conversations, en a { $load }
}

## My conversations

tabs-label = Mes conversations
tab-unread = { $count ->
    [one] { $count } nouveau
   *[other] { $count } nouveaux
}
tab-looking = Lecture seule
tab-closed = Fermée
tab-call = En appel
tab-draft = Un texte est prêt
tab-put-away = Retirer de l’écran
nobody-accepting = { $count ->
    [0] Personne n’attend. Vous entendez un son quand quelqu’un arrive.
    [one] { $count } conversation attend une personne.
   *[other] { $count } conversations attendent une personne.
}
nobody-away = { $count ->
    [0] Vous ne prenez pas de conversations. Personne n’attend.
    [one] Vous ne prenez pas de conversations. { $count } conversation attend.
   *[other] Vous ne prenez pas de conversations. { $count } conversations attendent.
}

## The conversation in front

conversation-label = Conversation
conversation-log = Messages et notes
conversation-since = depuis { $time }
conversation-sensitive = Sujet sensible
emergency-shown = Le citoyen a vu les numéros d’urgence 112 et 101.
emergency-asked = On a demandé au citoyen si cela se passe maintenant.
doings-label = Actions dans cette conversation
not-mine-closed = Cette conversation est fermée. Vous pouvez encore écrire une note.
not-mine-waiting = Cette conversation attend. Vous lisez ; le citoyen ne vous voit pas.
not-mine-colleague = Un collègue a cette conversation. Vous lisez ; le citoyen ne vous voit pas.
not-mine-in-call = Un collègue a cette conversation. Vous y participez pendant l’appel.

## Writing

writing-modes = Réponse ou note
reply-label = Réponse au citoyen, en { $language }
reply-placeholder = Répondez en { $language }
note-label = Note interne
note-placeholder = Écrivez une note pour vos collègues
note-hint = Note interne : le citoyen ne la voit pas.
answers-title = Réponses types
answers-search = Chercher une réponse type
answers-language = Le texte est en { $language }, la langue du citoyen.
answers-found = { $count ->
    [one] { $count } réponse trouvée
   *[other] { $count } réponses trouvées
}
answers-none = Aucune réponse trouvée. Cherchez avec d’autres mots.
answers-use = Utiliser
answers-use-this = Utiliser : { $name }
answer-picked = Choisi : { $name }. Appuyez sur Enter pour insérer le texte.

## What is known about it

panel-label = À propos de cette conversation
panel-details = Données
panel-report = Déclaration
panel-answers = Réponses
panel-toggle = Données
panel-close = Fermer les données
need-title = De quoi s’agit-il
need-topic = Sujet
need-neighbourhood = Quartier
need-languages = Langue de la réponse
need-urgency = Urgence
need-none = Pas encore connu
need-video = Souhaite un appel vidéo
who-title = Qui et où
fact-language = Langue
fact-site = Vient de
fact-own-page = la page du guichet
fact-team = Équipe
findings-title = Ce que l’assistant numérique a trouvé
finding-answer = Réponse donnée
finding-clarify = Précision demandée
finding-handover = Transmis à une personne
finding-emergency = Danger possible
finding-form = Formulaire demandé
finding-greet = Salué
finding-wait = Attendu
finding-message = message { $number }

## The report

report-none = Il n’y a pas de déclaration dans cette conversation.
report-start = Commencer une déclaration
report-start-another = Commencer une autre déclaration
report-offer = Demander au citoyen de confirmer
report-offer-again = Demander de nouveau
report-offered = Le citoyen relit la déclaration. Vous voyez ici ce qu’il corrige.
report-filed = Déposée et enregistrée. Référence :
paper-pdf = PDF
paper-json = Données (JSON)
pv-label = Numéro du procès-verbal
pv-help = Remplissez-le quand il est connu, par exemple ME.18.L1.012345/2026.
pv-keep = Enregistrer
pv-malformed = Ce numéro n’est pas correct. Écrivez-le comme ME.18.L1.012345/2026.

## Handing over and closing

dialog-cancel = Annuler
transfer-title = Transmettre la conversation
transfer-in-call = L’appel continue. Le citoyen reste dans l’appel et attend votre collègue.
transfer-team = À une équipe
transfer-colleague = À un collègue
transfer-no-colleague = Aucun autre collègue ne prend de conversations maintenant.
transfer-remark = Pourquoi
transfer-remark-help = Votre collègue lit ceci. Le citoyen ne le voit pas.
transfer-choose = Choisissez une équipe ou un collègue.
transfer-go = Transmettre
team-police = Police
team-prevention = Prévention
team-open = ouvert maintenant
team-closed = fermé maintenant
finish-title = Fermer la conversation
finish-outcome = Comment cela s’est-il terminé ?
finish-remark = Remarque pour le dossier
finish-choose = Choisissez comment la conversation s’est terminée.
finish-unfiled = Il y a une déclaration que le citoyen n’a pas encore confirmée. Après la fermeture, ce n’est plus possible.
finish-go = Fermer la conversation

## What can be done from anywhere

action-take-next = Prendre la suivante
action-accept = Prendre des conversations
action-stop-accepting = Ne plus prendre de conversations
action-tab-1 = Vers la première conversation
action-tab-2 = Vers la deuxième conversation
action-tab-3 = Vers la troisième conversation
action-tab-4 = Vers la quatrième conversation
action-reply = Réponse
action-note = Note
action-waiting = Vers les conversations en attente
action-log = Vers les messages
action-details = Montrer les données
action-report = Montrer la déclaration
action-answers = Réponses types
action-call = Appel vidéo
action-emergency = Montrer 112 et 101
action-transfer = Transmettre
action-finish = Clôturer
action-palette = Tout chercher
action-keys = Touches
key-control = Ctrl
keys-enter = Envoyer
keys-shift-enter = Nouvelle ligne
keys-slash = Chercher une réponse type (au début d’une réponse)
palette-search = Chercher une action, une conversation ou un collègue
palette-found = Trouvé
palette-count = { $count ->
    [0] Rien trouvé. Cherchez avec d’autres mots.
    [one] { $count } trouvé
   *[other] { $count } trouvés
}
palette-open = conversation ouverte
palette-waiting = en attente
palette-team = chez
palette-transfer-to = Transmettre à { $name }

## Who is in the call

call-people = Qui participe
call-person-invited = { $who ->
    [guest] Interprète : le lien n’est pas encore utilisé
   *[agent] { $name } : invité
}
call-person-waiting = { $named ->
    [yes] { $name } (interprète) attend de pouvoir entrer.
   *[no] Un interprète attend de pouvoir entrer.
}
call-person-in = { $who ->
    [guest] Interprète { $name }
   *[agent] { $name }
}
call-admit = Laisser entrer
call-hand-over = Transmettre à { $name }
call-remove-invited = Retirer
call-remove-waiting = Ne pas laisser entrer
call-remove-in = Retirer de l’appel
call-ask-colleague = Collègue
call-ask = Inviter
call-ask-interpreter = Inviter un interprète
call-link = Lien pour l’interprète
call-link-help = Fonctionne une seule fois, pendant une heure. C’est vous qui laissez entrer l’interprète.
call-link-copy = Copier
call-link-copied = Copié
call-invited = { $name } vous invite dans un appel.
call-not-now = Pas maintenant
call-show = Afficher la conversation
recordings-title = Enregistrements
recording-list-asked = Demandé, pas encore de réponse
recording-list-running = En cours
recording-list-paused = En pause
recording-list-stopped = En préparation. Cela prend un moment.
recording-list-stored = Gardé jusqu’au { $until }
recording-list-held = Gardé pour une raison légale
recording-list-erased = Effacé
recording-list-refused = Refusé
recording-list-lapsed = Pas de réponse
recording-watch = Regarder l’enregistrement
recording-watch-logged = L’ouverture de cet enregistrement est notée : qui et quand.
recording-player = Enregistrement du { $when }
recording-play = Lire
recording-halt = Pause
recording-place = Endroit dans l’enregistrement
recording-film-camera = Caméra de { $name }
recording-film-screen = Écran de { $name }
recording-film-sound = Son de { $name }
recording-film-unknown = une autre personne
recording-digest = Nombre de contrôle (SHA-256) : { $digest }
recording-hold = Garder plus longtemps pour une raison légale
recording-release = Ne plus garder plus longtemps
recording-hold-reason = Pourquoi ? Cela sera noté dans le journal du personnel.
