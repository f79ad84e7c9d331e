import { type DutyCall, dutyCallIn } from "../../actions/duty-call.ts";
import { endDutyCall } from "../../actions/end-duty-call.ts";
import { askAboutDuty, takeDutyReply } from "../../actions/take-duty-reply.ts";
import type { Context } from "../../context.ts";
import { type Addresses, dutyAddresses } from "./addresses.ts";
import { notOurs } from "./steps.ts";
import { twimlOf } from "./twiml.ts";
import type { CarrierRequest, Handler } from "./webhooks.ts";

/** The webhooks of the calls in which the line asks somebody whether they have their duty. */
export function dutyHandlers(
	ctx: Context,
): Readonly<Record<"answered" | "keyPressed" | "ended", Handler>> {
	const addresses = (call: DutyCall): Addresses =>
		dutyAddresses(ctx.config.publicUrl, call);
	return {
		async answered(request) {
			const call = dutyCallOf(ctx, request);
			return twimlOf(askAboutDuty(ctx, call), addresses(call));
		},

		async keyPressed(request) {
			const call = dutyCallOf(ctx, request);
			const key = request.params.optional("Digits") || null;
			return twimlOf(await takeDutyReply(ctx, call, key), addresses(call));
		},

		async ended(request) {
			await endDutyCall(ctx, dutyCallOf(ctx, request), {
				callSid: request.params.sid("CallSid", "CA"),
				status: request.params.required("CallStatus"),
			});
			return null;
		},
	};
}

function dutyCallOf(ctx: Context, { query }: CarrierRequest): DutyCall {
	const call = dutyCallIn(query);
	if (!call || !Object.hasOwn(ctx.config.lines, call.line)) throw notOurs();
	return call;
}
