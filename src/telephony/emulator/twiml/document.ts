import { SaxesParser } from "saxes";

/** One element of a TwiML document. */
export interface Element {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: readonly (Element | string)[];
}

export type Reading =
	| { readonly kind: "document"; readonly root: Element }
	| { readonly kind: "refused"; readonly message: string };

/** Reads one XML document; comments are ignored, and anything that is not well formed is refused with the reason. */
export function readXml(text: string): Reading {
	const stack: { element: Element; children: (Element | string)[] }[] = [];
	let root: Element | undefined;
	let problem: string | undefined;
	const parser = new SaxesParser({ xmlns: false, position: true });
	parser.on("error", (error) => {
		problem ??= error.message;
	});
	parser.on("opentag", (tag) => {
		const children: (Element | string)[] = [];
		const element = {
			name: tag.name,
			attributes: { ...tag.attributes },
			children,
		};
		stack.at(-1)?.children.push(element);
		stack.push({ element, children });
	});
	parser.on("closetag", () => {
		const closed = stack.pop();
		if (closed && stack.length === 0) root = closed.element;
	});
	const takeText = (words: string) => {
		stack.at(-1)?.children.push(words);
	};
	parser.on("text", takeText);
	parser.on("cdata", takeText);
	parser.write(text).close();
	if (problem !== undefined) return { kind: "refused", message: problem };
	return root
		? { kind: "document", root }
		: { kind: "refused", message: "there is no element in it" };
}

/** The elements directly inside another. */
export function elementsIn(element: Element): readonly Element[] {
	return element.children.filter((child) => typeof child !== "string");
}

/** The text inside an element, whatever is nested, in one line. */
export function wordsIn(element: Element): string {
	return flattened(element).replace(/\s+/g, " ").trim();
}

function flattened(element: Element): string {
	if (element.name === "break") return " ";
	if (element.name === "sub" && element.attributes.alias !== undefined) {
		return element.attributes.alias;
	}
	const inside = element.children
		.map((child) => (typeof child === "string" ? child : flattened(child)))
		.join("");
	return element.name === "p" || element.name === "s" ? ` ${inside} ` : inside;
}
