import { DateTime } from "luxon";
import { type DutyCall, dutyCallUrl } from "../../actions/duty-call.ts";
import {
	type TenantCallAddress,
	tenantCallUrl,
} from "../../actions/tenant-call-address.ts";
import { callerOf, callerText, e164Of } from "../../domain/call/caller.ts";
import type { NextStep } from "../../domain/call/instructions.ts";
import type { CallOrigin } from "../../domain/call/origin.ts";
import type { CallState } from "../../domain/call/state.ts";
import { type Language, languages } from "../../domain/language.ts";
import { isCallSid } from "./request.ts";

/** The part of a URL under which the carrier reports each kind of next step. */
export const paths = {
	language: "/voice/language",
	rung: "/voice/rung",
	message: "/voice/message",
	recording: "/voice/recording",
	whisper: "/voice/whisper",
	key: "/voice/key",
	leg: "/voice/leg",
} as const;

export type PathName = keyof typeof paths;

/** One person's phone in one attempt, as the URLs of its leg carry it. */
export interface RungPhone {
	readonly person: string;
	readonly screened: boolean;
	readonly step: number;
	readonly attempt: number;
}

/** Builds the URLs of one call; the carrier signs them whole, so what they carry cannot be forged. */
export interface Addresses {
	/** Where a step of the call is reported. */
	of(leadsTo: NextStep): string;
	/** Where the leg of somebody who is rung is reported. */
	ofPhone(
		name: "whisper" | "key" | "leg",
		phone: RungPhone,
		state: CallState,
	): string;
	recording(state: CallState): string;
	/** An audio file of the installation. */
	audio(file: string): string;
}

/** @param here the phone whose whisper the instructions are for, if any. */
export function addressesOf(
	publicUrl: string,
	origin: CallOrigin,
	here?: { readonly phone: RungPhone; readonly state: CallState },
): Addresses {
	const common = queryOf(origin);
	const address = (name: PathName, state: CallState, more = "") =>
		`${publicUrl}/twilio${paths[name]}?${common}&lang=${state.language}${more}`;
	const ofPhone: Addresses["ofPhone"] = (name, phone, state) =>
		address(
			name,
			state,
			`&step=${phone.step}&attempt=${phone.attempt}&person=${encodeURIComponent(phone.person)}${phone.screened ? "&screened=1" : ""}`,
		);
	return {
		of(leadsTo) {
			switch (leadsTo.at) {
				case "screening":
					if (!here)
						throw new Error("Only a phone that is rung can be screened");
					return ofPhone("key", here.phone, here.state);
				case "ringing":
					return address(
						"rung",
						leadsTo,
						`&step=${leadsTo.step}&attempt=${leadsTo.attempt}`,
					);
				case "leaving-message":
					return address("message", leadsTo);
				default:
					return address("language", leadsTo);
			}
		},
		ofPhone,
		recording: (state) => address("recording", state),
		audio: (file) =>
			/^https?:/.test(file)
				? file
				: `${publicUrl}/audio/${file.split("/").map(encodeURIComponent).join("/")}`,
	};
}

function queryOf(origin: CallOrigin): string {
	const query = new URLSearchParams({
		call: origin.call,
		line: origin.line,
		rota: String(origin.rotaVersion ?? 0),
		at: String(origin.arrivedAt.toMillis()),
		first: origin.language,
		called: origin.called,
	});
	const caller = callerText(origin.caller);
	if (caller !== null) query.set("caller", caller);
	if (origin.busy.length > 0) query.set("busy", origin.busy.join(","));
	if (origin.languageKnown) query.set("known", "1");
	if (origin.lastResortFrom !== undefined)
		query.set("resort", String(origin.lastResortFrom));
	return query.toString();
}

/** The URLs of a call in which somebody is asked about their duty: whatever is asked, the key goes to one place. */
export function dutyAddresses(publicUrl: string, call: DutyCall): Addresses {
	const never = () => {
		throw new Error("A call about a duty rings and records nobody else");
	};
	return {
		of: () => dutyCallUrl(publicUrl, "key", call),
		...{ ofPhone: never, recording: never, audio: never },
	};
}

/** The URLs of a call to a tenant: whatever is asked, the key goes to one place. */
export function tenantCallAddresses(
	publicUrl: string,
	call: TenantCallAddress,
): Addresses {
	const never = () => {
		throw new Error(
			"A call to a tenant rings nobody else, and records nothing",
		);
	};
	return {
		of: () => tenantCallUrl(publicUrl, "key", call),
		...{ ofPhone: never, recording: never, audio: never },
	};
}

/** The origin that one of our URLs carries; null if it is none of ours. */
export function originIn(query: URLSearchParams): CallOrigin | null {
	const call = query.get("call");
	const line = query.get("line");
	const called = e164Of(query.get("called") ?? "");
	const rota = wholeNumber(query.get("rota"));
	const at = wholeNumber(query.get("at"));
	const language = languageIn(query.get("first"));
	const resort = wholeNumber(query.get("resort"));
	if (!isCallSid(call) || !line || !called || rota === null || !at || !language)
		return null;
	if (resort !== null && resort > mostSteps) return null;
	return {
		call,
		line,
		called,
		caller: callerOf(query.get("caller") ?? ""),
		rotaVersion: rota === 0 ? null : rota,
		arrivedAt: DateTime.fromMillis(at, { zone: "utc" }),
		busy: query.get("busy")?.split(",") ?? [],
		language,
		languageKnown: query.has("known"),
		...(resort === null ? {} : { lastResortFrom: resort }),
	};
}

/** The state of the call that the URL `path?query` reports to; null if it reports to none. */
export function stateIn(
	path: string,
	query: URLSearchParams,
): CallState | null {
	const language = languageIn(query.get("lang"));
	if (!language) return null;
	switch (path) {
		case paths.language:
			return { at: "choosing-language", language };
		case paths.message:
			return { at: "leaving-message", language };
		case paths.rung: {
			const step = wholeNumber(query.get("step"));
			if (step === null) return null;
			const attempt = query.get("attempt") === "2" ? 2 : 1;
			return { at: "ringing", language, step, attempt };
		}
		default:
			return null;
	}
}

/** The phone that the URL of a leg is about; null if it is none of ours. */
export function phoneIn(query: URLSearchParams): RungPhone | null {
	const person = query.get("person");
	const step = wholeNumber(query.get("step"));
	const attempt = wholeNumber(query.get("attempt"));
	if (!person || step === null || attempt === null) return null;
	return { person, step, attempt, screened: query.has("screened") };
}

export function languageIn(text: string | null): Language | null {
	return languages.find((language) => language === text) ?? null;
}

/** Far more than any plan has. */
const mostSteps = 1_000;

function wholeNumber(text: string | null): number | null {
	return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
