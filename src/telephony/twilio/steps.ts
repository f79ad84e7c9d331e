import type { Context } from "../../context.ts";
import type { CallOrigin } from "../../domain/call/origin.ts";
import { RequestError } from "../../errors.ts";
import { originIn } from "./addresses.ts";
import type { CarrierRequest } from "./webhooks.ts";

/**
 * The origin that the URL of an internal step carries.
 *
 * @throws RequestError 400 for a URL that is none of ours.
 */
export function originOfRequest(
	ctx: Context,
	request: CarrierRequest,
): CallOrigin {
	const origin = originIn(request.query);
	if (!origin || !ctx.config.lines[origin.line]) throw notOurs();
	return origin;
}

/** The refusal of a request to an internal step that we never asked for. */
export function notOurs(): RequestError {
	return new RequestError(400, "This is not a step of a call of ours.");
}
