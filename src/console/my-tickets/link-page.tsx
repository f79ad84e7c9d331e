import { Anchor, Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useMemo } from "react";
import { useLanguage } from "../language.tsx";
import { readableNumber } from "../phone-number.ts";
import { isLost, ServerError } from "../server.ts";
import { useTitle } from "../title.ts";
import { accessBy, useTicketLink } from "./my-ticket-queries.ts";
import { useMyTicketWords } from "./my-ticket-words.ts";
import { TicketAtWork } from "./ticket-at-work/ticket-at-work.tsx";

/** The ticket of a personal link, for whoever holds it: the same page without signing in. */
export default function LinkPage({ secret }: { secret: string }) {
	const say = useMyTicketWords();
	const { data, error, refetch } = useTicketLink(secret);
	const access = useMemo(() => accessBy(secret), [secret]);
	useTitle(say("link.title"));
	if (data && !isOver(error))
		return (
			<TicketAtWork number={data.number} access={access}>
				{data.sentFor === data.number ? null : (
					<Text mb="sm">
						{say("link.merged", { number: data.number, sentFor: data.sentFor })}
					</Text>
				)}
			</TicketAtWork>
		);
	if (!error) return <Skeleton height={35} maw={608} mx="auto" />;
	return <NoTicket error={error} again={() => void refetch()} />;
}

function NoTicket({ error, again }: { error: Error; again(): void }) {
	const say = useMyTicketWords();
	const { t } = useLanguage();
	const status = error instanceof ServerError ? error.status : 0;
	const isWrong = isOver(error) || status === 401;
	return (
		<Stack maw="34rem" mx="auto" gap="sm" pt="xl" align="flex-start">
			<Title order={1}>
				{isWrong
					? say(isOver(error) ? "link.over" : "link.unknown")
					: say("trouble.notLoaded")}
			</Title>
			<Text role="alert">
				{status === 429 ? (
					say("link.tooMany")
				) : isLost(error) ? (
					say("trouble.noSignal")
				) : (
					<WithNumber text={error.message || t("trouble.unreachable")} />
				)}
			</Text>
			{isWrong ? (
				<Button component="a" href="/my-tickets" size="lg">
					{say("link.signIn")}
				</Button>
			) : (
				<Button size="lg" onClick={again}>
					{say("trouble.again")}
				</Button>
			)}
		</Stack>
	);
}

/** A number to call is called with one tap. */
function WithNumber({ text }: { text: string }) {
	return text.split(/(\+\d{7,15})/).map((part) =>
		part.startsWith("+") ? (
			<Anchor key={part} href={`tel:${part}`} style={{ whiteSpace: "nowrap" }}>
				{readableNumber(part)}
			</Anchor>
		) : (
			part
		),
	);
}

/** It opened a ticket once, and does not any more. */
function isOver(error: Error | null): boolean {
	return error instanceof ServerError && error.status === 410;
}
