import express, { type Express, type RequestHandler } from "express";
import type { Context } from "../context.ts";
import { apiRouter } from "./api/api.ts";
import { calendarFeedsRouter } from "./calendar-feeds.ts";
import { consoleRouter } from "./console-files.ts";
import { contentSecurity } from "./content-security.ts";
import { enteredFromCarrier, enteredFromSender } from "./entered-from.ts";
import { filesRouter } from "./files.ts";
import { healthRouter } from "./health.ts";
import { languageOf } from "./language-of.ts";
import { Metrics } from "./metrics.ts";
import { promptAudio } from "./prompt-audio.ts";
import { Refusal } from "./refusal.ts";
import { refuse } from "./refuse.ts";
import { signInRouter } from "./sign-in.ts";
import { refusals } from "./words.ts";

/**
 * Everything that the service answers over HTTP. The webhooks come first: they bring their own parser, for the carrier
 * signs the body as sent, and nothing else may slow them down. No address is ever built from the request's `Host`.
 */
export function createApp(
	ctx: Context,
	doors: { twilio: RequestHandler },
): Express {
	const app = express();
	const metrics = new Metrics(ctx);
	app.disable("x-powered-by");
	// Whose address it is: a proxy beside us says so; anybody further away is not believed.
	app.set("trust proxy", ["loopback", "linklocal", "uniquelocal"]);
	app.use(withoutPublicPath(ctx.config.publicUrl));
	// One layer, for each costs a caller as much as a part of the answer does.
	app.use("/twilio", (request, response, next) => {
		metrics.measureWebhook(request, response);
		enteredFromCarrier(() => doors.twilio(request, response, next));
	});
	app.use(enteredFromSender);
	app.use(promptAudio(ctx));
	app.use(healthRouter(ctx));
	app.use(contentSecurity(ctx.config));
	app.use(metrics.router);
	app.use("/api", apiRouter(ctx));
	app.use(filesRouter(ctx));
	app.use(calendarFeedsRouter(ctx));
	app.use(signInRouter(ctx));
	app.use(consoleRouter());
	app.use((request) => {
		throw new Refusal(404, refusals.noSuchPath, languageOf(request));
	});
	app.use(refuse(ctx));
	return app;
}

/** A proxy may leave the path of the public URL on what the carrier asks for, or take it away: both are the same here. */
function withoutPublicPath(publicUrl: string): RequestHandler {
	const { pathname } = new URL(publicUrl);
	const doors = ["/twilio/", "/audio/"].map((door) => pathname + door);
	return (request, _response, next) => {
		if (pathname !== "/" && doors.some((door) => request.url.startsWith(door)))
			request.url = request.url.slice(pathname.length);
		next();
	};
}
