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
	IconLogout,
	IconMoon,
	IconSun,
} from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "wouter";
import { languages } from "../domain/language.ts";
import styles from "./header.module.css";
import { ownName, useLanguage } from "./language.tsx";
import { ask } from "./server.ts";

/** The name that leads home, and on the right: language, colours, sign out. */
export function Header({ isSignedIn }: { isSignedIn: boolean }) {
	const { t } = useLanguage();
	return (
		<header className={styles.header}>
			<div className={styles.row}>
				<Link href="/" className={styles.name} aria-label={t("header.home")}>
					<img src="/icon.svg" alt="" width="26" height="26" />
					Faultline
				</Link>
				<div className={styles.tools}>
					<LanguageSwitch />
					<ColourSwitch />
					{isSignedIn ? <SignOut /> : null}
				</div>
			</div>
		</header>
	);
}

function LanguageSwitch() {
	const { language, choose, t } = useLanguage();
	return (
		<Menu position="bottom-end" width={160}>
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
				{languages.map((each) => (
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
				))}
			</Menu.Dropdown>
		</Menu>
	);
}

function ColourSwitch() {
	const { t } = useLanguage();
	const { setColorScheme } = useMantineColorScheme();
	const isDark = useComputedColorScheme("light") === "dark";
	const label = isDark ? t("header.toLight") : t("header.toDark");
	return (
		<ActionIcon
			variant="subtle"
			color="gray"
			size={40}
			className={styles.tool ?? ""}
			aria-label={label}
			title={label}
			onClick={() => setColorScheme(isDark ? "light" : "dark")}
		>
			{isDark ? <IconSun size={20} /> : <IconMoon size={20} />}
		</ActionIcon>
	);
}

function SignOut() {
	const { language, t } = useLanguage();
	const client = useQueryClient();
	const leave = async () => {
		await ask("/sign-out", language, { method: "POST" });
		await client.resetQueries();
	};
	return (
		<ActionIcon
			variant="subtle"
			color="gray"
			size={40}
			className={styles.tool ?? ""}
			aria-label={t("header.signOut")}
			title={t("header.signOut")}
			onClick={() => void leave()}
		>
			<IconLogout size={20} />
		</ActionIcon>
	);
}
