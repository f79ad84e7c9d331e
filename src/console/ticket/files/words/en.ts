export const en = {
	title: "Photos and files",
	none: "None yet.",
	add: "Add a photo or file",
	kinds: "JPEG, PNG, WebP or PDF, at most 10 MB each.",
	photo: "Photo {{place}} of {{count}}: {{name}}, sent by {{by}}",
	by: "Sent by {{by}}",
	opens: "opens in a new tab",
	downloads: "is downloaded",
	sending: "Sending {{name}}",
	arrived: "{{name}} was added.",
	tooLarge:
		"{{name}} is larger than 10 MB. Send a smaller one, or take a screenshot of it.",
	notSent: "{{name}} was not added.",
	left: "It had not arrived when the page was left. It is still on this device.",
	offline:
		"No connection just now. It stays on this device: try again when you have one.",
	again: "Try again",
	dismiss: "Leave it",
	remove: "Remove {{name}}",
	removeTitle: "Remove the file?",
	ask: "{{name}} is erased for good. That it was here, and that you removed it, stays on record.",
	removeIt: "Remove",
	keep: "Keep it",
};

export type Words = typeof en;
