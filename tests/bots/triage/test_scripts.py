import pytest

from bots.triage.scripts import by_script, by_words


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("مرحبا", "ar"), ("کسی هست که کمک کند؟", "fa"), ("زه مرستې ته اړتیا لرم", "ps"),
        ("میری سائیکل چوری ہو گئی ہے", "ur"),
        ("здравствуйте, мы здесь", "ru"), ("добрий день, її вкрали", "uk"), ("загубих си ключа, къде", "bg"),
        ("καλημέρα", "el"), ("你好", "zh"), ("こんにちは", "ja"), ("안녕하세요", "ko"), ("שלום", "he"), ("नमस्ते", "hi"),
        ("ሓገዝ የድልየኒ ኣሎ", "ti"), ("እርዳታ እፈልጋለሁ", "am"),
        ("goeiedag", None), ("", None), ("123 😀", None), ("привет", None),
    ],
)  # fmt: skip
def test_letters_give_a_language_away(text: str, code: str | None) -> None:
    assert by_script(text) == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("fadlan i caawi ninkayga ayaa i garaacaya", "so"),
        ("kam nevoje per ndihme", "sq"),
        ("ik ben mijn fiets kwijt", None),
        ("", None),
    ],
)
def test_commonest_words_give_a_language_away(words: str, code: str | None) -> None:
    assert by_words(tuple(words.split())) == code
