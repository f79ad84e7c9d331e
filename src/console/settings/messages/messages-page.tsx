import { SegmentedControl, Text, Title } from "@mantine/core";
import { useState } from "react";
import { type Language, languages } from "../../../domain/language.ts";
import type {
	MessagePurpose,
	MessageTexts,
} from "../../../web/api/message-shapes.ts";
import { useLanguage } from "../../language.tsx";
import { Refused } from "../../refused.tsx";
import { useTitle } from "../../title.ts";
import { useMessageTexts } from "./message-queries.ts";
import { useMessageWords } from "./message-words.ts";
import styles from "./messages.module.css";
import { OneMessage } from "./one-message.tsx";

/** What do we say to whom? */
export default function MessagesPage() {
	const say = useMessageWords();
	const { data, error } = useMessageTexts();
	useTitle(say("title"));
	if (data) return <Page texts={data} />;
	if (!error) return null;
	return (
		<>
			<Title order={1}>{say("trouble")}</Title>
			<Refused error={error} />
		</>
	);
}

const audiences = ["tenant", "technician", "office"] as const;

function Page({ texts: { purposes, price } }: { texts: MessageTexts }) {
	const say = useMessageWords();
	const { language } = useLanguage();
	const [of, setOf] = useState<Language>(language);
	const own = purposes.flatMap(({ texts }) =>
		Object.values(texts).filter(({ isOwn }) => isOwn),
	).length;
	return (
		<div className={styles.page}>
			<div>
				<Title order={1}>
					{own === 0
						? say("headline.builtIn")
						: say("headline.own", { count: own })}
				</Title>
				<Text maw="38rem" mt="xs">
					{say("intro")}
				</Text>
			</div>
			<SegmentedControl
				className={styles.languages ?? ""}
				aria-label={say("languageOfTexts")}
				value={of}
				onChange={setOf}
				data={languages.map((each) => ({
					value: each,
					label: say(`languages.${each}`),
				}))}
			/>
			{audiences.map((audience) => (
				<Audience
					key={audience}
					{...{ audience, of, price }}
					purposes={purposes.filter((one) => one.audience === audience)}
				/>
			))}
		</div>
	);
}

function Audience({
	audience,
	purposes,
	of,
	price,
}: {
	audience: MessagePurpose["audience"];
	purposes: readonly MessagePurpose[];
	of: Language;
	price: MessageTexts["price"];
}) {
	const say = useMessageWords();
	return (
		<section>
			<Title order={2}>{say(`audience.${audience}`)}</Title>
			<ul className={styles.list}>
				{purposes.map((message) => (
					<li key={message.purpose}>
						<OneMessage {...{ message, of, price }} />
					</li>
				))}
			</ul>
		</section>
	);
}
