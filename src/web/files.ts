import { type Request, type Response, Router } from "express";
import type { Context } from "../context.ts";
import { storedFile } from "../database/ticket-files.ts";
import { may } from "./access.ts";
import { noSuchFile } from "./api/ticket-file-words.ts";
import { type Asker, askerOf } from "./asker.ts";
import { languageOf } from "./language-of.ts";
import { recogniseAsker } from "./recognise.ts";
import { Refusal } from "./refusal.ts";
import { refusals } from "./words.ts";

/**
 * Photos and files of tickets, at an address of their own: whoever may see tickets sees them, a personal link those of its own ticket. What
 * somebody sent is shown or downloaded, and can never be a page or a script.
 */
export function filesRouter(ctx: Context): Router {
	const router = Router();
	router.get("/files/:id", recogniseAsker(ctx), async (request, response) => {
		const asker = askerOf(response);
		if (!may(asker.role, "see tickets"))
			throw new Refusal(403, refusals.notAllowed, languageOf(request));
		const file = await fileFor(ctx, asker, String(request.params.id));
		if (!file) throw new Refusal(404, noSuchFile, languageOf(request));
		response.set({
			"Content-Type": file.mediaType,
			"Content-Disposition": disposition(file),
			"Content-Security-Policy": "default-src 'none'; sandbox",
			"X-Content-Type-Options": "nosniff",
			"Cross-Origin-Resource-Policy": "same-origin",
			// Asked for anew each time, for it may have been removed, or whoever asks may have left.
			"Cache-Control": "private, no-cache",
			ETag: `"${file.sha256}"`,
		});
		await send(ctx, file.file, request, response);
	});
	return router;
}

async function fileFor(ctx: Context, { link }: Asker, id: string) {
	if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
	const file = await storedFile(ctx.database, id);
	return link && file?.ticketId !== link.ticketId ? null : file;
}

/** RFC 6266: a name of plain letters for old readers, and the whole one as RFC 8187 writes it. */
function disposition({
	name,
	mediaType,
}: {
	readonly name: string;
	readonly mediaType: string;
}): string {
	const plain = name.replaceAll(/[^\w .()-]/g, "_");
	const whole = encodeURIComponent(name).replaceAll(
		/['()*]/g,
		(char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	const how = mediaType.startsWith("image/") ? "inline" : "attachment";
	return `${how}; filename="${plain}"; filename*=UTF-8''${whole}`;
}

async function send(
	{ config }: Context,
	file: string,
	request: Request,
	response: Response,
): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		response.sendFile(
			file,
			{
				root: config.dataDir,
				dotfiles: "deny",
				cacheControl: false,
				lastModified: false,
			},
			(error) => {
				if (!error || response.headersSent || request.destroyed) resolve();
				else if ("code" in error && error.code === "ENOENT")
					reject(new Refusal(404, noSuchFile, languageOf(request)));
				else reject(error);
			},
		);
	});
}
