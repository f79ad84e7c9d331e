/** Text that fits the plain alphabet of text messages, so that one message stays one message, and how many it is paid as. */

/** Source: 3GPP TS 23.038, the default alphabet. */
const basic = new Set(
	"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);

/** Its extension table: each takes two places. */
const extended = new Set("^{}\\[~]|€");

const lookAlikes: Readonly<Record<string, string>> = {
	"–": "-",
	"—": "-",
	"‘": "'",
	"’": "'",
	"“": '"',
	"”": '"',
	"…": "...",
	"\u00a0": " ",
	"\t": " ",
};

/**
 * The same text in the plain alphabet: look-alikes for typographic signs, letters without the accents it lacks, and `?` for what has
 * no likeness. Finnish and Swedish stay as they are.
 */
export function plainText(text: string): string {
	return [...text.normalize("NFC")].map(plainCharacter).join("");
}

/** Whether every character is in the plain alphabet. */
export function isPlain(text: string): boolean {
	return [...text].every(isPlainCharacter);
}

/**
 * How many messages a text is paid as: 160 places, or 153 in each of several; 70 and 67 UTF-16 units as soon as one character is outside
 * the plain alphabet. Nothing is one too. Source: 3GPP TS 23.040, 9.2.3.24.1.
 */
export function segmentsOf(text: string): number {
	const characters = [...text];
	const plain = isPlain(text);
	const places = characters.map((each) =>
		plain ? (extended.has(each) ? 2 : 1) : each.length,
	);
	const [alone, ofSeveral] = plain ? [160, 153] : [70, 67];
	const total = places.reduce((sum, place) => sum + place, 0);
	return total <= alone ? 1 : segmentsFilled(places, ofSeveral);
}

/** What takes two places is never parted. */
function segmentsFilled(places: readonly number[], size: number): number {
	let segments = 1;
	let filled = 0;
	for (const place of places) {
		if (filled + place > size) {
			segments++;
			filled = 0;
		}
		filled += place;
	}
	return segments;
}

/**
 * What somebody typed, as it may stand within a message or a subject: one line, nothing invisible, at most so many characters; what is
 * cut ends in three dots.
 */
export function oneLine(text: string, longest: number): string {
	const clean = [
		...text
			.normalize("NFC")
			.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, " ")
			.trim(),
	];
	if (clean.length <= longest) return clean.join("");
	if (longest <= 3) return "";
	return `${clean
		.slice(0, longest - 3)
		.join("")
		.trimEnd()}...`;
}

function isPlainCharacter(character: string): boolean {
	return basic.has(character) || extended.has(character);
}

function plainCharacter(character: string): string {
	if (isPlainCharacter(character)) return character;
	const like = lookAlikes[character];
	if (like !== undefined) return like;
	const base = [...character.normalize("NFD")][0] ?? "";
	return isPlainCharacter(base) ? base : "?";
}
