import { readFileSync } from "node:fs";
import { z } from "zod";
import { languages } from "../../domain/language.ts";
import { inProject } from "../project-folder.ts";
import type { Body, Endpoint } from "./endpoint.ts";
import * as shapes from "./shapes.ts";
import {
	type OpenRequest,
	signInDescriptions,
} from "./sign-in-descriptions.ts";

type Json = Readonly<Record<string, unknown>>;

const version: string = JSON.parse(
	readFileSync(inProject("package.json"), "utf8"),
).version;

/** The OpenAPI 3.1 document of the endpoints, made from the schemas that check their input. */
export function openApiDocument(endpoints: readonly Endpoint[]): Json {
	return {
		openapi: "3.1.0",
		info: {
			title: "Faultline",
			version,
			description:
				"Who has the line, what was reported, and what happened to each call. Sentences come in the language of `Accept-Language` or `?lang=` (fi, sv, en). A wrong request is refused with a sentence that says what to do, and a list of all its problems.",
			license: { name: "MIT", identifier: "MIT" },
		},
		servers: [{ url: "/" }],
		security: [{ token: [] }, { session: [] }],
		paths: { ...pathsOf(endpoints), ...openPaths() },
		components: {
			schemas: componentSchemas(),
			parameters: { lang: languageParameter },
			responses: commonRefusals,
			securitySchemes: {
				token: { type: "http", scheme: "bearer" },
				session: { type: "apiKey", in: "cookie", name: "faultline" },
			},
		},
	};
}

const languageParameter = {
	name: "lang",
	in: "query",
	description: "Language of the sentences; else `Accept-Language`, else en",
	schema: { enum: languages },
};

const commonRefusals = {
	wrongInput: refusalAnswer("The request has mistakes; all are listed"),
	notSignedIn: refusalAnswer("No token, or a wrong one"),
	notAllowed: refusalAnswer("The role does not allow it"),
	tooMany: refusalAnswer("Too much at once; try again later"),
	databaseAway: refusalAnswer("The database does not answer"),
};

function pathsOf(endpoints: readonly Endpoint[]): Json {
	const paths: Record<string, Json> = {};
	for (const endpoint of endpoints) {
		const path = `/api${endpoint.path}`;
		paths[path] = { ...paths[path], [endpoint.method]: operation(endpoint) };
	}
	return paths;
}

/** What is asked before anybody is signed in. */
function openPaths(): Json {
	const paths: Record<string, Json> = {};
	for (const request of signInDescriptions) {
		const { path, method } = request;
		const described = { ...operation(request), security: [] };
		paths[path] = { ...paths[path], [method]: described };
	}
	return paths;
}

function operation(endpoint: OpenRequest): Json {
	return {
		operationId: operationId(endpoint),
		summary: endpoint.summary,
		parameters: [
			...parametersIn("path", endpoint.parameters),
			...parametersIn("query", endpoint.query),
			{ $ref: "#/components/parameters/lang" },
		],
		...(endpoint.body && { requestBody: requestBody(endpoint.body) }),
		responses: responses(endpoint),
	};
}

function requestBody(body: Body): Json {
	return body.kind === "json"
		? {
				required: !body.schema.safeParse(undefined).success,
				content: { "application/json": { schema: inputOf(body.schema) } },
			}
		: {
				required: true,
				description: body.what,
				content: { [body.mediaType]: {} },
			};
}

/** `get-tickets-number`: unique, for method and path are. */
function operationId({ method, path }: OpenRequest): string {
	const words = path.split(/\W+/).filter((word) => word !== "");
	return [method, ...words].join("-");
}

function parametersIn(place: "path" | "query", schema: z.ZodObject): Json[] {
	const { properties = {}, required = [] } = z.toJSONSchema(schema, {
		io: "input",
	});
	return Object.entries(properties).map(([name, property]) => ({
		name,
		in: place,
		required: required.includes(name),
		schema: property,
	}));
}

function responses({ answer, refuses }: OpenRequest): Json {
	const own = Object.entries(refuses).map(([status, when]) => [
		status,
		refusalAnswer(when),
	]);
	return {
		200:
			answer.kind === "json"
				? jsonAnswer("The answer", reference(answer.schema))
				: { description: answer.what, content: { [answer.mediaType]: {} } },
		400: { $ref: "#/components/responses/wrongInput" },
		401: { $ref: "#/components/responses/notSignedIn" },
		403: { $ref: "#/components/responses/notAllowed" },
		429: { $ref: "#/components/responses/tooMany" },
		503: { $ref: "#/components/responses/databaseAway" },
		...Object.fromEntries(own),
	};
}

function refusalAnswer(description: string): Json {
	return jsonAnswer(description, reference(shapes.refusal));
}

function jsonAnswer(description: string, schema: Json): Json {
	return { description, content: { "application/json": { schema } } };
}

function reference(schema: z.ZodType): Json {
	const named = shapes.namedShapes.get(schema);
	return named
		? { $ref: schemaAddress(named.id) }
		: withoutDialect(z.toJSONSchema(schema));
}

/** The schema of what is sent to us, written out: the named shapes are those of our answers. */
function inputOf(schema: z.ZodType): Json {
	return withoutDialect(z.toJSONSchema(schema, { io: "input" }));
}

function componentSchemas(): Json {
	const { schemas } = z.toJSONSchema(shapes.namedShapes, {
		uri: schemaAddress,
	});
	const named = Object.entries(schemas).map(([id, schema]) => [
		id,
		withoutDialect(schema),
	]);
	return Object.fromEntries(named);
}

function schemaAddress(id: string): string {
	return `#/components/schemas/${id}`;
}

/** OpenAPI 3.1 has its own dialect and addresses; a schema in it needs none. */
function withoutDialect({ $schema: _, $id: __, ...schema }: Json): Json {
	return schema;
}
