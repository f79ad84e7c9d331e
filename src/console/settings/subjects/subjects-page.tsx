import { Title } from "@mantine/core";
import { useSettingsWords } from "../settings-words.ts";

export default function SubjectsPage() {
	const say = useSettingsWords();
	return <Title order={1}>{say("subjects")}</Title>;
}
