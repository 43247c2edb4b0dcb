import pytest

from corroborate.crawl.walls import is_wall
from corroborate.model.pages import Page
from tests.factory import NOON

URL = "https://harbour-herald.example/ferry"
SHORT = "The ferry Marisol ran aground off Tarn Point on Monday, and the harbour board met at once. " * 4
LONG = SHORT * 12
ARTICLE = "<p>" + "The ferry Marisol ran aground off Tarn Point on Monday, and the harbour board met at once. " * 20 + "</p>"
CONSENT = "<div>We and our partners value your privacy.</div><button>Accept all cookies</button>"


def walled(body: str) -> bool:
    return is_wall(Page(URL, URL, 200, "text/html", body.encode(), NOON))


@pytest.mark.parametrize(
    "body",
    [
        f"<html><script>{'x' * 5_000}</script>{CONSENT}</html>",
        "<h1>Ferry aground</h1><p>Subscribe now to continue reading.</p>",
        "<title>Just a moment</title><p>Checking your browser before you go on.</p><noscript>Enable JavaScript</noscript>",
        '<script type="application/ld+json">{"isAccessibleForFree": "False"}</script><h1>Ferry aground</h1><p>The board met.</p>',
        "<p>The page you requested could not be found.</p>",
        f"<nav>{'<a>World</a> <a>Sport and weather</a>' * 100}</nav><p>Verify you are human</p><!-- {'x' * 3_000} -->",
    ],
)
def test_a_page_that_says_little_but_what_walls_say_is_one(body: str) -> None:
    assert walled(body)


@pytest.mark.parametrize(
    "body",
    [
        ARTICLE + CONSENT,
        f"{ARTICLE}<footer>Already a subscriber? Sign in</footer>",
        "<p>The ferry sank.</p>",
        f"<article><p>{SHORT}</p></article><div>Alle Cookies akzeptieren</div>",
        f"<p>{SHORT}</p><script src='https://hcaptcha.com/1/api.js'></script>",
        f'<div class="cookies-accepted"><div><p>{LONG}</p></div><p>Utilizziamo i cookie</p></div>',
        f"<html lang=zh><p>{'渡轮星期一在港口外搁浅，港务局随即开会，说有四十二人获救。' * 24}</p><p>我们使用cookie</p></html>",
        "<script>var text = 'accept all cookies'</script><p>The ferry sank.</p>",
        f"<!-- accept cookies -->{ARTICLE}",
        "",
    ],
)
def test_an_article_with_a_notice_is_none(body: str) -> None:
    assert not walled(body)


@pytest.mark.parametrize(
    "said",
    [
        "Bereits Abonnent? Anmelden und weiterlesen",
        "Cet article est réservé aux abonnés",
        "Suscríbete para seguir leyendo",
        "Contenuto riservato agli abbonati",
        "Conteúdo exclusivo para assinantes",
        "Alleen voor abonnees",
        "Artykuł tylko dla prenumeratorów",
        "Logga in för att läsa hela artikeln",
        "Войдите, чтобы читать дальше",
        "هذا المقال للمشتركين فقط",
        "登录后继续阅读全文",
        "この記事は有料会員限定です",
        "Bitte bestätigen Sie, dass Sie kein Roboter sind",
        "Accès refusé",
        "Page introuvable",
        "Страница не найдена",
        "ページが見つかりません",
    ],
)
def test_walls_are_known_in_the_languages_of_many_outlets(said: str) -> None:
    assert walled(f"<article><h1>Marisol</h1><p>{SHORT}</p><div>{said}</div></article>")


@pytest.mark.parametrize(
    "said",
    [
        "Tout accepter",
        "Wir und unsere 42 Partner verwenden Cookies",
        "Accetta tutti",
        "Принять все",
        "قبول الكل",
        "接受全部",
        "すべて同意する",
    ],
)
def test_a_notice_about_cookies_is_a_wall_where_there_is_no_article(said: str) -> None:
    assert walled(f"<title>Herald</title><div class='cookie-consent'><div><p>{said}</p></div><p>{SHORT}</p></div>")
    assert not walled(f"<div class='cookie-consent'><div><p>{said}</p></div></div><article><p>{SHORT}</p></article>")


def test_what_a_wall_says_is_read_in_the_encoding_of_its_page() -> None:
    body = "<meta charset='windows-1251'><h1>Паром</h1><p>Доступ запрещён</p>".encode("windows-1251")

    assert is_wall(Page(URL, URL, 200, "text/html", body, NOON))


def test_a_page_that_only_sets_a_riddle_is_a_wall() -> None:
    assert walled("<title>herald.example</title><script src='https://challenges.cloudflare.com/turnstile/v0/api.js'></script>")


@pytest.mark.parametrize("piece", ["<", "<a ", "<!--", "<script>", "<!--a", "</a><a>", "&"])
def test_whatever_a_page_is_made_of_it_is_looked_through(piece: str) -> None:
    assert not walled(piece * 200_000)
