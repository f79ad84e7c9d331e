import {
	type FileKind,
	fileName,
	kindOf,
} from "../../../src/domain/ticket/ticket-file.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");

test.each([
	["a photo of most cameras", bytes("\xff\xd8\xff\xe1..."), "image/jpeg"],
	["a screenshot", bytes("\x89PNG\r\n\x1a\n..."), "image/png"],
	["a picture of the web", bytes("RIFF....WEBPVP8 "), "image/webp"],
	["a document", bytes("%PDF-1.7\n"), "application/pdf"],
	["an iPhone's photo", bytes("\0\0\0\x18ftypheic...."), "heic"],
	["another phone's", bytes("\0\0\0\x18ftypmif1...."), "heic"],
	["a film", bytes("\0\0\0\x18ftypisom...."), null],
	["a GIF that is a script", bytes("GIF89a/*...*/=1;"), null],
	["a drawing", bytes("<svg xmlns='http://www.w3.org/2000/svg'/>"), null],
	["a page", bytes("<!doctype html>"), null],
	["a PDF behind something else", bytes("\n%PDF-1.7"), null],
	["a sound", bytes("RIFF....WAVEfmt "), null],
	["too little to tell", bytes("\xff\xd8"), null],
	["nothing", bytes(""), null],
])("%s is told by its first bytes", (_, content, kind) => {
	expect(kindOf(content)).toBe(kind);
});

const jpeg = "image/jpeg";
test.each<[string, FileKind, string]>([
	["kylpyhuone.jpg", jpeg, "kylpyhuone.jpg"],
	["KUVA 1.JPEG", jpeg, "KUVA 1.JPEG"],
	["vesivuoto_äö.png", "image/png", "vesivuoto_äö.png"],
	["../../../etc/passwd", jpeg, "passwd.jpg"],
	["C:\\Users\\Kalle\\kuva.jpg", jpeg, "kuva.jpg"],
	["..", jpeg, "file.jpg"],
	["", "application/pdf", "file.pdf"],
	[".htaccess", jpeg, "htaccess.jpg"],
	["page.html", "application/pdf", "page.html.pdf"],
	["report.pdf.exe", "application/pdf", "report.pdf.exe.pdf"],
	["photo.png", jpeg, "photo.jpg"],
	["a\r\nSet-Cookie: x=1\0.jpg", jpeg, "a Set-Cookie: x=1.jpg"],
	["\u202egpj.exe", jpeg, "gpj.exe.jpg"],
	["half \ud83d.jpg", jpeg, "half.jpg"],
])("%j is called what it is", (given, kind, name) => {
	expect(fileName(given, kind)).toBe(name);
});

test("a long name is cut to 120 characters, between characters, and keeps its ending", () => {
	expect(fileName(`${"a".repeat(500)}.jpg`, jpeg)).toBe(
		`${"a".repeat(116)}.jpg`,
	);
	expect(fileName(`b${"🚰".repeat(100)}.jpg`, jpeg)).toBe(
		`b${"🚰".repeat(57)}.jpg`,
	);
});
