import {
	type Leg,
	recordLeg,
	screenPerson,
	takeKey,
} from "../../actions/record-leg.ts";
import type { Switchboard } from "../../actions/switchboard.ts";
import type { Context } from "../../context.ts";
import type { CallState } from "../../domain/call/state.ts";
import { RequestError } from "../../errors.ts";
import {
	addressesOf,
	languageIn,
	phoneIn,
	type RungPhone,
} from "./addresses.ts";
import { carrierInstant, legStatusIn } from "./outcomes.ts";
import { notOurs, originOfRequest } from "./steps.ts";
import { twimlOf } from "./twiml.ts";
import type { CarrierRequest, Handler } from "./webhooks.ts";

/** The webhooks of phones that are rung: what their owners hear and press, and how their legs get on. */
export function legHandlers(
	ctx: Context,
	board: Switchboard,
): Readonly<Record<"pickedUp" | "keyPressed" | "legProgressed", Handler>> {
	const { publicUrl } = ctx.config;
	return {
		async pickedUp(request) {
			const { leg, phone, state } = rungLeg(ctx, request);
			const instructions = await screenPerson(ctx, board, leg, state.language);
			return twimlOf(
				instructions,
				addressesOf(publicUrl, leg.origin, { phone, state }),
			);
		},

		async keyPressed(request) {
			const { leg } = rungLeg(ctx, request);
			const key = request.params.optional("Digits") || null;
			return twimlOf(
				await takeKey(ctx, board, leg, key),
				addressesOf(publicUrl, leg.origin),
			);
		},

		async legProgressed(request) {
			const { leg } = rungLeg(ctx, request);
			const status = legStatusIn(request.params);
			if (!status)
				throw new RequestError(
					400,
					"The parameter CallStatus is none we know.",
				);
			await recordLeg(ctx, board, leg, {
				status,
				sequence: request.params.count("SequenceNumber"),
				carrierAt: carrierInstant(request.params),
			});
			return null;
		},
	};
}

function rungLeg(
	ctx: Context,
	request: CarrierRequest,
): { leg: Leg; phone: RungPhone; state: CallState } {
	const origin = originOfRequest(ctx, request);
	const phone = phoneIn(request.query);
	const language = languageIn(request.query.get("lang"));
	if (!phone || !language) throw notOurs();
	const leg = request.params.sid("CallSid", "CA");
	return {
		leg: { ...phone, leg, origin },
		phone,
		state: { at: "ringing", language, step: phone.step, attempt: 1 },
	};
}
