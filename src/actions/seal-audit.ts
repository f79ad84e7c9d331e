import { createHash } from "node:crypto";
import type { Context } from "../context.ts";
import { noteHeads } from "../database/audit-heads.ts";
import { unsealedThings } from "../database/audit-leaves.ts";
import {
	addSeal,
	earlierInstant,
	lastSeal,
	type NewLeaf,
	type Seal,
	sealingDue,
	takeSealing,
} from "../database/audit-seals.ts";
import { notifyOfChange } from "../database/changes.ts";
import {
	leafText,
	noSeal,
	type SealedThing,
	sealText,
} from "../domain/audit/leaf.ts";

type Needed = Pick<Context, "database" | "clock" | "log"> & {
	readonly config: Pick<Context["config"], "dataDir">;
};

const mostInASeal = 5_000;
const secondsBetween = 290;
const entriesBetween = 500;

/** Makes seals when it is time: five minutes after the last one, or at once when 500 entries wait. */
export async function sealWhenDue(ctx: Needed): Promise<void> {
	const { waiting, seconds } = await sealingDue(ctx.database);
	const isTime = seconds === null || seconds < 0 || seconds >= secondsBetween;
	if (isTime || waiting >= entriesBetween) await sealAudit(ctx);
}

/**
 * Seals what has been entered and is not sealed yet, in batches: each in a transaction of its own, with its head noted outside the
 * database afterwards. Two at once do not disturb each other.
 *
 * @param options.whole looks at everything there is, not only near the last ones sealed.
 * @returns how many were sealed.
 */
export async function sealAudit(
	ctx: Needed,
	{ whole = false }: { readonly whole?: boolean } = {},
): Promise<number> {
	let sealed = 0;
	let from: From = { entry: null, call: null };
	for (;;) {
		const batch = await sealBatch(ctx, whole, from);
		if (batch === null) return sealed;
		const { seal } = batch;
		ctx.log.info(
			`The audit log's seal ${seal.id} covers ${seal.count} more: ${seal.hash}`,
		);
		await noteHeads(ctx.config.dataDir, [seal]);
		sealed += seal.count;
		from = batch.from;
		if (batch.isLast) return sealed;
	}
}

/** How far the batches of one run have got. */
interface From {
	readonly entry: string | null;
	readonly call: string | null;
}

interface SealedBatch {
	readonly seal: Seal;
	readonly from: From;
	readonly isLast: boolean;
}

/** null when there is nothing to seal, or another one is sealing. */
async function sealBatch(
	{ database, clock }: Needed,
	whole: boolean,
	from: From,
): Promise<SealedBatch | null> {
	return database.transaction(async (transaction) => {
		if (!(await takeSealing(database, transaction))) return null;
		const now = clock.now();
		// Before the reading: what is entered meanwhile is not promised to be in.
		const at = await earlierInstant(database, transaction, now.toJSDate());
		const things = await unsealedThings(database, transaction, {
			...{ whole, now, atMost: mostInASeal },
			...{ afterEntry: from.entry, afterCall: from.call },
		});
		if (things.length === 0) return null;
		const newest = (kind: SealedThing["kind"]) =>
			things.findLast((each) => each.kind === kind);
		const isLast = !(["entry", "rota", "call"] as const).some(
			(kind) =>
				things.filter((each) => each.kind === kind).length === mostInASeal,
		);
		const before = await lastSeal(database, transaction);
		const leaves = things.map(leafOf);
		const seal = sealOver(leaves, before, {
			sealedAt: at,
			completeUntil: isLast ? at : (before?.completeUntil ?? null),
		});
		await addSeal(database, transaction, seal, leaves);
		await notifyOfChange(database, transaction, { kind: "proof-changed" });
		return {
			...{ seal, isLast },
			from: {
				entry: newest("entry")?.number ?? from.entry,
				call: newest("call")?.key ?? from.call,
			},
		};
	});
}

function leafOf(thing: SealedThing): NewLeaf {
	const { kind, number, key } = thing;
	return { kind, number, key, hash: leafHash(thing) };
}

/** Hash of one sealed thing as it is now, in hexadecimal. */
export function leafHash(thing: SealedThing): string {
	return createHash("sha256").update(leafText(thing)).digest("hex");
}

/** Hash of a seal made of these leaves, in hexadecimal. */
export function sealHash(
	seal: Omit<Seal, "hash">,
	leafHashes: readonly string[],
): string {
	const leaves = createHash("sha256");
	for (const hash of leafHashes) leaves.update(hash, "hex");
	const { id, previous, count, sealedAt, completeUntil } = seal;
	const text = sealText({
		...{ id, previous, count, sealedAt, completeUntil },
		leaves: leaves.digest("hex"),
	});
	return createHash("sha256").update(text).digest("hex");
}

function sealOver(
	leaves: readonly NewLeaf[],
	before: Seal | null,
	instants: Pick<Seal, "sealedAt" | "completeUntil">,
): Seal {
	const seal = {
		id: String(BigInt(before?.id ?? "0") + 1n),
		previous: before?.hash ?? noSeal,
		count: leaves.length,
		...instants,
	};
	return {
		...seal,
		hash: sealHash(
			seal,
			leaves.map(({ hash }) => hash),
		),
	};
}
