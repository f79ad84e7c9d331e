import { Text } from "@mantine/core";
import type { Language } from "../../../domain/language.ts";
import { segmentsOf } from "../../../domain/ticket/gsm.ts";
import { type Told, textFrom } from "../../../domain/ticket/texts.ts";
import type { MessageTexts } from "../../../web/api/message-shapes.ts";
import { useLanguage } from "../../language.tsx";
import { useMessageWords } from "./message-words.ts";
import styles from "./messages.module.css";
import { sampleTicket } from "./sample.ts";

/** The message as a phone shows it, with all that may be known and with as little as may be. */
export function Preview({
	template,
	of,
	price,
}: {
	template: string;
	of: Language;
	price: MessageTexts["price"];
}) {
	const say = useMessageWords();
	const whole = sampleTicket(say("sample"), true);
	const bare = sampleTicket(null, false);
	const isSame = textFrom(template, whole, of) === textFrom(template, bare, of);
	return (
		<div className={styles.previews}>
			<Bubble
				label={say("preview")}
				told={whole}
				{...{ template, of, price }}
			/>
			{isSame ? null : (
				<Bubble
					label={say("previewShort")}
					told={bare}
					{...{ template, of, price }}
				/>
			)}
		</div>
	);
}

function Bubble({
	label,
	template,
	told,
	of,
	price,
}: {
	label: string;
	template: string;
	told: Told;
	of: Language;
	price: MessageTexts["price"];
}) {
	const say = useMessageWords();
	const { language } = useLanguage();
	const text = textFrom(template, told, of);
	const count = segmentsOf(text);
	const size = say("segments", { count, characters: [...text].length });
	return (
		<figure className={styles.preview}>
			<figcaption>{label}</figcaption>
			<p lang={of} className={styles.bubble}>
				{text}
			</p>
			<Text size="sm" c="dimmed">
				{price
					? `${size}, ${say("cost", { cost: money(count * price.amount, price.currency, language) })}`
					: size}
			</Text>
		</figure>
	);
}

function money(amount: number, currency: string, language: Language): string {
	return new Intl.NumberFormat(language === "en" ? "en-GB" : language, {
		...{ style: "currency", currency },
		maximumFractionDigits: 3,
	}).format(amount);
}
