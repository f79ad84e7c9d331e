export const en = {
	title: "Rota",
	pages: "Pages of the rota",
	shifts: "Shifts",
	plan: "Plan",
	swaps: "Swaps",
	absences: "Absences",
	whatIf: "What if",
	fairness: "Fairness",
	calendars: "Calendars",
	notices: "Notices",
	versions: "Versions",
	line: "Line",
	trouble: "The rota could not be loaded. {{why}}",
	none: "No rota has been published yet. Import one with `npx faultline rota import FILE`.",
	draft: {
		changed: "You have changes that are not published.",
		newer:
			"{{name}} published version {{version}} while you were editing. Your changes are safe; look at both before you publish.",
		others: "{{names}} is editing too.",
		saving: "Saving …",
		saved: "Saved as a draft",
		waiting: "Not saved yet: the service does not answer. We keep trying.",
		elsewhere: "You changed this draft in another tab.",
		reload: "Load it",
		undo: "Undo",
		undoWhat: "Undo: {{what}}",
		redo: "Redo",
		redoWhat: "Redo: {{what}}",
		discard: "Give up the changes",
		discardAsk:
			"Give up everything that you have changed since version {{version}}?",
		discardYes: "Give them up",
		discardNo: "Keep them",
		publish: "Look and publish",
	},
};

export type Words = typeof en;
