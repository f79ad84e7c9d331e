import sharp from "sharp";
import type { ImageKind } from "../domain/ticket/ticket-file.ts";

// Whatever else the library can read, it never tries here.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
	operation: [
		"VipsForeignLoadJpegBuffer",
		"VipsForeignLoadPngBuffer",
		"VipsForeignLoadWebpBuffer",
	],
});
// Calls share these processors: a photo gets one thread, and nothing of it stays in memory.
sharp.concurrency(1);
sharp.cache(false);

export type MadeAnew =
	| { readonly kind: "made"; readonly bytes: Buffer }
	| {
			readonly kind: "refused";
			readonly because: "damaged" | "too-many-pixels" | "busy";
	  };

/** Of the longer side. */
const mostPixelsAcross = 2560;

/** A little more than the largest that phones take by themselves; decoding it takes a few hundred megabytes at most. */
const mostPixels = 65_000_000;

const longestSeconds = 30;

/** More than these have to come again. */
const mostWaiting = 20;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Draws a picture anew: what is seen stays, upright and at most 2560 pixels across; everything else that was in the file, such as where it was
 * taken, is gone. One at a time, on a thread of its own, so that nothing else in the process waits.
 */
export function madeAnew(bytes: Buffer, kind: ImageKind): Promise<MadeAnew> {
	if (waiting >= mostWaiting)
		return Promise.resolve({ kind: "refused", because: "busy" });
	waiting += 1;
	const made = last.then(() => drawn(bytes, kind));
	last = made.finally(() => {
		waiting -= 1;
	});
	return made;
}

async function drawn(bytes: Buffer, kind: ImageKind): Promise<MadeAnew> {
	const format = kind === "image/jpeg" ? "jpeg" : kind.slice("image/".length);
	try {
		const picture = sharp(bytes, {
			failOn: "error",
			limitInputPixels: mostPixels,
			// Of one that moves, the first picture.
			pages: 1,
		});
		const drawing = picture
			.autoOrient()
			.resize({
				width: mostPixelsAcross,
				height: mostPixelsAcross,
				fit: "inside",
				withoutEnlargement: true,
			})
			.toFormat(format as "jpeg" | "png" | "webp")
			.timeout({ seconds: longestSeconds });
		return { kind: "made", bytes: await drawing.toBuffer() };
	} catch (error) {
		const isHuge = /pixel limit/.test((error as Error).message);
		return { kind: "refused", because: isHuge ? "too-many-pixels" : "damaged" };
	}
}
