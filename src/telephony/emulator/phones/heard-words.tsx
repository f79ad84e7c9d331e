import { ScrollArea } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { HeardShown, PhoneShown } from "../control/shown.ts";
import styles from "./heard-words.module.css";
import { useLanguage } from "./language.tsx";

/** What a phone hears, as words, the newest at the bottom and in sight. */
export function HeardWords({
	phone,
	partner,
}: {
	phone: PhoneShown;
	/** Who is speaking at the other end. */
	partner: string | null;
}) {
	const { words } = useLanguage();
	const place = useRef<HTMLDivElement>(null);
	const newest = phone.heard.at(-1)?.order;
	useEffect(() => {
		if (newest === undefined) return;
		const { current } = place;
		current?.scrollTo({ top: current.scrollHeight });
	}, [newest]);
	return (
		<ScrollArea.Autosize
			className={styles.place ?? ""}
			mah="19rem"
			viewportRef={place}
			viewportProps={{
				role: "log",
				tabIndex: 0,
				"aria-label": words.heardTitle(phone.name),
			}}
		>
			{phone.heard.length === 0 ? (
				<p className={styles.nothing}>{words.heardNothing}</p>
			) : (
				phone.heard.map((heard) => (
					<Heard
						key={heard.order}
						heard={heard}
						isNewest={heard.order === newest}
						partner={partner}
					/>
				))
			)}
		</ScrollArea.Autosize>
	);
}

function Heard({
	heard,
	isNewest,
	partner,
}: {
	heard: HeardShown;
	isNewest: boolean;
	partner: string | null;
}) {
	const { words } = useLanguage();
	if (heard.kind === "words") {
		return (
			<p
				className={styles.words}
				lang={heard.language}
				data-newest={isNewest || undefined}
			>
				<span className={styles.tag}>{heard.language.slice(0, 2)}</span>
				<span>{heard.words}</span>
			</p>
		);
	}
	if (heard.kind === "speech") {
		return (
			<p className={styles.words} data-newest={isNewest || undefined}>
				<span>
					{partner ? <b>{partner}: </b> : null}
					{heard.words}
				</span>
			</p>
		);
	}
	const sound =
		heard.kind === "beep"
			? words.beep
			: heard.kind === "tones"
				? words.tones(heard.digits)
				: words.audio(heard.url.split("/").at(-1) ?? heard.url);
	return <p className={styles.sound}>♪ {sound}</p>;
}
