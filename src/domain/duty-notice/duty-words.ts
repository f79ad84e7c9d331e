/** Duties by the names that people know them by. */
import type { Language, Sentence } from "../language.ts";
import type { DutyName } from "../rota/rota.ts";

/** The duty as the subject or object of a short sentence: `päivystys`, `jouren`, `the backup duty`. */
export function dutyText(duty: DutyName, language: Language): string {
	const known = Object.hasOwn(names, duty) ? names[duty] : undefined;
	return (known ?? named(duty))[language];
}

const names: Readonly<Record<DutyName, Sentence>> = {
	technician: { fi: "päivystys", sv: "jouren", en: "the duty" },
	backup: { fi: "varapäivystys", sv: "reservjouren", en: "the backup duty" },
};

function named(duty: DutyName): Sentence {
	return {
		fi: `päivystys (${duty})`,
		sv: `jouren (${duty})`,
		en: `the duty (${duty})`,
	};
}
