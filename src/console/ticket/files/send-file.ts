import type { Language } from "../../../domain/language.ts";
import type { TicketFileView } from "../../../domain/ticket/ticket-file.ts";
import { refusalIn, ServerError } from "../../server.ts";

/**
 * Sends a file to a ticket, and tells how much of it has gone, from 0 to 1; only this way of asking tells that. Throws `ServerError`; its status is
 * 0 when nothing answered.
 */
export function sendFile(
	file: File,
	{
		number,
		key,
		language,
		headers,
		onSent,
	}: {
		/** Of the ticket. */
		readonly number: string;
		/** By which the service knows it again. */
		readonly key: string;
		readonly language: Language;
		readonly headers: Readonly<Record<string, string>>;
		onSent(part: number): void;
	},
): Promise<TicketFileView> {
	const query = new URLSearchParams({ name: file.name, key });
	const asking = new XMLHttpRequest();
	asking.open(
		"POST",
		`/api/tickets/${encodeURIComponent(number)}/files?${query}`,
	);
	asking.responseType = "json";
	const all = {
		"Accept-Language": language,
		"Content-Type": "application/octet-stream",
		"X-Faultline-Console": "1",
		...headers,
	};
	for (const [name, value] of Object.entries(all))
		asking.setRequestHeader(name, value);
	asking.upload.onprogress = ({ loaded, total }) =>
		onSent(total === 0 ? 0 : loaded / total);
	return new Promise((resolve, reject) => {
		asking.onload = () =>
			asking.status < 300
				? resolve(asking.response as TicketFileView)
				: reject(refusalIn(asking.status, asking.response));
		asking.onerror = () => reject(new ServerError(0, ""));
		asking.send(file);
	});
}
