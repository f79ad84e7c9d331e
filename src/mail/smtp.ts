import { createTransport } from "nodemailer";
import type { MailConfig } from "../config.ts";
import type { Mail, MailMessage } from "../context.ts";

/**
 * Sends each message on a connection of its own; whether it is encrypted is as the URL says. Nothing a message holds can
 * add a header or a recipient, or have a file or an address read.
 */
export function openMail(config: MailConfig | null): Mail {
	if (!config)
		return {
			isSet: false,
			send: async () => {
				throw new Error("No mail can be sent: SMTP_URL is not set.");
			},
		};
	const transport = createTransport(
		{
			url: config.smtpUrl,
			pool: false,
			connectionTimeout: 10_000,
			greetingTimeout: 10_000,
			socketTimeout: 20_000,
			dnsTimeout: 10_000,
			disableFileAccess: true,
			disableUrlAccess: true,
		},
		{ from: config.from },
	);
	return {
		isSet: true,
		send: async (message) => {
			await transport.sendMail(asSent(message));
		},
	};
}

function asSent({ to, subject, text, attachments = [] }: MailMessage) {
	if (!/^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$/.test(to))
		throw new Error("A message can be sent to one plain address only.");
	return {
		to: { name: "", address: to },
		subject: subject.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " "),
		text,
		attachments: attachments.map((each) => ({ ...each })),
	};
}
