import type { Sentence } from "../../domain/language.ts";

export function noSuchRota(line: string): Sentence {
	return {
		fi: `Linjalla ${line} ei ole julkaistua päivystyslistaa. Tarkista linjan tunnus tai julkaise lista.`,
		sv: `Linjen ${line} har inget publicerat jourschema. Kontrollera linjens id eller publicera ett schema.`,
		en: `The line ${line} has no published rota. Check the line's id, or publish a rota.`,
	};
}

export function noSuchVersion(line: string, version: number): Sentence {
	return {
		fi: `Linjan ${line} päivystyslistasta ei ole versiota ${version}.`,
		sv: `Linjen ${line} har ingen version ${version} av jourschemat.`,
		en: `The rota of ${line} has no version ${version}.`,
	};
}

export function otherLine(line: string): Sentence {
	return {
		fi: `Tämä päivystyslista on toisen linjan. Kirjoita \`line: ${line}\`.`,
		sv: `Jourschemat hör till en annan linje. Skriv \`line: ${line}\`.`,
		en: `This rota is of another line. Write \`line: ${line}\`.`,
	};
}

export function publishedMeanwhile(newest: number): Sentence {
	return {
		fi: `Joku julkaisi välillä version ${newest}. Katso, mitä siinä muuttui, ja yhdistä omat muutoksesi siihen.`,
		sv: `Någon publicerade version ${newest} under tiden. Se vad som ändrades och slå ihop dina ändringar med den.`,
		en: `Somebody published version ${newest} meanwhile. Look at what changed, and merge your changes with it.`,
	};
}

export const rotaRefusals = {
	unreadable: {
		fi: "Päivystyslistaa ei voitu lukea; `problems` kertoo jokaisen kohdan ja korjauksen.",
		sv: "Jourschemat gick inte att läsa; `problems` nämner varje ställe och hur det rättas.",
		en: "The rota could not be read; `problems` names each place and its fix.",
	},
	hasErrors: {
		fi: "Päivystyslistassa on virheitä, joten sitä ei julkaistu. Korjaa ne ensin; `problems` luettelee ne.",
		sv: "Jourschemat innehåller fel och publicerades inte. Rätta dem först; `problems` räknar upp dem.",
		en: "The rota has errors, so it was not published. Correct them first; `problems` lists them.",
	},
	needsReason: {
		fi: "Päivystyslistassa on huomattavaa, joten sitä ei julkaistu. Hyväksy jokainen varoitus perustelun kanssa tai korjaa se; `problems` luettelee ne.",
		sv: "Jourschemat har varningar och publicerades inte. Godkänn varje varning med en motivering eller rätta den; `problems` räknar upp dem.",
		en: "The rota has warnings, so it was not published. Accept each with a reason, or mend it; `problems` lists them.",
	},
	savedElsewhere: {
		fi: "Luonnosta on muutettu toisessa välilehdessä tai toisella koneella. Lataa se uudelleen, jotta kumpikaan muutos ei katoa.",
		sv: "Utkastet har ändrats i en annan flik eller på en annan dator. Ladda om det, så att ingen ändring går förlorad.",
		en: "The draft was changed in another tab or on another machine. Load it again, so that neither change is lost.",
	},
	noDraft: {
		fi: "Luonnosta ei ole.",
		sv: "Det finns inget utkast.",
		en: "There is no draft.",
	},
	noSuchOverride: {
		fi: "Poikkeusta ei ole. Joku on ehkä jo poistanut sen; katso uusin versio.",
		sv: "Avvikelsen finns inte. Någon har kanske redan tagit bort den; se den senaste versionen.",
		en: "There is no such override. Somebody may have removed it already; look at the newest version.",
	},
} satisfies Record<string, Sentence>;
