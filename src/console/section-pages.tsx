import { Link } from "wouter";
import styles from "./section-pages.module.css";

export interface SectionPage {
	readonly href: string;
	readonly label: string;
	readonly isCurrent: boolean;
}

/** The pages of a section side by side; alone when nothing else stands in their line. */
export function SectionPages({
	label,
	pages,
	isAlone = false,
}: {
	label: string;
	pages: readonly SectionPage[];
	isAlone?: boolean;
}) {
	return (
		<nav
			aria-label={label}
			className={styles.pages}
			data-alone={isAlone || undefined}
		>
			{pages.map((page) => (
				<Link
					key={page.href}
					href={page.href}
					className={styles.page}
					aria-current={page.isCurrent ? "page" : undefined}
				>
					{page.label}
				</Link>
			))}
		</nav>
	);
}
