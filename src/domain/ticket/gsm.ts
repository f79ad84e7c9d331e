/** Text that fits the plain alphabet of text messages, so that one message stays one message. */

/** Source: 3GPP TS 23.038, the default alphabet and its extension table. */
const alphabet =
	"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€";

const plain = new Set(alphabet);

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
	return [...text].every((character) => plain.has(character));
}

function plainCharacter(character: string): string {
	if (plain.has(character)) return character;
	const like = lookAlikes[character];
	if (like !== undefined) return like;
	const base = [...character.normalize("NFD")][0] ?? "";
	return plain.has(base) ? base : "?";
}
