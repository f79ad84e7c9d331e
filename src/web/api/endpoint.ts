import type { Request, Response } from "express";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { Language } from "../../domain/language.ts";
import type { Permission } from "../access.ts";
import { type Asker, askerOf } from "../asker.ts";
import { languageOf } from "../language-of.ts";
import { Refusal } from "../refusal.ts";
import { refusals } from "../words.ts";
import { problemsOf } from "./problem-words.ts";

/** One request of the API as data: the router and the OpenAPI document are both made from it. */
export interface Endpoint {
	readonly method: "get" | "post" | "put" | "delete";
	/** Below `/api`, as OpenAPI writes it: `/tickets/{number}`. */
	readonly path: string;
	readonly summary: string;
	readonly permission: Permission;
	/** Open to a personal link too, where its ticket is meant: the one of the parameter `number`, or none. */
	readonly forLink: boolean;
	readonly parameters: z.ZodObject;
	readonly query: z.ZodObject;
	/** What the request's body holds; null when none is read. */
	readonly body: Body | null;
	readonly answer: Answer;
	/** Refusals of its own, beside those that every request of the API may meet. */
	readonly refuses: Readonly<Record<number, string>>;
	readonly handle: (
		ctx: Context,
		request: Request,
		response: Response,
	) => Promise<void>;
}

export type Body =
	| {
			readonly kind: "json";
			readonly schema: z.ZodType;
			readonly limit: BodyLimit;
	  }
	/** Handed to the handler as a text or as bytes, whatever it is. */
	| {
			readonly kind: "text" | "file";
			readonly mediaType: string;
			readonly what: string;
			readonly limit: BodyLimit;
	  };

/** As Express writes sizes; a form is small, a whole rota larger, a file of shifts still larger, a photo the largest. */
export type BodyLimit = "64kb" | "2mb" | "5mb" | "10mb";

export type Answer =
	| { readonly kind: "json"; readonly schema: z.ZodType }
	| {
			readonly kind: "other";
			readonly mediaType: string;
			readonly what: string;
	  };

/** What a handler is told: input that has been checked, who asks, and in which language. */
export interface Asked<
	P extends z.ZodRawShape,
	Q extends z.ZodRawShape,
	B = undefined,
> {
	readonly parameters: z.output<z.ZodObject<P>>;
	readonly query: z.output<z.ZodObject<Q>>;
	readonly body: B;
	readonly asker: Asker;
	readonly language: Language;
	readonly request: Request;
	readonly response: Response;
}

/** What is sent is not changed any more, so it may be read-only all the way down. */
type Unchanging<T> = T extends object
	? { readonly [Key in keyof T]: Unchanging<T[Key]> }
	: T;

interface Description<
	P extends z.ZodRawShape,
	Q extends z.ZodRawShape,
	B extends z.ZodType,
> {
	readonly method?: Endpoint["method"];
	readonly path: string;
	readonly summary: string;
	readonly permission: Permission;
	readonly forLink?: boolean;
	readonly parameters?: P;
	readonly query?: Q;
	/** Schema of the JSON body; what breaks it is refused with a sentence a field. */
	readonly body?: B;
	/** How large a JSON body may be; default 64 kB. */
	readonly limit?: BodyLimit;
	/** In place of `body`: anything else than JSON, read whole from `request.body`. */
	readonly upload?: Exclude<Body, { kind: "json" }>;
	readonly refuses?: Endpoint["refuses"];
}

/** An endpoint that answers JSON: what `handle` returns is sent as it is. */
export function jsonEndpoint<
	A extends z.ZodType,
	P extends z.ZodRawShape = Record<never, never>,
	Q extends z.ZodRawShape = Record<never, never>,
	B extends z.ZodType = z.ZodUndefined,
>(
	description: Description<P, Q, B> & {
		readonly answers: A;
		readonly handle: (
			ctx: Context,
			asked: Asked<P, Q, z.output<B>>,
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
	B extends z.ZodType = z.ZodUndefined,
>(
	description: Description<P, Q, B> & {
		readonly mediaType: string;
		readonly what: string;
		readonly handle: (
			ctx: Context,
			asked: Asked<P, Q, z.output<B>>,
		) => Promise<void> | void;
	},
): Endpoint {
	const { mediaType, what } = description;
	return endpoint(
		description,
		{ kind: "other", mediaType, what },
		async (ctx, asked) => description.handle(ctx, asked),
	);
}

function endpoint<
	P extends z.ZodRawShape,
	Q extends z.ZodRawShape,
	B extends z.ZodType,
>(
	description: Description<P, Q, B>,
	answer: Answer,
	handle: (ctx: Context, asked: Asked<P, Q, z.output<B>>) => Promise<void>,
): Endpoint {
	const parameters = z.object((description.parameters ?? {}) as P);
	const query = z.object((description.query ?? {}) as Q);
	const schema = description.body ?? (z.undefined() as z.ZodType as B);
	return {
		method: description.method ?? "get",
		path: description.path,
		summary: description.summary,
		permission: description.permission,
		forLink: description.forLink ?? false,
		parameters,
		query,
		body: bodyOf(description),
		answer,
		refuses: description.refuses ?? {},
		handle: async (ctx, request, response) => {
			const language = languageOf(request);
			const given = description.body ? request.body : undefined;
			const input = {
				parameters: parameters.safeParse(request.params, inWords(language)),
				query: query.safeParse(request.query, inWords(language)),
				body: schema.safeParse(given, inWords(language)),
				common: common.safeParse(request.query, inWords(language)),
			};
			const issues = Object.values(input).flatMap(
				(read) => read.error?.issues ?? [],
			);
			if (!input.parameters.data || !input.query.data || issues.length > 0)
				throw new Refusal(
					400,
					refusals.wrongInput,
					language,
					problemsOf(issues, language),
				);
			await handle(ctx, {
				parameters: input.parameters.data,
				query: input.query.data,
				body: input.body.data as z.output<B>,
				asker: askerOf(response),
				language,
				request,
				response,
			});
		},
	};
}

/**
 * A body that has been checked, for addresses that are not among the API's endpoints.
 *
 * @throws Refusal 400 that lists all its problems.
 */
export function checkedBody<T>(
	schema: z.ZodType<T>,
	body: unknown,
	language: Language,
): T {
	const { data, error } = schema.safeParse(body, inWords(language));
	if (error)
		throw new Refusal(
			400,
			refusals.wrongInput,
			language,
			problemsOf(error.issues, language),
		);
	return data;
}

function bodyOf({
	body,
	limit,
	upload,
}: Pick<
	Description<z.ZodRawShape, z.ZodRawShape, z.ZodType>,
	"body" | "limit" | "upload"
>): Body | null {
	if (body) return { kind: "json", schema: body, limit: limit ?? "64kb" };
	return upload ?? null;
}

const common = z.object({ lang: z.enum(["fi", "sv", "en"]).optional() });

/** What a schema complains about is said in the asker's language. */
function inWords(language: Language) {
	return { error: z.locales[language]().localeError };
}
