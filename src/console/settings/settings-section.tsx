import { Suspense } from "react";
import { MissingPage } from "../plain-pages.tsx";
import { SectionPages } from "../section-pages.tsx";
import { useSignedIn } from "../session.tsx";
import { settingsPages } from "./settings-pages.ts";
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
		<SectionPages
			isAlone
			label={say("pages")}
			pages={pages.map(({ name, label }) => ({
				href: `/settings/${name}`,
				label: say(label),
				isCurrent: name === current,
			}))}
		/>
	);
}
