import { Skeleton, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useSearch } from "wouter";
import type { RotaVersionView } from "../../../web/api/rota-shapes.ts";
import { useNow } from "../../clock.ts";
import { useLanguage } from "../../language.tsx";
import { briefTime } from "../../times.ts";
import { useTitle } from "../../title.ts";
import { useDesk } from "../desk.tsx";
import { useRotaVersions } from "../rota-queries.ts";
import { momentText } from "../spans.ts";
import { OneVersion } from "./one-version.tsx";
import { useVersionWords } from "./version-words.ts";
import styles from "./versions.module.css";

/** Who changed the rota, when, why and how: every version there ever was. */
export default function VersionsPage() {
	const say = useVersionWords();
	const { language } = useLanguage();
	const { line, published } = useDesk();
	const now = useNow();
	const versions = useRotaVersions(line);
	const [chosen, choose] = useState(versionIn(useSearch()));
	useTitle(say("title"));
	const reader = { language, zone: published.rota.zone };
	const shown = chosen ?? published.version;
	return (
		<>
			<Title order={1} mb="lg">
				{say("headline", {
					version: published.version,
					when: momentText(new Date(published.publishedAt), now, reader),
					name: published.publishedBy,
				})}
			</Title>
			{versions.error ? (
				<Text role="alert">
					{say("trouble", { why: versions.error.message })}
				</Text>
			) : null}
			<div className={styles.columns}>
				<nav aria-label={say("list")}>
					{versions.data ? (
						<ul className={styles.list}>
							{versions.data.versions.map((version) => (
								<li key={version.version}>
									<VersionButton
										version={version}
										isShown={version.version === shown}
										isCurrent={version.version === published.newest}
										when={briefTime(new Date(version.publishedAt), now, reader)}
										onChoose={() => choose(version.version)}
									/>
								</li>
							))}
						</ul>
					) : (
						<Skeleton height={240} />
					)}
				</nav>
				<OneVersion key={shown} version={shown} />
			</div>
		</>
	);
}

/** A ticket leads to the version that its call was routed by. */
function versionIn(search: string): number | null {
	const version = new URLSearchParams(search).get("version") ?? "";
	return /^[1-9]\d{0,8}$/.test(version) ? Number(version) : null;
}

function VersionButton({
	version: { version, publishedBy, note },
	isShown,
	isCurrent,
	when,
	onChoose,
}: {
	version: RotaVersionView;
	isShown: boolean;
	isCurrent: boolean;
	when: string;
	onChoose(): void;
}) {
	const say = useVersionWords();
	return (
		<button
			type="button"
			className={styles.version}
			aria-current={isShown ? "true" : undefined}
			onClick={onChoose}
		>
			<span className={styles.name}>
				{say("version", { version })}
				{isCurrent ? ` · ${say("current")}` : ""}
			</span>
			<span className={styles.by}>
				{say("by", { name: publishedBy, when })}
			</span>
			<span className={note ? undefined : styles.by}>
				{note ?? say("noNote")}
			</span>
		</button>
	);
}
