import type { Twilio } from "twilio";
import type { Config, LineConfig } from "../../config.ts";

/** What the carrier has to know of a number of ours. */
export interface NumberSettings {
	readonly voiceUrl: string;
	readonly voiceMethod: "POST";
	readonly voiceFallbackUrl: string;
	readonly voiceFallbackMethod: "POST";
	readonly statusCallback: string;
	readonly statusCallbackMethod: "POST";
	readonly smsUrl: string;
	readonly smsMethod: "POST";
}

export type Provisioned =
	| { readonly kind: "missing"; readonly line: LineConfig }
	/** The carrier ignores the Voice URL while one of these is set. */
	| {
			readonly kind: "taken";
			readonly line: LineConfig;
			readonly by: "a TwiML app" | "a SIP trunk";
	  }
	| { readonly kind: "right"; readonly line: LineConfig }
	| {
			readonly kind: "changed";
			readonly line: LineConfig;
			/** Name of each setting that was different, with what it was and what it is now. */
			readonly changes: readonly {
				readonly setting: keyof NumberSettings;
				readonly before: string;
				readonly after: string;
			}[];
	  };

/** The settings of every number of an installation: all lines share their addresses. */
export function settingsFor(publicUrl: string): NumberSettings {
	const base = `${publicUrl}/twilio`;
	return {
		voiceUrl: `${base}/voice`,
		voiceMethod: "POST",
		voiceFallbackUrl: `${base}/voice/fallback`,
		voiceFallbackMethod: "POST",
		statusCallback: `${base}/voice/status`,
		statusCallbackMethod: "POST",
		smsUrl: `${base}/messages`,
		smsMethod: "POST",
	};
}

/** Compares each line's number at the carrier with what it has to be, and sets it so unless it is only to be looked at. */
export async function provision(
	client: Twilio,
	config: Pick<Config, "publicUrl" | "lines">,
	options: { readonly dryRun: boolean },
): Promise<Provisioned[]> {
	const settings = settingsFor(config.publicUrl);
	const results: Provisioned[] = [];
	for (const line of Object.values(config.lines))
		results.push(await provisionLine(client, line, settings, options.dryRun));
	return results;
}

async function provisionLine(
	client: Twilio,
	line: LineConfig,
	settings: NumberSettings,
	dryRun: boolean,
): Promise<Provisioned> {
	const [number] = await client.incomingPhoneNumbers.list({
		phoneNumber: line.number,
		limit: 1,
	});
	if (number?.phoneNumber !== line.number) return { kind: "missing", line };
	if (number.voiceApplicationSid)
		return { kind: "taken", line, by: "a TwiML app" };
	if (number.trunkSid) return { kind: "taken", line, by: "a SIP trunk" };
	const changes = (Object.keys(settings) as (keyof NumberSettings)[])
		.map((setting) => ({
			setting,
			before: number[setting] ?? "",
			after: settings[setting],
		}))
		.filter(({ before, after }) => before !== after);
	if (changes.length === 0) return { kind: "right", line };
	if (!dryRun) await client.incomingPhoneNumbers(number.sid).update(settings);
	return { kind: "changed", line, changes };
}
