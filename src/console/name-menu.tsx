import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconLogout, IconUser } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useLocation } from "wouter";
import type { Session } from "../web/api/shapes.ts";
import styles from "./header.module.css";
import { LanguageItems, useOtherColours } from "./header-switches.tsx";
import { useLanguage } from "./language.tsx";
import { ask } from "./server.ts";

/** Who one is here, and what is only one's own: the account, the language, the colours, and the way out. */
export function NameMenu({ session }: { session: Session }) {
	const { t } = useLanguage();
	const colours = useOtherColours();
	const leave = useSigningOut();
	return (
		<Menu
			position="bottom-end"
			width={240}
			withinPortal={false}
			withInitialFocusPlaceholder={false}
		>
			<Menu.Target>
				<Button
					variant="subtle"
					color="gray"
					className={styles.tool ?? ""}
					aria-label={t("header.yourMenu", { name: session.name })}
					leftSection={<IconUser size={20} aria-hidden />}
					rightSection={<IconChevronDown size={16} aria-hidden />}
				>
					<span className={styles.who}>{session.name}</span>
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Label>
					{session.name}, {t(`roles.${session.role}`)}
				</Menu.Label>
				{session.mustEnrol ? null : (
					<Menu.Item
						component={Link}
						href="/account"
						leftSection={<IconUser size={18} aria-hidden />}
					>
						{t("header.account")}
					</Menu.Item>
				)}
				<Menu.Divider />
				<Menu.Label>{t("header.language")}</Menu.Label>
				<LanguageItems />
				<Menu.Divider />
				<Menu.Item
					leftSection={<colours.Icon size={18} aria-hidden />}
					onClick={colours.change}
				>
					{colours.label}
				</Menu.Item>
				<Menu.Item
					leftSection={<IconLogout size={18} aria-hidden />}
					onClick={() => void leave()}
				>
					{t("header.signOut")}
				</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
}

function useSigningOut() {
	const { language } = useLanguage();
	const client = useQueryClient();
	const [, go] = useLocation();
	return async () => {
		await ask("/sign-out", language, { method: "POST" });
		// Whoever signs in next begins at the beginning.
		go("/");
		await client.resetQueries();
	};
}
