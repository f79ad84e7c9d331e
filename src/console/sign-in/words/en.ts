export const en = {
	title: "Sign in",
	email: "E-mail address",
	password: "Password",
	showPassword: "Show or hide the password",
	signIn: "Sign in",
	with: "Sign in with {{name}}",
	or: "or",
	byCommand:
		"Whoever runs the machine also gets in with `npx faultline sign-in`.",
	demo: {
		title: "Step into the demo",
		sentence: "Everybody here is made up. One click and you are in:",
		as: {
			technician: "as the technician {{name}}",
			office: "as {{name}} of the office",
			planner: "as the planner {{name}}",
			manager: "as the manager {{name}}",
			admin: "as the admin {{name}}",
		},
		own: "Or with an account of your own",
	},
	refused: {
		"no-account":
			"There is no account with your e-mail address here. Ask your admin for an invitation.",
		"not-verified":
			"{{name}} does not vouch for your e-mail address, so we cannot tell that it is yours. Sign in with a password.",
		disabled: "Your account is disabled. Ask your admin.",
		failed: "That did not work. Try again, or sign in with a password.",
		provider: "The other service",
	},
	code: {
		title: "One more step",
		sentence: "Type the six digits that your authenticator app shows now.",
		label: "Code",
		recoverySentence:
			"Type one of the recovery codes that you kept when you set this up. Each works once.",
		recoveryLabel: "Recovery code",
		useRecovery: "I do not have my phone",
		useApp: "Use the app after all",
		confirm: "Continue",
		back: "Back to the start",
	},
	forgotten: {
		link: "Forgotten your password?",
		title: "A new password",
		sentence: "We send a link to your e-mail address. It works for an hour.",
		send: "Send the link",
		sent: "If {{email}} has an account, the link is on its way. Look into your e-mail, also among the junk.",
		askAdmin:
			"No e-mail is sent from here. Ask your admin for a link; with it you choose a new password.",
		back: "Back to signing in",
	},
	choose: {
		loading: "One moment …",
		resetTitle: "Choose a new password",
		resetSentence: "For the account {{email}}.",
		resetButton: "Save the password",
		resetDone: "The password is saved. Now sign in with it.",
		invitationTitle: "Welcome, {{name}}",
		invitationSentence:
			"You sign in with {{email}} and the password that you choose here.",
		invitationButton: "Save and sign in",
		name: "Your name, as others see it",
		language: "Your language",
		password: "New password",
		hint: "At least {{count}} characters. A few words in a row are easy to remember and hard to guess.",
		missing_one: "One more character.",
		missing_other: "{{count}} more characters.",
		tooLong: "Too long: at most {{count}} characters.",
		tooCommon: "Too easy to guess: passwords like this are tried first.",
		namesYou: "Too easy to guess: it is mostly your own name or address.",
		good: "This will do.",
	},
};

export type Words = typeof en;
