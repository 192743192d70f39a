# Pages that the desk sends whole.

page-skip = Aller au texte
page-languages = Langue
page-language-nl = Nederlands
page-language-fr = Français
page-language-en = English
page-language-de = Deutsch
page-to-desk = Aller au guichet
page-urgent = C’est urgent ? Appelez.
page-console-title = Console
page-join-title = Appel
page-without-script = Ce guichet a besoin de JavaScript. Votre navigateur ne le permet pas maintenant. Activez JavaScript, ou utilisez un de ces numéros.

## When something goes wrong

page-error-missing = Cette page n’existe pas
    .about = Vérifiez l’adresse, ou recommencez au guichet.
page-error-forbidden = Ceci n’est pas permis ici
    .about = Vous ne pouvez pas voir cette page.
page-error-sign-in = Vous n’êtes pas connecté
    .about = Connectez-vous à la console et ouvrez de nouveau la page.
page-error-over = Ce lien ne marche plus
    .about = Le lien sert une seule fois, pendant une minute. Demandez-en un nouveau dans la conversation.
page-error-busy = Un instant
    .about = Ce n’est pas possible pour le moment. Rien n’est perdu. Réessayez dans un instant.
page-error-fault = Quelque chose n’a pas marché
    .about = C’est notre faute. Réessayez dans un instant.

## The console on an address where browsers keep no sign-in

page-insecure-title = Impossible de se connecter à cette adresse
page-insecure-why = Vous avez ouvert la console à l’adresse { $address }. À cette adresse, quelqu’un peut lire ce que vous faites. Votre navigateur ne garde donc pas votre connexion.
page-insecure-then = Il y a deux possibilités :
page-insecure-here = Vous travaillez sur l’ordinateur où tourne le guichet ? Ouvrez :
page-insecure-https = Vous travaillez sur un autre ordinateur ? Il faut alors une adresse en https. Le gestionnaire règle cette adresse avec

## Accessibility statement

page-accessibility-title = Accessibilité
accessibility-aim = { $zone } veut que tout le monde puisse utiliser le guichet. Nous suivons la norme EN 301 549 et les règles WCAG 2.2, niveau AA.
accessibility-can-title = Ce que vous pouvez faire
accessibility-can-keyboard = Vous pouvez tout faire avec le clavier.
accessibility-can-reader = Un lecteur d’écran lit les nouveaux messages, et dit qui les a écrits.
accessibility-can-size = Vous pouvez agrandir le texte. Rien ne disparaît.
accessibility-can-colour = La couleur n’est jamais le seul signe. Il y a un affichage sombre et un affichage très contrasté.
accessibility-can-motion = Presque rien ne bouge. Si vous coupez les animations, il n’y en a plus.
accessibility-can-time = Vous avez le temps. Un formulaire ne disparaît pas pendant que vous réfléchissez.
accessibility-can-text = Vous ne devez jamais téléphoner ni vous montrer. Vous pouvez toujours écrire, aussi pendant un appel vidéo.
accessibility-can-live = Pendant un appel vidéo, les autres peuvent lire pendant que vous tapez. Vous parlez en langue des signes ? Un bouton montre que vous avez la parole.
accessibility-not-title = Ce qui n’est pas encore possible
accessibility-not-captions = Pendant un appel vidéo, il n’y a pas de sous-titres. Vous pouvez demander d’écrire.
accessibility-not-language = L’assistant numérique parle néerlandais, français, anglais et allemand. Pour une autre langue, demandez une personne.
accessibility-not-sign = Nous n’offrons pas nous-mêmes d’interprète en langue des signes.
accessibility-checked-title = Comment nous vérifions
accessibility-checked = À chaque changement, un programme compare tous les écrans aux règles. Il ne trouve pas tout. Des personnes avec un handicap n’ont pas encore testé ce guichet.
accessibility-tell-title = Quelque chose ne marche pas ?
accessibility-tell = Dites-le-nous. Dans une conversation, ou d’une de ces façons :
accessibility-complain = Notre réponse ne vous convient pas ? Vous pouvez alors aller chez le médiateur.

## Privacy

page-privacy-title = Vos données
privacy-who = { $zone } est responsable des données de ce guichet.
privacy-kept-title = Ce que nous gardons
privacy-kept-talk = Ce que vous et nous écrivons dans la conversation, avec la date et l’heure.
privacy-kept-report = La déclaration que vous remplissez et confirmez.
privacy-kept-call = D’un appel vidéo : quand il a commencé et fini.
privacy-kept-recording = L’enregistrement d’un appel vidéo, seulement si tout le monde dans l’appel a dit oui. Nous l’effaçons après { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}, sauf si la loi nous oblige à le garder plus longtemps.
privacy-kept-no-recording = Nous n’enregistrons ni l’image ni le son d’un appel vidéo.
privacy-kept-photo = Une photo que vous avez prise parce qu’un agent l’a demandée. Elle ne fait pas partie d’une déclaration que vous avez confirmée ? Nous l’effaçons alors après { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}.
privacy-kept-looks = Quel collaborateur a vu ou changé votre conversation ou votre déclaration, et quand.
privacy-device-title = Ce qui se trouve sur votre appareil
privacy-device-key = Une clé qui rouvre la conversation. Elle marche { $hours ->
    [one] { $hours } heure
   *[other] { $hours } heures
} et disparaît quand vous fermez l’onglet, sauf si vous choisissez de la garder.
privacy-device-exit = Vous quittez la page avec le bouton rouge ? Nous effaçons alors tout ce que ce guichet a mis sur votre appareil.
privacy-device-history = Nous ne pouvons pas effacer l’historique de votre navigateur. Vous devez le faire vous-même.
privacy-others-title = Qui d’autre regarde
privacy-others = Personne. Il n’y a ni traceurs, ni publicité, ni services d’autres entreprises sur ces pages.
privacy-bot = L’assistant numérique est un programme sur nos propres ordinateurs. Il lit ce que vous écrivez pour vous répondre.
privacy-learns = Un responsable peut réécrire ce que vous avez dit à l’assistant numérique pour l’améliorer : sans votre nom, vos numéros ou votre adresse. Cela ne se fait jamais tout seul.
privacy-rights-title = Vos droits
privacy-rights = Vous pouvez demander quelles données nous avons sur vous, et faire corriger une erreur. Demandez-le dans une conversation. Si nous ne trouvons pas d’accord, vous pouvez aller chez l’autorité qui surveille les données de la police.

## The demo municipality’s page

demo-notice = Ceci est un exemple de site d’une commune. Ce site n’existe pas vraiment.
demo-menu-home = Accueil
demo-menu-living = Habiter
demo-menu-news = Actualités
demo-menu-contact = Contact
demo-menu = Menu principal
demo-heading = Police et sécurité
demo-intro = On a volé votre vélo, vous avez perdu votre carte d’identité, ou vous avez une question ? Le guichet en ligne de la police est ouvert jour et nuit.
demo-how = Appuyez sur le bouton en bas à droite. Vous parlez d’abord avec un assistant numérique. Vous pouvez toujours demander une personne.
demo-page = Vous préférez une page entière ? Ouvrez le guichet.
demo-news = Nouvelles de la commune
demo-news-market = Le marché déménage à la place de la gare pendant les travaux.
demo-news-library = La bibliothèque est ouverte plus longtemps le jeudi.
demo-topics = Questions fréquentes
demo-topic-bike = Vélo volé ou trouvé
demo-topic-documents = Carte d’identité ou papiers perdus
demo-topic-holiday = Surveillance de votre maison pendant vos vacances
demo-topic-neighbours = Bruit ou dispute entre voisins
demo-hours = Heures d’ouverture de l’hôtel de ville
demo-hours-week = Du lundi au vendredi : de 9 à 16 heures.
demo-hours-evening = Le jeudi aussi de 16 à 19 heures.
