/** Which passwords serve: long ones that nobody would try first (NIST SP 800-63B, 5.1.1.2: length, no rules of composition). */

export const shortestPassword = 12;
export const longestPassword = 256;

export type PasswordProblem =
	| "too-short"
	| "too-long"
	| "too-common"
	| "names-you";

/** The same characters typed on another keyboard are the same password. */
export function normalPassword(password: string): string {
	return password.normalize("NFKC");
}

/** null when it serves. Counted in characters, not in bytes. */
export function problemWithPassword(
	password: string,
	person: { readonly email: string; readonly name: string },
): PasswordProblem | null {
	const characters = [...normalPassword(password)];
	if (characters.length < shortestPassword) return "too-short";
	if (characters.length > longestPassword) return "too-long";
	const plain = plainOf(password);
	if (namesPerson(plain, person)) return "names-you";
	return isCommon(plain) ? "too-common" : null;
}

/** Whether nothing much is left once the person's own names are taken out. */
function namesPerson(
	plain: string,
	{ email, name }: { readonly email: string; readonly name: string },
): boolean {
	const names = [email, ...email.split(/[@.+_-]/), name, ...name.split(/\s+/)]
		.map(plainOf)
		.filter((each) => each.length >= 3);
	const rest = without(plain, names);
	return rest !== plain && lettersOf(rest).length < 4;
}

function isCommon(plain: string): boolean {
	if (new Set(plain).size < 5) return true;
	if (isRun(plain)) return true;
	// Several common words in a row are a good password.
	if (plain.length >= 20) return false;
	const rest = without(plain, commonParts);
	return rest !== plain && lettersOf(rest).length < 4;
}

/** Long ones first, or a short one inside would leave the ends of a long one. */
function without(plain: string, parts: readonly string[]): string {
	return [...parts]
		.sort((a, b) => b.length - a.length)
		.reduce((rest, part) => rest.replaceAll(part, " "), plain);
}

/** Small letters, without marks on them. */
function plainOf(text: string): string {
	return normalPassword(text)
		.normalize("NFD")
		.replaceAll(/\p{M}/gu, "")
		.toLowerCase();
}

function lettersOf(text: string): string {
	return text.replaceAll(/[^\p{L}]/gu, "");
}

/** One step up or down from each character to the next, such as `abcdefghijkl`. */
function isRun(plain: string): boolean {
	const codes = [...plain].map((each) => each.codePointAt(0) ?? 0);
	const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
	const even = steps.filter((step) => Math.abs(step) === 1).length;
	return even >= steps.length - 2;
}

/** What the lists of stolen passwords are full of, here and elsewhere; digits and signs around them help nobody. */
const commonParts = [
	...["password", "passw0rd", "p@ssword", "p@ssw0rd", "passphrase"],
	...["salasana", "salasanani", "tunnussana", "losenord", "losen"],
	...["qwertyuiop", "qwerty", "asdfghjkl", "asdfgh", "zxcvbnm", "azerty"],
	...["qazwsxedc", "qazwsx", "wsxedc", "welcome", "tervetuloa", "valkommen"],
	...["letmein", "iloveyou", "administrator", "admin", "changeme", "secret"],
	...["default", "dragon", "monkey", "football", "baseball", "sunshine"],
	...["princess", "superman", "batman", "master", "shadow", "michael"],
	...["perkele", "vittu", "helvetti", "saatana", "jumalauta", "kissa"],
	...["koira", "suomi", "finland", "sverige", "helsinki", "stockholm"],
	...["kesa", "talvi", "syksy", "kevat", "summer", "winter", "autumn"],
	...["spring", "sommar", "hosten", "varen", "jaakiekko", "hockey"],
	...["faultline", "huoltomies", "huolto", "paivystys", "vikailmoitus"],
	...["myfirst", "mylong", "this", "test", "user", "login", "abc", "xyz"],
	...["hello", "hei", "moi", "hej", "kirjaudu", "loggain", "signin"],
];
