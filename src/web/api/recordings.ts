import { join } from "node:path";
import { z } from "zod";
import { enterTakenOut } from "../../actions/enter-taken-out.ts";
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
		const found = await foundFor(ctx, parameters.sid, asker);
		if (!found?.file)
			throw new Refusal(404, refusals.noSuchRecording, language);
		const { file, ticket } = found;
		// A player asks for a piece at a time: it is heard from its beginning once.
		if (!/^bytes=[1-9]/.test(request.get("Range") ?? ""))
			await enterTakenOut(ctx, asker.name, {
				...{ kind: "recording", sid: parameters.sid, ticket },
			});
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
async function foundFor(ctx: Context, sid: string, { link }: Asker) {
	const recording = await recordingBySid(ctx.database, sid);
	return link && recording?.ticket !== link.number ? null : recording;
}

function isMissing(error: Error): boolean {
	return "code" in error && error.code === "ENOENT";
}
