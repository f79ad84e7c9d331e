import { DateTime } from "luxon";
import { z } from "zod";
import { moments } from "./moments.ts";

/** What the control API takes, one form a request. */

const seconds = z.number().min(0).max(3600);
const keys = z.string().regex(/^[0-9*#]{1,100}$/);
const words = z.string().min(1).max(1600);
const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/, "write it as +358401234567");
const instant = z.string().transform((text, context) => {
	const at = DateTime.fromISO(text, { setZone: true });
	if (at.isValid) return at;
	context.addIssue("write it as 2026-03-02T22:00:00Z");
	return z.NEVER;
});

export const behaviourBody = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("by-hand") }),
	z.strictObject({
		kind: z.literal("answers"),
		afterSeconds: seconds,
		presses: keys.exactOptional(),
	}),
	z.strictObject({ kind: z.literal("declines"), afterSeconds: seconds }),
	z.strictObject({ kind: z.literal("busy") }),
	z.strictObject({ kind: z.literal("switched-off") }),
	z.strictObject({ kind: z.literal("voicemail"), afterSeconds: seconds }),
]);

export const newPhoneBody = z.strictObject({
	number: e164,
	name: z.string().min(1).max(100),
	language: z.enum(["fi", "sv", "en"]).exactOptional(),
	role: z.enum(["tenant", "office", "technician"]).exactOptional(),
	behaviour: behaviourBody.exactOptional(),
});

export const changedPhoneBody = z.strictObject({
	behaviour: behaviourBody.exactOptional(),
	silent: z.boolean().exactOptional(),
});

export const dialBody = z.strictObject({
	to: z.string().min(1).max(100),
	as: z.string().max(100).exactOptional(),
	forwardedFrom: z.string().max(100).exactOptional(),
	params: z.record(z.string().min(1), z.string()).exactOptional(),
});

export const pressBody = z.strictObject({ keys });
export const speakBody = z.strictObject({ words });
export const textBody = z.strictObject({ to: e164, body: words });

export const clockBody = z.union([
	z.strictObject({ set: instant }),
	/** A wall-clock time in the page's zone, without offset. */
	z.strictObject({
		setLocal: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/),
	}),
	z.strictObject({ moment: z.enum([...moments, "real-time"]) }),
	z.strictObject({ passes: z.number().min(0).max(31_622_400) }),
	z.strictObject({ pace: z.number().min(0).max(3600) }),
]);

const url = z.union([z.literal(""), z.url({ protocol: /^https?$/ })]);

export const numberBody = z.strictObject({
	number: e164,
	friendlyName: z.string().max(100).exactOptional(),
	voiceUrl: url.exactOptional(),
	voiceFallbackUrl: url.exactOptional(),
	statusCallback: url.exactOptional(),
	smsUrl: url.exactOptional(),
	smsFallbackUrl: url.exactOptional(),
});

const count = z.int().min(0).max(1_000_000);

export const misbehaviourBody = z
	.strictObject({
		duplicate: z.enum(["nothing", "callbacks", "everything"]),
		delayCallbacksSeconds: seconds,
		reorderCallbacks: z.boolean(),
		dropBefore: count,
		dropAfter: count,
		timeOut: count,
		tooManyRequests: count,
		siblingsEndOn: z.enum(["answer", "accept"]),
	})
	.partial();

export const settingsBody = z
	.strictObject({
		patienceMs: z.number().min(1).max(60_000),
		speech: z.enum(["spoken", "instant"]),
		allowedCountries: z.array(z.string().regex(/^[A-Z]{2}$/)),
		callsPerSecond: z.number().positive().max(1000),
		recordingDelaySeconds: seconds,
		deliverySeconds: seconds,
		segmentPrice: z.number().min(0).max(10).nullable(),
		mediaNeedsCredentials: z.boolean(),
		mediaIsAt: z.url({ protocol: /^https?$/ }).nullable(),
		verifiedCallerIds: z.array(e164),
	})
	.partial();
