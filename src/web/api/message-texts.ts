import { z } from "zod";
import {
	changeMessageText,
	type TextChange,
} from "../../actions/change-message-text.ts";
import type { Context } from "../../context.ts";
import {
	type MessageTemplate,
	messageTemplates,
} from "../../database/message-templates.ts";
import { type Language, languages } from "../../domain/language.ts";
import { builtInTexts } from "../../domain/ticket/built-in-texts.ts";
import {
	audienceOf,
	type Purpose,
	purposes,
	rulesOf,
} from "../../domain/ticket/purposes.ts";
import { problemSentence } from "../../domain/ticket/template-words.ts";
import { longestTemplate } from "../../domain/ticket/templates.ts";
import { Refusal } from "../refusal.ts";
import { jsonEndpoint } from "./endpoint.ts";
import * as shapes from "./message-shapes.ts";

const permission = "keep ticket settings";
const path = "/ticket-settings/messages/{purpose}/{language}";
const parameters = { purpose: z.enum(purposes), language: z.enum(languages) };

const refuses = {
	409: "Somebody else changed it meanwhile, or the text could not be sent: the sentence says why",
};

export const messageTextsEndpoint = jsonEndpoint({
	path: "/ticket-settings/messages",
	summary: "The words of the messages about tickets, built in or one's own",
	permission: "see ticket settings",
	answers: shapes.messageTexts,
	handle: (ctx) => textsNow(ctx),
});

export const changeMessageTextEndpoint = jsonEndpoint({
	method: "put",
	path,
	summary: "Gives a message other words in one language",
	permission,
	parameters,
	body: z.strictObject({
		text: z
			.string()
			.max(longestTemplate)
			.regex(/^(?:\P{Cc}|\n)*$/u),
		revision: z.int().min(0),
	}),
	answers: shapes.messageTexts,
	refuses,
	handle: async (ctx, { parameters, body, asker, language }) =>
		changed(ctx, { ...parameters, ...body, by: asker.name }, language),
});

export const resetMessageTextEndpoint = jsonEndpoint({
	method: "delete",
	path,
	summary: "Goes back to the built-in words",
	permission,
	parameters,
	query: {
		revision: z
			.string()
			.regex(/^\d{1,9}$/)
			.transform(Number),
	},
	answers: shapes.messageTexts,
	refuses,
	handle: async (ctx, { parameters, query, asker, language }) =>
		changed(
			ctx,
			{ ...parameters, ...query, text: null, by: asker.name },
			language,
		),
});

async function changed(
	ctx: Context,
	change: TextChange,
	language: Language,
): Promise<shapes.MessageTexts> {
	const result = await changeMessageText(ctx, change);
	if (result.kind === "refused")
		throw new Refusal(
			409,
			result.because.kind === "changed-meanwhile"
				? changedMeanwhile
				: problemSentence(result.because),
			language,
		);
	return textsNow(ctx);
}

const changedMeanwhile = {
	fi: "Joku muutti tekstiä sillä välin. Katso uusi teksti ja tallenna uudelleen.",
	sv: "Någon ändrade texten under tiden. Se den nya texten och spara igen.",
	en: "Somebody changed the text meanwhile. See the new one, and save again.",
};

async function textsNow(ctx: Context): Promise<shapes.MessageTexts> {
	const own = await messageTemplates(ctx.database);
	const price = Object.values(ctx.config.lines).find(({ sms }) => sms)?.sms;
	return {
		purposes: purposes.map((purpose) => {
			const { known, required } = rulesOf(purpose);
			return {
				purpose,
				audience: audienceOf(purpose),
				known: [...known],
				required: [...required],
				texts: {
					fi: textNow(own, purpose, "fi"),
					sv: textNow(own, purpose, "sv"),
					en: textNow(own, purpose, "en"),
				},
			};
		}),
		price: price ? { amount: price.price, currency: price.currency } : null,
	};
}

function textNow(
	own: readonly MessageTemplate[],
	purpose: Purpose,
	language: Language,
) {
	const written = own.find(
		(one) => one.purpose === purpose && one.language === language,
	);
	const builtIn = builtInTexts[purpose][language];
	return {
		...{ text: written?.text ?? builtIn, builtIn },
		isOwn: written !== undefined,
		revision: written?.revision ?? 0,
	};
}
