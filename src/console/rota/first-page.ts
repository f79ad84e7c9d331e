import { fetched } from "../fetched.tsx";

/** The rota's pages and the first of them, whose code is fetched before it is known who is signed in. */

export const RotaSection = fetched(() => import("./rota-section.tsx"));

export const TimelinePage = fetched(
	() => import("./timeline/timeline-page.tsx"),
);

/** Whoever comes to a line's timeline waits for its code and for the service at the same time. */
export function fetchFirstPage(address: string): void {
	if (/^\/rota\/[^/]+/.test(address)) RotaSection.fetch();
	if (/^\/rota\/[^/]+\/?$/.test(address)) TimelinePage.fetch();
}
