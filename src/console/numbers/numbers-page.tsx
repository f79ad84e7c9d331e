import { MissingPage } from "../plain-pages.tsx";

export default function NumbersPage() {
	return <MissingPage />;
}
