import {
	ActionIcon,
	Button,
	Menu,
	useComputedColorScheme,
	useMantineColorScheme,
	VisuallyHidden,
} from "@mantine/core";
import {
	IconCheck,
	IconLanguage,
	IconMoon,
	IconSun,
} from "@tabler/icons-react";
import { languages } from "../domain/language.ts";
import styles from "./header.module.css";
import { ownName, useLanguage } from "./language.tsx";

/** The languages, each in its own name. */
export function LanguageItems() {
	const { language, choose } = useLanguage();
	return languages.map((each) => (
		<Menu.Item
			key={each}
			lang={each}
			onClick={() => choose(each)}
			aria-current={each === language ? "true" : undefined}
			rightSection={
				each === language ? <IconCheck size={16} aria-hidden /> : null
			}
		>
			{ownName(each)}
		</Menu.Item>
	));
}

/** For whoever is not signed in and so has no menu of their own. */
export function LanguageSwitch() {
	const { language, t } = useLanguage();
	return (
		<Menu
			position="bottom-end"
			width={160}
			withinPortal={false}
			withInitialFocusPlaceholder={false}
		>
			<Menu.Target>
				<Button
					variant="subtle"
					color="gray"
					className={styles.tool ?? ""}
					leftSection={<IconLanguage size={20} aria-hidden />}
				>
					<VisuallyHidden>{t("header.language")}: </VisuallyHidden>
					{language.toUpperCase()}
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				<LanguageItems />
			</Menu.Dropdown>
		</Menu>
	);
}

/** What the other colours are called, their sign, and the way there. */
export function useOtherColours() {
	const { t } = useLanguage();
	const { setColorScheme } = useMantineColorScheme();
	const isDark = useComputedColorScheme("light") === "dark";
	return {
		label: isDark ? t("header.toLight") : t("header.toDark"),
		Icon: isDark ? IconSun : IconMoon,
		change: () => setColorScheme(isDark ? "light" : "dark"),
	};
}

export function ColourSwitch() {
	const { label, Icon, change } = useOtherColours();
	return (
		<ActionIcon
			variant="subtle"
			color="gray"
			size={40}
			className={styles.tool ?? ""}
			aria-label={label}
			title={label}
			onClick={change}
		>
			<Icon size={20} />
		</ActionIcon>
	);
}
