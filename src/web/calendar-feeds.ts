import { createHash } from "node:crypto";
import { Router } from "express";
import { tellShifts } from "../actions/tell-shifts.ts";
import type { Context } from "../context.ts";
import type { Sentence } from "../domain/language.ts";
import { languageOf } from "./language-of.ts";
import { WrongTokens } from "./wrong-tokens.ts";

/**
 * What calendar programs fetch: no cookie and no sign-in, only the secret in the address. It is looked up by its hash, so
 * how long an answer takes tells nothing of other secrets; whoever guesses is soon not looked up any more.
 */
export function calendarFeedsRouter(ctx: Context): Router {
	const router = Router();
	const wrongSecrets = new WrongTokens();
	router.get("/calendars/:file", async (request, response) => {
		const [, secret = ""] =
			/^([\w-]{43})\.ics$/.exec(request.params.file) ?? [];
		const address = request.socket.remoteAddress ?? "";
		response.set("Referrer-Policy", "no-referrer");
		response.set("X-Robots-Tag", "noindex");
		const wait = wrongSecrets.secondsToWait(address, secret);
		if (wait > 0) {
			response
				.set("Retry-After", String(wait))
				.set("Cache-Control", "no-store");
			response.status(429).type("text");
			response.send(words.tooMany[languageOf(request)]);
			return;
		}
		const text = secret === "" ? null : await tellShifts(ctx, secret);
		if (text === null) {
			wrongSecrets.count(address, secret);
			response.status(404).set("Cache-Control", "no-store").type("text");
			response.send(words.unknown[languageOf(request)]);
			return;
		}
		wrongSecrets.remember(secret);
		response.set({
			"Content-Type": "text/calendar; charset=utf-8",
			"Content-Disposition": 'inline; filename="faultline.ics"',
			"Cache-Control": "private, max-age=300",
			ETag: `"${createHash("sha256").update(text).digest("base64url")}"`,
		});
		// Express answers 304 by itself to whoever has this very text.
		response.send(text);
	});
	return router;
}

const words = {
	unknown: {
		fi: "Tätä kalenteria ei ole, tai sen osoite on peruttu. Tee konsolissa uusi osoite.",
		sv: "Kalendern finns inte, eller så har adressen återkallats. Skapa en ny adress i konsolen.",
		en: "There is no such calendar, or its address was revoked. Make a new address in the console.",
	},
	tooMany: {
		fi: "Liian monta väärää osoitetta. Odota minuutti ja tarkista osoite.",
		sv: "För många felaktiga adresser. Vänta en minut och kontrollera adressen.",
		en: "Too many wrong addresses. Wait a minute and check the address.",
	},
} satisfies Record<string, Sentence>;
