"""Countries with their people and capitals, and the states of the United States: what a place name or a nationality
means."""

from __future__ import annotations

from functools import cache, lru_cache

from reader.prose.regex import regex

#: name, other names | people | capital. The first name is the key.
_COUNTRIES = """
Afghanistan|Afghan|Kabul;Albania|Albanian|Tirana;Algeria|Algerian|Algiers;Andorra|Andorran|;Angola|Angolan|Luanda
Argentina|Argentine,Argentinian|Buenos Aires;Armenia|Armenian|Yerevan;Australia|Australian,Aussie|Canberra
Austria|Austrian|Vienna;Azerbaijan|Azerbaijani,Azeri|Baku;Bahamas|Bahamian|Nassau;Bahrain|Bahraini|Manama
Bangladesh|Bangladeshi|Dhaka;Barbados|Barbadian|Bridgetown;Belarus|Belarusian|Minsk;Belgium|Belgian|Brussels
Belize|Belizean|Belmopan;Benin|Beninese|Porto-Novo;Bhutan|Bhutanese|Thimphu;Bolivia|Bolivian|La Paz
Bosnia,Bosnia and Herzegovina|Bosnian|Sarajevo;Botswana|Botswanan|Gaborone;Brazil|Brazilian|Brasilia;Brunei|Bruneian|
Bulgaria|Bulgarian|Sofia;Burkina Faso|Burkinabe|Ouagadougou;Burundi|Burundian|Gitega;Cambodia|Cambodian|Phnom Penh
Cameroon|Cameroonian|Yaounde;Canada|Canadian|Ottawa;Chad|Chadian|N'Djamena;Chile|Chilean|Santiago
China,People's Republic of China,PRC|Chinese|Beijing;Colombia|Colombian|Bogota
Congo,Democratic Republic of Congo|Congolese|Kinshasa
Costa Rica|Costa Rican|San Jose;Croatia|Croatian,Croat|Zagreb;Cuba|Cuban|Havana;Cyprus|Cypriot|Nicosia
Czech Republic,Czechia|Czech|Prague;Denmark|Danish,Dane|Copenhagen;Djibouti|Djiboutian|
Dominican Republic|Dominican|Santo Domingo;Ecuador|Ecuadorian,Ecuadorean|Quito;Egypt|Egyptian|Cairo
El Salvador|Salvadoran,Salvadorean|San Salvador;Eritrea|Eritrean|Asmara;Estonia|Estonian|Tallinn
Eswatini,Swaziland|Swazi|Mbabane;Ethiopia|Ethiopian|Addis Ababa;Fiji|Fijian|Suva;Finland|Finnish,Finn|Helsinki
France|French,Frenchman,Frenchwoman|Paris;Gabon|Gabonese|Libreville;Gambia|Gambian|Banjul;Georgia|Georgian|Tbilisi
Germany|German|Berlin;Ghana|Ghanaian|Accra;Greece|Greek|Athens;Grenada|Grenadian|;Guatemala|Guatemalan|
Guinea|Guinean|Conakry;Guyana|Guyanese|Georgetown;Haiti|Haitian|Port-au-Prince;Honduras|Honduran|Tegucigalpa
Hong Kong|Hong Konger|;Hungary|Hungarian|Budapest;Iceland|Icelandic,Icelander|Reykjavik;India|Indian|New Delhi,Delhi
Indonesia|Indonesian|Jakarta;Iran,Persia|Iranian,Persian|Tehran;Iraq|Iraqi|Baghdad
Ireland|Irish,Irishman|Dublin;Israel|Israeli|Jerusalem;Italy|Italian|Rome;Ivory Coast,Cote d'Ivoire|Ivorian|Yamoussoukro
Jamaica|Jamaican|Kingston;Japan|Japanese|Tokyo;Jordan|Jordanian|Amman;Kazakhstan|Kazakh|Astana;Kenya|Kenyan|Nairobi
Kosovo|Kosovar|Pristina;Kuwait|Kuwaiti|;Kyrgyzstan|Kyrgyz|Bishkek;Laos|Laotian,Lao|Vientiane;Latvia|Latvian|Riga
Lebanon|Lebanese|Beirut;Lesotho|Basotho|Maseru;Liberia|Liberian|Monrovia;Libya|Libyan|Tripoli
Liechtenstein|Liechtensteiner|
Lithuania|Lithuanian|Vilnius;Luxembourg|Luxembourger|;Macedonia,North Macedonia|Macedonian|Skopje
Madagascar|Malagasy|Antananarivo;Malawi|Malawian|Lilongwe;Malaysia|Malaysian|Kuala Lumpur;Maldives|Maldivian|Male
Mali|Malian|Bamako;Malta|Maltese|Valletta;Mauritania|Mauritanian|Nouakchott;Mauritius|Mauritian|Port Louis
Mexico|Mexican|Mexico City;Moldova|Moldovan|Chisinau;Monaco|Monegasque|;Mongolia|Mongolian|Ulaanbaatar
Montenegro|Montenegrin|Podgorica;Morocco|Moroccan|Rabat;Mozambique|Mozambican|Maputo;Myanmar,Burma|Burmese|Naypyidaw
Namibia|Namibian|Windhoek;Nepal|Nepalese,Nepali|Kathmandu;Netherlands,Holland|Dutch,Dutchman|Amsterdam,The Hague
New Zealand|New Zealander,Kiwi|Wellington;Nicaragua|Nicaraguan|Managua;Niger|Nigerien|Niamey;Nigeria|Nigerian|Abuja
North Korea,DPRK|North Korean|Pyongyang;Norway|Norwegian|Oslo;Oman|Omani|Muscat;Pakistan|Pakistani|Islamabad
Palestine|Palestinian|Ramallah;Panama|Panamanian|Panama City;Papua New Guinea|Papuan|Port Moresby
Paraguay|Paraguayan|Asuncion
Peru|Peruvian|Lima;Philippines|Filipino,Philippine,Filipina|Manila;Poland|Polish,Pole|Warsaw;Portugal|Portuguese|Lisbon
Puerto Rico|Puerto Rican|San Juan;Qatar|Qatari|Doha;Romania|Romanian|Bucharest
Russia,Russian Federation|Russian|Moscow,Kremlin
Rwanda|Rwandan|Kigali;Samoa|Samoan|Apia;Saudi Arabia|Saudi,Saudi Arabian|Riyadh;Senegal|Senegalese|Dakar
Serbia|Serbian,Serb|Belgrade
Seychelles|Seychellois|Victoria;Sierra Leone|Sierra Leonean|Freetown;Singapore|Singaporean|
Slovakia|Slovak,Slovakian|Bratislava
Slovenia|Slovenian,Slovene|Ljubljana;Somalia|Somali,Somalian|Mogadishu;South Africa|South African|Pretoria
South Korea,Republic of Korea|South Korean|Seoul;South Sudan|South Sudanese|Juba;Soviet Union,USSR|Soviet|
Spain|Spanish,Spaniard|Madrid
Sri Lanka|Sri Lankan|Colombo;Sudan|Sudanese|Khartoum;Suriname|Surinamese|Paramaribo;Sweden|Swedish,Swede|Stockholm
Switzerland|Swiss|Bern;Syria|Syrian|Damascus;Taiwan|Taiwanese|Taipei;Tajikistan|Tajik|Dushanbe;Tanzania|Tanzanian|Dodoma
Thailand|Thai|Bangkok;Tibet|Tibetan|Lhasa;Togo|Togolese|Lome;Tonga|Tongan|
Trinidad,Trinidad and Tobago|Trinidadian|Port of Spain
Tunisia|Tunisian|Tunis;Turkey,Turkiye,Türkiye|Turkish,Turk|Ankara;Turkmenistan|Turkmen|Ashgabat;Uganda|Ugandan|Kampala
Ukraine|Ukrainian|Kyiv,Kiev;United Arab Emirates,UAE,Emirates|Emirati|Abu Dhabi
United Kingdom,Britain,Great Britain,UK,U.K.|British,Briton,Brit|London
United States,US,U.S.,USA,U.S.A.,America,United States of America|American|;Uruguay|Uruguayan|Montevideo
Uzbekistan|Uzbek|Tashkent;Vatican,Holy See,Vatican City|;Venezuela|Venezuelan|Caracas
Vietnam|Vietnamese|Hanoi;Yemen|Yemeni|Sanaa;Zambia|Zambian|Lusaka;Zimbabwe|Zimbabwean|Harare
England|English,Englishman|;Scotland|Scottish,Scot|Edinburgh;Wales|Welsh|Cardiff;Northern Ireland|Northern Irish|Belfast
"""  # fmt: skip

#: name|abbreviations.
_STATES = """
Alabama|Ala.;Alaska|;Arizona|Ariz.;Arkansas|Ark.;California|Calif.,Cal.;Colorado|Colo.;Connecticut|Conn.
Delaware|Del.;Florida|Fla.
Hawaii|;Idaho|;Illinois|Ill.;Indiana|Ind.;Iowa|;Kansas|Kan.;Kentucky|Ky.;Louisiana|La.;Maine|;Maryland|Md.
Massachusetts|Mass.;Michigan|Mich.;Minnesota|Minn.;Mississippi|Miss.;Missouri|Mo.;Montana|Mont.;Nebraska|Neb.
Nevada|Nev.
New Hampshire|N.H.;New Jersey|N.J.;New Mexico|N.M.;North Carolina|N.C.;North Dakota|N.D.;Ohio|;Oklahoma|Okla.
Oregon|Ore.
Pennsylvania|Pa.,Penn.;Rhode Island|R.I.;South Carolina|S.C.;South Dakota|S.D.;Tennessee|Tenn.;Texas|Tex.;Utah|
Vermont|Vt.;Virginia|Va.;West Virginia|W.Va.;Wisconsin|Wis.;Wyoming|Wyo.
"""  # fmt: skip

#: Countries that hold others of the table, and names that both are used for.
_WITHIN = {
    "England": "United Kingdom", "Scotland": "United Kingdom", "Wales": "United Kingdom", "Tibet": "China",
    "Northern Ireland": "United Kingdom", "Hong Kong": "China", "Puerto Rico": "United States",
}  # fmt: skip


@cache
def _places() -> dict[str, tuple[str, str]]:
    """Name, folded -> the key of its place, and what the name is: "country", "people", "capital" or "state"."""
    found: dict[str, tuple[str, str]] = {}
    for entry in _COUNTRIES.replace("\n", ";").strip(";").split(";"):
        names, people, capitals = [*entry.split("|"), "", ""][:3]
        key = names.split(",")[0]
        for kind, words in (("country", names), ("people", people), ("capital", capitals)):
            for word in filter(None, words.split(",")):
                found.setdefault(word.lower(), (key, kind))
                if kind == "people" and not word.endswith(("ish", "ese", "ch", "ss")):
                    found.setdefault(f"{word.lower()}s", (key, "people"))
    for entry in _STATES.replace("\n", ";").strip(";").split(";"):
        name, short = entry.split("|")
        for word in (name, *filter(None, short.split(","))):
            found.setdefault(word.lower(), (name, "state"))
    return found


@lru_cache(maxsize=16384)
def begins_place(word: str) -> bool:
    """Whether the name of a country or a state, or of its people, may begin with a word; most names begin with none."""
    low = word.lower().replace("’", "'")
    return low == "the" or low in _first_words() or low.removesuffix("'s") in _first_words()


@cache
def _first_words() -> frozenset[str]:
    plain = frozenset([name.partition(" ")[0] for name in _places() if "." not in name])
    return plain.union(found.group() for name in _places() if "." in name and (found := _FIRST_WORD.match(name)))


_FIRST_WORD = regex(r"(?:[a-z]\.){2,}|[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def place_of(name: str) -> tuple[str, str] | None:
    """What country or state a name stands for, and how: "country", "people", "capital" or "state"; None for other
    names."""
    return _places().get(name.lower().replace("’", "'").removesuffix("'s").removeprefix("the "))


def holds(larger: str, smaller: str) -> bool:
    """Whether one country or state (their keys) is the other or holds it."""
    if larger == smaller or _WITHIN.get(smaller) == larger:
        return True
    known = _places().get(smaller.lower())
    return larger == "United States" and known is not None and known[1] == "state"
