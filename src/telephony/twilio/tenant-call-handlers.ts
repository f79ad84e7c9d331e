import {
	connectTenant,
	greetTechnician,
	technicianLegEnded,
	tenantAnswered,
	tenantLegEnded,
} from "../../actions/follow-tenant-call.ts";
import {
	type TenantCallAddress,
	tenantCallIn,
	tenantCallUrl,
} from "../../actions/tenant-call-address.ts";
import type { Context } from "../../context.ts";
import {
	mostTalkSeconds,
	tenantLegOutcome,
	tenantRingSeconds,
} from "../../domain/ticket/tenant-call.ts";
import { tenantCallAddresses } from "./addresses.ts";
import { callerIsGone } from "./outcomes.ts";
import { notOurs } from "./steps.ts";
import { connectTwiml, twimlOf } from "./twiml.ts";
import type { CarrierRequest, Handler } from "./webhooks.ts";

/** The webhooks of the calls in which a technician is put through to a tenant. */
export function tenantCallHandlers(
	ctx: Context,
): Readonly<
	Record<
		"answered" | "keyPressed" | "tenantAnswered" | "connected" | "ended",
		Handler
	>
> {
	const { publicUrl } = ctx.config;
	const twiml = (
		call: TenantCallAddress,
		instructions: Parameters<typeof twimlOf>[0],
	) => twimlOf(instructions, tenantCallAddresses(publicUrl, call));
	return {
		async answered(request) {
			const call = tenantCallOf(ctx, request);
			return twiml(call, greetTechnician(ctx, call));
		},

		async keyPressed(request) {
			const call = tenantCallOf(ctx, request);
			const key = request.params.optional("Digits") || null;
			const callSid = request.params.sid("CallSid", "CA");
			const next = await connectTenant(ctx, call, { key, callSid });
			if (next.kind === "say") return twiml(call, next.instructions);
			return connectTwiml({
				phone: next.phone,
				shows: ctx.config.lines[call.line]?.number ?? "",
				ringSeconds: tenantRingSeconds,
				mostSeconds: mostTalkSeconds,
				answered: tenantCallUrl(publicUrl, "tenant", call),
				ended: tenantCallUrl(publicUrl, "connected", call),
			});
		},

		async tenantAnswered(request) {
			const { id } = tenantCallOf(ctx, request);
			await tenantAnswered(ctx, id, request.params.sid("CallSid", "CA"));
			return null;
		},

		async connected(request) {
			const call = tenantCallOf(ctx, request);
			const { params } = request;
			const bridged = params.optional("DialBridged");
			const instructions = await tenantLegEnded(ctx, call, {
				outcome: tenantLegOutcome({
					status: params.optional("DialCallStatus") ?? "failed",
					bridged: bridged === null ? null : bridged === "true",
					technicianGone: callerIsGone(params),
				}),
				talkSeconds: params.count("DialCallDuration"),
				tenantCallSid: params.optionalSid("DialCallSid", "CA"),
			});
			return twiml(call, instructions);
		},

		async ended(request) {
			const { id } = tenantCallOf(ctx, request);
			await technicianLegEnded(ctx, id, request.params.sid("CallSid", "CA"));
			return null;
		},
	};
}

function tenantCallOf(
	ctx: Context,
	{ query }: CarrierRequest,
): TenantCallAddress {
	const call = tenantCallIn(query);
	if (!call || !Object.hasOwn(ctx.config.lines, call.line)) throw notOurs();
	return call;
}
