import {
	type Document,
	isMap,
	isScalar,
	isSeq,
	visit,
	Document as YamlDocument,
} from "yaml";
import type { Rota } from "../domain/rota/rota.ts";

/** The YAML of a rota, as a person would write it: in the order of the format, short entries on one line. Reading it gives the same rota. */
export function writeRota(rota: Rota): string {
	const { line, name, zone, people, holidays, hours, special } = rota;
	const { duties, overrides, routing, fallback } = rota;
	const ordered = {
		rota: rota.rota,
		line,
		name,
		zone,
		people,
		...(holidays && { holidays }),
		hours,
		...(special && { special }),
		duties,
		...(overrides && { overrides }),
		routing,
		fallback,
	};
	const document = new YamlDocument(ordered, { aliasDuplicateObjects: false });
	putShortOnesOnOneLine(document);
	quoteTimes(document);
	separateSections(document);
	return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** Longest entry that is put on one line, measured as JSON. */
const shortEntry = 150;

function putShortOnesOnOneLine(document: Document): void {
	if (!isMap(document.contents)) return;
	for (const { value } of document.contents.items) {
		const parts = isMap(value)
			? value.items.map((pair) => pair.value)
			: [value];
		for (const part of parts) {
			if (isSeq(part) && part.items.some(isMap)) part.items.forEach(shorten);
			else shorten(part);
		}
	}
}

/** Puts a list or mapping on one line if it is short and not a mapping of mappings; otherwise what is in it. Says whether it did. */
function shorten(node: unknown): boolean {
	if (isScalar(node)) return true;
	if (!isMap(node) && !isSeq(node)) return false;
	const items = isMap(node) ? node.items.map((pair) => pair.value) : node.items;
	const flat = items.map(shorten).every(Boolean);
	const short = JSON.stringify(node.toJSON()).length <= shortEntry;
	node.flow = flat && short && !(isMap(node) && items.some(isMap));
	return node.flow;
}

/** Readers of YAML 1.1 take 16:00 for the number 960. */
function quoteTimes(document: Document): void {
	visit(document, {
		Scalar: (key, node) => {
			if (key !== "key" && /^\d\d:\d\d$|=/.test(String(node.value)))
				node.type = "QUOTE_DOUBLE";
		},
	});
}

function separateSections(document: Document): void {
	if (!isMap(document.contents)) return;
	for (const { key } of document.contents.items) {
		if (!isScalar(key)) continue;
		const heads = ["people", "holidays", "hours", "special", "duties"];
		if (
			[...heads, "overrides", "routing", "fallback"].includes(String(key.value))
		)
			key.spaceBefore = true;
	}
}
