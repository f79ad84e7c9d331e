/** The one rule that links accounts with the people of rotas: the same e-mail address, however it is capitalised. */
import type { PersonId, Rota } from "./rota.ts";

/** The person of the rota with this address; null when it is nobody's. */
export function personWithEmail(
	rota: Rota,
	email: string | null,
): PersonId | null {
	if (email === null) return null;
	const wanted = email.toLowerCase();
	const found = Object.entries(rota.people).find(
		([, person]) => person.email?.toLowerCase() === wanted,
	);
	return found?.[0] ?? null;
}
