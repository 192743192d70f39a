# What widget and console share: the log, the composer, the report, the call.

## Who speaks

log-author = { $who ->
    [me] Vous
    [citizen] Citoyen
    [bot] Assistant numérique
    [desk] Onlineloket
    [guest] Interprète { $name }
   *[agent] { $name }
}
log-note = Note interne

## Marks on your own messages

mark-pending = Envoi en cours
mark-kept = Envoyé
mark-read = Lu
mark-refused = Non envoyé

## The log

log-earlier = Afficher les messages précédents
log-new = { $count ->
    [one] { $count } nouveau message
   *[other] { $count } nouveaux messages
}
log-retry = Réessayer
log-edit = Modifier
log-drop = Supprimer
log-choices = { $audience ->
    [staff] Réponses proposées
   *[citizen] Réponses possibles
}
log-chosen = (choisi)
link-new-window = (s’ouvre dans une nouvelle fenêtre)
typing = { $who ->
    [citizen] Le citoyen écrit…
    [bot] L’assistant numérique écrit…
   *[agent] { $name } écrit…
}

## What happened

language-name = { $language ->
    [nl] néerlandais
    [fr] français
    [en] anglais
   *[de] allemand
}
log-opened = Conversation ouverte en { language-name }.
log-opened-on = Conversation ouverte en { language-name } sur { $site }.
log-joined = { $who ->
    [bot] { $audience ->
        [staff] L’assistant numérique participe à la conversation.
       *[citizen] Vous parlez avec un assistant numérique, pas avec une personne.
    }
    [citizen] Le citoyen participe à la conversation.
   *[agent] { $name } participe à la conversation.
}
log-left = { $who ->
    [bot] L’assistant numérique quitte la conversation.
    [citizen] { $reason ->
        [quick_exit] Le citoyen a quitté la page en urgence. N’envoyez pas de message.
        [lost] Le citoyen est absent depuis un moment.
       *[other] Le citoyen quitte la conversation.
    }
   *[agent] { $reason ->
        [transfer] { $name } transmet la conversation.
        [lost] { $name } a perdu la connexion.
       *[other] { $name } quitte la conversation.
    }
}
log-language = { $who ->
    [me] Vous continuez en { language-name }.
   *[other] La conversation continue en { language-name }.
}
log-queued = { $reason ->
    [transfer] Votre conversation passe à un collègue. Vous attendez une personne.
    [agent_lost] La connexion avec votre interlocuteur est coupée. Un collègue prend le relais.
    [bot_silent] L’assistant numérique ne répond pas. Vous attendez une personne.
   *[other] Vous attendez une personne.
}
log-queued-staff = { $reason ->
    [requested] En attente : le citoyen demande une personne.
    [emergency] En attente : danger possible.
    [unsure] En attente : l’assistant numérique n’est pas sûr.
    [sensitive] En attente : sujet sensible.
    [agent_lost] De nouveau en attente : l’agent a perdu la connexion.
    [bot_silent] En attente : l’assistant numérique ne répond pas.
    [form] En attente : une déclaration est remplie.
   *[transfer] En attente : conversation transmise.
}
log-closed = { $reason ->
    [expired] La conversation est fermée, car rien n’a été dit pendant longtemps.
   *[other] La conversation est terminée.
}
log-closed-staff = { $reason ->
    [agent] L’agent a fermé la conversation.
    [citizen] Le citoyen a fermé la conversation.
    [bot] L’assistant numérique a fermé la conversation.
   *[expired] La conversation est fermée, car rien n’a été dit pendant longtemps.
}
log-rated = Le citoyen donne { $score } sur 5.
log-call-proposed = { $video ->
    [true] { $who ->
        [me] Vous proposez un appel vidéo.
        [citizen] Le citoyen propose un appel vidéo.
       *[agent] { $name } propose un appel vidéo.
    }
   *[false] { $who ->
        [me] Vous proposez un appel audio.
        [citizen] Le citoyen propose un appel audio.
       *[agent] { $name } propose un appel audio.
    }
}
log-call-accepted = { $who ->
    [me] Vous acceptez l’appel.
    [citizen] Le citoyen accepte l’appel.
   *[agent] { $name } accepte l’appel.
}
log-call-declined = { $who ->
    [me] Vous continuez sans appel.
    [citizen] Le citoyen préfère continuer sans appel.
   *[agent] { $name } préfère continuer sans appel.
}
log-call-started = L’appel commence.
log-call-incident = { $incident ->
    [worker_lost] Incident technique. Nous rétablissons l’appel.
    [no_worker] L’appel est impossible pour l’instant. Vous pouvez continuer par écrit.
    [device_lost] Une caméra ou un micro ne répond plus.
    [negotiation_failed] L’appel n’a pas pu démarrer. Vous pouvez continuer par écrit.
    [reconnected] La connexion est rétablie.
   *[connection_lost] La connexion est coupée. Nous la rétablissons.
}
log-call-joined = { $who ->
    [me] Vous participez à l’appel.
    [guest] { $named ->
        [yes] { $name } (interprète) participe à l’appel.
       *[no] L’interprète participe à l’appel.
    }
   *[agent] { $name } participe à l’appel.
}
log-call-left = { $reason ->
    [removed] { $who ->
        [me] Vous avez été retiré de l’appel.
        [guest] L’interprète a été retiré de l’appel.
       *[agent] { $name } a été retiré de l’appel.
    }
    [transfer] { $name } quitte l’appel. L’appel continue.
   *[other] { $who ->
        [me] Vous quittez l’appel.
        [guest] L’interprète quitte l’appel.
       *[agent] { $name } quitte l’appel.
    }
}
log-invitation-made = { $who ->
    [guest] Un lien a été créé pour un interprète.
   *[agent] { $name } est invité à rejoindre l’appel.
}
log-guest-arrived = { $named ->
    [yes] { $name } (interprète) attend de pouvoir entrer.
   *[no] L’interprète attend de pouvoir entrer.
}
log-invitation-ended = { $reason ->
    [declined] { $who ->
        [guest] L’interprète est reparti.
       *[agent] { $name } ne peut pas participer maintenant.
    }
    [refused] L’interprète n’a pas été admis.
   *[withdrawn] L’invitation a été retirée.
}
log-call-ended = { $reason ->
    [hung_up] { $minutes ->
        [0] Fin de l’appel.
        [one] Fin de l’appel, après { $minutes } minute.
       *[other] Fin de l’appel, après { $minutes } minutes.
    }
   *[other] L’appel est interrompu. Vous pouvez continuer par écrit.
}
log-report-started = Une déclaration est commencée.
log-report-changed = { $who ->
    [me] Vous avez complété la déclaration.
    [citizen] Le citoyen a complété la déclaration.
    [bot] L’assistant numérique a rempli la déclaration.
    [desk] Les questions de la déclaration ont changé.{ $gone ->
        [0] { "" }
       *[other] { " " }Les réponses aux questions supprimées n’y figurent plus.
    }
   *[agent] { $name } a complété la déclaration.
}
log-report-offered = { $audience ->
    [staff] Le citoyen est invité à relire et à confirmer la déclaration.
   *[citizen] Relisez la déclaration. Corrigez ce qui n’est pas juste. Confirmez-la ensuite.
}
log-report-filed = La déclaration est enregistrée sous la référence { $reference }.
log-pv-number = Le numéro du procès-verbal est { $number }.
log-need = { $who ->
    [me] Vous avez modifié la demande.
    [bot] L’assistant numérique a défini la demande.
   *[other] { $name } a modifié la demande.
}
log-answer-marked = { $who ->
    [me] Vous avez signalé une erreur de l’assistant numérique.
   *[other] { $name } a signalé une erreur de l’assistant numérique.
}
log-answer-unmarked = { $who ->
    [me] Vous avez retiré un signalement.
   *[other] { $name } a retiré un signalement.
}
log-contact-linked = { $who ->
    [me] Vous avez noté que le citoyen est déjà venu.
    [desk] Le citoyen dit qu’il s’agit de la même chose qu’avant.
   *[other] { $name } a noté que le citoyen est déjà venu.
}
log-contact-unlinked = { $who ->
    [me] Vous avez retiré que le citoyen est déjà venu.
   *[other] { $name } a retiré que le citoyen est déjà venu.
}
log-transfer = { $who ->
    [me] Vous avez transmis la conversation à { $to }.
    [bot] L’assistant numérique a transmis la conversation à { $to }.
   *[other] { $name } a transmis la conversation à { $to }.
}
log-outcome = Résultat : { $outcome }.

## The composer

composer-send = Envoyer
composer-keep-note = Enregistrer la note
composer-left = { $over ->
    [0] Encore { $left } caractères
   *[other] { $over } caractères de trop. Raccourcissez votre message ou envoyez-le en plusieurs fois.
}

## Around the conversation

connection-first = Connexion en cours.
connection-lost = Pas de connexion.
connection-offline = Votre appareil n’a pas internet.
connection-crowded = Il y a beaucoup de monde en ce moment.
connection-meanwhile = { $waiting ->
    [0] Nous réessayons. Vous pouvez continuer à écrire.
   *[other] { $kept ->
        [device] Ce que vous avez écrit est gardé sur cet appareil. Nous l’envoyons dès que possible.
       *[other] Ce que vous avez écrit est gardé. Laissez cette page ouverte : nous l’envoyons dès que possible.
    }
}
connection-back = La connexion est rétablie.
outdated = Il y a une nouvelle version de cette page. Rechargez la page. Ce que vous avez écrit est gardé.
outdated-nothing = Il y a une nouvelle version de cette page. Rechargez la page.
outdated-unkept = Il y a une nouvelle version de cette page. Votre navigateur ne garde rien : copiez d’abord ce dont vous avez encore besoin. Rechargez ensuite la page.
outdated-reload = Recharger la page
dialog-close = Fermer
language-label = Langue
emergency-now = Oui, cela se passe maintenant
emergency-not-now = Non, pas maintenant

## The report

report-required = (obligatoire)
report-optional = (facultatif)
report-yes = Oui
report-no = Non
report-choose = Choisissez
report-no-answer = Pas de réponse
report-saving = Enregistrement…
report-still-open = { $count ->
    [one] Tout est enregistré. Encore { $count } question obligatoire.
   *[other] Tout est enregistré. Encore { $count } questions obligatoires.
}
report-complete = Tout est enregistré. Toutes les questions obligatoires ont une réponse.
report-changed-by-other = Modifié à l’instant pendant la conversation
report-conflict = Entre-temps, une autre personne a écrit ici :
report-keep-mine = Garder mon texte
report-keep-theirs = Garder ce texte
moment-day = Jour
moment-part = Moment de la journée
moment-time = Heure
moment-whole-day = Choisissez un moment
moment-at = À une heure précise
moment-night = la nuit
moment-morning = le matin
moment-afternoon = l’après-midi
moment-evening = le soir
moment-unknown = Je ne sais pas
report-problem-missing = Cette question attend encore une réponse.
report-problem-unknown_field = Cette question n’est pas dans le formulaire. Rechargez la page.
report-problem-wrong_type = Cette réponse ne va pas avec la question. Écrivez un montant en chiffres, par exemple 250,50.
report-problem-forbidden_characters = Cette réponse contient un signe interdit. Écrivez-la de nouveau.
report-problem-too_long = C’est trop long. Écrivez { $limit } caractères au maximum.
report-problem-not_a_choice = Choisissez une réponse dans la liste.
report-problem-not_a_date = Cette date n’existe pas. Choisissez le jour, le mois et l’année.
report-problem-not_a_moment = Choisissez un jour, et une heure ou un moment de la journée.
report-problem-in_future = Cette date est dans le futur. Choisissez un jour passé.
report-problem-in_past = Cette date est passée. Choisissez un jour à venir.
report-problem-before_other = Ce moment est avant le début. Vérifiez les deux moments.
report-problem-too_short = Cette période est trop courte. Vérifiez les deux jours.
report-problem-too_far = Cette période est trop longue. Vérifiez les deux jours.
report-problem-too_low = Ce montant est trop bas. Vérifiez-le.
report-problem-too_high = Ce montant est trop élevé. Vérifiez-le.
report-problem-too_precise = Écrivez au maximum deux chiffres après la virgule.
report-problem-not_a_phone = Ce n’est pas un numéro de téléphone. Écrivez-le en chiffres, par exemple 0470 12 34 56.
report-problem-not_an_email = Ce n’est pas une adresse e-mail. Une adresse contient un @, par exemple nom@exemple.be.
report-problem-not_a_serial = Utilisez seulement des lettres, des chiffres, des espaces et des tirets.
report-problem-not_a_national_number = Ce numéro de registre national n’est pas correct. Il a 11 chiffres et se trouve sur votre carte d’identité.

## The call

call-preview-title = Regardez et écoutez d’abord
call-preview-private = Personne d’autre ne vous voit ni ne vous entend encore.
call-preview-opening = La caméra et le micro s’ouvrent. Votre navigateur pose une question ? Choisissez « Autoriser ».
call-own-picture = Votre propre image
call-picture-of = { $who ->
    [citizen] Image du citoyen
    [guest] Image de l’interprète
   *[agent] Image de { $name }
}
call-level = Votre son
call-microphone = Micro
call-camera = Caméra
call-propose = Proposer l’appel
call-accept = Commencer l’appel
call-rejoin = Reprendre l’appel
call-join = Participer à l’appel
call-knock = Aller dans la salle d’attente
call-under-way = Le citoyen attend dans un appel. Regardez et écoutez d’abord vous-même, puis participez.
call-alone = { $who ->
    [agent] Le citoyen n’est pas encore là.
   *[citizen] Un collègue vous rejoint bientôt. Vous ne devez rien faire et vous pouvez écrire entre-temps.
}
call-not-there = { $who ->
    [citizen] Le citoyen n’est pas là pour le moment.
    [guest] L’interprète n’est pas là pour le moment.
   *[agent] { $name } n’est pas là pour le moment.
}
call-held-by = { $who ->
    [citizen] Le citoyen met l’appel en pause.
    [guest] L’interprète met l’appel en pause.
   *[agent] { $name } met l’appel en pause et revient bientôt.
}
call-held = Vous avez mis l’appel en pause. Personne ne vous voit ni ne vous entend.
call-hold = Mettre en pause
call-resume = Reprendre
call-screen-of = { $who ->
    [citizen] Écran du citoyen
    [guest] Écran de l’interprète
   *[agent] Écran de { $name }
}
call-cancel = Finalement non
call-check = Testez votre connexion, votre caméra et votre micro
call-try-again = Réessayer
call-question-title = { $video ->
    [true] { $who ->
        [citizen] Le citoyen souhaite un appel vidéo.
       *[agent] { $name } souhaite un appel vidéo.
    }
   *[false] { $who ->
        [citizen] Le citoyen souhaite un appel audio.
       *[agent] { $name } souhaite un appel audio.
    }
}
call-question-free = Vous pouvez refuser. Cela n’a pas de conséquences.
call-look-first = Vérifier d’abord ma caméra
call-decline = Non merci
call-waiting = { $who ->
    [citizen] Nous attendons la réponse du citoyen.
   *[agent] Nous attendons la réponse de { $name }.
}
call-take-back = Retirer la proposition
call-connecting = La connexion s’établit…
call-away = Un appel est en cours, mais pas dans cette fenêtre.
call-elsewhere = Cet appel est ouvert dans une autre fenêtre.
call-take-over = Le reprendre ici
call-with = { $who ->
    [citizen] Appel avec le citoyen
   *[agent] Appel avec { $name }
}
call-speaking = Parle en ce moment
call-text = Texte en direct
call-text-new = Texte en direct (nouveau)
call-text-label = Texte en direct dans cet appel
call-text-lines = Ce qui est tapé
call-text-finished = Lignes terminées
call-text-none = Rien n’a encore été tapé.
call-text-hint = Les autres lisent pendant que vous tapez. Avec Entrée, votre ligne est terminée.
call-text-field = Tapez votre ligne ici
call-text-sent = (envoyé)
call-text-received = (reçu)
call-text-writing = Tape encore
call-text-lost = Votre ligne n’est pas partie. Elle se trouve de nouveau dans le champ.
call-sign = Je signe
call-sign-end = J’ai fini de signer
call-signs = Signe en ce moment
call-signs-mine = Les autres voient que vous parlez en langue des signes.
call-state-new = La connexion s’établit…
call-state-connecting = La connexion s’établit…
call-state-reconnecting = La connexion est coupée. Nous réessayons. Vous pouvez écrire entre-temps.
call-state-failed = La connexion ne réussit pas. Réessayez, ou continuez par écrit.
call-state-ended = L’appel est terminé.
call-controls = Commandes de l’appel
call-mute = Couper le micro
call-unmute = Activer le micro
call-camera-off = Couper la caméra
call-camera-on = Activer la caméra
call-hang-up = Raccrocher
call-trouble-denied = Le navigateur ne donne pas accès à la caméra et au micro.
call-trouble-dismissed = Vous n’avez pas encore choisi. Réessayez. Le navigateur pose une question ? Choisissez « Autoriser ».
call-trouble-missing = Aucun micro n’a été trouvé. Branchez-en un et allumez-le. Réessayez ensuite, ou continuez par écrit.
call-trouble-busy = Un autre programme ou une autre fenêtre utilise la caméra ou le micro. Fermez-le et réessayez.
call-trouble-camera-denied = Le navigateur ne donne pas accès à la caméra. Vous pouvez parler avec le son.
call-trouble-camera-busy = Un autre programme ou une autre fenêtre utilise la caméra. Vous pouvez parler avec le son. Vous voulez une image ? Fermez ce programme.
call-trouble-no-camera = Il n’y a pas de caméra. Vous pouvez parler avec le son.
permission-how = Voici comment donner accès :
permission-chromium = Cliquez à gauche de l’adresse sur le cadenas ou sur l’icône avec deux curseurs. Mettez la caméra et le micro sur « Autoriser ».
permission-firefox = Cliquez à gauche de l’adresse sur l’icône de la caméra ou du micro. Retirez le blocage avec la croix.
permission-safari-mac = Choisissez « Safari » en haut dans la barre des menus, puis « Réglages pour ce site web ». Mettez la caméra et le micro sur « Autoriser ».
permission-safari-ios = Touchez l’icône à côté de l’adresse, puis « Réglages du site web ». Mettez la caméra et le micro sur « Autoriser ».
permission-other-ios = Ouvrez l’app Réglages de votre appareil et cherchez ce navigateur. Activez la caméra et le micro.
permission-chromium-android = Touchez l’icône à gauche de l’adresse, puis « Autorisations ». Autorisez la caméra et le micro.
permission-firefox-android = Touchez le cadenas à gauche de l’adresse. Touchez la caméra et le micro pour les autoriser.
permission-system-windows = Cela ne suffit pas ? Ouvrez les Paramètres de Windows, puis « Confidentialité et sécurité ». Autorisez la caméra et le micro pour le navigateur.
permission-system-mac = Cela ne suffit pas ? Ouvrez Réglages Système, puis « Confidentialité et sécurité ». Activez le navigateur sous Caméra et Micro.
permission-system-android = Cela ne suffit pas ? Ouvrez les Paramètres de votre appareil, puis Applications, le navigateur, Autorisations. Autorisez la caméra et le micro.
permission-again = Cliquez ensuite ici sur « Réessayer ». Cela ne va pas ? Continuez par écrit.
call-speaker = Haut-parleur
call-place-question = Êtes-vous dans un endroit calme et sûr ?
call-place-why = Une personne près de vous peut voir et entendre. Ce n’est pas sûr ? Continuez plutôt par écrit.
call-place-no = Non, je préfère écrire
call-without-camera = Sans caméra
call-with-camera = Avec caméra
call-blur = Rendre mon arrière-plan méconnaissable
call-warning-muted = Votre micro est coupé. Personne ne vous entend.
call-warning-silent = Nous n’entendons rien de votre micro. Est-il coupé sur votre appareil ? Ou choisissez-en un autre.
call-talking = On vous entend tant que vous tenez la barre d’espace enfoncée.
call-talk-hint = Micro coupé. Tenez la barre d’espace enfoncée pour parler un moment.
call-screen-share = Partager votre écran
call-screen-stop = Arrêter le partage
call-screen-shared = Vous partagez votre écran. Les autres voient tout ce qui s’y trouve.
call-screen-shared-staff = Vous partagez votre écran. Les autres voient tout ce qui s’y trouve : ne montrez pas de données d’autres personnes.
call-more = Plus
call-more-label = Plus de commandes de l’appel
call-sound-only = Seulement le son (moins de données)
call-sound-wish = Seulement le son. Cela consomme moins de données. Les caméras ne se voient pas.
call-sound-offer = La connexion est faible. Avec le son seul, vous vous comprendrez mieux.
call-sound-accept = Continuer avec le son seul
call-sound-thin = La connexion est trop faible pour l’image. Vous continuez avec le son.
call-pictures-again = Reprendre l’image
call-full = Plein écran
call-full-end = Quitter le plein écran
call-small = Petite fenêtre
call-small-end = Fermer la petite fenêtre
call-lost-audioinput = { $found ->
    [yes] Votre micro a été débranché. Vous utilisez maintenant { $name }.
   *[no] Votre micro a été débranché. Personne ne vous entend. Rebranchez-le, ou utilisez-en un autre.
}
call-lost-videoinput = { $found ->
    [yes] Votre caméra a été débranchée. Vous utilisez maintenant { $name }.
   *[no] Votre caméra a été débranchée. Les autres vous entendent encore. Rebranchez-la, ou utilisez-en une autre.
}
call-lost-other-camera = Activer une caméra
call-lost-other-microphone = Chercher un micro
call-quality-mine-good = Votre connexion : bonne
call-quality-mine-fair = Votre connexion : moyenne
call-quality-mine-poor = Votre connexion : faible
call-quality-theirs-good = Passe bien
call-quality-theirs-fair = Passe moyennement
call-quality-theirs-poor = Passe mal
recording-propose = Demander à enregistrer
recording-question = Pouvons-nous enregistrer cet appel ?
recording-what = { $days ->
    [one] Nous enregistrons le son et l’image de toutes les personnes dans cet appel. La police garde l’enregistrement { $days } jour. Seules les personnes qui traitent votre dossier peuvent le regarder. Vous pouvez toujours arrêter l’enregistrement.
   *[other] Nous enregistrons le son et l’image de toutes les personnes dans cet appel. La police garde l’enregistrement { $days } jours. Seules les personnes qui traitent votre dossier peuvent le regarder. Vous pouvez toujours arrêter l’enregistrement.
}
recording-free = Vous pouvez dire non. Cela n’a pas de conséquences : l’appel continue.
recording-agree = Oui, enregistrer
recording-refuse = Non, ne pas enregistrer
recording-asked = La question est posée. Rien n’est encore enregistré.
recording-running = Cet appel est enregistré
recording-paused = L’enregistrement est en pause. Rien n’est enregistré.
recording-paused-by-me = Vous avez mis l’enregistrement en pause. Rien n’est enregistré.
recording-newcomer = L’enregistrement est en pause : une personne qui est arrivée doit d’abord répondre.
recording-pause = Mettre l’enregistrement en pause
recording-resume = Continuer à enregistrer
recording-stop = Arrêter l’enregistrement
recording-withdraw = Retirer la question
log-recording-proposed = { $who ->
    [me] Vous demandez si l’appel peut être enregistré.
   *[other] { $name } demande si l’appel peut être enregistré.
}
log-recording-answered = { $agreed ->
    [true] { $who ->
        [me] Vous acceptez l’enregistrement.
        [citizen] Le citoyen accepte l’enregistrement.
        [guest] L’invité accepte l’enregistrement.
       *[agent] { $name } accepte l’enregistrement.
    }
   *[false] { $who ->
        [me] Vous préférez ne pas être enregistré. C’est bien ainsi.
        [citizen] Le citoyen préfère ne pas être enregistré. C’est bien ainsi.
        [guest] L’invité préfère ne pas être enregistré. C’est bien ainsi.
       *[agent] { $name } préfère ne pas être enregistré. C’est bien ainsi.
    }
}
log-recording-started = L’enregistrement commence.
log-recording-paused = { $reason ->
    [newcomer] L’enregistrement est en pause : une personne qui est arrivée doit d’abord répondre.
   *[asked] { $who ->
        [me] Vous mettez l’enregistrement en pause.
        [citizen] Le citoyen met l’enregistrement en pause.
        [guest] L’invité met l’enregistrement en pause.
       *[agent] { $name } met l’enregistrement en pause.
    }
}
log-recording-resumed = L’enregistrement continue.
log-recording-stopped = { $reason ->
    [refused] L’enregistrement est arrêté : une personne dans l’appel ne veut pas être enregistrée.
    [failed] L’enregistrement est arrêté : il n’a pas pu être gardé. L’appel continue.
    [topic] L’enregistrement est arrêté : les appels sur ce sujet ne peuvent pas être enregistrés.
   *[asked] L’enregistrement est arrêté.
}
log-recording-stored = { $whole ->
    [true] L’enregistrement est gardé sous scellé. Films : { $films }.
   *[false] L’enregistrement est gardé sous scellé, mais il n’est pas complet. Films : { $films }.
}
log-recording-opened = { $who ->
    [me] Vous regardez l’enregistrement.
   *[other] { $name } regarde l’enregistrement.
}
log-recording-held = { $held ->
    [true] { $who ->
        [me] Vous gardez l’enregistrement plus longtemps.
       *[other] { $name } garde l’enregistrement plus longtemps.
    }
   *[false] { $who ->
        [me] Vous ne gardez plus l’enregistrement plus longtemps.
       *[other] { $name } ne garde plus l’enregistrement plus longtemps.
    }
}
log-recording-erased = L’enregistrement est effacé. Personne ne peut plus le regarder.

## A photo in a call

photo-ask = Demander une photo
photo-ask-of = Une photo de quoi ?
photo-purpose = { $purpose ->
    [identity_card] Carte d’identité
    [damage] Dégâts
   *[other] Autre chose
}
photo-standing-asked = Vous avez demandé une photo. Il n’y a pas encore de réponse.
photo-standing-agreed = Le citoyen prend la photo.
photo-standing-taken = La photo est arrivée. Vous la trouvez avec la déclaration.
photo-standing-declined = Le citoyen préfère ne pas envoyer de photo. Ce n’est pas un problème.
photo-withdraw = Retirer la demande de photo
photo-question = { $purpose ->
    [identity_card] Voulez-vous prendre une photo de votre carte d’identité ?
    [damage] Voulez-vous prendre une photo des dégâts ?
   *[other] Voulez-vous prendre une photo de ce que vous montrez ?
}
photo-what = Vous prenez la photo vous-même, vous la regardez d’abord, puis vous décidez de l’envoyer ou non. Elle est jointe à votre déclaration. Seules les personnes qui traitent votre dossier peuvent la voir.
photo-cover = Cachez avec votre doigt ce dont l’agent n’a pas besoin. Vous hésitez ? Demandez d’abord.
photo-agree = Oui, prendre une photo
photo-refuse = Non, pas de photo
photo-seen = { $seen ->
    [yes] Les autres personnes dans l’appel voient ce que voit votre caméra.
   *[no] Vous seul voyez cette image.
}
photo-live = Ce que voit votre caméra
photo-take = Prendre la photo
photo-taking = La photo est prise. Ne bougez pas.
photo-other-camera = Autre caméra
photo-cancel = Finalement, pas de photo
photo-review = Tout est bien visible ? Seule cette photo est envoyée.
photo-own = La photo que vous avez prise
photo-retake = Reprendre la photo
photo-send = Envoyer la photo
photo-sending = La photo est envoyée…
photo-sent = La photo a été envoyée.
photo-trouble-camera = La caméra ne donne pas d’image. Fermez les autres programmes qui utilisent la caméra, ou choisissez une autre caméra.
photo-trouble-take = La photo n’a pas réussi. Réessayez.
photos-title = Photos
photo-title = { $purpose ->
    [identity_card] Photo de la carte d’identité
    [damage] Photo des dégâts
   *[other] Photo
}
photo-facts = { $width } × { $height } pixels, { $size } kB
photo-open = Voir en grand
photo-loading = La photo se charge.
photo-again = Recharger la photo
photo-remove = Supprimer la photo
photo-remove-sure = La photo sera effacée. Ensuite, plus personne ne pourra la voir.
log-photo-asked = { $who ->
    [me] { $purpose ->
        [identity_card] Vous demandez une photo de la carte d’identité.
        [damage] Vous demandez une photo des dégâts.
       *[other] Vous demandez une photo.
    }
   *[agent] { $purpose ->
        [identity_card] { $name } demande une photo de la carte d’identité.
        [damage] { $name } demande une photo des dégâts.
       *[other] { $name } demande une photo.
    }
}
log-photo-declined = { $who ->
    [me] Vous préférez ne pas envoyer de photo. Ce n’est pas un problème.
   *[citizen] Le citoyen préfère ne pas envoyer de photo. Ce n’est pas un problème.
}
log-photo-taken = { $who ->
    [me] { $purpose ->
        [identity_card] Vous envoyez une photo de la carte d’identité ({ $size } kB).
        [damage] Vous envoyez une photo des dégâts ({ $size } kB).
       *[other] Vous envoyez une photo ({ $size } kB).
    }
   *[citizen] { $purpose ->
        [identity_card] Le citoyen envoie une photo de la carte d’identité ({ $size } kB).
        [damage] Le citoyen envoie une photo des dégâts ({ $size } kB).
       *[other] Le citoyen envoie une photo ({ $size } kB).
    }
}
log-photo-erased = { $who ->
    [me] Vous supprimez une photo. Plus personne ne peut la voir.
    [desk] Une photo est effacée. Plus personne ne peut la voir.
   *[agent] { $name } supprime une photo. Plus personne ne peut la voir.
}
