import { Button, Stack, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import { Frame } from "./frame.tsx";
import { useLanguage } from "./language.tsx";
import { useTitle } from "./title.ts";

export function MissingPage() {
	const { t } = useLanguage();
	useTitle(t("missing.title"));
	return (
		<Stack maw="34rem" gap="sm" pt="xl" align="flex-start">
			<Title order={1}>{t("missing.title")}</Title>
			<Text>{t("missing.sentence")}</Text>
			<Button component={Link} href="/">
				{t("missing.home")}
			</Button>
		</Stack>
	);
}

export function TroublePage({ why, again }: { why: string; again(): void }) {
	const { t } = useLanguage();
	useTitle(t("trouble.title"));
	return (
		<Frame>
			<Stack maw="34rem" gap="sm" pt="xl" align="flex-start">
				<Title order={1}>{t("trouble.title")}</Title>
				<Text>{why === "" ? t("trouble.unreachable") : why}</Text>
				<Button onClick={again}>{t("trouble.again")}</Button>
			</Stack>
		</Frame>
	);
}

/** Where a page's own files could not be fetched: loading all anew fetches the newest. */
export function LostPage() {
	const { t } = useLanguage();
	useTitle(t("trouble.title"));
	return (
		<Stack maw="34rem" gap="sm" pt="xl" align="flex-start" role="alert">
			<Title order={1}>{t("trouble.title")}</Title>
			<Text>{t("trouble.newer")}</Text>
			<Button onClick={() => window.location.reload()}>
				{t("trouble.again")}
			</Button>
		</Stack>
	);
}
