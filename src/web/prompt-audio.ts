import { Router } from "express";
import type { Context } from "../context.ts";

/**
 * The audio files that prompts of the lines name, for the carrier to fetch: `GET /audio/FILE`, FILE as the configuration writes it. No
 * other file of the folder is answered.
 */
export function promptAudio({ config }: Context): Router {
	const files = new Set(
		Object.values(config.lines)
			.flatMap(({ prompts }) => Object.values(prompts))
			.flatMap((prompt) => Object.values(prompt))
			.flatMap((words) => ("audio" in words ? [words.audio] : [])),
	);
	const router = Router();
	router.get("/audio/*file", (request, response, next) => {
		const file = [request.params.file].flat().join("/");
		if (!files.has(file)) return next();
		response.sendFile(file, { root: config.configDir, maxAge: "1h" });
	});
	return router;
}
