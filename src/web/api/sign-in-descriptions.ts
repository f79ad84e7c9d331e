import { z } from "zod";
import { languages } from "../../domain/language.ts";
import {
	forgotten,
	passwordLink,
	signedIn,
	signInWays,
} from "./account-shapes.ts";
import type { Endpoint } from "./endpoint.ts";

const email = z.string().max(320);
const password = z.string().max(1_024);
const code = z.string().max(40).meta({
	description: "Of the app, or a recovery code",
});

/** What is sent to sign in, by the way taken. */
export const signInBodies = {
	password: z.strictObject({ email, password }),
	code: z.strictObject({ code }),
	forgot: z.strictObject({ email }),
	demo: z.strictObject({ account: z.guid() }),
	reset: z.strictObject({ password }),
	invitation: z.strictObject({
		password,
		name: z.string().trim().min(1).max(100).optional(),
		language: z.enum(languages).optional(),
	}),
};

/** A request that needs no session, as it is described; it lies outside `/api`. */
export type OpenRequest = Omit<Endpoint, "permission" | "forLink" | "handle">;

const tooMany = { 429: "Too many attempts; Retry-After says for how long" };
const used = { 410: "The link has been used or is too old" };
const wrong = { 401: "It is not right" };

/** All that the sign-in pages ask. Each POST needs the header X-Faultline-Console. */
export const signInDescriptions: readonly OpenRequest[] = [
	get("/sign-in/ways", "How one can sign in here", signInWays),
	post(
		"/sign-in",
		"Signs in with a password",
		signInBodies.password,
		signedIn,
		{
			...wrong,
			...tooMany,
		},
	),
	post(
		"/sign-in/code",
		"The second step of a sign-in",
		signInBodies.code,
		signedIn,
		{ ...wrong, ...tooMany },
	),
	post(
		"/sign-in/forgot",
		"Has a link to reset the password mailed, if the address has an account",
		signInBodies.forgot,
		forgotten,
		tooMany,
	),
	post(
		"/sign-in/demo",
		"Signs in as one of the people of the demo",
		signInBodies.demo,
		signedIn,
		{ 404: "This is not the demo, or they are not of it" },
	),
	get("/sign-in/reset/{secret}", "Whose reset link it is", passwordLink, used),
	post(
		"/sign-in/reset/{secret}",
		"Sets another password, once; signing in follows",
		signInBodies.reset,
		z.object({ kind: z.literal("reset") }),
		used,
	),
	get(
		"/sign-in/invitation/{secret}",
		"Whose invitation it is",
		passwordLink,
		used,
	),
	post(
		"/sign-in/invitation/{secret}",
		"Accepts an invitation with a password, once, and signs in",
		signInBodies.invitation,
		signedIn,
		used,
	),
];

function get(
	path: string,
	summary: string,
	schema: z.ZodType,
	refuses: OpenRequest["refuses"] = {},
): OpenRequest {
	return {
		...{ method: "get", path, summary, refuses, body: null },
		...{ parameters: parametersOf(path), query: z.object({}) },
		answer: { kind: "json", schema },
	};
}

function post(
	path: string,
	summary: string,
	body: z.ZodType,
	schema: z.ZodType,
	refuses: OpenRequest["refuses"],
): OpenRequest {
	return {
		...get(path, summary, schema, refuses),
		method: "post",
		body: { kind: "json", schema: body, limit: "64kb" },
	};
}

function parametersOf(path: string): z.ZodObject {
	return z.object(path.endsWith("{secret}") ? { secret: z.string() } : {});
}
