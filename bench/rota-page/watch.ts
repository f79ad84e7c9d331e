import type { Page } from "playwright-core";

export interface Frames {
	readonly median: number;
	/** Nineteen of twenty are within it. */
	readonly most95: number;
	readonly most: number;
}

/** Milliseconds from the beginning of a load until what was awaited is painted and the page has nothing left to do. */
export async function usableAfter(
	page: Page,
	url: string,
	selector: string,
): Promise<number> {
	await page.addInitScript(`
		window.usable = new Promise((resolve) => {
			const look = () => {
				if (!document.querySelector(${JSON.stringify(selector)})) return requestAnimationFrame(look);
				requestAnimationFrame(() => requestIdleCallback(() => resolve(performance.now())));
			};
			look();
		});
	`);
	await page.goto(url);
	return Number(await page.evaluate("window.usable"));
}

/** How far apart the page's frames were while something was done. */
export async function framesWhile(
	page: Page,
	act: () => Promise<void>,
): Promise<Frames> {
	await page.evaluate(`
		window.frames_ = [];
		window.isWatched = true;
		let last = performance.now();
		const frame = (now) => {
			window.frames_.push(now - last);
			last = now;
			if (window.isWatched) requestAnimationFrame(frame);
		};
		requestAnimationFrame((now) => { last = now; requestAnimationFrame(frame); });
	`);
	await act();
	const frames = (await page.evaluate(
		"window.isWatched = false, window.frames_",
	)) as number[];
	const sorted = [...frames].sort((a, b) => a - b);
	return {
		median: sorted[Math.floor(sorted.length / 2)] ?? 0,
		most95: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0,
		most: sorted.at(-1) ?? 0,
	};
}
