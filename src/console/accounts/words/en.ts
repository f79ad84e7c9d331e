export const en = {
	title: "Accounts",
	canSignIn_one: "One person can sign in.",
	canSignIn_other: "{{count}} people can sign in.",
	wait_one: "One invitation waits.",
	wait_other: "{{count}} invitations wait.",
	alone:
		"Nobody but you is here yet. Invite whoever plans the rota and whoever is on duty: each gets a link to choose a password with.",
	invite: "Invite somebody",
	who: "Who",
	role: "Role",
	seen: "Last signed in",
	never: "Not yet",
	factor: "Second factor",
	factorOn: "On",
	factorOff: "Off",
	state: "State",
	states: { active: "Active", invited: "Invited", disabled: "Disabled" },
	you: "you",
	menu: "What to do with {{name}}",
	edit: "Change name or role",
	newInvitation: "Make a new invitation",
	resetLink: "Make a link for a new password",
	resetFactor: "Take away the second factor",
	disable: "Disable",
	enable: "Enable again",
	close: "Close",
	form: {
		inviteTitle: "Invite somebody",
		editTitle: "Change {{name}}",
		email: "E-mail address",
		emailHint:
			"The same as on the rota, for whoever has duties: so the two are known to be one person.",
		name: "Name, as others see it",
		role: "Role",
		language: "Language",
		invite: "Make the invitation",
		roleEnds: "With another role they have to sign in again.",
	},
	roleSays: {
		technician:
			"Has duties: sees the calls and their own shifts, swaps them, is away.",
		office:
			"Takes calls in the daytime: also asks who would be rung, keeps absences.",
		planner: "Also changes and publishes the rota, and settles swaps.",
		manager: "Also exports hours for pay.",
		admin: "Also keeps accounts.",
	},
	link: {
		invitationTitle: "An invitation for {{name}}",
		resetTitle: "A new password for {{name}}",
		sent: "We have sent it to {{email}}. You can also hand over the link yourself.",
		failed:
			"The e-mail to {{email}} could not be sent. Hand over the link yourself.",
		notSet:
			"No e-mail is sent from here. Hand over the link yourself, by a message that only {{name}} reads.",
		once: "It works once, {{when}}, and is shown only now.",
		label: "The link",
	},
	ask: {
		disable:
			"{{name}} is signed out everywhere and cannot sign in until you enable the account again. The rota stays as it is.",
		resetFactor:
			"{{name}} gets in with the password alone once, and where the role needs it must set up another. Be sure that it is really {{name}} who asks.",
	},
};

export type Words = typeof en;
