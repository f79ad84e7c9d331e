import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A web server of this machine that hands out one calendar. */
export interface CalendarServer {
	readonly url: string;
	/** What it answers from now on; a text is a calendar, a number a status without one. */
	answers(what: string | number, headers?: Record<string, string>): void;
	readonly asked: IncomingHttpHeaders[];
	close(): Promise<void>;
}

export async function calendarServer(): Promise<CalendarServer> {
	let what: string | number = 404;
	let headers: Record<string, string> = {};
	const asked: IncomingHttpHeaders[] = [];
	const server = createServer((request, response) => {
		asked.push(request.headers);
		if (typeof what === "number") response.writeHead(what, headers).end();
		else response.writeHead(200, headers).end(what);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/secret-key/jour.ics`,
		answers: (next, withHeaders = {}) => {
			what = next;
			headers = withHeaders;
		},
		asked,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}

/** A calendar with one event each line: `Kalle 20261224T150000/20261225T080000`, local to the rota's zone. */
export function calendarOf(...events: string[]): string {
	return [
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//Test//EN",
		...events.flatMap((event, index) => {
			const [, title, start, end] = /^(.*) (\w+)\/(\w+)$/.exec(event) ?? [];
			return [
				"BEGIN:VEVENT",
				`UID:${index}`,
				`SUMMARY:${title}`,
				`DTSTART:${start}`,
				`DTEND:${end}`,
				"END:VEVENT",
			];
		}),
		"END:VCALENDAR",
		"",
	].join("\r\n");
}
