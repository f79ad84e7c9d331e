import { type ComponentType, Suspense } from "react";
import { MissingPage } from "../plain-pages.tsx";
import { SectionPages } from "../section-pages.tsx";
import { useSignedIn } from "../session.tsx";
import { placesPages } from "./places-pages.ts";
import { usePlacesWords } from "./places-words.ts";

/** Who and what do we know? */
export default function PlacesSection({ name }: { name: string }) {
	const { may } = useSignedIn();
	const say = usePlacesWords();
	const pages = placesPages.filter(({ permission }) =>
		may.includes(permission),
	);
	const found = pages.find((page) => page.name === name);
	if (!found) return <MissingPage />;
	return (
		<>
			<SectionPages
				isAlone
				label={say("pages")}
				pages={pages.map((page) => ({
					href: page.name === "" ? "/places" : `/places/${page.name}`,
					label: say(`page.${page.label}`),
					isCurrent: page.name === name,
				}))}
			/>
			<Shown page={found.page} />
		</>
	);
}

function Shown({ page: Page }: { page: ComponentType }) {
	return (
		<Suspense fallback={null}>
			<Page />
		</Suspense>
	);
}
