/** What people write of faults, by branch of the tree of subjects. */
interface Said {
	readonly faults: Readonly<Record<string, readonly string[]>>;
	readonly where: readonly string[];
	readonly since: readonly string[];
	readonly done: readonly string[];
	readonly part: readonly string[];
	readonly after: readonly string[];
}

export const finnish: Said = {
	faults: {
		water: listed(
			"Hana vuotaa | Allaskaapissa on vesivuoto | Lavuaari tukossa | Viemäri vetää huonosti | Vessanpönttö vuotaa jatkuvasti | Putki tihkuu vettä | Lämmintä vettä ei tule | Suihkun letku rikki | Lattiakaivo tulvii | Vettä tulee katosta | Putkirikko, vesi suljettava",
		),
		heat: listed(
			"Patteri kylmä | Asunnossa vain 17 astetta | Patteri kohisee | Termostaatti jumissa | Koko talo kylmä | Patteri vuotaa",
		),
		electricity: listed(
			"Sähköt poikki | Pistorasia ei toimi | Valo välkkyy | Sulake palaa heti uudelleen | Palovaroitin piippaa | Porraskäytävä pimeänä",
		),
		lift: listed(
			"Hissi jumissa | Hissin ovi ei sulkeudu | Hissi pysähtyy kerrosten väliin | Hissi pitää outoa ääntä",
		),
		locks: listed(
			"Avain katosi | Lukko ei käänny | Ulko-ovi ei mene lukkoon | Ovipuhelin ei soi | Asukas lukkojen takana | Ovipumppu rikki",
		),
		damp: listed(
			"Seinässä kosteusjälki | Hometta saumoissa | Katto vuotaa sateella | Lattia pullistunut",
		),
		pests: listed(
			"Luteita makuuhuoneessa | Rottia jätehuoneessa | Muurahaisia | Hiiriä varastossa | Torakoita",
		),
		noise: listed(
			"Naapurista kovaa meteliä | Ilmanvaihto jyrisee öisin | Juhlat jatkuvat",
		),
		yard: listed(
			"Piha auraamatta | Portaat jäässä | Pihavalo sammunut | Roskakatos täynnä | Oksa katkennut | Lämmitystolppa ei toimi | Hiekoitus puuttuu",
		),
		kitchen: listed(
			"Liesi ei kuumene | Jääkaappi ei kylmennä | Astianpesukone vuotaa | Uunin luukku irti | Pakastin huurtuu",
		),
		shared: listed(
			"Pesukone ei linkoa | Saunan kiuas kylmä | Kuivausrumpu ei lämpene | Häkkivaraston lukko rikki",
		),
		windows: listed(
			"Ikkuna rikki | Ikkuna vetää | Parvekkeen ovi jumissa | Parvekelasi halki",
		),
		ventilation: listed(
			"Ilma ei vaihdu | Viemärin hajua | Tupakan haju tulee venttiilistä",
		),
		broadband: listed("Netti ei toimi | Antennipistoke irti | Kuva pätkii"),
		vandalism: listed(
			"Töhryjä seinässä | Kellariin murtauduttu | Postilaatikko rikottu",
		),
		other: listed(
			"Kysymys avaimista | Muuttotarkastus | Yhteydenotto isännöintiin | Pyykkitupavuoro epäselvä",
		),
	},
	where: listed(
		"keittiössä | kylpyhuoneessa | vessassa | olohuoneessa | makuuhuoneessa | eteisessä | parvekkeella | kellarissa | porraskäytävässä | pesutuvassa | saunassa | vintillä | pihalla | ulko-oven luona | autotallissa",
	),
	since: listed(
		"alkoi tänään | jatkunut viikon | pahenee koko ajan | asukas kotona illalla | avain saa käyttää | koira kotona | kolmas kerta tässä kuussa | vettä jo lattialla | lapsiperhe | vanhus yksin kotona",
	),
	done: listed(
		"Käyty paikalla. | Vaihdettu tiiviste. | Avattu viemäri rassilla. | Ilmattu patterit. | Vaihdettu sulake. | Suljettu vesi ja tyhjennetty linja. | Lukko rasvattu ja säädetty. | Imuroitu vedet, kuivain jätetty. | Asukas ei ollut kotona. | Soitettu asukkaalle. | Kuvat otettu. | Hissiyhtiö kutsuttu. | Sähkömies tilattu. | Aurattu ja hiekoitettu.",
	),
	part: listed(
		"Tilattu varaosa | Vaihdettu termostaatti | Asennettu hana | Tilattu pumppu | Vaihdettu lukkopesä",
	),
	after: listed(
		"Toimii nyt. | Tarkistetaan huomenna. | Vaatii jatkotoimia. | Asukas tyytyväinen. | Lasku asukkaalle. | Vakuutusyhtiölle ilmoitettu. | Kosteusmittaus tilattu. |  | Ei toimenpiteitä. | Seurataan tilannetta.",
	),
};

export const swedish: Said = {
	faults: {
		water: listed(
			"Kranen läcker | Vattenläcka under diskbänken | Stopp i handfatet | Avloppet rinner dåligt | Toaletten rinner hela tiden | Röret droppar | Inget varmvatten | Duschslangen trasig | Golvbrunnen svämmar över | Vatten från taket",
		),
		heat: listed(
			"Elementet kallt | Bara 17 grader i lägenheten | Elementet brusar | Termostaten har fastnat | Hela huset kallt",
		),
		electricity: listed(
			"Strömlöst | Vägguttaget fungerar inte | Lampan blinkar | Proppen går genast igen | Brandvarnaren piper | Mörkt i trapphuset",
		),
		lift: listed(
			"Hissen står stilla | Hissdörren går inte igen | Hissen stannar mellan våningarna",
		),
		locks: listed(
			"Nyckeln borta | Låset går inte att vrida | Ytterdörren går inte i lås | Porttelefonen ringer inte | Utelåst",
		),
		damp: listed(
			"Fuktfläck på väggen | Mögel i fogarna | Taket läcker när det regnar",
		),
		pests: listed(
			"Vägglöss i sovrummet | Råttor i soprummet | Myror | Möss i förrådet",
		),
		noise: ["Hög musik från grannen", "Ventilationen dånar på natten"],
		yard: listed(
			"Gården oplogad | Halt på trappan | Gårdslampan slocknad | Soprummet fullt | Motorvärmaren fungerar inte",
		),
		kitchen: listed(
			"Spisen blir inte varm | Kylskåpet kyler inte | Diskmaskinen läcker | Ugnsluckan lös",
		),
		shared: listed(
			"Tvättmaskinen centrifugerar inte | Bastuaggregatet kallt | Torktumlaren blir inte varm",
		),
		windows: listed(
			"Fönstret trasigt | Det drar från fönstret | Balkongdörren har fastnat",
		),
		ventilation: listed("Luften byts inte | Avloppslukt | Röklukt ur ventilen"),
		broadband: ["Nätet fungerar inte", "Antennuttaget löst"],
		vandalism: listed(
			"Klotter på väggen | Inbrott i källaren | Brevlådan sönder",
		),
		other: listed("Fråga om nycklar | Flyttbesiktning | Tvättstugetiden oklar"),
	},
	where: listed(
		"i köket | i badrummet | på toaletten | i vardagsrummet | i sovrummet | i tamburen | på balkongen | i källaren | i trapphuset | i tvättstugan | i bastun | på vinden | på gården | i garaget",
	),
	since: listed(
		"började i dag | har pågått en vecka | blir värre | hyresgästen hemma på kvällen | huvudnyckel får användas | hund hemma | tredje gången den här månaden | vatten på golvet | barnfamilj",
	),
	done: listed(
		"Varit på plats. | Bytt packning. | Rensat avloppet. | Luftat elementen. | Bytt propp. | Stängt av vattnet. | Smort och justerat låset. | Sugit upp vattnet. | Hyresgästen inte hemma. | Ringt hyresgästen. | Hissfirman kallad. | Elektriker beställd. | Plogat och sandat.",
	),
	part: listed(
		"Beställt reservdel | Bytt termostat | Monterat kran | Beställt pump",
	),
	after: listed(
		"Fungerar nu. | Kontrolleras i morgon. | Kräver fortsatta åtgärder. | Hyresgästen nöjd. | Faktura till hyresgästen. | Försäkringsbolaget underrättat. |  | Inga åtgärder.",
	),
};

function listed(all: string): string[] {
	return all.split(" | ");
}
