import {
	ActionIcon,
	Button,
	FileButton,
	Group,
	Progress,
	Text,
	Title,
	VisuallyHidden,
} from "@mantine/core";
import { IconCamera, IconFileTypePdf, IconTrash } from "@tabler/icons-react";
import { useId, useRef, useState } from "react";
import type { Language } from "../../domain/language.ts";
import type { TicketFileView } from "../../domain/ticket/ticket-file.ts";
import { fileKinds } from "../../domain/ticket/ticket-file.ts";
import { useLanguage } from "../language.tsx";
import { Refused } from "../refused.tsx";
import { isLost, isWorthRepeating } from "../server.ts";
import { useFilesWords } from "./files/files-words.ts";
import { RemoveFile } from "./files/remove-file.tsx";
import { useFileSource } from "./files/use-file-source.ts";
import { type Sending, useSending } from "./files/use-sending.ts";
import styles from "./files.module.css";

interface Doings {
	/** Of the ticket. */
	readonly number: string;
	/** Sent with each request where there is no session: the key of a personal link. */
	readonly headers?: Readonly<Record<string, string>>;
	/** Something was added or removed; all tickets are asked for anew in any case. */
	readonly onChange?: () => void;
}

/** Photos and files of a ticket, and the way to add more; a phone opens its camera or its pictures for it. */
export function TicketFiles({
	files,
	mayAdd,
	mayRemove,
	isLarge = false,
	...doings
}: {
	readonly files: readonly TicketFileView[];
	readonly mayAdd: boolean;
	readonly mayRemove: (file: TicketFileView) => boolean;
	/** For a thumb: the button takes the whole width. */
	readonly isLarge?: boolean;
} & Doings) {
	const say = useFilesWords();
	const title = useId();
	const shown = files.filter(({ url }) => url !== null);
	const photos = shown.filter(({ isImage }) => isImage);
	return (
		<section aria-labelledby={title}>
			<Title order={2} id={title} mb="xs">
				{say("title")}
			</Title>
			{shown.length === 0 ? (
				<Text c="dimmed" mb="sm">
					{say("none")}
				</Text>
			) : (
				<ul className={styles.list}>
					{shown.map((file) => (
						<OneFile
							key={file.id}
							file={file}
							place={photos.indexOf(file) + 1}
							count={photos.length}
							mayRemove={mayRemove(file)}
							{...doings}
						/>
					))}
				</ul>
			)}
			{mayAdd ? <AddFiles isLarge={isLarge} {...doings} /> : null}
		</section>
	);
}

function OneFile({
	file,
	place,
	count,
	mayRemove,
	number,
	headers = noHeaders,
	onChange,
}: {
	readonly file: TicketFileView;
	readonly place: number;
	readonly count: number;
	readonly mayRemove: boolean;
} & Doings) {
	const say = useFilesWords();
	const { language } = useLanguage();
	const [isAsked, setAsked] = useState(false);
	const source = useFileSource(file.url ?? "", headers);
	const { name, by, isImage } = file;
	return (
		<li className={styles.file}>
			<a
				href={source ?? undefined}
				target="_blank"
				rel="noopener"
				className={styles.open}
				// A PDF is never shown within the page's own place.
				{...(!isImage && { download: name })}
			>
				{isImage && source ? (
					<img
						src={source}
						alt={say("photo", { place, count, name, by })}
						loading="lazy"
						className={styles.picture}
					/>
				) : (
					<span className={styles.picture}>
						{isImage ? null : <IconFileTypePdf size={40} aria-hidden />}
					</span>
				)}
				<Text component="span" size="sm" className={styles.name ?? ""}>
					{name}
				</Text>
				<VisuallyHidden>
					({say(isImage ? "opens" : "downloads")})
				</VisuallyHidden>
			</a>
			<Text size="sm" c="dimmed">
				{isImage
					? say("by", { by })
					: `${say("by", { by })}, ${sizeOf(file, language)}`}
			</Text>
			{mayRemove ? (
				<ActionIcon
					variant="default"
					size={32}
					className={styles.remove ?? ""}
					aria-label={say("remove", { name })}
					title={say("remove", { name })}
					onClick={() => setAsked(true)}
				>
					<IconTrash size={18} aria-hidden />
				</ActionIcon>
			) : null}
			{isAsked ? (
				<RemoveFile
					number={number}
					file={file}
					headers={headers}
					close={() => setAsked(false)}
					onChange={() => onChange?.()}
				/>
			) : null}
		</li>
	);
}

function AddFiles({
	number,
	headers = noHeaders,
	onChange,
	isLarge,
}: Doings & { readonly isLarge: boolean }) {
	const say = useFilesWords();
	const forget = useRef<() => void>(null);
	const { list, arrived, send, sendAgain, dismiss } = useSending({
		...{ number, headers },
		onChange: () => onChange?.(),
	});
	return (
		<>
			{list.map((one) => (
				<OneSending
					key={one.id}
					one={one}
					isLarge={isLarge}
					again={() => sendAgain(one)}
					dismiss={() => dismiss(one.id)}
				/>
			))}
			<FileButton
				accept={Object.keys(fileKinds).join(",")}
				multiple
				resetRef={forget}
				onChange={(files) => {
					send(files);
					// The same file can be chosen again after it failed.
					forget.current?.();
				}}
			>
				{(props) => (
					<Button
						{...props}
						variant="default"
						size={isLarge ? "lg" : "sm"}
						fullWidth={isLarge}
						leftSection={<IconCamera size={20} aria-hidden />}
					>
						{say("add")}
					</Button>
				)}
			</FileButton>
			<Text size="sm" c="dimmed" mt={6}>
				{say("kinds")}
			</Text>
			<VisuallyHidden role="status">
				{arrived === null ? "" : say("arrived", { name: arrived })}
			</VisuallyHidden>
		</>
	);
}

function OneSending({
	one: { file, sent, trouble },
	isLarge,
	again,
	dismiss,
}: {
	readonly one: Sending;
	readonly isLarge: boolean;
	again(): void;
	dismiss(): void;
}) {
	const say = useFilesWords();
	const { name } = file;
	if (trouble === null)
		return (
			<div className={styles.sending}>
				<Text size="sm">{say("sending", { name })}</Text>
				<Progress value={sent * 100} aria-label={say("sending", { name })} />
			</div>
		);
	const size = isLarge ? "md" : "compact-md";
	const isLasting =
		trouble === "too-large" ||
		(trouble !== "left" && !isWorthRepeating(trouble.error));
	return (
		<div className={styles.sending}>
			{trouble === "too-large" ? (
				<Text role="alert" c="var(--nobody)">
					{say("tooLarge", { name })}
				</Text>
			) : (
				<>
					<Text>{say("notSent", { name })}</Text>
					{trouble === "left" || isLost(trouble.error) ? (
						<Text size="sm" role="status">
							{say(trouble === "left" ? "left" : "offline")}
						</Text>
					) : (
						<Refused error={trouble.error} />
					)}
				</>
			)}
			<Group gap="xs">
				{isLasting ? null : (
					<Button size={size} variant="default" onClick={again}>
						{say("again")}
					</Button>
				)}
				<Button size={size} variant="subtle" onClick={dismiss}>
					{say("dismiss")}
				</Button>
			</Group>
		</div>
	);
}

const noHeaders = {};

function sizeOf({ bytes }: TicketFileView, language: Language): string {
	const isSmall = bytes < 1_000_000;
	return new Intl.NumberFormat(language, {
		style: "unit",
		unit: isSmall ? "kilobyte" : "megabyte",
		maximumFractionDigits: isSmall ? 0 : 1,
	}).format(isSmall ? Math.max(1, bytes / 1000) : bytes / 1_000_000);
}
