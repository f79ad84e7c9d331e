import { z } from "zod";
import { auditKinds } from "../../domain/audit/entry.ts";
import { instant, namedShapes } from "./shapes.ts";

const entry = z
	.object({
		id: z.string(),
		at: instant,
		actor: z.string(),
		action: z.string().meta({ examples: ["rota-published"] }),
		kind: z.enum(auditKinds),
		subject: z.object({ kind: z.string(), id: z.string() }),
		reason: z.string().nullable(),
		changes: z.array(
			z.object({
				field: z.string(),
				from: z.string().nullable(),
				to: z.string().nullable(),
			}),
		),
		origin: z
			.string()
			.nullable()
			.meta({ description: "An address, or the door it came by" }),
		account: z.string().nullable(),
	})
	.register(namedShapes, { id: "AuditEntry" });

export const auditPage = z
	.object({
		entries: z.array(entry),
		names: z.record(z.string(), z.string()).meta({
			description:
				"What is called how now of what the entries name by an id, by kind and id",
			examples: [{ "line fault-line": "Fault line" }],
		}),
		next: z.string().nullable(),
	})
	.register(namedShapes, { id: "AuditPage" });

export type AuditPage = z.output<typeof auditPage>;

export const auditActors = z
	.object({ actors: z.array(z.string()) })
	.register(namedShapes, { id: "AuditActors" });

export type AuditActors = z.output<typeof auditActors>;

export const verificationShape = z
	.object({
		verifiedAt: instant,
		isIntact: z.boolean(),
		entries: z.int(),
		rotas: z.int(),
		calls: z.int(),
		seals: z.int(),
		head: z.string().nullable(),
		waiting: z.int(),
		late: z.int(),
		lateOnes: z
			.array(z.string())
			.meta({ description: "The first of them, by name" }),
		comparedWithFile: z.boolean(),
		tamperings: z.int(),
		found: z.array(z.string()).meta({ description: "A sentence each" }),
	})
	.register(namedShapes, { id: "AuditVerification" });

export const verificationAnswer = z.object({
	verification: verificationShape.nullable(),
});

export type VerificationAnswer = z.output<typeof verificationAnswer>;

export const reconciliationsShape = z
	.object({
		first: z.string().meta({ format: "date" }),
		last: z.string().meta({ format: "date" }),
		days: z.array(
			z.object({
				line: z.string(),
				day: z.string().meta({ format: "date" }),
				triedAt: instant,
				comparedAt: instant.nullable(),
				carrierCalls: z.int(),
				ourCalls: z.int(),
			}),
		),
		findings: z.array(
			z.object({
				call: z.string(),
				line: z.string(),
				day: z.string().meta({ format: "date" }),
				kind: z.enum(["missing-here", "missing-at-carrier"]),
				ticket: z.string().nullable(),
				arrivedAt: instant.nullable(),
				foundAt: instant,
			}),
		),
	})
	.register(namedShapes, { id: "Reconciliations" });

export type Reconciliations = z.output<typeof reconciliationsShape>;

export const asked = z.object({ asked: z.boolean() });
