/** The cookies that one call has been given, by host; they are replayed as a browser would. */
export class Cookies {
	readonly #byHost = new Map<string, Map<string, string>>();

	/** The `Cookie` header for a host, or undefined if it has set none. */
	headerFor(host: string): string | undefined {
		const cookies = this.#byHost.get(host);
		if (!cookies || cookies.size === 0) return undefined;
		return [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
	}

	/** Takes the `Set-Cookie` headers of an answer; `Max-Age=0` forgets a cookie. */
	take(host: string, setCookies: readonly string[]): void {
		const cookies = this.#byHost.get(host) ?? new Map<string, string>();
		this.#byHost.set(host, cookies);
		for (const header of setCookies) {
			const [pair = "", ...attributes] = header.split(";");
			const cut = pair.indexOf("=");
			if (cut < 1) continue;
			const name = pair.slice(0, cut).trim();
			if (attributes.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute)))
				cookies.delete(name);
			else cookies.set(name, pair.slice(cut + 1).trim());
		}
	}
}
