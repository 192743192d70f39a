# The page that tests whether a conversation and a call would work from here.

check-title = Testez votre connexion
check-intro = Vous voulez un appel vidéo ? Testez d’abord si votre internet, votre caméra, votre micro et votre haut-parleur fonctionnent. Cela prend une minute.
check-private = Personne ne vous voit ni ne vous entend. Nous ne gardons rien de ce test.
check-to-desk = Aller au guichet

check-network = Votre internet
check-begin = Commencer le test
check-again = Tester à nouveau
check-running = Le test est en cours…
check-waiting = Pas encore testé.
check-untried = Pas testé.
check-later = Il y a beaucoup de monde en ce moment. Attendez une minute et testez à nouveau.
check-closed = Le guichet ne peut pas faire d’appel vidéo pour le moment. Cela ne vient pas de vous. Réessayez plus tard.
check-unsupported = Ce navigateur ne permet pas d’appel vidéo. Utilisez-en un autre, comme Firefox, Chrome, Edge ou Safari.

check-socket = Connexion avec le guichet
check-socket-good = Bien. Vous pouvez écrire au guichet.
check-socket-slow = Cela marche, mais plus lentement : votre réseau bloque quelque chose. Vous pouvez écrire au guichet.
check-socket-bad = Il n’y a pas de connexion avec le guichet. Vérifiez si votre internet fonctionne. Sinon, essayez un autre réseau, comme celui de votre téléphone.

check-direct = Image et son, directement
check-direct-good = Bien. L’image et le son arrivent directement.
check-direct-bad = Votre réseau ne laisse pas passer l’image et le son directement. Ce n’est pas grave si le détour ci-dessous fonctionne.
check-direct-bad-alone = Votre réseau bloque l’image et le son. Utilisez un autre réseau, comme celui de votre téléphone.

check-turn = Image et son, par un détour
check-turn-good = Bien. L’image et le son arrivent même sur un réseau strict.
check-turn-bad = Le détour ne fonctionne pas. Ce n’est pas grave : la voie directe fonctionne.
check-turn-bad-alone = Le détour ne fonctionne pas non plus. Utilisez un autre réseau, comme celui de votre téléphone.

check-devices = Votre appareil
check-devices-why = Votre navigateur demande si ce guichet peut utiliser votre caméra et votre micro. Choisissez « Autoriser ».
check-devices-begin = Tester la caméra et le micro
check-devices-end = Couper la caméra et le micro

check-camera = Caméra
check-camera-good = Bien. Votre caméra donne une image.
check-camera-bad = Votre caméra ne donne pas d’image. Y a-t-il un cache devant ? Un autre programme utilise-t-il la caméra ? Ensuite, testez à nouveau.

check-microphone = Micro
check-microphone-speak = Dites quelque chose.
check-microphone-good = Bien. Votre micro vous entend.
check-microphone-bad = Nous n’entendons rien. Votre micro est-il allumé ? Le bon micro est-il choisi ? Parlez plus fort, ou testez à nouveau.

check-speaker = Haut-parleur
check-speaker-play = Jouer un son
check-speaker-again = Jouer le son à nouveau
check-speaker-ask = Avez-vous entendu trois notes ?
check-speaker-yes = Oui
check-speaker-no = Non
check-speaker-good = Bien. Vous entendrez l’autre personne.
check-speaker-bad = Augmentez le son de votre appareil. Vous utilisez un casque ? Vérifiez s’il est bien branché. Jouez ensuite le son à nouveau.

check-verdict-video = Vous pouvez faire un appel vidéo.
check-verdict-sound = Vous pouvez faire un appel avec le son, sans image.
check-verdict-chat = L’appel n’est pas possible pour le moment. Vous voyez ci-dessus ce que vous pouvez faire. Vous pouvez écrire au guichet.
check-verdict-nothing = Le guichet n’est pas joignable d’ici. Vous avez besoin d’aide maintenant ? Appelez un des numéros ci-dessous.

check-numbers = Besoin d’aide maintenant ? Téléphonez
