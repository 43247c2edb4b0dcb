"""Verbs with which news says that somebody said something."""

from corroborate.extract.lexicon import words

SAYING = words("""
said says say told tells tell announced announces announce reported reports report stated states state added adds wrote writes
write noted notes confirmed confirms confirm revealed reveals reveal disclosed discloses disclose explained explains argued argues
argue warned warns warn estimated estimates estimate predicted predicts predict forecast forecasts insisted insists acknowledged
acknowledges admitted admits conceded concedes declared declares testified testifies recalled recalls described describes describe
called calls characterised characterises characterized characterizes termed showed shows show indicated indicates indicate
suggested suggests found finds concluded concludes calculated counted tallied stressed stresses emphasised emphasized highlighted
detailed details outlined tweeted quoted cited cites maintained maintains contended contends pledged pledges promised promises
ruled rules reiterated repeated projected projects expected expects expect put puts believes believe thinks asserts asserted
claimed claims claim commented comments informed notified
""")
# The word itself says that what follows is not established.
ALLEGING = words("alleged alleges allege accused accuses accuse suspected suspects suspect alleging accusing")
DENYING = words("denied denies deny denying disputed disputes refuted refutes")
SPEECH_VERBS = SAYING | (ALLEGING - {"alleging", "accusing"}) | (DENYING - {"denying"})
GERUNDS = words("""
saying alleging claiming adding announcing reporting stating noting warning confirming revealing arguing insisting estimating
accusing explaining describing calling denying writing telling
""")
# Often nouns or verbs of other meaning: they speak only behind a name, a pronoun or "the company".
AMBIGUOUS = words("""
reports report states state claimed claims claim notes estimates estimate forecast forecasts projects details rules comments
promises pledges expect called calls described describes describe put puts expected expects show shows cited quoted counted
repeated recalled recalls highlighted outlined detailed maintained ruled concluded listed notified informed
""")
# These speak only where a document or figures are their subject, or "that" follows.
SHOWING = words("showed shows show indicated indicates indicate suggested suggests found finds revealed reveals")
PLAIN = words("said says say told tells tell added adds warned warns reported")
PASSIVE_HEDGES = words("alleged believed suspected thought said reported understood feared presumed rumoured rumored assumed")
HEDGES = words("allegedly alleged reportedly purportedly purported supposedly apparently presumed suspected unconfirmed rumoured rumored")
