import type { Language } from "../../src/domain/language.ts";
import type { Chance } from "./chance.ts";

export interface Property {
	readonly id: string;
	readonly key: string;
	readonly address: string;
	readonly area: string;
	readonly stairwells: readonly string[];
	readonly serviceClass: string;
}

export interface Tenant {
	readonly id: string;
	readonly name: string;
	readonly number: string;
	readonly language: Language;
	readonly property: Property;
	readonly stairwell: string;
	readonly flat: string;
}

export interface Town {
	readonly properties: readonly Property[];
	readonly tenants: readonly Tenant[];
}

/** Houses and who lives in them, for so many tickets: a larger log is of a larger landlord. */
export function townFor(tickets: number, chance: Chance): Town {
	const houses = Math.ceil(Math.max(12, tickets / 500));
	const properties = Array.from({ length: houses }, (_, i) =>
		property(i, chance),
	);
	const tenants = Array.from(
		{ length: Math.ceil(Math.max(60, tickets / 25)) },
		(_, i) => tenant(i, chance.one(properties), chance),
	);
	return { properties, tenants };
}

function property(i: number, chance: Chance): Property {
	const stairs = 1 + chance.below(5);
	const isSwedish = chance.happens(0.15);
	const street = isSwedish
		? `${chance.one(swedishStems)}${chance.one(["vägen", "gatan", "gränden", "stigen"])}`
		: `${chance.one(finnishStems)}${chance.one(["tie", "katu", "kuja", "polku", "rinne", "kaari"])}`;
	return {
		id: chance.uuid(),
		key: `K-${String(i + 1).padStart(5, "0")}`,
		address: `${street} ${1 + chance.below(60)}`,
		area: chance.one(areas),
		stairwells: Array.from({ length: stairs }, (_, stair) =>
			String.fromCharCode(65 + stair),
		),
		serviceClass: chance.weighed({ standard: 80, quick: 12, sheltered: 8 }),
	};
}

function tenant(i: number, home: Property, chance: Chance): Tenant {
	const language = chance.weighed({ fi: 78, sv: 16, en: 6 });
	const isSwedish = language === "sv";
	const first = chance.one(isSwedish ? swedishFirst : finnishFirst);
	const last = chance.one(isSwedish ? swedishLast : finnishLast);
	const operator = chance.one(["40", "44", "45", "50", "41", "46"]);
	return {
		id: chance.uuid(),
		name: `${first} ${last}`,
		// Each once: the digits of the place in the list, scattered over all that there are.
		number: `+358${operator}${String((i * 7_368_787 + 1_000_003) % 10_000_000).padStart(7, "0")}`,
		language,
		property: home,
		stairwell: chance.one(home.stairwells),
		flat: String(1 + chance.below(60)),
	};
}

const finnishStems =
	"Kivipari Myllypuro Koivu Kuusi Mänty Haapa Pihlaja Tammi Vaahtera Lehti Metsä Niitty Pelto Ranta Saari Järvi Joki Puro Lähde Kallio Harju Mäki Laakso Suo Korpi Kangas Hiekka Savi Kivi Rauta Hopea Kulta Tähti Kuu Aurinko Tuuli Pilvi Sade Lumi Halla Kevät Kesä Syys Talvi Karhu Hirvi Jänis Kettu Orava Kotka Kurki Joutsen Pääsky Kiuru Mustikka Puolukka Vadelma Kanerva Sammal Kielo Orvokki Leinikki Apila Myllärin Sepän Suutarin Räätälin Kauppa Koulu Kirkko Asema Satama Silta Torni Portti Linna Kartano Pappila Tori".split(
		" ",
	);
const swedishStems =
	"Björk Gran Tall Ek Lönn Ask Alm Lind Äng Åker Strand Ö Sjö Å Bäck Käll Berg Ås Back Dal Mosse Sand Ler Sten Järn Silver Guld Stjärn Mån Sol Vind Snö Vår Sommar Höst Vinter Björn Älg Hare Räv Örn Svan Svale Blåbärs Lingon Hallon Ljung Kvarn Smeds Skomakar Handels Skol Kyrk Stations Hamn Bro Torn Slotts Herrgårds".split(
		" ",
	);
const areas =
	"Myllypuro Kontula Mellunmäki Vuosaari Herttoniemi Malmi Tapanila Pukinmäki Maunula Kannelmäki Malminkartano Konala Munkkivuori Haaga Käpylä Arabianranta Roihuvuori Laajasalo Jakomäki Puistola".split(
		" ",
	);
const finnishFirst =
	"Aino Maria Helena Johanna Anneli Kaarina Marjatta Anna Liisa Sofia Emilia Hannele Kristiina Elina Tuulikki Päivi Sari Minna Tiina Hanna Juhani Johannes Mikael Matti Tapani Olavi Antero Tapio Kalevi Pekka Ilmari Petteri Antti Timo Jari Markku Hannu Kari Heikki Mika Ville Jukka Sami Eero Onni Veikko Toivo Eino Ahmed Fatima Olga Sergei Thuy Maryam".split(
		" ",
	);
const finnishLast =
	"Korhonen Virtanen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen Lehtinen Saarinen Salminen Heinonen Niemi Heikkilä Salonen Kinnunen Turunen Laitinen Tuominen Salo Rantanen Karjalainen Jokinen Mattila Savolainen Lahtinen Ahonen Ojala Leppänen Hiltunen Väisänen Kallio Leinonen Pitkänen Aaltonen Manninen Koivisto Anttila Hakala Laaksonen Hirvonen Räsänen Lindholm Lehto Aalto Toivonen Mustonen Rautio Peltonen Moilanen Miettinen Pulkkinen Kettunen Kokkonen Seppälä Laakso Pesonen Halonen Vainio Partanen Ali Hassan Mohamed Ivanova Petrov Nguyen".split(
		" ",
	);
const swedishFirst =
	"Karin Kristina Elisabeth Margareta Birgitta Eva Ulla Gunilla Carola Camilla Linda Jessica Ida Ebba Astrid Erik Karl Johan Anders Lars Nils Gustav Henrik Kaj Bo Stefan Fredrik Magnus Mats Kim Oskar Axel Viktor".split(
		" ",
	);
const swedishLast =
	"Johansson Nyman Lindholm Karlsson Andersson Lindström Lindqvist Eriksson Lindberg Nyberg Holmberg Söderholm Backman Sundström Björklund Forsström Wikström Ekholm Grönlund Sjöberg Österman Blomqvist Enqvist Fagerström Häggblom Sandell Rönnqvist Åkerblom".split(
		" ",
	);
