const gsm7 = new Set(
	"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
/** Characters that take two places in GSM-7. */
const gsm7Extended = new Set("^{}\\[~]|€\f");

/**
 * How many segments a message takes: 160 places in GSM-7 (153 in each of several), or 70 UTF-16 units in UCS-2 (67)
 * as soon as one character is outside GSM-7. Source: GSM 03.38.
 */
export function segmentsOf(body: string): number {
	const characters = [...body];
	const fitsGsm7 = characters.every(
		(character) => gsm7.has(character) || gsm7Extended.has(character),
	);
	const places = characters.map((character) =>
		fitsGsm7 ? (gsm7Extended.has(character) ? 2 : 1) : character.length,
	);
	const total = places.reduce((sum, place) => sum + place, 0);
	const [alone, ofSeveral] = fitsGsm7 ? [160, 153] : [70, 67];
	return total <= alone ? 1 : segmentsFilled(places, ofSeveral);
}

/** A character of two places is never split over two segments. */
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
