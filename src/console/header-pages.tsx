import { Burger, Menu, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown } from "@tabler/icons-react";
import { Link, useLocation } from "wouter";
import type { Session } from "../web/api/shapes.ts";
import styles from "./header.module.css";
import { useLanguage } from "./language.tsx";

interface HeaderPage {
	readonly path: string;
	readonly label: PageLabel;
	/** Whether whoever is signed in has any business there. */
	isFor(session: Session): boolean;
	/** Behind "More", where the pages are side by side. */
	readonly isRare?: boolean;
}

type PageLabel =
	| "now"
	| "tickets"
	| "myTickets"
	| "rota"
	| "myDuty"
	| "numbers"
	| "places"
	| "proof"
	| "settings"
	| "accounts";

function forWhoever(permission: Session["may"][number]) {
	return ({ may }: Session) => may.includes(permission);
}

const headerPages: readonly HeaderPage[] = [
	{ path: "/", label: "now", isFor: () => true },
	{ path: "/tickets", label: "tickets", isFor: forWhoever("see tickets") },
	{
		path: "/my-tickets",
		label: "myTickets",
		isFor: ({ people }) => people.length > 0,
	},
	{ path: "/rota", label: "rota", isFor: forWhoever("see the rota") },
	{
		path: "/my-duty",
		label: "myDuty",
		isFor: ({ people }) => people.length > 0,
	},
	{ path: "/numbers", label: "numbers", isFor: forWhoever("see numbers") },
	{
		path: "/places",
		label: "places",
		isFor: forWhoever("keep places"),
		isRare: true,
	},
	{
		path: "/proof",
		label: "proof",
		isFor: forWhoever("see proof"),
		isRare: true,
	},
	{
		path: "/settings",
		label: "settings",
		isFor: forWhoever("keep ticket settings"),
		isRare: true,
	},
	{
		path: "/accounts",
		label: "accounts",
		isFor: forWhoever("keep accounts"),
		isRare: true,
	},
];

/** The pages side by side, where there is room; what one seldom needs is behind "More". */
export function PagesInRow({ session }: { session: Session }) {
	const { t } = useLanguage();
	const pages = usePages(session);
	return (
		<nav aria-label={t("header.pages")} className={styles.pages}>
			{pages
				.filter(({ isRare }) => !isRare)
				.map(({ path, label, isCurrent }) => (
					<Link
						key={path}
						href={path}
						className={styles.page}
						aria-current={isCurrent ? "page" : undefined}
					>
						{t(`nav.${label}`)}
					</Link>
				))}
			<More pages={pages.filter(({ isRare }) => isRare)} />
		</nav>
	);
}

function More({ pages }: { pages: ReturnType<typeof usePages> }) {
	const { t } = useLanguage();
	if (pages.length === 0) return null;
	return (
		<Menu
			position="bottom-start"
			width={220}
			withInitialFocusPlaceholder={false}
		>
			<Menu.Target>
				<UnstyledButton
					className={styles.page ?? ""}
					data-current={pages.some(({ isCurrent }) => isCurrent) || undefined}
				>
					{t("nav.more")}
					<IconChevronDown size={16} aria-hidden />
				</UnstyledButton>
			</Menu.Target>
			<Menu.Dropdown>
				<PageItems pages={pages} />
			</Menu.Dropdown>
		</Menu>
	);
}

function PageItems({ pages }: { pages: ReturnType<typeof usePages> }) {
	const { t } = useLanguage();
	return pages.map(({ path, label, isCurrent }) => (
		<Menu.Item
			key={path}
			component={Link}
			href={path}
			className={styles.menuItem ?? ""}
			aria-current={isCurrent ? "page" : undefined}
		>
			{t(`nav.${label}`)}
		</Menu.Item>
	));
}

/** The same behind a button, on a phone. */
export function PagesInMenu({ session }: { session: Session }) {
	const { t } = useLanguage();
	const pages = usePages(session);
	const [isOpen, { toggle, close }] = useDisclosure(false);
	return (
		<div className={styles.burger}>
			<Menu
				opened={isOpen}
				onChange={(opened) => (opened ? undefined : close())}
				position="bottom-start"
				width={220}
				withinPortal={false}
				withInitialFocusPlaceholder={false}
			>
				<Menu.Target>
					<Burger
						opened={isOpen}
						onClick={toggle}
						size="sm"
						aria-label={t("header.pages")}
					/>
				</Menu.Target>
				<Menu.Dropdown>
					<PageItems pages={pages} />
				</Menu.Dropdown>
			</Menu>
		</div>
	);
}

function usePages(session: Session) {
	const [location] = useLocation();
	return headerPages
		.filter(({ isFor }) => isFor(session))
		.map((page) => ({ ...page, isCurrent: isWithin(location, page) }));
}

function isWithin(location: string, { path }: HeaderPage): boolean {
	return location === path || (path !== "/" && location.startsWith(`${path}/`));
}
