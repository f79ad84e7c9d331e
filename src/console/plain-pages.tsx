import { Button, Stack, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import { Frame } from "./frame.tsx";
import { useLanguage } from "./language.tsx";
import { Said } from "./said.tsx";
import { useTitle } from "./title.ts";

/** For whoever is not signed in: how to get in. */
export function SignedOutPage() {
	const { t } = useLanguage();
	useTitle(t("signedOut.title"));
	return (
		<Frame>
			<Stack maw="34rem" gap="sm" pt="xl">
				<Title order={1}>{t("signedOut.title")}</Title>
				<Text>
					<Said text={t("signedOut.start")} />
				</Text>
				<Text>
					<Said text={t("signedOut.another")} />
				</Text>
			</Stack>
		</Frame>
	);
}

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
