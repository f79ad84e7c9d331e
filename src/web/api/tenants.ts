import { z } from "zod";
import { addTenant } from "../../actions/add-tenant.ts";
import { changeTenant } from "../../actions/change-tenant.ts";
import { removeTenant } from "../../actions/remove-tenant.ts";
import type { Context } from "../../context.ts";
import { patternOf } from "../../database/places.ts";
import {
	type Tenant,
	tenantById,
	tenantsPage,
} from "../../database/tenants.ts";
import type { Language } from "../../domain/language.ts";
import { wordsIn } from "../../domain/place/place-query.ts";
import type { TenantFields } from "../../domain/place/tenant.ts";
import { Refusal } from "../refusal.ts";
import { refusals } from "../words.ts";
import { jsonEndpoint } from "./endpoint.ts";
import * as shapes from "./place-shapes.ts";
import { tenantView } from "./place-views.ts";
import { placeRefusals } from "./place-words.ts";
import { digitsIn, searchText } from "./places.ts";
import { pageOfList, revision, revisionInQuery } from "./properties.ts";
import { typedNumber } from "./typed-number.ts";

const parameters = { id: z.guid() };
const noTenant = { 404: "There is no such tenant" };

export const tenantsEndpoint = jsonEndpoint({
	path: "/tenants",
	summary: "Tenants by name, key or number, a page at a time",
	permission: "see tenants",
	query: { q: searchText.default(""), ...pageOfList },
	answers: shapes.tenantsShape,
	handle: async ({ database, config }, { query: { q, ...page } }) => {
		const { tenants, total } = await tenantsPage(database, {
			...page,
			like: wordsIn(q).map(patternOf),
			digits: digitsIn(q, config),
		});
		return { tenants: tenants.map(tenantView), total };
	},
});

export const tenantEndpoint = jsonEndpoint({
	path: "/tenants/{id}",
	summary: "One tenant",
	permission: "see tenants",
	parameters,
	answers: shapes.tenantView,
	refuses: noTenant,
	handle: async (ctx, { parameters: { id }, language }) =>
		tenantView(await knownTenant(ctx, id, language)),
});

export const addTenantEndpoint = jsonEndpoint({
	method: "post",
	path: "/tenants",
	summary: "Adds a tenant; open tickets of their numbers learn where they live",
	permission: "keep tenants",
	body: z.strictObject(shapes.tenantBody),
	answers: shapes.tenantView,
	refuses: { 409: "The key is taken", 422: "No such property" },
	handle: async (ctx, { body, asker, language }) => {
		const fields = withNumbers(ctx, body, language);
		const result = await addTenant(ctx, { fields, by: asker.name });
		if (result.kind === "refused") throw refused(result.because, language);
		return tenantView(await knownTenant(ctx, result.id, language));
	},
});

export const changeTenantEndpoint = jsonEndpoint({
	method: "put",
	path: "/tenants/{id}",
	summary: "Changes a tenant to what is sent",
	permission: "keep tenants",
	parameters,
	body: z.strictObject({ revision, ...shapes.tenantBody }),
	answers: shapes.tenantView,
	refuses: {
		...noTenant,
		409: "Somebody was faster, or the key is taken",
		422: "No such property",
	},
	handle: async (ctx, { parameters: { id }, body, asker, language }) => {
		const { revision, ...written } = body;
		const fields = withNumbers(ctx, written, language);
		const result = await changeTenant(ctx, {
			...{ id, revision, fields, by: asker.name },
		});
		if (result.kind === "refused") throw refused(result.because, language);
		return tenantView(await knownTenant(ctx, id, language));
	},
});

export const removeTenantEndpoint = jsonEndpoint({
	method: "delete",
	path: "/tenants/{id}",
	summary:
		"Takes a tenant off the register; calls from their numbers are nobody's",
	permission: "keep tenants",
	parameters,
	query: { revision: revisionInQuery },
	answers: shapes.removedShape,
	refuses: { ...noTenant, 409: "Somebody was faster" },
	handle: async (ctx, { parameters: { id }, query, asker, language }) => {
		const { revision } = query;
		const result = await removeTenant(ctx, { id, revision, by: asker.name });
		if (result.kind === "refused") throw refused(result.because, language);
		return { removed: true };
	},
});

function withNumbers(
	ctx: Pick<Context, "rotas" | "config">,
	written: TenantFields,
	language: Language,
): TenantFields {
	const read = written.numbers
		.filter((text) => text !== "")
		.map((text) => typedNumber(ctx, text));
	const wrong = read.flatMap((each) =>
		each.number === null
			? [{ where: "numbers", what: each.problem[language] }]
			: [],
	);
	if (wrong.length > 0)
		throw new Refusal(400, refusals.wrongInput, language, wrong);
	return { ...written, numbers: read.flatMap(({ number }) => number ?? []) };
}

async function knownTenant(
	{ database }: Pick<Context, "database">,
	id: string,
	language: Language,
): Promise<Tenant> {
	const tenant = await tenantById(database, id);
	if (!tenant) throw new Refusal(404, placeRefusals.noSuchTenant, language);
	return tenant;
}

function refused(
	because:
		| "no-such-tenant"
		| "no-such-property"
		| "changed-meanwhile"
		| "key-taken",
	language: Language,
): Refusal {
	const [status, sentence] = {
		"no-such-tenant": [404, placeRefusals.noSuchTenant] as const,
		"no-such-property": [422, placeRefusals.noSuchProperty] as const,
		"changed-meanwhile": [409, placeRefusals.changedMeanwhile] as const,
		"key-taken": [409, placeRefusals.keyTaken] as const,
	}[because];
	return new Refusal(status, sentence, language);
}
