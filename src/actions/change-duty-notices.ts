import type { Context } from "../context.ts";
import {
	dutyNoticeSettings,
	saveDutyNoticeSettings,
	saveNoticeChannel,
} from "../database/duty-notices.ts";
import type { Channel } from "../domain/duty-notice/contact.ts";
import type { DutyNoticeSettings } from "../domain/duty-notice/settings.ts";

/** What a line tells from now on. */
export async function changeDutyNotices(
	ctx: Pick<Context, "database" | "clock">,
	change: {
		readonly line: string;
		readonly settings: DutyNoticeSettings;
		readonly by: string;
	},
): Promise<void> {
	const { database, clock } = ctx;
	const { line, settings, by } = change;
	await database.transaction(async (transaction) => {
		const before = await dutyNoticeSettings(database, line, transaction);
		await saveDutyNoticeSettings(database, transaction, line, settings, {
			...{ at: clock.now(), actor: by, action: "duty-notices-changed" },
			subject: { kind: "rota", id: line },
			before,
			after: settings,
		});
	});
}

/** By which way somebody wants to be told of their own duties. */
export async function chooseNoticeChannel(
	ctx: Pick<Context, "database" | "clock">,
	choice: {
		readonly email: string;
		readonly channel: Channel;
		readonly by: string;
	},
): Promise<void> {
	const { database, clock } = ctx;
	const { email, channel, by } = choice;
	await database.transaction((transaction) =>
		saveNoticeChannel(
			database,
			transaction,
			{ email, channel },
			{
				...{ at: clock.now(), actor: by, action: "notice-channel-chosen" },
				subject: { kind: "account", id: email },
				after: { channel },
			},
		),
	);
}
