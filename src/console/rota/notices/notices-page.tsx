import { Skeleton, Title } from "@mantine/core";
import type { DutyNoticesView } from "../../../web/api/duty-notice-shapes.ts";
import { useNow } from "../../clock.ts";
import { useLanguage } from "../../language.tsx";
import { Refused } from "../../refused.tsx";
import { when } from "../../times.ts";
import { useTitle } from "../../title.ts";
import { useDesk } from "../desk.tsx";
import { Confirmations } from "./confirmations.tsx";
import { useDutyNotices } from "./notice-queries.ts";
import { useNoticeWords } from "./notice-words.ts";
import styles from "./notices.module.css";
import { SentNotices } from "./sent-notices.tsx";
import { SettingsForm } from "./settings-form.tsx";

/** Who is told of their duties, and were they? */
export default function NoticesPage() {
	const say = useNoticeWords();
	const { line } = useDesk();
	const { data, error } = useDutyNotices(line);
	useTitle(say("title"));
	if (!data)
		return error ? <Refused error={error} /> : <Skeleton height={320} />;
	return (
		<div className={styles.page}>
			<Headline notices={data} />
			<Confirmations notices={data} />
			<SettingsForm key={line} notices={data} />
			<SentNotices notices={data} />
		</div>
	);
}

/** What somebody has to see to, or else who is told what next. */
function Headline({ notices }: { notices: DutyNoticesView }) {
	const say = useNoticeWords();
	const { language } = useLanguage();
	const now = useNow();
	const reader = { language, zone: notices.zone };
	const open = notices.confirmations.find(({ isOpen }) => isOpen);
	const { next } = notices;
	const text =
		open && (open.state === "declined" || open.state === "unanswered")
			? say(`open.${open.state}`, {
					name: open.name,
					when: when(new Date(open.startsAt), now, reader),
				})
			: next
				? say(`next.${next.kind}`, {
						name: next.name,
						when: when(new Date(next.at), now, reader),
					})
				: say("next.none");
	return <Title order={1}>{text}</Title>;
}
