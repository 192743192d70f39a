# One message for each refusal of the desk (server/protocol/errors.py), with what to do next.

error-malformed = L’ordinateur n’a pas pu lire ceci. Vérifiez ce que vous avez écrit et réessayez.
error-unknown_command = Cette page n’est plus à jour. Rechargez la page.
error-too_large = C’est trop en une fois. Envoyez-le en plusieurs parties.
error-outdated_protocol = Il y a une nouvelle version. Rechargez la page.
error-client_id_reused = L’envoi n’a pas réussi. Réessayez.
error-too_many_requests = { $seconds ->
    [0] C’était trop rapide. Attendez un instant et réessayez.
    [one] C’était trop rapide. Attendez { $seconds } seconde et réessayez.
   *[other] C’était trop rapide. Attendez { $seconds } secondes et réessayez.
}
error-not_signed_in = Vous n’êtes plus connecté. Connectez-vous de nouveau.
error-wrong_credentials = Le nom et le mot de passe ne vont pas ensemble. Vérifiez les deux.
error-not_allowed = Vous ne pouvez pas faire cela ici.
error-token_malformed = Cette conversation ne peut pas s’ouvrir. Rechargez la page.
error-token_expired = Cette conversation n’est plus ouverte. Commencez une nouvelle conversation.
error-ticket_used = Ce lien sert une seule fois, pendant une minute. Demandez-en un nouveau.
error-no_such_conversation = Cette conversation n’existe pas, ou elle n’est pas pour vous.
error-conversation_closed = Cette conversation est fermée. Commencez une nouvelle conversation.
error-not_closed = Ceci est possible seulement après la fin de la conversation.
error-already_taken = Une autre personne a pris cette conversation avant vous. Choisissez-en une autre.
error-at_capacity = Vous avez déjà autant de conversations que permis. Fermez-en une ou transmettez-en une.
error-not_accepting = Vous ou votre collègue ne prenez pas de conversations pour le moment.
error-no_such_team = Cette équipe n’existe pas. Choisissez une autre équipe.
error-no_such_agent = Ce collègue n’existe pas. Choisissez un autre collègue.
error-no_such_outcome = Ce résultat n’existe pas. Choisissez un autre résultat.
error-no_such_form = Ce formulaire n’existe pas. Choisissez un autre formulaire.
error-no_such_report = Cette déclaration ne fait pas partie de cette conversation.
error-report_changed = Entre-temps, une autre personne a modifié la déclaration. Relisez-la et réessayez.
error-report_filed = La déclaration est déjà déposée. Vous ne pouvez plus la modifier.
error-report_incomplete = La déclaration n’est pas encore complète. Vérifiez les questions indiquées.
error-report_not_offered = La déclaration n’est pas encore prête à être confirmée.
error-no_such_call = Cet appel n’existe plus.
error-call_in_progress = Un appel est déjà en cours.
error-call_over = L’appel est terminé. Proposez-en un nouveau.
error-no_such_answer = L’assistant numérique n’a pas dit cela. Rechargez la page.
error-personal_data = Il semble encore y avoir un numéro, une adresse ou un nom dans le texte. Enlevez-le et réessayez.
error-call_full = Quatre personnes sont déjà dans l’appel ou invitées. Quelqu’un doit d’abord partir.
error-in_another_call = Vous êtes déjà dans un autre appel. Terminez-le d’abord, ou transmettez-le.
error-open_elsewhere = Cet appel est ouvert dans une autre fenêtre. Vous pouvez le reprendre ici.
error-invitation_over = Ce lien ne fonctionne plus. Demandez un nouveau lien à la personne qui vous a invité.
error-no_media_worker = Les appels sont impossibles pour l’instant. Continuez par écrit et réessayez plus tard.
error-media_failed = L’appel n’a pas pu démarrer. Continuez par écrit et réessayez.
error-unavailable = Ceci ne marche pas pour l’instant. Rien n’est perdu. Réessayez dans un moment.
error-unanswered = Le guichet ne répond pas. Vérifiez votre connexion et réessayez.
error-no_such_recording = Il ne reste rien de cet enregistrement, ou il n’est pas encore là. Attendez un peu et réessayez.
error-recording_not_allowed = Les appels sur ce sujet ne peuvent pas être enregistrés. Choisissez d’abord le bon sujet.
error-recording_refused = Une personne dans cet appel ne veut pas d’enregistrement. Continuez sans enregistrer.
error-recording_over = L’enregistrement est terminé.
error-recording_unavailable = Ici, rien ne peut être enregistré ou regardé maintenant. Continuez sans enregistrement et notez ce qui est important. Il faut quand même un enregistrement ? Demandez à votre administrateur.
error-no_such_photo = Cette photo n’existe plus. Si nécessaire, demandez-en une nouvelle.
error-not_a_photo = Le guichet ne peut pas lire cette photo. Reprenez la photo.
error-photo_too_large = Cette photo est trop grande. Reprenez la photo.
error-photo_not_agreed = Le citoyen n’a pas encore dit oui. Attendez sa réponse.
error-photo_over = Cette demande de photo est terminée. S’il faut encore une photo, elle sera redemandée.
error-photo_unavailable = Garder ou regarder des photos n’est pas possible maintenant. Continuez sans photo, et montrez ou décrivez ce qui est important.
error-too_many_photos = Cette conversation a déjà le nombre maximum de photos. Supprimez-en d’abord une.
