import { MissingPage } from "../plain-pages.tsx";

export default function ProofPage() {
	return <MissingPage />;
}
