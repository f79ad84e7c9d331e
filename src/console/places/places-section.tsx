import { type ComponentType, Suspense } from "react";
import { Link } from "wouter";
import { MissingPage } from "../plain-pages.tsx";
import { useSignedIn } from "../session.tsx";
import styles from "./places.module.css";
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
			<nav aria-label={say("pages")} className={styles.pages}>
				{pages.map((page) => (
					<Link
						key={page.name}
						href={page.name === "" ? "/places" : `/places/${page.name}`}
						className={styles.page}
						aria-current={page.name === name ? "page" : undefined}
					>
						{say(`page.${page.label}`)}
					</Link>
				))}
			</nav>
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
