import type { Response } from "express";
import { z } from "zod";
import {
	removeOwnSecondFactor,
	renewRecoveryCodes,
} from "../../actions/change-second-factor.ts";
import {
	beginEnrolment,
	confirmEnrolment,
} from "../../actions/enrol-second-factor.ts";
import type { Language } from "../../domain/language.ts";
import { Refusal } from "../refusal.ts";
import { senderOf } from "../sender.ts";
import { handOver, refuseLocked } from "../sign-in-requests.ts";
import { enrolment, ownAccount, recoveryCodes } from "./account-shapes.ts";
import { ownAccountView, ownerOf } from "./account-views.ts";
import { accountRefusals } from "./account-words.ts";
import { jsonEndpoint } from "./endpoint.ts";

const permission = "keep one's own account";
const body = z.strictObject({ code: z.string().max(40) });
const refuses = {
	409: "A token has no account, or the second factor is not as it must be",
	429: "Too many wrong codes",
};

export const beginEnrolmentEndpoint = jsonEndpoint({
	method: "post",
	path: "/account/second-factor",
	summary: "Begins to set up a second factor; a code confirms it",
	permission,
	answers: enrolment,
	refuses,
	handle: async (ctx, { asker, language }) => {
		const { id, email } = ownerOf(asker, language);
		const begun = await beginEnrolment(ctx, { account: id, email });
		if (begun.kind === "refused")
			throw new Refusal(409, accountRefusals.alreadyOn, language);
		return { secret: begun.secret, uri: begun.uri };
	},
});

export const confirmEnrolmentEndpoint = jsonEndpoint({
	method: "post",
	path: "/account/second-factor/confirm",
	summary: "Turns the second factor on with its first code",
	permission,
	body,
	answers: recoveryCodes,
	refuses,
	handle: async (ctx, asked) => {
		const { asker, language, request, response } = asked;
		const { id, session } = ownerOf(asker, language);
		const result = await confirmEnrolment(ctx, {
			...{ account: id, code: asked.body.code, openedBy: session.openedBy },
			...{ sender: senderOf(request), replaces: null },
		});
		if (result.kind === "refused") return refuse(result, language, response);
		handOver(ctx, response, result.session);
		return { recoveryCodes: [...result.recoveryCodes] };
	},
});

export const removeSecondFactorEndpoint = jsonEndpoint({
	method: "post",
	path: "/account/second-factor/remove",
	summary: "Does without a second factor, where the role allows it",
	permission,
	body,
	answers: ownAccount,
	refuses,
	handle: async (ctx, asked) => {
		const { asker, language, response } = asked;
		const { id, name } = ownerOf(asker, language);
		const change = { account: id, by: name, code: asked.body.code };
		const result = await removeOwnSecondFactor(ctx, change);
		if (result.kind === "refused") return refuse(result, language, response);
		return ownAccountView(ctx, id, language);
	},
});

export const recoveryCodesEndpoint = jsonEndpoint({
	method: "post",
	path: "/account/recovery-codes",
	summary: "Makes new recovery codes in place of the earlier ones",
	permission,
	body,
	answers: recoveryCodes,
	refuses,
	handle: async (ctx, asked) => {
		const { asker, language, response } = asked;
		const { id, name } = ownerOf(asker, language);
		const change = { account: id, by: name, code: asked.body.code };
		const result = await renewRecoveryCodes(ctx, change);
		if (result.kind === "refused") return refuse(result, language, response);
		return { recoveryCodes: [...result.recoveryCodes] };
	},
});

type Refused =
	| { readonly because: "locked"; readonly seconds: number }
	| {
			readonly because: "wrong" | "not-begun" | "already-on" | "compulsory";
	  };

function refuse(
	refused: Refused,
	language: Language,
	response: Response,
): never {
	if (refused.because === "locked")
		return refuseLocked(response, refused.seconds, language);
	if (refused.because === "wrong")
		throw new Refusal(400, accountRefusals.wrongCode, language, [
			{ where: "code", what: accountRefusals.wrongCode[language] },
		]);
	const sentence = {
		"not-begun": accountRefusals.notBegun,
		"already-on": accountRefusals.alreadyOn,
		compulsory: accountRefusals.compulsory,
	}[refused.because];
	throw new Refusal(409, sentence, language);
}
