import { z } from "zod";
import {
	type CallTenantResult,
	callTenant,
} from "../../actions/call-tenant.ts";
import type { Sentence } from "../../domain/language.ts";
import { Refusal } from "../refusal.ts";
import { noSuchTicket } from "../words.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { phoneOfActor } from "./phone-of-actor.ts";
import { actorOf, knownTicket, ticketNumber } from "./ticket-views.ts";

export const callTenantEndpoint = jsonEndpoint({
	method: "post",
	path: "/tickets/{number}/call-tenant",
	summary:
		"Rings your own phone from the line's number, and puts you through to the tenant once you press 1: neither sees the other's number",
	permission: "work on tickets",
	forLink: true,
	parameters: { number: ticketNumber },
	answers: z.object({ ringing: z.literal(true) }),
	refuses: {
		404: "There is no such ticket",
		409: "There is no number to call or no phone of yours, or such a call goes on already",
	},
	handle: async (ctx, { parameters, asker, language }) => {
		const { number, line } = await knownTicket(
			ctx,
			parameters.number,
			language,
		);
		const result = await callTenant(ctx, {
			number,
			by: asker.name,
			person: phoneOfActor(ctx, actorOf(ctx, asker), line),
		});
		if (result.kind === "ringing") return { ringing: true } as const;
		if (result.because === "no-such-ticket")
			throw new Refusal(404, noSuchTicket(number), language);
		throw new Refusal(409, words[result.because], language);
	},
});

type Because = Extract<CallTenantResult, { kind: "refused" }>["because"];

const words: Readonly<Record<Exclude<Because, "no-such-ticket">, Sentence>> = {
	"no-number": {
		fi: "Soittajan numero oli salattu, joten hänelle ei voi soittaa. Kysy numeroa asiakaspalvelusta tai mene käymään.",
		sv: "Numret var dolt, så det går inte att ringa upp. Fråga kundtjänsten efter ett nummer, eller åk dit.",
		en: "The caller's number was withheld, so they cannot be called. Ask the office for a number, or go there.",
	},
	"no-phone": {
		fi: "Päivystyslistalla ei ole puhelinnumeroasi, joten puhelimesi ei voi soida. Pyydä toimistoa lisäämään se.",
		sv: "Jourschemat har inget telefonnummer till dig, så din telefon kan inte ringa. Be kontoret lägga till det.",
		en: "The rota has no phone number of yours, so your phone cannot ring. Ask the office to add it.",
	},
	"under-way": {
		fi: "Puhelu on jo käynnissä. Odota, että se päättyy, ja yritä sitten.",
		sv: "Ett samtal pågår redan. Vänta tills det är slut och försök sedan.",
		en: "A call is under way already. Wait until it is over, then try again.",
	},
	"not-placed": {
		fi: "Puhelinyhtiö ei saanut puhelua liikkeelle. Yritä hetken kuluttua uudelleen.",
		sv: "Operatören fick inte i gång samtalet. Försök igen om en stund.",
		en: "The carrier could not place the call. Try again in a moment.",
	},
};
