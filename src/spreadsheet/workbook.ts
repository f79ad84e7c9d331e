import { inflateRawSync } from "node:zlib";

const mostBytes = 10 * 1024 * 1024;
const mostFiles = 500;

/**
 * Whether a workbook (.xlsx, a zip of XML) may be read: how large it is unpacked, and how far its cells reach. A small file
 * can hold gigabytes of nothing, and one cell far out makes a table of billions.
 */
export function isHarmlessWorkbook(
	bytes: Uint8Array,
): "harmless" | "unreadable" | "tooLarge" {
	const files = filesIn(
		Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
	);
	if (!files) return "unreadable";
	if (files.length > mostFiles) return "tooLarge";
	let left = mostBytes;
	let cells = 0;
	for (const { name, packed, isPacked, bytes: said } of files) {
		if (!/\.(xml|rels)$/i.test(name)) continue;
		if (said > left) return "tooLarge";
		const text = unpacked(packed, isPacked, left);
		if (text === null) return "tooLarge";
		// What is said to be shorter than it is would be cut there by whoever believes it.
		if (text.length !== said) return "unreadable";
		left -= text.length;
		if (/worksheets\//i.test(name)) cells += cellsIn(text.toString("latin1"));
		if (cells > mostCells) return "tooLarge";
	}
	return "harmless";
}

interface PackedFile {
	readonly name: string;
	readonly packed: Buffer;
	readonly isPacked: boolean;
	/** As the file says. */
	readonly bytes: number;
}

/** From the list at the end of the zip; null when there is none, or it is of a kind that no spreadsheet program writes. */
function filesIn(zip: Buffer): PackedFile[] | null {
	const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
	if (end < 0 || end + 22 > zip.length) return null;
	const count = zip.readUInt16LE(end + 10);
	let at = zip.readUInt32LE(end + 16);
	const files: PackedFile[] = [];
	for (let index = 0; index < count; index++) {
		if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50)
			return null;
		const method = zip.readUInt16LE(at + 10);
		const packedBytes = zip.readUInt32LE(at + 20);
		const bytes = zip.readUInt32LE(at + 24);
		const nameLength = zip.readUInt16LE(at + 28);
		const extra = zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
		const local = zip.readUInt32LE(at + 42);
		if (local + 30 > zip.length || (method !== 0 && method !== 8)) return null;
		const start =
			local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
		files.push({
			name: zip.toString("utf8", at + 46, at + 46 + nameLength),
			packed: zip.subarray(start, start + packedBytes),
			isPacked: method === 8,
			bytes,
		});
		at += 46 + nameLength + extra;
	}
	return files;
}

/** null when it is larger than allowed, or broken. */
function unpacked(
	packed: Buffer,
	isPacked: boolean,
	most: number,
): Buffer | null {
	if (!isPacked) return packed.length > most ? null : packed;
	try {
		return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
	} catch {
		return null;
	}
}

/** In all sheets together: what memory holds. */
const mostCells = 7_000_000;

/** How many cells the sheet spans; no end of them where it reaches past the first 99,999 rows or 702 columns. */
function cellsIn(xml: string): number {
	let [columns, rows] = [0, 0];
	for (const [, quoted = ""] of xml.matchAll(/\sr\s*=\s*(["'][^"']*["']?)/g)) {
		const [, letters, digits] =
			/^["']([A-Z]{0,2})(\d{0,5})["']$/i.exec(quoted) ?? [];
		if (letters === undefined) return Number.POSITIVE_INFINITY;
		columns = Math.max(columns, columnNumber(letters));
		rows = Math.max(rows, Number(digits));
	}
	return columns * rows;
}

function columnNumber(letters: string): number {
	return [...letters.toUpperCase()].reduce(
		(number, letter) => number * 26 + letter.charCodeAt(0) - 64,
		0,
	);
}
