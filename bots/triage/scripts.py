"""Languages that their letters give away: no length is needed to tell those."""

import unicodedata
from collections import Counter

from bots.triage.normalise import Words

OF_SCRIPT = {
    "GREEK": "el", "HEBREW": "he", "GEORGIAN": "ka", "ARMENIAN": "hy", "THAI": "th", "HANGUL": "ko", "HIRAGANA": "ja",
    "KATAKANA": "ja", "CJK": "zh", "DEVANAGARI": "hi", "BENGALI": "bn", "TAMIL": "ta", "GURMUKHI": "pa",
    "ARABIC": "ar",
}  # fmt: skip
"""Scripts that one language of those spoken around here is written in, by the first word of their letters' names."""

LETTERS = {
    "CYRILLIC": (("uk", "іїєґ"), ("sr", "ђћјљњџ"), ("ru", "ыэё"), ("bg", "ъ")),
    "ARABIC": (("ps", "ښځټډړېۍګڼ"), ("ur", "ٹڈےںھ"), ("fa", "پچژگک‌یۀ")),
}
"""Scripts of several languages: the first whose letters occur. Arabic has none that Persian has not."""

TIGRINYA = frozenset("ኣዓቐቑቒቓቔቕቖ")
"""Letters that Amharic, in the same script, hardly ever has."""

PASHTO = frozenset(["زما", "زه", "ته", "دی", "ده", "چې", "مرستې", "مرسته", "پرون", "شو", "سره"])

_SOMALI = """
waa iyo waxaan waxaa waxay ayaa ayuu ayay uu ku ka iga igu ii isku caawi caawimaad caawiya fadlan baahanahay
qof ninkayga naagtayda ilmahayga gurigayga guriga booliska jiraa joogaa hadla soomaali dhacay xaday lumiyay
rabaa maxaan sidee halkan hadda degdeg badan deriskayga saaxiibkay magacaygu garaacaya haya mindi dab
"""

_ALBANIAN = """
kam nuk jam eshte nje dhe qe shume ndihme lutem burri fqinji flet shqip dikush mua ime shtepi shtepine si
cfare kur policine
"""

COMMON_WORDS = {"so": frozenset(_SOMALI.split()), "sq": frozenset(_ALBANIAN.split())}
"""Commonest words, and those one writes to a police desk with, of languages that the language model does not know, or
not well. Without accents, as words are compared.
"""

_ENOUGH = 0.3


def by_script(text: str) -> str | None:
    """The language that the letters of a text give away; None for Latin letters, and where they do not tell."""
    scripts = Counter(unicodedata.name(char, "").partition(" ")[0].partition("-")[0] for char in text if char.isalpha())
    if "HIRAGANA" in scripts or "KATAKANA" in scripts:
        return "ja"
    script, count = max(scripts.items(), key=lambda item: item[1], default=("LATIN", 0))
    if script == "LATIN" or count == 0:
        return None
    if script == "ETHIOPIC":
        return "ti" if any(letter in TIGRINYA for letter in text) else "am"
    if script == "ARABIC" and any(word in PASHTO for word in text.split()):
        return "ps"
    for code, letters in LETTERS.get(script, ()):
        if any(letter in text.casefold() for letter in letters):
            return code
    return OF_SCRIPT.get(script)


def by_words(words: Words) -> str | None:
    """The language that so many of the words are of that the text is."""
    for code, common in COMMON_WORDS.items():
        if sum(word in common for word in words) >= max(2, _ENOUGH * len(words)):
            return code
    return None
