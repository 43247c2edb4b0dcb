"""What is read as a quantity, and what its words make of it."""

from decimal import Decimal

import pytest
import spacy

from corroborate.extract.quantities import Found, read_quantities
from corroborate.model.claims import Span
from corroborate.model.figures import Approx, Kind, Quantity, Role


def figure(text: str) -> Quantity:
    return read_quantities(text)[0].quantity


def surfaces(text: str) -> list[str]:
    return [found.span.cut(text) for found in read_quantities(text)]


def test_a_hedged_count_keeps_its_noun_phrase() -> None:
    text = "Operators opened nearly 25,000 fraudulent accounts to copy the archive."

    (found,) = read_quantities(text)

    assert found.span.cut(text) == "25,000"
    assert found.kind is Kind.COUNT
    assert found.quantity.value == Decimal(25000)
    assert found.quantity.approx is Approx.NEARLY
    assert found.quantity.counted == "fraudulent accounts"


@pytest.mark.parametrize(
    ("text", "surface", "kind", "value", "unit"),
    [
        ("The fleet is worth $965 billion.", "$965 billion", Kind.MONEY, "965000000000", "USD"),
        ("Tarn Foods was fined £2.9bn.", "£2.9bn", Kind.MONEY, "2900000000", "GBP"),
        ("A grant of A$36.8m went to Orsk.", "A$36.8m", Kind.MONEY, "36800000", "AUD"),
        ("It cost HK $216,925 in all.", "HK $216,925", Kind.MONEY, "216925", "HKD"),
        ("The ferry cost 12 million Danish kroner.", "12 million Danish kroner", Kind.MONEY, "12000000", "DKK"),
        ("She paid Rs 6,000.", "Rs 6,000", Kind.MONEY, "6000", "INR"),
        ("Crude fell to $76 US a barrel.", "$76 US", Kind.MONEY, "76", "USD"),
        ("He still owes 3 dollars and 40 cents.", "3 dollars and 40 cents", Kind.MONEY, "3.40", "USD"),
        ("Bail was 75 crore rupees.", "75 crore rupees", Kind.MONEY, "750000000", "INR"),
        ("Only 3 percent agreed.", "3 percent", Kind.PERCENT, "3", "%"),
        ("Some 24 per cent agreed.", "24 per cent", Kind.PERCENT, "24", "%"),
        ("Turnout fell 0.3 percentage points.", "0.3 percentage points", Kind.PERCENT, "0.3", "percentage point"),
        ("It weighs 12.3m tonnes.", "12.3m tonnes", Kind.MEASURE, "12300000", "tonne"),
        ("A 27-kilometre ring was dug.", "27-kilometre", Kind.MEASURE, "27", "kilometre"),
        ("The loaf weighs 250g.", "250g", Kind.MEASURE, "250", "gram"),
        ("Gusts reached 148 km/h.", "148 km/h", Kind.MEASURE, "148", "kilometre per hour"),
        ("It was minus 3 degrees in Orsk.", "minus 3 degrees", Kind.MEASURE, "-3", "degree"),
        ("A quake of magnitude 6.4 struck.", "6.4", Kind.MEASURE, "6.4", "magnitude"),
        ("The wall is 1.93m tall.", "1.93m", Kind.MEASURE, "1.93", "metre"),
        ("The bank moved by a quarter of a percentage point.", "a quarter of a percentage point", Kind.PERCENT, "0.25", "percentage point"),
        ("Divers searched for six weeks.", "six weeks", Kind.DURATION, "6", "week"),
        ("He signed a five-year contract.", "five-year", Kind.DURATION, "5", "year"),
        ("Nine trawlers sank.", "Nine", Kind.COUNT, "9", None),
        ("The bank cut its key rate by a quarter point.", "a quarter point", Kind.PERCENT, "0.25", "percentage point"),
        ("The central bank ordered a half-point rise in July.", "a half-point", Kind.PERCENT, "0.5", "percentage point"),
        ("The quake, measured at 6.1, lasted long.", "6.1", Kind.MEASURE, "6.1", "magnitude"),
        ("At 62, she is the oldest winner.", "62", Kind.DURATION, "62", "year"),
        ("It sold 78,400 day tickets.", "78,400", Kind.COUNT, "78400", None),
        ("The brothers, 19 and 24, were held.", "19", Kind.DURATION, "19", "year"),
        ("It drew 8.4m viewers.", "8.4m", Kind.COUNT, "8400000", None),
        ("It drew forty-six thousand two hundred nineteen viewers.", "forty-six thousand two hundred nineteen", Kind.COUNT, "46219", None),
        ("Half a dozen barges sank.", "Half a dozen", Kind.COUNT, "6", None),
        ("Three and a half million fish died.", "Three and a half million", Kind.COUNT, "3500000", None),
        ("A third of those screened left.", "A third", Kind.PERCENT, "33.3333", "%"),
        ("Nearly one in five patients waited.", "one in five", Kind.PERCENT, "20", "%"),
        ("Output was three times higher.", "three", Kind.MEASURE, "3", "times"),
        ("He was shot four times after a quarrel.", "four", Kind.COUNT, "4", None),
        ("The institute revised the magnitude of the quake to 6.3.", "6.3", Kind.MEASURE, "6.3", "magnitude"),
    ],
)  # fmt: skip
def test_a_figure_with_its_currency_scale_and_unit(text: str, surface: str, kind: Kind, value: str, unit: str | None) -> None:
    found = read_quantities(text)[0]

    assert (found.span.cut(text), found.kind) == (surface, kind)
    assert (found.quantity.value, found.quantity.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Between 20 and 25 goats fled.", "20", "25"),
        ("It will cost $20 to $25 million.", "20000000", "25000000"),
        ("It raised €130m to €140m from savers.", "130000000", "140000000"),
        ("Some 33-35 billion euros are missing.", "33000000000", "35000000000"),
        ("Seven to eight thousand fishermen are idle.", "7000", "8000"),
        ("Fares range from $45 to $120.", "45", "120"),
        ("The ferry is 130m to 140m long.", "130", "140"),
        ("Rents will rise 4 to 6 percent.", "4", "6"),
        ("It was down from the $89 to $93 billion planned.", "89000000000", "93000000000"),
        ("Six to seven hundred fishermen are idle.", "600", "700"),
        ("Two to three dozen gulls fed.", "24", "36"),
        ("Nights of -18 °C to -34 °C follow.", "-34", "-18"),
        ("Flats of 45 sq m up to 90 sq m are planned.", "45", "90"),
        ("Sales were 200,000 to-260,000 crates.", "200000", "260000"),
    ],
)
def test_a_range_keeps_both_ends_and_carries_scale_and_unit_back(text: str, low: str, high: str) -> None:
    quantity = figure(text)

    assert quantity.approx is Approx.BETWEEN
    assert quantity.value is None
    assert (quantity.range.low, quantity.range.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Rents rose from 4 to 6 percent.", [4, 6]),
        ("Rents went up from 4 to 6 percent.", [4, 6]),
        ("Sales rose from 24.2 to 31 million euros.", [24_200_000, 31_000_000]),
        ("Shares rose 6.5% to 164 yen.", [Decimal("6.5"), 164]),
        ("Shares added $15 to $270.", [15, 270]),
        ("The yards built 12 and 14 boats.", [12, 14]),
    ],
)
def test_two_figures_side_by_side_are_no_range(text: str, values: list[Decimal | int]) -> None:
    assert [found.quantity.value for found in read_quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        ("More than 640 barges sank.", Approx.MORE_THAN),
        ("The fine exceeded $3m.", Approx.MORE_THAN),
        ("640 or more barges sank.", Approx.AT_LEAST),
        ("12,000-plus barges sank.", Approx.AT_LEAST),
        ("Some 40-odd barges sank.", Approx.ABOUT),
        ("~300 barges sank.", Approx.ABOUT),
        ("As many as 640 barges sank.", Approx.AT_MOST),
        ("Fewer than 640 barges sank.", Approx.LESS_THAN),
        ("Dozens of barges sank.", Approx.VAGUE),
        ("Barges sank over six weeks.", Approx.EXACT),
        ("The siege lasted over six weeks.", Approx.MORE_THAN),
        ("The owner was accused over 640 barges.", Approx.EXACT),
        ("They talked about three barges.", Approx.EXACT),
    ],
)
def test_the_hedge_is_what_the_words_mean(text: str, approx: Approx) -> None:
    assert figure(text).approx is approx


def test_a_rise_by_is_a_change_and_a_rise_to_a_level() -> None:
    change, level = (found.quantity for found in read_quantities("Output rose by 3 percent to 98 tonnes."))

    assert (change.role, change.direction, change.counted) == (Role.CHANGE, 1, "Output")
    assert (level.role, level.direction, level.counted) == (Role.LEVEL, 0, "Output")


@pytest.mark.parametrize(
    ("text", "role", "direction"),
    [
        ("Shares fell more than 3 percent.", Role.CHANGE, -1),
        ("A 19 percent drop in sales followed.", Role.CHANGE, -1),
        ("An increase of 40 tonnes followed.", Role.CHANGE, 1),
        ("The yard -1.3% at noon.", Role.CHANGE, -1),
        ("Shares dropped below $100.", Role.LEVEL, 0),
        ("The port lost 300 jobs.", Role.LEVEL, 0),
        ("A loss of $40 million weighs on the yard.", Role.LEVEL, 0),
        ("The share suffered a loss of 4 percent.", Role.CHANGE, -1),
        ("The clouds dropped 80 millimetres of rain.", Role.LEVEL, 0),
        ("The wreck lies nine metres below the surface.", Role.LEVEL, 0),
        ("The river stood nine metres below normal.", Role.CHANGE, -1),
        ("Charges of $6 million fall due in May.", Role.LEVEL, 0),
        ("Pupils make up 26 percent of the sick.", Role.SHARE, 0),
        ("The army put up 640 to 650 tents.", Role.LEVEL, 0),
        ("The drug cut the risk by 43 percent.", Role.CHANGE, -1),
        ("Some 24 per cent of adults smoke.", Role.SHARE, 0),
        ("There were 64 births a month.", Role.RATE, 0),
        ("A tenfold rise followed.", Role.RATIO, 1),
    ],
)
def test_the_role_tells_changes_levels_shares_and_rates_apart(text: str, role: Role, direction: int) -> None:
    quantity = figure(text)

    assert (quantity.role, quantity.direction) == (role, direction)


def test_a_rate_names_what_it_is_counted_over() -> None:
    assert figure("Wheat fetched €210 a tonne.").per == "tonne"
    assert figure("The works make 250,000 cars a year.").per == "year"
    assert figure("It fell from 5,100 a day earlier.").per is None


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit", "counted"),
    [
        ("They rejected it by 54.3 percent to 45.7 in Orsk.", "45.7", "45.7", "%", None),
        ("A fire killed a family of five in Orsk.", "five", "5", None, "people"),
        ("The number of people killed in the coach crash near Orsk has risen to 10.", "10", "10", None, "people"),
        ("The institute puts the magnitude at 5.6 in Orsk.", "5.6", "5.6", "magnitude", None),
    ],
)
def test_what_stands_before_a_bare_number_tells_what_it_is(
    text: str, surface: str, value: str, unit: str | None, counted: str | None
) -> None:
    found = read_quantities(text)[-1]

    assert (found.span.cut(text), found.quantity.value, found.quantity.unit) == (surface, Decimal(value), unit)
    assert found.quantity.counted == counted


@pytest.mark.parametrize("text", ["It ended 200 metres down the road.", "Its focus lay 11 km down.", "The blaze gobbled up 5,200 acres."])
def test_how_far_and_how_much_are_no_changes(text: str) -> None:
    assert figure(text).role is Role.LEVEL


def test_a_mother_of_three_is_no_count() -> None:
    assert surfaces("A mother of three died in Orsk.") == []


def test_a_conversion_restates_the_sum_before_it() -> None:
    first, second = read_quantities("A grant of A$36.8m (£19.4m) was paid.")

    assert (first.quantity.counted, second.quantity.counted) == ("grant", "grant")
    assert second.rule == "money converted"


@pytest.mark.parametrize("told", ["35,000 pounds, or 15,900 kilograms,", "35,000 pounds (17.5 U.S. tons)"])
def test_one_weight_may_be_told_in_two_units(told: str) -> None:
    assert [found.rule.split(",")[0] for found in read_quantities(f"Some {told} of ham were burned.")][1:] == ["measure converted"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("By dusk 1.385 people were there.", 1385), ("Some 89.000 police were out.", 89000), ("It is 1.385 units.", Decimal("1.385"))],
)
def test_people_are_not_counted_to_the_third_decimal(text: str, value: Decimal | int) -> None:
    assert figure(text).value == value


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Varga, 37, dived.",
        "A 37-year-old diver won.",
        "She is 37 and dives.",
        "The boy, 37, dived.",
        "A man aged 37 dived.",
        "A man of 37 dived.",
    ],
)
def test_ages_are_years_and_count_nothing_else(text: str) -> None:
    (found,) = read_quantities(text)

    assert (found.kind, found.quantity.value, found.quantity.unit, found.quantity.counted) == (Kind.DURATION, 37, "year", "age")


@pytest.mark.parametrize(
    "text",
    [
        "Falcon 6 left Route 88 at 7am in 2018 after Orsk won 3-1.",
        "The Boeing 737 left Terminal 5 for Gate B12 on Flight BA117.",
        "Call 1-800-555-0199 or visit www.example.com/2024/05/12-things.",
        "He was born on 4 July 1976 and died on 12/05/2019.",
        "The 2018-19 season and the 1990s were good; the mid-1980s less so.",
        "Version 2.0.1 and v0.17.0 followed build 22621.",
        "Section 12(b) of the 1998 Act; Article 50; page 12, figure 3 and table 4a.",
        "The FTSE 100, S&P 500 and Nikkei 225 fell.",
        "No one knew one another, and one day one of them left.",
        "Ms Halloran is No. 2 at the bank, ranked #1, at 221 Baker Street.",
        "The First World War, the 21st century, the 3rd quarter, 2nd place.",
        "The G20 met at COP28; a Twenty20 match was shown in 4K on 5G.",
        "The two said both were a success.",
    ],
)
def test_names_dates_times_scores_and_labels_are_no_figures(text: str) -> None:
    assert surfaces(text) == []


def test_the_component_fills_its_group_of_spans() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("corroborate_quantities")
    doc = nlp("The ferry carried 3,480 passengers.")

    (span,) = doc.spans["quantities"]

    assert span.label_ == "count"
    assert span._.chars == Span(18, 23)
    assert span._.figure.counted == "passengers"


def test_what_the_dates_took_is_left_alone() -> None:
    assert read_quantities("The 40 boats left.", [Span(4, 6)]) == ()


def test_every_figure_names_its_rule() -> None:
    found: tuple[Found, ...] = read_quantities("Nine boats, 40 nets, $3m, 20 to 30 crates and dozens of gulls; a third of them fed.")

    assert [one.rule for one in found] == [
        "count in words", "count in digits", "money in digits", "count range in digits", "vague plural", "share in words",
    ]  # fmt: skip


def test_the_level_left_takes_its_unit_from_the_level_reached() -> None:
    left, reached = read_quantities("Rents rose from 4 to 6 percent.")

    assert (left.quantity.unit, reached.quantity.unit) == ("%", "%")
    assert left.rule == "percent in digits, unit carried back from the level reached"


@pytest.mark.parametrize(
    ("text", "surface", "low", "high", "unit", "counted"),
    [
        ("Several hundred barges sank.", "Several hundred", "200", "999", None, "barges"),
        ("A few thousand fans came.", "A few thousand", "2000", "9999", None, "fans"),
        ("A couple of hundred barges sank.", "A couple of hundred", "150", "300", None, "barges"),
        ("Several hundred tonnes of wheat rotted.", "Several hundred tonnes", "200", "999", "tonne", "wheat"),
        ("It cost tens of millions of euros.", "tens of millions of euros", "10000000", "99999999", "EUR", None),
        ("The wreck lies hundreds of metres down.", "hundreds of metres", "200", "999", "metre", None),
    ],
)
def test_a_vague_number_has_an_order_and_a_unit(
    text: str, surface: str, low: str, high: str, unit: str | None, counted: str | None
) -> None:
    (found,) = read_quantities(text)

    assert found.span.cut(text) == surface
    assert (found.quantity.range.low, found.quantity.range.high) == (Decimal(low), Decimal(high))
    assert (found.quantity.unit, found.quantity.counted, found.quantity.approx) == (unit, counted, Approx.VAGUE)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("It will cost $20 to $25 million.", "money range in digits, scale carried back from the second end"),
        ("Nearly 640 barges sank.", 'count in digits, hedged by "Nearly"'),
        ("640 or more barges sank.", 'count in digits, hedged by "or more" behind it'),
        ("Rents were down by 3 percent.", 'percent in digits, change told by "were down by"'),
        ("Rents fell to $300 a month.", 'money in digits, level reached, told by "fell to", rate per "month"'),
        ("A 19 percent drop in sales followed.", "percent in digits, change told behind it"),
        ("The yard -1.3% at noon.", "percent in digits, change told by its sign"),
        ("Some 24 per cent of adults smoke.", 'percent in digits, hedged by "Some", share of what follows'),
    ],
)
def test_the_rule_says_why_a_figure_was_read_so(text: str, rule: str) -> None:
    assert read_quantities(text)[0].rule == rule


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In halls 3 and 8 visitors queued.", []),
        ("Fill in boxes 1 to 6 at counter 3.", []),
        ("The lorry stopped at kilometre 23 beside mast 4471.", []),
        ("Seat 14C was empty.", []),
        ("The planet Keth 4b is cold.", []),
        ("The trawler Seven Sisters sank at 57° N.", []),
        ("Dial *611 for help.", []),
        ("Pupils in year 9 start at 8.15.", []),
        ("Hallam v. Prell, 214 F. 2d, is quoted.", []),
        ("They spent a third night in tents.", []),
        ("Last year 12 pupils left.", [12]),
        ("The hall seats 24,000.", [24000]),
        ("Downloads passed 100m, the maker said.", [100_000_000]),
        ("She ran the 100m, then rested.", [100]),
        ("Fares go up by 80p to £6.20.", [Decimal("0.8"), Decimal("6.2")]),
        ("Fares go up by £3 to £5.", [None]),
        ("Thirteen boats left, and eight were empty.", [13, 8]),
        ("The band had three number-one hits.", [3]),
        ("Water is four times as dear in Vell.", [4]),
        ("He was jailed three times for theft.", [3]),
    ],
)
def test_labels_and_names_are_told_from_figures(text: str, values: list[Decimal | int | None]) -> None:
    assert [found.quantity.value for found in read_quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "percent", "role"),
    [
        ("Turnover has shrunk by a third since May.", "33.3333", Role.CHANGE),
        ("Rents went up by about a quarter, to $300.", "25", Role.CHANGE),
        ("Membership slumped by nearly two thirds to 300.", "66.6667", Role.CHANGE),
        ("A third of the flats stand empty.", "33.3333", Role.SHARE),
    ],
)
def test_a_fraction_may_be_a_share_or_a_change(text: str, percent: str, role: Role) -> None:
    quantity = figure(text)

    assert (quantity.value, quantity.unit, quantity.role) == (Decimal(percent), "%", role)


@pytest.mark.parametrize(
    "text", ["The defendant, 52, faces trial.", "His old coach, 58, has quit.", "The mayor, who turns 70 in May, is ill."]
)
def test_the_age_of_somebody_without_a_name_is_an_age(text: str) -> None:
    assert figure(text).counted == "age"


@pytest.mark.parametrize(
    ("text", "unit", "per"),
    [
        ("Power costs $40/MWh.", "USD", "megawatt hour"),
        ("Power costs €40/MWh to €50/MWh.", "EUR", "megawatt hour"),
        ("They spread 300 kg/ha.", "kilogram", "hectare"),
        ("The pipe carries 40 m3/s.", "cubic metre", "second"),
        ("The probe does 11.4 kilometres a second.", "kilometre", "second"),
        ("It falls at 9.8 m/s2.", "metre", "square second"),
        ("There are 5 goats per household.", None, "household"),
        ("There were 3 cases per 100,000 people.", None, "100,000"),
        ("They pay 3 per cent per annum.", "%", "year"),
        ("The ferry runs four times a week.", None, "week"),
    ],
)
def test_a_rate_may_be_written_with_a_stroke_or_a_word(text: str, unit: str | None, per: str) -> None:
    quantity = figure(text)

    assert (quantity.unit, quantity.per, quantity.role) == (unit, per, Role.RATE)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The mine shipped 3.4m tonnes of ore last year.", "ore"),
        ("Some 90 swam to a sandbank.", None),
        ("Forecasters expect highs of 33C.", "highs"),
        ("The comet came within 40,000 kilometres of Orsk.", None),
        ("The club had 12 home wins.", "home wins"),
        ("The yard lost $3m in spring.", None),
    ],
)
def test_a_noun_phrase_ends_where_time_and_verbs_begin(text: str, counted: str | None) -> None:
    assert figure(text).counted == counted


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        ("The line loses little over its 612 km.", Approx.EXACT),
        ("Far fewer came than the 10,000 expected.", Approx.EXACT),
        ("They came no closer than 800 km.", Approx.AT_LEAST),
        ("It set aside over three times what it had.", Approx.MORE_THAN),
        ("Sceptics put it nearer 200,000.", Approx.ABOUT),
        ("It took slightly over 40 minutes.", Approx.MORE_THAN),
    ],
)
def test_a_cue_hedges_only_where_it_stands_for_itself(text: str, approx: Approx) -> None:
    assert figure(text).approx is approx


@pytest.mark.parametrize(
    ("text", "surface", "counted"),
    [
        ("Police put the crowd at 40,000 and organisers at 120,000.", "120,000", "crowd"),
        ("Officials put the number of dead at 61 and the injured at 200.", "200", "injured"),
        ("More than 1,000 homes were destroyed and another 3,400 damaged.", "3,400", "homes"),
        ("The blast killed nine, bringing to 87 the number of people killed.", "87", "people"),
        ("Two more were found, taking to 14 the number of dead.", "14", "dead"),
        ("Net income rose to 1.3 billion euros in the third quarter.", "1.3 billion euros", "Net income"),
        ("Profit was 1.3 billion euros, above the 1.2 billion analysts had expected.", "1.2 billion", None),
        ("The bank left its main rate unchanged at 4.25%.", "4.25%", "main rate"),
        ("It left rates on hold at 4.25%.", "4.25%", "rates"),
        ("The bank lifted its policy rate by 25 basis points to 4.5%.", "4.5%", "policy rate"),
        ("It was voted through on a 71% turnout.", "71%", "turnout"),
    ],
)
def test_what_a_figure_is_of_where_it_stands_elsewhere_or_goes_without_saying(text: str, surface: str, counted: str | None) -> None:
    found = next(found for found in read_quantities(text) if found.span.cut(text) == surface)

    assert found.quantity.counted == counted


def test_a_sum_that_was_expected_is_in_the_currency_of_the_one_that_came() -> None:
    text = "Profit was 1.3 billion euros, above the 1.2 billion analysts had expected."

    assert [(found.kind, found.quantity.unit) for found in read_quantities(text)] == [(Kind.MONEY, "EUR")] * 2


def test_two_changes_share_a_verb() -> None:
    monthly, yearly = read_quantities("Consumer prices rose 0.2% from August and 3.1% from a year earlier.")

    assert (yearly.quantity.role, yearly.quantity.direction, yearly.quantity.counted) == (Role.CHANGE, 1, "Consumer prices")
    assert monthly.quantity.role is Role.CHANGE
    assert read_quantities("Shares rose 4% and 20% of staff left.")[1].quantity.role is Role.SHARE


@pytest.mark.parametrize(
    ("text", "unit", "counted"),
    [
        ("The bank raised its key rate to 4.5 percent from 4.25.", "%", "key rate"),
        ("It swung to a loss of 212 million euros from a profit of 96 million.", "EUR", "profit"),
        ("Revenue came to $4.1 billion from 3.8 billion a year before.", "USD", "Revenue"),
        ("Turnout fell to 54% from 12 districts.", None, "districts"),
    ],
)
def test_the_level_left_is_in_the_unit_of_the_level_reached(text: str, unit: str | None, counted: str) -> None:
    left = read_quantities(text)[-1].quantity

    assert (left.unit, left.counted) == (unit, counted)
