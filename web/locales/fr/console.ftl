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
tab-unread = { $more ->
    [true] { $count ->
        [one] au moins { $count } nouveau
       *[other] au moins { $count } nouveaux
    }
   *[false] { $count ->
        [one] { $count } nouveau
       *[other] { $count } nouveaux
    }
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
findings-earlier = Afficher les constatations précédentes
finding-answer = Réponse donnée
finding-clarify = Précision demandée
finding-handover = Transmis à une personne
finding-emergency = Danger possible
finding-form = Formulaire demandé
finding-greet = Salué
finding-wait = Attendu
finding-message = message { $number }

## Comment l’assistant numérique a répondu

why-show = Pourquoi ceci ?
why-greet = La conversation commençait, il a donc salué.
why-chosen = Le citoyen a choisi une des réponses proposées. Il n’y avait rien à deviner.
why-unknown = Il n’a reconnu aucun sujet.
why-nearest = Il n’a reconnu aucun sujet. Les plus proches : { $topics }.
why-topic = Il a compris « { $topic } » et en était sûr à { $percent } %.
why-others = Il a aussi pensé à : { $topics }.
why-language = { $sure ->
    [yes] Il a lu ce message comme : { $language }.
   *[no] Il a lu ce message comme : { $language }, sans en être sûr.
}
why-danger = { $tier ->
    [1] Il a vu un danger immédiat.
   *[2] Il a vu un danger possible.
}
why-reply-helped = Le citoyen a dit que la réponse précédente l’a aidé.
why-reply-not_helped = Le citoyen a dit que la réponse précédente ne l’a pas aidé.
why-reply-chose_topic = Le citoyen a choisi le sujet.
why-reply-none_of_these = Le citoyen a dit qu’aucun sujet proposé n’était le bon.
why-reply-asked_person = Le citoyen a demandé une personne.
why-did-answer = C’était assez pour donner le texte de la zone.
why-did-clarify = Ce n’était pas assez pour répondre, il a donc demandé une précision.
why-did-handover = Il a appelé une personne.
why-did-emergency = Il a donc montré le 112 et le 101, ou demandé si cela se passe maintenant.
why-did-form = Il a continué avec les questions du formulaire.
why-did-greet = Il a salué.
why-did-wait = Il a attendu ce que le citoyen allait dire.
why-handover = { $reason ->
    [requested] Il a appelé une personne, parce que le citoyen l’a demandé ou parle une autre langue.
    [emergency] Il a appelé une personne, parce qu’il y a peut-être un danger.
    [sensitive] Il a appelé une personne, parce que le sujet est sensible.
    [form] Il a appelé une personne, parce que les questions du formulaire ont une réponse.
   *[unsure] Il a appelé une personne, parce qu’il n’était pas assez sûr.
}
why-answer = Texte : « { $topic } », version { $version }.
why-technical = Pour le dossier : toutes les étapes et tous les chiffres
mark-open = Signaler une erreur
mark-title = Quelle est l’erreur dans cette réponse ?
mark-about = Vos collègues voient ce signalement, le citoyen non. Un responsable le regarde.
mark-reason = Quelle est l’erreur ?
mark-wrong_topic = Elle parle d’autre chose
mark-wrong_text = Ce qu’elle dit n’est pas ou plus correct
mark-unclear = Ce citoyen ne peut pas la suivre
mark-should_hand_over = Une personne aurait dû prendre le relais
mark-missed_danger = Il n’a pas vu le danger
mark-topic = De quoi aurait-elle dû parler ?
mark-choose = Choisissez l’erreur.
mark-go = Signaler l’erreur
mark-take-back = Retirer le signalement
marked = Erreur signalée : { $reason }.

## Un contact précédent

contact-earlier = Contact précédent
contact-unknown = Personne n’a dit que ce citoyen est déjà venu. Le guichet ne reconnaît personne.
contact-open = Le citoyen est déjà venu
contact-title = De quelle conversation s’agit-il ?
contact-about = Demandez-le d’abord au citoyen. Vous voyez la date et le sujet d’une conversation, pas ce qui a été dit.
contact-reference = Référence d’une déclaration
contact-find = Chercher
contact-found = { $count ->
    [0] Rien trouvé dans les sept jours d’avant. Cherchez avec la référence d’une déclaration.
    [one] { $count } conversation trouvée
   *[other] { $count } conversations trouvées
}
contact-by-bot = fermée par l’assistant numérique
contact-by-person = avec une personne
contact-by-nobody = arrêtée avant que quelqu’un aide
contact-choose = Choisissez une conversation.
contact-go = C’est celle-là
contact-take-back = Retirer

## Comment l’assistant numérique travaille, pour les responsables

review-title = Le travail de l’assistant numérique
review-back = Retour aux conversations
review-period = Période
review-days = { $days ->
    [365] La dernière année
   *[other] Les { $days } derniers jours
}
review-language = Langue
review-language-all = Toutes les langues
review-all = Toutes
review-others = Autres langues
review-caption = { $days ->
    [365] La dernière année en chiffres
   *[other] Les { $days } derniers jours en chiffres
}
review-nothing = Personne n’a parlé à l’assistant numérique pendant cette période.
review-conversations = Conversations où le citoyen a dit quelque chose
review-by_bot = fermées par l’assistant numérique, sans personne
review-by_bot_recontact = après lesquelles le citoyen est revenu dans les sept jours
review-utterances = Messages dans les mots du citoyen
review-unanswered = sans réponse
review-not_helped = avec une réponse qui n’a pas aidé
review-wrong = avec une réponse que des collègues ont signalée comme erreur
review-missed_danger = dont un danger qui n’a pas été vu
review-recontact = après la réponse, le citoyen est revenu dans les sept jours
review-known = « Revenir » compte seulement ce qu’un citoyen ou un collègue a dit. Le guichet ne suit personne : le vrai nombre est plus élevé.
review-list = Messages à regarder
review-list-about = Vous lisez ce que des citoyens ont dit : le guichet note que vous l’avez fait.
review-list-empty = Il n’y a rien à regarder.
review-more = Montrer plus
review-cause = Pourquoi
review-cause-any = Toutes les raisons
cause-unanswered = Pas de réponse
cause-not_helped = N’a pas aidé
cause-wrong = Erreur signalée
cause-recontact = Revenu dans les sept jours
utterance-none = Le citoyen n’avait encore rien dit.
utterance-marked = Erreur signalée : { $reason }.
utterance-right = Le bon sujet est « { $topic } ».
utterance-look = Regarder la conversation
lesson-title = Apprentissage
lesson-text = Texte pour l’apprentissage
lesson-help = Enlevez les noms, les lieux et tout ce qui désigne quelqu’un. « … » montre où le guichet a enlevé quelque chose.
lesson-topic = Sujet
lesson-topic-none = Choisissez un sujet
lesson-elsewhere = Pas pour ce guichet
lesson-emergency = Danger immédiat
lesson-language = Langue du texte
lesson-add = Ajouter
lesson-change = Modifier
lesson-remove = Enlever
lesson-choose = Choisissez un sujet.
lesson-kept = Gardé pour l’apprentissage : { $topic }
lessons-kept = { $count ->
    [0] Plus rien n’est gardé pour l’apprentissage.
    [one] { $count } texte est gardé pour l’apprentissage. Quelqu’un le relit avant que l’assistant numérique l’apprenne. Dossier :
   *[other] { $count } textes sont gardés pour l’apprentissage. Quelqu’un les relit avant que l’assistant numérique les apprenne. Dossier :
}

## The report

report-none = Il n’y a pas de déclaration dans cette conversation.
report-start = Commencer une déclaration
report-start-another = Commencer une autre déclaration
report-offer = Demander au citoyen de confirmer
report-offer-again = Demander de nouveau
report-offered = Le citoyen relit la déclaration. Vous voyez ici ce qu’il corrige.
report-filed = Déposée et enregistrée. Référence :
paper-pdf = Déclaration (pdf)
paper-certificate = Attestation (pdf)
paper-json = Données (JSON)
pv-label = Numéro du procès-verbal
pv-help = Remplissez-le quand il est connu, par exemple ME.18.L1.012345/2026.
pv-keep = Enregistrer
pv-malformed = Ce numéro n’est pas correct. Écrivez-le comme ME.18.L1.012345/2026.

## Handing over and closing

dialog-cancel = Annuler
parting-unsent = Quelque chose que vous avez écrit n’est pas encore envoyé ou enregistré. Attendez un instant et réessayez, ou regardez dans la conversation et la déclaration ce qu’il en est.
parting-unsettled = Quelque chose que vous avez écrit dans la déclaration n’est pas enregistré. Relisez d’abord la déclaration. Sinon, ce sera perdu.
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
action-review = Le travail de l’assistant numérique
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
recording-film-failed = Le film ne peut pas être chargé. Fermez cette fenêtre et ouvrez de nouveau l’enregistrement.
recording-no-films = Aucun film n’a pu être fait de cet enregistrement. Ce qui est sous scellé est gardé. Demandez de l’aide au gestionnaire du guichet.
recording-digest = Nombre de contrôle (SHA-256) : { $digest }
recording-hold = Garder plus longtemps pour une raison légale
recording-release = Ne plus garder plus longtemps
recording-hold-reason = Pourquoi ? Cela sera noté dans le journal du personnel.
photo-logged = Le fait que vous regardez cette photo est noté : qui et quand.
photos-unfiled = Photos sans déclaration
photos-unfiled-help = Elles seront jointes à la prochaine déclaration que vous commencez.
