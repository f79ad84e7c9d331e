/** Photos and files of a ticket: which kinds are taken, told by what is in them, and by which name they are shown. */
import type { DateTime } from "luxon";
import type { InstantText } from "./ticket.ts";

/** Of one ticket, those that are erased not counted. */
export const mostFiles = 30;

export const mostFileBytes = 10 * 1024 * 1024;

/** The kinds that are taken. Each name ends with the first ending of its kind, or one of the others. */
export const fileKinds = {
	"image/jpeg": ["jpg", "jpeg"],
	"image/png": ["png"],
	"image/webp": ["webp"],
	"application/pdf": ["pdf"],
} as const;

export type FileKind = keyof typeof fileKinds;

export type ImageKind = Exclude<FileKind, "application/pdf">;

/** What is on record of a file. */
export interface TicketFileRecord {
	readonly id: string;
	readonly at: DateTime;
	/** Who sent it, as others know them. */
	readonly by: string;
	readonly name: string;
	readonly mediaType: string;
	readonly bytes: number;
	readonly isErased: boolean;
}

export interface TicketFileView {
	readonly id: string;
	readonly at: InstantText;
	readonly by: string;
	readonly name: string;
	readonly mediaType: string;
	readonly bytes: number;
	readonly isImage: boolean;
	/** Path on this service; null once it is erased. */
	readonly url: string | null;
}

export function ticketFileView(file: TicketFileRecord): TicketFileView {
	const { id, by, name, mediaType, bytes } = file;
	return {
		...{ id, by, name, mediaType, bytes },
		at: new Date(file.at.toMillis()).toISOString(),
		isImage: mediaType.startsWith("image/"),
		url: file.isErased ? null : `/files/${id}`,
	};
}

export function isImageKind(kind: FileKind): kind is ImageKind {
	return kind !== "application/pdf";
}

/**
 * What the first bytes say it is, whatever it is called; null for everything that is not taken. A photo in Apple's own format is told apart, so
 * that its sender can be told what to do.
 */
export function kindOf(bytes: Uint8Array): FileKind | "heic" | null {
	const has = (text: string, at = 0) =>
		[...text].every((char, i) => bytes[at + i] === char.charCodeAt(0));
	if (has("\xff\xd8\xff")) return "image/jpeg";
	if (has("\x89PNG\r\n\x1a\n")) return "image/png";
	if (has("RIFF") && has("WEBP", 8)) return "image/webp";
	if (has("%PDF-")) return "application/pdf";
	const isHeic = has("ftyp", 4) && heicBrands.some((brand) => has(brand, 8));
	return isHeic ? "heic" : null;
}

/** Source: ISO/IEC 23008-12, and what phones write. */
const heicBrands = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"];

/**
 * The name as it is shown and downloaded: without folders, characters that cannot be seen or that turn the reading direction, at most 120
 * characters long, and with an ending of its own kind, so that nothing that it is saved as can run.
 */
export function fileName(given: string, kind: FileKind): string {
	const endings: readonly string[] = fileKinds[kind];
	const last = given.split(/[/\\]/).at(-1) ?? "";
	const clean = last
		.normalize("NFC")
		.replaceAll(/[\p{Zs}\p{Zl}\p{Zp}\t\r\n]+/gu, " ")
		.replaceAll(/\p{C}/gu, "")
		.replaceAll(/^[\s.]+|[\s.]+$/g, "");
	const [, stem = clean, ending = ""] = /^(.*)\.(\w+)$/.exec(clean) ?? [];
	const isOurs = Object.values<readonly string[]>(fileKinds).some((known) =>
		known.includes(ending.toLowerCase()),
	);
	const kept = (isOurs ? stem : clean).replace(/[\s.]+$/, "");
	const its = endings.includes(ending.toLowerCase()) ? ending : endings[0];
	const room = longestName - String(its).length - 1;
	const short = shortened(kept === "" ? "file" : kept, room);
	return `${short}.${its}`;
}

const longestName = 120;

/** Never cuts a character in two. */
function shortened(text: string, length: number): string {
	let short = "";
	for (const char of text) {
		if (short.length + char.length > length) break;
		short += char;
	}
	return short.trimEnd();
}
