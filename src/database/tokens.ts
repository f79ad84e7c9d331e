import { createHash } from "node:crypto";
import { QueryTypes, type Sequelize } from "sequelize";

/** What is stored of a secret. Secrets are 256 random bits, so one quick hash is as good as a slow one. */
export function secretHash(secret: string): Buffer {
	return createHash("sha256").update(secret).digest();
}

export interface TokenHolder {
	readonly name: string;
	readonly role: string;
}

/** Whose API token it is; null when unknown or revoked. */
export async function tokenHolder(
	database: Sequelize,
	token: string,
): Promise<TokenHolder | null> {
	const [holder] = await database.query<TokenHolder>(
		`select name, role from api_tokens
		where token_hash = $1 and revoked_at is null`,
		{ bind: [secretHash(token)], type: QueryTypes.SELECT },
	);
	return holder ?? null;
}
