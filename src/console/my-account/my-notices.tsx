import { Radio, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { OwnNoticesView } from "../../web/api/duty-notice-shapes.ts";
import { useLanguage } from "../language.tsx";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import styles from "./my-account.module.css";
import { useOwnNotices } from "./my-account-queries.ts";
import { useMyAccountWords } from "./my-account-words.ts";

/** By which way one is told of one's own shifts; a choice is kept at once. */
export function MyNotices() {
	const say = useMyAccountWords();
	const { language } = useLanguage();
	const client = useQueryClient();
	const { data, error } = useOwnNotices();
	// Shown at once: a mark that goes back until the answer comes looks like a refusal.
	const [picked, setPicked] = useState<string | null>(null);
	const choosing = useMutation({
		mutationFn: (channel: string) =>
			ask<OwnNoticesView>("/api/my-notices", language, {
				method: "PUT",
				body: { channel },
			}),
		onSuccess: (chosen) => client.setQueryData(["account-notices"], chosen),
		onSettled: () => setPicked(null),
	});
	return (
		<section className={styles.section}>
			<Title order={2}>{say("notices.title")}</Title>
			{data ? (
				<Radio.Group
					aria-label={say("notices.title")}
					value={picked ?? data.channel}
					onChange={(chosen) => {
						setPicked(chosen);
						choosing.mutate(chosen);
					}}
				>
					<Stack gap="xs">
						<Radio value="sms" label={say("notices.sms")} />
						<Radio
							value="email"
							label={say("notices.email", { email: data.email })}
						/>
					</Stack>
				</Radio.Group>
			) : null}
			{data?.channel === "email" && !data.mailIsSet ? (
				<Text size="sm">{say("notices.noMail")}</Text>
			) : null}
			<Refused error={error ?? choosing.error} />
			<Text role="status">
				{choosing.isSuccess ? say("notices.saved") : ""}
			</Text>
		</section>
	);
}
