import { MissingPage } from "../plain-pages.tsx";

export default function LogPage() {
	return <MissingPage />;
}
