import { hash, parseOptions, verify } from "@node-rs/argon2";
import { normalPassword } from "../domain/account/password.ts";

/** OWASP's first choice of argon2id, the library's default algorithm. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** What is stored of a password. */
export function hashOfPassword(password: string): Promise<string> {
	return hash(normalPassword(password), parameters);
}

let nobodys: Promise<string> | undefined;

/** Works as long when there is no hash, so that its time tells nobody who has an account. */
export async function isPassword(
	password: string,
	stored: string | null,
): Promise<boolean> {
	nobodys ??= hashOfPassword("the password of nobody at all");
	const isRight = await verify(
		stored ?? (await nobodys),
		normalPassword(password),
	);
	return isRight && stored !== null;
}

/** Whether the hash was made with other parameters than today's. */
export function isOutdated(stored: string): boolean {
	const { memoryCost, timeCost, parallelism } = parseOptions(stored);
	return (
		memoryCost !== parameters.memoryCost ||
		timeCost !== parameters.timeCost ||
		parallelism !== parameters.parallelism ||
		!stored.startsWith("$argon2id$")
	);
}
