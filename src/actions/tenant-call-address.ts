import { type Language, languages } from "../domain/language.ts";

/** Where the carrier reports how a call to a tenant goes on, below `/twilio`. */
export const tenantCallPaths = {
	answered: "/tenant-call/answered",
	key: "/tenant-call/key",
	tenant: "/tenant-call/tenant",
	connected: "/tenant-call/connected",
	ended: "/tenant-call/ended",
} as const;

/** What every URL of such a call carries, so that its first words need no database. The tenant's number is not among it. */
export interface TenantCallAddress {
	readonly id: string;
	readonly line: string;
	readonly language: Language;
	/** As it is said. */
	readonly place: string | null;
}

export function tenantCallUrl(
	publicUrl: string,
	path: keyof typeof tenantCallPaths,
	{ id, line, language, place }: TenantCallAddress,
): string {
	const query = new URLSearchParams({
		...{ id, line, lang: language },
		...(place !== null && { place }),
	});
	return `${publicUrl}/twilio${tenantCallPaths[path]}?${query}`;
}

/** The call that one of our URLs carries; null when it is none of ours. */
export function tenantCallIn(query: URLSearchParams): TenantCallAddress | null {
	const { id, line, lang, place } = Object.fromEntries(query);
	const language = languages.find((one) => one === lang);
	if (!id || !uuid.test(id) || !line || !language) return null;
	return { id, line, language, place: place ?? null };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
