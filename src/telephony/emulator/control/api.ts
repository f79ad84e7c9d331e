import express, {
	type NextFunction,
	type Request,
	type Response,
	Router,
} from "express";
import { DateTime } from "luxon";
import { type ZodType, z } from "zod";
import type { Carrier } from "../carrier.ts";
import { ImpossibleOnPhone, type Phone } from "../phone.ts";
import type { Watchers } from "../watchers.ts";
import {
	changedPhoneBody,
	clockBody,
	dialBody,
	misbehaviourBody,
	newPhoneBody,
	numberBody,
	pressBody,
	settingsBody,
	speakBody,
	textBody,
} from "./bodies.ts";
import { loopbackOnly } from "./loopback.ts";
import { momentAfter } from "./moments.ts";
import { phoneShown, snapshotOf } from "./snapshot.ts";
import { streamOf } from "./stream.ts";

/** What the page needs to know beside the network itself. */
export interface PageFacts {
	/** IANA zone whose wall clock the page shows. */
	readonly zone: string;
	readonly consoleUrl: string | null;
}

/**
 * The phones, the clock and the switches over HTTP, as JSON, for the phones page and for tests in other languages.
 * Every request is answered when the network has come to rest. Only for this machine.
 */
export function controlApi(
	carrier: Carrier,
	watchers: Watchers,
	page: PageFacts,
): Router {
	const api = Router();
	api.use(loopbackOnly);
	api.use(express.json({ limit: "64kb" }));
	const picture = () => snapshotOf(carrier, page);
	api.get("/state", (_request, response) => {
		response.json(picture());
	});
	api.get("/events", streamOf(watchers, picture));
	phoneRoutes(api, carrier);
	clockRoutes(api, carrier, page);
	switchRoutes(api, carrier);
	api.use((_request, response) => {
		response.status(404).json({ message: "There is no such address here" });
	});
	api.use(refuse);
	return api;
}

function phoneRoutes(api: Router, carrier: Carrier): void {
	const show = (response: Response, phone: Phone) =>
		response.json(phoneShown(carrier, phone));
	api.get("/phones", (_request, response) => {
		const phones = carrier.phones.all();
		response.json(phones.map((phone) => phoneShown(carrier, phone)));
	});
	api.post("/phones", (request, response) => {
		const body = newPhoneBody.parse(request.body);
		if (carrier.phones.find(body.number)) {
			throw new ImpossibleOnPhone(`${body.number} has a phone already`);
		}
		show(response.status(201), carrier.phones.add(body));
	});
	const one = "/phones/:number";
	api.get(one, (request, response) => {
		show(response, phoneIn(carrier, request));
	});
	api.patch(one, (request, response) => {
		const phone = phoneIn(carrier, request);
		const { behaviour, silent } = changedPhoneBody.parse(request.body);
		phone.changesTo({
			behaviour: behaviour ?? phone.behaviour,
			silent: silent ?? phone.silent,
		});
		show(response, phone);
	});
	api.delete(one, async (request, response) => {
		carrier.phones.remove(phoneIn(carrier, request).number);
		await carrier.settling.settled();
		response.status(204).end();
	});
	const act = <Body>(
		verb: string,
		form: ZodType<Body>,
		does: (phone: Phone, body: Body) => Promise<void>,
	) =>
		api.post(`${one}/${verb}`, async (request, response) => {
			const phone = phoneIn(carrier, request);
			await does(phone, form.parse(request.body ?? {}));
			show(response, phone);
		});
	const nothing = z.strictObject({});
	act("dial", dialBody, (phone, { to, ...options }) =>
		phone.dials(to, options),
	);
	act("answer", nothing, (phone) => phone.answers());
	act("decline", nothing, (phone) => phone.declines());
	act("hang-up", nothing, (phone) => phone.hangsUp());
	act("press", pressBody, (phone, { keys }) => phone.presses(keys));
	act("speak", speakBody, (phone, { words }) => phone.speaks(words));
	act("text", textBody, (phone, { to, body }) => phone.sendsText(to, body));
}

function clockRoutes(api: Router, carrier: Carrier, page: PageFacts): void {
	const { clock } = carrier;
	const show = (response: Response) =>
		response.json({ now: clock.now().toISO(), pace: clock.pace });
	api.get("/clock", (_request, response) => {
		show(response);
	});
	api.post("/clock", async (request, response) => {
		const body = clockBody.parse(request.body);
		if ("set" in body) clock.set(body.set);
		else if ("setLocal" in body) {
			clock.set(DateTime.fromISO(body.setLocal, { zone: page.zone }));
		} else if ("passes" in body) await clock.passes({ seconds: body.passes });
		else if ("pace" in body) clock.setPace(body.pace);
		else if (body.moment === "real-time") clock.set(DateTime.now());
		else clock.set(momentAfter(clock.now().setZone(page.zone), body.moment));
		show(response);
	});
}

function switchRoutes(api: Router, carrier: Carrier): void {
	api.get("/numbers", (_request, response) => {
		response.json(carrier.numbers.all());
	});
	api.post("/numbers", (request, response) => {
		const body = numberBody.parse(request.body);
		response.status(201).json(carrier.numbers.register(body));
	});
	const switches = (
		path: string,
		form: ZodType<Record<string, unknown>>,
		target: object,
	) => {
		api.get(path, (_request, response) => {
			response.json(target);
		});
		api.patch(path, (request, response) => {
			response.json(Object.assign(target, form.parse(request.body)));
		});
	};
	switches("/misbehave", misbehaviourBody, carrier.misbehave);
	switches("/settings", settingsBody, carrier.settings);
	api.get("/debugger", (_request, response) => {
		response.json(carrier.debugger.entries);
	});
	api.get("/requests", (_request, response) => {
		response.json(carrier.requester.sent);
	});
}

function phoneIn(carrier: Carrier, request: Request): Phone {
	const number = String(request.params.number);
	const phone = carrier.phones.find(number);
	if (!phone) throw new NoSuchPhone(`There is no phone ${number}`);
	return phone;
}

class NoSuchPhone extends Error {}

/** 400 what cannot be read, 404 what is not there, 409 what cannot be done now. */
function refuse(
	error: unknown,
	_request: Request,
	response: Response,
	next: NextFunction,
): void {
	if (response.headersSent) next(error);
	else if (error instanceof z.ZodError) {
		response.status(400).json({ message: z.prettifyError(error) });
	} else {
		const message = error instanceof Error ? error.message : String(error);
		response.status(statusFor(error)).json({ message });
	}
}

function statusFor(error: unknown): number {
	if (error instanceof NoSuchPhone) return 404;
	return error instanceof ImpossibleOnPhone ? 409 : 400;
}
