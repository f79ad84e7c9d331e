import { Transaction } from "sequelize";
import type { Context } from "../context.ts";
import { notedHeads } from "../database/audit-heads.ts";
import {
	type KeptLeaf,
	leavesOfSeals,
	type Waiting,
	waitingForSeal,
} from "../database/audit-leaves.ts";
import { type Seal, sealsAfter } from "../database/audit-seals.ts";
import {
	type LeafKind,
	noSeal,
	type SealedThing,
} from "../domain/audit/leaf.ts";
import type {
	SealedName,
	Tampering,
	Verification,
} from "../domain/audit/verification.ts";
import { leafHash, sealHash } from "./seal-audit.ts";

type Needed = Pick<Context, "database" | "clock"> & {
	readonly config: Pick<Context["config"], "dataDir">;
};

const leavesAtATime = 5_000;
const sealsAtATime = 500;
const mostListed = 1_000;
const mostLateListed = 20;

/**
 * Works out every leaf and seal again from what stands in the database now, in bounded memory and as of one instant, and compares
 * the heads with those that were noted outside it.
 *
 * @param asked.head a hash that somebody kept: it must be of one of the seals.
 */
export async function verifyAudit(
	{ database, clock, config }: Needed,
	{ head = null }: { readonly head?: string | null } = {},
): Promise<Verification> {
	const noted = await notedHeads(config.dataDir);
	const look = new Look(noted, head);
	return database.transaction(
		{
			isolationLevel: Transaction.ISOLATION_LEVELS.REPEATABLE_READ,
			readOnly: true,
		},
		async (transaction) => {
			await letStatementsTakeLong(database, transaction);
			let last = "0";
			for (;;) {
				const seals = await sealsAfter(
					database,
					transaction,
					last,
					sealsAtATime,
				);
				for (const group of groupsOf(seals)) {
					const leaves = await leavesOfSeals(
						database,
						transaction,
						group[0]?.id ?? "0",
						group.at(-1)?.id ?? "0",
					);
					const bySeal = sorted(leaves);
					for (const seal of group) look.at(seal, bySeal.get(seal.id) ?? []);
				}
				last = seals.at(-1)?.id ?? last;
				if (seals.length < sealsAtATime) break;
			}
			const waiting = await waitingForSeal(
				database,
				transaction,
				look.lateBefore,
				clock.now(),
			);
			return look.result(waiting);
		},
	);
}

/** What waits is counted among all there is, which may take longer than anybody who waits for a page would. */
async function letStatementsTakeLong(
	database: Needed["database"],
	transaction: Transaction,
): Promise<void> {
	await database.query("set local statement_timeout = '10min'", {
		transaction,
	});
}

/** Small seals are read together. */
function* groupsOf(seals: readonly Seal[]): Generator<Seal[]> {
	let group: Seal[] = [];
	let leaves = 0;
	for (const seal of seals) {
		if (group.length > 0 && leaves + seal.count > leavesAtATime) {
			yield group;
			group = [];
			leaves = 0;
		}
		group.push(seal);
		leaves += seal.count;
	}
	if (group.length > 0) yield group;
}

function sorted(leaves: readonly KeptLeaf[]): Map<string, KeptLeaf[]> {
	const bySeal = new Map<string, KeptLeaf[]>();
	for (const leaf of leaves) {
		const known = bySeal.get(leaf.sealId);
		if (known) known.push(leaf);
		else bySeal.set(leaf.sealId, [leaf]);
	}
	return bySeal;
}

/** Goes along the chain and remembers what it meets. */
class Look {
	readonly #noted: ReadonlyMap<string, ReadonlySet<string>> | null;
	readonly #unmet: Set<string>;
	readonly #wanted: string | null;
	readonly #found: Tampering[] = [];
	readonly #counts: Record<LeafKind, number> = { entry: 0, rota: 0, call: 0 };
	#tamperings = 0;
	#seals = 0;
	#late = 0;
	readonly #lateOnes: SealedName[] = [];
	#isWantedMet = false;
	#before: Seal | null = null;
	/** What happened before it had to be in by the seal before. */
	#bound: string | null = null;

	constructor(
		noted: ReadonlyMap<string, ReadonlySet<string>> | null,
		wanted: string | null,
	) {
		this.#noted = noted;
		this.#unmet = new Set(noted?.keys());
		this.#wanted = wanted?.toLowerCase() ?? null;
	}

	at(seal: Seal, leaves: readonly KeptLeaf[]): void {
		this.#seals += 1;
		this.#checkLink(seal);
		for (const leaf of leaves) this.#checkLeaf(leaf, seal);
		const isSame =
			leaves.length === seal.count &&
			leaves.every(({ place }, i) => place === i + 1) &&
			sealHash(
				seal,
				leaves.map(({ hash }) => hash),
			) === seal.hash;
		if (!isSame) this.#add({ kind: "seal-changed", seal: seal.id });
		this.#checkHead(seal);
		this.#before = seal;
		this.#bound = seal.completeUntil;
	}

	/** Later entries that say to be from before this were put in afterwards; null while no seal holds all there was. */
	get lateBefore(): string | null {
		return this.#bound === null ? null : withSlack(this.#bound);
	}

	result(waiting: Waiting): Verification {
		for (const what of waiting.late) this.#add({ kind: "backdated", what });
		for (const seal of this.#unmet) this.#add({ kind: "head-missing", seal });
		if (this.#wanted !== null && !this.#isWantedMet)
			this.#add({ kind: "head-unknown", hash: this.#wanted });
		return {
			isIntact: this.#tamperings === 0,
			entries: this.#counts.entry,
			rotas: this.#counts.rota,
			calls: this.#counts.call,
			seals: this.#seals,
			head: this.#before?.hash ?? null,
			waiting: waiting.count,
			late: this.#late,
			lateOnes: this.#lateOnes,
			comparedWithFile: this.#noted !== null,
			found: this.#found,
			tamperings: this.#tamperings,
		};
	}

	#checkLink(seal: Seal): void {
		const before = this.#before;
		const isNext =
			BigInt(seal.id) === BigInt(before?.id ?? "0") + 1n &&
			seal.previous === (before?.hash ?? noSeal);
		if (!isNext)
			this.#add({
				kind: "chain-broken",
				after: before?.id ?? null,
				before: seal.id,
			});
	}

	#checkLeaf(leaf: KeptLeaf, { sealedAt }: Seal): void {
		const { kind, number, key, hash, thing, later } = leaf;
		this.#counts[kind] += 1;
		const what = { kind, number, key };
		if (thing === null) this.#add({ kind: "missing", what });
		else if (leafHash(thing) !== hash) this.#add({ kind: "changed", what });
		else if (this.#isLate(thing)) {
			if (kind === "call" || thing.fields.origin === "phone") this.#tell(what);
			else this.#add({ kind: "backdated", what });
		}
		if (later.some((at) => at < withSlack(sealedAt)))
			this.#add({ kind: "added", what });
		else if (later.length > 0) this.#tell(what);
	}

	/** Whether it says to be from before the last seal that held all there was. A call that was recovered comes late by its nature. */
	#isLate({ kind, fields }: SealedThing): boolean {
		if (this.#bound === null) return false;
		if (kind === "call")
			return (
				fields.recoveredAt === null &&
				isBefore(fields.endedAt, withSlack(this.#bound, hourMilliseconds))
			);
		const at = kind === "rota" ? fields.publishedAt : fields.at;
		return isBefore(at, withSlack(this.#bound));
	}

	#tell(what: SealedName): void {
		this.#late += 1;
		if (this.#lateOnes.length < mostLateListed) this.#lateOnes.push(what);
	}

	#checkHead({ id, hash }: Seal): void {
		if (hash === this.#wanted) this.#isWantedMet = true;
		const noted = this.#noted?.get(id);
		if (!noted) return;
		this.#unmet.delete(id);
		if (noted.size > 1 || !noted.has(hash))
			this.#add({ kind: "head-differs", seal: id });
	}

	#add(one: Tampering): void {
		this.#tamperings += 1;
		if (this.#found.length < mostListed) this.#found.push(one);
	}
}

/** An action looks at the clock before it saves: what it enters may come after a seal that was made meanwhile. */
const slackMilliseconds = 10 * 60_000;

/** A call is sealed when it has been over for so long. */
const hourMilliseconds = 60 * 60_000;

function withSlack(instant: string, more = 0): string {
	const at = new Date(Date.parse(instant) - slackMilliseconds - more);
	return at.toISOString().replace("Z", "000Z");
}

function isBefore(at: unknown, bound: string): boolean {
	return typeof at === "string" && at < bound;
}
