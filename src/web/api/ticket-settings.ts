import type { Context } from "../../context.ts";
import {
	allServiceClasses,
	allSubjects,
} from "../../database/ticket-settings.ts";
import { jsonEndpoint } from "./endpoint.ts";
import * as shapes from "./ticket-setting-shapes.ts";

export const ticketSettingsEndpoint = jsonEndpoint({
	path: "/ticket-settings",
	summary: "Subjects of tickets, and how soon faults are to be seen to",
	permission: "see ticket settings",
	answers: shapes.ticketSettings,
	handle: (ctx) => settingsNow(ctx),
});

async function settingsNow({
	database,
}: Context): Promise<shapes.TicketSettings> {
	const subjects = await allSubjects(database);
	const serviceClasses = await allServiceClasses(database);
	return { subjects: [...subjects], serviceClasses: [...serviceClasses] };
}
