import type { Request } from "express";
import { RestError } from "./rest-error.ts";

/** The form of a request; a field may come once, several times or not at all. */
export class Form {
	readonly #fields: Readonly<Record<string, unknown>>;

	constructor(request: Request) {
		this.#fields = { ...(request.body as Record<string, unknown>) };
	}

	/** The field's text, the last one if it comes several times; undefined if it is absent. */
	text(name: string): string | undefined {
		return this.texts(name).at(-1);
	}

	/** All texts of a field. */
	texts(name: string): readonly string[] {
		const value = this.#fields[name];
		const values = Array.isArray(value) ? value : [value];
		return values.filter((text) => typeof text === "string");
	}

	/** The field as a URL; undefined if it is absent or empty; 21205 if it is no URL. */
	url(name: string): string | undefined {
		const text = this.text(name);
		if (!text) return undefined;
		if (!/^https?:/i.test(text) || !URL.canParse(text)) {
			throw new RestError(400, 21205, `${name} is not a valid URL: ${text}`);
		}
		return text;
	}

	/** GET if the field says so, else POST. */
	method(name: string): "GET" | "POST" {
		return this.text(name)?.toUpperCase() === "GET" ? "GET" : "POST";
	}

	/** A whole number within bounds, or what is usual. */
	wholeNumber(name: string, usual: number, low: number, high: number): number {
		const text = this.text(name) ?? "";
		const value = Number(text);
		return /^\d+$/.test(text) && value >= low && value <= high ? value : usual;
	}
}
