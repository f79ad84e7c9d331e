import { NativeSelect, Text } from "@mantine/core";
import { type ComponentType, Suspense } from "react";
import { useLocation } from "wouter";
import { MissingPage } from "../plain-pages.tsx";
import { SectionPages } from "../section-pages.tsx";
import { useSignedIn } from "../session.tsx";
import { DeskProvider } from "./desk.tsx";
import { DraftBar } from "./draft-bar.tsx";
import { rotaPages } from "./rota-pages.ts";
import { useRotas } from "./rota-queries.ts";
import styles from "./rota-section.module.css";
import { useRotaWords } from "./rota-words.ts";

/** The pages of one line's rota, around one desk: what is changed on one page is there on all. */
export default function RotaSection({
	line,
	name,
}: {
	line: string;
	name: string;
}) {
	const say = useRotaWords();
	const pages = useAllowedPages();
	const found = pages.find((page) => page.name === name);
	if (!found) return <MissingPage />;
	return (
		<DeskProvider
			line={line}
			waiting={<Place name={name} line={line} />}
			trouble={(why) => <Text role="alert">{say("trouble", { why })}</Text>}
		>
			<Place name={name} line={line} />
			<Shown page={found.page} />
			<DraftBar />
		</DeskProvider>
	);
}

function Shown({ page: Page }: { page: ComponentType }) {
	return (
		<Suspense fallback={null}>
			<Page />
		</Suspense>
	);
}

function useAllowedPages() {
	const { may } = useSignedIn();
	return rotaPages.filter(({ permission }) => may.includes(permission));
}

/** Where one is, and where else one can go. */
function Place({ name, line }: { name: string; line: string }) {
	const say = useRotaWords();
	const pages = useAllowedPages();
	return (
		<div className={styles.place}>
			<SectionPages
				label={say("pages")}
				pages={pages.flatMap((page) =>
					page.label === null
						? []
						: [
								{
									href: addressOf(line, page.name),
									label: say(page.label),
									isCurrent: page.name === name,
								},
							],
				)}
			/>
			<LineSwitch line={line} name={name} />
		</div>
	);
}

function addressOf(line: string, name: string): string {
	return name === "shifts" ? `/rota/${line}` : `/rota/${line}/${name}`;
}

/** Only where there are several lines. */
function LineSwitch({ line, name }: { line: string; name: string }) {
	const say = useRotaWords();
	const { data } = useRotas();
	const [, go] = useLocation();
	const rotas = data?.rotas ?? [];
	if (rotas.length < 2) return null;
	return (
		<NativeSelect
			aria-label={say("line")}
			value={line}
			onChange={(event) => go(addressOf(event.currentTarget.value, name))}
			data={rotas.map((each) => ({ value: each.line, label: each.name }))}
		/>
	);
}
