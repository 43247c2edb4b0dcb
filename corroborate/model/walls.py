"""What stands on a page in place of an article: a paywall, a consent wall, a captcha, a page that was not found.

Phrases, in small letters, of English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Danish, Norwegian,
Czech, Turkish, Russian, Ukrainian, Arabic, Chinese, Japanese and Korean sites, in this order: what buttons and notices say,
never what an article would.
"""

import re

STUB = 1_500
"""Characters up to which a page that speaks of a wall is one, and no article with a notice at its end."""

PAID = (
    r"subscribe (?:now |today )?to (?:continue|keep|read|unlock)|(?:for|to) subscribers? only"
    r"|(?:is|are) (?:only )?(?:available )?(?:for|to) subscribers"
    r"|already (?:a subscriber|have an account)\? ?(?:sign|log) in|(?:sign|log) in to (?:continue|read)"
    r"|register (?:for free )?to (?:continue|read)|continue reading (?:this article )?with|you have reached your (?:article )?limit"
    r"|free articles? (?:left|remaining)|unlock this (?:article|story)",
    r"(?:nur|exklusiv) für abonnent|bereits abonnent|(?:abonnieren|anmelden|registrieren) und weiterlesen|um weiterzulesen"
    r"|mit [\w+ ]{1,20}(?:abo|plus) (?:weiter)?lesen|um (?:den|diesen) (?:ganzen )?artikel (?:weiter)?(?:zu lesen|lesen zu können)",
    r"réservée?s? (?:à nos |aux )abonnés|abonnez-vous pour (?:continuer|lire|poursuivre)|déjà abonnée?"
    r"|connectez-vous pour (?:continuer|lire)"
    r"|(?:de cet article )?à lire\. la suite est réservée",
    r"(?:exclusivo|s[oó]lo) para (?:suscriptores|abonados)"
    r"|(?:suscríb[ae](?:te|se)|regístr[ae](?:te|se)|inicia sesión)[\w ]{0,10} para (?:seguir|continuar|leer)"
    r"|ya (?:eres|es) suscriptor|para seguir leyendo",
    r"riservat[oai] agli abbonati|(?:abbonati|accedi|registrati) per (?:continuare|leggere|proseguire)|sei già abbonato"
    r"|per continuare a leggere",
    r"exclusiv[oa] para (?:assinantes|subscritores)|(?:assine|subscreva|faça login|registe-se) para (?:continuar|ler)|já é assinante"
    r"|para continuar (?:a ler|lendo)",
    r"alleen (?:toegankelijk )?voor abonnees|al abonnee|(?:log in|word abonnee) om (?:verder|door|dit artikel)[\w ]{0,12}lezen",
    r"(?:tylko|wyłącznie) dla (?:subskrybentów|prenumeratorów)|aby czytać dalej|masz już (?:subskrypcję|prenumeratę)"
    r"|zaloguj się,? aby (?:czytać|przeczytać)",
    r"(?:bara|endast) för prenumeranter|redan prenumerant|logga in för att (?:läsa|fortsätta)"
    r"|kun for abonnenter|allerede abonnent|log ind for at læse|logg inn for å lese",
    r"(?:pouze|jen) pro předplatitele|(?:přihlaste se|předplaťte si)[\w ]{0,12} a čtěte|pokračovat ve čtení (?:mohou|může)",
    r"(?:yalnızca|sadece) abone|abonelere özel|okumaya devam etmek için|zaten abone misin",
    r"(?:только|доступ\w*) для подписчиков|(?:подпишитесь|войдите|зарегистрируйтесь),? чтобы (?:читать|продолжить)"
    r"|чтобы (?:читать дальше|продолжить чтение)",
    r"(?:тільки|лише) для передплатників|(?:передплатіть|увійдіть),? щоб (?:читати|продовжити)|щоб читати далі",
    r"للمشتركين فقط|(?:اشترك|سج[ّ]?ل)(?: الآن| الدخول)? (?:لمواصلة|لمتابعة|لإكمال|لقراءة)",
    r"(?:订阅|訂閱|付费|付費)?(?:用户|用戶|会员|會員|订户|訂戶)(?:专享|專享|限定|专属|專屬)|(?:登录|登入|登錄|订阅|訂閱|注册|註冊)[后後]?(?:以|即可|可)?(?:继续|繼續)?(?:阅读|閱讀)(?:全文)?",
    r"(?:有料)?会員(?:限定|専用)記事|有料(?:会員|記事)(?:です|限定)|続きを(?:読む|お読みになる|お読みいただく)には|残り\s?[0-9０-９,]+\s?文?字",
    r"구독자 전용|(?:계속|전문을) 읽으(?:시)?려면|로그인 후 (?:계속|전문)",
)
CONSENT = (
    r"we (?:and our partners )?(?:use|value|store) (?:cookies|your privacy)|accept (?:all )?cookies|before you continue"
    r"|consent to (?:the use of )?cookies",
    r"alle(?: cookies)? akzeptieren|(?:akzeptieren|zustimmen) und weiter|ihre privatsphäre"
    r"|wir (?:brauchen|benötigen) ihre (?:zustimmung|einwilligung)"
    r"|wir (?:und unsere [\w ]{1,30} )?(?:verwenden|nutzen) cookies",
    r"tout accepter|accepter (?:et (?:fermer|continuer)|(?:tous )?les cookies)|continuer sans accepter"
    r"|nous (?:et nos partenaires )?utilisons des cookies"
    r"|respect(?:ons)? (?:de )?votre vie privée",
    r"aceptar (?:todo|todas|cookies|y (?:cerrar|continuar))|(?:utilizamos|usamos) cookies|(?:valoramos|respetamos) (?:tu|su) privacidad",
    r"accetta (?:tutti|tutto|i cookie|e (?:chiudi|continua|prosegui))|continua senza accettare|utilizziamo (?:i )?cookie",
    r"aceitar (?:tudo|todos|cookies|e (?:fechar|continuar))|(?:utilizamos|usamos) (?:os )?cookies"
    r"|(?:valorizamos|respeitamos) a sua privacidade",
    r"alle(?: cookies)? accepteren|akkoord en (?:doorgaan|sluiten)|wij (?:en onze partners )?(?:gebruiken|plaatsen) cookies",
    r"(?:akceptuję|zaakceptuj) (?:wszystk|i przejd|i zamkn)|(?:używamy|korzystamy z|stosujemy) (?:plików )?cookie|przejdź do serwisu",
    r"(?:acceptera|godkänn) alla|vi (?:och våra partner )?använder (?:cookies|kakor)"
    r"|(?:accepter|tillad|godta) alle|vi (?:og våre partnere |og vores partnere )?(?:bruger|bruker) (?:cookies|informasjonskapsler)",
    r"přijmout (?:vše|všechny)|souhlasím a (?:pokračovat|zavřít)|používáme (?:soubory )?cookie",
    r"(?:tümünü|hepsini) kabul et|çerez(?:ler|leri)? kullan(?:ıyoruz|maktayız)",
    r"принять (?:все|и закрыть|и продолжить)|мы (?:и наши партн[её]ры )?используем (?:файлы )?(?:cookie|куки)",
    r"прийняти (?:все|всі)|ми використовуємо (?:файли )?cookie",
    r"قبول (?:الكل|جميع ملفات|ملفات تعريف الارتباط)|نستخدم (?:نحن وشركاؤنا )?ملفات تعريف الارتباط",
    r"接受(?:所有|全部)(?:\s?cookie)?|(?:我们|我們)(?:及(?:其)?合作伙伴)?使用\s?cookie|重视您的隐私|重視您的隱私",
    r"(?:すべて|全て)(?:の\s?(?:cookie|クッキー)\s?)?(?:を)?(?:受け入れる|同意する|許可する)|(?:cookie|クッキー)\s?を使用(?:しています|します)",
    r"모두 (?:동의|수락|허용)|쿠키를 사용(?:합니다|하고)",
)
HUMAN = (
    r"enable (?:javascript|cookies)|javascript is (?:disabled|required)"
    r"|verify (?:that )?you(?: are|'re|’re) (?:a )?human|are you a robot|not a robot|unusual (?:traffic|activity)|complete the captcha"
    r"|checking your browser|access (?:to this page )?(?:has been |is )?denied",
    r"kein roboter|dass sie ein mensch sind|ungewöhnliche[nr]? (?:zugriffe|datenverkehr)|zugriff (?:wurde )?verweigert"
    r"|javascript (?:ist deaktiviert|aktivieren)",
    r"pas un robot|que vous êtes (?:un )?humain|trafic inhabituel|accès refusé|activer (?:javascript|les cookies)",
    r"no (?:eres|soy|es) un robot|que (?:eres|es) (?:un )?humano|tráfico inusual|acceso denegado|(?:habilit|activ)(?:a|e|ar) javascript",
    r"non sei un robot|di essere umano|traffico (?:insolito|anomalo)|accesso negato|abilitare javascript",
    r"não (?:é|sou) um rob[ôo]|que é humano|tráfego (?:incomum|invulgar)|acesso negado|ativ(?:e|ar) o javascript",
    r"geen robot|dat u een mens bent|ongebruikelijk verkeer|toegang geweigerd",
    r"nie jesteś robotem|że jesteś człowiekiem|nietypowy ruch|odmowa dostępu|włącz (?:obsługę )?javascript",
    r"inte (?:är )?en robot|åtkomst nekad|ikke (?:er )?en robot|adgang nægtet|ingen tilgang",
    r"že nejste robot|nejsem robot|přístup (?:byl )?odepřen",
    r"robot olmadığınızı|erişim (?:engellendi|reddedildi)",
    r"что вы не робот|я не робот|подозрительный трафик|доступ (?:запрещ[её]н|ограничен)|включите javascript",
    r"що ви не робот|доступ (?:заборонено|обмежено)",
    r"لست (?:روبوت|برنامج روبوت)|تم رفض الوصول|التحقق من أنك إنسان",
    r"(?:不是|并非)(?:机器人|機器人)|人机验证|人機驗證|安全验证|安全驗證|访问(?:被拒绝|受限|异常)|[启啟]用\s?javascript",
    r"ロボットではありません|人間であることを(?:確認|証明)|アクセスが(?:拒否|制限)され|javascript\s?を有効に",
    r"로봇이 아닙니다|접근이 (?:거부|차단)",
)
MISSING = (
    r"page (?:you (?:requested|are looking for) )?(?:could not be|cannot be|can't be|was not|not) found|404 (?:error|not found)",
    r"seite (?:wurde |konnte )?nicht gefunden|diese seite existiert nicht",
    r"page (?:est )?introuvable|page non trouvée|cette page n['’]existe (?:pas|plus)",
    r"página (?:no (?:encontrada|existe)|que (?:busca|buscas) no existe)",
    r"pagina non (?:è stata )?trovata",
    r"página não (?:foi )?encontrada",
    r"pagina (?:is |werd )?niet gevonden",
    r"nie znaleziono strony|strona nie istnieje",
    r"sidan (?:kunde inte hittas|hittades inte|finns inte)|siden (?:blev ikke fundet|ble ikke funnet|findes ikke|finnes ikke)",
    r"stránka (?:nebyla nalezena|neexistuje)",
    r"sayfa bulunamadı",
    r"страница не (?:найдена|существует)",
    r"сторінк[уа] не (?:знайдено|існує)",
    r"الصفحة غير موجودة|لم يتم العثور على الصفحة",
    r"(?:页面|頁面|网页|網頁)(?:不存在|未找到|找不到|已删除)",
    r"(?:ページ|記事)[がは](?:見つかりません|存在しません)",
    r"페이지를 찾을 수 없",
)


def _any(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(phrases))


PAID_WALL, CONSENT_WALL, OTHER_WALL = _any(PAID), _any(CONSENT), _any((*HUMAN, *MISSING))
WALLS = _any((*PAID, *CONSENT, *HUMAN, *MISSING))
