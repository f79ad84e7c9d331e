import { Title } from "@mantine/core";
import { useSettingsWords } from "../settings-words.ts";

export default function ServiceClassesPage() {
	const say = useSettingsWords();
	return <Title order={1}>{say("serviceClasses")}</Title>;
}
