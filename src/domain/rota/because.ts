/** The reasons of answers, each with its sentence in every language. */
import type { Sentence } from "../language.ts";
import type { Because, BecauseKind } from "./answer.ts";
import type { LocalTime } from "./rota.ts";

/** A reason whose sentence is put together only when somebody reads it. */
export function because(
	kind: BecauseKind,
	where: string | null,
	say: () => Sentence,
): Because {
	let said: Sentence | undefined;
	return {
		kind,
		...(where !== null && { where }),
		get says() {
			said ??= say();
			return said;
		},
	};
}

/** A text somebody wrote in one language, the same in all. */
export function asWritten(text: string): Sentence {
	return { fi: text, sv: text, en: text };
}

/** Finnish writes the time of day with a full stop and no leading zero: 8.00. */
function finnishTime(time: LocalTime): string {
	return time.replace(/^0(?=\d)/, "").replace(":", ".");
}

export function openByWindow(
	where: string,
	start: LocalTime,
	end: LocalTime,
): Because {
	return because("window", where, () => ({
		fi: `Toimisto on auki: aukioloaika on ${finnishTime(start)}–${finnishTime(end)}.`,
		sv: `Kontoret är öppet: öppettiden är ${start}–${end}.`,
		en: `The office is open: its hours are ${start}–${end}.`,
	}));
}

export function outsideHours(): Because {
	return because("outside-hours", "hours", () => ({
		fi: "Toimisto on kiinni: nyt ei ole aukioloaika.",
		sv: "Kontoret är stängt utanför öppettiderna.",
		en: "The office is closed outside its hours.",
	}));
}

export function closedByHoliday(
	kind: "holiday" | "eve",
	where: string,
	name: Sentence,
): Because {
	return because(kind, where, () => ({
		fi: `Toimisto on kiinni: ${name.fi}.`,
		sv: `Kontoret är stängt: ${name.sv}.`,
		en: `The office is closed: ${name.en}.`,
	}));
}

export function closedBySpecial(where: string, why?: string): Because {
	const reason = why ? `: ${why}` : "";
	return because("special", where, () => ({
		fi: `Toimisto on poikkeuksellisesti kiinni${reason}.`,
		sv: `Kontoret är undantagsvis stängt${reason}.`,
		en: `The office is closed by way of exception${reason}.`,
	}));
}

export function openBySpecial(
	where: string,
	start: LocalTime,
	end: LocalTime,
	why?: string,
): Because {
	const reason = why ? ` (${why})` : "";
	return because("special", where, () => ({
		fi: `Toimisto on auki: poikkeava aukioloaika on ${finnishTime(start)}–${finnishTime(end)}${reason}.`,
		sv: `Kontoret är öppet: den avvikande öppettiden är ${start}–${end}${reason}.`,
		en: `The office is open: its special hours are ${start}–${end}${reason}.`,
	}));
}

export function holdsByLayer(
	kind: "rotation" | "shifts" | "calendar",
	where: string,
	name: string,
): Because {
	return because(kind, where, () => {
		if (kind === "rotation")
			return {
				fi: `${name} on vuorossa kierron mukaan.`,
				sv: `${name} har jouren enligt rotationen.`,
				en: `${name} has the turn in the rotation.`,
			};
		if (kind === "shifts")
			return {
				fi: `${name} on vuorossa päivystyslistaan kirjatun vuoron mukaan.`,
				sv: `${name} har jouren enligt ett pass i jourschemat.`,
				en: `${name} has a shift written in the rota.`,
			};
		return {
			fi: `${name} on vuorossa kalenterin mukaan.`,
			sv: `${name} har jouren enligt kalendern.`,
			en: `${name} is on duty by the calendar.`,
		};
	});
}

export function holdsByOverride(
	where: string,
	name: string,
	instead?: string,
	why?: string,
): Because {
	return because("override", where, () => ({
		fi: `${instead ? `${name} päivystää poikkeuksen mukaan; muuten vuorossa olisi ${instead}.` : `${name} päivystää poikkeuksen mukaan.`}${why ? ` Syy: ${why}.` : ""}`,
		sv: `${name} har jouren enligt en avvikelse${instead ? ` i stället för ${instead}` : ""}.${why ? ` Orsak: ${why}.` : ""}`,
		en: `${name} is on duty by an override${instead ? ` instead of ${instead}` : ""}.${why ? ` Reason: ${why}.` : ""}`,
	}));
}

export function gapOnPurpose(where: string, why?: string): Because {
	const reason = why ? `: ${why}` : "";
	return because("intended-gap", where, () => ({
		fi: `Kukaan ei ole vuorossa, ja niin on tarkoitus${reason}.`,
		sv: `Ingen har jouren, och det är meningen${reason}.`,
		en: `Nobody is on duty, on purpose${reason}.`,
	}));
}

export function gap(where: string): Because {
	return because("gap", where, () => ({
		fi: "Kukaan ei ole vuorossa: päivystyslistassa on aukko.",
		sv: "Ingen har jouren: det finns en lucka i jourschemat.",
		en: "Nobody is on duty: the rota has a gap here.",
	}));
}
