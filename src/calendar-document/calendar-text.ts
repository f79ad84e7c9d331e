import ICAL from "ical.js";

/** A property as jCal (RFC 7265) has it: name, parameters, type, values. */
export type Property = readonly [
	name: string,
	parameters: Readonly<Record<string, string | readonly string[]>>,
	type: string,
	...values: unknown[],
];

export interface Component {
	readonly name: string;
	readonly properties: readonly Property[];
	readonly parts: readonly Component[];
	/** Lines of its own, unfolded: what the parser makes of rules and of times is not always what was written. */
	readonly lines: readonly string[];
}

export type Parts =
	| {
			readonly kind: "calendar";
			readonly events: readonly (Component | BrokenPart)[];
			readonly zones: readonly Component[];
	  }
	| {
			readonly kind: "faulty";
			readonly because: "not-a-calendar" | "cut-short" | "too-many-entries";
	  };

/** An event that the parser refuses. */
export interface BrokenPart {
	readonly name: "broken";
	readonly lines: readonly string[];
}

const mostParts = 20_000;
const mostLines = 2_000;

/**
 * The events and zones of a text in iCalendar (RFC 5545), each parsed by itself, so that one that is broken does not take
 * the others with it. A text that does not end as it should was cut short on its way.
 */
export function partsOf(text: string): Parts {
	const lines = unfolded(text);
	if (!/^BEGIN:VCALENDAR$/i.test(lines[0] ?? ""))
		return { kind: "faulty", because: "not-a-calendar" };
	if (!/^END:VCALENDAR$/i.test(lines.at(-1) ?? ""))
		return { kind: "faulty", because: "cut-short" };
	const blocks = blocksIn(lines);
	if (!blocks) return { kind: "faulty", because: "cut-short" };
	if (blocks.length > mostParts)
		return { kind: "faulty", because: "too-many-entries" };
	const parsed = blocks.map(({ name, lines }) => ({
		name,
		part: componentOf(lines),
	}));
	return {
		kind: "calendar",
		events: parsed
			.filter(({ name }) => name === "VEVENT")
			.map(({ part }) => part),
		zones: parsed.flatMap(({ name, part }) =>
			name === "VTIMEZONE" && part.name !== "broken" ? [part as Component] : [],
		),
	};
}

/** The value of the first line of this name, whatever its parameters. */
export function lineValue(
	lines: readonly string[],
	name: string,
): string | null {
	const start = new RegExp(`^${name}(?:;(?:[^":]|"[^"]*")*)?:`, "i");
	const line = lines.find((each) => start.test(each));
	return line === undefined ? null : line.replace(start, "");
}

function unfolded(text: string): string[] {
	return text
		.replace(/^\uFEFF/, "")
		.replace(/\r?\n[ \t]/g, "")
		.split(/\r?\n|\r/)
		.map((line) => line.trimEnd())
		.filter((line) => line !== "");
}

interface Block {
	readonly name: string;
	readonly lines: string[];
}

/** Events and zones with all that is in them; null when one of them does not end. */
function blocksIn(lines: readonly string[]): Block[] | null {
	const blocks: Block[] = [];
	let open: Block | null = null;
	for (const line of lines) {
		const [, name] = /^BEGIN:(VEVENT|VTIMEZONE)$/i.exec(line) ?? [];
		if (!open && name) {
			open = { name: name.toUpperCase(), lines: [] };
			blocks.push(open);
		}
		if (!open) continue;
		open.lines.push(line);
		if (line.toUpperCase() === `END:${open.name}`) open = null;
	}
	return open ? null : blocks;
}

export type JCal = readonly [string, readonly Property[], readonly JCal[]];

function componentOf(lines: readonly string[]): Component | BrokenPart {
	if (lines.length > mostLines) return { name: "broken", lines };
	try {
		return componentIn(
			ICAL.parse(lines.join("\r\n")) as unknown as JCal,
			lines,
		);
	} catch {
		return { name: "broken", lines };
	}
}

function componentIn(
	[name, properties, parts]: JCal,
	lines: readonly string[],
): Component {
	const inside = innerBlocks(lines);
	return {
		name: name.toUpperCase(),
		properties,
		lines: inside.own,
		parts: parts.map((part, index) =>
			componentIn(part, inside.blocks[index] ?? []),
		),
	};
}

/** A component's own lines, and those of each component directly in it. */
function innerBlocks(lines: readonly string[]) {
	const own: string[] = [];
	const blocks: string[][] = [];
	let depth = 0;
	for (const line of lines) {
		if (/^BEGIN:/i.test(line)) depth += 1;
		if (depth === 2 && /^BEGIN:/i.test(line)) blocks.push([]);
		if (depth > 1) blocks.at(-1)?.push(line);
		else own.push(line);
		if (/^END:/i.test(line)) depth -= 1;
	}
	return { own, blocks };
}
