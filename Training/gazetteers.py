#!/usr/bin/env python3
"""Make the gazetteer tables of Sources/EntityGraph/Resources/gazetteers from public facts.

usage: gazetteers.py FACTS OUT

FACTS holds
  iso-codes/iso_3166-1.json, iso_3166-2.json    Debian's iso-codes (ISO 3166)
  cldr/subdivisions_en.xml                      Unicode CLDR, English names of subdivisions
  world-factbook.json                           CIA World Factbook: names, capitals, nationalities
  geonames-cities-50000.tsv                     GeoNames: country, city, population, first-level division
  us-census-names/dist.{male,female}.first      US Census 1990, frequent given names
OUT gets countries.tsv, places.tsv and given-names.tsv. The tables of titles, roles and organizations beside them are kept by hand.
"""
import html, json, os, re, sys, unicodedata
import xml.etree.ElementTree as ET

# ISO 3166-1 codes that are no member or observer of the United Nations: all that is listed here is a territory, save Taiwan and Kosovo.
TERRITORIES = """AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU PF PM PN PR
RE SH SJ SX TC TF TK UM VG VI WF YT""".split()

# Names that the Factbook writes unlike ISO 3166.
FACTBOOK = {
    "Congo (Brazzaville)": "CG", "DRC": "CD", "none/Central African Republic": "CF", "C&ocirc;te d'Ivoire": "CI", "The Gambia": "GM",
    "none/Federated States of Micronesia": "FM", "The Bahamas": "BS", "The Dominican": "DO", "Burma": "MM", "Brunei": "BN", "Laos": "LA",
    "North Korea": "KP", "South Korea": "KR", "Macau": "MO", "Taiwan": "TW", "Kosovo": "XK", "Czechia": "CZ", "Moldova": "MD",
    "North Macedonia": "MK", "Russia": "RU", "Holy See (Vatican City)": "VA", "none/United Arab Emirates": "AE", "Turkey": "TR", "Iran": "IR",
    "Syria": "SY", "Falkland Islands (Islas Malvinas)": "FK", "Venezuela": "VE", "Bolivia": "BO", "Tanzania": "TZ", "Vietnam": "VN",
    "Curacao": "CW", "Virgin Islands": "VI", "British Virgin Islands": "VG", "Cabo Verde": "CV", "none/Saint Helena, Ascension, and Tristan da Cunha": "SH",
    "Gaza, Gaza Strip": None, "West Bank": None,
}

# What news writes beside the official names: shared knowledge, kept by hand. code: (names, adjectives and people)
ALSO = {
    "US": ("US;U.S.;USA;U.S.A.;United States;United States of America;America;Trump administration;Biden administration;Obama administration;Bush administration", "American;Americans;US-American"),
    "GB": ("UK;U.K.;Britain;Great Britain;United Kingdom", "British;Briton;Britons;Brits"),
    "AE": ("UAE;U.A.E.;Emirates", "Emirati;Emiratis"), "CD": ("DRC;DR Congo;Congo-Kinshasa;Democratic Republic of Congo;Congo", "Congolese"),
    "CG": ("Republic of Congo;Congo-Brazzaville;Republic of the Congo", ""), "CZ": ("Czechia;Czech Republic", "Czech;Czechs"),
    "NL": ("Netherlands;Holland", "Dutch;Dutchman;Dutchwoman"), "MM": ("Myanmar;Burma", "Burmese;Myanmarese"),
    "CI": ("Ivory Coast;Cote d'Ivoire;Côte d'Ivoire", "Ivorian;Ivorians;Ivoirian"), "TR": ("Turkey;Türkiye;Turkiye", "Turkish;Turk;Turks"),
    "KR": ("South Korea;Republic of Korea;ROK;S. Korea;S.Korea", "South Korean;South Koreans"),
    "KP": ("North Korea;DPRK;N. Korea;N.Korea", "North Korean;North Koreans"), "VA": ("Vatican;Holy See;Vatican City", ""),
    "RU": ("Russia;Russian Federation", "Russian;Russians"), "CN": ("China;PRC;People's Republic of China;mainland China", "Chinese"),
    "TW": ("Taiwan;Republic of China", "Taiwanese"), "PS": ("Palestine;State of Palestine;Palestinian Territories", "Palestinian;Palestinians"),
    "SZ": ("Eswatini;Swaziland", "Swazi;Swazis;Swati"), "CV": ("Cape Verde;Cabo Verde", "Cape Verdean;Cape Verdeans"),
    "TL": ("East Timor;Timor-Leste", "Timorese;East Timorese"), "MK": ("North Macedonia;Macedonia", "Macedonian;Macedonians;North Macedonian"),
    "BA": ("Bosnia;Bosnia-Herzegovina;Bosnia and Herzegovina", "Bosnian;Bosnians;Herzegovinian"), "KN": ("St. Kitts and Nevis;St Kitts and Nevis", "Kittitian"),
    "LC": ("St. Lucia;St Lucia", "Saint Lucian"), "VC": ("St. Vincent and the Grenadines;St Vincent", "Vincentian"),
    "PH": ("Philippines;The Philippines", "Philippine;Filipino;Filipinos;Filipina"), "SA": ("Saudi Arabia;KSA;Saudi", "Saudi;Saudis;Saudi Arabian"),
    "IE": ("Ireland;Republic of Ireland", "Irish;Irishman;Irishwoman"), "FR": ("France", "French;Frenchman;Frenchwoman"),
    "DK": ("Denmark", "Danish;Dane;Danes"), "SE": ("Sweden", "Swedish;Swede;Swedes"), "FI": ("Finland", "Finnish;Finn;Finns"),
    "PL": ("Poland", "Polish;Poles"), "ES": ("Spain", "Spanish;Spaniard;Spaniards"), "GB2": ("", ""), "RS": ("Serbia", "Serbian;Serbians;Serb;Serbs"),
    "HR": ("Croatia", "Croatian;Croatians;Croat;Croats"), "SI": ("Slovenia", "Slovenian;Slovenians;Slovene;Slovenes"),
    "SK": ("Slovakia;Slovak Republic", "Slovak;Slovaks;Slovakian"), "IS": ("Iceland", "Icelandic;Icelander;Icelanders"),
    "CH": ("Switzerland", "Swiss"), "AR": ("Argentina", "Argentine;Argentines;Argentinian;Argentinians;Argentinean"), "LA": ("Laos", "Lao;Laotian;Laotians"),
    "KZ": ("Kazakhstan", "Kazakh;Kazakhs;Kazakhstani"), "KG": ("Kyrgyzstan;Kyrgyz Republic", "Kyrgyz;Kyrgyzstani"),
    "UZ": ("Uzbekistan", "Uzbek;Uzbeks"), "TJ": ("Tajikistan", "Tajik;Tajiks"), "TM": ("Turkmenistan", "Turkmen"), "AZ": ("Azerbaijan", "Azerbaijani;Azerbaijanis;Azeri;Azeris"),
    "NP": ("Nepal", "Nepali;Nepalis;Nepalese"), "SG": ("Singapore", "Singaporean;Singaporeans"), "AF": ("Afghanistan", "Afghan;Afghans"),
    "XK": ("Kosovo", "Kosovan;Kosovar;Kosovars"), "LS": ("Lesotho", "Basotho"), "BW": ("Botswana", "Batswana;Motswana"), "NZ": ("New Zealand;NZ", "New Zealander;New Zealanders"),
    "VU": ("Vanuatu", "Ni-Vanuatu"), "MG": ("Madagascar", "Malagasy"), "BB": ("Barbados", "Barbadian;Bajan"), "MU": ("Mauritius", "Mauritian;Mauritians"),
    "FM": ("Micronesia", "Micronesian"), "LU": ("Luxembourg", "Luxembourger"), "MC": ("Monaco", "Monegasque"), "LI": ("Liechtenstein", "Liechtensteiner"),
    "SY": ("Syria;Syrian Arab Republic", "Syrian;Syrians"), "IR": ("Iran;Islamic Republic;Islamic Republic of Iran", "Iranian;Iranians"),
    "GM": ("Gambia;The Gambia", "Gambian;Gambians"), "BS": ("Bahamas;The Bahamas", "Bahamian;Bahamians"), "ST": ("Sao Tome", "Sao Tomean"),
    "TT": ("Trinidad and Tobago;Trinidad", "Trinidadian"), "AG": ("Antigua and Barbuda;Antigua", "Antiguan"), "CF": ("Central African Republic;CAR", ""),
    "GW": ("Guinea-Bissau", "Bissau-Guinean"), "VN": ("Vietnam;Viet Nam", "Vietnamese"), "HT": ("Haiti", "Haitian;Haitians"), "DO": ("Dominican Republic", "Dominican;Dominicans"),
    "DM": ("Dominica", ""), "SN": ("Senegal", "Senegalese"), "SV": ("El Salvador", "Salvadoran;Salvadorans;Salvadorean"), "EC": ("Ecuador", "Ecuadorian;Ecuadorean;Ecuadorians"),
    "PG": ("Papua New Guinea;PNG", ""), "ZA": ("South Africa", "South African;South Africans"), "KM": ("Comoros", "Comorian;Comoran"),
    "TH": ("Thailand", "Thai;Thais"), "OM": ("Oman", "Omani;Omanis"), "MZ": ("Mozambique", "Mozambican;Mozambicans"), "SO": ("Somalia", "Somali;Somalis;Somalian"),
    "UA": ("Ukraine", "Ukrainian;Ukrainians"), "GE": ("Georgia", "Georgian;Georgians"), "SR": ("Suriname;Surinam", "Surinamese"), "BD": ("Bangladesh", "Bangladeshi;Bangladeshis"),
}

# Capitals where the Factbook's wording needs help, or where news writes otherwise; '-' marks a capital that never stands for the government.
CAPITALS = {
    "US": "Washington;Washington, D.C.;Washington DC;Washington D.C.;Washington, DC", "BJ": "Porto-Novo;Cotonou", "BI": "Gitega;Bujumbura", "GQ": "Malabo", "CI": "Yamoussoukro;Abidjan",
    "ZA": "Pretoria", "SZ": "Mbabane", "TZ": "Dodoma", "FJ": "Suva", "KI": "Tarawa", "VU": "Port Vila", "NR": "Yaren", "KZ": "Astana", "MM": "Naypyidaw",
    "BN": "Bandar Seri Begawan", "BE": "-Brussels", "MD": "Chisinau", "UA": "Kyiv;Kiev", "XK": "Pristina", "MY": "Kuala Lumpur;Putrajaya", "BO": "La Paz", "CL": "Santiago",
    "LK": "Colombo", "IN": "New Delhi;Delhi", "IL": "Jerusalem;Tel Aviv", "YE": "Sanaa;Sana'a", "NL": "The Hague;-Amsterdam", "TL": "Dili", "VA": "", "SG": "", "LU": "", "MC": "", "SM": "",
    "DJ": "", "PS": "Ramallah", "TV": "Funafuti", "MV": "Male", "MX": "Mexico City", "BR": "Brasilia;Brasília", "CO": "Bogota;Bogotá", "PY": "Asuncion;Asunción", "CR": "-San Jose;-San José",
    "SC": "-Victoria", "JM": "-Kingston", "GY": "-Georgetown", "LC": "-Castries", "MT": "Valletta", "LY": "Tripoli", "TM": "Ashgabat", "UZ": "Tashkent", "AZ": "Baku", "LB": "Beirut",
    "CY": "Nicosia", "RS": "Belgrade", "AL": "Tirana", "GH": "Accra", "TR": "Ankara", "AU": "Canberra", "KP": "Pyongyang", "AG": "-Saint John's;-St. John's", "GD": "-St. George's",
    "BB": "-Bridgetown", "DO": "Santo Domingo", "MR": "Nouakchott", "CH": "Bern;Berne", "KW": "-Kuwait City", "PA": "-Panama City", "GT": "-Guatemala City", "AD": "-Andorra la Vella",
}

# Territories with a government or a name of their own beyond ISO 3166-1. name: (country, other names, adjectives and people)
PLACES = {
    "Gaza Strip": ("PS", "Gaza", "Gazan;Gazans"), "West Bank": ("PS", "", ""), "Crimea": ("UA", "", "Crimean"), "Northern Ireland": ("GB", "", "Northern Irish"),
    "Scotland": ("GB", "", "Scottish;Scots"), "Wales": ("GB", "", "Welsh"), "England": ("GB", "", "English"), "Tibet": ("CN", "", "Tibetan;Tibetans"),
    "Xinjiang": ("CN", "", ""), "Somaliland": ("SO", "", ""), "Kurdistan": ("IQ", "Iraqi Kurdistan;Kurdistan Region", ""), "Catalonia": ("ES", "", "Catalan;Catalans"),
    "Basque Country": ("ES", "", ""), "Kashmir": ("IN", "Jammu and Kashmir", "Kashmiri;Kashmiris"), "Quebec": ("CA", "Québec", "Quebecois"),
    "Nagorno-Karabakh": ("AZ", "Karabakh", ""), "Transnistria": ("MD", "", ""), "Abkhazia": ("GE", "", "Abkhaz;Abkhazian"), "South Ossetia": ("GE", "", "South Ossetian"),
    "Golan Heights": ("SY", "Golan", ""), "East Jerusalem": ("PS", "", ""), "Donbas": ("UA", "Donbass", ""), "Chechnya": ("RU", "", "Chechen;Chechens"), "Dagestan": ("RU", "", ""),
    "Darfur": ("SD", "", ""), "Tigray": ("ET", "", "Tigrayan;Tigrayans"), "Puntland": ("SO", "", ""), "Zanzibar": ("TZ", "", ""), "Kosovska Mitrovica": ("XK", "", ""),
    "Bavaria": ("DE", "", "Bavarian"), "Sicily": ("IT", "", "Sicilian"), "Sardinia": ("IT", "", ""), "Corsica": ("FR", "", "Corsican"), "Flanders": ("BE", "", "Flemish"),
    "Wallonia": ("BE", "", "Walloon"), "Republika Srpska": ("BA", "", ""), "Guantanamo Bay": ("CU", "Guantanamo;Guantánamo", ""), "Balochistan": ("PK", "", "Baloch"),
    "Europe": ("-", "", "European;Europeans"), "Africa": ("-", "", "African;Africans"), "Asia": ("-", "", "Asian;Asians"), "Middle East": ("-", "Mideast", "Middle Eastern"),
    "Latin America": ("-", "", "Latin American;Latin Americans"), "South America": ("-", "", "South American"), "North America": ("-", "", "North American"),
    "Central America": ("-", "", "Central American"), "Antarctica": ("-", "", "Antarctic"), "Caribbean": ("-", "Caribbean Sea", ""), "Balkans": ("-", "", "Balkan"),
    "Mediterranean": ("-", "Mediterranean Sea", ""), "Red Sea": ("-", "", ""), "Black Sea": ("-", "", ""), "South China Sea": ("-", "", ""), "Strait of Hormuz": ("-", "", ""),
    "Persian Gulf": ("-", "", ""), "Gulf of Mexico": ("-", "", ""), "Arctic": ("-", "", ""), "Sahel": ("-", "", ""), "Horn of Africa": ("-", "", ""), "Scandinavia": ("-", "", "Scandinavian"),
    "Southeast Asia": ("-", "", "Southeast Asian"), "Sahara": ("-", "", ""), "Atlantic": ("-", "Atlantic Ocean", ""), "Pacific": ("-", "Pacific Ocean", ""), "Indian Ocean": ("-", "", ""),
    "Baltic Sea": ("-", "", ""), "Caucasus": ("-", "", ""), "Siberia": ("RU", "", "Siberian"), "Manhattan": ("US", "", ""), "Brooklyn": ("US", "", ""), "New England": ("US", "", ""),
    "Silicon Valley": ("US", "", ""), "Suez Canal": ("EG", "", ""), "Panama Canal": ("PA", "", ""), "Sinai": ("EG", "Sinai Peninsula", ""), "Oceania": ("-", "", ""),
    "Eastern Europe": ("-", "", "Eastern European"), "Western Europe": ("-", "", "Western European"), "New York City": ("US", "NYC", "New Yorker;New Yorkers"),
    "Los Angeles": ("US", "LA;L.A.", ""), "District of Columbia": ("US", "D.C.", ""),
}
# US states whose people and adjectives news uses.
STATE_PEOPLE = {"California": "Californian;Californians", "Texas": "Texan;Texans", "Colorado": "Coloradan;Coloradans", "Florida": "Floridian;Floridians", "Alaska": "Alaskan;Alaskans",
    "Hawaii": "Hawaiian;Hawaiians", "Iowa": "Iowan;Iowans", "Ohio": "Ohioan;Ohioans", "Virginia": "Virginian;Virginians", "Minnesota": "Minnesotan;Minnesotans"}
DIVIDED = "US CA AU IN DE MX BR CN AR NG".split()
NOT_STATES = {"US": {"AS", "GU", "MP", "PR", "UM", "VI", "DC"}, "CN": {"HK", "MO", "TW", "XZ", "XJ"}, "AU": set(), "IN": {"JK"}, "DE": {"BY"}, "CA": {"QC"}}
SKIP_CITIES = {"Of", "Same", "Man", "Most", "Bar", "Split", "Male", "Date", "Ube", "Cal", "Mary", "March", "Reading", "Nice", "Police", "Central", "Battle", "Hit", "Van", "Orange",
    "University", "Liberal", "Green", "Enterprise", "Independence", "Progreso", "Union", "Hope", "Bath", "Deal", "Anna", "Sun City", "Come", "Un", "Le", "Bo", "Pop", "Bor", "Santiago"}


def territories(facts):
    rows = {c["alpha_2"]: c for c in json.load(open(os.path.join(facts, "iso-codes/iso_3166-1.json"), encoding="utf8"))["3166-1"]}
    return rows


def plain(s):
    return "".join(c for c in unicodedata.normalize("NFKD", s) if not unicodedata.combining(c))


def split_people(text):
    """'Algerian(s)' -> Algerian, Algerians; '(singular and plural)' and notes go."""
    out = []
    text = re.sub(r";? ?note.*$", "", text)
    for part in re.split(r",| or |;|/", re.sub(r"\((?:singular|plural|collective|colloquial|US|singular and)[^)]*\)", "", text)):
        part = part.strip()
        if not part or not part[0].isupper():
            continue
        if part.endswith("(s)"):
            out += [part[:-3], part[:-3] + "s"]
        elif "(" not in part:
            out.append(part)
    return out


def unique(items):
    seen, out = set(), []
    for i in items:
        if i and i not in seen and i not in ("NA", "none"):
            seen.add(i), out.append(i)
    return out


def main():
    facts, out = sys.argv[1:3]
    iso = territories(facts)
    iso["XK"] = {"alpha_2": "XK", "name": "Kosovo"}
    book = {}
    by_name = {}
    for code, c in iso.items():
        for k in ("name", "common_name", "official_name"):
            if k in c:
                by_name[plain(c[k]).lower()] = code
    for entry in json.load(open(os.path.join(facts, "world-factbook.json"), encoding="utf8")):
        short, long = entry["short"], entry["long"]
        key = short if short not in ("none", "") else f"none/{long}"
        code = FACTBOOK.get(key, by_name.get(plain(html.unescape(short)).lower()) or by_name.get(plain(html.unescape(long)).lower()))
        if code:
            book[code] = entry
    lines = []
    for code in sorted(iso):
        if code in TERRITORIES:
            continue
        c, e = iso[code], book.get(code, {})
        short = html.unescape(e.get("short", "none"))
        name = c.get("common_name") or (short if short not in ("none", "", "DRC", "The Dominican", "Burma") and "(" not in short else None) or c["name"]
        names, people = [s.split(";") for s in ALSO.get(code, ("", ""))]
        if names and names[0] and code not in ("US", "GB", "AE"):
            name = names[0]
        name = {"US": "United States", "GB": "United Kingdom", "AE": "United Arab Emirates", "CD": "Democratic Republic of the Congo", "CF": "Central African Republic",
                "VA": "Vatican City", "CI": "Ivory Coast", "FM": "Micronesia", "ST": "Sao Tome and Principe"}.get(code, name)
        if code == "PH": name = "Philippines"
        long = html.unescape(e.get("long", "none"))
        long = re.split(r"[;(]", long)[0].strip()
        names = unique(names + [x for x in (c.get("official_name"), long) if x and x != "none" and "," not in x] + ([short] if short not in ("none", "") and "(" not in short and short not in ("The Dominican",) else []))
        if code not in ALSO or not any(people):
            people = people + split_people(html.unescape(e.get("adjective", ""))) + split_people(html.unescape(e.get("noun", "")))
        people = unique(people)
        if code == "GQ": people = ["Equatorial Guinean", "Equatoguinean"]
        capital = CAPITALS.get(code)
        if capital is None:
            capital = re.split(r"[;(,]", html.unescape(e.get("capital", "")))[0].strip()
            if capital and plain(capital) != capital:
                capital += ";" + plain(capital)
        lines.append("\t".join(["country", code, name, ";".join(n for n in names if n != name), ";".join(people), capital or "-"]))
    with open(os.path.join(out, "countries.tsv"), "w", encoding="utf8") as f:
        f.write("""# Countries: the members and observers of the United Nations, Taiwan and Kosovo.
# Made by Training/gazetteers.py from Debian's iso-codes (ISO 3166-1) and the CIA World Factbook of early 2026 (names, nationalities,
# capitals; public domain); short names and further adjectives that news uses were added by hand.
# Columns: country, ISO 3166-1 code, name, other names, adjectives and people, capitals. Lists are separated by ';', '-' is none.
# A capital may stand for the government ("Caracas agreed"); one after '-' never does.
""")
        f.write("\n".join(l if all(l.split("\t")) else "\t".join(x or "-" for x in l.split("\t")) for l in lines) + "\n")

    rows = []
    for code in sorted(TERRITORIES):
        c, e = iso[code], book.get(code, {})
        if code in ("AQ", "UM", "TF", "BQ"):
            continue
        name = c.get("common_name", c["name"])
        other, people = [], split_people(html.unescape(e.get("adjective", "")))
        if code == "HK": people, other = ["Hong Konger", "Hong Kongers"], ["HK"]
        if code == "MO": name, people, other = "Macau", [], ["Macao"]
        if code == "FK": name, people, other = "Falkland Islands", [], ["Falklands"]
        if code == "SX": name = "Sint Maarten"
        if code == "VI": name, other = "US Virgin Islands", ["U.S. Virgin Islands", "Virgin Islands"]
        if code == "VG": name = "British Virgin Islands"
        if code == "SH": name = "Saint Helena"
        parent = {"HK": "CN", "MO": "CN", "PR": "US", "GU": "US", "AS": "US", "MP": "US", "VI": "US", "GL": "DK", "FO": "DK", "EH": "-"}.get(code, "-")
        rows.append(["territory", name, parent, ";".join(other) or "-", ";".join(p for p in people if p not in ("Chinese", "Dutch", "French")) or "-"])
    for name, (country, other, people) in sorted(PLACES.items()):
        rows.append(["territory", name, country, other or "-", people or "-"])
    subdivisions = {s.get("type"): s.text for s in ET.parse(os.path.join(facts, "cldr/subdivisions_en.xml")).iter("subdivision") if not s.get("alt")}
    known = {r[1] for r in rows} | {l.split("\t")[2] for l in lines} - {"Georgia"}
    for country in DIVIDED:
        for code, name in sorted(subdivisions.items()):
            if re.fullmatch(country.lower() + r"[a-z0-9]{1,3}", code) and code[2:].upper() not in NOT_STATES.get(country, set()) and name not in known:
                known.add(name)
                rows.append(["territory", name, country, "-", STATE_PEOPLE.get(name, "-")])
    cities = []
    with open(os.path.join(facts, "geonames-cities-50000.tsv"), encoding="utf8") as f:
        f.readline()
        for line in f:
            country, name, population = line.rstrip("\n").split("\t")[:3]
            if int(population) >= 90_000 and name not in SKIP_CITIES and name not in known:
                cities.append((name, country, int(population)))
    cities.sort(key=lambda c: (-c[2], c[0]))
    best = {}
    for name, country, population in cities:
        best.setdefault(name, (country, population))
    with open(os.path.join(out, "places.tsv"), "w", encoding="utf8") as f:
        f.write("""# Places that are no countries: territories, states and provinces, large regions and waters, cities.
# Made by Training/gazetteers.py from Debian's iso-codes (ISO 3166), Unicode CLDR (names of subdivisions, Unicode licence), GeoNames
# (cities of 90,000 people and more, CC BY 4.0, geonames.org) and the CIA World Factbook; regions and waters were added by hand.
# Columns: territory, name, ISO 3166-1 code of its country, other names, adjectives and people.
# Columns: city, ISO 3166-1 code of the country, names, the largest first; of several cities of one name only the largest is listed.
""")
        for r in rows:
            f.write("\t".join(r) + "\n")
        per = {}
        for name, (country, _) in best.items():
            per.setdefault(country, []).append(name)
        for country in sorted(per):
            f.write("\t".join(["city", country, ";".join(per[country])]) + "\n")

    frequency = {}
    for gender in ("male", "female"):
        for line in open(os.path.join(facts, f"us-census-names/dist.{gender}.first"), encoding="utf8"):
            fields = line.split()
            if len(fields) >= 2:
                frequency.setdefault(fields[0].capitalize(), {})[gender] = float(fields[1])
    names = {"m": [], "f": []}
    for name, by in sorted(frequency.items()):
        male, female = by.get("male", 0), by.get("female", 0)
        if len(name) < 3: continue
        if male >= 8 * female and male >= 0.004: names["m"].append(name)
        elif female >= 8 * male and female >= 0.003: names["f"].append(name)
    with open(os.path.join(out, "given-names.tsv"), "w", encoding="utf8") as f:
        f.write("""# Given names that tell a person's gender, as far as "he" and "she" go.
# Made by Training/gazetteers.py from the US Census of 1990 (public domain): names at least eight times as frequent for one gender;
# names of the wider world that news uses were added by hand in Training/given-names-world.tsv.
# Columns: given-names, m or f, names.
""")
        world = os.path.join(os.path.dirname(os.path.abspath(__file__)), "given-names-world.tsv")
        for line in open(world, encoding="utf8"):
            if line.strip() and line[0] != "#":
                gender, more = line.rstrip("\n").split("\t")
                other = "f" if gender == "m" else "m"
                for name in more.split(";"):
                    if name not in names[gender] : names[gender].append(name)
                    if name in names[other]: names[other].remove(name)
        for gender in ("m", "f"):
            listed = sorted(set(names[gender]))
            for start in range(0, len(listed), 40):
                f.write(f"given-names\t{gender}\t" + ";".join(listed[start:start + 40]) + "\n")


if __name__ == "__main__":
    main()
