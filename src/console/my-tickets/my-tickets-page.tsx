import { MissingPage } from "../plain-pages.tsx";

export default function MyTicketsPage() {
	return <MissingPage />;
}
