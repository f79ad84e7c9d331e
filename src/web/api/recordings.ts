import { join } from "node:path";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { recordingBySid } from "../../database/recordings.ts";
import type { Asker } from "../asker.ts";
import { Refusal } from "../refusal.ts";
import { refusals } from "../words.ts";
import { otherEndpoint } from "./endpoint.ts";

export const recordingEndpoint = otherEndpoint({
	path: "/recordings/{sid}",
	summary: "A caller's message, our own copy",
	permission: "hear recordings",
	forLink: true,
	parameters: {
		sid: z.string().regex(/^RE[0-9a-f]{32}$/i),
	},
	mediaType: "audio/wav",
	what: "The recording; ranges of it are answered too",
	refuses: { 404: "There is no such recording, or it is not here yet" },
	handle: async (ctx, asked) => {
		const { parameters, request, response, language, asker } = asked;
		const file = await fileOf(ctx, parameters.sid, asker);
		if (file === null)
			throw new Refusal(404, refusals.noSuchRecording, language);
		await new Promise<void>((resolve, reject) => {
			response.sendFile(
				file,
				{
					root: join(ctx.config.dataDir, "recordings"),
					dotfiles: "deny",
					cacheControl: false,
					headers: {
						"Content-Type": "audio/wav",
						"Content-Disposition": `inline; filename="${file}"`,
						// What a stranger said into the phone is played, and can never be a page.
						"Content-Security-Policy": "default-src 'none'; sandbox",
					},
				},
				(error) => {
					if (!error || response.headersSent || request.destroyed) resolve();
					else if (isMissing(error))
						reject(new Refusal(404, refusals.noSuchRecording, language));
					else reject(error);
				},
			);
		});
	},
});

/** By a personal link only what belongs to its ticket. */
async function fileOf(
	ctx: Context,
	sid: string,
	{ link }: Asker,
): Promise<string | null> {
	const recording = await recordingBySid(ctx.database, sid);
	if (link && recording?.ticket !== link.number) return null;
	return recording?.file ?? null;
}

function isMissing(error: Error): boolean {
	return "code" in error && error.code === "ENOENT";
}
