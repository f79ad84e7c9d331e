/** What is said of swaps: why one died, why something about one cannot be done. */
import type { Sentence } from "../language.ts";

export type Death = "left" | "removed" | "gone" | "taker-cannot";

/** Why a swap died of a change of the rota; the name is whose shift, or who. */
export function deathInWords(because: Death, name: string): Sentence {
	return deaths[because](name);
}

const deaths: Readonly<Record<Death, (name: string) => Sentence>> = {
	left: (name) => ({
		fi: `${name} ei ole enää päivystyslistalla.`,
		sv: `${name} finns inte längre i jourschemat.`,
		en: `${name} is no longer on the rota.`,
	}),
	removed: () => ({
		fi: "Vuoronvaihto poistettiin päivystyslistalta.",
		sv: "Passbytet togs bort ur jourschemat.",
		en: "The swap was taken out of the rota.",
	}),
	gone: (name) => ({
		fi: `Vuoro ei ole enää: ${name} ei ole silloin vuorossa uudella listalla.`,
		sv: `Passet finns inte längre: ${name} har inte jouren då i det nya schemat.`,
		en: `The shift is gone: ${name} no longer has it in the new rota.`,
	}),
	"taker-cannot": (name) => ({
		fi: `Vuoro siirtyi, eikä se sovi uuteen aikaan: ${name} on silloin poissa tai muussa vuorossa.`,
		sv: `Passet flyttades till en tid som inte går: ${name} är då borta eller har en annan jour.`,
		en: `The shift moved to a time that does not work: ${name} is away then, or has another duty.`,
	}),
};

/** The same, from the English words that are on record; null for what is none of these. */
export function deathAsWritten(words: string): Sentence | null {
	const mark = "\n";
	for (const each of Object.values(deaths)) {
		const [start = "", end] = each(mark).en.split(mark);
		if (end === undefined ? words === start : isBetween(words, start, end))
			return each(
				end === undefined
					? ""
					: words.slice(start.length, words.length - end.length),
			);
	}
	return null;
}

function isBetween(words: string, start: string, end: string): boolean {
	return (
		words.length > start.length + end.length &&
		words.startsWith(start) &&
		words.endsWith(end)
	);
}

/** Why something about a swap or an absence is refused. */
export type SwapRefusal =
	| "no-such-swap"
	| "no-such-line"
	| "no-such-duty"
	| "no-such-person"
	| "nobody-of-yours"
	| "not-yours"
	| "absence-of-another"
	| "not-held"
	| "past"
	| "no-span"
	| "already-offered"
	| "over"
	| "taken-meanwhile"
	| "changed-meanwhile"
	| "own-shift"
	| "asked-somebody-else"
	| "return-needs-colleague"
	| "return-not-held"
	| "absent"
	| "double-booked"
	| "giver-absent"
	| "giver-double-booked"
	| "not-awaiting"
	| "not-done"
	| "begun"
	| "rota-in-error"
	| "no-such-absence"
	| "overlaps-return"
	| "too-many";

export function refusalInWords(because: SwapRefusal): Sentence {
	return refusals[because];
}

const refusals: Readonly<Record<SwapRefusal, Sentence>> = {
	"no-such-swap": {
		fi: "Vuoronvaihtoa ei ole. Se on ehkä poistettu; katso luettelo uudelleen.",
		sv: "Passbytet finns inte. Se listan på nytt.",
		en: "There is no such swap. Look at the list again.",
	},
	"no-such-line": {
		fi: "Vikanumeroa ei ole, tai sillä ei ole vielä julkaistua päivystyslistaa.",
		sv: "Numret finns inte, eller har ännu inget publicerat jourschema.",
		en: "There is no such line, or it has no published rota yet.",
	},
	"no-such-duty": {
		fi: "Päivystyslistalla ei ole tällaista päivystystä.",
		sv: "Jourschemat har ingen sådan jour.",
		en: "The rota has no such duty.",
	},
	"no-such-person": {
		fi: "Henkilö ei ole päivystyslistalla.",
		sv: "Personen finns inte i jourschemat.",
		en: "That person is not on the rota.",
	},
	"nobody-of-yours": {
		fi: "Tilisi sähköpostiosoite ei ole kenenkään päivystyslistalla olevan. Pyydä suunnittelijaa lisäämään osoitteesi listaan.",
		sv: "Ingen i jourschemat har ditt kontos e-postadress. Be en planerare lägga in din adress.",
		en: "Nobody on the rota has your account's e-mail address. Ask a planner to add your address to the rota.",
	},
	"not-yours": {
		fi: "Tämän voi tehdä vain vaihdon osapuoli tai suunnittelija.",
		sv: "Det här kan bara den som bytet gäller eller en planerare göra.",
		en: "Only the people of the swap or a planner can do this.",
	},
	"absence-of-another": {
		fi: "Voit merkitä vain omia poissaolojasi. Pyydä toimistoa merkitsemään muiden.",
		sv: "Du kan bara anteckna din egen frånvaro. Be kontoret anteckna andras.",
		en: "You can only enter your own absences. Ask the office to enter those of others.",
	},
	"not-held": {
		fi: "Vuoro ei ole antajan koko tältä ajalta. Katso päivystyslista ja tarkista ajat.",
		sv: "Passet är inte givarens under hela tiden. Se jourschemat och kontrollera tiderna.",
		en: "The giver does not have the duty for all of that time. Look at the rota and check the times.",
	},
	past: {
		fi: "Vuoro on jo ohi. Vain tulevan tai meneillään olevan vuoron voi vaihtaa.",
		sv: "Passet är redan över. Bara kommande eller pågående pass kan bytas.",
		en: "The shift is already over. Only shifts to come, or what is left of one, can be swapped.",
	},
	"no-span": {
		fi: "Vuoron lopun pitää olla alun jälkeen.",
		sv: "Passet måste sluta efter att det börjar.",
		en: "The end must come after the start.",
	},
	"already-offered": {
		fi: "Vuoro tai sen osa on jo tarjolla. Peru ensin edellinen tarjous.",
		sv: "Passet eller en del av det är redan erbjudet. Ta först tillbaka det erbjudandet.",
		en: "The shift, or a part of it, is already on offer. Withdraw that offer first.",
	},
	over: {
		fi: "Vaihto ei ole enää auki.",
		sv: "Bytet är inte längre öppet.",
		en: "The swap is no longer open.",
	},
	"taken-meanwhile": {
		fi: "Joku ehti jo ottaa vuoron.",
		sv: "Någon hann ta passet före dig.",
		en: "Somebody else was quicker and has taken the shift.",
	},
	"changed-meanwhile": {
		fi: "Vaihto muuttui juuri. Katso se uudelleen ja päätä sitten.",
		sv: "Bytet ändrades just. Titta på det igen och bestäm sedan.",
		en: "The swap has just changed. Look at it again and then decide.",
	},
	"own-shift": {
		fi: "Omaa vuoroa ei voi ottaa itse.",
		sv: "Man kan inte ta sitt eget pass.",
		en: "Nobody can take their own shift.",
	},
	"asked-somebody-else": {
		fi: "Vuoroa kysyttiin toiselta henkilöltä.",
		sv: "Någon annan har fått frågan.",
		en: "Somebody else was asked.",
	},
	"return-needs-colleague": {
		fi: "Vastavuoron voi pyytää vain tietyltä työtoverilta.",
		sv: "Ett pass i utbyte kan bara begäras av en bestämd kollega.",
		en: "A shift in return can only be asked of one colleague.",
	},
	"return-not-held": {
		fi: "Vastavuoro ei ole työtoverin koko tältä ajalta.",
		sv: "Passet i utbyte är inte kollegans under hela tiden.",
		en: "The colleague does not have the shift in return for all of that time.",
	},
	absent: {
		fi: "Ottaja on silloin poissa. Valitse joku muu tai poista poissaolo.",
		sv: "Den som skulle ta passet är borta då. Välj någon annan eller ta bort frånvaron.",
		en: "The taker is away then. Choose somebody else, or remove the absence.",
	},
	"double-booked": {
		fi: "Ottajalla on silloin jo toinen päivystys. Valitse joku muu.",
		sv: "Den som skulle ta passet har redan en annan jour då. Välj någon annan.",
		en: "The taker already has another duty then. Choose somebody else.",
	},
	"giver-absent": {
		fi: "Antaja on poissa vastavuoron aikana.",
		sv: "Givaren är borta under passet i utbyte.",
		en: "The giver is away during the shift in return.",
	},
	"giver-double-booked": {
		fi: "Antajalla on vastavuoron aikana jo toinen päivystys.",
		sv: "Givaren har redan en annan jour under passet i utbyte.",
		en: "The giver already has another duty during the shift in return.",
	},
	"overlaps-return": {
		fi: "Vuoro ja vastavuoro menevät päällekkäin.",
		sv: "Passet och passet i utbyte överlappar varandra.",
		en: "The shift and the one in return overlap.",
	},
	"not-awaiting": {
		fi: "Vaihto ei odota hyväksyntää.",
		sv: "Bytet väntar inte på godkännande.",
		en: "The swap does not wait for approval.",
	},
	"not-done": {
		fi: "Vain voimassa olevan vaihdon voi kumota.",
		sv: "Bara ett genomfört byte kan ångras.",
		en: "Only a swap that is done can be undone.",
	},
	begun: {
		fi: "Vaihdettu vuoro on jo alkanut. Muuta loppuosaa päivystyslistalla poikkeuksella.",
		sv: "Det bytta passet har redan börjat. Ändra resten i jourschemat med en avvikelse.",
		en: "The swapped shift has begun. Change what is left of it with an override on the rota.",
	},
	"rota-in-error": {
		fi: "Päivystyslistassa on virhe, joten siihen ei voi tehdä vaihtoja. Pyydä suunnittelijaa korjaamaan se.",
		sv: "Det finns ett fel i jourschemat, så det går inte att byta pass. Be en planerare rätta det.",
		en: "The rota has an error, so nothing can be swapped. Ask a planner to correct it.",
	},
	"no-such-absence": {
		fi: "Poissaoloa ei ole, tai se on jo poistettu.",
		sv: "Frånvaron finns inte, eller är redan borttagen.",
		en: "There is no such absence, or it has already been removed.",
	},
	"too-many": {
		fi: "Vaihtoja on avoinna jo paljon. Peru joku niistä ensin.",
		sv: "Det finns redan många öppna byten. Ta tillbaka något av dem först.",
		en: "There are already many open swaps. Withdraw one of them first.",
	},
};
