"""Common nouns that open sentences of the news with a capital, and name nobody: "Helicopters brought food"."""

from corroborate.extract.lexicon import words

COMMON_NOUNS = words("""
accident account accountant acre act activist activity actor addition adult advert advocate age agent agreement agriculture aid air
aircraft airline airport alarm album alcohol allegation alliance allowance ambulance amount analysis animal apartment appeal apple
appliance applicant application appointment approval area argument army arrest art article asset athlete attack attempt attendance
attendee audience audit aunt authority average award baby bag balance ball ballot bank banker barge barrel battery battle beach bed
beef beer bench benefit bid bike bill bird birth birthday blaze blood boat body bomb bond bonus book border borrower borrowing bottle
box boy bread breach breakfast breeder brewer brewery bridge broker brother budget builder building bullet burglar bus bush business
butter cabin cable camera camp campaign candidate capacity captain car card care career cargo carmaker carrier case cash cat cattle
cause celebration cell census centre certificate chain chance change channel charge charity chart cheese chemical chicken child choice
church cigarette cinema circuit citizen city claim class cleaner clerk client clinic clock clothes cloud club coach coal coast code
coffee coin collection college collision colour column comment committee commodity commuter competition competitor complaint computer
concern concert condition conference connection consent conservation construction consultant consumption container contract copper
copy core corn corruption cost cotton council councillor country county couple course court cow crack crash credit creditor crew crime
criminal crisis critic crop crowd crude culture cup currency curriculum customer cut cyclist dairy damage dam dancer danger date
daughter day dealer death debate debris debt decision defendant defence deficit delay delegate delegation delivery demand demonstrator
dentist deposit depositor deputy detail detective developer device diesel diet dinner diplomat director disaster discount disease
distance district dividend diver doctor document dog dollar donation donor door dose dozen driver drone drought drug duty earning
earthquake economy editor education effort egg election electricity emission employee employer employment engine entry epidemic
equipment equity error estate estimate event evidence examination exchange executive exit expenditure expense expert explosion export
exporter eyewitness facility factory failure fall family fan farm farmer fare fatality father fear fee female fence ferry fertility
festival fighter filing film finance finding fire firearm firefighter firm fish fisherman fishing flat fleet flight flood flooding
floor flour flower flu food football forecaster forecast foreigner forest fraud freight friend fruit fuel fund funding funeral furniture
future gain gallery game gang gas gasoline gate girl glass goal gold good goods governor grade graduate grain grandmother grant grass
grocery ground group grower growth guard guest gun gunman gust habitat hacker hall harvest headline health healthcare hearing heart heat
helicopter herd hero highway hiker hiring historian holder hole holiday home homeowner horse horsepower hospital host hotel hour house
household housing hunger hunter hurricane husband ice idea illness image immigrant immigration impact import importer improvement
incident income increase individual industry infection inflation inmate inspection inspector insurance insurer intake interest
inventory investigation investment investor invoice island issue item jail jet job jobless journalist judge jury justice key kid kidnapper
kitchen laboratory labour lady lake land landlord landslide laptop law lawmaker lawsuit lawyer layoff leader league leak learner lease
lender lending lesson letter level liability library licence license life light lightning line liquidity list litre livestock loan
lorry loss lottery love luck lunch luxury machine magazine mail maintenance man management manufacturer manufacturing map margin mark
market marriage match material mayor meal meat media medicine meeting member membership memory men merchant metal method migrant
mileage militant military milk mine miner minister minute missile mistake mob model money month mortgage mother motorist motorway
mountain mouth movie murder museum music name nation neighbour neighbor net newcomer newspaper night noise nurse object occupancy
occupant odds offence offer office officer oil onlooker operation operator opponent option order orange organ organiser organization
outage outbreak output owner package page pain painting pair panel paper parent park parking part participant partner passenger
passport patient pay payment payroll peace peak pedestrian penalty penguin pension pensioner people period permit person petition petrol
petroleum phone photo photograph physician picture pig pilot pipe pipeline pirate place plan plane plant plastic player playing point
poll pollution poor population pork port position post potato poverty power practice prayer premium presence price prison prisoner prize
problem procedure proceeds producer product production productivity professor profit profitability programme program progress project
property prosecutor protein protest protester provider pub public pump punishment pupil purchase purchaser quake quality quarter
quarantine question queue race rail rain rainfall ranger rate rating rebel recall receipt recession recipient record recovery
recruitment redundancy referendum reform refugee refund regulation regulator relative release relief rent rental repair repayment
report reporter representative request rescue rescuer reserve resident resolution resource response restaurant result retailer retiree
return revenue reward rice rider right riot rise risk river road robber robbery rock rocket roof room route rubbish rule rumour runner
safety sailor salary sale salmon sample sanction satellite saving scheme scholar school schoolchild science scientist score screen sea
search season seat security seed seller senator sentence series server service session settlement shareholder sheep shelf shell ship
shipment shipping shop shopper shortage shot shower show side sign signature silver sister site size skill skipper smoke smoker snow
soil soldier solution son soul source soya space speaker species specialist spectator speech speed spending spokesman sport spouse staff
stake star start station steel stock stockpile stone storage store storm story strategist street strength strike striker structure
student study style subscriber subsidy suburb success sugar suicide summer sun supermarket supplier supply support supporter surgeon
surgery surplus survey surveyor survivor suspect system takeover talk tank tanker target tariff tax taxpayer tea teacher team
technology teenager television temperature tenant tension term terrorist test testing theatre theft thief thing thousand ticket timber
time tip tobacco toll tonne tool tornado total tour tourism tourist town trader trade trading traffic trailer train training transfer
transport travel traveller traveler treatment tree trial tribe trip troop trouble truck trucker trustee tuition tunnel turbine turnout
turnover tutor unemployment union unit university user utility vacancy vaccination vaccine value van vegetable vehicle vendor verdict
vessel veteran victim video viewer village villager violence visa visit visitor voice volcano volume volunteer vote voter voting voyage
wage waiter wall war warehouse warning waste watchdog water wave weapon weather website wedding week weekend weight welfare whale wheat
widow wife wildfire wind window wine winner winter witness wolf woman women wood wool work worker workforce workplace world worshipper
writer yard year yield youngster youth zone normal partner staff fares ridership viewership readership
""")


def is_common_noun(word: str) -> bool:
    """The word is a common noun, in the singular or the plural."""
    small = word.lower()
    if small in COMMON_NOUNS:
        return True
    if not small.endswith("s"):
        return False
    return small[:-1] in COMMON_NOUNS or (small.endswith("es") and small[:-2] in COMMON_NOUNS) or (small[:-3] + "y") in COMMON_NOUNS
