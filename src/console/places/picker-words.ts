import { areaWords } from "../area-words.ts";

const en = {
	place: "Place",
	placeholder: "Address, tenant or phone number",
	address: "Address",
	nothing: "Nothing fits. Try a shorter part of the address.",
	clear: "Take the place away",
	stairwell: "Stairwell",
	flat: "Flat",
	tenant: "Tenant",
	unknown: "Not known",
	any: "All",
};

const fi: typeof en = {
	place: "Paikka",
	placeholder: "Osoite, asukas tai puhelinnumero",
	address: "Osoite",
	nothing: "Mikään ei sovi. Kokeile lyhyempää osaa osoitteesta.",
	clear: "Poista paikka",
	stairwell: "Rappu",
	flat: "Huoneisto",
	tenant: "Asukas",
	unknown: "Ei tiedossa",
	any: "Kaikki",
};

const sv: typeof en = {
	place: "Plats",
	placeholder: "Adress, hyresgäst eller telefonnummer",
	address: "Adress",
	nothing: "Inget passar. Prova med en kortare del av adressen.",
	clear: "Ta bort platsen",
	stairwell: "Trappuppgång",
	flat: "Lägenhet",
	tenant: "Hyresgäst",
	unknown: "Okänt",
	any: "Alla",
};

export const usePickerWords = areaWords("place-picker", { fi, sv, en });
