export const en = {
	title: "Notices",
	trouble: "The notices could not be loaded. {{why}}",
	next: {
		reminder: "{{name}} is reminded of the coming shift {{when}}.",
		confirm: "The line rings {{name}} about the coming shift {{when}}.",
		begins: "{{name}} is told that the duty begins {{when}}.",
		over: "{{name}} is told that the duty is over {{when}}.",
		none: "Nobody is told anything in the next eight weeks.",
	},
	open: {
		declined:
			"{{name}} cannot take the shift that begins {{when}}. Somebody has to see to it.",
		unanswered:
			"{{name}} has not confirmed the shift that begins {{when}}. Somebody has to see to it.",
	},
	settings: {
		title: "What is told",
		changes: "Tell people when their coming shifts change",
		changesHint: "A few minutes after a publish, so that a burst is told once.",
		dayBefore: "Remind people of a shift",
		hours: "Hours before",
		handoff: "Tell both at the handoff",
		handoffHint: "Who has the duty now, and who no longer has it.",
		call: "Ring who is next and ask for a key",
		callHint:
			"Press 1, and the shift is confirmed. Without a key the line rings once more and then alarms the office.",
		minutes: "Minutes before",
		digest: "Write to the office every week",
		digestHint: "Who is on duty, what is not covered, what was changed.",
		weekday: "Day",
		time: "Time",
		to: "To whom",
		toHint:
			"An e-mail address or a phone number a line. Left empty: everybody in the office and all planners who have an account.",
		quiet: "Quiet hours",
		quietHint:
			"Nobody is reminded in these hours; it happens before them instead.",
		from: "From",
		until: "Until",
		noMail:
			"No mail server is set, so nobody gets e-mail. Set `SMTP_URL` to change that.",
		save: "Save",
		saved: "Saved.",
	},
	weekdays: {
		d1: "Monday",
		d2: "Tuesday",
		d3: "Wednesday",
		d4: "Thursday",
		d5: "Friday",
		d6: "Saturday",
		d7: "Sunday",
	},
	confirmations: {
		title: "Asked by phone",
		shift: "{{name}}, shift begins {{when}}",
		asked_one: "rung once, no answer yet",
		asked_other: "rung {{count}} times, no answer yet",
		confirmed: "confirmed",
		declined: "cannot come",
		unanswered: "no answer",
		withdrawn: "no longer theirs",
		seenTo: "{{name}} sees to it",
		acknowledge: "I see to it",
	},
	sent: {
		title: "Last messages",
		none: "Nothing has been sent yet. What the line tells its people will be listed here.",
		line: "{{purpose}}, to {{to}}",
		purposes: {
			reminder: "Reminder",
			begins: "Duty begins",
			over: "Duty is over",
			gap: "Nobody on duty",
			changes: "Changed shifts",
			digest: "Weekly letter",
			alarm: "Not confirmed",
			"alarm-over": "Confirmed after all",
		},
		states: {
			waiting: "waiting",
			onItsWay: "on its way",
			sent: "sent",
			delivered: "delivered",
			failed: "not delivered",
		},
		channels: { sms: "text message", email: "e-mail" },
	},
};

export type Words = typeof en;
