/** What the values of an entry's fields say; what is no word of the service stays as it is. */
import { type Language, languages } from "../language.ts";
import { statusWords } from "../ticket/log-sheet.ts";
import { urgencies } from "../ticket/ticket.ts";
import { urgencyWord } from "../ticket/urgency-words.ts";
import { kindInField, type NamedKind } from "./named-things.ts";

/** What only whoever shows it knows. */
export interface Known {
	/** An instant, on whichever wall clock. */
	instant(at: Date): string;
	/** What a thing is called now; undefined where it is gone. */
	name(kind: NamedKind, id: string): string | undefined;
}

/** A value beside its field's path. */
export function valueInWords(
	{ field, value }: { readonly field: string; readonly value: string },
	language: Language,
	{ instant, name }: Known,
): string {
	if (isoInstant.test(value)) return instant(new Date(value));
	if (/^ref:/.test(value))
		return value.replace(
			/ref:([0-9a-f]{4})[0-9a-f]*/g,
			`${inLanguage(notShown, language)} ($1)`,
		);
	if (field === "status" && Object.hasOwn(statusWords, value))
		return statusWords[value as keyof typeof statusWords][language];
	const urgency = urgencies.find((each) => each === value);
	if (field === "urgency" && urgency) return urgencyWord(urgency, language);
	const kind = kindInField(field);
	const named = kind && name(kind, value);
	if (named) return named;
	if (value === "true") return inLanguage(yes, language);
	if (value === "false") return inLanguage(no, language);
	const own = words[`${field.slice(field.lastIndexOf(".") + 1)} ${value}`];
	return own ? inLanguage(own, language) : value;
}

/** In the order of the languages: Finnish, Swedish, English. */
type Words = readonly [string, string, string];

function inLanguage(words: Words, language: Language): string {
	return words[languages.indexOf(language)] ?? words[0];
}

const yes: Words = ["kyllä", "ja", "yes"];
const no: Words = ["ei", "nej", "no"];

/** Something personal is not in the log, which is for ever, but its mark is: the same mark means the same. */
const notShown: Words = ["ei näytetä", "visas inte", "not shown"];

/** By the last name of the field's path and the value. */
const words: Readonly<Record<string, Words>> = {
	"all others": ["muut kuin tämä", "andra än denna", "all but this one"],
	"by password": ["salasana", "lösenord", "password"],
	"by password and code": [
		"salasana ja koodi",
		"lösenord och kod",
		"password and code",
	],
	"by password and recovery code": [
		"salasana ja varakoodi",
		"lösenord och reservkod",
		"password and recovery code",
	],
	"by provider": ["tunnistuspalvelu", "legitimering", "identity provider"],
	"by link": ["kirjautumislinkki", "inloggningslänk", "sign-in link"],
	"by invitation": ["kutsu", "inbjudan", "invitation"],
	"by demo": ["esittely", "demonstration", "demonstration"],
	"channel sms": ["tekstiviesti", "sms", "text message"],
	"channel email": ["sähköposti", "e-post", "e-mail"],
	"format xlsx": ["Excel", "Excel", "Excel"],
	"kind rings": ["soi näille", "det ringer hos", "these are rung"],
	"kind office": ["toimiston tila", "kontorets läge", "the office's state"],
	"kind covered": ["joku päivystää", "någon har jour", "somebody is on duty"],
	"language fi": ["suomi", "finska", "Finnish"],
	"language sv": ["ruotsi", "svenska", "Swedish"],
	"language en": ["englanti", "engelska", "English"],
	"outcome talked": ["puhuttiin", "samtal", "talked"],
	"outcome tenant-busy": ["varattu", "upptaget", "busy"],
	"outcome tenant-no-answer": ["ei vastattu", "inget svar", "no answer"],
	"outcome tenant-unreachable": [
		"ei tavoitettu",
		"gick inte att nå",
		"not reached",
	],
	"outcome not-taken": [
		"oma puhelin jäi vastaamatta",
		"egen telefon besvarades inte",
		"own phone not picked up",
	],
	"outcome hung-up": ["soittaja lopetti", "den som ringde lade på", "hung up"],
	"outcome failed": ["ei mennyt läpi", "kom inte fram", "did not go through"],
	"role technician": ["huoltomies", "tekniker", "technician"],
	"role office": ["toimisto", "kontor", "office"],
	"role planner": ["suunnittelija", "planerare", "planner"],
	"role manager": ["päällikkö", "chef", "manager"],
	"role admin": ["ylläpitäjä", "administratör", "admin"],
	"state asked": ["kysytty", "tillfrågad", "asked"],
	"state awaiting-approval": [
		"odottaa hyväksyntää",
		"väntar på godkännande",
		"waits for approval",
	],
	"state confirmed": ["vahvistettu", "bekräftad", "confirmed"],
	"state declined": ["ei voi", "kan inte", "said no"],
	"state died": ["rauennut", "föll bort", "fell away"],
	"state done": ["tehty", "klar", "done"],
	"state expired": ["vanhentunut", "gick ut", "expired"],
	"state offered": ["tarjottu", "erbjuden", "offered"],
	"state refused": ["ei hyväksytty", "inte godkänd", "not approved"],
	"state unanswered": ["ei vastausta", "inget svar", "no answer"],
	"state undone": ["purettu", "upphävd", "undone"],
	"state withdrawn": ["peruttu", "tillbakadragen", "withdrawn"],
	"weekday 1": ["maanantai", "måndag", "Monday"],
	"weekday 2": ["tiistai", "tisdag", "Tuesday"],
	"weekday 3": ["keskiviikko", "onsdag", "Wednesday"],
	"weekday 4": ["torstai", "torsdag", "Thursday"],
	"weekday 5": ["perjantai", "fredag", "Friday"],
	"weekday 6": ["lauantai", "lördag", "Saturday"],
	"weekday 7": ["sunnuntai", "söndag", "Sunday"],
};

/** To the second at least, with where it is; a day stays a day. */
const isoInstant =
	/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d(?::?\d\d)?)$/;
