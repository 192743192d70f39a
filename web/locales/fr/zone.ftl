# What is wrong with zone data (server/zone), told to whoever wrote it: the rest of a line that begins with file and
# line. A text says what is wrong, its remedy what to write instead; where the remedy depends on what was written, it
# is a text of its own. Texts without a remedy are parts of others, and fit in wherever those are asked for.

zone-error = { $message } — { $remedy }
zone-warning = avertissement : { $message } — { $remedy }

## Where it is wrong: who or what the sentence is about. Never after "de", which would need "d’" before some of them

zone-this-file = ce fichier
zone-this-item = cet élément
zone-item-of = un élément dans { $name }
zone-key-of = la clé `{ $key }` dans { $name }
zone-value-of = `{ $key }` dans { $name }

## Words between

zone-and = { $one } et { $other }
zone-or = { $one } ou { $other }
zone-a-list = une liste
zone-a-group = un groupe de clés

## What to do, where it depends on what was written

zone-did-you-mean = vouliez-vous dire `{ $meant }` ?
zone-use-one-of = utilisez l’un de ces mots : { $names }
zone-use-id-from = utilisez un id qui est dans { $file }
zone-take-out = enlevez cela
zone-leave-time-zone-out = ne l’écrivez pas : le fuseau horaire de la zone est valable ici
zone-name-earlier-field = nommez un champ demandé avant celui-ci
zone-name-own-field = nommez un champ de ce formulaire
zone-write-blank = écrivez `{ $blank }`

## What belongs there: fits after "écrivez" and "avec"

zone-wanted-text = un texte
zone-wanted-texts = un texte dans chaque langue (`nl`, `fr`, `en`, `de`)
zone-wanted-pattern = un texte conforme à `{ $pattern }`
zone-wanted-truth = `true` ou `false`
zone-wanted-whole-number = un nombre entier
zone-wanted-between = un nombre entier de { $least } à { $most }
zone-wanted-number = un nombre
zone-wanted-date = une date comme `2026-05-01`
zone-wanted-hours = des heures comme `08:30-12:00`, `13:00-24:00` ou, en passant minuit, `22:00-06:00`
zone-wanted-one-of = l’un de ces mots : { $words }
zone-wanted-list = une liste
zone-wanted-keys = des clés avec leur valeur
zone-wanted-keys-of = les clés pour { $noun } : { $keys }
zone-wanted-id = un mot en minuscules, chiffres, `_` et `-`, qui commence par une lettre
zone-wanted-postcode = un code postal belge de quatre chiffres
zone-wanted-colour = une couleur comme `#1d4f91`
zone-wanted-origin = l’adresse d’un site sans chemin, comme `https://www.example.be`
zone-wanted-address = une adresse web qui commence par `https://`
zone-wanted-capitals = deux à six lettres majuscules
zone-wanted-login = des minuscules, des chiffres, des points et des tirets
zone-wanted-language = le code d’une langue en deux ou trois lettres, comme `nl`

## What zone data is made of: fits after "pour" and before "a besoin de"

zone-noun-profile = un profil
zone-noun-demo = `demo`
zone-noun-links = une série de liens
zone-noun-staffing = `staffing`
zone-noun-limits = `limits`
zone-noun-retention = `retention`
zone-noun-checked-every = `checked_every_days`
zone-noun-colour = une couleur
zone-noun-number = un numéro
zone-noun-team = une équipe
zone-noun-hours = `hours`
zone-noun-dated-hours = une exception
zone-noun-map = ce fichier
zone-noun-cluster = un groupe de quartiers
zone-noun-neighbourhood = un quartier
zone-noun-street-range = une rue
zone-noun-holiday = un jour férié
zone-noun-door = une entrée
zone-noun-topic = un sujet
zone-noun-emergency-card = la fiche d’urgence
zone-noun-rights = ce fichier
zone-noun-after-filing = ce fichier
zone-noun-outcome = un résultat
zone-noun-transfer-reason = une raison de transmettre
zone-noun-canned-text = un texte tout prêt
zone-noun-demo-agent = un collaborateur de la démo
zone-noun-follow-up = une question de suivi
zone-noun-heading = une réponse
zone-noun-answer-link = un lien
zone-noun-form = un formulaire
zone-noun-section = une partie de formulaire
zone-noun-option = un choix
zone-noun-text-field = un champ de texte
zone-noun-long-text-field = un champ de texte long
zone-noun-choice-field = un champ à choix
zone-noun-yes-no-field = un champ oui ou non
zone-noun-date-field = un champ de date
zone-noun-moment-field = un champ de moment
zone-noun-street-field = un champ de rue
zone-noun-amount-field = un champ de montant
zone-noun-phone-field = un champ de téléphone
zone-noun-email-field = un champ d’adresse e-mail
zone-noun-serial-field = un champ de numéro de série
zone-noun-national-number-field = un champ de numéro national

## Files

zone-no-zone = il n’y a pas de zone dans `{ $folder }`
    .remedy = nommez un dossier qui contient un fichier `zone.yaml`
zone-file-missing = le fichier manque
    .remedy = ajoutez-le ; la zone de démo en a un à copier
zone-file-closed = le fichier ne s’ouvre pas : { $why }
    .remedy = vérifiez qui peut le lire
zone-file-forbidden = le guichet ne peut pas le lire
zone-file-nowhere = il ne mène nulle part
zone-file-stray = rien ne lit ce fichier
zone-answer-stray = une réponse ne s’appelle pas ainsi
    .remedy = utilisez `<topic>.<language>.md`, avec l’une de ces langues : { $languages }
zone-file-empty = il n’y a rien dedans
    .remedy = remplissez-le, ou copiez celui de la zone de démo
zone-not-utf-8 = un caractère de cette ligne n’est pas en UTF-8
    .remedy = enregistrez le fichier en UTF-8 dans votre éditeur

## YAML, front matter, tables

zone-not-yaml = ceci n’est pas du YAML : { $why }
    .remedy = vérifiez le retrait de cette ligne et de la ligne au-dessus ; un texte qui contient `: ` ou ` #`, ou qui commence par `{ "{" }`, `[`, `*` ou `&`, se met entre guillemets
zone-yaml-colon = un deux-points ne peut pas se trouver ici
zone-yaml-open-quote = un texte entre guillemets n’a pas de fin
zone-yaml-open-list = dans une liste, il manque une virgule, ou le `]` à la fin
zone-yaml-open-group = dans un groupe, il manque une virgule, ou le `{ "}" }` à la fin
zone-yaml-beginning = un texte sans guillemets ne peut pas commencer ainsi
zone-yaml-tab = il y a ici une tabulation au lieu d’espaces
zone-yaml-no-dash = il faut ici une ligne qui commence par `-`
zone-yaml-no-key = il faut ici une ligne comme `clé: valeur`
zone-yaml-no-colon = il manque `:` après une clé
zone-yaml-star = un texte sans guillemets commence par `*`
zone-yaml-control-characters = ceci n’est pas du YAML : il y a des caractères de contrôle
    .remedy = enlevez ces caractères
zone-no-front-matter = l’en-tête du fichier manque
    .remedy = commencez par une ligne `---`, puis `checked_on: …`, puis une ligne `---`
zone-front-matter-empty = l’en-tête du fichier n’a pas de clés
    .remedy = écrivez des lignes comme `checked_on: 2026-05-01`
zone-no-column = la colonne `{ $name }` n’existe pas
zone-columns-missing = il manque dans les colonnes : { $lacking }
    .remedy = commencez par une ligne qui nomme ces colonnes : { $columns }
zone-no-table = ceci n’est pas un tableau : impossible de distinguer les cases
    .remedy = vérifiez les guillemets
zone-too-many-cells = il y a { $cells } cases sous { $columns ->
        [one] { $columns } colonne
       *[other] { $columns } colonnes
    }
    .remedy = mettez un texte avec une virgule entre guillemets doubles

## Keys and values

zone-is = { $name } est { $found }
    .remedy = écrivez { $wanted }
zone-empty = { $name } est vide
    .remedy = écrivez { $wanted }, ou enlevez la clé si c’est permis
zone-no-day = { $name } est `{ $written }`, un jour qui n’existe pas
    .remedy = vérifiez le mois et le jour
zone-too-long = { $name } compte { $count } caractères
    .remedy = utilisez-en { $most } au plus
zone-too-few = { $name } compte { $count ->
        [one] { $count } élément
       *[other] { $count } éléments
    }
    .remedy = écrivez-en { $least } au moins
zone-too-many = { $name } compte { $count ->
        [one] { $count } élément
       *[other] { $count } éléments
    }
    .remedy = écrivez-en { $most } au plus
zone-lacks = dans { $name }, il manque { $keys }
    .remedy = ajoutez { $lines }
zone-unknown-key = `{ $key }` n’est pas une clé pour { $noun }
zone-needs = { $noun } a besoin de `{ $key }`
    .remedy = ajoutez `{ $key }:` avec { $wanted }
zone-untagged = { $name } a besoin de `{ $key }`
    .remedy = ajoutez `{ $key }:` avec { $wanted }
zone-no-tag = `{ $key }: { $value }` n’existe pas
zone-key-no-word = une clé doit être un mot
    .remedy = écrivez `clé: valeur`
zone-key-twice = `{ $key }` se trouve ici deux fois, la première à la ligne { $line }
    .remedy = n’en gardez qu’une
zone-second = `{ $value }` se trouve ici une deuxième fois
    .remedy = écrivez pour chacun une autre valeur de `{ $key }`

## What is named and does not exist

zone-no-topic = le sujet `{ $name }` n’existe pas
zone-no-team = l’équipe `{ $name }` n’existe pas
zone-no-skill = la compétence `{ $name }` n’existe pas
zone-no-number = le numéro `{ $name }` n’existe pas
zone-no-door = l’entrée `{ $name }` n’existe pas
zone-no-form = le formulaire `{ $name }` n’existe pas
zone-no-cluster = le groupe de quartiers `{ $name }` n’existe pas
zone-no-neighbourhood = le quartier `{ $name }` n’existe pas
zone-no-municipality = { $name } n’est pas dans la zone
    .remedy = écrivez le nom comme dans `municipalities` de zone.yaml, ou ajoutez-le là
zone-no-time-zone = le fuseau horaire `{ $name }` n’existe pas
    .remedy = écrivez un nom comme `Europe/Brussels`
zone-no-colour = `{ $name }` n’est pas une couleur qu’une zone peut changer

## The zone's own settings

zone-cap-below-routine = `hard_cap` ({ $cap }) est plus petit que `routine` ({ $routine })
    .remedy = augmentez `hard_cap`, ou diminuez `routine`
zone-procedure-language = la langue de la procédure, `{ $language }`, n’est pas dans les langues
    .remedy = ajoutez `{ $language }`
zone-contrast = { $ink } sur { $ground } : le contraste est de { NUMBER($ratio, minimumFractionDigits: 2, maximumFractionDigits: 2) } dans le thème `{ $theme }`
    .remedy = choisissez une couleur qui atteint { NUMBER($least, minimumFractionDigits: 1) }

## Topics, teams, numbers

zone-half-online-form = `{ $topic }` dit deux choses différentes sur le formulaire en ligne
    .remedy = écrivez le canal `online_form` et aussi son adresse, `online_form:`, ou aucun des deux
zone-not-taken = `{ $team }` ne traite pas `{ $topic }`
    .remedy = ajoutez-le aux sujets de `{ $team }` dans teams.yaml, ou nommez une autre équipe
zone-recording-without-video = les appels sur `{ $topic }` peuvent être enregistrés, mais `video` n’est pas dans ses canaux
    .remedy = ajoutez `video` aux canaux, ou enlevez `recording`
zone-form-of-another = le formulaire `{ $form }` est pour `{ $its_topic }`
    .remedy = écrivez `topic: { $topic }` dans forms/{ $form }.yaml, ou nommez ici un autre formulaire
zone-sensitive-form = `{ $topic }` est sensible et a un formulaire
    .remedy = enlevez le formulaire : ici, c’est une personne qui pose les questions
zone-no-teams = il n’y a pas d’équipe
    .remedy = ajoutez-en une, avec `topics: all`
zone-central-team = la première équipe reçoit ce qu’aucune autre ne traite, mais elle ne traite pas tout
    .remedy = écrivez `topics: all`, ou mettez l’équipe centrale en premier
zone-no-page = `{ $number }` n’a pas de page web
    .remedy = ajoutez `web:` avec son adresse
zone-no-digits = `{ $number }` a une valeur sans chiffres
    .remedy = écrivez le numéro que les gens forment
zone-outdated = { $number } n’est plus valable : { $why }
    .remedy = écrivez { $instead }
zone-outdated-card-stop = Card Stop a changé de numéro

## Hours

zone-hours-begin-early = `{ $span }` (`{ $day }`) commence avant la fin des heures précédentes
    .remedy = écrivez des heures qui ne se chevauchent pas ; ce qui continue après minuit va avec le jour où cela commence
zone-hours-overlap = `{ $span }` chevauche les heures précédentes
    .remedy = écrivez des heures qui ne se chevauchent pas
zone-second-exception = { $day } a une deuxième exception
    .remedy = écrivez-en une seule, avec toutes les heures de ce jour

## Streets

zone-street-twice = des numéros de maison de { $street } sont dans `{ $one }` et dans `{ $other }`
    .remedy = écrivez des numéros de maison (`first`, `last`, `side`) qui ne se chevauchent pas
zone-wrong-postcode = `{ $place }` a le code postal { $right }, pas { $wrong }
    .remedy = corrigez le code postal, ou nommez un autre quartier
zone-backwards = les numéros de maison descendent de { $first } à { $last }
    .remedy = échangez `first` et `last`

## Answers

zone-long-answer = la réponse compte { $count } caractères
    .remedy = utilisez-en { $most } au plus
zone-answer-lacks = la réponse n’existe pas encore en { $languages }
    .remedy = écrivez { $files }
zone-answered-twice = `{ $asks }` a deux réponses pour `{ $topic }`
    .remedy = enlevez-le de l’une des deux
zone-blank = rien ne remplit `{ $blank }`
zone-number-written-out = le numéro { $number } est écrit en entier
    .remedy = ajoutez-le à numbers.yaml, et écrivez son id entre accolades
zone-markup = `{ $mark }` se verrait tel quel à l’écran
    .remedy = écrivez du texte simple ; les listes commencent par `1.` ou `-`
zone-long-sentence = une phrase de { $count } mots : « { $begins } … »
    .remedy = faites-en deux phrases, de { $most } mots au plus

## Forms

zone-form-name = le formulaire se nomme lui-même `{ $form }`
    .remedy = nommez le fichier { $form }.yaml, ou corrigez l’id
zone-second-field = il y a un deuxième champ `{ $field }`
    .remedy = donnez à chaque champ son propre id
zone-no-earlier-field = aucun champ précédent ne s’appelle `{ $field }`
zone-never = `{ $field }` est oui ou non, jamais `{ $value }`
    .remedy = écrivez `true` ou `false`
zone-no-option = `{ $field }` n’a pas de choix `{ $option }`
zone-no-choice = `{ $field }` n’est ni un choix, ni un oui ou non
    .remedy = faites dépendre ceci d’un champ à choix, ou d’un oui ou non
zone-no-line-field = aucun champ d’une ligne ne s’appelle `{ $field }`
zone-empty-word = il n’y a rien entre deux virgules
    .remedy = enlevez l’une des virgules
zone-no-earlier-moment = `{ $field }` n’est pas une date ou un moment demandé avant ce champ
    .remedy = nommez une date ou un moment demandé avant, ou enlevez `not_before`
zone-option-twice = `{ $field }` a deux fois le choix `{ $option }`
    .remedy = n’en gardez qu’un

## What is due

zone-no-answer = `{ $topic }` n’a pas de réponse : l’assistant numérique le transmet à une personne
    .remedy = écrivez answers/{ $topic }.nl.md et les autres langues, s’il y a une réponse
zone-checked-ahead = { $day } n’est pas encore arrivé
    .remedy = écrivez le jour de la vérification
zone-checked-long-ago = dernière vérification le { $day }
    .remedy = regardez si c’est encore vrai, et écrivez la date d’aujourd’hui
zone-no-holidays = il n’y a pas de jours fériés pour { $year }
    .remedy = ajoutez-les, sinon chaque équipe est ouverte comme d’habitude
