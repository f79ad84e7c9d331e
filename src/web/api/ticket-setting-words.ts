import type { ChangedServiceClass } from "../../actions/change-service-class.ts";
import type { ChangedSubject } from "../../actions/change-subject.ts";
import type { RemovedServiceClass } from "../../actions/remove-service-class.ts";
import type { Language, Sentence } from "../../domain/language.ts";
import { deepestSubject } from "../../domain/ticket/subjects.ts";

type Refused<Result extends { readonly kind: string }> = Extract<
	Result,
	{ readonly because: unknown }
>["because"];

export type SubjectRefusal = Refused<ChangedSubject>;
export type ServiceClassRefusal = Refused<ChangedServiceClass>;

/** Why a subject is not changed so, and what to do. */
export function subjectSentence(because: SubjectRefusal): Sentence {
	if (because.kind === "same-name")
		return because.isRetired
			? nameRetired(because.name)
			: nameTaken(because.name, because.language);
	return subjectSentences[because.kind];
}

/** Why a service class is not changed so, and what to do. */
export function serviceClassSentence(because: ServiceClassRefusal): Sentence {
	if (because.kind === "same-name")
		return nameTaken(because.name, because.language);
	return serviceClassSentences[because.kind];
}

const changedMeanwhile: Sentence = {
	fi: "Joku muu muutti tätä juuri. Katso, millainen se on nyt, ja tee muutoksesi uudelleen.",
	sv: "Någon annan ändrade det här nyss. Se hur det är nu och gör din ändring igen.",
	en: "Somebody else changed this just now. Look at it as it is, and make your change again.",
};

const subjectSentences: Readonly<
	Record<Exclude<SubjectRefusal["kind"], "same-name">, Sentence>
> = {
	"changed-meanwhile": changedMeanwhile,
	"no-such-subject": {
		fi: "Aihetta ei ole. Lataa sivu uudelleen.",
		sv: "Ämnet finns inte. Ladda om sidan.",
		en: "There is no such subject. Load the page again.",
	},
	"no-such-parent": {
		fi: "Yläaihetta ei ole. Valitse toinen.",
		sv: "Det överordnade ämnet finns inte. Välj ett annat.",
		en: "There is no such subject to put it under. Choose another.",
	},
	"retired-parent": {
		fi: "Yläaihe on poistettu käytöstä. Ota se ensin takaisin käyttöön tai valitse toinen.",
		sv: "Det överordnade ämnet används inte längre. Ta det i bruk igen först, eller välj ett annat.",
		en: "The subject above it is retired. Bring that one back first, or choose another.",
	},
	cycle: {
		fi: "Aihe ei voi olla itsensä alla. Valitse toinen yläaihe.",
		sv: "Ett ämne kan inte ligga under sig självt. Välj ett annat överordnat ämne.",
		en: "A subject cannot be under itself. Choose another one to put it under.",
	},
	"too-deep": {
		fi: `Aiheita voi olla enintään ${deepestSubject} sisäkkäin. Valitse ylempi paikka.`,
		sv: `Ämnen kan ligga i högst ${deepestSubject} nivåer. Välj en plats högre upp.`,
		en: `Subjects can be at most ${deepestSubject} levels deep. Choose a place higher up.`,
	},
};

const serviceClassSentences: Readonly<
	Record<Exclude<ServiceClassRefusal["kind"], "same-name">, Sentence>
> = {
	"changed-meanwhile": changedMeanwhile,
	"no-such-class": {
		fi: "Palveluluokkaa ei ole. Lataa sivu uudelleen.",
		sv: "Serviceklassen finns inte. Ladda om sidan.",
		en: "There is no such service class. Load the page again.",
	},
	"out-of-order": {
		fi: "Kiireellisemmän määräaika ei voi olla pidempi kuin vähemmän kiireellisen. Järjestä ajat lyhimmästä pisimpään.",
		sv: "Det som är mer brådskande kan inte få längre tid än det som är mindre brådskande. Ordna tiderna från kortast till längst.",
		en: "What is more urgent cannot have longer than what is less urgent. Put the times in order, the shortest first.",
	},
};

/** Why a service class is not removed. */
export const removalSentences: Readonly<
	Record<Refused<RemovedServiceClass>, Sentence>
> = {
	"changed-meanwhile": changedMeanwhile,
	"no-such-class": serviceClassSentences["no-such-class"],
	"in-use": {
		fi: "Palveluluokka on kohteiden käytössä. Anna kohteille ensin toinen luokka.",
		sv: "Serviceklassen används av fastigheter. Ge dem en annan klass först.",
		en: "Properties use this service class. Give them another one first.",
	},
	"last-one": {
		fi: "Tämä on viimeinen palveluluokka, ja yksi tarvitaan. Muuta tätä tai lisää ensin toinen.",
		sv: "Det här är den sista serviceklassen, och en behövs. Ändra den, eller lägg först till en annan.",
		en: "This is the last service class, and one is needed. Change this one, or add another first.",
	},
};

const languageNames: Readonly<Record<Language, Sentence>> = {
	fi: { fi: "suomeksi", sv: "på finska", en: "in Finnish" },
	sv: { fi: "ruotsiksi", sv: "på svenska", en: "in Swedish" },
	en: { fi: "englanniksi", sv: "på engelska", en: "in English" },
};

function nameTaken(name: string, language: Language): Sentence {
	const which = languageNames[language];
	return {
		fi: `Toinen on jo nimeltään ”${name}” ${which.fi}. Anna eri nimi.`,
		sv: `Ett annat heter redan ”${name}” ${which.sv}. Ge ett annat namn.`,
		en: `Another one is called “${name}” ${which.en} already. Give it a different name.`,
	};
}

function nameRetired(name: string): Sentence {
	return {
		fi: `Käytöstä poistettu aihe on jo nimeltään ”${name}”. Ota se takaisin käyttöön tai anna eri nimi.`,
		sv: `Ett ämne som inte används längre heter redan ”${name}”. Ta det i bruk igen, eller ge ett annat namn.`,
		en: `A retired subject is called “${name}” already. Bring that one back, or give this one a different name.`,
	};
}
