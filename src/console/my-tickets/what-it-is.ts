import type { Sentence } from "../../domain/language.ts";
import type { MyTicket } from "../../web/api/my-ticket-shapes.ts";
import { useLanguage } from "../language.tsx";
import { clockTime } from "../times.ts";
import type { Reader } from "../wall-clock.ts";
import { useMyTicketWords } from "./my-ticket-words.ts";

interface Told {
	readonly summary: string | null;
	readonly subject: Sentence | null;
	readonly openedAt: string;
}

/** What a ticket is about and where, in words: "Burst pipe, Kiviparintie 2 B 12." */
export function useWhatItIs(): (
	ticket: Told & { readonly place: string | null },
	reader: Reader,
) => string {
	const say = useMyTicketWords();
	const about = useAbout();
	return (ticket, reader) => {
		const what = about(ticket, reader);
		const { place } = ticket;
		return place === null ? say("what", { what }) : say("at", { what, place });
	};
}

/** The same without the place: what somebody typed, else the subject, else when it was reported. */
export function useAbout(): (ticket: Told, reader: Reader) => string {
	const say = useMyTicketWords();
	const { language } = useLanguage();
	return ({ summary, subject, openedAt }, reader) =>
		summary?.replace(/[.\s]+$/, "") ||
		subject?.[language] ||
		say("callAt", { time: clockTime(new Date(openedAt), reader) });
}

/** Where a map of the phone's own finds it; null when the place is not known. */
export function mapAddress(
	place: MyTicket["place"],
	browser: string,
): string | null {
	if (place === null) return null;
	const { latitude, longitude, address } = place;
	const at =
		latitude === null || longitude === null ? null : `${latitude},${longitude}`;
	const words = encodeURIComponent(address);
	if (/Android/i.test(browser)) return `geo:${at ?? "0,0"}?q=${at ?? words}`;
	if (/iPhone|iPad|Macintosh/i.test(browser))
		return `https://maps.apple.com/?q=${words}${at ? `&ll=${at}` : ""}`;
	return at
		? `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`
		: `https://www.openstreetmap.org/search?query=${words}`;
}
