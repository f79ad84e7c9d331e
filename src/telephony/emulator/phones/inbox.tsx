import { Accordion, Anchor } from "@mantine/core";
import type { MessageShown, PhoneShown } from "../control/shown.ts";
import styles from "./inbox.module.css";
import { useLanguage } from "./language.tsx";
import { timeOfDay } from "./times.ts";

/** The messages a phone has received: the newest in sight, the earlier ones behind a line. */
export function Inbox({ phone, zone }: { phone: PhoneShown; zone: string }) {
	const { words } = useLanguage();
	const [newest, ...earlier] = [...phone.inbox].reverse();
	return (
		<section
			aria-label={words.messagesOf(phone.name)}
			aria-live="polite"
			hidden={!newest}
		>
			{newest ? <Message message={newest} zone={zone} /> : null}
			{earlier.length > 0 ? (
				<Accordion
					variant="unstyled"
					chevronPosition="left"
					classNames={{ control: styles.control ?? "" }}
				>
					<Accordion.Item value="earlier">
						<Accordion.Control>
							{words.earlier(earlier.length)}
						</Accordion.Control>
						<Accordion.Panel>
							<div className={styles.earlier}>
								{earlier.map((message) => (
									<Message key={message.sid} message={message} zone={zone} />
								))}
							</div>
						</Accordion.Panel>
					</Accordion.Item>
				</Accordion>
			) : null}
		</section>
	);
}

function Message({ message, zone }: { message: MessageShown; zone: string }) {
	const { language, words } = useLanguage();
	return (
		<div className={styles.message}>
			<p className={styles.from}>
				{words.inboxFrom(message.from, timeOfDay(message.at, language, zone))}
			</p>
			<p className={styles.body}>
				{partsOf(message.body).map(({ text, isLink, start }) =>
					isLink ? (
						<Anchor
							key={start}
							href={text}
							target="_blank"
							rel="noreferrer"
							underline="always"
						>
							{text}
						</Anchor>
					) : (
						<span key={start}>{text}</span>
					),
				)}
			</p>
		</div>
	);
}

/** The text, cut into web addresses and what is between them. */
function partsOf(
	body: string,
): readonly { text: string; isLink: boolean; start: number }[] {
	let start = 0;
	return body.split(/(https?:\/\/\S+)/).map((text, index) => {
		const part = { text, isLink: index % 2 === 1, start };
		start += text.length;
		return part;
	});
}
