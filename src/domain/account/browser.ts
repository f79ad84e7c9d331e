/** A browser by its family and where it runs, so that people know their own sessions apart. */

const families: readonly (readonly [RegExp, string])[] = [
	[/\bEdgA?\//, "Edge"],
	[/\bOPR\//, "Opera"],
	[/\bSamsungBrowser\//, "Samsung Internet"],
	[/\b(Firefox|FxiOS)\//, "Firefox"],
	[/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, "Chrome"],
	[/\bVersion\/[\d.]+ (Mobile\/\w+ )?Safari\//, "Safari"],
];

const places: readonly (readonly [RegExp, string])[] = [
	[/\biPhone\b/, "iPhone"],
	[/\biPad\b/, "iPad"],
	[/\bAndroid\b/, "Android"],
	[/\bWindows\b/, "Windows"],
	[/\bMac OS X\b/, "Mac"],
	[/\bCrOS\b/, "ChromeOS"],
	[/\bLinux\b/, "Linux"],
];

/** `Firefox, Android`; null when it says nothing that is known. */
export function browserFamily(userAgent: string): string | null {
	const known = [families, places]
		.map((list) => list.find(([sign]) => sign.test(userAgent))?.[1])
		.filter((each) => each !== undefined);
	return known.length > 0 ? known.join(", ") : null;
}
