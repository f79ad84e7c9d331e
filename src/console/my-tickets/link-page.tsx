import { MissingPage } from "../plain-pages.tsx";

export default function LinkPage(_: { secret: string }) {
	return <MissingPage />;
}
