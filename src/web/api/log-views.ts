import { z } from "zod";
import { chooseLogView } from "../../actions/choose-log-view.ts";
import {
	keepLogView,
	type ViewKeeper,
	type ViewRefusal,
	type ViewToKeep,
} from "../../actions/keep-log-view.ts";
import { removeLogView } from "../../actions/remove-log-view.ts";
import type { Context } from "../../context.ts";
import {
	firstViewOf,
	type LogView,
	viewsFor,
} from "../../database/log-views.ts";
import type { Language } from "../../domain/language.ts";
import { may } from "../access.ts";
import type { Asker } from "../asker.ts";
import { Refusal } from "../refusal.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { logViewRefusals } from "./log-view-words.ts";
import { logView, logViews } from "./ticket-log-shapes.ts";
import { plainText } from "./what-if-shapes.ts";

const id = z.guid();
const revision = z.int().min(1);

const toKeep = {
	name: plainText.trim().min(1).max(60),
	filter: plainText.max(2000).meta({
		description: "As it stands in the log's address: `status=open&line=…`",
	}),
	isShared: z.boolean().meta({ description: "For everybody" }),
};

export const logViewsEndpoint = jsonEndpoint({
	path: "/ticket-views",
	summary:
		"Filters of the log that were kept under a name: one's own and everybody's",
	permission: "see tickets",
	answers: logViews,
	handle: async (ctx, { asker }) => {
		const account = asker.account?.id ?? null;
		const views = await viewsFor(ctx.database, account);
		return {
			views: views.map(viewOf),
			first: await firstViewOf(ctx.database, account),
		};
	},
});

export const keepLogViewEndpoint = jsonEndpoint({
	method: "post",
	path: "/ticket-views",
	summary: "Keeps a filter of the log under a name",
	permission: "keep views of tickets",
	body: z.strictObject(toKeep),
	answers: logView,
	refuses: {
		403: "Shared views are kept by the office",
		409: "The name is taken, or there are too many",
	},
	handle: (ctx, { body, asker, language }) =>
		kept(ctx, { ...body, old: null, by: keeperOf(asker) }, language),
});

export const changeLogViewEndpoint = jsonEndpoint({
	method: "put",
	path: "/ticket-views/{id}",
	summary: "Changes a view: its name, its filter, whose it is",
	permission: "keep views of tickets",
	parameters: { id },
	body: z.strictObject({ ...toKeep, revision }),
	answers: logView,
	refuses: {
		403: "Shared views are kept by the office",
		404: "No such view",
		409: "Somebody else has changed it, the name is taken, or there are too many",
	},
	handle: (ctx, { parameters, body, asker, language }) => {
		const { revision: seen, ...view } = body;
		const old = { id: parameters.id, revision: seen };
		return kept(ctx, { ...view, old, by: keeperOf(asker) }, language);
	},
});

export const removeLogViewEndpoint = jsonEndpoint({
	method: "delete",
	path: "/ticket-views/{id}",
	summary: "Takes a view away",
	permission: "keep views of tickets",
	parameters: { id },
	query: {
		revision: z
			.string()
			.regex(/^[1-9]\d{0,8}$/)
			.transform(Number),
	},
	answers: z.object({ removed: z.boolean() }),
	refuses: {
		403: "Shared views are kept by the office",
		404: "No such view",
		409: "Somebody else has changed it",
	},
	handle: async (ctx, { parameters, query, asker, language }) => {
		const refused = await removeLogView(ctx, {
			...{ id: parameters.id, revision: query.revision },
			by: keeperOf(asker),
		});
		if (refused) throw refusal(refused, language);
		return { removed: true };
	},
});

export const chooseLogViewEndpoint = jsonEndpoint({
	method: "put",
	path: "/ticket-views/first",
	summary: "Chooses what the log shows oneself at first",
	permission: "keep views of tickets",
	body: z.strictObject({
		view: id.nullable().meta({ description: "null: everything" }),
	}),
	answers: z.object({ first: id.nullable() }),
	refuses: { 404: "No such view", 409: "A token has no views of its own" },
	handle: async (ctx, { body, asker, language }) => {
		if (!asker.account)
			throw new Refusal(409, logViewRefusals.noAccount, language);
		const isChosen = await chooseLogView(ctx, {
			...{ view: body.view, account: asker.account.id, by: asker.name },
		});
		if (!isChosen) throw refusal("not-there", language);
		return { first: body.view };
	},
});

async function kept(ctx: Context, view: ViewToKeep, language: Language) {
	if (!view.isShared && view.by.account === null)
		throw new Refusal(409, logViewRefusals.noAccount, language);
	const result = await keepLogView(ctx, view);
	if (result.kind === "refused") throw refusal(result.because, language);
	return viewOf(result.view);
}

function keeperOf({ name, account, role }: Asker): ViewKeeper {
	return {
		...{ name, account: account?.id ?? null },
		mayKeepShared: may(role, "edit tickets"),
	};
}

function refusal(because: ViewRefusal, language: Language): Refusal {
	const status = { "not-there": 404, "not-yours": 403 } as const;
	return new Refusal(
		because === "not-there" || because === "not-yours" ? status[because] : 409,
		logViewRefusals[because],
		language,
	);
}

function viewOf({
	id: ofThis,
	name,
	filter,
	account,
	keptBy,
	revision: seen,
}: LogView) {
	return {
		...{ id: ofThis, name, filter, keptBy, revision: seen },
		isShared: account === null,
	};
}
