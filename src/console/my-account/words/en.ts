export const en = {
	title: "My account",
	sentence: "You are {{name}}, {{role}}, and sign in with {{email}}.",
	about: {
		title: "About you",
		name: "Your name, as others see it",
		language: "Your language",
		languageHint: "On these pages, and in what we write to you.",
		save: "Save",
		saved: "Saved.",
	},
	password: {
		title: "Password",
		none: "You have no password: you come in by another service or by a link.",
		current: "Your password now",
		show: "Show or hide the password",
		save: "Change the password",
		saved:
			"The password is changed. Wherever else you were signed in, you no longer are.",
	},
	factor: {
		title: "Second factor",
		off: "Off. With it, nobody gets in with your password alone: a code from an app on your phone is asked for too.",
		on: "On since {{when}}: a code from your phone is asked for when you sign in.",
		compulsory: "Your role needs it. If you change phones, an admin resets it.",
		codesLeft_one: "You have one recovery code left.",
		codesLeft_other: "You have {{count}} recovery codes left.",
		codesNone: "You have no recovery codes left. Make new ones.",
		setUp: "Set it up",
		newCodes: "Make new recovery codes",
		remove: "Turn it off",
		code: "A code from the app, or a recovery code",
		confirmCodes: "Make new codes",
		confirmRemove: "Turn it off",
		cancel: "Cancel",
	},
	enrol: {
		title: "Set up your second factor",
		mustSentence:
			"Your role can change what others rely on, so a password alone does not let you in. This is done once and takes a minute.",
		sentence:
			"From then on, nobody gets in with your password alone. It takes a minute.",
		scan: "Scan this with an authenticator app on your phone, for example Google Authenticator, Microsoft Authenticator or 1Password.",
		picture: "QR code for the authenticator app",
		secret: "Or type this key into the app",
		code: "Then type the six digits that it shows",
		confirm: "Continue",
	},
	codes: {
		title: "Keep these recovery codes",
		sentence:
			"Without your phone, each of them lets you in once. They are shown only now: keep them where you would keep a spare key.",
		copy: "Copy",
		copied: "Copied",
		print: "Print",
		download: "Save as a file",
		file: "Faultline: recovery codes. Each works once.",
		done: "I have kept them",
	},
	notices: {
		title: "How you are told of your shifts",
		sms: "By text message",
		email: "By e-mail to {{email}}",
		noMail:
			"No mail server is set yet, so text messages are sent all the same.",
		saved: "Saved.",
	},
	sessions: {
		title: "Where you are signed in",
		thisOne: "This one",
		unknown: "A browser",
		by: {
			password: "by password",
			provider: "by another service",
			link: "by a link",
			demo: "in the demo",
		},
		seen: "Last seen {{when}}",
		from: "from {{address}}",
		end: "End",
		endLabel: "End this session: {{browser}}",
		endOthers: "End all others",
		only: "You are signed in nowhere else.",
	},
};

export type Words = typeof en;
