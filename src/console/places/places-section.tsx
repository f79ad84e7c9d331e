import { MissingPage } from "../plain-pages.tsx";

export default function PlacesSection(_: { name: string }) {
	return <MissingPage />;
}
