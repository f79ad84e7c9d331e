import type { Request, Response } from "express";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { Language } from "../../domain/language.ts";
import type { Permission } from "../access.ts";
import { type Asker, askerOf } from "../asker.ts";
import { languageOf } from "../language-of.ts";
import { type Problem, Refusal } from "../refusal.ts";
import { expectations, refusals } from "../words.ts";

/** One request of the API as data: the router and the OpenAPI document are both made from it. */
export interface Endpoint {
	readonly method: "get" | "post" | "delete";
	/** Below `/api`, as OpenAPI writes it: `/tickets/{number}`. */
	readonly path: string;
	readonly summary: string;
	readonly permission: Permission;
	readonly parameters: z.ZodObject;
	readonly query: z.ZodObject;
	readonly answer: Answer;
	/** Refusals of its own, beside those that every request of the API may meet. */
	readonly refuses: Readonly<Record<number, string>>;
	readonly handle: (
		ctx: Context,
		request: Request,
		response: Response,
	) => Promise<void>;
}

export type Answer =
	| { readonly kind: "json"; readonly schema: z.ZodType }
	| {
			readonly kind: "other";
			readonly mediaType: string;
			readonly what: string;
	  };

/** What a handler is told: input that has been checked, who asks, and in which language. */
export interface Asked<P extends z.ZodRawShape, Q extends z.ZodRawShape> {
	readonly parameters: z.output<z.ZodObject<P>>;
	readonly query: z.output<z.ZodObject<Q>>;
	readonly asker: Asker;
	readonly language: Language;
	readonly request: Request;
	readonly response: Response;
}

/** What is sent is not changed any more, so it may be read-only all the way down. */
type Unchanging<T> = T extends object
	? { readonly [Key in keyof T]: Unchanging<T[Key]> }
	: T;

interface Description<P extends z.ZodRawShape, Q extends z.ZodRawShape> {
	readonly method?: Endpoint["method"];
	readonly path: string;
	readonly summary: string;
	readonly permission: Permission;
	readonly parameters?: P;
	readonly query?: Q;
	readonly refuses?: Endpoint["refuses"];
}

/** An endpoint that answers JSON: what `handle` returns is sent as it is. */
export function jsonEndpoint<
	A extends z.ZodType,
	P extends z.ZodRawShape = Record<never, never>,
	Q extends z.ZodRawShape = Record<never, never>,
>(
	description: Description<P, Q> & {
		readonly answers: A;
		readonly handle: (
			ctx: Context,
			asked: Asked<P, Q>,
		) => Promise<Unchanging<z.input<A>>> | Unchanging<z.input<A>>;
	},
): Endpoint {
	return endpoint(
		description,
		{ kind: "json", schema: description.answers },
		async (ctx, asked) => {
			asked.response.json(await description.handle(ctx, asked));
		},
	);
}

/** An endpoint that answers something else than JSON: `handle` writes the response itself. */
export function otherEndpoint<
	P extends z.ZodRawShape = Record<never, never>,
	Q extends z.ZodRawShape = Record<never, never>,
>(
	description: Description<P, Q> & {
		readonly mediaType: string;
		readonly what: string;
		readonly handle: (ctx: Context, asked: Asked<P, Q>) => Promise<void> | void;
	},
): Endpoint {
	const { mediaType, what } = description;
	return endpoint(
		description,
		{ kind: "other", mediaType, what },
		async (ctx, asked) => description.handle(ctx, asked),
	);
}

function endpoint<P extends z.ZodRawShape, Q extends z.ZodRawShape>(
	description: Description<P, Q>,
	answer: Answer,
	handle: (ctx: Context, asked: Asked<P, Q>) => Promise<void>,
): Endpoint {
	const parameters = z.object((description.parameters ?? {}) as P);
	const query = z.object((description.query ?? {}) as Q);
	return {
		method: description.method ?? "get",
		path: description.path,
		summary: description.summary,
		permission: description.permission,
		parameters,
		query,
		answer,
		refuses: description.refuses ?? {},
		handle: async (ctx, request, response) => {
			const language = languageOf(request);
			const input = readInput(request, parameters, query, language);
			const asker = askerOf(response);
			await handle(ctx, { ...input, asker, language, request, response });
		},
	};
}

const common = z.object({ lang: z.enum(["fi", "sv", "en"]).optional() });

function readInput<P extends z.ZodRawShape, Q extends z.ZodRawShape>(
	request: Request,
	parameters: z.ZodObject<P>,
	query: z.ZodObject<Q>,
	language: Language,
) {
	const readParameters = parameters.safeParse(request.params);
	const readQuery = query.safeParse(request.query);
	const readCommon = common.safeParse(request.query);
	if (readParameters.success && readQuery.success && readCommon.success)
		return { parameters: readParameters.data, query: readQuery.data };
	const issues = [readParameters, readQuery, readCommon].flatMap(
		(read) => read.error?.issues ?? [],
	);
	throw new Refusal(
		400,
		refusals.wrongInput,
		language,
		problemsOf(issues, language),
	);
}

/** One problem a parameter, however many rules it broke. */
function problemsOf(
	issues: readonly z.core.$ZodIssue[],
	language: Language,
): Problem[] {
	const names = new Set(issues.map((issue) => String(issue.path[0])));
	return [...names].map((where) => ({
		where,
		what:
			(
				expectations as Readonly<
					Record<string, Readonly<Record<Language, string>>>
				>
			)[where]?.[language] ?? where,
	}));
}
