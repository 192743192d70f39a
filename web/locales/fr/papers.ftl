# Papers: the copy of a report, the certificate, the text of a conversation.

## On every paper

paper-page = Page { $page } sur { $pages }
paper-moment-hour = { $day } à { $hour }
paper-moment-part = { $day }, { $part ->
    [night] la nuit (entre 0 et 6 heures)
    [morning] le matin
    [afternoon] l’après-midi
    [evening] le soir
   *[unknown] heure inconnue
}
paper-yes-no = { $value ->
    [true] Oui
   *[false] Non
}
paper-person = { $kind ->
    [citizen] Citoyen
    [bot] Assistant numérique (robot, pas une personne)
    [desk] Onlineloket
    [guest] Interprète { $name }
   *[agent] { $name }
}
paper-language = { $language ->
    [nl] néerlandais
    [fr] français
    [de] allemand
   *[en] anglais
}

## What identifies a report

paper-reference = Référence
paper-pv-number = Numéro de PV
paper-pv-number-unknown = Pas encore connu
paper-filed-at = Déposée le
paper-service = Service
paper-taken-by = Reçue par
paper-participants = Participants
paper-revision = Version
paper-form = Formulaire
paper-form-version = { $form }, version { $version }
paper-digest = Code de contrôle
paper-digest-about = Le code de contrôle (SHA-256) permet à la police de vérifier que le contenu n’a pas changé depuis la confirmation.

## The copy

paper-copy-title = Copie de votre déclaration
paper-copy-notice = Ceci est une copie de votre déclaration. Elle n’est pas signée, et ce n’est pas nécessaire : vous l’avez lue et confirmée à l’écran.
paper-question = Question
paper-answer = Réponse
paper-no-answer = Pas de réponse
paper-unlisted = Autres données
paper-attachments = Annexes
paper-attachment = Annexe
paper-attachment-shows = { $purpose ->
    [identity_card] Photo { $number } : carte d’identité
    [damage] Photo { $number } : dégâts
   *[other] Photo { $number }
}
paper-attachment-taken = Envoyée le
paper-attachment-measures = Dimensions et taille
paper-attachment-unprinted = Cette photo ne figure pas sur cette copie. Le code de contrôle permet de vérifier de quelle photo il s’agit.
paper-next-steps = Et maintenant ?
paper-origin = Comment cette déclaration a été faite
paper-origin-how = La déclaration a été remplie pendant une conversation au guichet en ligne. Vous avez confirmé cette version. Elle a ensuite été enregistrée.

## The certificate

paper-certificate-title = Attestation de dépôt de plainte
paper-certificate-statement = { $zone } confirme qu’une déclaration a été déposée au guichet en ligne. Les données ci-dessus sont celles de cette déclaration.
paper-certificate-notice = Cette attestation ne dit pas ce que contient la déclaration. Vous le lisez sur votre copie. Cette attestation n’est pas signée.
paper-victim-help = Aide aux victimes
paper-helper = Pour quoi
paper-helper-number = Contact

## The text of a conversation

paper-transcript-title = Conversation avec le guichet en ligne
paper-transcript-about = Ceci est le texte de la conversation tel qu’il est conservé. Ce qui a été dit pendant un appel n’y figure pas. Les heures sont celles d’ici.
paper-conversation = Conversation
paper-began = Début
paper-ended = Fin
paper-until = Jusqu’ici
paper-languages = Langue
paper-offered = Réponses possibles : { $answers }

## What happened in a conversation

paper-who = { $who ->
    [citizen] Le citoyen
    [bot] L’assistant numérique
    [desk] Le guichet en ligne
    [guest] L’interprète
   *[agent] { $person }
}
paper-event-conversation-opened = Le citoyen ouvre la conversation. Langue : { paper-language }.
paper-event-participant-joined = { paper-who } participe à la conversation.
paper-event-participant-left = { $reason ->
    [transfer] { paper-who } transmet la conversation.
    [lost] { paper-who } n’a plus de connexion.
    [quick_exit] { paper-who } quitte vite la page.
   *[left] { paper-who } quitte la conversation.
}
paper-event-language-chosen = La conversation continue dans une autre langue : { paper-language }.
paper-event-conversation-queued = La conversation attend un collaborateur de { $team }.{ $reason ->
    [requested] { " " }Le citoyen demande une personne.
    [emergency] { " " }Il y a peut-être un danger.
    [unsure] { " " }L’assistant numérique n’est pas sûr.
    [transfer] { " " }La conversation a été transmise.
    [agent_lost] { " " }Le collaborateur n’a plus de connexion.
    [bot_silent] { " " }L’assistant numérique ne répond pas.
    [form] { " " }Une déclaration est remplie.
   *[sensitive] { "" }
}
paper-event-emergency-raised = { $tier ->
    [1] Le guichet en ligne montre les numéros d’urgence.
   *[2] Le guichet en ligne demande si cela se passe maintenant.
}
paper-event-conversation-closed = { $reason ->
    [agent] Le collaborateur ferme la conversation.
    [citizen] Le citoyen ferme la conversation.
    [bot] L’assistant numérique ferme la conversation.
   *[expired] La conversation est fermée : rien n’a été dit depuis longtemps.
}
paper-event-conversation-rated = Le citoyen donne { $score } sur 5.
paper-event-call-proposed = { $video ->
    [true] { paper-who } propose un appel vidéo.
   *[false] { paper-who } propose un appel audio.
}
paper-event-call-accepted = { paper-who } accepte l’appel.
paper-event-call-declined = L’appel n’a pas lieu.
paper-event-call-started = L’appel commence.
paper-event-call-incident = { $incident ->
    [connection_lost] Problème technique : la connexion de l’appel est coupée.
    [worker_lost] Problème technique : un appareil de la police est en panne. L’appel est rétabli.
    [no_worker] Problème technique : un appel n’est pas possible maintenant.
    [device_lost] Problème technique : une caméra ou un micro ne fonctionne plus.
    [negotiation_failed] Problème technique : l’appel n’a pas pu être établi.
   *[reconnected] La connexion de l’appel est rétablie.
}
paper-event-call-joined = { paper-who } participe à l’appel.
paper-event-call-left = { $reason ->
    [transfer] { paper-who } transmet l’appel.
    [removed] { paper-who } a été retiré de l’appel.
    [lost] { paper-who } n’est plus connecté à l’appel.
   *[left] { paper-who } quitte l’appel.
}
paper-event-call-ended = { $reason ->
    [failed] L’appel a échoué.
    [lost] L’appel a été interrompu. Durée : { $minutes } min { $rest } s.
   *[hung_up] L’appel est terminé. Durée : { $minutes } min { $rest } s.
}
paper-event-report-started = { paper-who } commence une déclaration.
paper-event-report-changed = { $who ->
    [desk] Les questions de la déclaration ont changé.
   *[other] { paper-who } complète la déclaration.
}
paper-event-report-offered = Le citoyen est invité à lire et à confirmer la déclaration.
paper-event-report-filed = Le citoyen confirme la déclaration. Elle est enregistrée sous la référence { $reference }.
paper-event-pv-number-recorded = La déclaration porte le numéro de PV { $pv_number }.
paper-event-recording-proposed = { paper-who } demande si l’appel peut être enregistré.
paper-event-recording-answered = { $agreed ->
    [true] { paper-who } accepte l’enregistrement.
   *[false] { paper-who } n’accepte pas l’enregistrement.
}
paper-event-recording-started = L’enregistrement commence.
paper-event-recording-paused = L’enregistrement est en pause.
paper-event-recording-resumed = L’enregistrement continue.
paper-event-recording-stopped = { $reason ->
    [refused] L’enregistrement est arrêté : une personne dans l’appel ne l’accepte pas.
    [failed] L’enregistrement est arrêté : il n’a pas pu être gardé.
    [topic] L’enregistrement est arrêté : les appels sur ce sujet ne peuvent pas être enregistrés.
   *[asked] L’enregistrement est arrêté.
}
paper-event-recording-erased = L’enregistrement est effacé.
paper-event-photo-asked = { $purpose ->
    [identity_card] { paper-who } demande une photo de la carte d’identité.
    [damage] { paper-who } demande une photo des dégâts.
   *[other] { paper-who } demande une photo.
}
paper-event-photo-declined = { paper-who } préfère ne pas envoyer de photo.
paper-event-photo-taken = { $purpose ->
    [identity_card] { paper-who } envoie une photo de la carte d’identité. Code de contrôle : { $sha256 }
    [damage] { paper-who } envoie une photo des dégâts. Code de contrôle : { $sha256 }
   *[other] { paper-who } envoie une photo. Code de contrôle : { $sha256 }
}
paper-event-photo-erased = Une photo est effacée.
