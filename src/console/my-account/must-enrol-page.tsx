import { Stack, Text, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTitle } from "../title.ts";
import { Enrol } from "./enrol.tsx";
import styles from "./my-account.module.css";
import { useMyAccountWords } from "./my-account-words.ts";

/** For whoever cannot go on without a second factor. */
export default function MustEnrolPage() {
	const say = useMyAccountWords();
	const client = useQueryClient();
	useTitle(say("enrol.title"));
	return (
		<Stack gap="md" className={styles.page ?? ""}>
			<Title order={1}>{say("enrol.title")}</Title>
			<Text>{say("enrol.mustSentence")}</Text>
			<Enrol done={() => void client.resetQueries()} />
		</Stack>
	);
}
