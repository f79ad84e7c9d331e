import { Suspense } from "react";
import { Link } from "wouter";
import { MissingPage } from "../plain-pages.tsx";
import { useSignedIn } from "../session.tsx";
import { settingsPages } from "./settings-pages.ts";
import styles from "./settings-section.module.css";
import { useSettingsWords } from "./settings-words.ts";

/** What an admin sets for all tickets, page by page. */
export default function SettingsSection({ name }: { name: string }) {
	const { may } = useSignedIn();
	const pages = settingsPages.filter(({ permission }) =>
		may.includes(permission),
	);
	const found =
		name === "" ? pages[0] : pages.find((page) => page.name === name);
	if (!found) return <MissingPage />;
	const { page: Page } = found;
	return (
		<>
			<PageLinks pages={pages} current={found.name} />
			<Suspense fallback={null}>
				<Page />
			</Suspense>
		</>
	);
}

function PageLinks({
	pages,
	current,
}: {
	pages: typeof settingsPages;
	current: string;
}) {
	const say = useSettingsWords();
	return (
		<nav aria-label={say("pages")} className={styles.pages}>
			{pages.map(({ name, label }) => (
				<Link
					key={name}
					href={`/settings/${name}`}
					className={styles.page}
					aria-current={name === current ? "page" : undefined}
				>
					{say(label)}
				</Link>
			))}
		</nav>
	);
}
