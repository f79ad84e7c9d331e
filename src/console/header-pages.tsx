import { Burger, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link, useLocation } from "wouter";
import type { Session } from "../web/api/shapes.ts";
import styles from "./header.module.css";
import { useLanguage } from "./language.tsx";

interface HeaderPage {
	readonly path: string;
	readonly label: "now" | "rota" | "myDuty" | "accounts";
	/** Whether whoever is signed in has any business there. */
	isFor(session: Session): boolean;
	/** Other places that belong to it. */
	readonly also?: string;
}

const headerPages: readonly HeaderPage[] = [
	{ path: "/", label: "now", isFor: () => true, also: "/tickets" },
	{
		path: "/rota",
		label: "rota",
		isFor: ({ may }) => may.includes("see the rota"),
	},
	{
		path: "/my-duty",
		label: "myDuty",
		isFor: ({ people }) => people.length > 0,
	},
	{
		path: "/accounts",
		label: "accounts",
		isFor: ({ may }) => may.includes("keep accounts"),
	},
];

/** The pages side by side, where there is room. */
export function PagesInRow({ session }: { session: Session }) {
	const { t } = useLanguage();
	const pages = usePages(session);
	return (
		<nav aria-label={t("header.pages")} className={styles.pages}>
			{pages.map(({ path, label, isCurrent }) => (
				<Link
					key={path}
					href={path}
					className={styles.page}
					aria-current={isCurrent ? "page" : undefined}
				>
					{t(`nav.${label}`)}
				</Link>
			))}
		</nav>
	);
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
					{pages.map(({ path, label, isCurrent }) => (
						<Menu.Item
							key={path}
							component={Link}
							href={path}
							className={styles.menuItem ?? ""}
							aria-current={isCurrent ? "page" : undefined}
						>
							{t(`nav.${label}`)}
						</Menu.Item>
					))}
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

function isWithin(location: string, { path, also }: HeaderPage): boolean {
	if (location === path) return true;
	const within = path === "/" ? also : path;
	return within !== undefined && location.startsWith(`${within}/`);
}
