"""Verbs with which news says that somebody said something."""

from corroborate.extract.lexicon import words

SAYING = words("""
said says say told tells tell announced announces announce reported reports report stated states state added adds add wrote writes
write noted notes note confirmed confirms confirm revealed reveals reveal disclosed discloses disclose explained explains explain
argued argues argue warned warns warn estimated estimates estimate predicted predicts predict forecast forecasts insisted insists
insist acknowledged acknowledges acknowledge admitted admits admit conceded concedes declared declares declare testified testifies
testify recalled recalls described describes describe called calls characterised characterises characterized characterizes termed
showed shows show indicated indicates indicate suggested suggests found finds concluded concludes calculated counted recorded
tallied stressed stresses emphasised emphasized highlighted detailed details outlined tweeted posted quoted cited cites maintained
maintains contended contends pledged pledges promised promises agreed ruled rules reiterated repeated informed notified briefed
projected projects expects expected put puts listed lists stipulates believes believe thinks asserts asserted claimed claims claim
commented comments
""")
# The word itself says that it is not established.
ALLEGING = words("alleged alleges allege accused accuses accuse suspected suspects suspect")
DENYING = words("denied denies deny rejected rejects reject disputed disputes dispute refuted refutes dismissed dismisses")
SPEECH_VERBS = SAYING | ALLEGING | DENYING
SPEECH_GERUNDS = words("""
saying alleging claiming adding announcing reporting stating noting warning confirming revealing arguing insisting estimating
accusing explaining describing calling denying writing telling
""")
HEDGES = words(
    "allegedly alleged reportedly purportedly purported supposedly apparently presumed suspected unconfirmed believed rumoured rumored"
)
