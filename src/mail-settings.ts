import type { Environment, MailConfig } from "./config.ts";
import { SetupError } from "./errors.ts";

/**
 * The mail server that the environment names; null when it names none.
 *
 * @throws SetupError when it is named in part or wrongly; the sentence never shows the URL, for a password is in it.
 */
export function mailOf(env: Environment): MailConfig | null {
	const { SMTP_URL: smtpUrl, MAIL_FROM: from } = env;
	if (smtpUrl === undefined) {
		if (from === undefined) return null;
		throw new SetupError(
			"SMTP_URL is missing: set both SMTP_URL and MAIL_FROM, or neither.",
		);
	}
	if (
		!URL.canParse(smtpUrl) ||
		!/^smtps?:$/.test(new URL(smtpUrl).protocol) ||
		new URL(smtpUrl).hostname === ""
	)
		throw new SetupError(
			"SMTP_URL is not the address of a mail server: set it to one such as smtp://name:password@mail.example.org:587, or smtps:// for a server that is encrypted from the start.",
		);
	if (from === undefined)
		throw new SetupError(
			"MAIL_FROM is missing: set it to the address that mail comes from, such as Faultline <faults@example.org>.",
		);
	if (!/^[^<>@\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(from))
		throw new SetupError(
			`MAIL_FROM is "${from}", which is not an address: set it to one such as Faultline <faults@example.org>.`,
		);
	return { smtpUrl, from };
}
