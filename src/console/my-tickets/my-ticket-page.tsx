import { MissingPage } from "../plain-pages.tsx";

export default function MyTicketPage(_: { number: string }) {
	return <MissingPage />;
}
