export const en = {
	title: "Personal links",
	holds:
		"{{name}} can open this ticket by the link sent {{at}}. It expires {{until}}.",
	end: "End the link",
	endOf: "End the link of {{name}}",
	ask: "{{name}} can no longer open ticket {{number}} from the text message; the page tells them to sign in or call. If a new message is sent to them about the ticket, it brings a new link.",
	endIt: "End the link",
	keep: "Not now",
	ended: "The link of {{name}} has ended.",
};
