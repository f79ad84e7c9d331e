import { ActionIcon, Anchor, SegmentedControl } from "@mantine/core";
import { IconArrowLeft, IconVolume, IconVolumeOff } from "@tabler/icons-react";
import styles from "./header.module.css";
import { type Language, languages, ownName, useLanguage } from "./language.tsx";

/** The name of the page, the way to the console, the language and the sound. */
export function Header({
	consoleUrl,
	isSoundOn,
	onSound,
}: {
	consoleUrl: string | null;
	isSoundOn: boolean;
	onSound: (on: boolean) => void;
}) {
	const { language, words, choose } = useLanguage();
	const sound = isSoundOn ? words.soundOn : words.soundOff;
	return (
		<header className={styles.header}>
			<div className={styles.row}>
				{consoleUrl ? (
					<Anchor href={consoleUrl} className={styles.console ?? ""}>
						<IconArrowLeft size={20} aria-hidden />
						{words.toConsole}
					</Anchor>
				) : (
					<span />
				)}
				<div className={styles.tools}>
					<SegmentedControl
						aria-label={words.language}
						value={language}
						onChange={(next) => choose(next as Language)}
						classNames={{ label: styles.language ?? "" }}
						data={languages.map((each) => ({
							value: each,
							label: (
								<span lang={each} title={ownName(each)}>
									{each.toUpperCase()}
								</span>
							),
						}))}
					/>
					<ActionIcon
						variant="default"
						size={48}
						aria-label={sound}
						title={sound}
						onClick={() => onSound(!isSoundOn)}
					>
						{isSoundOn ? <IconVolume size={22} /> : <IconVolumeOff size={22} />}
					</ActionIcon>
				</div>
			</div>
		</header>
	);
}
