import { z } from "zod";
import { answerDataRequest } from "../../actions/answer-data-request.ts";
import { eraseNumber } from "../../actions/erase-number.ts";
import { referenceTo } from "../../actions/place-entries.ts";
import type { Context } from "../../context.ts";
import {
	type HeldOnNumber,
	heldOnNumber,
} from "../../database/data-requests.ts";
import { erasureKey, erasuresOf } from "../../database/erasures.ts";
import type { Language } from "../../domain/language.ts";
import { recordingPath } from "../../domain/ticket/view.ts";
import { Refusal } from "../refusal.ts";
import { refusals } from "../words.ts";
import { dataRequest, erasedShape } from "./data-request-shapes.ts";
import { jsonEndpoint, otherEndpoint } from "./endpoint.ts";
import { typedNumber } from "./typed-number.ts";

const permission = "answer data requests";
const query = {
	number: z.string().min(1).max(40).meta({ description: "In any spelling" }),
};

export const dataRequestEndpoint = jsonEndpoint({
	path: "/data-requests",
	summary: "Everything that is held on a phone number",
	permission,
	query,
	answers: dataRequest,
	handle: async (ctx, { query: { number: written }, language }) => {
		const number = numberIn(ctx, written, language);
		const held = await heldOnNumber(ctx.database, number);
		return requestView(ctx, number, held);
	},
});

export const exportDataRequestEndpoint = otherEndpoint({
	path: "/data-requests/export",
	summary:
		"The same as a file to give out; recordings and files are named in it with the addresses to download them from",
	permission,
	query,
	mediaType: "application/json",
	what: "Everything that is held on the number, as readable JSON",
	handle: async (ctx, { query, asker, language, response }) => {
		const number = numberIn(ctx, query.number, language);
		const held = await answerDataRequest(ctx, { number, by: asker.name });
		const view = await requestView(ctx, number, held);
		response
			.attachment(`data-request-${number.slice(1)}.json`)
			.send(`${JSON.stringify(view, null, "\t")}\n`);
	},
});

export const eraseNumberEndpoint = jsonEndpoint({
	method: "post",
	path: "/data-requests/erase",
	summary:
		"Erases everything said, recorded and written under a number; tickets and calls stay under a pseudonym",
	permission,
	body: z.strictObject(query),
	answers: erasedShape,
	handle: (ctx, { body, asker, language }) =>
		eraseNumber(ctx, {
			number: numberIn(ctx, body.number, language),
			by: asker.name,
		}),
});

/** @throws Refusal 400 for what is no number. */
function numberIn(
	ctx: Pick<Context, "rotas" | "config">,
	written: string,
	language: Language,
): string {
	// In a query string an unescaped `+` means a space.
	const typed = typedNumber(ctx, written.replace(/^ (?=[1-9])/, "+").trim());
	if (typed.number === null)
		throw new Refusal(400, refusals.wrongInput, language, [
			{ where: "number", what: typed.problem[language] },
		]);
	return typed.number;
}

async function requestView(
	{ database, config }: Pick<Context, "database" | "config">,
	number: string,
	held: HeldOnNumber,
) {
	const reference = referenceTo(number, await erasureKey(database));
	const erasures = await erasuresOf(database, reference);
	// As it is read elsewhere, in a file that was given out, too.
	const address = (path: string) => `${config.publicUrl}${path}`;
	return {
		...held,
		number,
		recordings: held.recordings.map((recording) => ({
			...recording,
			url: ["kept", "only-here"].includes(recording.state)
				? address(recordingPath(recording.sid))
				: null,
		})),
		files: held.files.map((file) => ({
			...file,
			url: address(`/files/${file.id}`),
		})),
		erasures: erasures.map(({ at, by }) => ({ at: at.toISOString(), by })),
	};
}
