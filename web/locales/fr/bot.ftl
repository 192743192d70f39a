# What the bot says of itself and of the conversation. What it answers to questions is zone data.

bot-greeting =
    Bonjour. Je suis l’assistant numérique de ce guichet. Je suis un robot, pas une personne.
    Je réponds aux questions simples et je prépare les déclarations. Vous pouvez toujours demander un agent.
    Écrivez ce qui se passe, ou choisissez ci-dessous. Ne donnez pas encore de données personnelles.
bot-person = Je veux parler à un agent
bot-none-of-these = Aucun de ces sujets
bot-yes = Oui
bot-no = Non
bot-skip = Je ne sais pas

bot-clarify = Je ne suis pas sûr de comprendre. S’agit-il d’un de ces sujets ?
bot-rephrase = Je ne comprends pas encore. Pouvez-vous le dire avec d’autres mots ? Vous pouvez aussi demander un agent.
bot-nothing-read = Je lis seulement du texte. Écrivez en quelques mots ce qui se passe.

bot-helped = Cette réponse vous aide-t-elle ?
bot-helped-yes = Oui, merci
bot-helped-no = Non
bot-anything-else = Très bien. Puis-je encore faire quelque chose pour vous ?
bot-more = J’ai encore une question
bot-end = Non, c’est tout
bot-ask-away = Posez votre question.
bot-what-is-missing = Que voulez-vous encore savoir ? Écrivez-le ici, ou demandez un agent.
bot-not-in-answer = Mes informations ne le disent pas. Un agent peut vous répondre.
bot-heard-more = Merci, j’en tiens compte.
bot-goodbye = Merci pour votre message. Je termine cette conversation. Vous pouvez toujours en commencer une nouvelle.

bot-hand-over-requested = J’appelle un agent. Il lit ce que vous avez déjà écrit. Vous ne devez rien répéter.
bot-hand-over-unsure = Pardon, je ne vous comprends pas assez bien. J’appelle un agent. Il lit ce que vous avez déjà écrit.
bot-hand-over-topic = Pour ceci, un agent vous aide mieux qu’un robot. J’appelle quelqu’un. Vous ne devez rien répéter.
bot-hand-over-sensitive =
    Vous avez bien fait d’en parler. Un agent continue cette conversation avec vous. Vous passez en premier dans la file.
    Vous décidez de ce que vous racontez. Le bouton en haut vous permet de quitter cette page tout de suite.
bot-hand-over-form = Merci. Un agent vérifie tout avec vous et complète le reste avec vous. Vous ne devez rien répéter.

bot-emergency-now = Est-ce que cela se passe maintenant, ou quelqu’un est-il en danger ?
bot-emergency-yes = Oui, maintenant
bot-emergency-no = Non, pas maintenant
bot-not-now = Bien, nous continuons ici.

bot-form-offer = Je peux déjà poser les premières questions de votre déclaration. Un agent prend ensuite le relais. On commence ?
bot-form-start = Commencer les questions
bot-form-no = Non, pas maintenant
bot-form-intro =
    Bien. Je vous pose quelques questions courtes. Vous voyez les réponses dans le formulaire et vous pouvez toujours les corriger.
    Vous ne savez pas ? Passez la question. Écrivez « agent » si vous préférez parler tout de suite à quelqu’un.
bot-form-moment-again = Je ne trouve pas de jour dans votre réponse. Écrivez par exemple « hier soir », « mardi » ou « 14 mars ».
bot-form-moment-future = Ce jour n’est pas encore passé. Quel jour était-ce ?
bot-form-choice-again = Cela ne correspond à aucune réponse. Choisissez-en une, ou « Je ne sais pas ».
bot-form-yes-no-again = Répondez par oui ou par non, ou choisissez « Je ne sais pas ».
bot-form-text-again = Je ne peux pas noter cela. Écrivez-le court, avec des mots simples, ou choisissez « Je ne sais pas ».
bot-form-progress = Question { $number } sur { $of }
bot-form-line = { $label } : { $answer }
bot-form-confirm-one = { $answer }. C’est bien cela ?
bot-form-confirm-many =
    Voici ce que j’ai compris :
    { $answers }
    C’est bien cela ?
bot-form-noted-yes = Oui, c’est juste
bot-form-noted-no = Non, corriger
bot-form-confirm-again = Choisissez « Oui, c’est juste » ou « Non, corriger ». Vous pouvez aussi écrire la bonne réponse.
bot-form-which-wrong = Qu’est-ce qui n’est pas juste ?
bot-form-all-wrong = Tout
bot-form-mended = C’est corrigé. { $answer }.
bot-form-as-written = comme vous l’avez écrit
bot-form-noted = Voici ce que j’ai noté :
bot-form-wait = Prenez votre temps. Tout reste enregistré, même si vous rechargez cette page. Écrivez votre réponse quand vous êtes prêt.
bot-form-paused = Bien, j’arrête les questions. Vos réponses restent enregistrées. Vous pouvez continuer plus tard, ou terminer avec un agent.
bot-form-resume = Continuer les questions
bot-form-other = Une déclaration est déjà commencée ici. Un agent vous aide volontiers pour la deuxième.
bot-form-resume-offer = Cette réponse vous aide ? Vos réponses de tout à l’heure sont enregistrées. Voulez-vous continuer ?
bot-form-moment-past = Ce jour est déjà passé. De quel jour à venir parlez-vous ?
bot-form-moment-before = C’est plus tôt que ce que vous avez écrit avant. Quand était-ce exactement ?
bot-form-days-few = Il y a trop peu de jours entre les deux. Quel jour est-ce ?
bot-form-days-many = Il y a trop de jours entre les deux. Quel jour est-ce ?
bot-form-amount-again = Je ne trouve pas de montant. Écrivez seulement un nombre, par exemple 250 ou 49,90.
bot-hand-over-form-first = Merci, c’est important. Un agent vous parle maintenant d’abord. Il y a encore un danger ou quelqu’un a besoin d’aide ? Appelez le 112.

bot-abuse = Je veux bien continuer à vous aider. Pouvez-vous le dire sans insultes ? Vous pouvez aussi demander un agent.
bot-language-now = Je continue en français.
bot-language-back = Plutôt en français
bot-foreign = Je ne comprends pas votre langue. Un agent va vous aider.
