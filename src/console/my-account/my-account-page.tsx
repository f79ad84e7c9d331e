import { Stack, Text, Title } from "@mantine/core";
import { useLanguage } from "../language.tsx";
import { Refused } from "../refused.tsx";
import { useTitle } from "../title.ts";
import { AboutMe } from "./about-me.tsx";
import styles from "./my-account.module.css";
import { useOwnAccount } from "./my-account-queries.ts";
import { useMyAccountWords } from "./my-account-words.ts";
import { MyNotices } from "./my-notices.tsx";
import { MySessions } from "./my-sessions.tsx";
import { PasswordChange } from "./password-change.tsx";
import { SecondFactor } from "./second-factor.tsx";

/** Who am I here, and how do I get in? */
export default function MyAccountPage() {
	const say = useMyAccountWords();
	const { t } = useLanguage();
	const { data: account, error } = useOwnAccount();
	useTitle(say("title"));
	return (
		<Stack gap="xl" className={styles.page ?? ""}>
			<div>
				<Title order={1}>{say("title")}</Title>
				{account ? (
					<Text className={styles.seen ?? ""}>
						{say("sentence", {
							name: account.name,
							role: t(`roles.${account.role}`),
							email: account.email,
						})}
					</Text>
				) : null}
			</div>
			<Refused error={error} />
			{account ? (
				<>
					<AboutMe account={account} />
					<MyNotices />
					<PasswordChange account={account} />
					<SecondFactor account={account} />
					<MySessions />
				</>
			) : null}
		</Stack>
	);
}
