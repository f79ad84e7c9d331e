import { Link } from "wouter";
import styles from "./header.module.css";
import { PagesInMenu, PagesInRow } from "./header-pages.tsx";
import { ColourSwitch, LanguageSwitch } from "./header-switches.tsx";
import { useLanguage } from "./language.tsx";
import { NameMenu } from "./name-menu.tsx";
import { useWhoever } from "./session.tsx";

/** The name that leads home, the pages that one may open, and on the right whatever is one's own. */
export function Header() {
	const { t } = useLanguage();
	const session = useWhoever();
	const pages = session && !session.mustEnrol;
	return (
		<header className={styles.header}>
			<div className={styles.row}>
				{pages ? <PagesInMenu session={session} /> : null}
				<Link href="/" className={styles.name} aria-label={t("header.home")}>
					<img src="/icon.svg" alt="" width="26" height="26" />
					<span className={styles.word}>Faultline</span>
				</Link>
				{pages ? <PagesInRow session={session} /> : null}
				<div className={styles.tools}>
					{session ? (
						<NameMenu session={session} />
					) : (
						<>
							<LanguageSwitch />
							<ColourSwitch />
						</>
					)}
				</div>
			</div>
		</header>
	);
}
