import type { Context } from "../context.ts";
import { messageById, savePrice } from "../database/messages.ts";

/** Asks the carrier what a message cost, which it knows a while after the delivery; what is configured stays where it does not tell. */
export async function askPriceOfMessage(
	ctx: Context,
	id: string,
): Promise<void> {
	const message = await messageById(ctx.database, id);
	if (!message?.carrierSid || message.channel !== "sms") return;
	const { price, priceUnit, numSegments } = await ctx.carrier
		.messages(message.carrierSid)
		.fetch();
	// What is paid is told as a negative amount.
	const amount = Math.abs(Number(price ?? Number.NaN));
	const segments = Number(numSegments);
	await savePrice(ctx.database, id, {
		segments: segments > 0 ? segments : null,
		price:
			Number.isFinite(amount) && priceUnit
				? { amount, currency: priceUnit.toUpperCase() }
				: null,
	});
}
