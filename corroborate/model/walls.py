"""What stands on a page in place of an article: a paywall, a consent wall, a captcha, a page that was not found."""

import re

STUB = 1_500
"""Characters up to which a page that speaks of a wall is one, and no article with a notice at its end."""

WALLS = re.compile(
    r"subscribe (?:now |today )?to (?:continue|keep|read|unlock)|(?:for|to) subscribers? only"
    r"|(?:is|are) (?:only )?(?:available )?(?:for|to) subscribers"
    r"|already (?:a subscriber|have an account)\? ?(?:sign|log) in|(?:sign|log) in to (?:continue|read)"
    r"|register (?:for free )?to (?:continue|read)|continue reading (?:this article )?with|you have reached your (?:article )?limit"
    r"|free articles? (?:left|remaining)|unlock this (?:article|story)|enable (?:javascript|cookies)|javascript is (?:disabled|required)"
    r"|verify (?:that )?you(?: are|'re|’re) (?:a )?human|are you a robot|not a robot|unusual (?:traffic|activity)|complete the captcha"
    r"|checking your browser|access (?:to this page )?(?:has been |is )?denied"
    r"|we (?:and our partners )?(?:use|value|store) (?:cookies|your privacy)"
    r"|accept (?:all )?cookies|before you continue|consent to (?:the use of )?cookies"
    r"|page (?:you (?:requested|are looking for) )?(?:could not be|cannot be|can't be|was not|not) found|404 (?:error|not found)",
    re.I,
)
